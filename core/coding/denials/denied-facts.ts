import { isReport } from '../entities/attribution.ts';
import { DENIAL_ROWS, denialWordSet } from '../facts/data.ts';
import { hasWordOf, isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import { flatten } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { normAt as norm } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS } from '../words/word-sets.ts';
import { type DenialCue, isAside } from './denial-cues.ts';
import { type Denier, PREPOSITIONS, stateOf } from './denial-officials.ts';

export const NOT_SO = DENIAL_ROWS.find(({ id }) => id === 'not-so');
const NEUTRAL = denialWordSet('neutral');
const DEEDS = denialWordSet('deeds');
const PAST = denialWordSet('pastVerbs');
const PRESENT = denialWordSet('presentVerbs');
const ACTS = denialWordSet('acts');
const VICTIMS = denialWordSet('victims');
const SUPPLIES = wordSet('aid food fuel flour trucks truck convoys relief medicine medicines');

/**
 * "Lima: no soldier of ours crossed the river": what an official says not to have happened. That there is no decision, no victim or no
 * progress is news and no denial (`neutral` in data/denial-words.json).
 */
export function factDenied(sentence: Sentence): DenialCue | null {
  if (NOT_SO === undefined || !hasWordOf(sentence, WORD_CLASS.negation) || (sentence.zone === 'text' && !mayTellOfDeeds(sentence)))
    return null;
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const end = isOfClass(sentence.tokens[at], WORD_CLASS.negation) ? negatedTo(sentence, at) : -1;
    if (end <= at || isAside(sentence, at) || isNeutral(sentence, at, end)) continue;
    if (sentence.zone === 'title' || isAnswer(sentence) || isDeed(sentence, at, end)) return { row: NOT_SO, from: at, to: end };
  }
  return null;
}

/** In a text somebody must say it. */
const mayTellOfDeeds = ({ tokens }: Sentence): boolean => tokens.some(({ norm: word }) => isReport(word));
/** What one is accused of. */
const isDeed = (sentence: Sentence, not: number, end: number): boolean =>
  isAct(norm(sentence, end - 1)) || isAct(norm(sentence, not - 1)) || DEEDS.has(norm(sentence, end - 1));
const isAct = (word: string): boolean => ACTS.has(word) || OWN_ACTS.has(word) || DOING.has(word);
const OWN_ACTS = denialWordSet('ownActs');
/** Something in the sentence says that the opposite was claimed. */
const isAnswer = ({ tokens }: Sentence): boolean => tokens.some(({ norm: word }) => ANSWERS.has(word));
const ANSWERS = denialWordSet('answers');

/** Where the words that a negation at `at` needs end: "did not | sell", "no shell of ours | fell", "sold | nothing"; -1 when it negates no fact. */
function negatedTo(sentence: Sentence, at: number): number {
  const word = norm(sentence, at);
  if (NOT.has(word)) return behindNot(sentence, at);
  if (word === 'never') return behindNever(sentence, at);
  if (!NONE.has(word) || norm(sentence, at + 1) === 'longer') return -1;
  const before = norm(sentence, at - 1);
  const deed = deedOf(sentence, at);
  const isWrong = deed > 0 && WRONGS.has(norm(sentence, deed - 1));
  if (word === 'no' && (before === ':' || before === 'in' || isReport(before)))
    if (isWrong || (deed > 0 && (before === 'in' || (before === ':' && STRIKES.has(norm(sentence, deed - 1)))))) return deed;
  if (before.endsWith('s') && ACTS.has(before.slice(0, -1))) return at + 1;
  if (before === 'with' && DEALT.has(norm(sentence, at - 2))) return at + 1;
  const whom = sentence.entities.find(({ to }) => to === at);
  const verb = whom === undefined ? '' : norm(sentence, whom.from - 1);
  if (GIVES.has(verb)) return at + 1;
  if (word === 'no' && isWrong && TELLS.has(verb)) return deed;
  if (EXISTS.has(before)) return deed < 0 && PAST_BE.has(before) && isThere(sentence, at) ? at + 1 : deed;
  return isPast(before) && (before === 'wrote' || !isReport(before)) ? at + 1 : verbOfNone(sentence, at);
}
/** What nobody says not to be unless somebody says it is. */
const WRONGS = wordSet('rift split genocide famine massacre torture coup cover-up starvation crackdown blockade annexation purge');
const STRIKES = wordSet(
  'strike strikes attack attacks raid raids shelling incursion violation breach ransom bribe depot depots clause yacht villa bunker double camp camps lab labs laboratories hangar',
);
/** "gave Lima no pledge", "tells Quito no famine exists". */
const GIVES = wordSet('gave sent offered sold paid promised handed granted lent');
const TELLS = wordSet('tells told assures assured');
const DEALT = wordSet('sat spoke talked dined dealt lunched conferred negotiated traded plotted conspired');
const NOT = wordSet("not didn't hasn't haven't hadn't wasn't weren't isn't aren't doesn't don't");
const NONE = wordSet('no nobody nothing none');
const AUX = wordSet('did has have had was were is are do does');
/** "there is no", "we have no", "he is in no". */
const EXISTS = wordSet("is are was were been 's in have has had");
const PAST_BE = wordSet('was were been');

