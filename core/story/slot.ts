import { remember } from './remember.ts';
import { seatOf } from './seat.ts';

/** Dates and places of a contact: what adds to what is known, what contradicts it. */

/** First and last day (ISO dates) of a date as the coder gives it: a day, a month, or `start/end`. */
const readRange = remember((date): readonly [string, string] => {
  const [start = date, end = start] = date.split('/');
  return [start.slice(0, 10).padEnd(10, '-01'), end.length < 10 ? `${end}-31`.slice(0, 10) : end.slice(0, 10)];
});

export type SlotChange = 'none' | 'set' | 'changed';

/** What a reported date does to the one that stands: nothing if they overlap (a range that holds the day adds nothing). */
export function compareDates(known: string | null, reported: string | null): SlotChange {
  if (reported === null || reported === known) return 'none';
  if (known === null) return 'set';
  const [knownStart, knownEnd] = readRange(known);
  const [start, end] = readRange(reported);
  return start <= knownEnd && knownStart <= end ? 'none' : 'changed';
}

/** A day is known when the range is so short (days). */
const EXACT = 2;
const daysOf = ([start, end]: readonly [string, string]): number => (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;

/** "Next week", "by May" becomes "on 12 June": the day is fixed, within what was known or not. */
export function isFixedBy(known: string | null, reported: string | null): boolean {
  if (known === null || reported === null || known === reported) return false;
  return daysOf(readRange(known)) > EXACT && daysOf(readRange(reported)) <= EXACT;
}

/** True when the reported date is shorter than the known one: keep the more exact. */
export function isNarrower(known: string | null, reported: string | null): boolean {
  if (reported === null || reported === known) return false;
  if (known === null) return true;
  const [knownStart, knownEnd] = readRange(known);
  const [start, end] = readRange(reported);
  return Date.parse(end) - Date.parse(start) < Date.parse(knownEnd) - Date.parse(knownStart);
}

const wordsOf = remember((place) =>
  place
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** Two names of one place: one inside the other ("Budapest, Hungary"), or both the seat of one government. */
function isSamePlace(known: string, reported: string): boolean {
  const [one, other] = [wordsOf(known), wordsOf(reported)];
  const seat = seatOf(known);
  return one.includes(other) || other.includes(one) || (seat !== null && seat === seatOf(reported));
}

/** What a reported place does to the one that stands. */
export function comparePlaces(known: string | null, reported: string | null): SlotChange {
  if (reported === null || reported === known || wordsOf(reported) === '') return 'none';
  if (known === null) return 'set';
  return isSamePlace(known, reported) ? 'none' : 'changed';
}

/** Last day of a date (ISO date), or null. */
export const lastDay = (date: string | null): string | null => (date === null ? null : readRange(date)[1]);
/** First day of a date (ISO date), or null. */
export const firstDay = (date: string | null): string | null => (date === null ? null : readRange(date)[0]);
