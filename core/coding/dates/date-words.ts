import { MONTHS, WEEKDAYS } from '../words/calendar.ts';
import { FEAST_WORDS } from './date-feasts.ts';
import { NUMBERS } from './date-reading.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const UNITS = setOf(
  'hours week weeks weekend day days month months year years fortnight eve today tonight tomorrow yesterday overnight morning afternoon evening night spring summer autumn fall winter',
);
const OPENERS = setOf(
  'next last this the coming following same past previous preceding upcoming current later earlier new month-end year-end within in over during for a an early mid late beginning start middle end turn few couple several first second third fourth fifth sixth seventh eighth ninth tenth final latter 1st 2nd 3rd 4th q1 q2 q3 q4 h1 h2',
);
const startsWithDigit = (norm: string): boolean => norm.charCodeAt(0) >= 48 && norm.charCodeAt(0) <= 57;
const OPENING: ReadonlySet<string> = new Set([
  ...UNITS,
  ...OPENERS,
  ...FEAST_WORDS,
  ...WEEKDAYS.keys(),
  ...MONTHS.keys(),
  ...NUMBERS.keys(),
]);
/** Whether an expression of a date may begin with a word. */
export const canOpen = (norm: string): boolean => OPENING.has(norm) || startsWithDigit(norm) || norm.startsWith('mid-');
const TELLING: ReadonlySet<string> = new Set([
  ...UNITS,
  ...WEEKDAYS.keys(),
  ...MONTHS.keys(),
  ...[...FEAST_WORDS].filter((word) => !OPENERS.has(word)),
]);

/** Whether a word may belong to a date: most sentences have none. */
export const tellsDate = (norm: string): boolean =>
  startsWithDigit(norm) || TELLING.has(norm) || norm.startsWith('mid-') || norm.endsWith('-day') || norm === 'year-end';
