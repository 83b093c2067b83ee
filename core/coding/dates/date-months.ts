import { addDays, isoDay, lastDayOf, MONTHS } from '../words/calendar.ts';
import { wordSet } from '../words/word-set.ts';
import { isPreposition } from '../words/word-sets.ts';
import { yearFor } from './date-days.ts';
import { type Part, partAt, partOfMonth, partOfYear, SHIFTS, type Span, yearBehind } from './date-parts.ts';
import {
  asDay,
  asYear,
  type DateReader,
  type DateReading,
  type Direction,
  ENCOUNTERS,
  isBeforeEncounter,
  monthOf,
  yearOf,
} from './date-reading.ts';

const BEFORE_MONTH = wordSet(
  'in of for next last this until till by during before after since from between than around through into late early following',
);
const OWNS = wordSet("a an the his her its their 's");
/** March and May: more often a verb than a month. */
const isVerbToo = (month: number): boolean => month === 3 || month === 5;
/** What only a noun can be: before it "May" is the month. */
export const NO_VERB = wordSet('summit meeting meetings trip session round gathering conference negotiations talks');

/** "early March", "mid-May", "next March", "March (2022)", "June last year", "April or May", "July trip"; a bare month needs such a place. */
export const readMonth: DateReader = (norms, at, day, direction) => {
  if (norms[at] === 'later') return norms[at + 1] === 'in' ? restOfMonth(readMonth(norms, at + 2, day, direction), day) : null;
  const { part, length } = partAt(norms, at);
  const glued = /^mid-(.+)$/.exec(norms[at] ?? '')?.[1];
  const month = MONTHS.get(glued ?? norms[at + length] ?? '');
  if (month === undefined || (norms[at] === 'mar' && AFTER_MAR.has(norms[at + 1] ?? ''))) return null;
  const named = yearBehind(norms, at + length + 1, day);
  const isBare = part === null && glued === undefined && named === null;
  if (isBare && !isPlaced(norms, at, month) && lastMonth(norms, at + length + 1) === null) return null;
  const year = named?.year ?? yearOfMonth(month, norms[at - 1] ?? '', day, direction);
  const span = partOfMonth(year, month, glued === undefined ? part : 'mid');
  const behind = at + length + 1 + (named?.length ?? 0);
  const last = isBare ? lastMonth(norms, behind) : null;
  if (last === null) return { length: behind - at, ...span };
  return { length: behind - at + 2, start: span.start, end: endOf(yearBehind(norms, behind + 2, day)?.year ?? year, month, last) };
};
const AFTER_MAR = wordSet('del de a');

/** "later in May": told in May, from tomorrow on. */
function restOfMonth(month: DateReading | null, day: string): DateReading | null {
  if (month === null) return null;
  const isNow = month.start <= day && day < month.end;
  return { length: month.length + 2, start: isNow ? addDays(day, 1) : month.start, end: month.end };
}

/** "moved to May": behind such a word "to" is no sign of a verb. */
const MOVED = /^(?:[a-z]+ed|back|off|forward|over)$/;

/** Stands where a month does: behind a preposition, an article or an owner, or before the contact that it dates. */
function isPlaced(norms: readonly string[], at: number, month: number): boolean {
  const before = norms[at - 1] ?? '';
  if (before === 'as' && norms[at - 2] === 'soon') return true;
  if (BEFORE_MONTH.has(before) || (before === 'to' && (!isVerbToo(month) || MOVED.test(norms[at - 2] ?? '')))) return true;
  if (isVerbToo(month)) return NO_VERB.has(norms[at + 1] ?? '') || (OWNS.has(before) && isBeforeEncounter(norms, at + 1));
  return OWNS.has(before) || isBeforeEncounter(norms, at + 1) || isBeforeNamed(norms, at + 1);
}

/** "bins October Dhaka visit", "June Putin-Macron summit": who or where stands between. */
function isBeforeNamed(norms: readonly string[], at: number): boolean {
  if (!/^[a-z]{3,}$/.test(norms[at] ?? '') || isPreposition(norms[at] ?? '') || norms[at] === 'and') return false;
  return ENCOUNTERS.has(norms[at + 1] ?? '') || (norms[at + 1] === '-' && ENCOUNTERS.has(norms[at + 3] ?? ''));
}

