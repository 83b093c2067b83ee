import { isReport } from '../entities/attribution.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import { governingPreposition, phraseStart } from '../nuclei/phrase.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS, ARTICLES, BE, MODIFIERS } from '../words/word-sets.ts';
import { isLight, isMarked, type Place } from './operator-place.ts';
import type { Operator } from './operators.ts';
import { isHopeOfOutcome, isOfAnotherAim } from './outcomes.ts';
import { hasObjectBefore, isInOpening, isOfNextNoun } from './own-nouns.ts';
import { isDoneToOther } from './own-object.ts';
import { doesElse, isAttributive, MODAL } from './predicates.ts';

/** Prepositions that take a phrase out of an operator's reach: "wants a deal at the summit" does not want the summit. */
const SHUTS = new Set(['at', 'in', 'from', 'during', 'amid', 'over', 'on', 'by', 'near', 'about']);

/** A preposition governs only the noun phrase right behind it; any other operator only what is not shut off from it. */
export function governs(place: Place, following: Nucleus): boolean {
  const { sentence, operator } = place;
  if (operator.row.forms?.includes(following.row.form) === false) return false;
  if (operator.row.isPreposition === true) return prepositionGoverns(place, following);
  if (following.row.kind === 'noun' && isOfItsText(sentence, operator, following)) return false;
  if (MODAL.has(normOf(sentence.tokens, operator.to - 1)) && doesElse(place)) return false;
  if (operator.row.isOnlyPredicate === true || foreignWords(place, following) > MAX_FOREIGN) return false;
  if (
    isFiniteVerb(following) &&
    normOf(sentence.tokens, following.from - 1) !== 'be' &&
    !isHighTime(place) &&
    following.row.id !== 'due' &&
    !CLAUSAL.has(operator.row.effect)
  )
    return false;
  if (LIGHT_VERBS.has(operator.row.effect) && isCutOff(place, following)) return false;
  if (startsAnew(place, following) || isOfOtherNoun(place, following) || negatesElse(place) || isDoneToOther(place, following))
    return false;
  if (isInOpening(place, following) || hasObjectBefore(place, following) || isOfNextNoun(place, following)) return false;
  if (isOfAnotherAim(place, following)) return false;
  if (isHopeOfOutcome(place, following) || isWhatItHangsOn(sentence, operator)) return false;
  const shut = governingPreposition(sentence, following);
  if (operator.row.takesPartner === true) return true;
  return (
    shut === null ||
    shut.at < operator.to ||
    !(SHUTS.has(shut.norm) || isOutOf(sentence, shut.at) || (shut.at > operator.to && isStageOf(sentence, shut.at))) ||
    isPredicative(sentence, shut.at) ||
    isTopicOf(operator, shut) ||
    isPartOfAnother(place, shut.at)
  );
}

/** "a decision depends on the talks": they are what it waits for; "the talks depend on it" are tied themselves. */
const isWhatItHangsOn = ({ tokens }: Sentence, { row, from, to }: Operator): boolean =>
  row.id === 'may' && normOf(tokens, to - 1) === 'on' && HANGS.test(normOf(tokens, from));
const HANGS = /^(?:depend|hinge|rest|ride|hang)/;

/** "agrees the summit statement", "rejects the text of the summit declaration": what comes out of it, not whether they meet. */
const isOfItsText = ({ tokens }: Sentence, { row }: Operator, { from, to }: Nucleus): boolean =>
  (row.effect === 'ready' && OUTCOMES.has(normOf(tokens, to))) ||
  (DECIDES.has(row.effect) &&
    (TEXTS.has(normOf(tokens, to)) || (normOf(tokens, from - 1) === 'of' && TEXTS.has(normOf(tokens, from - 2)))));
/** "willing to carry out the summit agreement". */
const OUTCOMES = wordSet('agreement deal consensus outcome outcomes results');
const DECIDES: ReadonlySet<string> = new Set(['agree', 'accept', 'refuse', 'prepare', 'propose']);
const TEXTS = wordSet('statement declaration communique conclusions text document resolution');

