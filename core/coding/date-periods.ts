import { addDays, addMonths, isoDay, lastDayOf, MONTHS, weekdayOf } from './calendar.ts';
import { readMonthDay, yearFor } from './date-days.ts';
import { asYear, countAt, type DateReader, type DateReading, type Direction, daysOfUnit, monthOf, yearOf } from './date-reading.ts';

type Part = 'early' | 'mid' | 'late';
const PART: Readonly<Record<string, Part>> = {
  early: 'early',
  beginning: 'early',
  start: 'early',
  mid: 'mid',
  'mid-': 'mid',
  middle: 'mid',
  late: 'late',
  end: 'late',
};
type Span = { readonly start: string; readonly end: string };
/** Days of a month that a part of it means; the last is cut to its length. */
const DAYS: Readonly<Record<Part, readonly [number, number]>> = { early: [1, 10], mid: [11, 20], late: [21, 31] };
/** Months of a year that a part of it means. */
const QUARTERS: Readonly<Record<Part, readonly [number, number]>> = { early: [1, 4], mid: [5, 8], late: [9, 12] };

/** "early", "end of", "mid-": the part, and the tokens that it takes. */
function partAt(norms: readonly string[], at: number): { readonly part: Part | null; readonly length: number } {
  const part = PART[norms[at] ?? ''];
  if (part === undefined) return { part: null, length: 0 };
  const of = norms[at + 1] === 'of' || norms[at + 1] === '-' || norms[at + 1] === 'in' ? 1 : 0;
  return { part, length: 1 + of };
}

function partOfMonth(year: number, month: number, part: Part | null): Span {
  const [first, last] = part === null ? [1, 31] : DAYS[part];
  return { start: isoDay(year, month, first), end: isoDay(year, month, Math.min(last, lastDayOf(year, month))) };
}

function partOfYear(year: number, part: Part | null): Span {
  const [first, last] = part === null ? [1, 12] : QUARTERS[part];
  return { start: isoDay(year, first, 1), end: isoDay(year, last, lastDayOf(year, last)) };
}

