import { applyEffect, type State } from '../codebook/algebra.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Chain } from '../operators/governing.ts';
import type { Operator } from '../operators/operators.ts';
import {
  bearsFruitAhead,
  ENSURES,
  endsAhead,
  isDoubtOfOutcome,
  isNotOver,
  isStillSo,
  isSupposed,
  isWithoutTerms,
} from '../operators/outcomes.ts';
import type { Scan } from '../operators/scan.ts';
import { BREAKS_OFF } from '../operators/shared-fate.ts';
import { WEEKDAYS } from '../words/calendar.ts';
import { normOf } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, BE, PREPOSITIONS } from '../words/word-sets.ts';
import { clauseOf } from './arguments.ts';
import { isScene } from './bare-noun.ts';
import { afterNegation, type Step } from './negated-state.ts';
import { isOnTheSpot, isOnVisit, wasOnTheSpot } from './on-the-spot.ts';
import { baseState } from './tense.ts';

/** From the nucleus outwards. */
export function composeState(scan: Scan, nucleus: Nucleus, chain: Chain): State {
  let state: State = isArrivedFor(scan, nucleus) ? 'underway' : baseState(scan, nucleus);
  for (const [k, operator] of chain.entries()) {
    if (state === 'held' && chain[k - 1]?.row.id === 'fallout' && operator.row.effect !== 'deny') break;
    state = stateAfter(scan, nucleus, { chain, operator, state });
  }
  return state;
}

function stateAfter(scan: Scan, nucleus: Nucleus, step: Step): State {
  const { chain, operator, state } = step;
  const { effect } = operator.row;
  if (effect === 'purpose' && state === 'bare') {
    if (isMeantFor(scan, operator)) return 'scheduled';
    if (isOnTheSpot(scan, operator) || isScene(scan)) return 'underway';
    const been = wasOnTheSpot(scan, operator.from);
    if (been !== null) return been;
  }
  if (effect === 'infinitive' && state === 'held' && !LATER.test(scan.sentence.text)) {
    if (isOnTheSpot(scan, operator)) return 'underway';
    if (wasOnTheSpot(scan, operator.from) === 'held') return state;
  }
  // "finally gets to see him"
  if (effect === 'infinitive' && state === 'held' && isAchieved(scan, operator.from - 1)) return state;
  if (effect === 'infinitive' && (isOfTheFirst(scan, operator) || isTopicOfMeeting(scan, nucleus))) return state;
  if (
    effect === 'future' &&
    operator.from >= nucleus.to &&
    normAt(scan, nucleus.from - 1) === 'of' &&
    SPANS.has(normAt(scan, nucleus.from - 2))
  )
    return state;
  // "would agree to talks", "will accept talks"
  if (effect === 'future' && state === 'agreed' && chain.some(({ row, from }) => ACCEPTS.has(row.effect) && from === operator.to))
    return operator.row.id === 'would' ? 'willing' : state;
  if (isDoubtOfOutcome(scan.sentence, operator, nucleus)) return state;
  const outcome = afterOutcome(scan, nucleus, step);
  if (outcome !== null) return outcome;
  if (effect === 'begin' && beginsThen(scan, nucleus, operator)) return 'scheduled';
  if (effect === 'presuppose-now' && isOnVisit(scan, operator)) return applyEffect('begin', state);
  if (effect === 'presuppose-future' && nucleus.row.kind === 'verb' && isOverBy(scan, nucleus)) return state;
  if (effect === 'postpone' && isPutOffBefore(scan, nucleus, chain, operator)) return state;
  if (effect === 'premature' && isEndWithout(scan, chain, operator)) return state;
  if (BREAKS_OFF.has(effect) && isSupposed(scan.sentence, nucleus, operator)) return nucleus.row.id === 'talks' ? 'underway' : 'scheduled';
  // "ready to use the summit to press for a truce"
  if (effect === 'ready' && state === 'during' && chain[0]?.row.id === 'use') return 'scheduled';
  if (isRunning(scan, operator)) return applyEffect('begin', state);
  return effect === 'negate' ? afterNegation(scan, nucleus, step) : applyEffect(effect, state);
}

/** "ahead of the summit beginning Monday", "a visit starting on Friday": a participle and the day. */
const beginsThen = (scan: Scan, { to: end }: Nucleus, { from, to }: Operator): boolean =>
  from >= end && BEGINNING.has(normAt(scan, from)) && WEEKDAYS.has(normAt(scan, normAt(scan, to) === 'on' ? to + 1 : to));
const BEGINNING = wordSet('beginning starting opening commencing');

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
  return inner.row.isTerms === true && effect === 'refuse' ? 'none' : null;
}

/** "got to meet him"; not "has got to meet him". */
const isAchieved = (scan: Scan, at: number): boolean =>
  GETS.has(normAt(scan, at)) && !(normAt(scan, at) === 'got' && GOT_TO.has(normAt(scan, at - 1)));
const GOT_TO = wordSet("have has 's 've");
const GETS = wordSet('gets got manages managed');
const ACCEPTS = wordSet('accept agree');

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

/** "in Oslo for delayed talks", "the postponed talks will begin": put off before, and now they are held; "Putin postponed talks" is a verb. */
const isPutOffBefore = (scan: Scan, { from }: Nucleus, chain: Chain, operator: Operator): boolean =>
  DELAYED.has(normAt(scan, operator.from)) &&
  operator.to <= from &&
  from - operator.to <= 2 &&
  chain.some(
    ({ row, to }) =>
      GOES_AHEAD.has(row.effect) && (to === operator.from || (to > from && OPENS_PHRASE.has(normAt(scan, operator.from - 1)))),
  );
const DELAYED = wordSet('delayed postponed rescheduled long-delayed');
const OPENS_PHRASE: ReadonlySet<string> = new Set(['', "'s", ...ARTICLES, ...PREPOSITIONS]);
const GOES_AHEAD = wordSet('purpose hold begin infinitive future occur');

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

/** "is holding talks"; in a headline also "Putin holding talks". */
function isRunning({ sentence }: Scan, { row, from }: Operator): boolean {
  if (row.effect !== 'hold' || !/ing$/.test(normOf(sentence.tokens, from))) return false;
  return BE.has(normOf(sentence.tokens, from - 1)) || (sentence.zone === 'title' && sentence.entities.some(({ to }) => to === from));
}
