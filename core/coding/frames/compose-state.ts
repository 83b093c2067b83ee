import { applyEffect, type State } from '../codebook/algebra.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Chain } from '../operators/governing.ts';
import type { Operator } from '../operators/operators.ts';
import { bearsFruitAhead, ENSURES, endsAhead, isNotOver, isStillSo, isWithoutTerms } from '../operators/outcomes.ts';
import type { Scan } from '../operators/scan.ts';
import { lastWhere } from '../words/sequences.ts';
import { normOf } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { BE } from '../words/word-sets.ts';
import { clauseOf } from './arguments.ts';
import { baseState, isScene } from './tense.ts';

/** From the nucleus outwards. */
export function composeState(scan: Scan, nucleus: Nucleus, chain: Chain): State {
  let state: State = isArrivedFor(scan, nucleus) ? 'underway' : baseState(scan, nucleus);
  for (const [k, operator] of chain.entries()) {
    if (state === 'held' && chain[k - 1]?.row.id === 'fallout' && operator.row.effect !== 'deny') break;
    state = stateAfter(scan, nucleus, { chain, operator, state });
  }
  return state;
}

type Step = { readonly chain: Chain; readonly operator: Operator; readonly state: State };

function stateAfter(scan: Scan, nucleus: Nucleus, { chain, operator, state }: Step): State {
  const { effect } = operator.row;
  if (effect === 'purpose' && state === 'bare') {
    if (isMeantFor(scan, operator)) return 'scheduled';
    if (isOnTheSpot(scan, operator) || isScene(scan)) return 'underway';
    const been = wasOnTheSpot(scan, operator.from);
    if (been !== null) return been;
  }
  if (effect === 'infinitive' && state === 'held' && isOnTheSpot(scan, operator) && !LATER.test(scan.sentence.text)) return 'underway';
  if (effect === 'infinitive' && (isOfTheFirst(scan, operator) || isTopicOfMeeting(scan, nucleus))) return state;
  if (
    effect === 'future' &&
    operator.from >= nucleus.to &&
    normAt(scan, nucleus.from - 1) === 'of' &&
    SPANS.has(normAt(scan, nucleus.from - 2))
  )
    return state;
  const outcome = afterOutcome(scan, nucleus, { chain, operator, state });
  if (outcome !== null) return outcome;
  if (effect === 'presuppose-now' && isOnVisit(scan, operator)) return applyEffect('begin', state);
  if (effect === 'presuppose-future' && nucleus.row.kind === 'verb' && isOverBy(scan, nucleus)) return state;
  if (effect === 'premature' && isEndWithout(scan, chain, operator)) return state;
  // "ready to use the summit to press for a truce"
  if (effect === 'ready' && state === 'during' && chain[0]?.row.id === 'use') return 'scheduled';
  if (isRunning(scan, operator)) return applyEffect('begin', state);
  if (effect !== 'negate') return applyEffect(effect, state);
  // "no talks denied", "no deal, no talks": a second "no" takes nothing back
  if ((state === 'denied' || state === 'absent') && normAt(scan, operator.from) === 'no') return state;
  if (isOfNoun(scan, nucleus, operator)) {
    if (state === 'agreed') return 'premature';
    if (state === 'underway') return 'absent';
    if (state === 'bare' && normAt(scan, operator.from - 1) === 'been') return OPEN_YET.test(scan.sentence.text) ? 'absent' : 'unheld';
    if ((state === 'bare' && IS_HELD.has(normAt(scan, nucleus.to))) || (state === 'occurs' && isTakingPlace(scan, chain))) return 'unheld';
  }
  if (hasHappened(scan, chain)) return NOT_HAPPENED[state] ?? applyEffect('negate', state);
  return isChoice(scan, nucleus, { chain, operator, state }) ? 'declined' : applyEffect('negate', state);
}

/** What is said of the end of talks, of their terms, or of what they wait for; null when it is nothing of the kind. */
function afterOutcome(scan: Scan, nucleus: Nucleus, step: Step): State | null {
  const { chain, operator, state } = step;
  const { id, effect } = operator.row;
  const at = chain.indexOf(operator);
  if (state === 'held') {
    if (isYetToEnd(scan, nucleus, step)) return 'underway';
    const ahead = endsAhead(nucleus, chain, at);
    if (ahead !== null) return ahead;
  }
  if (operator.row.tellsEnd === true) {
    if (nucleus.row.kind === 'noun' && (isNotOver(scan.sentence, operator) || isStillSo(scan.sentence, operator))) return 'underway';
    if (normAt(scan, operator.to - 1) === 'success' && [2, 3, 4, 5, 6].some((k) => ENSURES.has(normAt(scan, nucleus.from - k))))
      return 'scheduled';
  }
  if (state === 'bare' && operator.from >= nucleus.to && bearsFruitAhead(scan.sentence, nucleus, effect)) return 'underway';
  const inner = chain[at - 1];
  if (inner === undefined) return state === 'bare' && id === 'after' && isBeforeDecision(scan, operator) ? 'scheduled' : null;
  if (changesNothing(scan, inner, step)) return state;
  return inner.row.id === 'terms' && effect === 'refuse' ? 'none' : null;
}

