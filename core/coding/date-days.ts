import { addDays, addMonths, isoDay, lastDayOf, MONTHS, WEEKDAYS, weekdayOf } from './calendar.ts';
import { asDay, asYear, type DateReader, type DateReading, type Direction, monthOf, yearOf } from './date-reading.ts';

/** The year that a month without one means, by the side of publication that the contact lies on. */
export function yearFor(month: number, day: number, published: string, direction: Direction): number {
  const year = yearOf(published);
  const guess = isoDay(year, month, Math.min(day, lastDayOf(year, month)));
  const months = (Date.parse(guess) - Date.parse(published)) / (30 * 86_400_000);
  if (direction === 'future') return months < -2 ? year + 1 : year;
  if (direction === 'past') return months > 1 ? year - 1 : year;
  return months < -6 ? year + 1 : months > 6 ? year - 1 : year;
}

/** "9 May", "May 9", "May 9th", "9th of May", with or without a year. */
const readOneDay: DateReader = (norms, at, published, direction) => {
  const first = asDay(norms[at]);
  const of = norms[at + 1] === 'of' ? 1 : 0;
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
  const comma = norms[at + length] === ',' ? 1 : 0;
  const year = asYear(norms[at + length + comma]);
  const inYear = year ?? yearFor(month, day, base.published, base.direction);
  const date = isoDay(inYear, month, Math.min(day, lastDayOf(inYear, month)));
  return { length: length + (year === null ? 0 : comma + 1), start: date, end: date };
}

const TO = /^(?:-|to|and|through|until|till)$/;

/** "9-10 May", "May 9 to 10", "April 30 to May 2": the first and the last day. */
const readDays: DateReader = (norms, at, published, direction) => {
  const first = asDay(norms[at]);
  if (first !== null && (TO.test(norms[at + 1] ?? '') || norms[at + 1] === 'or')) {
    const last = readOneDay(norms, at + 2, published, direction);
    if (last === null || asDay(norms[at + 2]) === null || Number(last.start.slice(8)) <= first) return null;
    const start = `${last.start.slice(0, 8)}${String(first).padStart(2, '0')}`;
    return norms[at + 1] === 'or' ? { length: 1, start, end: start } : { length: 2 + last.length, start, end: last.end };
  }
  const one = readOneDay(norms, at, published, direction);
  if (one === null || !TO.test(norms[at + one.length] ?? '')) return one;
  const hop = at + one.length + (norms[at + one.length + 1] === 'the' ? 2 : 1);
  const other = readOneDay(norms, hop, published, direction);
  if (other !== null && norms[at + one.length] !== 'and' && other.start > one.start)
    return { length: hop - at + other.length, start: one.start, end: other.end };
  const day = asDay(norms[hop]);
  if (day === null || day <= Number(one.start.slice(8))) return one;
  const year = asYear(norms[hop + 1] === ',' ? norms[hop + 2] : undefined) ?? asYear(norms[hop + 1]);
  const prefix = year === null ? one.start.slice(0, 8) : `${year}${one.start.slice(4, 8)}`;
  return {
    length: hop - at + 1,
    start: `${prefix}${one.start.slice(8)}`,
    end: `${prefix}${String(day).padStart(2, '0')}`,
  };
};
export const readMonthDay = readDays;

/** "on the 15th": of this month, or of the one before or after it. */
export const readOrdinal: DateReader = (norms, at, published, direction) => {
  if (!/^\d{1,2}(?:st|nd|rd|th)$/.test(norms[at] ?? '') || norms[at - 1] !== 'the' || norms[at - 2] !== 'on') return null;
  if (/^\p{L}/u.test(norms[at + 1] ?? '') && !/^(?:in|at|to|and|or|for|with)$/.test(norms[at + 1] ?? '')) return null;
  const day = asDay(norms[at]);
  if (day === null) return null;
  const today = Number(published.slice(8));
  const shift = direction === 'future' && day < today ? 1 : direction === 'past' && day > today ? -1 : 0;
  const { year, month } = addMonths(yearOf(published), monthOf(published), shift);
  const date = isoDay(year, month, Math.min(day, lastDayOf(year, month)));
  return { length: 1, start: date, end: date };
};

