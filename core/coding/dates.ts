import { addDays, addMonths, isoDay, lastDayOf, MONTHS, WEEKDAYS, weekdayOf } from './calendar.ts';
import type { Status } from './coded-item.ts';
import type { Token } from './text.ts';

/** One date expression: its tokens, and the days it means (`from` = `to` for one day). */
export type DateMention = { readonly from: number; readonly to: number; readonly start: string; readonly end: string };
/** Whether the contact lies behind or before the day of publication: "on Friday" means the next or the last one. */
export type Direction = 'past' | 'future' | 'near';

export const directionOf = (status: Status, isBackground: boolean): Direction =>
  status === 'held' || isBackground ? 'past' : /^(?:underway|denied)$/.test(status) ? 'near' : 'future';

const OPENERS = new Set([
  'next',
  'last',
  'this',
  'coming',
  'following',
  'past',
  'previous',
  'later',
  'earlier',
  'within',
  'in',
  'a',
  'an',
  'early',
  'mid',
  'late',
  'beginning',
  'end',
  'today',
  'tonight',
  'tomorrow',
  'yesterday',
  'few',
  'couple',
  'several',
  'сегодня',
  'завтра',
  'вчера',
]);
const UNITS = new Set([
  'week',
  'weeks',
  'weekend',
  'day',
  'days',
  'month',
  'months',
  'year',
  'years',
  'today',
  'tonight',
  'tomorrow',
  'yesterday',
  'сегодня',
  'завтра',
  'вчера',
]);
const canOpen = (norm: string): boolean =>
  OPENERS.has(norm) || WEEKDAYS.has(norm) || MONTHS.has(norm) || norm in NUMBERS || startsWithDigit(norm) || norm.startsWith('mid-');
const startsWithDigit = (norm: string): boolean => norm.charCodeAt(0) >= 48 && norm.charCodeAt(0) <= 57;

/** A cheap look before the real reading: most sentences have no date. */
export const mayHaveDate = (tokens: readonly Token[]): boolean =>
  tokens.some(({ norm }) => startsWithDigit(norm) || UNITS.has(norm) || WEEKDAYS.has(norm) || MONTHS.has(norm) || norm.startsWith('mid-'));

type Reader = (
  norms: readonly string[],
  at: number,
  day: string,
  direction: Direction,
) => { readonly length: number; readonly start: string; readonly end: string } | null;

/** Every date in a sentence, resolved against the day of publication; longest reading first. */
export function findDates(tokens: readonly Token[], day: string, direction: Direction): readonly DateMention[] {
  const norms = tokens.map((token) => token.norm);
  const found: DateMention[] = [];
  for (let at = 0; at < norms.length; ) {
    const read = canOpen(norms[at] ?? '') ? firstReading(norms, at, day, direction) : null;
    if (read === null) at += 1;
    else {
      found.push({ from: at, to: at + read.length, start: read.start, end: read.end });
      at += read.length;
    }
  }
  return found;
}

const firstReading: Reader = (norms, at, day, direction) => {
  for (const reader of READERS) {
    const read = reader(norms, at, day, direction);
    if (read !== null && read.start <= read.end) return read;
  }
  return null;
};

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));
const asDay = (norm: string | undefined): number | null => {
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(norm ?? '')?.[1];
  return number !== undefined && Number(number) >= 1 && Number(number) <= 31 ? Number(number) : null;
};
const asYear = (norm: string | undefined): number | null => (/^(?:19|20)\d\d$/.test(norm ?? '') ? Number(norm) : null);

/** The year that a month without one means, by the side of publication that the contact lies on. */
function yearFor(month: number, day: number, published: string, direction: Direction): number {
  const year = yearOf(published);
  const guess = isoDay(year, month, Math.min(day, lastDayOf(year, month)));
  const months = (Date.parse(guess) - Date.parse(published)) / (30 * 86_400_000);
  if (direction === 'future') return months < -2 ? year + 1 : year;
  if (direction === 'past') return months > 1 ? year - 1 : year;
  return months < -6 ? year + 1 : months > 6 ? year - 1 : year;
}

function single(length: number, year: number, month: number, day: number) {
  const date = isoDay(year, month, Math.min(day, lastDayOf(year, month)));
  return { length, start: date, end: date };
}

const skipsComma = (norms: readonly string[], at: number): number => (norms[at] === ',' ? 1 : 0);

