import type { Status } from '../codebook/coded-item.ts';
import { AHEAD } from '../codebook/status-kinds.ts';
import { addDays, MONTHS, WEEKDAYS } from '../words/calendar.ts';
import type { Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { readMonthDay, readNumeric, readOrdinal } from './date-days.ts';
import { readFeast } from './date-feasts.ts';
import { readMonth, readSeason, readYear } from './date-months.ts';
import { readNthDay } from './date-nth.ts';
import { readEnd, readFraction, readPeriod } from './date-periods.ts';
import { asDay, type DateReader, type DateReading, type Direction, isBeforeEncounter } from './date-reading.ts';
import { readSpan } from './date-spans.ts';
import { readDayWord, readStep, readWeekday } from './date-weekdays.ts';
import { canOpen } from './date-words.ts';

/** One date expression: its tokens, and the days it means (`start` = `end` for one day). */
export type DateMention = { readonly from: number; readonly to: number; readonly start: string; readonly end: string };

/** What is only recalled lies behind us, unless it is an appointment ("on the eve of the summit"). */
export function directionOf(status: Status, isBackground: boolean): Direction {
  if (status === 'held' || (isBackground && status !== 'scheduled')) return 'past';
  if (status === 'underway' || status === 'denied') return 'near';
  return AHEAD.has(status) ? 'ahead' : 'future';
}

const READERS: readonly DateReader[] = [
  readNumeric,
  readFeast,
  readMonthDay,
  readOrdinal,
  readFraction,
  readNthDay,
  readMonth,
  readWeekday,
  readPeriod,
  readEnd,
  readSpan,
  readSeason,
  readDayWord,
  readYear,
];

/** "sat down with", "wed in May", "in the sun", "may or may not": no Saturday, Wednesday, Sunday or month. */
const isNoDate = ({ norm, isCapital }: Token): boolean =>
  !isCapital && (norm === 'sat' || norm === 'sun' || norm === 'wed' || norm === 'may');

/** Every date in a sentence, resolved against the day of publication; longest reading first. */
export function findDates(tokens: readonly Token[], day: string, direction: Direction): readonly DateMention[] {
  const norms = tokens.map((token) => (isNoDate(token) ? '' : token.norm));
  const found: DateMention[] = [];
  for (let at = 0; at < norms.length; ) {
    const read = canOpen(norms[at] ?? '') ? (readerOf(norms, at, day, direction) ?? stepFrom(norms, at, { found, day, direction })) : null;
    if (read === null) at += 1;
    else {
      found.push({ from: at, to: at + read.length, ...settled(norms, at, { read, last: found.at(-1), day, direction }) });
      at += read.length;
    }
  }
  return found;
}

const readerOf: DateReader = (norms, at, day, direction) => {
  for (const reader of READERS) {
    const read = reader(norms, at, day, direction);
    if (read !== null && read.start <= read.end) return read;
  }
  return null;
};

type Before = { readonly found: readonly DateMention[]; readonly day: string; readonly direction: Direction };
/** "on Monday and ... two days later"; without a day before it only what is past counts back from the day of the news. */
function stepFrom(norms: readonly string[], at: number, { found, day, direction }: Before): DateReading | null {
  const last = found.at(-1);
  const read = readStep(norms, at, last?.start ?? day);
  return read !== null && (last !== undefined || (direction === 'past' && read.start < day)) ? read : null;
}

type Reading = { readonly read: DateReading; readonly last: DateMention | undefined; readonly day: string; readonly direction: Direction };
/** "until Friday" begins today; "Monday or Tuesday" are two days of one week. */
function settled(norms: readonly string[], at: number, { read, last, day, direction }: Reading): Pick<DateMention, 'start' | 'end'> {
  const { start, end } = read;
  if (direction !== 'past' && end > day && isUntil(norms, at, at + read.length) && !isOffUntil(norms, at, direction))
    return { start: day, end: norms[at - 1] === 'before' && isWhole(norms, at) && start > day ? addDays(start, -1) : end };
  const isSecond = last?.to === at - 1 && norms[at - 1] === 'or' && WEEKDAYS.has(norms[at] ?? '');
  return isSecond && start < last.start ? { start: addDays(start, 7), end: addDays(end, 7) } : { start, end };
}

/** "before October", "before next week": over when it begins. */
const isWhole = (norms: readonly string[], at: number): boolean =>
  norms[at] === 'next' || (MONTHS.has(norms[at] ?? '') && asDay(norms[at + 1]) === null);

/** "by May", "until 28 June": any day from now on; but not "before Friday's summit", "not before September". */
function isUntil(norms: readonly string[], at: number, to: number): boolean {
  const before = norms[at - 1] === 'the' ? at - 2 : at - 1;
  if (!UNTIL.has(norms[before] ?? '') || NOT_UNTIL.has(norms[before - 1] ?? '')) return false;
  return norms[to] !== "'s" && !isBeforeEncounter(norms, to) && !isBeforeEncounter(norms, to + 1);
}
const UNTIL = wordSet('by until till before through');
/** "put back the talks on the islands until August", "postpones trip to India until May": what is put off is then. */
function isOffUntil(norms: readonly string[], at: number, direction: Direction): boolean {
  if (direction !== 'future' || (norms[at - 1] !== 'until' && norms[at - 1] !== 'till')) return false;
  for (let back = at - 2; back >= Math.max(0, at - MAX_OFF); back -= 1) if (PUT_OFF.has(norms[back] ?? '')) return true;
  return false;
}
const MAX_OFF = 14;

const PUT_OFF = wordSet(
  'unlikely off back postponed postpone delay defer delayed deferred adjourned pushed postpones delays defers shelved suspended wait waits',
);
/** "not before May", "put off until May": then, and no day before. */
const NOT_UNTIL: ReadonlySet<string> = new Set([...PUT_OFF, 'not', 'no', 'never']);
