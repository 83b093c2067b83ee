import type { DateMention } from '../dates/dates.ts';
import { isReport } from '../entities/attribution.ts';
import type { Frame } from '../frames/frames.ts';
import { MONTHS, WEEKDAYS } from '../words/calendar.ts';
import { normInFrame as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { AUXILIARY, BOUNDARIES, isPreposition } from '../words/word-sets.ts';
import { isDayOfPosition } from './position-days.ts';

/** "the 2022 break", "Monday's talks", "the second time in two months": the date belongs to another noun. */
export function isOfOtherNoun(frame: Frame, { from, to }: DateMention): boolean {
  const { nucleus, scan } = frame;
  if ((normAt(frame, from - 1) === 'time' && !TIME_ZONES.has(normAt(frame, from - 2))) || countsSince(frame, from)) return true;
  const isYear =
    /^(?:19|20)\d\d$/.test(normAt(frame, from)) && to - from === 1 && (BEFORE_NOUN.has(normAt(frame, from - 1)) || isBeforeNoun(frame, to));
  const isOwner = normAt(frame, to) === "'s";
  if (!isYear && !isOwner && !isPartOfName(frame, { from, to })) return false;
  const owned = scan.nuclei.find((other) => other.from >= to && other.from - to <= 3);
  return isYear || isOwner ? owned !== nucleus && !(isOwner && areNamesBetween(frame, to + 1)) : owned === undefined;
}
const TIME_ZONES = wordSet('local gmt standard summer');
const BEFORE_NOUN = wordSet("the their his her its a 's");

/** "June Putin-Macron summit", "Friday's Macron and Putin summit": only those who meet stand between the day and the contact. */
export const areNamesBetween = ({ nucleus, scan: { sentence } }: Frame, at: number): boolean =>
  nucleus.from > at &&
  nucleus.from - at <= 6 &&
  sentence.tokens
    .slice(at, nucleus.from)
    .every(
      ({ norm }, k) =>
        norm === '-' || norm === 'and' || norm === ',' || sentence.entities.some((one) => one.from <= at + k && at + k < one.to),
    );

const CALENDAR = /^(?:\d|weekend$)/;
const ARTICLE = wordSet('the a an his her its their this');
/** Behind these a day and a noun are one phrase: "after Sunday elections", "over the October 7 attack"; "on Sunday officials" are two. */
const BEFORE_NAME = wordSet('after before of during amid over since following at with about despite marking from under');
/** "after Sunday elections", "ahead of the March vote", "a May 1 deadline": the day or month of another noun. */
function isPartOfName(frame: Frame, { from, to }: Pick<DateMention, 'from' | 'to'>): boolean {
  const first = normAt(frame, from);
  if (!WEEKDAYS.has(first) && !MONTHS.has(first) && !CALENDAR.test(first)) return false;
  const before = normAt(frame, from - 1);
  return (ARTICLE.has(before) || BEFORE_NAME.has(before)) && isBeforeNoun(frame, to) && !isReport(normAt(frame, to));
}

/** "on the anniversary of 1945 liberation". */
function isBeforeNoun({ scan }: Frame, at: number): boolean {
  const token = scan.sentence.tokens[at];
  if (token === undefined || token.kind !== 'word' || /ed$/.test(token.norm)) return false;
  if (scan.sentence.entities.some((entity) => entity.from === at && entity.kind !== 'demonym')) return false;
  return !isPreposition(token.norm) && !AUXILIARY.has(token.norm) && !BOUNDARIES.has(token.norm) && !AFTER_DAY.has(token.norm);
}
const AFTER_DAY = wordSet(
  'and or the a an that to morning afternoon evening night for alongside when where here there together his her their',
);

/** "their first direct talks in three years": how long it has been. */
const countsSince = (frame: Frame, from: number): boolean =>
  normAt(frame, from) === 'in' && frame.scan.sentence.tokens.slice(Math.max(0, from - 8), from).some(({ norm }) => NTH.has(norm));
const NTH = wordSet('first second third only last once twice');

/** The day on which somebody spoke or took a position, not the day of the contact. */
export function isDayOfSaying(frame: Frame, mention: DateMention, day: string): boolean {
  return isGovernedBySaying(frame, mention) || isDayOfPosition(frame, mention, day);
}

/** "said on the late show of the state broadcaster on Monday": words between a verb of saying and its day. */
const SAYING_REACH = 11;
/** "a statement released on Sunday", "quoted on Monday by the agency", "learned on Friday that": how word of it came, and when. */
const GIVEN_OUT = wordSet('released published issued posted aired broadcast tweeted learned learnt wrote quoted cited informed');
/** "states on Monday that", not "visit to the United States on Monday", "at State House on Monday". */
export const isVerbOfSaying = (frame: Frame, at: number): boolean =>
  isReport(normAt(frame, at)) &&
  !(at > 0 && normAt(frame, at) === 'state' && frame.scan.sentence.tokens[at]?.isCapital === true) &&
  !frame.scan.sentence.entities.some((entity) => entity.from <= at && at < entity.to);
/** "said on Monday", "told reporters on Tuesday that", "..., he said on Friday." */
function isGovernedBySaying(frame: Frame, { from, to }: DateMention): boolean {
  const { scan, nucleus } = frame;
  if (from > nucleus.to && isBehindAside(frame, from)) return false;
  for (let at = from - 1; at >= Math.max(0, from - SAYING_REACH); at -= 1) {
    if (at < nucleus.to && at >= nucleus.from) break;
    if (OPENS_REPORT.has(normAt(frame, at)) || (from - at > 5 && ASIDE.has(normAt(frame, at)))) break;
    if ((isVerbOfSaying(frame, at) && normAt(frame, at) !== 'announce') || GIVEN_OUT.has(normAt(frame, at))) return true;
    const isSpoken = scan.sentence.entities.some((entity) => entity.to === at + 1) && isReport(normAt(frame, at - 1));
    if (isSpoken && normAt(frame, at - 1) !== 'told') return true;
  }
  return isReport(normAt(frame, to)) && normAt(frame, from - 1) === 'on' && to >= scan.sentence.tokens.length - 3;
}
const OPENS_REPORT = wordSet('that will would :');
const ASIDE = wordSet(', " to');

/** "will meet, the Kremlin said, on Friday": between two commas it is only thrown in. */
function isBehindAside(frame: Frame, from: number): boolean {
  const at = normAt(frame, from - 1) === ',' ? from - 1 : from - 2;
  if (normAt(frame, at) !== ',' || !DAY_LEADS.has(normAt(frame, from - 1))) return false;
  for (let k = at - 1; k > frame.nucleus.to && k > at - 8; k -= 1) if (normAt(frame, k) === ',') return true;
  return false;
}
const DAY_LEADS = wordSet(', on in for');