/** "to June", "or May" behind a month, with no day behind it. */
function lastMonth(norms: readonly string[], at: number): number | null {
  if (!UP_TO.has(norms[at] ?? '')) return null;
  const month = MONTHS.get(norms[at + 1] ?? '');
  return month === undefined || asDay(norms[at + 2]) !== null ? null : month;
}
const UP_TO = wordSet('- / to and or until through');

const endOf = (year: number, first: number, last: number): string => {
  const inYear = last < first ? year + 1 : year;
  return isoDay(inYear, last, lastDayOf(inYear, last));
};

function yearOfMonth(month: number, before: string, day: string, direction: Direction): number {
  if (before === 'next' && month <= monthOf(day)) return yearOf(day) + 1;
  if (before === 'last' && month >= monthOf(day)) return yearOf(day) - 1;
  const near = yearFor(month, 31, day, before === 'last' || before === 'since' ? 'past' : direction);
  const isOver = direction === 'ahead' && near === yearOf(day) && month < monthOf(day) - 1;
  return isOver ? near + 1 : near;
}

/** "in 2018", "early 2026", "by 2030": a year behind a preposition or a part of it. */
export const readYear: DateReader = (norms, at) => {
  const { part, length } = partAt(norms, at);
  const glued = /^mid-((?:19|20)\d\d)$/.exec(norms[at] ?? '')?.[1];
  const year = asYear(glued ?? norms[at + length]);
  if (year === null) return null;
  const isGoverned = BEFORE_YEAR.has(norms[at - 1] ?? '') || (norms[at - 1] === 'to' && SLIPS.has(norms[at - 2] ?? ''));
  if (part === null && glued === undefined && !isGoverned) return null;
  return { length: length + 1, ...partOfYear(year, glued === undefined ? part : 'mid') };
};
const BEFORE_YEAR = wordSet("in of during by since until before after 's their the into till");
const SLIPS = wordSet('slip slips slipped moved put pushed delayed postponed deferred back off over shifted shunted slide slides');

/** First month of a season of three. */
const SEASONS: ReadonlyMap<string, number> = new Map(Object.entries({ spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }));
/** "the Winter Games" are no season. */
const GAMES = wordSet('olympics olympic games paralympics palace offensive school collection');
const BEFORE_SEASON = wordSet('in into by during until till before for to of over from since through an a');

/** "this summer", "next spring", "early autumn", "in the spring of 2026", "until autumn", "autumn summit". */
export const readSeason: DateReader = (norms, at, day, direction) => {
  const { part, length } = partAt(norms, at);
  const word = norms[at + length] ?? '';
  const isBare = SEASONS.has(word);
  const shift = isBare ? 0 : SHIFTS.get(word);
  const name = at + length + (isBare ? 0 : 1);
  const month = SEASONS.get(norms[name] ?? '');
  if (shift === undefined || month === undefined || GAMES.has(norms[name + 1] ?? '')) return null;
  const before = norms[at - 1] ?? '';
  const isFree = part !== null || !(isBare || word === 'the') || BEFORE_SEASON.has(before) || isBeforeEncounter(norms, name + 1);
  if (!isFree || (norms[name] === 'fall' && isBare && part === null && !BEFORE_FALL.has(before))) return null;
  const isEnd = norms[name + 1] === "'s" && norms[name + 2] === 'end';
  const named = isEnd ? { year: null, length: 2 } : yearBehind(norms, name + 1, day);
  const year = named?.year ?? yearOfSeason(month, shift, day, direction);
  return { length: name + 1 - at + (named?.length ?? 0), ...seasonOf(year, month, isEnd ? 'late' : part) };
};
const BEFORE_FALL = wordSet('in this next by until for');

function yearOfSeason(month: number, shift: number, day: string, direction: Direction): number {
  const near = yearFor(month, 28, day, shift < 0 ? 'past' : shift > 0 ? 'future' : direction);
  if (shift <= 0 || near !== yearOf(day)) return near;
  return month > monthOf(day) ? near : near + 1;
}

/** A third of it is a month. */
function seasonOf(year: number, month: number, part: Part | null): Span {
  const [first, last] = part === null ? [0, 2] : part === 'early' ? [0, 0] : part === 'mid' ? [1, 1] : [2, 2];
  const [from, to] = [month + first, month + last];
  return {
    start: isoDay(from > 12 ? year + 1 : year, ((from - 1) % 12) + 1, 1),
    end: endOf(to > 12 ? year + 1 : year, 1, ((to - 1) % 12) + 1),
  };
}
