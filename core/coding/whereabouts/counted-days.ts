import { countAt, daysOf, daysOfUnit, isBeforeEncounter } from '../dates/date-reading.ts';
import { findDates } from '../dates/dates.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { addDays } from '../words/calendar.ts';
import { normOf } from '../words/text.ts';
import { normInFrame as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

const normsOf = ({ scan }: Frame): readonly string[] => scan.sentence.tokens.map((token) => token.norm);

const BEFORE = wordSet('before ahead until till');
const AFTER = wordSet('after since following');
const OFF: ReadonlySet<string> = new Set(['postponed', 'cancelled', 'declined', 'denied', 'premature']);

/** "a day before the summit", "hours after talks", "two days before he is due to meet", "on the eve of": told from the day of the news. */
export function countedFrom(frame: Frame, day: string): string | null {
  const at = linkOf(frame);
  if (at === null) return OFF.has(frame.status) ? onTheSpot(frame, day) : null;
  const link = normAt(frame, at);
  if (DAY_BESIDE.has(normAt(frame, at + 1)) || hasOwnDay(frame, at, day)) return null;
  if (link === 'eve') return addDays(day, 1);
  const sign = BEFORE.has(link) ? 1 : -1;
  const toGo = normAt(frame, at - 1) === 'go' && normAt(frame, at - 2) === 'to' ? 2 : 0;
  const end = at - toGo;
  const unit = normAt(frame, end - 1);
  const each = daysOfUnit(unit);
  if (each === undefined) return null;
  if (each === 0) return day;
  const found = [3, 2].map((back) => ({ back, ...countTo(frame, end - back) })).find((one) => one.length === one.back - 1);
  const days = found?.count === undefined ? undefined : daysOf(found.count, unit);
  if (days === undefined || found === undefined || COMING.has(normAt(frame, end - found.back - 1))) return null;
  const date = addDays(baseOf(frame, end - found.back, sign, day), sign * days);
  return each >= 7 ? `${addDays(date, -Math.floor(each / 2))}/${addDays(date, Math.floor(each / 2))}` : date;
}
const DAY_BESIDE = wordSet('tomorrow yesterday');

/** "on the eve of a summit to be held in Oslo on 16 June", "two days before Friday's talks": told by its own day as well. */
const hasOwnDay = ({ nucleus, scan: { sentence } }: Frame, link: number, day: string): boolean =>
  findDates(sentence.tokens, day, 'near').some(({ from, to, start, end }) => {
    if (start !== end) return false;
    if (to <= nucleus.from) return from > link && normOf(sentence.tokens, to) === "'s";
    return (
      from >= nucleus.to && from - nucleus.to <= MAX_OWN && !sentence.tokens.slice(nucleus.to, from).some(({ norm }) => NOT_ITS.has(norm))
    );
  });
const MAX_OWN = 10;
const NOT_ITS = wordSet(', : ; said says told and after before who which');

/** "two" of "two days before", and the one of "the day before". */
const countTo = (frame: Frame, at: number): ReturnType<typeof countAt> =>
  countAt(normsOf(frame), at) ?? (normAt(frame, at) === 'the' && DAY_OR_WEEK.has(normAt(frame, at + 1)) ? { count: 1, length: 1 } : null);
const DAY_OR_WEEK = wordSet('day week');

/** "over the next four years following talks": how long something lasts. */
const COMING = wordSet('next coming past last');

/** Where "before" or "after" stands that the contact follows at once, or in a clause of its own. */
function linkOf(frame: Frame): number | null {
  const { nucleus, scan, status } = frame;
  const start = nucleus.row.kind === 'verb' ? nucleus.from : phraseStart(scan.sentence, nucleus);
  const direct = OF_OR_TO.has(normAt(frame, start - 1)) ? start - 2 : start - 1;
  const link = normAt(frame, direct);
  if (link === 'from' && normAt(frame, direct - 1) === 'on' && daysOfUnit(normAt(frame, direct - 2)) !== undefined) return direct - 1;
  if (link === 'eve' || BEFORE.has(link) || AFTER.has(link)) return OFF.has(status) && isCalledOff(frame, direct) ? null : direct;
  const clause = clauseOf(scan, nucleus.from);
  const opener = normAt(frame, clause.from);
  const isFirst = !scan.nuclei.some((other) => other.from >= clause.from && other.to <= nucleus.from);
  const isTold = clause.kind === 'time' && isFirst && !OFF.has(status) && nucleus.from - clause.from <= MAX_CLAUSE;
  return isTold && (BEFORE.has(opener) || AFTER.has(opener)) ? clause.from : null;
}
const MAX_CLAUSE = 14;
const OF_OR_TO = wordSet('of to');

/** "hours after Iran suspends talks": counted from the day on which they are called off. */
const isCalledOff = ({ chain, nucleus }: Frame, at: number): boolean =>
  chain.some(({ row, from, to }) => row.isVerb === true && from > at && to <= nucleus.from);

const APPOINTED = wordSet('due scheduled planned set supposed begin start open');
/** "pulled out an hour before it was due to start": on the day on which that was done. */
function onTheSpot(frame: Frame, day: string): string | null {
  const norms = normsOf(frame);
  const link = norms.findIndex((norm, at) => (norm === 'before' || norm === 'after') && MOMENTS.has(norms[at - 1] ?? ''));
  if (link < 0 || !norms.slice(link, link + 7).some((norm) => APPOINTED.has(norm))) return null;
  return findDates(frame.scan.sentence.tokens.slice(0, link), day, 'past').find(({ start, end }) => start === end)?.start ?? day;
}
const MOMENTS = wordSet('hour hours minute minutes moments');

/** "met him on Monday, a day after talks with": counted from the day that stands right before. */
function baseOf({ scan }: Frame, at: number, sign: number, day: string): string {
  const { tokens } = scan.sentence;
  const to = normOf(tokens, at - 1) === 'just' || normOf(tokens, at - 1) === 'only' ? at - 1 : at;
  if (normOf(tokens, to - 1) !== ',') return day;
  const isPlan = tokens.slice(0, to).some(({ norm }) => PLANS.has(norm));
  const before = findDates(tokens.slice(0, to - 1), day, isPlan ? 'ahead' : 'past').at(-1);
  const isBeside = before !== undefined && before.to >= to - 4 && before.start === before.end;
  return isBeside && (sign < 0 || before.start >= day) ? before.start : day;
}
const PLANS = wordSet('will would to due set');

/** "begins a three-day visit", "for four days of talks", "for two days from Thursday": from its first day on; null where no length is told. */
export function lasting(frame: Frame, day: string): string | null {
  const days = daysAsOne(frame) ?? daysInAll(frame);
  return days === null || days < 2 ? null : `${day}/${addDays(day, days - 1)}`;
}

function daysAsOne(frame: Frame): number | null {
  const { nucleus } = frame;
  for (let at = nucleus.to - 1; at >= Math.max(0, nucleus.from - 4); at -= 1) {
    const count = /^(\p{L}+|\d+)-day$/u.exec(normAt(frame, at))?.[1];
    const days = count === undefined ? null : countAt([count], 0);
    if (days !== null) return days.count;
  }
  return nucleus.row.isTravel === true ? daysOfTrip(frame) : daysOfTalks(frame);
}

/** "two days of talks". */
const daysOfTalks = (frame: Frame): number | null =>
  normAt(frame, frame.nucleus.from - 1) === 'of' && normAt(frame, frame.nucleus.from - 2) === 'days'
    ? (countAt([normAt(frame, frame.nucleus.from - 3)], 0)?.count ?? null)
    : null;

/** "came on Friday for a six-day state visit": the visit is the trip. */
function daysOfTrip(frame: Frame): number | null {
  const { nucleus, scan } = frame;
  const end = Math.min(clauseOf(scan, nucleus.from).to, nucleus.to + MAX_DAYS);
  for (let at = nucleus.to; at < end; at += 1) {
    const count = /^(\p{L}+|\d+)-day$/u.exec(normAt(frame, at))?.[1];
    if (count === undefined || !BEFORE_LENGTH.has(normAt(frame, at - 1))) continue;
    return isBeforeEncounter(normsOf(frame), at + 1) ? (countAt([count], 0)?.count ?? null) : null;
  }
  return null;
}
const BEFORE_LENGTH = wordSet('a an his her their for on');

const MAX_DAYS = 14;
function daysInAll(frame: Frame): number | null {
  const { nucleus, scan } = frame;
  const norms = normsOf(frame);
  const clause = clauseOf(scan, nucleus.from);
  for (let at = Math.max(clause.from, nucleus.from - 5); at < Math.min(clause.to, nucleus.to + 9); at += 1) {
    if (norms[at] !== 'for') continue;
    const count = countAt(norms, at + 1);
    const unit = norms[at + 1 + (count?.length ?? 0)] ?? '';
    if (count !== null && unit === 'days' && count.count <= MAX_DAYS) return count.count;
  }
  return null;
}