/** "24 February (2022)", "9-10 May", "February 24(, 2022)", "May 9-10". */
const readMonthDay: Reader = (norms, at, day, direction) => {
  const dayFirst = asDay(norms[at]);
  const monthBehind = MONTHS.get(norms[at + 1] === 'of' ? (norms[at + 2] ?? '') : (norms[at + 1] ?? ''));
  if (dayFirst !== null && monthBehind !== undefined) {
    const length = norms[at + 1] === 'of' ? 3 : 2;
    return withYear(norms, at, { length, month: monthBehind, day: dayFirst }, { day, direction });
  }
  const monthLater =
    /^(?:or|and|-)$/.test(norms[at + 1] ?? '') && asDay(norms[at + 2]) !== null ? MONTHS.get(norms[at + 3] ?? '') : undefined;
  if (dayFirst !== null && monthLater !== undefined)
    return withYear(norms, at, { length: 1, month: monthLater, day: dayFirst }, { day, direction });
  const month = MONTHS.get(norms[at] ?? '');
  const dayBehind = asDay(norms[at + 1]);
  if (month === undefined || dayBehind === null) return null;
  const hop = norms[at + 3] === 'the' ? 4 : 3;
  const rangeEnd = /^(?:-|to|and|through)$/.test(norms[at + 2] ?? '') ? asDay(norms[at + hop]) : null;
  if (rangeEnd !== null && rangeEnd > dayBehind) {
    const year = asYear(norms[at + hop + 1]) ?? yearFor(month, dayBehind, day, direction);
    return { length: hop + 1, start: isoDay(year, month, dayBehind), end: isoDay(year, month, rangeEnd) };
  }
  return withYear(norms, at, { length: 2, month, day: dayBehind }, { day, direction });
};

function withYear(
  norms: readonly string[],
  at: number,
  read: { length: number; month: number; day: number },
  base: { day: string; direction: Direction },
) {
  const comma = skipsComma(norms, at + read.length);
  const year = asYear(norms[at + read.length + comma]);
  if (year !== null) return single(read.length + comma + 1, year, read.month, read.day);
  return single(read.length, yearFor(read.month, read.day, base.day, base.direction), read.month, read.day);
}

const PART: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 10],
  mid: [11, 20],
  'mid-': [11, 20],
  late: [21, 31],
  beginning: [1, 10],
  end: [21, 31],
};

