/** Dates and places of a contact: what adds to what is known, what contradicts it. */

/** First and last day (ISO dates) of a date as the coder gives it: one day, or `start/end`. */
function readRange(date: string): readonly [string, string] {
  const [start = date, end = start] = date.split('/');
  return [start.slice(0, 10), end.slice(0, 10)];
}

export type SlotChange = 'none' | 'set' | 'changed';

/** What a reported date does to the one that stands: nothing if they overlap (a range that holds the day adds nothing). */
export function compareDates(known: string | null, reported: string | null): SlotChange {
  if (reported === null) return 'none';
  if (known === null) return 'set';
  const [knownStart, knownEnd] = readRange(known);
  const [start, end] = readRange(reported);
  return start <= knownEnd && knownStart <= end ? 'none' : 'changed';
}

/** True when the reported date is one day within a known range: keep the day. */
export function isNarrower(known: string | null, reported: string | null): boolean {
  if (reported === null) return false;
  if (known === null) return true;
  const [knownStart, knownEnd] = readRange(known);
  const [start, end] = readRange(reported);
  return Date.parse(end) - Date.parse(start) < Date.parse(knownEnd) - Date.parse(knownStart);
}

const placeKey = (place: string): string =>
  place
    .toLowerCase()
    .replace(/^(the|in|at)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a reported place does to the one that stands. One name inside the other ("Budapest", "Budapest, Hungary") is no change. */
export function comparePlaces(known: string | null, reported: string | null): SlotChange {
  if (reported === null || placeKey(reported) === '') return 'none';
  if (known === null) return 'set';
  const [one, other] = [placeKey(known), placeKey(reported)];
  return one.includes(other) || other.includes(one) ? 'none' : 'changed';
}

/** Last day of a date (ISO date), or null. */
export const lastDay = (date: string | null): string | null => (date === null ? null : readRange(date)[1]);
/** First day of a date (ISO date), or null. */
export const firstDay = (date: string | null): string | null => (date === null ? null : readRange(date)[0]);
