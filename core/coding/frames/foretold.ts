import { isReport } from '../entities/attribution.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Scan } from '../operators/scan.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import { normOf, type Token } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { clauseOf } from './arguments.ts';
import { hasBeen, isChronicle, isPastVerb } from './chronicle.ts';

const NEXT = /\b(?:next (?:week|month|year)|this week|tomorrow|later this|upcoming|to expect|to watch|at stake|countdown|ahead of)\b/i;
const COMING = wordSet('will expected plans likely hopes could may set would faces ahead predicts expects awaits prepares');
/** Before a summit or visit they look ahead; before talks they tell what is being talked about. */
const WISHES = wordSet('seeks seek wants want aims aim eyes');

/** "Traders hope for a truce at the summit". */
const HOPE = wordSet('hope hoping bet bets betting');

/** "Putin will press Trump at the summit", "Trump to miss the speech during his visit". */
export function isForetold(scan: Scan, nucleus: Nucleus): boolean {
  if (NEXT.test(scan.sentence.text)) return !hasBeen(scan, nucleus);
  if (scan.sentence.zone === 'text' || isChronicle(scan)) return hasWill(scan, nucleus);
  return scan.sentence.tokens.some(
    (token, at) =>
      at < nucleus.from &&
      (COMING.has(token.norm) ||
        (token.norm === 'agenda' && isOnAgenda(scan, at)) ||
        (nucleus.row.rests === 'scheduled' && WISHES.has(token.norm)) ||
        (nucleus.row.isTravel !== true && HOPE.has(token.norm)) ||
        (token.norm === 'to' && followsPerson(scan, at))),
  );
}

/** "trade on the agenda at their meeting", "trade tops agenda". */
const isOnAgenda = (scan: Scan, at: number): boolean =>
  [1, 2].some((k) => ON_OR_TOPS.has(normAt(scan, at - k))) && clauseOf(scan, at).kind !== 'time';
const ON_OR_TOPS = wordSet('on tops top');

/** "seized a boat during his visit this week": the day of what is told in the past. */
export const isToldAsPast = (scan: Scan, nucleus: Nucleus): boolean =>
  isChronicle(scan) && (isBehindPast(scan, nucleus) || isCallBefore(scan, nucleus));
const isBehindPast = ({ sentence: { tokens } }: Scan, { from }: Nucleus): boolean =>
  tokens.some((token, at) => at < from && isPastVerb(token)) &&
  !tokens.some(({ norm }, at) => (at < from ? STILL_AHEAD : AHEAD_OF_US).has(norm));
const AHEAD_OF_US = wordSet('next tomorrow upcoming later will ahead');
const STILL_AHEAD = wordSet('upcoming will would ahead');
/** "In a call on Monday he agreed to come next week". */
function isCallBefore({ sentence: { tokens } }: Scan, { row, to }: Nucleus): boolean {
  if (row.form !== 'phone') return false;
  const verb = tokens.findIndex((token, at) => at >= to && isPastVerb(token));
  return verb >= 0 && verb - to <= MAX_TOLD && !tokens.some(({ norm }, at) => at < verb && (norm === 'next' || norm === 'will'));
}
const MAX_TOLD = 12;

/** "Merz's trip to Lima this weekend may strain ties": what it may do lies ahead, unless more is told of it as past ("but failed to"). */
export function hasModal({ sentence: { tokens } }: Scan, { to }: Nucleus): boolean {
  const at = tokens.findIndex(({ norm }, k) => k >= to && (norm === ',' || MODAL.has(norm)));
  if (at < 0 || at - to > MAX_MODAL || !MODAL.has(normOf(tokens, at))) return false;
  const isOver = tokens.some(({ norm }, k) => k > at && norm === 'but' && /^[a-z]{3,}ed$/.test(normOf(tokens, k + 1)));
  return !isOver && tokens.slice(to, at).every(({ norm }) => !/^(?:that|who|where|which|when|said|says|[a-z]{3,}ed)$/.test(norm));
}
const MODAL = wordSet('may might could will');
const MAX_MODAL = 8;

/** "The two will restore ties during a visit", "can be endorsed at a summit": the time of what is said around it. */
export function isOfWhatWillBe({ sentence }: Scan, { from }: Nucleus): boolean {
  const { tokens } = sentence;
  const at = lastIndexWhere(tokens, ({ norm }, k) => k < from && (AHEAD.has(norm) || isToSay(tokens, k)));
  const rest = sentence.tokens.slice(at + 1, from);
  return at >= 0 && from - at <= MAX_AHEAD && !rest.some(({ norm }) => norm === ',' || norm === '"' || isReport(norm));
}
/** "promised to raise it at the summit", "on the agenda of the meeting". */
const isToSay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === 'to' && RAISES.has(normOf(tokens, at + 1)) && MEANS.test(normOf(tokens, at - 1));
const RAISES = wordSet('raise press discuss address bring confront include broach lobby mention air tackle push ask challenge');
const MEANS = /^(?:promis|vow|pledg|want|hop|plan|intend|expect|aim|urged|set$|due$|keen$|likely$)/;
const AHEAD = wordSet("will 'll won't shall should can");
const MAX_AHEAD = 18;

const hasWill = (scan: Scan, nucleus: Nucleus): boolean => {
  const clause = clauseOf(scan, nucleus.from);
  return scan.sentence.tokens
    .slice(clause.from, nucleus.from)
    .some((token) => token.norm === 'will' || token.norm === 'expected' || token.norm === 'due');
};
const followsPerson = (scan: Scan, at: number): boolean =>
  scan.sentence.entities.some(
    (entity) =>
      entity.to === at &&
      (entity.kind === 'person' ||
        entity.kind === 'group' ||
        entity.kind === 'office' ||
        (entity.kind === 'country' && normAt(scan, entity.from - 1) === 'for')) &&
      !ADDRESSES.has(normAt(scan, (scan.groups.find(({ to }) => to === at)?.from ?? entity.from) - 1)),
  );
/** "tells Putin to end the war in a call": what he is to do is not when they talk. */
const ADDRESSES = wordSet(
  'tells tell told urges urge urged asks ask asked presses pressed press warns warn warned orders order ordered invites invite invited calls call begs beg pushes pushed push wants want wanted on implores implore implored',
);