/** "denies being in talks", "is not in talks": who is in talks holds them. */
function isPredicative({ tokens }: Sentence, at: number): boolean {
  let before = at - 1;
  while (tokens[before]?.norm === 'not' || ADVERBS.has(normOf(tokens, before))) before -= 1;
  return tokens[at]?.norm === 'in' && BE.has(normOf(tokens, before));
}

/** "what it got out of the visit". */
const isOutOf = ({ tokens }: Sentence, at: number): boolean => tokens[at]?.norm === 'of' && normOf(tokens, at - 1) === 'out';

/** "a pact agreed at the start of the summit". */
const isStageOf = ({ tokens }: Sentence, at: number): boolean =>
  tokens[at]?.norm === 'of' &&
  STAGE.has(normOf(tokens, at - 1)) &&
  tokens.slice(Math.max(0, at - 3), at - 1).some(({ norm }) => AT_OR_NEAR.has(norm));
const STAGE = wordSet('start beginning opening outset end close conclusion height margins sidelines');
const AT_OR_NEAR = wordSet('at by near on towards');

/** "no decision on a summit", "doubts about the talks": what such a preposition names belongs to the word right before it. */
const isTopicOf = (operator: Operator, { norm, at }: { readonly norm: string; readonly at: number }): boolean =>
  at === operator.to && (norm === 'on' || norm === 'about' || norm === 'over');

/** "offers to engage in talks": the preposition belongs to the verb before it. */
const isPartOfAnother = ({ operators }: Place, at: number): boolean =>
  operators.some((one) => one.row.isPreposition !== true && one.from < at && at < one.to);

/** Only these take a whole clause: "denies that Putin met", "may have met"; "proposed a truce and met" are two matters. */
const CLAUSAL: ReadonlySet<string> = new Set([
  'deny',
  'whether',
  'possible',
  'premature',
  'negate',
  'future',
  'wont',
  'unable',
  'none',
  'keep',
  'schedule',
]);
/** "it is time Putin and Macron met". */
const isHighTime = ({ sentence, operator }: Place): boolean =>
  operator.row.id === 'urge' && normOf(sentence.tokens, operator.to - 1) === 'time';
const isFiniteVerb = ({ form }: Nucleus): boolean => form === 'past' || form === 's';

/** "hold", "begin" take their noun at once: nothing said and no comma in between. */
const LIGHT_VERBS: ReadonlySet<string> = new Set(['hold', 'begin']);
const isCutOff = ({ sentence, operator }: Place, following: Nucleus): boolean =>
  sentence.tokens.slice(operator.to, following.from).some((token) => token.norm === ',' || isReport(token.norm));

/** "rejects the plan, says no talks are needed", "urges calm and Merz is to meet him": another verb has taken over. */
function startsAnew({ sentence, operator, operators }: Place, following: Nucleus): boolean {
  const { tokens, entities } = sentence;
  if (opensSecond(tokens, operator.to, following.from)) return true;
  if (operator.row.isVerb !== true) return false;
  const isFiniteAt = (at: number): boolean =>
    isReport(normOf(tokens, at)) ||
    operators.some(({ row, from }) => from === at && row.isVerb === true && FINITE.has(verbFormOf(normOf(tokens, at))));
  // "hopes Putin and Macron can meet"
  const areHopedOf = (verb: number, and: number): boolean =>
    operator.row.effect === 'ready' &&
    OF_BOTH.has(normOf(tokens, verb)) &&
    entities.some(({ from, to }) => to === and && from - operator.to <= 1);
  for (let at = operator.to; at < following.from; at += 1) {
    const norm = normOf(tokens, at);
    if (norm === ',' && isFiniteAt(at + 1)) return true;
    if (norm !== 'and') continue;
    const subject = entities.find(({ from }) => from === at + 1);
    if (subject !== undefined && (ACTS.has(normOf(tokens, subject.to)) || isFiniteAt(subject.to)) && !areHopedOf(subject.to, at))
      return true;
  }
  return false;
}
const FINITE = wordSet('s past');
/** "will not disarm | and is ready for talks", "would depend on Kyiv | and that there will be talks": a finite verb of its own. */
export function opensSecond(tokens: Sentence['tokens'], from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at += 1)
    if (tokens[at]?.norm === 'and' && OPENS_SECOND.has(normOf(tokens, at + 1)))
      return normOf(tokens, from) !== 'that' && !(normOf(tokens, at + 1) === 'that' && TAKES_CLAUSE.test(normOf(tokens, from - 1)));
  return false;
}
/** "doubts the war will end | and that they will meet" is one doubt. */
const TAKES_CLAUSE = /^(?:doubt|den[iy]|hop|fear|demand|insist|suggest|propos)/;
const OPENS_SECOND = wordSet('that is are was were remains');

