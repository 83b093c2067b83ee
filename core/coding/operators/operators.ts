import { NO_VERB } from '../dates/date-months.ts';
import { tellsDate } from '../dates/date-words.ts';
import type { OperatorRow } from '../facts/data.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import { findMatches, type Match, type Search } from '../words/pattern.ts';
import { normOf, type Sentence, type Token } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS, ARTICLES, BE, MARKETS, MODIFIERS, OPENING_MARKS, PRONOUNS } from '../words/word-sets.ts';

/** An operator where it stands in a sentence. */
export type Operator = Match<OperatorRow>;

/** All operators of a sentence that are not part of a nucleus or of a name. */
export function findOperators(sentence: Sentence, nuclei: readonly Nucleus[]): readonly Operator[] {
  const found = findMatches({ tokens: sentence.tokens, sentence, taken: takenTokens(sentence, nuclei) }, OPERATORS);
  return found.filter((operator) => isInPlace(sentence, operator, nuclei, found));
}

/** A sentence, and which of its tokens are a part of a nucleus or of a name. */
type Taken = Pick<Sentence, 'tokens'> & { readonly sentence: Sentence; readonly taken: readonly boolean[] };
const OPERATORS: Search<OperatorRow, Taken> = {
  openingOf: ({ word }) => word.operator,
  accepts: ({ sentence, taken }, match) =>
    !overlaps(taken, match.from, match.to) &&
    (match.row.endsPhrase !== true || endsPhrase(sentence, match.to)) &&
    !isTellingOfHimself(sentence, match) &&
    !isQuarrel(sentence, match) &&
    !isOfOther(sentence, match),
};

function takenTokens(sentence: Sentence, nuclei: readonly Nucleus[]): readonly boolean[] {
  const taken = new Array<boolean>(sentence.tokens.length).fill(false);
  for (const stretch of nuclei) take(taken, stretch);
  for (const stretch of sentence.entities) take(taken, stretch);
  return taken;
}

function take(taken: boolean[], { from, to }: { readonly from: number; readonly to: number }): void {
  for (let at = from; at < to; at += 1) taken[at] = true;
}

const overlaps = (taken: readonly boolean[], from: number, to: number): boolean => taken[from] === true || taken[to - 1] === true;

/** "to" counts only before the base form of a verb: "to meet", "to jointly hold talks", never "to Turkey". */
function isInPlace(sentence: Sentence, operator: Operator, nuclei: readonly Nucleus[], all: readonly Operator[]): boolean {
  if (isDayOfBeginning(sentence, operator, all)) return false;
  if (
    isAnswerNo(sentence, operator) ||
    isMonth(sentence, operator) ||
    isWithheld(sentence, operator, nuclei) ||
    isTopicOfWords(sentence, operator)
  )
    return false;
  if (isOtherHope(sentence, operator, nuclei)) return false;
  if (isEarlyOrDead(sentence, operator, nuclei)) return false;
  if (isAuxiliary(sentence, operator) || isBehindDoors(sentence, operator)) return false;
  if (operator.row.isInfinitive !== true) return true;
  for (let at = operator.to; at <= operator.to + 2; at += 1) {
    const norm = normOf(sentence.tokens, at);
    const isVerb =
      nuclei.some((nucleus) => nucleus.from === at && nucleus.form !== null) ||
      all.some((other) => other.from === at && other.row.isVerb === true);
    if (isVerb) return verbFormOf(norm) === 'base';
    if (!ADVERBS.has(norm) && !ARTICLES.has(norm)) return verbFormOf(norm) === 'base' && all.some((other) => other.from === at);
  }
  return false;
}

/** "will hold talks in Geneva | beginning on Monday": says only when. */
const isDayOfBeginning = ({ tokens }: Sentence, { row, from, to }: Operator, all: readonly Operator[]): boolean =>
  row.effect === 'begin' &&
  BEGINNING.has(normOf(tokens, from)) &&
  isTimeAt(tokens, to) &&
  all.some((other) => other.from < from && (other.row.effect === 'future' || other.row.effect === 'infinitive'));
