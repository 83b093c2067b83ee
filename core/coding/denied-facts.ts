import { isReport } from './attribution.ts';
import { type DenialCue, isAside } from './denial-cues.ts';
import { type Denier, PREPOSITIONS } from './denial-officials.ts';
import { DENIAL_ROWS, denialWordSet } from './lexicon-data.ts';
import { normAt as norm } from './nucleus-context.ts';
import { flatten } from './sequences.ts';
import { normOf, type Sentence } from './text.ts';
import { verbFormOf } from './verb-forms.ts';
import { hasWordOf, WORD_CLASS } from './word-classes.ts';
import { wordSet } from './word-set.ts';
import { ADVERBS } from './word-sets.ts';

const ROW = DENIAL_ROWS.find(({ id }) => id === 'not-so');
const NEUTRAL = denialWordSet('neutral');
const DEEDS = denialWordSet('deeds');
const PAST = denialWordSet('pastVerbs');
const PRESENT = denialWordSet('presentVerbs');
const ACTS = denialWordSet('acts');
const VICTIMS = denialWordSet('victims');

/**
 * "Lima: no soldier of ours crossed the river": what an official says, in a title, not to have happened. That there is no decision, no victim or no
 * progress is news and no denial (`neutral` in data/denial-words.json).
 */
export function factDenied(sentence: Sentence): DenialCue | null {
  if (ROW === undefined || sentence.zone !== 'title' || !hasWordOf(sentence, WORD_CLASS.negation)) return null;
  for (let at = 1; at < sentence.tokens.length; at += 1) {
    const end = negatedTo(sentence, at);
    if (end > at && !isAside(sentence, at) && !isNeutral(sentence, at, end)) return { row: ROW, from: at, to: end };
  }
  return null;
}

/** Where the words that a negation at `at` needs end: "did not | sell", "no shell of ours | fell", "sold | nothing"; -1 when it negates no fact. */
function negatedTo(sentence: Sentence, at: number): number {
  const word = norm(sentence, at);
  if (NOT.has(word)) return behindNot(sentence, at);
  if (word === 'never') return behindNever(sentence, at);
  if (!NONE.has(word) || norm(sentence, at + 1) === 'longer') return -1;
  const before = norm(sentence, at - 1);
  if (EXISTS.has(before)) return PAST_BE.has(before) && isThere(sentence, at) ? at + 1 : deedOf(sentence, at);
  return isPast(before) && !isReport(before) ? at + 1 : verbOfNone(sentence, at);
}
const NOT = wordSet("not didn't hasn't haven't hadn't wasn't weren't doesn't don't");
const NONE = wordSet('no nobody nothing none');
const AUX = wordSet('did has have had was were is are do does');
/** "there is no", "we have no", "he is in no". */
const EXISTS = wordSet("is are was were been 's in have has had");
const PAST_BE = wordSet('was were been');

const isThere = (sentence: Sentence, none: number): boolean => [2, 3].some((k) => norm(sentence, none - k) === 'there');
const isPast = (word: string): boolean => PAST.has(word) || verbFormOf(word) === 'past';
const overAdverbs = (sentence: Sentence, from: number): number => {
  let at = from;
  while (ADVERBS.has(norm(sentence, at)) || /^(?:been|being|even|ever|so)$|ly$/.test(norm(sentence, at))) at += 1;
  return at;
};

/** "did not sell", "was not leased", "do not arm": what "is not" and "has not" may only be a participle. */
function behindNot(sentence: Sentence, not: number): number {
  const aux = norm(sentence, not) === 'not' ? norm(sentence, not - 1) : norm(sentence, not).slice(0, -3);
  const at = overAdverbs(sentence, not + 1);
  const word = norm(sentence, at);
  if (!AUX.has(aux) || sentence.tokens[at]?.kind !== 'word') return -1;
  const isFact = aux === 'did' || (aux === 'do' || aux === 'does' ? ACTS.has(word) : isPast(word));
  return isFact ? at + 1 : -1;
}

/** "never floated", "were never seized", "has never been in". */
function behindNever(sentence: Sentence, never: number): number {
  const at = overAdverbs(sentence, never + 1);
  const isPlace = AUX.has(norm(sentence, never - 1)) && IN_PLACE.has(norm(sentence, at));
  return isPast(norm(sentence, at)) || isPlace ? at + 1 : -1;
}
const IN_PLACE = wordSet('in at on there');

/** "no refugee column | came under our guns", "nobody | asked him"; not that no one was hurt. */
function verbOfNone(sentence: Sentence, none: number): number {
  for (let at = none + 1; at < none + MAX_SUBJECT; at += 1) {
    const word = norm(sentence, at);
    if ((sentence.tokens[at]?.kind === 'mark' && !INNER_MARKS.has(word)) || STOPS.has(word) || VICTIMS.has(word)) return -1;
    const verb = overAdverbs(sentence, at + 1);
    if (IS_OR_WAS.has(word))
      return (isPast(norm(sentence, verb)) && !VICTIMS.has(norm(sentence, verb))) || isDoing(norm(sentence, verb)) ? verb + 1 : -1;
    if (word === 'has' || word === 'have' || word === 'had') return VICTIMS.has(norm(sentence, verb)) ? -1 : at + 1;
    if (PRESENT.has(word) || (isPast(word) && at > none + (norm(sentence, none) === 'no' ? 1 : 0))) return at + 1;
  }
  return -1;
}
const INNER_MARKS = wordSet('" \' -');
const IS_OR_WAS = wordSet('was were is are');
/** "no troops of ours are fighting there". */
const isDoing = (word: string): boolean => DOING.has(word);
const MAX_SUBJECT = 9;
const DOING = wordSet(
  'fighting operating serving training flying selling supplying buying sending funding arming helping supporting spying hiding living sheltering advising patrolling building working shooting shelling bombing holding detaining censoring blocking aiding',
);
const STOPS = wordSet(
  'will would can could should must may might shall to but and if whether because until unless that which who says say said',
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
    if (NEUTRAL.has(token.norm) && !OURS.has(tokens[at - 1]?.norm ?? '')) return true;
  }
  return false;
}
const OURS = wordSet('my our his');

/** "Moscow never kept its word, Kyiv says": what others did not do is an accusation, and no denial. */
export function isOfOthers(sentence: Sentence, { row, from }: DenialCue, denier: Denier): boolean {
  if (row.object !== 'fact') return false;
  const own =
    denier.kind === 'entity'
      ? flatten(denier.entities, ({ country, behalf }) => [country, behalf])
      : [denier.kind === 'body' ? denier.country : null];
  let start = from - 1;
  while (start >= 0 && !SPEECH_STARTS.has(norm(sentence, start))) start -= 1;
  return sentence.entities.some(
    (entity) =>
      entity.from > start &&
      entity.to <= from &&
      entity.kind !== 'outlet' &&
      entity.country !== null &&
      !own.includes(entity.country) &&
      !PREPOSITIONS.has(norm(sentence, entity.from - 1)),
  );
}
const SPEECH_STARTS = wordSet(': ; , " that say says said insist insists tells told');
