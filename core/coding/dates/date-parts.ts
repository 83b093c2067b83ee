import { addDays, addMonths, isoDay, lastDayOf, weekdayOf } from '../words/calendar.ts';
import { asYear, monthOf, yearOf } from './date-reading.ts';

/** "early", "mid", "late" of a week, month, season or year. */
export type Part = 'early' | 'mid' | 'late';
export type Span = { readonly start: string; readonly end: string };

const PART: ReadonlyMap<string, Part> = new Map(
  Object.entries<Part>({
    early: 'early',
    beginning: 'early',
    start: 'early',
    mid: 'mid',
    'mid-': 'mid',
    middle: 'mid',
    late: 'late',
    end: 'late',
  }),
);
/** Days of a month that a part of it means; the last is cut to its length. */
const DAYS: Readonly<Record<Part, readonly [number, number]>> = { early: [1, 10], mid: [11, 20], late: [21, 31] };
/** Months of a year that a part of it means. */
const QUARTERS: Readonly<Record<Part, readonly [number, number]>> = { early: [1, 4], mid: [5, 8], late: [9, 12] };
/** First and last day of a part of a week, counted from Monday. */
const WEEK_DAYS: Readonly<Record<Part, readonly [number, number]>> = { early: [0, 2], mid: [1, 3], late: [3, 6] };

/** "early", "end of", "mid-": the part, and the tokens that it takes. */
export function partAt(norms: readonly string[], at: number): { readonly part: Part | null; readonly length: number } {
  const part = PART.get(norms[at] ?? '');
  if (part === undefined) return { part: null, length: 0 };
  const of = norms[at + 1] === 'of' || norms[at + 1] === '-' || norms[at + 1] === 'in' ? 1 : 0;
  return { part, length: 1 + of };
}

export function partOfMonth(year: number, month: number, part: Part | null): Span {
  const [first, last] = part === null ? [1, 31] : DAYS[part];
  return { start: isoDay(year, month, first), end: isoDay(year, month, Math.min(last, lastDayOf(year, month))) };
}

export function partOfYear(year: number, part: Part | null): Span {
  const [first, last] = part === null ? [1, 12] : QUARTERS[part];
  return monthsOf(year, first, last);
}

/** From the first day of one month to the last day of another of the same year. */
export const monthsOf = (year: number, first: number, last: number): Span => ({
  start: isoDay(year, first, 1),
  end: isoDay(year, last, lastDayOf(year, last)),
});

/** Days from publication back to the Monday of its week. A Sunday looks ahead to the week that begins and back on the one that ends. */
export function mondayOf(day: string, shift: number, isAhead: boolean): string {
  const back = (weekdayOf(day) + 6) % 7;
  const turn = back !== 6 ? 0 : shift < 0 ? 1 : shift === 0 && isAhead ? 1 : 0;
  return addDays(day, -back + 7 * (shift + turn));
}

/** The week, weekend, month or year that is `shift` of them away. */
export function periodOf(
  unit: string,
  shift: number,
  day: string,
  { part, isAhead }: { part: Part | null; isAhead: boolean },
): Span | null {
  if (unit === 'week') {
    const monday = mondayOf(day, shift, isAhead);
    const [first, last] = part === null ? [0, 6] : WEEK_DAYS[part];
    return { start: addDays(monday, first), end: addDays(monday, last) };
  }
  if (unit === 'weekend') {
    const saturday = addDays(day, ((6 - weekdayOf(day) + 7) % 7) - (weekdayOf(day) === 0 ? 7 : 0) + 7 * shift);
    return { start: saturday, end: addDays(saturday, 1) };
  }
  if (unit === 'month') {
    const { year, month } = addMonths(yearOf(day), monthOf(day), shift);
    return partOfMonth(year, month, part);
  }
  if (unit === 'day' && shift === 0) return { start: day, end: day };
  return unit === 'year' ? partOfYear(yearOf(day) + shift, part) : null;
}

/** Words that say which one: "next", "last", "this". */
export const SHIFTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    next: 1,
    coming: 1,
    following: 1,
    upcoming: 1,
    last: -1,
    past: -1,
    previous: -1,
    this: 0,
    the: 0,
    current: 0,
  }),
);

type Shift = { readonly shift: number; readonly length: number };
/** "next week", "of last month", "of the coming year" behind a day: how many of them away, and the tokens that it takes; "the" alone points back only behind "of". */
export function shiftBehind(norms: readonly string[], at: number, unit: string): Shift | null {
  const hop = norms[at] !== 'of' ? 0 : norms[at + 3] === unit ? 2 : 1;
  const word = norms[at + hop] ?? '';
  const shift = norms[at + hop + 1] === unit && (hop > 0 || word !== 'the') ? SHIFTS.get(word) : undefined;
  return shift === undefined ? null : { shift, length: hop + 2 };
}

type Named = { readonly year: number; readonly length: number };
/** "2024", ", 2024", "of this year", "last year" behind a day or month. */
export function yearBehind(norms: readonly string[], at: number, day: string): Named | null {
  const mark = norms[at] === ',' || norms[at] === 'of' ? 1 : 0;
  const year = asYear(norms[at + mark]);
  if (year !== null) return { year, length: mark + 1 };
  const named = shiftBehind(norms, at, 'year');
  return named === null ? null : { year: yearOf(day) + named.shift, length: named.length };
}