/** "wants to see Kim while he is in Seoul for talks": what is only to be then. */
function isMeantFor(scan: Scan, { from }: Operator): boolean {
  const clause = clauseOf(scan, from);
  return (
    WHILE.has(normAt(scan, clause.from)) &&
    scan.sentence.tokens.some(({ norm }, at) => at < clause.from && MEANS_TO.has(norm) && normAt(scan, at + 1) !== 'him')
  );
}
const WHILE = wordSet('while when');
const MEANS_TO = wordSet('want wants wanted hope hopes hoped would will plan plans planned');

/** "to decide on tariffs after the meeting": what a decision waits for is still to come. */
function isBeforeDecision({ sentence: { tokens } }: Scan, { from }: Operator): boolean {
  for (let at = from - 1; at > 0 && from - at <= MAX_DECISION; at -= 1)
    if (DECIDES.has(normOf(tokens, at)) && BEFORE_DECIDES.has(normOf(tokens, at - 1))) return true;
    else if (normOf(tokens, at) === 'conference' && NEWS.has(normOf(tokens, at - 1)))
      return tokens.some(({ norm }, k) => k < at && BEFORE_DECIDES.has(norm));
  return false;
}
const MAX_DECISION = 8;
const DECIDES = wordSet('decide determine');
const BEFORE_DECIDES = wordSet('to will');
const NEWS = wordSet('news press');

/** "no preconditions", "have not collapsed", "not anytime soon", "ready for the upcoming summit", "suggests it may happen": said by the word inside. */
function changesNothing({ sentence }: Scan, inner: Operator, { chain, operator, state }: Step): boolean {
  const { tokens } = sentence;
  const { effect } = operator.row;
  const { from } = operator;
  if (effect === 'negate')
    return (
      (state === 'underway' && isNotOver(sentence, inner)) ||
      isWithoutTerms(sentence, inner) ||
      (state === 'premature' && chain.some(({ to }) => normOf(tokens, to - 1) === 'soon' && ANY_TIME.has(normOf(tokens, to - 2))))
    );
  if (effect === 'cancel') return isWithoutTerms(sentence, inner);
  if (effect === 'ready') return inner.row.effect === 'schedule' && COMING.has(normOf(tokens, inner.from));
  return effect === 'propose' && inner.row.effect === 'possible' && normOf(tokens, from).startsWith('suggest');
}
const ANY_TIME = wordSet('anytime time');

/** "a pact after six rounds of talks that will open ports": they are over. */
const SPANS = wordSet('years months weeks days decades rounds');

/** "end their talks with no word on a truce", "ends without agreement": what they came away without. */
const isEndWithout = (scan: Scan, chain: Chain, { from }: Operator): boolean =>
  (normAt(scan, from - 1) === 'with' || normAt(scan, from) === 'without') && chain.some(({ row }) => row.tellsEnd === true);

/** "were to wrap up their talks", "to conclude a visit on Friday": what has yet to end is on. */
const isYetToEnd = (scan: Scan, { row, from }: Nucleus, { chain, operator }: Step): boolean =>
  (operator.row.effect === 'future' || operator.row.effect === 'infinitive') &&
  row.kind === 'noun' &&
  chain.some(
    (one) => one.row.tellsEnd === true && one.to <= from && ENDS.test(normAt(scan, one.from)) && normAt(scan, one.from - 1) === 'to',
  );
const ENDS = /^(?:wrap|conclude|finish|complete|wind|end)$/;

/** What somebody who is there is to do on another day. */
const LATER = /\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|later|after)\b/i;

/** "arrives in Oslo for talks", "landed there on a visit": what somebody has come for. */
const isArrivedFor = (scan: Scan, { row, from }: Nucleus): boolean =>
  row.kind === 'noun' &&
  !COMING.has(normAt(scan, from - 1)) &&
  scan.nuclei.some(
    (other, n) =>
      other.row.id === 'arrive' &&
      other.to <= from &&
      from - other.to <= MAX_COME_FOR &&
      scan.chains[n]?.length === 0 &&
      clauseOf(scan, other.from) === clauseOf(scan, from),
  );
