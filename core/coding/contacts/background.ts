import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { isAnniversary } from '../frames/tense.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import type { Scan } from '../operators/scan.ts';
import type { Sides } from '../parties/sides.ts';
import { isDiscussed, isMatter } from '../parties/spoken-of.ts';
import { DAY_MS, MONTHS, WEEKDAYS } from '../words/calendar.ts';
import { lastWhere } from '../words/sequences.ts';
import { normOf } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { wordSet } from '../words/word-set.ts';
import { AS_OR_WITH, HAVE, MARKETS } from '../words/word-sets.ts';
import { isRevealed } from './revealed.ts';
import { isOfTimeBefore } from './time-before.ts';
import { isTimeMarker } from './time-markers.ts';

const RECALLS = wordSet('ago previously earlier former then historic infamous ill-fated recent recently last');

/** Whether the text only recalls the contact, or uses it as a time marker for other news. */
export function isBackground(frame: Frame, sides: Sides, published: string | null): boolean {
  if (isRevealed(frame)) return false;
  if (frame.isPast) return true;
  if (frame.status === 'held' && (isOfWeekBefore(frame) || (isRecalledBy(frame) && !isJustBack(frame)))) return true;
  if (
    isLookingBack(frame) ||
    isReminder(frame) ||
    isCompared(frame) ||
    isFormerOne(frame) ||
    isOfTimeBefore(frame, published) ||
    isLooming(frame) ||
    isMatter(frame) ||
    isMarketNews(frame) ||
    isAnniversary(frame.scan) ||
    isDiscussed(frame, sides)
  )
    return true;
  if (isOfBystander(frame)) return true;
  if (frame.status === 'held' && isRecalled(frame, published?.slice(0, 4) ?? null)) return true;
  return isTimeMarker(frame, sides);
}

/** "weeks after the summit"; a protest "for hosting him" tells of it. */
const isRecalledBy = ({ chain, nucleus, scan }: Frame): boolean =>
  chain.some(({ row, to }) => row.recalls === true && !(to === nucleus.from && isBlamedFor(nucleus, normOf(scan.sentence.tokens, to - 1))));
const isBlamedFor = ({ row, form }: Frame['nucleus'], preposition: string): boolean =>
  row.kind === 'verb' && form === 'ing' && preposition === 'for';

/** "Zelensky just back from talks with Trump": nothing else is told of him. */
function isJustBack({ scan, chain }: Frame): boolean {
  const { tokens, zone } = scan.sentence;
  const outer = chain.at(-1);
  if (zone !== 'title' || outer?.row.id !== 'fresh-from') return false;
  return scan.groups.some(({ to }) => to === outer.from) && scan.groups.at(-1)?.to === tokens.length;
}

/** "Euro slips, all eyes on Macron-Merz talks": of prices, whatever they are waiting for. */
const isMarketNews = ({
  status,
  scan: {
    sentence: { tokens },
  },
}: Frame): boolean =>
  status !== 'underway' &&
  [0, 1, 2].some((at) => MARKETS.has(normOf(tokens, at)) && [1, 2, 3].some((k) => MOVES.has(normOf(tokens, at + k))));
const MOVES = wordSet(
  'await awaits awaited waiting wait waits brace braces braced up down rise rises rose slip slips slipped fall falls fell gain gains gained climb climbs climbed steady steadies flat drift drifts drifted jump jumps jumped tumble tumbles tumbled rallies rallied edge edges edged ease eases eased dip dips dipped surge surges surged sink sinks sank mixed higher soar soars soared slide slides slid drops dropped retreat retreats rebound rebounds rebounded weaken weakens',
);

/** "Earlier, the two agreed ...": a sentence of a text that opens by looking back. */
const isLookingBack = ({ scan, status }: Frame): boolean =>
  scan.sentence.zone === 'text' && BEFORE_NOW.has(normOf(scan.sentence.tokens, 0)) && status !== 'scheduled';
const BEFORE_NOW = wordSet('earlier previously formerly');