const OF_BOTH = wordSet('are will would may might could can have should');
const ACTS = wordSet('is are was were will would may might could can has have had should');

/** "the disputed territory, a meeting": a participle behind an article governs the noun of its own phrase only. */
const isOfOtherNoun = ({ sentence, operator }: Place, following: Nucleus): boolean =>
  isAttributive(sentence, operator) && (following.row.kind === 'verb' || phraseStart(sentence, following) > operator.from);

/** "does not fault him for meeting": it negates a verb that says nothing of the contact. */
function negatesElse(place: Place): boolean {
  const { sentence, operator } = place;
  if (operator.row.effect !== 'negate' || !NEGATES_VERB.test(normOf(sentence.tokens, operator.to - 1))) return false;
  let at = operator.to;
  while (ADVERBS.has(normOf(sentence.tokens, at)) || BE.has(normOf(sentence.tokens, at))) at += 1;
  const token = sentence.tokens[at];
  if (token === undefined || isLight(token, sentence, at) || CARRIES.has(token.norm)) return false;
  return !isMarked(place, at);
}
const NEGATES_VERB = /^(?:not|never|n't|[a-z]+n't)$/;
/** Verbs that have the contact as what they get or bring. */
const CARRIES = wordSet('have had get got secure secured foresee see envisage include involve require lead mean bring give make made take');

/** Words between an operator and its nucleus that belong to neither: with more of them the operator governs something else. */
const MAX_FOREIGN = 2;

function foreignWords(place: Place, following: Nucleus): number {
  const { sentence, operator } = place;
  const to = following.row.kind === 'noun' ? phraseStart(sentence, following) : following.from;
  let count = 0;
  for (let at = operator.to; at < to; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || isLight(token, sentence, at)) continue;
    if (!isMarked(place, at)) count += 1;
  }
  return count;
}

/** "wraps up | two days of talks", "concludes | a second round of talks": a measure of them is no other thing. */
const spanStart = ({ tokens }: Sentence, start: number): number => {
  if (tokens[start - 1]?.norm !== 'of' || !MEASURE.has(normOf(tokens, start - 2))) return start;
  let at = start - 2;
  while (start - at < MAX_MEASURE && isInMeasure(normOf(tokens, at - 1))) at -= 1;
  return at;
};
const isInMeasure = (norm: string): boolean => ARTICLES.has(norm) || MODIFIERS.has(norm) || COUNTS.has(norm);
const COUNTS = wordSet(
  '1 2 3 4 5 6 7 8 10 11 12 20 30 40 45 50 90 two three four five six seven eight sixth seventh day long full constructive productive intensive intense marathon',
);
const MEASURE = wordSet('day days hour hours round rounds week weeks series session sessions set evening night nights minutes months');
const MAX_MEASURE = 7;

function prepositionGoverns({ sentence, operator, clause }: Place, following: Nucleus): boolean {
  const isNoun = following.row.kind === 'noun';
  const start = spanStart(sentence, phraseStart(sentence, following));
  if (isNoun && operator.row.isVerb !== true && start > operator.from && start <= operator.to) return true;
  if (isNoun && operator.row.isVerb === true && start <= operator.to && following.from - operator.to <= 5) return true;
  // "rebukes him for | hosting Putin"
  if (!isNoun && following.form === 'ing' && following.from === operator.to && operator.row.recalls === true) return true;
  return operator.row.isTight !== true && operator.from <= clause.from + 1;
}