const isThere = (sentence: Sentence, none: number): boolean => [2, 3].some((k) => norm(sentence, none - k) === 'there');
const isPast = (word: string): boolean => PAST.has(word) || verbFormOf(word) === 'past';
const overAdverbs = (sentence: Sentence, from: number): number => {
  let at = from;
  while (
    ADVERBS.has(norm(sentence, at)) ||
    /^(?:been|being|even|ever|so)$|(?<!^(?:bul|supp|app|rep|imp|re|al|f|comp|ral))ly$/.test(norm(sentence, at))
  )
    at += 1;
  return at;
};

/** "did not sell", "was not leased", "do not arm": what "is not" and "has not" may only be a participle. */
function behindNot(sentence: Sentence, not: number): number {
  const verb = norm(sentence, not) === 'not' ? not - 1 : not;
  const aux = verb < not ? norm(sentence, verb) : norm(sentence, verb).slice(0, -3);
  const at = overAdverbs(sentence, not + 1);
  const word = norm(sentence, at);
  if (!AUX.has(aux) || sentence.tokens[at]?.kind !== 'word') return -1;
  if (norm(sentence, at + 1) === 'one') return -1;
  if (IS_OR_WAS.has(aux) && norm(sentence, verb - 1) === 'it') return DOING.has(word) ? at + 1 : behindCleft(sentence, not);
  const isFact = aux === 'did' || (aux === 'do' || aux === 'does' ? ACTS.has(word) : isPast(word) || DOING.has(word));
  return isFact ? at + 1 : -1;
}

/** "it was not our jet that | struck", "it wasn't Lima that | leased it"; not "it was not known who struck". */
function behindCleft(sentence: Sentence, not: number): number {
  if (!WHOSE.has(norm(sentence, not + 1)) && !sentence.entities.some(({ from }) => from === not + 1)) return -1;
  for (let at = not + 1; at < not + MAX_SUBJECT; at += 1)
    if (norm(sentence, at) === 'that' || norm(sentence, at) === 'who') return isPast(norm(sentence, at + 1)) ? at + 2 : -1;
  return -1;
}

const WHOSE = wordSet('our my the a an any its his their us we me i him them anyone anybody one');

/** "never floated", "were never seized", "has never been in". */
function behindNever(sentence: Sentence, never: number): number {
  const at = overAdverbs(sentence, never + 1);
  const isPlace = AUX.has(norm(sentence, never - 1)) && IN_PLACE.has(norm(sentence, at));
  return isPast(norm(sentence, at)) || isPlace ? at + 1 : -1;
}
const IN_PLACE = wordSet('in at on there');

/** "no refugee column | came under our guns", "nobody | asked him"; not that no one was hurt. */
function verbOfNone(sentence: Sentence, none: number): number {
  const isNobody = norm(sentence, none) === 'nobody' || norm(sentence, none + 1) === 'one';
  for (let at = none + 1; at < none + MAX_SUBJECT; at += 1) {
    const word = norm(sentence, at);
    if ((sentence.tokens[at]?.kind === 'mark' && !INNER_MARKS.has(word)) || STOPS.has(word) || VICTIMS.has(word)) return -1;
    const verb = overAdverbs(sentence, at + 1);
    if (SUPPLIES.has(word)) return -1;
    if (PAST_BE.has(word) && isNobody && norm(sentence, verb).endsWith('ing')) return verb + 1;
    if (IS_OR_WAS.has(word))
      return (isPast(norm(sentence, verb)) && !VICTIMS.has(norm(sentence, verb))) || DOING.has(norm(sentence, verb)) ? verb + 1 : -1;
    if (word === 'has' || word === 'have' || word === 'had')
      return VICTIMS.has(norm(sentence, verb)) ? -1 : isPast(norm(sentence, verb)) ? verb + 1 : at + 1;
    if (PRESENT.has(word) || (PLURAL.has(word) && at > none + 1) || (isPast(word) && at > none + (norm(sentence, none) === 'no' ? 1 : 0)))
      return at + 1;
  }
  return -1;
}
const PLURAL = wordSet('fight fly cross operate sail train serve hide patrol');
const INNER_MARKS = wordSet('" \' -');
const IS_OR_WAS = wordSet('was were is are');
const MAX_SUBJECT = 9;
/** "no troops of ours are fighting there". */
const DOING = wordSet(
  'fighting operating serving training flying selling supplying buying sending funding arming helping supporting spying hiding living sheltering advising patrolling building working shooting shelling bombing holding detaining censoring blocking aiding',
);
const STOPS = wordSet(
  'will would can could should must may might shall to but and if while whether because until unless that which who says say said',
);