/** "agreed at last week's summit". */
const isOfWeekBefore = ({ scan, nucleus }: Frame): boolean => {
  const [adjective, period, owner] = [3, 2, 1].map((k) => normOf(scan.sentence.tokens, nucleus.from - k));
  return nucleus.row.kind === 'noun' && owner === "'s" && PERIODS.has(period ?? '') && (adjective === 'last' || adjective === 'previous');
};
const PERIODS = wordSet('week month year weekend');

/** "matters more than the Putin-Macron summit": only something to measure by. */
const isCompared = ({ scan, nucleus }: Frame): boolean =>
  nucleus.row.kind === 'noun' &&
  scan.sentence.tokens.slice(Math.max(0, phraseStart(scan.sentence, nucleus) - 1), nucleus.from).some((token) => token.norm === 'than');

/** "Their last meeting was in June": told in a text about another. */
const isFormerOne = ({ scan, nucleus, status }: Frame): boolean =>
  scan.sentence.zone === 'text' &&
  nucleus.row.kind === 'noun' &&
  status === 'held' &&
  FORMER.has(normOf(scan.sentence.tokens, nucleus.from - 1));
const FORMER = wordSet('last previous earlier');

/** "Chile asks Spain to hold Bourita, who is on a visit there": of whom others speak. */
function isOfBystander({ scan, nucleus, status }: Frame): boolean {
  const { kind, from } = clauseOf(scan, nucleus.from);
  if (status !== 'underway' || kind !== 'relative' || scan.sentence.tokens[from]?.norm !== 'who') return false;
  const who = lastWhere(scan.groups, ({ to }) => to <= from);
  return who !== undefined && scan.groups.some(({ to, preposition }) => to < who.from && preposition === null);
}

/** "With the summit looming, Zelensky says", "As the summit nears": why it is said now. */
const isLooming = ({ scan, nucleus, fired }: Frame): boolean =>
  AS_OR_WITH.has(normOf(scan.sentence.tokens, 0)) &&
  nucleus.from <= MAX_OPENING &&
  fired.some(({ words }) => /^(?:near|approach|loom)/i.test(words));
const MAX_OPENING = 8;

const MAX_NEWS_DAYS = 7;
export const OVER: ReadonlySet<string> = new Set(['held', 'underway', 'cancelled', 'postponed', 'declined', 'denied']);
/** What ended days before the publication is no news of that day; `date` is an ISO day or range. */
export function isLongAgo(frame: Frame, date: string | null, published: string | null): boolean {
  const { scan, nucleus, status } = frame;
  if (date === null || published === null || !OVER.has(status) || isRevealed(frame)) return false;
  if (
    scan.sentence.tokens.some(({ norm }, at) => (norm === 'next' || (at >= nucleus.to && LOOKS_AHEAD.has(norm))) && !isBehindDay(frame, at))
  )
    return false;
  return Date.parse(published.slice(0, 10)) - Date.parse(date.split('/').at(-1) ?? date) >= MAX_NEWS_DAYS * DAY_MS;
}

/** "met him on April 2 and will see him again": the day stands before. */
const isBehindDay = ({ scan: { sentence }, nucleus }: Frame, to: number): boolean =>
  sentence.tokens.some(
    ({ norm, isCapital }, at) =>
      at >= nucleus.to && at < to && (MONTHS.has(norm) || WEEKDAYS.has(norm)) && (isCapital || !VERBS_TOO.has(norm)),
  );
const VERBS_TOO = wordSet('may march sat wed sun');

/** "at the meeting he said he would close the site in May": the day may be of what is to come. */
const LOOKS_AHEAD = wordSet('will would could should');

/** Begun a week and more before the publication, and over by then; `date` is an ISO day or range. */
export function isBefore(status: string, date: string | null, published: string | null): boolean {
  if (date === null || published === null || !OVER.has(status)) return false;
  const [start = date, end = start] = date.split('/');
  const day = published.slice(0, 10);
  return end <= day && Date.parse(day) - Date.parse(start) >= MAX_NEWS_DAYS * DAY_MS;
}