const BEFORE_MONTH = /^(?:in|of|for|next|last|this|until|by|during|before|after|since|в)$/;
const OWNS = /^(?:a|the|his|her|its|their|'s)$/;
/** Words that are more often a verb than a month. */
const isVerbToo = (month: number): boolean => month === 3 || month === 5;

/** "early March", "mid-May", "next March", "March (2022)"; a bare "March" or "May" needs a preposition. */
export const readMonth: DateReader = (norms, at, day, direction) => {
  const { part, length } = partAt(norms, at);
  const glued = /^mid-(.+)$/.exec(norms[at] ?? '')?.[1];
  const month = MONTHS.get(glued ?? norms[at + length] ?? '');
  if (month === undefined) return null;
  const before = norms[at - 1] ?? '';
  const comma = norms[at + length + 1] === ',' ? 1 : 0;
  const year = asYear(norms[at + length + 1 + comma]);
  const isBare = part === null && glued === undefined && year === null;
  if (isBare && !BEFORE_MONTH.test(before) && !(!isVerbToo(month) && OWNS.test(before))) return null;
  const span = partOfMonth(year ?? yearOfMonth(month, before, day, direction), month, glued === undefined ? part : 'mid');
  return { length: length + 1 + (year === null ? 0 : 1 + comma), ...span };
};

function yearOfMonth(month: number, before: string, day: string, direction: Direction): number {
  if (before === 'next' && month <= monthOf(day)) return yearOf(day) + 1;
  if (before === 'last' && month >= monthOf(day)) return yearOf(day) - 1;
  return yearFor(month, 28, day, before === 'last' || before === 'since' ? 'past' : direction);
}

const SHIFTS: Readonly<Record<string, number>> = {
  next: 1,
  coming: 1,
  following: 1,
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  the: 0,
  current: 0,
};

/** "next week", "this weekend", "later this month", "early next year", "the end of the week", "later in the month", "week of May 9". */
export const readPeriod: DateReader = (norms, at, day, direction) => {
  if (norms[at] === 'week' && norms[at + 1] === 'of') return weekAround(norms, at, day, direction);
  const side = /^(?:later|earlier)$/.test(norms[at] ?? '') ? norms[at] : undefined;
  const { part, length } = side === undefined ? partAt(norms, at) : { part: null, length: norms[at + 1] === 'in' ? 2 : 1 };
  const word = norms[at + length] ?? '';
  const shift = SHIFTS[word];
  const unit = norms[at + length + 1] ?? '';
  if (shift === undefined || (word === 'the' && length === 0 && unit !== 'weekend')) return null;
  const isOver = unit === 'weekend' && shift === 0 && direction === 'past' && weekdayOf(day) >= 1 && weekdayOf(day) <= 4;
  const span = periodOf(unit, isOver ? -1 : shift, day, part);
  if (span === null) return null;
  const start = side === 'later' && span.start < day ? day : span.start;
  const end = side === 'earlier' && span.end > day ? day : span.end;
  return { length: length + 2, start, end };
};

function weekAround(norms: readonly string[], at: number, day: string, direction: Direction): DateReading | null {
  const hop = norms[at + 2] === 'the' ? 3 : 2;
  const read = readMonthDay(norms, at + hop, day, direction);
  if (read === null) return null;
  const monday = addDays(read.start, -((weekdayOf(read.start) + 6) % 7));
  return { length: hop + read.length, start: monday, end: addDays(monday, 6) };
}

/** "end of month", "the year's end", "year-end". */
export const readEnd: DateReader = (norms, at, day) => {
  const glued = /^(month|year|week)-end$/.exec(norms[at] ?? '')?.[1];
  if (glued !== undefined) return withLength(periodOf(glued, 0, day, 'late'), 1);
  if (norms[at] === 'end' && norms[at + 1] === 'of') return withLength(periodOf(norms[at + 2] ?? '', 0, day, 'late'), 3);
  return norms[at + 1] === "'s" && norms[at + 2] === 'end' ? withLength(periodOf(norms[at] ?? '', 0, day, 'late'), 3) : null;
};
const withLength = (span: Span | null, length: number): DateReading | null => (span === null ? null : { length, ...span });

/** First and last day of a part of a week, counted from Monday. */
const WEEK_DAYS: Readonly<Record<Part, readonly [number, number]>> = { early: [0, 2], mid: [1, 3], late: [3, 6] };

function periodOf(unit: string, shift: number, day: string, part: Part | null): Span | null {
  if (unit === 'week') {
    const monday = addDays(day, -((weekdayOf(day) + 6) % 7) + 7 * shift);
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

/** "in two weeks", "within ten days", "within hours", "in the coming days", "over the next two weeks", "in the days ahead", "three days ago". */
export const readSpan: DateReader = (norms, at, day) => {
  const opener = norms[at] ?? '';
  if (/^(?:in|within|over|during|for)$/.test(opener)) return comingSpan(norms, at, day) ?? fixedSpan(norms, at, day);
  const count = countAt(norms, at);
  const days = count === null ? undefined : daysOfUnit(norms[at + count.length]);
  if (count === null || days === undefined || norms[at + count.length + 1] !== 'ago') return null;
  const centre = addDays(day, -count.count * days);
  const slack = Math.floor(days / 2);
  return { length: count.length + 2, start: addDays(centre, -slack), end: addDays(centre, slack) };
};

/** How many of a unit "the coming days", "coming weeks" are, at most. */
const PLENTY: Readonly<Record<string, number>> = { hours: 0, days: 7, weeks: 28, months: 120 };

/** From today on: "in the coming week", "in coming days", "within the next ten days", "in the weeks ahead", "within days". */
function comingSpan(norms: readonly string[], at: number, day: string): DateReading | null {
  const the = norms[at + 1] === 'the' ? 1 : 0;
  const isNext = /^(?:coming|next)$/.test(norms[at + 1 + the] ?? '');
  const from = at + 1 + the + (isNext ? 1 : 0);
  const count = isNext ? countAt(norms, from) : null;
  const unit = norms[from + (count?.length ?? 0)] ?? '';
  const isAhead = norms[from + 1] === 'ahead' || (norms[from + 1] === 'to' && norms[from + 2] === 'come');
  if (!isNext && !isAhead && !(norms[at] === 'within' && the === 0)) return null;
  const each = daysOfUnit(unit);
  const days =
    count === null ? (PLENTY[unit] ?? (isNext && the === 1 ? each : undefined)) : each === undefined ? undefined : each * count.count;
  if (days === undefined) return null;
  return { length: from + (count?.length ?? 0) + 1 - at, start: day, end: addDays(day, days) };
}

/** "in two weeks" is about then, "within two weeks" any day until then. */
function fixedSpan(norms: readonly string[], at: number, day: string): DateReading | null {
  if (norms[at] !== 'in' && norms[at] !== 'within') return null;
  const count = countAt(norms, at + 1);
  const each = count === null ? undefined : daysOfUnit(norms[at + 1 + count.length]);
  if (count === null || each === undefined) return null;
  const start = norms[at] === 'within' ? day : addDays(day, Math.round(count.count * each * 0.8));
  return { length: 2 + count.length, start, end: addDays(day, count.count * each) };
}

/** "in 2018", "early 2026", "by 2030": a year behind a preposition or a part of it. */
export const readYear: DateReader = (norms, at) => {
  const { part, length } = partAt(norms, at);
  const glued = /^mid-((?:19|20)\d\d)$/.exec(norms[at] ?? '')?.[1];
  const year = asYear(glued ?? norms[at + length]);
  if (year === null) return null;
  const isGoverned = /^(?:in|of|during|by|since|'s|their|the)$/.test(norms[at - 1] ?? '');
  if (part === null && glued === undefined && !isGoverned) return null;
  return { length: length + 1, ...partOfYear(year, glued === undefined ? part : 'mid') };
};

/** First month of a season of three. */
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** "this summer", "next spring", "in the autumn", "in spring 2026", "until autumn". */
export const readSeason: DateReader = (norms, at, day, direction) => {
  const isBare = SEASONS[norms[at] ?? ''] !== undefined;
  const shift = isBare ? 0 : SHIFTS[norms[at] ?? ''];
  const season = SEASONS[norms[isBare ? at : at + 1] ?? ''];
  if (shift === undefined || season === undefined) return null;
  if ((isBare || norms[at] === 'the') && !/^(?:in|into|by|during|until|till|before|for|to|of)$/.test(norms[at - 1] ?? '')) return null;
  const year = asYear(norms[at + (isBare ? 1 : 2)]);
  const near = yearFor(season, 28, day, shift < 0 ? 'past' : shift > 0 ? 'future' : direction);
  const isThisYear = shift > 0 && season > monthOf(day) && near === yearOf(day);
  const inYear = year ?? (shift > 0 && !isThisYear && near === yearOf(day) ? near + 1 : near);
  const last = addMonths(inYear, season, 2);
  return {
    length: (isBare ? 1 : 2) + (year === null ? 0 : 1),
    start: isoDay(inYear, season, 1),
    end: isoDay(last.year, last.month, lastDayOf(last.year, last.month)),
  };
};
