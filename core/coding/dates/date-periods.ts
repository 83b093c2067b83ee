import { addDays, DAY_MS, MONTHS, WEEKDAYS, weekdayOf } from '../words/calendar.ts';
import { wordSet } from '../words/word-set.ts';
import { readMonthDay, readOneDay } from './date-days.ts';
import { readMonth } from './date-months.ts';
import { monthsOf, partAt, periodOf, SHIFTS, type Span, yearBehind } from './date-parts.ts';
import { asYear, type DateReader, type DateReading, type Direction, isBeforeEncounter, yearOf } from './date-reading.ts';
import { onWeekday } from './date-weekdays.ts';

const looksAhead = (direction: Direction): boolean => direction === 'ahead' || direction === 'future';

/** "next week", "this weekend", "later this month", "early next year", "the end of the week", "later in the month", "week of May 9". */
export const readPeriod: DateReader = (norms, at, day, direction) => {
  const special = readNamedWeek(norms, at, day, direction);
  if (special !== null) return special;
  const side = norms[at] === 'later' || norms[at] === 'earlier' ? norms[at] : undefined;
  const { part, length } = side === undefined ? partAt(norms, at) : { part: null, length: norms[at + 1] === 'in' ? 2 : 1 };
  const isPast = norms[at + length] === 'this' && norms[at + length + 1] === 'past' ? 1 : 0;
  const word = norms[at + length + isPast] ?? '';
  const shift = SHIFTS.get(word);
  const unit = norms[at + length + isPast + 1] ?? '';
  const isOfDay = unit === 'weekend' && OF_DAY.has(norms[at + 2] ?? '');
  if (shift === undefined || (word === 'the' && length === 0 && (unit !== 'weekend' || isOfDay))) return null;
  const span = periodOf(unit, isOver(unit, day, direction) && shift === 0 ? -1 : shift, day, { part, isAhead: looksAhead(direction) });
  if (span === null) return null;
  const rest = restOf(unit, span, day);
  const start = side === 'later' && span.start < rest ? rest : span.start;
  const end = side === 'earlier' && span.end > day ? day : span.end;
  const onDay = unit === 'week' ? weekdayBehind(norms, at + length + isPast + 2, span.end) : null;
  return onDay === null ? { length: length + isPast + 2, start, end } : { ...onDay, length: length + isPast + 2 + onDay.length };
};

/** "next week, on Friday": a day of that week. */
function weekdayBehind(norms: readonly string[], at: number, end: string): DateReading | null {
  const on = norms[at] === ',' ? at + 1 : at;
  const weekday = norms[on] === 'on' ? WEEKDAYS.get(norms[on + 1] ?? '') : undefined;
  const isDated = norms[on + 2] === ',' && readOneDay(norms, on + 3, end, 'future') !== null;
  return weekday === undefined || isDated ? null : onWeekday(addDays(end, -((weekdayOf(end) + 6) % 7)), weekday, on + 2 - at);
}

/** Where what is left of a period begins: "later this week" is not today, "later this month" may be. */
const restOf = (unit: string, { end }: Span, day: string): string => (unit === 'week' && end > day ? addDays(day, 1) : day);

/** Told of in the week that follows it, "the weekend" is the one that is over. */
const isOver = (unit: string, day: string, direction: Direction): boolean =>
  unit === 'weekend' &&
  ((direction === 'past' && weekdayOf(day) >= 1 && weekdayOf(day) <= 5) ||
    (direction === 'near' && weekdayOf(day) >= 1 && weekdayOf(day) <= 2));

const OF_DAY = wordSet('of beginning starting commencing');

/** "the week of May 9", "the week after next", "weekend talks". */
function readNamedWeek(norms: readonly string[], at: number, day: string, direction: Direction): DateReading | null {
  const unit = norms[at] ?? '';
  if (unit !== 'week' && unit !== 'weekend') return null;
  if (norms[at + 1] === 'after' && norms[at + 2] === 'next') return withLength(periodOf(unit, 2, day, { part: null, isAhead: true }), 3);
  if (OF_DAY.has(norms[at + 1] ?? '')) return weekAround(norms, at, day, direction);
  const isBare = unit === 'weekend' && (norms[at - 1] === 'at' || norms[at - 1] === 'over');
  if (unit === 'week' || !(isBare || isBeforeEncounter(norms, at + 1))) return null;
  return withLength(periodOf(unit, isOver(unit, day, direction) ? -1 : 0, day, { part: null, isAhead: false }), 1);
}

function weekAround(norms: readonly string[], at: number, day: string, direction: Direction): DateReading | null {
  const hop = norms[at + 2] === 'the' ? 3 : 2;
  const read = readMonthDay(norms, at + hop, day, direction);
  if (read === null) return null;
  const monday = addDays(read.start, -((weekdayOf(read.start) + 6) % 7));
  return { length: hop + read.length, start: norms[at] === 'week' ? monday : addDays(monday, 5), end: addDays(monday, 6) };
}

