import { COUNTRY_ROWS, METONYM_ROWS } from '../coding/facts/state-data.ts';
import { remember } from './remember.ts';

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Names of one seat of government: the state, its capital, its palaces. "Washington", "the White House" and "the US" are one place to a guest. */
const SEATS: ReadonlyMap<string, string> = new Map([
  ...METONYM_ROWS.flatMap((row) => row.names.map((name) => [letters(name), row.party] as const)),
  ...COUNTRY_ROWS.flatMap((row) => [...row.names, ...row.capitals].map((name) => [letters(name), row.code] as const)),
]);

/** The state whose seat of government a place is, or null for any other place. */
export const seatOf = remember((place): string | null => SEATS.get(letters(place.replace(/^the\s+/i, '').replace(/,.*$/, ''))) ?? null);
