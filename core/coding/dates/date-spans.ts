import { addDays } from '../words/calendar.ts';
import { wordSet } from '../words/word-set.ts';
import { countAt, type DateReader, type DateReading, daysOf, daysOfUnit } from './date-reading.ts';

/** "in two weeks", "within ten days", "within hours", "in the coming days", "over the next two weeks", "in the days ahead", "three days ago", "three days away". */
export const readSpan: DateReader = (norms, at, day, direction) => {
  const opener = norms[at] ?? '';
  if (SPAN_LEADS.has(opener)) {
    const recent = direction === 'past' ? recentSpan(norms, at, day) : null;
    return recent ?? comingSpan(norms, at, day) ?? fixedSpan(norms, at, day);
  }
  const count = countAt(norms, at);
  const days = count === null ? undefined : daysOf(count.count, norms[at + count.length]);
  if (count === null || days === undefined) return null;
  const behind = norms[at + count.length + 1] ?? '';
  const isAway = behind === 'away' && norms[at + count.length + 2] !== 'from';
  const isFromToday = behind === 'from' && norms[at + count.length + 2] === 'today';
  const isAhead = isAway || isFromToday || (behind === 'from' && norms[at + count.length + 2] === 'now');
  if (behind !== 'ago' && !isAhead) return null;
  const centre = addDays(day, isAhead ? days : -days);
  const slack = isFromToday ? 0 : Math.floor((daysOfUnit(norms[at + count.length]) ?? 0) / 2);
  return { length: count.length + (isAhead && !isAway ? 3 : 2), start: addDays(centre, -slack), end: addDays(centre, slack) };
};
const SPAN_LEADS = wordSet('in within over during for');

/** How many of a unit "the coming days", "coming weeks" are, at most. */
const PLENTY: Readonly<Record<string, number>> = { hours: 0, days: 7, weeks: 28, months: 120 };

/** From today on: "in the coming week", "in coming days", "within the next ten days", "in the weeks ahead", "within days". */
function comingSpan(norms: readonly string[], at: number, day: string): DateReading | null {
  const the = norms[at + 1] === 'the' ? 1 : 0;
  const isNext = NEXT.has(norms[at + 1 + the] ?? '');
  const from = at + 1 + the + (isNext ? 1 : 0);
  const count = isNext ? countAt(norms, from) : null;
  const unit = norms[from + (count?.length ?? 0)] ?? '';
  const isAhead = norms[from + 1] === 'ahead' || (norms[from + 1] === 'to' && norms[from + 2] === 'come');
  const isShort = (norms[at] === 'in' || norms[at] === 'within') && (norms[at + 1] === 'hours' || norms[at + 1] === 'days');
  if (!isNext && !isAhead && !isShort && !(norms[at] === 'within' && the === 0)) return null;
  const days = count === null ? (PLENTY[unit] ?? (isNext && the === 1 ? daysOfUnit(unit) : undefined)) : daysOf(count.count, unit);
  if (days === undefined) return null;
  return { length: from + (count?.length ?? 0) + 1 - at, start: day, end: addDays(day, days) };
}
const NEXT = wordSet('coming next following upcoming');

/** Up to today: "in recent days", "over the past two weeks", "during the last few days". */
function recentSpan(norms: readonly string[], at: number, day: string): DateReading | null {
  const the = norms[at + 1] === 'the' ? 1 : 0;
  const word = norms[at + 1 + the] ?? '';
  if (word !== 'recent' && word !== 'past' && word !== 'last') return null;
  const from = at + 2 + the;
  const count = countAt(norms, from);
  const unit = norms[from + (count?.length ?? 0)] ?? '';
  const days = count === null ? PLENTY[unit] : daysOf(count.count, unit);
  if (days === undefined || days > 60) return null;
  return { length: from + (count?.length ?? 0) + 1 - at, start: addDays(day, -days), end: day };
}

/** "in two weeks" is about then, "within two weeks" any day until then. */
function fixedSpan(norms: readonly string[], at: number, day: string): DateReading | null {
  if (norms[at] !== 'in' && norms[at] !== 'within') return null;
  const count = countAt(norms, at + 1);
  const days = count === null ? undefined : daysOf(count.count, norms[at + 1 + count.length]);
  if (count === null || days === undefined) return null;
  const start = norms[at] === 'within' ? day : addDays(day, Math.round(days * 0.8));
  const unit = at + 1 + count.length;
  const time = (norms[unit + 1] === "'" || norms[unit + 1] === "'s") && norms[unit + 2] === 'time' ? 2 : 0;
  return { length: 2 + count.length + time, start, end: addDays(day, days) };
}
