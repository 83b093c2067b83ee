/**
 * Where the contact lies from the day of publication: "on Friday" means the next or the last one. `ahead` is certain to come (a plan),
 * `future` was to come (what is put off or refused may lie a little back), `near` may be either, `present` is told in the present tense
 * ("arrives on Friday"): on the day or the day before, else to come.
 */
export type Direction = 'past' | 'ahead' | 'future' | 'near' | 'present';
/** What a date expression means: how many tokens it takes, and its first and last day. */
export type DateReading = { readonly length: number; readonly start: string; readonly end: string };
/** Reads the expression that begins at `at`, against the day of publication. */
export type DateReader = (norms: readonly string[], at: number, day: string, direction: Direction) => DateReading | null;

/** Small numbers as news writes them; the vague ones as they are meant. */
export const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
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
    eleven: 11,
    twelve: 12,
    few: 3,
    couple: 2,
    several: 4,
  }),
);
/** Days that a unit counts, about. */
const UNIT_DAYS: Readonly<Record<string, number>> = { minute: 0, hour: 0, day: 1, night: 1, week: 7, fortnight: 14, month: 30, year: 365 };

/** What a month, season or weekend before it tells the time of: "the July trip", "an autumn summit". */
export const ENCOUNTERS: ReadonlySet<string> = new Set(
  'summit summits meeting meetings talks negotiations consultations visit visits trip tour call conversation conversations session round gathering dialogue encounter huddle stopover audience conference sit-down tete-a-tete face-to-face rendezvous reunion bilateral dinner lunch breakfast banquet reception'.split(
    ' ',
  ),
);
const BEFORE_ENCOUNTER: ReadonlySet<string> = new Set(
  'state official working private bilateral trilateral phone telephone video peace trade nuclear surprise planned scheduled leaders ministerial regional annual second third next'.split(
    ' ',
  ),
);
/** A contact is named right behind `at` - 1 ("July trip", "July's trip"), or behind one word that describes it. */
export function isBeforeEncounter(norms: readonly string[], at: number): boolean {
  const noun = norms[at] === "'s" ? at + 1 : at;
  return ENCOUNTERS.has(norms[noun] ?? '') || (BEFORE_ENCOUNTER.has(norms[noun] ?? '') && ENCOUNTERS.has(norms[noun + 1] ?? ''));
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));
export const asYear = (norm: string | undefined): number | null => (/^(?:19|20)\d\d$/.test(norm ?? '') ? Number(norm) : null);
/** A day of the month, with or without its ending. */
export const asDay = (norm: string | undefined): number | null => {
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(norm ?? '')?.[1];
  return number !== undefined && Number(number) >= 1 && Number(number) <= 31 ? Number(number) : null;
};
const asCount = (norm: string | undefined): number | null => (/^\d{1,3}$/.test(norm ?? '') ? Number(norm) : null);
/** "two", "a few", "10": a count and the tokens that it takes. */
export function countAt(norms: readonly string[], at: number): { readonly count: number; readonly length: number } | null {
  const hop = norms[at] === 'a' && (norms[at + 1] === 'few' || norms[at + 1] === 'couple') ? 1 : 0;
  const count = NUMBERS.get(norms[at + hop] ?? '') ?? asCount(norms[at + hop]);
  if (count === null) return null;
  const of = norms[at + hop] === 'couple' && norms[at + hop + 1] === 'of' ? 1 : 0;
  return { count, length: hop + 1 + of };
}
/** Days of a unit, in the singular or plural; undefined for any other word. */
export const daysOfUnit = (norm: string | undefined): number | undefined => UNIT_DAYS[(norm ?? '').replace(/s$/, '')];
/** Days of so many units: 48 hours are two days. */
export function daysOf(count: number, unit: string | undefined): number | undefined {
  const each = daysOfUnit(unit);
  return unit === 'hour' || unit === 'hours' ? Math.round(count / 24) : each === undefined ? undefined : each * count;
}
