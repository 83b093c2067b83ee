import { addMonths, DAY_MS, isoDay, lastDayOf, MONTHS } from '../words/calendar.ts';
import { wordSet } from '../words/word-set.ts';
import { shiftBehind, yearBehind } from './date-parts.ts';
import { asDay, asYear, type DateReader, type DateReading, type Direction, monthOf, yearOf } from './date-reading.ts';

/** The year that a month without one means, by the side of publication that the contact lies on. */
export function yearFor(month: number, day: number, published: string, direction: Direction): number {
  const year = yearOf(published);
  const guess = isoDay(year, month, Math.min(day, lastDayOf(year, month)));
  const months = (Date.parse(guess) - Date.parse(published)) / (30 * DAY_MS);
  if (direction === 'ahead' || direction === 'future') return months < -2 ? year + 1 : year;
  if (direction === 'past') return months > 1 ? year - 1 : year;
  return months < -6 ? year + 1 : months > 6 ? year - 1 : year;
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

/** "9 May", "May 9", "May 9th", "9th of May", "the ninth of May", with or without a year. */
export const readOneDay: DateReader = (norms, at, published, direction) => {
  const of = norms[at + 1] === 'of' ? 1 : 0;
  const first = asDay(norms[at]) ?? (of === 1 && norms[at - 1] === 'the' ? (ORDINALS[norms[at] ?? ''] ?? null) : null);
  const behind = first === null ? undefined : MONTHS.get(norms[at + 1 + of] ?? '');
  if (first !== null && behind !== undefined)
    return withYear(norms, { at, length: 2 + of, month: behind, day: first }, { published, direction });
  const month = MONTHS.get(norms[at] ?? '');
  const dot = norms[at + 1] === '.' ? 1 : 0;
  const day = month === undefined ? null : asDay(norms[at + 1 + dot]);
  if (month === undefined || day === null) return null;
  return withYear(norms, { at, length: 2 + dot, month, day }, { published, direction });
};

type MonthDay = { readonly at: number; readonly length: number; readonly month: number; readonly day: number };
function withYear(
  norms: readonly string[],
  { at, length, month, day }: MonthDay,
  base: { readonly published: string; readonly direction: Direction },
): DateReading {
  const named = yearBehind(norms, at + length, base.published);
  const year = named?.year ?? yearFor(month, day, base.published, base.direction);
  const date = isoDay(year, month, Math.min(day, lastDayOf(year, month)));
  return { length: length + (named?.length ?? 0), start: date, end: date };
}

export const TO = wordSet('- / to and through until till');

/** "9-10 May", "May 9 to 10", "between May 9 and May 12", "April 30 to May 2": the first and the last day. */
export const readMonthDay: DateReader = (norms, at, published, direction) => {
  const first = asDay(norms[at]);
  if (first !== null && norms[at + 1] === ',' && asDay(norms[at + 2]) !== null) return readListed(norms, at, published, direction);
  if (first !== null && (TO.has(norms[at + 1] ?? '') || norms[at + 1] === 'or')) {
    const last = readOneDay(norms, at + 2, published, direction);
    if (last === null || asDay(norms[at + 2]) === null || Number(last.start.slice(8)) <= first) return null;
    const start = `${last.start.slice(0, 8)}${String(first).padStart(2, '0')}`;
    return norms[at + 1] === 'or' ? { length: 1, start, end: start } : { length: 2 + last.length, start, end: last.end };
  }
  const one = readOneDay(norms, at, published, direction);
  if (one === null || !(TO.has(norms[at + one.length] ?? '') || norms[at + one.length] === 'or')) return one;
  return readLastDay(norms, { at, one }, published, direction);
};

/** "14, 15 and 16 August": the first and the last day. */
const readListed: DateReader = (norms, at, published, direction) => {
  const last = readMonthDay(norms, at + 2, published, direction);
  if (last === null || Number(norms[at]) >= Number(last.start.slice(8)) || last.start.slice(0, 7) !== last.end.slice(0, 7)) return null;
  return { length: 2 + last.length, start: `${last.start.slice(0, 8)}${String(Number(norms[at])).padStart(2, '0')}`, end: last.end };
};

type OneDay = { readonly at: number; readonly one: DateReading };
/** What follows "May 9 to": another day of the month or of another one. */
function readLastDay(norms: readonly string[], { at, one }: OneDay, published: string, direction: Direction): DateReading {
  const link = norms[at + one.length] ?? '';
  const hop = at + one.length + (norms[at + one.length + 1] === 'the' ? 2 : 1);
  const other = readOneDay(norms, hop, published, direction);
  if (other !== null && (link !== 'and' || norms[at - 1] === 'between') && link !== 'or' && other.start > one.start)
    return { length: hop - at + other.length, start: one.start, end: other.end };
  const day = asDay(norms[hop]);
  if (day === null || day <= Number(one.start.slice(8)) || (link === 'or' && MONTHS.has(norms[hop + 1] ?? ''))) return one;
  const year = asYear(norms[hop + 1] === ',' ? norms[hop + 2] : undefined) ?? asYear(norms[hop + 1]);
  const prefix = year === null ? one.start.slice(0, 8) : `${year}${one.start.slice(4, 8)}`;
  return {
    length: hop - at + 1,
    start: `${prefix}${one.start.slice(8)}`,
    end: `${prefix}${String(day).padStart(2, '0')}`,
  };
}

const ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/;
const BEFORE_ORDINAL = wordSet('on from by until till before between since starting beginning through');

/** "on the 15th", "on 15th", "the 15th and 16th", "from the 15th to the 17th", "on the 5th of next month": of this month, or of the one before or after it. */
export const readOrdinal: DateReader = (norms, at, published, direction) => {
  if (!ORDINAL.test(norms[at] ?? '') || !BEFORE_ORDINAL.has(norms[norms[at - 1] === 'the' ? at - 2 : at - 1] ?? '')) return null;
  const day = asDay(norms[at]);
  if (day === null) return null;
  const second = norms[at + 2] === 'the' ? at + 3 : at + 2;
  const last = TO.has(norms[at + 1] ?? '') && ORDINAL.test(norms[second] ?? '') ? asDay(norms[second]) : null;
  const to = last === null ? at + 1 : second + 1;
  const named = shiftBehind(norms, to, 'month');
  const behind = norms[to] ?? '';
  if (named === null && /^\p{L}/u.test(behind) && !AFTER_ORDINAL.has(behind)) return null;
  const today = Number(published.slice(8));
  const isAhead = direction === 'ahead' || direction === 'future';
  const shift = named?.shift ?? (isAhead && day < today ? 1 : direction === 'past' && day > today ? -1 : 0);
  const { year, month } = addMonths(yearOf(published), monthOf(published), shift);
  const cut = (one: number): string => isoDay(year, month, Math.min(one, lastDayOf(year, month)));
  return { length: to + (named?.length ?? 0) - at, start: cut(day), end: cut(last ?? day) };
};
const AFTER_ORDINAL = wordSet('in at to and or for with that when where as after before');

/** "2025-09-05", "5.9.2025": a day in numbers only. */
export const readNumeric: DateReader = (norms, at) => {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(norms[at] ?? '');
  if (dotted !== null) return dayOf(Number(dotted[3]), Number(dotted[2]), { day: Number(dotted[1]), length: 1 });
  const year = asYear(norms[at]);
  if (year === null || norms[at + 1] !== '-' || norms[at + 3] !== '-') return null;
  const [month, day] = [norms[at + 2] ?? '', norms[at + 4] ?? ''];
  return /^\d\d$/.test(month) && /^\d\d$/.test(day) ? dayOf(year, Number(month), { day: Number(day), length: 5 }) : null;
};

function dayOf(year: number, month: number, { day, length }: { readonly day: number; readonly length: number }): DateReading | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return null;
  const date = isoDay(year, month, day);
  return { length, start: date, end: date };
}