/** "there is no | camp", "we have no chemical | weapons", "he is in no | coma": what one is accused of; -1 for what merely is not there. */
function deedOf({ tokens }: Sentence, none: number): number {
  for (let at = none + 1; at <= none + MAX_DEED && tokens[at]?.kind === 'word'; at += 1) if (DEEDS.has(normOf(tokens, at))) return at + 1;
  return -1;
}
const MAX_DEED = 4;

/** Something in the clause says that this is news, a wish, or not yet. */
function isNeutral({ tokens }: Sentence, from: number, end: number): boolean {
  for (let at = from + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at >= end && token.kind === 'mark' && !INNER_MARKS.has(token.norm))) return false;
    if (NEUTRAL.has(token.norm) && !OURS.has(tokens[at - 1]?.norm ?? '') && tokens[at + 1]?.norm !== "'s") return true;
  }
  return false;
}
const OURS = wordSet('my our his');

/** "Moscow never kept its word, Kyiv says": what others did not do is an accusation, and no denial. */
export function isOfOthers(sentence: Sentence, { row, from, to }: DenialCue, denier: Denier): boolean {
  if (row.object !== 'fact' || (sentence.zone === 'title' && isOfNoState(denier))) return false;
  const end = to + OWN_BEHIND;
  if (EXISTS_NOT.has(norm(sentence, to - 1))) return false;
  if (HARMS.has(norm(sentence, to - 1)) && ME.has(norm(sentence, to))) return false;
  const own =
    denier.kind === 'entity'
      ? flatten(denier.entities, (one) => [one.country, stateOf(sentence, one)])
      : [denier.kind === 'body' ? denier.country : null];
  let start = from - 1;
  while (start >= 0 && !SPEECH_STARTS.has(norm(sentence, start))) start -= 1;
  const isOf = (entity: Entity, isOwn: boolean): boolean =>
    entity.from > start &&
    entity.to <= (isOwn ? end : from) &&
    entity.kind !== 'outlet' &&
    entity.country !== null &&
    own.includes(entity.country) === isOwn &&
    !(entity.to === from && (GIVES.has(norm(sentence, entity.from - 1)) || TELLS.has(norm(sentence, entity.from - 1)))) &&
    (isOwn || !PREPOSITIONS.has(norm(sentence, entity.from - 1)));
  if (sentence.entities.some((entity) => isOf(entity, false))) return true;
  if (sentence.zone === 'title' || isAnswer(sentence)) return false;
  if (CRIMES.has(norm(sentence, to - 1)) || DEEDS.has(norm(sentence, to - 1))) return false;
  for (let at = start + 1; at < end; at += 1)
    if (OWN.has(norm(sentence, at)) || (OWN_BODIES.has(norm(sentence, at)) && THE_OR_BY.has(norm(sentence, at - 1)))) return false;
  return !sentence.entities.some((entity) => isOf(entity, true));
}
/** "Commission spokesperson: ...": whose deeds are his own is not told. */
const isOfNoState = (denier: Denier): boolean =>
  denier.kind === 'body'
    ? denier.country === null
    : denier.kind === 'entity' && denier.entities.every(({ country, behalf, surname }) => (country ?? behalf ?? surname) === null);
const SPEECH_STARTS = wordSet(': ; , " that say says said saying insist insists insisted tells told');
/** "US list does not exist, Moscow says": of what others claim. */
const EXISTS_NOT = wordSet('exist exists existed');
/** "Trump did not snub me": no complaint about him. */
const HARMS = wordSet(
  'snub snubbed pressure pressured threaten threatened blackmail blackmailed force forced insult insulted humiliate humiliated bully bullied order ordered ask asked push pushed scold scolded',
);
const ME = wordSet('me us');
/** Words behind the verb in which "its", "ours" still tell whose deed it is. */
const OWN_BEHIND = 4;
const THE_OR_BY = wordSet('the by');
const OWN_BODIES = denialWordSet('homeBodies');
const CRIMES = denialWordSet('crimes');
/** Of a text: who speaks, speaks of himself. */
const OWN = wordSet('i we it he she they our its his her their my us ours');