/** "on Thursday", "in the morning", "this week", "6 May"; not "in protest". */
const isTimeAt = (tokens: readonly Token[], at: number): boolean =>
  LEADS_TIME.has(normOf(tokens, at)) ? isTimeAt(tokens, at + 1) : tellsDate(normOf(tokens, at));
const LEADS_TIME = wordSet('on in next this the');
const BEGINNING = wordSet('beginning starting commencing opening');

/** "Prospect of a rate cut fades before the talks": hope for something else; not "prospect of talks fades". */
function isOtherHope({ tokens }: Sentence, { row, from, to }: Operator, nuclei: readonly Nucleus[]): boolean {
  if (row.effect !== 'premature' || !HOPES.has(normOf(tokens, from)) || !FADES.test(normOf(tokens, to - 1))) return false;
  return to - from > 2 && !nuclei.some((nucleus) => nucleus.from > from && nucleus.to < to);
}
const HOPES = wordSet('prospect prospects chance chances hopes hope odds');
const FADES = /^(?:reced|fad|dimm?|dwindl|shr[iau]nk|evaporat|wan|diminish)(?:e|es|ed|s|ing)?$/;

/** "'Too early': Kremlin | on the call", "no agreements on a call": what was said is of it, not said in it. */
const isTopicOfWords = ({ tokens, entities }: Sentence, { row, from }: Operator): boolean =>
  row.id === 'on' &&
  (SPOKEN_OF.has(normOf(tokens, from - 1)) ||
    normOf(tokens, from - 2) === ':' ||
    entities.some((entity) => entity.to === from && normOf(tokens, entity.from - 1) === ':'));

const SPOKEN_OF = wordSet(
  'agreement agreements understanding understandings decision decisions details information news word work question questions clarity plan plans idea report reports speculation progress specifics',
);

/** "left Oslo early on Thursday": in the morning; "leaves 13 people dead", "traders are waiting for the talks". */
function isEarlyOrDead({ tokens }: Sentence, { row, from, to }: Operator, nuclei: readonly Nucleus[]): boolean {
  if (row.effect === 'postpone')
    return normOf(tokens, from) === 'waiting' && BE.has(normOf(tokens, from - 1)) && !nuclei.some((one) => one.to <= from);
  if (row.effect === 'leave') return normOf(tokens, to - 1) === 'early' && isTimeAt(tokens, to);
  return row.effect === 'cancel' && tokens[from]?.norm === 'dead' && BODIES.has(normOf(tokens, from - 1));
}
const BODIES = wordSet('people soldiers civilians protesters children others police troops passengers');

/** "talks go on behind closed doors": where nobody watches, and nobody is turned away. */
const isBehindDoors = ({ tokens }: Sentence, { row, from, to }: Operator): boolean =>
  row.effect === 'refuse' && normOf(tokens, from - 1) === 'behind' && normOf(tokens, to - 1).startsWith('door');

/** "had soured his planned talks": it belongs to the verb behind it. */
const isAuxiliary = ({ tokens }: Sentence, { row, to }: Operator): boolean => {
  const norm = normOf(tokens, to);
  return row.id === 'have' && /^[a-z]{3,}ed$/.test(norm) && !MODIFIERS.has(norm) && !PLANNED.has(norm);
};
const PLANNED = wordSet('planned scheduled expected extended detailed heated strained rushed televised renewed repeated related');

/** "settle the border dispute": a noun; who disputes a report says of what. */
const isQuarrel = ({ tokens, entities }: Sentence, { row, from, to }: Operator): boolean =>
  row.effect === 'deny' &&
  to - from === 1 &&
  QUARREL.has(normOf(tokens, from)) &&
  !entities.some((entity) => entity.to === from) &&
  !VERBAL.has(normOf(tokens, from - 1)) &&
  ![1, 2, 3, 4].some((k) => DISPUTED.has(normOf(tokens, from + k)));
