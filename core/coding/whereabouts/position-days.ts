import { DONE, OFF } from '../codebook/status-kinds.ts';
import type { DateMention } from '../dates/dates.ts';
import { isReport } from '../entities/attribution.ts';
import type { Frame } from '../frames/frames.ts';
import { BREAKS_OFF } from '../operators/shared-fate.ts';
import { MONTHS, WEEKDAYS, weekdayOf } from '../words/calendar.ts';
import { normOf } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { normInFrame as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES } from '../words/word-sets.ts';

const OPEN_OR_OFF: ReadonlySet<string> = new Set([
  'possible',
  'premature',
  'willing',
  'proposed',
  'postponed',
  'cancelled',
  'declined',
  'denied',
]);

/** "Merz on Thursday called for a meeting", "Putin proposed on Monday a meeting", "pushed back on Tuesday against reports of talks". */
export function isDayOfPosition(frame: Frame, { from, to, start, end }: DateMention, day: string): boolean {
  const { nucleus, status, chain } = frame;
  if (isBeforePastVerb(frame, { from, to }) || isBehindStand(frame, from) || isWhenCalledOff(frame, from, day)) return true;
  if (!OPEN_OR_OFF.has(status) || from >= nucleus.to || normAt(frame, to) === "'s") return false;
  const isBefore = chain.some((operator) => operator.from >= to && operator.from - to <= 1 && operator.row.effect !== 'negate');
  const first = normAt(frame, from - 1) === 'on' ? from - 1 : from;
  const isBehind = chain.some(
    (operator) => operator.to === first && operator.row.isVerb === true && nucleus.from - to > 0 && normAt(frame, to) !== '-',
  );
  const isClosed = normAt(frame, to) === 'that' || chain.some((operator) => operator.to === first);
  return (
    isBefore ||
    isBehind ||
    (start === end && isClosed && isJustNow(normAt(frame, from), day)) ||
    (start === end && isJustNow(normAt(frame, from), day) && isBehindVerb(frame, first))
  );
}

/** The weekday of publication or of the day before. */
function isJustNow(norm: string, day: string): boolean {
  const weekday = WEEKDAYS.get(norm);
  return weekday !== undefined && (weekdayOf(day) - weekday + 7) % 7 <= 1;
}

/** A finite verb of the past stands a word or two before. */
const isBehindVerb = (frame: Frame, at: number): boolean => [1, 2].some((k) => /^[a-z]{3,}ed$/.test(normAt(frame, at - k)));

const DAY = /day$/;
/** What somebody did about a contact that is not over: the verbs beside those of saying and of the operators. */
const TOOK_A_STAND = wordSet(
  'reiterated repeated expressed voiced signalled signaled proposed offered suggested invited asked requested urged called agreed accepted rejected refused declined ruled turned dismissed denied decided cancelled canceled postponed did renewed withdrew dropped scrapped ordered approved welcomed extended sent',
);
const MAX_BETWEEN = 12;

/** "On Monday, Macron said that he might meet him", "on Monday confirmed", "on Monday agreed to hold": the day of a past verb before the contact. */
function isBeforePastVerb(frame: Frame, { from, to }: Pick<DateMention, 'from' | 'to'>): boolean {
  const { nucleus, status, scan } = frame;
  const opens = normAt(frame, from);
  if (to > nucleus.from || !(DAY.test(opens) || MONTHS.has(opens)) || normAt(frame, to) === "'s") return false;
  const end = nucleus.row.kind === 'verb' ? nucleus.to : nucleus.from;
  for (let at = to; at < Math.min(end, to + MAX_BETWEEN); at += 1) {
    const norm = normAt(frame, at);
    if ((verbFormOf(norm) !== 'past' && norm !== 'did') || ARTICLES.has(normAt(frame, at - 1)) || normAt(frame, at + 1) === ',') continue;
    if (scan.sentence.entities.some((one) => one.from <= at && at < one.to)) continue;
    if (isReport(norm) || norm === 'denied' || (!DONE.has(status) && TOOK_A_STAND.has(norm))) return true;
  }
  return false;
}

/** "accepted on Monday an invitation". */
const isBehindStand = ({ status, nucleus, scan: { sentence } }: Frame, from: number): boolean =>
  from < nucleus.from &&
  !DONE.has(status) &&
  DAY.test(normOf(sentence.tokens, from)) &&
  normOf(sentence.tokens, from - 1) === 'on' &&
  TOOK_A_STAND.has(normOf(sentence.tokens, from - 2));

/** "The summit was called off on Monday", "terminated the talks on Monday": when that was done. */
function isWhenCalledOff({ status, chain, nucleus, scan: { sentence } }: Frame, from: number, day: string): boolean {
  if (!OFF.has(status) || from <= nucleus.to || normOf(sentence.tokens, from - 1) !== 'on') return false;
  const weekday = WEEKDAYS.get(normOf(sentence.tokens, from));
  if (weekday === undefined) return false;
  // "talks due on Friday", "that were to be held on Friday"
  const isOfTalks = chain.some((one) => one.from >= nucleus.to && one.to <= from && !BREAKS_OFF.has(one.row.effect));
  if (isOfTalks) return false;
  const isOfThen = nucleus.row.id === 'talks' || (weekdayOf(day) - weekday + 7) % 7 <= 2;
  return chain.some(
    ({ to, from: start, row }) =>
      BREAKS_OFF.has(row.effect) &&
      (start >= nucleus.to ? to === from - 1 : isOfThen && verbFormOf(normOf(sentence.tokens, start)) === 'past'),
  );
}