const MAX_COME_FOR = 8;
const COMING = wordSet('upcoming forthcoming');

/** "Before the two met in Oslo, Macron ...": told in the past, it has happened. */
const isOverBy = ({ sentence }: Scan, { row, form, from }: Nucleus): boolean =>
  form === 'past' && row.isTravel !== true && row.rests === undefined && !BE.has(normOf(sentence.tokens, from - 1));

/** "becomes the first premier to visit Oslo": what he is the first to have done. */
const isOfTheFirst = ({ sentence }: Scan, { from }: Operator): boolean =>
  sentence.tokens.slice(Math.max(0, from - MAX_FIRST), from).some(({ norm }) => FIRST.has(norm)) &&
  sentence.tokens.some(
    ({ norm }, at) => at < from && at >= from - MAX_FIRST && BECOMES.has(norm) && !TO_BECOME.has(normOf(sentence.tokens, at - 1)),
  );
const FIRST = wordSet('first second third fourth fifth only last latest highest highest-ranking top-ranking most youngest oldest');
const TO_BECOME = wordSet('to will would');
const BECOMES = wordSet('becomes become became becoming is was are were');
const MAX_FIRST = 11;

/** "meet in Oslo to discuss tariffs": what they meet for. */
const isTopicOfMeeting = (scan: Scan, { row, from }: Nucleus): boolean =>
  row.id === 'discuss' &&
  scan.nuclei.some(
    (other, n) =>
      other.row.id === 'meet' &&
      FINITE.has(other.form ?? '') &&
      other.to <= from &&
      scan.chains[n]?.length === 0 &&
      clauseOf(scan, other.from) === clauseOf(scan, from),
  );
const FINITE = wordSet('base s past');

/** "is on a visit to Oslo". */
const isOnVisit = (scan: Scan, { from, row }: Operator): boolean =>
  (row.id === 'on' || normAt(scan, from) === 'in') && ([1, 2].some((k) => IS_NOW.has(normAt(scan, from - k))) || isThere(scan, from));
const IS_NOW = wordSet('is are remain remains currently now');
/** "is in Oslo on a visit". */
const isThere = ({ sentence }: Scan, at: number): boolean => {
  const place = sentence.entities.find(({ to }) => to === at);
  return (
    place !== undefined &&
    PLACE_LEADS.has(normOf(sentence.tokens, place.from - 1)) &&
    IS_CURRENTLY.has(normOf(sentence.tokens, place.from - 2))
  );
};
const PLACE_LEADS = wordSet('in at');
const IS_CURRENTLY = wordSet('is are currently now');

/** "does not meet him", "not going to Moscow": told in the present it is a choice, in the past a fact. */
function isChoice(scan: Scan, { row, form, from }: Nucleus, { chain, operator, state }: Step): boolean {
  if (row.kind !== 'verb' && !isAttended(chain, operator, from)) return false;
  if (state === 'scheduled' && NOBODY.has(normAt(scan, operator.from)) && normAt(scan, from - 1) !== 'to') return true;
  if (form === 'ing') return row.isTravel === true && chain[0] === operator;
  return state === 'held' && DOES.has(negatedBy(scan, operator));
}
/** "no summit has been agreed", "no return to talks": there is none; who "has not agreed" may yet do so. */
const isOfNoun = (scan: Scan, { row, from }: Nucleus, operator: Operator): boolean =>
  row.kind === 'noun' && operator.from < from && normAt(scan, operator.from) === 'no';
/** "no minister would attend the summit". */
const isAttended = (chain: Chain, { to }: Operator, at: number): boolean =>
  chain.some(({ row, from }) => row.effect === 'hold' && from >= to && from < at) && chain.some(({ row }) => row.effect === 'future');
/** "there have been no talks so far". */
const OPEN_YET = /\b(?:yet|so far|as yet|recent(?:ly)?|lately|for now)\b/i;
/** "no talks held with Oslo", "no talks are taking place": told of what is or has been, unless "yet" or "now" follows. */
const IS_HELD = wordSet('held conducted');
const isTakingPlace = (scan: Scan, chain: Chain): boolean =>
  chain.some(
    ({ row, from, to }) =>
      row.effect === 'occur' &&
      [1, 2].some((k) => HAS.has(normAt(scan, from - k))) &&
      !STILL.has(normAt(scan, to)) &&
      normAt(scan, from - 1) !== 'currently',
  );