const UNIT = wordSet('week month year');
/** "before the week is out", "end of month", "the year's end", "year-end", "by year end", "the turn of the year". */
export const readEnd: DateReader = (norms, at, day) => {
  const end = (unit: string | undefined): Span | null => periodOf(unit ?? '', 0, day, { part: 'late', isAhead: true });
  const glued = /^(month|year|week)-end$/.exec(norms[at] ?? '')?.[1];
  if (glued !== undefined) return withLength(end(glued), 1);
  if (norms[at] === 'turn' && norms[at + 1] === 'of' && norms[at + 2] === 'the' && norms[at + 3] === 'year')
    return { length: 4, start: `${yearOf(day)}-12-20`, end: `${yearOf(day) + 1}-01-10` };
  if (UNIT.has(norms[at] ?? '') && (norms[at + 1] === 'is' || norms[at + 1] === 'was') && IS_OUT.has(norms[at + 2] ?? ''))
    return withLength(periodOf(norms[at] ?? '', 0, day, { part: null, isAhead: true }), 3);
  if (norms[at] === 'end' && norms[at + 1] === 'of') return withLength(end(norms[at + 2]), 3);
  if ((norms[at] === 'month' || norms[at] === 'year') && norms[at + 1] === 'end') return withLength(end(norms[at]), 2);
  return norms[at + 1] === "'s" && norms[at + 2] === 'end' ? withLength(end(norms[at]), 3) : null;
};
const IS_OUT = wordSet('out over up');
const withLength = (span: Span | null, length: number): DateReading | null => (span === null ? null : { length, ...span });

export const WHICH: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    last: -1,
    final: -1,
    latter: 2,
    '1st': 1,
    '2nd': 2,
    '3rd': 3,
    '4th': 4,
  }),
);

const PARTS = wordSet('week half quarter days');
/** "the first week of September", "the second half of next year", "the last days of May", "first quarter of 2026", "Q1 2026". */
export const readFraction: DateReader = (norms, at, day, direction) => {
  const short = /^([qh])([1-4])$/.exec(norms[at] ?? '');
  const which = short === null ? WHICH.get(norms[at] ?? '') : Number(short[2]);
  const unit = short === null ? (norms[at + 1] ?? '') : short[1] === 'q' ? 'quarter' : 'half';
  if (which === undefined || !PARTS.has(unit)) return null;
  const link = short === null ? at + 2 : at + 1;
  const from = norms[link] === 'of' || norms[link] === 'in' ? link + 1 : link;
  const whole = from > link || short !== null ? wholeAt(norms, from, day, direction) : null;
  if (whole === null) return null;
  return { length: from - at + whole.length, ...fractionOf(whole, which, unit) };
};

/** "September (2026)", "next month", "the year", "2026". */
export function wholeAt(norms: readonly string[], at: number, day: string, direction: Direction): DateReading | null {
  const year = asYear(norms[at]);
  if (year !== null) return { length: 1, ...monthsOf(year, 1, 12) };
  const month = MONTHS.has(norms[at] ?? '') ? readMonth(['in', ...norms.slice(at, at + 4)], 1, day, direction) : null;
  if (month !== null) return month;
  const ofYear = yearBehind(norms, at, day);
  if (ofYear !== null) return { length: ofYear.length, ...monthsOf(ofYear.year, 1, 12) };
  const shift = SHIFTS.get(norms[at] ?? '');
  const unit = norms[at + 1] ?? '';
  if (shift === undefined || (unit !== 'month' && unit !== 'year')) return null;
  return withLength(periodOf(unit, shift, day, { part: null, isAhead: true }), 2);
}

/** Days of the whole that so many weeks, days or shares of it are. */
function fractionOf({ start, end }: Span, which: number, unit: string): Span {
  if (unit === 'week') {
    if (which < 0) return { start: addDays(end, -6), end };
    const from = addDays(start, 7 * (which - 1));
    return { start: from, end: addDays(from, 6) };
  }
  if (unit === 'days') return which < 0 ? { start: addDays(end, -4), end } : { start, end: addDays(start, 4) };
  const parts = unit === 'half' ? 2 : 4;
  const k = which < 0 ? parts - 1 : which - 1;
  if (start.endsWith('-01-01') && end.endsWith('-12-31')) return monthsOf(yearOf(start), 1 + (k * 12) / parts, ((k + 1) * 12) / parts);
  const days = (Date.parse(end) - Date.parse(start)) / DAY_MS + 1;
  return { start: addDays(start, Math.floor((days * k) / parts)), end: addDays(start, Math.floor((days * (k + 1)) / parts) - 1) };
}
