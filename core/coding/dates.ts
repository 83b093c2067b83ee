import { MONTHS, WEEKDAYS } from './calendar.ts';
import type { Status } from './coded-item.ts';
import { readDayWord, readFeast, readMonthDay, readOrdinal, readWeekday } from './date-days.ts';
import { readEnd, readMonth, readPeriod, readSeason, readSpan, readYear } from './date-periods.ts';
import { type DateReader, type Direction, NUMBERS } from './date-reading.ts';
import type { Token } from './text.ts';

/** One date expression: its tokens, and the days it means (`start` = `end` for one day). */
export type DateMention = { readonly from: number; readonly to: number; readonly start: string; readonly end: string };

/** What is only recalled lies behind us, unless it is an appointment ("on the eve of the summit"). */
export const directionOf = (status: Status, isBackground: boolean): Direction =>
  status === 'held' || (isBackground && status !== 'scheduled') ? 'past' : /^(?:underway|denied)$/.test(status) ? 'near' : 'future';

const UNITS = new Set(
  'christmas easter hours week weeks weekend day days month months year years today tonight tomorrow yesterday overnight morning evening night spring summer autumn fall winter сегодня завтра вчера'.split(
    ' ',
  ),
);
const OPENERS = new Set([
  ...UNITS,
  ...'next last this the coming following past previous current later earlier new month-end year-end within in over during for a an early mid late beginning start middle end few couple several'.split(
    ' ',
  ),
]);
const startsWithDigit = (norm: string): boolean => norm.charCodeAt(0) >= 48 && norm.charCodeAt(0) <= 57;
const OPENING: ReadonlySet<string> = new Set([...OPENERS, ...WEEKDAYS.keys(), ...MONTHS.keys(), ...Object.keys(NUMBERS)]);
const canOpen = (norm: string): boolean => OPENING.has(norm) || startsWithDigit(norm) || norm.startsWith('mid-');
const TELLING: ReadonlySet<string> = new Set([...UNITS, ...WEEKDAYS.keys(), ...MONTHS.keys()]);

/** A cheap look before the real reading: most sentences have no date. */
export const mayHaveDate = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ norm }) => startsWithDigit(norm) || TELLING.has(norm) || norm.startsWith('mid-') || norm.endsWith('-day') || norm === 'year-end',
  );

const READERS: readonly DateReader[] = [
  readMonthDay,
  readOrdinal,
  readMonth,
  readWeekday,
  readPeriod,
  readEnd,
  readSpan,
  readSeason,
  readDayWord,
  readFeast,
  readYear,
];

/** Every date in a sentence, resolved against the day of publication; longest reading first. */
export function findDates(tokens: readonly Token[], day: string, direction: Direction): readonly DateMention[] {
  const norms = tokens.map((token) => token.norm);
  const found: DateMention[] = [];
  for (let at = 0; at < norms.length; ) {
    const read = canOpen(norms[at] ?? '') ? firstReading(norms, at, day, direction) : null;
    if (read === null) at += 1;
    else {
      const start = isUntil(norms, at) && direction !== 'past' && read.end > day ? day : read.start;
      found.push({ from: at, to: at + read.length, start, end: read.end });
      at += read.length;
    }
  }
  return found;
}

/** "by May", "until 28 June": any day from now on. */
const isUntil = (norms: readonly string[], at: number): boolean =>
  /^(?:by|until|till|before)$/.test(norms[norms[at - 1] === 'the' ? at - 2 : at - 1] ?? '');

const firstReading: DateReader = (norms, at, day, direction) => {
  for (const reader of READERS) {
    const read = reader(norms, at, day, direction);
    if (read !== null && read.start <= read.end) return read;
  }
  return null;
};