const HAS = wordSet('is are has have');
const STILL = wordSet('yet so now currently at right this for');
/** "no minister will visit": who says so refuses. */
const NOBODY = wordSet('no none nobody neither');
const DOES = wordSet("does doesn't do don't");
const negatedBy = (scan: Scan, { from }: Operator): string => (normAt(scan, from) === 'not' ? normAt(scan, from - 1) : normAt(scan, from));

/** "is holding talks"; in a headline also "Putin holding talks". */
function isRunning({ sentence }: Scan, { row, from }: Operator): boolean {
  if (row.effect !== 'hold' || !/ing$/.test(normOf(sentence.tokens, from))) return false;
  return BE.has(normOf(sentence.tokens, from - 1)) || (sentence.zone === 'title' && sentence.entities.some(({ to }) => to === from));
}

/** "no call took place", "did not happen as planned": told as past, it is not a plan that is lacking. */
const NOT_HAPPENED: Partial<Record<State, State>> = { occurs: 'unheld', scheduled: 'dropped' };
const hasHappened = (scan: Scan, chain: Chain): boolean =>
  chain.some(
    ({ row, from, to }) =>
      row.effect === 'occur' &&
      (TOOK_PLACE.has(normAt(scan, from)) ||
        [1, 2, 3].some((k) => DID_OR_WAS.has(normAt(scan, from - k))) ||
        WAS.has(normAt(scan, to - 2))),
  );
const TOOK_PLACE = wordSet('took happened materialised materialized went came proceeded');
const DID_OR_WAS = wordSet("did didn't had hadn't was were wasn't weren't");
const WAS = wordSet('was were');

/** "Merz, in Paris for talks, says": somebody named before the comma. */
const isApposed = (scan: Scan, comma: number): boolean =>
  scan.groups.some(({ to, preposition, members }) => to === comma && preposition === null && members.some(({ kind }) => kind === 'person'));

/** "is in Oslo this week for talks". */
const isRightBefore = (scan: Scan, to: number, at: number): boolean =>
  to === at ||
  (to === at - 1 && normAt(scan, to) === 'today') ||
  (to === at - 2 && normAt(scan, to) === 'this' && normAt(scan, to + 1) === 'week');

/** "Lee at White House for talks": a headline without a verb tells of an arrival, and so does "Lee is in Oslo for talks". */
function isOnTheSpot(scan: Scan, operator: Operator): boolean {
  const host = scan.groups.find(
    (group) => isRightBefore(scan, group.to, operator.from) && (group.preposition === 'in' || group.preposition === 'at'),
  );
  if (host === undefined) return isOfCapital(scan, operator.from) || isInTown(scan, operator.from);
  if (normAt(scan, host.from - 2) === ',' && isApposed(scan, host.from - 2)) return true;
  const verb = normAt(scan, host.from - 2);
  if (IS.has(verb)) return true;
  const isThere = BY_NOW.has(verb);
  if (scan.sentence.zone !== 'title' && !isThere) return false;
  const at = isThere ? host.from - 2 : host.from - 1;
  return scan.groups.some((group) => group.to === at && group.preposition === null);
}
/** "was in Oslo on Tuesday for talks" has held them, "has been in Oslo since Monday for talks" holds them. */
function wasOnTheSpot(scan: Scan, to: number): State | null {
  const host = lastWhere(scan.groups, (group) => group.to <= to && to - group.to <= 3);
  if (host === undefined || !(host.preposition === 'in' || host.preposition === 'at')) return null;
  const verb = normAt(scan, host.from - 2);
  if (verb === 'was' || verb === 'were') return 'held';
  return verb === 'been' && normAt(scan, host.from - 3) !== 'had' ? 'underway' : null;
}
const BY_NOW = wordSet('now currently back already');

/** "Lavrov in Wonsan to meet Kim": a headline, and a town that stands for no state. */
function isInTown(scan: Scan, at: number): boolean {
  const { tokens, zone } = scan.sentence;
  if (zone !== 'title' || tokens[at - 1]?.isCapital !== true) return false;
  const place = tokens[at - 2]?.isCapital === true && normAt(scan, at - 2) !== 'in' ? at - 3 : at - 2;
  return normAt(scan, place) === 'in' && scan.groups.some(({ to, preposition }) => to === place && preposition === null);
}

/** "Lee is in Norway's capital, Oslo, for talks". */
const isOfCapital = (scan: Scan, at: number): boolean =>
  normAt(scan, at - 1) === ',' &&
  scan.groups.some(
    ({ to, preposition }) =>
      preposition === null && to < at && at - to <= MAX_PLACE && IS.has(normAt(scan, to)) && PLACE_LEADS.has(normAt(scan, to + 1)),
  );
const MAX_PLACE = 9;
const IS = wordSet('is are');