/** "on Friday", "next Monday", "last Tuesday", "Monday of next week", "Friday, August 15", "Monday to Wednesday". */
export const readWeekday: DateReader = (norms, at, day, direction) => {
  const hop = norms[at] === 'this' && norms[at + 1] === 'past' ? 2 : /^(?:next|last|this|coming|past)$/.test(norms[at] ?? '') ? 1 : 0;
  const weekday = WEEKDAYS.get(norms[at + hop] ?? '');
  if (weekday === undefined) return null;
  const behind = at + hop + 1;
  const named = readOneDay(norms, norms[behind] === ',' ? behind + 1 : behind, day, direction);
  if (named !== null) return { ...named, length: named.length + (norms[behind] === ',' ? hop + 2 : hop + 1) };
  const ofWeek = weekOf(norms, behind);
  if (ofWeek !== null) return onWeekday(addDays(day, -((weekdayOf(day) + 6) % 7) + 7 * ofWeek.shift), weekday, hop + 1 + ofWeek.length);
  const word = hop === 0 ? '' : (norms[at + hop - 1] ?? '');
  const date = addDays(day, daysTo((weekday - weekdayOf(day) + 7) % 7, word, direction));
  const last = TO.test(norms[behind] ?? '') && norms[behind + 2] !== "'s" ? WEEKDAYS.get(norms[behind + 1] ?? '') : undefined;
  if (last === undefined) return { length: hop + 1, start: date, end: date };
  return { length: hop + 3, start: date, end: addDays(date, (last - weekdayOf(date) + 7) % 7) };
};

/** Days from publication to the weekday that is `ahead` days off. */
function daysTo(ahead: number, word: string, direction: Direction): number {
  const isPast = /^(?:last|past)$/.test(word) || (word === '' && (direction === 'past' || (direction === 'near' && ahead > 3)));
  if (isPast) return ahead === 0 ? (word === '' ? 0 : -7) : ahead - 7;
  return word === 'next' && ahead === 0 ? 7 : ahead;
}

/** "next week", "of last week" behind a weekday. */
function weekOf(norms: readonly string[], at: number): { readonly shift: number; readonly length: number } | null {
  const of = norms[at] === 'of' ? 1 : 0;
  if (norms[at + of + 1] !== 'week') return null;
  const shift = { next: 1, last: -1, this: 0 }[norms[at + of] ?? ''];
  return shift === undefined ? null : { shift, length: of + 2 };
}

function onWeekday(monday: string, weekday: number, length: number): DateReading {
  const date = addDays(monday, (weekday + 6) % 7);
  return { length, start: date, end: date };
}

const DAY_WORDS: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  tomorrow: 1,
  yesterday: -1,
  overnight: 0,
  сегодня: 0,
  завтра: 1,
  вчера: -1,
};

/** "today", "this morning", "last night", "the day after tomorrow". */
export const readDayWord: DateReader = (norms, at, day) => {
  const part = /^(?:morning|afternoon|evening|night)$/.test(norms[at + 1] ?? '');
  if (part && (norms[at] === 'this' || norms[at] === 'last')) return shifted(day, norms[at] === 'this' ? 0 : -1, 2);
  if (norms[at] === 'day' && norms[at + 1] === 'after' && norms[at + 2] === 'tomorrow') return shifted(day, 2, 3);
  if (norms[at] === 'day' && norms[at + 1] === 'before' && norms[at + 2] === 'yesterday') return shifted(day, -2, 3);
  const days = DAY_WORDS[norms[at] ?? ''];
  return days === undefined || (days !== 0 && norms[at + 1] === "'s") ? null : shifted(day, days, 1);
};

function shifted(day: string, days: number, length: number): DateReading {
  const date = addDays(day, days);
  return { length, start: date, end: date };
}

/** Feasts with a day of their own: month and day. */
const FEASTS: Readonly<Record<string, readonly [number, number]>> = { christmas: [12, 25], 'new year': [1, 1] };

/** "before Christmas", "by the new year", "at Easter". */
export const readFeast: DateReader = (norms, at, published, direction) => {
  const two = `${norms[at]} ${norms[at + 1]}`;
  const feast = FEASTS[norms[at] ?? ''] ?? FEASTS[two];
  const length = FEASTS[two] === undefined ? 1 : 2;
  if (norms[at] === 'easter') return onEaster(yearFor(4, 10, published, direction));
  if (feast === undefined || norms[at + length] === "'s") return null;
  const [month, day] = feast;
  const date = isoDay(yearFor(month, day, published, direction), month, day);
  return { length, start: date, end: date };
};

/** Easter Sunday of the western churches, by Gauss's rule as Butcher wrote it. */
function onEaster(year: number): DateReading {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const date = isoDay(year, Math.floor(f / 31), (f % 31) + 1);
  return { length: 1, start: date, end: date };
}