/** "early March", "in late 2024"?, "next March", "March (2022)"; a bare "March" or "May" needs a preposition. */
const readMonth: Reader = (norms, at, day, direction) => {
  const part = PART[norms[at] ?? ''];
  const hop = part === undefined ? 0 : norms[at + 1] === 'of' || norms[at + 1] === '-' ? 2 : 1;
  const glued = /^mid-(.+)$/.exec(norms[at] ?? '')?.[1];
  const month = MONTHS.get(glued ?? norms[at + hop] ?? '');
  if (month === undefined) return null;
  const before = norms[at - 1] ?? '';
  const year = asYear(norms[at + hop + 1]);
  const isBare = part === undefined && glued === undefined && year === null;
  if (
    isBare &&
    !/^(?:in|of|for|next|last|this|until|by|during|before|after|в)$/.test(before) &&
    !(month !== 5 && month !== 3 && /^(?:a|the|his|her|its|their|'s)$/.test(before))
  )
    return null;
  const shift = before === 'next' && month <= monthOf(day) ? 1 : before === 'last' && month >= monthOf(day) ? -1 : 0;
  const inYear =
    year ??
    (shift === 0 ? yearFor(month, 28, day, before === 'last' ? 'past' : before === 'since' ? 'past' : direction) : yearOf(day) + shift);
  const [first, last] = glued !== undefined ? [11, 20] : (part ?? [1, 31]);
  const end = lastDayOf(inYear, month);
  return {
    length: hop + 1 + (year === null ? 0 : 1),
    start: isoDay(inYear, month, first),
    end: isoDay(inYear, month, Math.min(last, end)),
  };
};

/** "on Friday", "next Monday", "last Tuesday". */
const readWeekday: Reader = (norms, at, day, direction) => {
  const hop = /^(?:next|last|this|coming)$/.test(norms[at] ?? '') ? 1 : 0;
  const weekday = WEEKDAYS.get(norms[at + hop] ?? '');
  if (weekday === undefined) return null;
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  const word = hop === 1 ? norms[at] : '';
  const isPast = word === 'last' || (word === '' && (direction === 'past' || (direction === 'near' && ahead > 3)));
  const days = isPast ? (ahead === 0 ? (word === 'last' ? -7 : 0) : ahead - 7) : word === 'next' && ahead === 0 ? 7 : ahead;
  const date = addDays(day, days);
  return { length: hop + 1, start: date, end: date };
};

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  few: 3,
  couple: 2,
  several: 4,
};
const DAY_WORDS: Readonly<Record<string, number>> = { today: 0, tonight: 0, tomorrow: 1, yesterday: -1, сегодня: 0, завтра: 1, вчера: -1 };

/** "today", "tomorrow", "the day after tomorrow". */
const readDayWord: Reader = (norms, at, day) => {
  const shift = DAY_WORDS[norms[at] ?? ''];
  if (shift === undefined || norms[at + 1] === "'s") return null;
  const date = addDays(day, shift);
  return { length: 1, start: date, end: date };
};

/** "next week", "this weekend", "later this month", "last year", "this week". */
const readPeriod: Reader = (norms, at, day) => {
  const later = /^(?:later|earlier)$/.test(norms[at] ?? '') ? 1 : 0;
  const word = norms[at + later] ?? '';
  const unit = norms[at + later + 1] ?? '';
  const shift =
    word === 'next' || word === 'coming' || word === 'following'
      ? 1
      : word === 'last' || word === 'past' || word === 'previous'
        ? -1
        : word === 'this'
          ? 0
          : null;
  if (shift === null) return null;
  const period = periodOf(unit, shift, day);
  if (period === null) return null;
  const start = norms[at] === 'later' && period.start < day ? day : period.start;
  const end = norms[at] === 'earlier' && period.end > day ? day : period.end;
  return { length: later + 2, start, end };
};

function periodOf(unit: string, shift: number, day: string): { readonly start: string; readonly end: string } | null {
  if (unit === 'week' || unit === 'week,') {
    const monday = addDays(day, -((weekdayOf(day) + 6) % 7) + 7 * shift);
    return { start: monday, end: addDays(monday, 6) };
  }
  if (unit === 'weekend') {
    const saturday = addDays(day, ((6 - weekdayOf(day) + 7) % 7) - (weekdayOf(day) === 0 ? 7 : 0) + 7 * shift);
    return { start: saturday, end: addDays(saturday, 1) };
  }
  if (unit === 'month') {
    const { year, month } = addMonths(yearOf(day), monthOf(day), shift);
    return { start: isoDay(year, month, 1), end: isoDay(year, month, lastDayOf(year, month)) };
  }
  if (unit === 'year') return { start: isoDay(yearOf(day) + shift, 1, 1), end: isoDay(yearOf(day) + shift, 12, 31) };
  return null;
}

/** "in two weeks", "within ten days", "in the coming days", "three days ago". */
const readSpan: Reader = (norms, at, day) => {
  const isWithin = norms[at] === 'within' || norms[at] === 'in';
  if (isWithin && norms[at + 1] === 'the' && /^(?:coming|next)$/.test(norms[at + 2] ?? '')) {
    const unit = (norms[at + 3] ?? '').replace(/s$/, '');
    const days = UNIT_DAYS[unit];
    return days === undefined ? null : { length: 4, start: day, end: addDays(day, unit === 'day' ? 7 : days * 4) };
  }
  const hop = isWithin ? 1 : 0;
  const count = NUMBERS[norms[at + hop] ?? ''] ?? asDay(norms[at + hop]);
  const days = UNIT_DAYS[(norms[at + hop + 1] ?? '').replace(/s$/, '')];
  if (count === null || count === undefined || days === undefined) return null;
  if (isWithin)
    return {
      length: 3,
      start: norms[at] === 'within' ? day : addDays(day, Math.round(count * days * 0.8)),
      end: addDays(day, count * days),
    };
  if (norms[at + 2] !== 'ago' && norms[at + 2] !== 'later') return null;
  const centre = addDays(day, -count * days);
  return norms[at + 2] === 'ago'
    ? { length: 3, start: addDays(centre, -Math.floor(days / 2)), end: addDays(centre, Math.floor(days / 2)) }
    : null;
};
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** "in 2018": a year behind a preposition. */
const readYear: Reader = (norms, at) => {
  const year = asYear(norms[at]);
  if (year === null || !/^(?:in|of|during|'s|their|the|early|late|mid)$/.test(norms[at - 1] ?? '')) return null;
  return { length: 1, start: isoDay(year, 1, 1), end: isoDay(year, 12, 31) };
};

const READERS: readonly Reader[] = [readMonthDay, readMonth, readPeriod, readSpan, readWeekday, readDayWord, readYear];