const VERBAL = wordSet(
  "to would will not n't also and but officials ministry office spokesman spokeswoman aides strongly hotly sides both",
);
const QUARREL = wordSet('dispute disputes');
const DISPUTED = wordSet(
  'that claim claims report reports account accounts story statement statements assertion allegation allegations version figures it this suggestion suggestions characterisation characterization having',
);

/** "tells Merz he plans to go": it is his own plan, and nobody else is told to. */
const isTellingOfHimself = ({ tokens }: Sentence, { row, from, to }: Operator): boolean =>
  row.id === 'urge' && tokens.slice(from + 1, to - 1).some(({ norm }) => WHO.has(norm));
const WHO = wordSet('he she they we it that');

/** "over the next four years | following talks", "dodges questions about", "dismissed from office": it belongs to other words. */
const isOfOther = ({ tokens, entities }: Sentence, { row, from, to }: Operator): boolean =>
  (row.effect === 'propose' &&
    to - from === 1 &&
    ((DEMANDS.has(normOf(tokens, from)) && /(?:ed|made|put)$/.test(normOf(tokens, to))) || isAdjective(tokens, from))) ||
  (HOPED.has(normOf(tokens, from)) && isNounOf(tokens, entities, from)) ||
  (row.effect === 'ready' && tokens[from]?.norm === 'up' && UP_FOR.has(normOf(tokens, to))) ||
  (row.effect === 'deny' && normOf(tokens, from + 1) === 'from') ||
  (row.effect === 'begin' && tokens[from]?.norm === 'opening' && WIDER.has(normOf(tokens, from - 1))) ||
  (row.effect === 'refuse' && to - from === 1 && (isCasting(tokens, from) || isOfOnlookers(tokens, entities, from))) ||
  (row.effect === 'refuse' && tokens[from]?.norm === 'stay' && OPENING_MARKS.has(normOf(tokens, from - 1))) ||
  (row.id === 'hold' && /^lead|^led$/.test(tokens[from]?.norm ?? '') && normOf(tokens, from + 1) === 'to') ||
  (row.effect === 'propose' && CALLED.has(normOf(tokens, from)) && ARTICLES.has(normOf(tokens, from - 1))) ||
  // "bring an end to the war": a noun
  (row.id === 'end' && tokens[from]?.norm === 'end' && normOf(tokens, to) === 'to') ||
  (row.effect === 'refuse' && DROPS.has(normOf(tokens, from)) && [1, 2].some((k) => MARKETS.has(normOf(tokens, from - k)))) ||
  (row.id === 'long-after' && WHICH.has(normOf(tokens, from - 2))) ||
  (row.id === 'set-to' && normOf(tokens, from) === 'due' && CAUSES.has(normOf(tokens, to))) ||
  (tokens[from]?.norm === 'questions' && ASKED.test(normOf(tokens, from - 1)));
/** "a chip ban clouds the talks", "boycott overshadows summit": a noun, and what it does. */
const CASTS =
  /^(?:cloud|overshadow|mar|threaten|loom|hang|cast|dominate|complicate|strain|sour|poison|rattle|jeopardi[sz]e|derail|top|test|dampen|hover|weigh)s$/;
/** The same in the past: "a boycott clouded the talks", but "boycotts strained talks". */
const CAST = wordSet(
  'clouded overshadowed marred threatened loomed hung cast dominated complicated strained soured poisoned rattled jeopardised jeopardized derailed topped tested dampened hovered weighed',
);
const isCasting = (tokens: readonly Token[], at: number): boolean =>
  CASTS.test(normOf(tokens, at + 1)) || (CAST.has(normOf(tokens, at + 1)) && !/(?:s|ed)$/.test(normOf(tokens, at)));
/** "residents oppose Modi's visit": nobody who could go or receive him. */
const isOfOnlookers = (tokens: readonly Token[], entities: Sentence['entities'], at: number): boolean =>
  normOf(tokens, at).startsWith('oppos') &&
  tokens[at - 1]?.kind === 'word' &&
  !tokens.some(({ norm }, k) => k < at && PRONOUNS.has(norm)) &&
  !entities.some(({ to, country }) => country !== null && to <= at);