const REMINDING: ReadonlySet<string> = new Set(['remind', 'reminded', 'reminds', 'recalled', 'recalls', 'recalling']);
/** "reminded that the first call was held ..." */
const isReminder = ({ scan, status, nucleus }: Frame): boolean =>
  status !== 'scheduled' &&
  scan.sentence.tokens.some(
    ({ norm }, at) => at < nucleus.from && REMINDING.has(norm) && (status === 'held' || normOf(scan.sentence.tokens, at + 1) === 'that'),
  );

/** "who met in Alaska in August", "their 2018 summit", "since they first met". */
function isRecalled(frame: Frame, year: string | null): boolean {
  const { scan, nucleus } = frame;
  const clause = clauseOf(scan, nucleus.from);
  const norms = scan.sentence.tokens.slice(clause.from, clause.to).map((token) => token.norm);
  const opener = norms[0] ?? '';
  if (
    (opener === 'since' && !isBehindComma(scan, clause.from, nucleus.from)) ||
    isOfLastWeek(norms, opener) ||
    (opener === 'when' && isOfThen(scan, clause.from))
  )
    return true;
  if (clause.kind === 'relative' && isToldInPast(frame, clause.from) && (opener !== 'where' || !isOnTrip(scan, clause.from))) return true;
  return norms.some(
    (norm, at) =>
      (norm === 'last' && AFTER_LAST.has(norms[at + 1] ?? '')) ||
      (norm === 'ago' && !(clause.kind === 'main' && JUST_NOW.has(norms[at - 1] ?? ''))) ||
      (/^(?:19|20)\d\d$/.test(norm) && (year === null ? !/^(?:,|\d+)$/.test(norms[at - 1] ?? '') : norm < year) && isBeforeNow(norms, at)),
  );
}
/** "since taking office, he met": the main clause behind the comma. */
const isBehindComma = ({ sentence }: Scan, from: number, to: number): boolean =>
  sentence.tokens.slice(from, to).some(({ norm }) => norm === ',');
/** "since November 2023, when they met", "in March, when he visited". */
function isOfThen({ sentence: { tokens } }: Scan, from: number): boolean {
  const norm = normOf(tokens, normOf(tokens, from - 1) === ',' ? from - 2 : from - 1);
  return MONTHS.has(norm) || /^(?:19|20)\d\d$/.test(norm);
}
const AFTER_LAST = wordSet(
  'year month summer winter spring autumn fall decade time met spoke talked january february march april may june july august september october november december',
);

/** "met two hours ago" is the news. */
const JUST_NOW = wordSet('minutes hours hour');

/** "who met", "who held talks", "who has been on a visit". */
function isToldInPast({ scan, nucleus }: Frame, from: number): boolean {
  if (nucleus.row.kind === 'verb') return nucleus.form === 'past';
  const verb = normOf(scan.sentence.tokens, from + 1);
  return scan.sentence.tokens[from]?.norm === 'who' && (HAVE.has(verb) || verb === 'was' || verb === 'were' || verbFormOf(verb) === 'past');
}

/** "After meeting Putin last week, Macron said": an occasion of some days ago. */
const isOfLastWeek = (norms: readonly string[], opener: string): boolean =>
  OCCASION_LEADS.has(opener) &&
  norms.some(
    (norm, at) => (norm === 'last' || norm === 'previous' || norm === 'earlier') && (norms[at + 1] === 'week' || norms[at + 1] === 'this'),
  );
const OCCASION_LEADS = wordSet('after following when at during in');

/** "flies to Oslo, where he met Merz": both are the news. "speaking in Oslo, where he met Merz": only the first. */
const isOnTrip = (scan: Scan, at: number): boolean => scan.nuclei.some(({ row, to }) => row.isTravel === true && to <= at);

const isBeforeNow = (norms: readonly string[], at: number): boolean =>
  /^(?:in|their|the|of|'s|,|\d{1,2})$/.test(norms[at - 1] ?? '') || RECALLS.has(norms[at - 1] ?? '');
