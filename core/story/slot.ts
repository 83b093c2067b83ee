import { remember } from './remember.ts';
import { seatOf } from './seat.ts';

/** Dates and places of a contact: what adds to what is known, what contradicts it. */

type Range = { readonly start: string; readonly end: string; readonly span: number };

/** First and last day (ISO dates) of a date as the coder gives it (a day, a month, or `start/end`), and the milliseconds between them. */
const readRange = remember((date): Range => {
  const [from = date, to = from] = date.split('/');
  const [start, end] = [from.slice(0, 10).padEnd(10, '-01'), to.length < 10 ? `${to}-31`.slice(0, 10) : to.slice(0, 10)];
  return { start, end, span: Date.parse(end) - Date.parse(start) };
});

export type SlotChange = 'none' | 'set' | 'changed';

/** What a reported date does to the one that stands: nothing if they overlap (a range that holds the day adds nothing). */
export function compareDates(known: string | null, reported: string | null): SlotChange {
  if (reported === null || reported === known) return 'none';
  if (known === null) return 'set';
  const [before, now] = [readRange(known), readRange(reported)];
  return now.start <= before.end && before.start <= now.end ? 'none' : 'changed';
}

/** A day is known when the range is so short (days). */
const EXACT = 2;
const daysOf = ({ span }: Range): number => span / 86_400_000 + 1;

/** True for a day, or two. */
export const isDay = (date: string | null): boolean => date !== null && daysOf(readRange(date)) <= EXACT;

/** "Later this year", "in the coming months": so long a range (days) is no day that anybody has fixed. */
const VAGUE = 45;
export const isVagueDate = (date: string | null): boolean => date === null || daysOf(readRange(date)) > VAGUE;

/** "Next week", "by May" becomes "on 12 June": the day is fixed, within what was known or not. */
export function isFixedBy(known: string | null, reported: string | null): boolean {
  if (known === null || reported === null || known === reported) return false;
  return daysOf(readRange(known)) > EXACT && daysOf(readRange(reported)) <= EXACT;
}

/** True when the reported date is shorter than the known one: keep the more exact. */
export function isNarrower(known: string | null, reported: string | null): boolean {
  if (reported === null || reported === known) return false;
  if (known === null) return true;
  return readRange(reported).span < readRange(known).span;
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
export const lastDay = (date: string | null): string | null => (date === null ? null : readRange(date).end);
/** First day of a date (ISO date), or null. */
export const firstDay = (date: string | null): string | null => (date === null ? null : readRange(date).start);