/** "oil prices declined on hopes": they fell. */
const DROPS = wordSet('declined declines decline declining');
/** "broken off due to this row": why. */
const CAUSES = wordSet(
  'a an the this that these those his her its their lack security bad health illness weather fears concerns tensions differences disagreements',
);
/** "excessive demands made by Paris are": a noun. */
const DEMANDS = wordSet('demands requests offers proposals');
/** "amid 'encouraging' talks": what they are like. */
const isAdjective = (tokens: readonly Token[], at: number): boolean => {
  const before = normOf(tokens, at - 1);
  return ENCOURAGING.has(normOf(tokens, at)) && BEFORE_ADJECTIVE.has(before === '"' || before === "'" ? normOf(tokens, at - 2) : before);
};
const ENCOURAGING = wordSet('encouraging promising pressing');
const BEFORE_ADJECTIVE = wordSet('amid after in of with during hold holds held and');
/** "peace hopes for the talks fade": hopes that nobody is said to have. */
const isNounOf = (tokens: readonly Token[], entities: Sentence['entities'], at: number): boolean => {
  const before = tokens[at - 1];
  return (
    before?.kind === 'word' &&
    !before.isCapital &&
    /^(?:peace|new|high|fading|rising|fresh|dim|ceasefire|truce)$/.test(before.norm) &&
    !entities.some(({ to }) => to === at)
  );
};
const HOPED = wordSet('hopes hope');
/** "is up for discussion": a matter. */
const UP_FOR = wordSet('discussion debate negotiation renewal sale');
/** "agreed in a call on Thursday to meet": a noun. */
const CALLED = wordSet('call appeal press');
const WHICH = wordSet('next coming past last');
const WIDER = wordSet('more further greater wider economic market fresh');
const ASKED = /^(?:dodg|fac|field|ask|answer|tak|duck|evad|sidestep|avoid|pos|put|get|got|took)(?:e|es|ed|s|ing)?$/;

/** "denies entry to", "denied six envoys visas": something is withheld, and nothing is said to be untrue. */
const isWithheld = ({ tokens }: Sentence, { row, to }: Operator, nuclei: readonly Nucleus[]): boolean =>
  (row.id === 'deny' || row.id === 'refuse') &&
  [0, 1, 2, 3].some(
    (k) =>
      WITHHELD.has(normOf(tokens, to + k)) &&
      tokens[to + k]?.isCapital === false &&
      !nuclei.some((nucleus) => nucleus.from >= to && nucleus.from < to + k),
  );
const WITHHELD = wordSet('entry access visas visa permission bail asylum passage admission clearance');

/** "No, he did not ring": an answer, and no second negation. */
const isAnswerNo = ({ tokens }: Sentence, { row, from, to }: Operator): boolean =>
  row.effect === 'negate' && to - from === 1 && tokens[from]?.norm === 'no' && tokens[to]?.norm === ',';

/** "in May", "9 May", "May 9", "a May summit". */
function isMonth({ tokens }: Sentence, { from, to }: Operator): boolean {
  const token = tokens[from];
  if (to - from > 1 || token?.norm !== 'may' || !token.isCapital) return false;
  return (
    /^(?:in|of|by|to|till|until|before|after|from|around|through|since|early|mid|late|next|last|this|for|\d{1,2})$/.test(
      normOf(tokens, from - 1),
    ) ||
    /^\d/.test(normOf(tokens, to)) ||
    NO_VERB.has(normOf(tokens, to))
  );
}

/** Nothing that it could govern stands behind it. */
const endsPhrase = ({ tokens }: Sentence, at: number): boolean => PHRASE_ENDS.has(normOf(tokens, at));
const PHRASE_ENDS = new Set(['', ...wordSet(', . ; : ! ? - and but as after before when while without with for say says said')]);
