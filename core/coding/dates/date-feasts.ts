import { FEASTS, type FeastRow } from '../facts/data.ts';
import { addDays, isoDay, lastDayOf, weekdayOf } from '../words/calendar.ts';
import { wordSet } from '../words/word-set.ts';
import { yearFor } from './date-days.ts';
import { type DateReader, type Direction, isBeforeEncounter } from './date-reading.ts';

type Named = { readonly words: readonly string[]; readonly row: FeastRow };
/** Longest first by first word. */
const NAMED: ReadonlyMap<string, readonly Named[]> = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly Named[]> {
  const all = FEASTS.flatMap((row) => row.names.map((name) => ({ words: name.split(' '), row })));
  const map = new Map<string, Named[]>();
  for (const named of all.sort((a, b) => b.words.length - a.words.length)) {
    const first = named.words[0] ?? '';
    map.set(first, [...(map.get(first) ?? []), named]);
  }
  return map;
}

/** Words that a feast can begin with. */
export const FEAST_WORDS: ReadonlySet<string> = new Set(NAMED.keys());

const BEFORE_FEAST = wordSet('on at by before after until till over around for during since next last this past to into in of');

/** "before Christmas", "on Good Friday", "by the new year": with a preposition, or before the contact ("an Easter visit"). */
export const readFeast: DateReader = (norms, at, published, direction) => {
  const found = NAMED.get(norms[at] ?? '')?.find(({ words }) => words.every((word, k) => norms[at + k] === word));
  if (found === undefined) return null;
  const length = found.words.length;
  const lead = norms[at - 1] === 'the' ? at - 2 : at - 1;
  const before = norms[lead] ?? '';
  if (norms[at + length] === "'s" || (!BEFORE_FEAST.has(before) && !isBeforeEncounter(norms, at + length))) return null;
  const isDayAfter = before === 'after' && norms[lead - 1] === 'day';
  if (before === 'after' && !isDayAfter) return null;
  const start = addDays(dayOfFeast(found.row, published, direction), isDayAfter ? 1 : 0);
  const isSeason = found.words[0] === 'new' && length === 2 && (before === 'in' || before === 'into');
  return { length, start, end: isSeason ? addDays(start, 30) : start };
};

function dayOfFeast(row: FeastRow, published: string, direction: Direction): string {
  if (row.easter !== undefined) return addDays(easterOf(yearFor(4, 10, published, direction)), row.easter);
  const month = row.month ?? 1;
  const year = yearFor(month, row.day ?? 15, published, direction);
  return row.day === undefined ? nthWeekday(year, month, row) : isoDay(year, month, Math.min(row.day, lastDayOf(year, month)));
}

/** "the fourth Thursday of November". */
function nthWeekday(year: number, month: number, { weekday = 0, nth = 1 }: FeastRow): string {
  const first = isoDay(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

/** Easter Sunday of the western churches, by Gauss's rule as Butcher wrote it. */
function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return isoDay(year, Math.floor(f / 31), (f % 31) + 1);
}
