import { addDays, MONTHS, WEEKDAYS, weekdayOf } from '../words/calendar.ts';
import { wordSet } from '../words/word-set.ts';
import { readOneDay, TO } from './date-days.ts';
import { mondayOf, shiftBehind } from './date-parts.ts';
import { countAt, type DateReader, type DateReading, type Direction, daysOf, ENCOUNTERS } from './date-reading.ts';

/** "on Friday", "next Monday", "last Tuesday", "Monday of next week", "a week on Tuesday", "Friday week", "Friday, August 15", "Monday to Wednesday". */
export const readWeekday: DateReader = (norms, at, day, direction) => {
  const before = norms[at] === 'week' && (norms[at + 1] === 'on' || norms[at + 1] === 'from') ? 2 : 0;
  const first = at + before;
  const hop =
    norms[first] === 'this' && (norms[first + 1] === 'past' || norms[first + 1] === 'coming') ? 2 : WHICH.has(norms[first] ?? '') ? 1 : 0;
  const weekday = WEEKDAYS.get(norms[first + hop] ?? '');
  if (weekday === undefined || NAMED_DAY.has(norms[at - 1] ?? '') || isFifthOfMonth(norms, at)) return null;
  const week = isWeekLater(norms, first + hop + 1) ? 1 : 0;
  const behind = first + hop + 1 + week;
  const mark = norms[behind] === ',' || norms[behind] === '(' ? 1 : 0;
  const named = readOneDay(norms, behind + mark, day, direction);
  if (named !== null) return { ...named, length: behind + mark - at + named.length };
  const ofWeek = shiftBehind(norms, behind, 'week');
  if (ofWeek !== null) return onWeekday(mondayOf(day, ofWeek.shift, direction !== 'past'), weekday, behind - at + ofWeek.length);
  const word = hop === 0 ? '' : (norms[behind - week - 2] ?? '');
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  // "later Monday", printed on Tuesday
  const toGo = ahead === 6 && norms[at - 1] === 'later' ? -1 : daysTo(ahead, word, direction);
  const date = addDays(day, toGo + (before + week > 0 ? 7 : 0));
  const last = TO.has(norms[behind] ?? '') && norms[behind + 2] !== "'s" ? WEEKDAYS.get(norms[behind + 1] ?? '') : undefined;
  if (last === undefined) return { length: behind - at, start: date, end: date };
  return { length: behind - at + 2, start: date, end: addDays(date, (last - weekdayOf(date) + 7) % 7) };
};
const WHICH = wordSet('next last this coming past');

/** "Friday week": a week behind the next Friday. */
const isWeekLater = (norms: readonly string[], at: number): boolean =>
  norms[at] === 'week' && !AFTER_WEEK.has(norms[at + 1] ?? '') && !ENCOUNTERS.has(norms[at + 1] ?? '');
const AFTER_WEEK = wordSet("of 's ago before after earlier later -");

/** "Black Friday", "Bloody Sunday": the name of a feast or of a day in history. */
const NAMED_DAY = wordSet('good black bloody ash holy maundy palm easter whit super cyber');

/** "the fifth Monday of February": not the next one; "the fifth Friday of protests" is. */
const isFifthOfMonth = (norms: readonly string[], at: number): boolean =>
  FIFTH.has(norms[at - 1] ?? '') && (norms[at + 1] === 'of' || norms[at + 1] === 'in') && isMonth(norms, at + 2);
const FIFTH = wordSet('fifth sixth 5th 6th');
const isMonth = (norms: readonly string[], at: number): boolean => MONTHS.has(norms[at] ?? '') || norms[at + 1] === 'month';

/** Days from publication to the weekday that is `ahead` days off. */
function daysTo(ahead: number, word: string, direction: Direction): number {
  const isBehind = direction === 'past' || (direction === 'near' && ahead > 3) || (direction === 'present' && ahead === 6);
  // "met this Tuesday": of this week, not of the next
  const isPast = word === 'last' || word === 'past' || ((word === '' || (word === 'this' && direction === 'past')) && isBehind);
  if (isPast) return ahead === 0 ? (word === '' ? 0 : -7) : ahead - 7;
  // "next Thursday", told on Wednesday, is not tomorrow
  return word === 'next' && ahead <= 1 ? ahead + 7 : ahead;
}

export function onWeekday(monday: string, weekday: number, length: number): DateReading {
  const date = addDays(monday, (weekday + 6) % 7);
  return { length, start: date, end: date };
}

const DAY_WORDS: ReadonlyMap<string, number> = new Map(Object.entries({ today: 0, tonight: 0, tomorrow: 1, yesterday: -1, overnight: 0 }));

/** "today", "this morning", "last night", "the day after tomorrow". */
export const readDayWord: DateReader = (norms, at, day) => {
  const part = PART_OF_DAY.has(norms[at + 1] ?? '');
  if (part && (norms[at] === 'this' || norms[at] === 'last')) return shifted(day, norms[at] === 'this' ? 0 : -1, 2);
  if (norms[at] === 'day' && norms[at + 1] === 'after' && norms[at + 2] === 'tomorrow') return shifted(day, 2, 3);
  if (norms[at] === 'day' && norms[at + 1] === 'before' && norms[at + 2] === 'yesterday') return shifted(day, -2, 3);
  const days = DAY_WORDS.get(norms[at] ?? '');
  return days === undefined ? null : shifted(day, days, 1);
};
const PART_OF_DAY = wordSet('morning afternoon evening night');

function shifted(day: string, days: number, length: number): DateReading {
  const date = addDays(day, days);
  return { length, start: date, end: date };
}

/** What may follow "the day before" where it counts from another day of the sentence, not from an event. */
const ENDS = new Set(['', ...wordSet(', . ; in at and that with for')]);

/** "the next day", "two days later", "a week earlier", "the previous day": counted from the day that was told last. */
export function readStep(norms: readonly string[], at: number, base: string): DateReading | null {
  const which = norms[at] ?? '';
  const days = norms[at + 1] === 'day' ? DAYS_ON[which] : undefined;
  if (days !== undefined) return norms[at - 1] === 'the' ? shifted(base, days, 2) : null;
  const count = countAt(norms, at) ?? (which === 'day' && norms[at - 1] === 'the' ? { count: 1, length: 0 } : null);
  const span = count === null ? undefined : daysOf(count.count, norms[at + count.length]);
  if (count === null || span === undefined || span > 60) return null;
  const word = norms[at + count.length + 1] ?? '';
  const isLater = word === 'later' || word === 'after';
  if (!isLater && word !== 'earlier' && word !== 'before') return null;
  if ((word === 'after' || word === 'before') && !ENDS.has(norms[at + count.length + 2] ?? '')) return null;
  return shifted(base, isLater ? span : -span, count.length + 2);
}
const DAYS_ON: Readonly<Record<string, number>> = { next: 1, following: 1, same: 0, previous: -1, preceding: -1 };
