import { REMOTE } from '../codebook/status-kinds.ts';
import { isReport } from '../entities/attribution.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import { normOf, type Sentence, type Token } from '../words/text.ts';
import { formsOf, verbFormOf } from '../words/verb-forms.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, AUXILIARY, BE, BOUNDARIES, isPreposition, LIST_JOINTS, TRANSITIVES } from '../words/word-sets.ts';
import { isLight, isMarked, type Marked, type Place } from './operator-place.ts';
import type { Operator } from './operators.ts';
import { CONTACT_WORDS, isBetween, isOfOwnNoun } from './own-nouns.ts';
import { hasOwnObject, isDealSought, isInAside } from './own-object.ts';

/** Whether an operator behind a noun tells of it: "the summit was put off". */
export function isPredicateOf(place: Place, before: number, following: Nucleus | undefined): boolean {
  const { sentence, nuclei, operator } = place;
  const nucleus = nuclei[before];
  if (operator.row.isPredicate !== true || nucleus === undefined || isSaidLast(sentence, operator)) return false;
  if (
    isSaidByPhone(sentence, nucleus, operator) ||
    hasOwnObject(place, { isPast: false }) ||
    isDealSought(place) ||
    isInAside(place, nucleus) ||
    isOfOwnNoun(place, nucleus) ||
    isAboutDoing(sentence, nucleus, operator)
  )
    return false;
  if (isOfGerund(place, nucleus)) return true;
  if (following !== undefined && isOfFollowing(place, nucleus, following)) return false;
  const isNextTo = following !== undefined && following.from - operator.to <= 2;
  if (operator.row.isAdverbial === true && (nucleus.row.kind === 'verb' || operator.row.isOnlyPredicate === true))
    return !isNextTo && operator.from - nucleus.to <= MAX_PREDICATE_REACH;
  if (nucleus.row.kind === 'verb') return isOfPlan(place, nucleus);
  if (isActive(sentence, operator) || isAttributive(sentence, operator) || isTopical(sentence, operator) || isAboutElse(place))
    return false;
  const isObject =
    following !== undefined &&
    following.from - operator.to <= 1 &&
    following.row.kind === 'noun' &&
    !(following.from > operator.to && isPreposition(normOf(sentence.tokens, operator.to)));
  if (isObject && operator.to - operator.from === 1) return false;
  return !hasOwnSubject(sentence, nucleus, operator);
}

/** "in talks on setting up a hospital", "talks about delaying tariffs": what they are about. */
const isAboutDoing = ({ tokens }: Sentence, { row, to }: Nucleus, { from }: Operator): boolean =>
  row.kind === 'noun' && from > to && ABOUT_DOING.has(normOf(tokens, from - 1)) && normOf(tokens, from).endsWith('ing');
const ABOUT_DOING = wordSet('on over about regarding concerning');

/** "told X in a call that gas will flow": what was said in it. */
const isSaidByPhone = ({ tokens }: Sentence, { row, to }: Nucleus, { from }: Operator): boolean =>
  from > to + 1 && REMOTE.has(row.form) && normOf(tokens, to) === 'that';

/** "is being weighed, the ministry confirmed": who says so at the end says nothing of his own. */
const isSaidLast = ({ tokens }: Sentence, { row, from, to }: Operator): boolean =>
  row.effect === 'announce' &&
  SENTENCE_END.has(normOf(tokens, to)) &&
  [2, 3, 4, 5].some((k) => normOf(tokens, from - k) === ',') &&
  /ed$|s$/.test(normOf(tokens, from));
const SENTENCE_END = new Set(['', '.']);

/** "in his visit and agrees to", "the summit prepares to": a meeting is agreed or prepared, it does not agree or prepare. */
const isActive = ({ tokens }: Sentence, { from, to }: Operator): boolean => {
  const norm = normOf(tokens, from);
  if (BE.has(norm)) return to - from === 2 && normOf(tokens, to - 1) === 'to' && isOfAim(tokens, from);
  if (UNCHANGED.has(norm)) return normOf(tokens, from - 1) === 'to';
  if (norm === 'end' && normOf(tokens, from - 1) === 'to' && OBJECT.test(normOf(tokens, to))) return true;
  if (OUTCOMES.has(norm) && BEFORE_OUTCOME.has(normOf(tokens, from - 1))) return true;
  if (to - from > 1 && (norm === 'plan' || norm === 'plans') && !AFTER_PLAN.has(normOf(tokens, from + 1))) return false;
  return TRANSITIVE.has(norm) && verbFormOf(norm) !== 'past';
};
/** "the aim of the talks with Oslo is to end the war": what they are for. */
function isOfAim(tokens: readonly Token[], to: number): boolean {
  for (let at = to - 2; at >= Math.max(1, to - MAX_AIM); at -= 1)
    if (normOf(tokens, at) === 'of' && AIMS.has(normOf(tokens, at - 1))) return true;
  return false;
}
/** "talks unlikely to yield much", "talks may fail": they have not come to it. */
const BEFORE_OUTCOME = wordSet("to may might could will would can cannot can't not won't");
const AIMS = wordSet('aim aims purpose goal goals objective point task idea mission');
const MAX_AIM = 14;
const AFTER_PLAN = wordSet('to on for a an the');
/** "over a scrapped contract", "the planned base": it belongs to the noun behind it. */
export const isAttributive = ({ tokens }: Sentence, { from, to }: Operator): boolean =>
  to - from === 1 && /(?:ed|ing)$/.test(normOf(tokens, from)) && ARTICLES.has(normOf(tokens, from - 1));
/** "talks on a halted deal", "talks over detained crews": it describes what they are about. */
const isTopical = ({ tokens }: Sentence, { from, to }: Operator): boolean => {
  const next = tokens[to];
  if (to - from !== 1 || next?.kind !== 'word' || !/(?:ed|en|lt)$/.test(normOf(tokens, from))) return false;
  return ABOUT_WHAT.has(normOf(tokens, from - 1)) && !isPreposition(next.norm) && !BOUNDARIES.has(next.norm) && !AUXILIARY.has(next.norm);
};
const ABOUT_WHAT = wordSet('on over about regarding concerning of for since despite after amid by with to into against');
/** "talks to end the war": what they are for; "to end on Friday" is told of the talks. */
const OBJECT =
  /^(?!(?:on|in|at|by|today|tomorrow|tonight|early|earlier|late|later|soon|with|without|after|before|as|here|this|next|and|prematurely|abruptly|there|up|[a-z]+day)$)[a-z][a-z-]*$/;
/** Verbs that look the same in the past: only "to" tells that they act. */
const UNCHANGED = wordSet('set put');
const TRANSITIVE: ReadonlySet<string> = new Set([...TRANSITIVES].flatMap((verb) => formsOf(verb)));

/** "after the meeting they agreed to work together", "... agreed that": what was agreed is something else. */
export function isAboutElse(marked: Marked): boolean {
  const { sentence, operator } = marked;
  const last = normOf(sentence.tokens, operator.to - 1);
  const next = sentence.tokens[operator.to];
  if (next === undefined || next.kind !== 'word') return false;
  if (MODAL.has(last)) return doesElse(marked) || doesUnknown(marked);
  if (next.norm === 'that' && TRANSITIVE.has(last)) return true;
  if (!TOPIC_LEADS.has(last) || next.isCapital || TIMES.test(next.norm) || isLight(next, sentence, operator.to)) return false;
  return !isMarked(marked, operator.to);
}
const TOPIC_LEADS = wordSet('to on of about over');

/** "put back to spring", "moved to next week". */
const TIMES = /^(?:spring|summer|autumn|fall|winter|next|later|early|late|mid|tomorrow|\d.*)$/;

export const MODAL = wordSet('may might could can unlikely likely');
/** "talks may be a first step", "unlikely to bring peace": not whether they take place. */
export function doesElse(marked: Marked): boolean {
  const { sentence, operator } = marked;
  const norm = (k: number): string => normOf(sentence.tokens, k);
  const isKnown = (k: number): boolean => norm(k) !== 'to' && isMarked(marked, k) && !OUTCOMES.has(norm(k));
  let at = operator.to;
  while (STILL.has(norm(at)) && !isKnown(at)) at += 1;
  if (isKnown(at) || at === operator.to + 3) return false;
  if (norm(at) === 'be') return norm(at + 1) === 'last' || (!isKnown(at + 1) && IS_WHAT.has(norm(at + 1)));
  return STEPS.has(norm(at));
}
const STILL = wordSet('to not also still only soon now');
/** What may come of talks, whatever else such a verb says when they have come to it. */
const OUTCOMES = wordSet('yield produce achieve bear fail succeed');
const IS_WHAT = wordSet('a an the more very first key crucial decisive pivotal');
/** "could bolster trade": a verb that is none of ours. */
function doesUnknown(marked: Marked): boolean {
  const { sentence, operator } = marked;
  let at = operator.to;
  while (STILL_EVEN.has(normOf(sentence.tokens, at))) at += 1;
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  if (TIMES.test(token.norm) || (isLight(token, sentence, at) && !(isReport(token.norm) && at > operator.from))) return false;
  return !isMarked(marked, at);
}
const STILL_EVEN = wordSet('to not also still only soon now even yet well');

/** What talks do when they are not said to take place. */
const STEPS = wordSet(
  'bring help lead end yield produce change decide make give solve shape spell mark prove determine use exploit turn overshadow complicate dominate influence affect save boost ease bear deliver achieve backfire fail succeed',
);

/** Whether somebody stands right before the operator who is not part of the nucleus's own phrase ("after the meeting Putin cancelled ..."). */
function hasOwnSubject(sentence: Sentence, nucleus: Nucleus, operator: Operator): boolean {
  if (operator.from - nucleus.to > MAX_PREDICATE_REACH || isNextClause(sentence, nucleus, operator)) return true;
  if (isInSaying(sentence, nucleus, operator) || isBehindOpening(sentence, nucleus, operator)) return true;
  if (isBareAdjective(sentence, operator)) return operator.from > nucleus.to && !endsPhrase(sentence, operator.to);
  let at = operator.from;
  while (at > nucleus.to && isBetween(normOf(sentence.tokens, at - 1))) at -= 1;
  const ends = (to: number) =>
    sentence.entities.find((entity) => entity.to === to && entity.from >= nucleus.to && entity.kind !== 'outlet');
  let subject = ends(at);
  if (subject === undefined) return at - 1 >= nucleus.to && OWN_SUBJECT.has(normOf(sentence.tokens, at - 1));
  while (LIST_JOINTS.has(normOf(sentence.tokens, subject.from - 1))) {
    const other = ends(subject.from - 1);
    if (other === undefined) break;
    subject = other;
  }
  const before = subject.from - 1;
  const norm = normOf(sentence.tokens, before);
  if (ARTICLES.has(norm)) return !isPreposition(normOf(sentence.tokens, before - 1));
  if (before < nucleus.to) return nucleus.to === subject.from && !isPreposition(norm);
  return !isPreposition(norm) && norm !== 'and' && norm !== "'s" && norm !== '-';
}
const OWN_SUBJECT = wordSet('he she they we i you what which who that nothing something');

/** "says after a meeting that a coalition is working on it": not of the meeting. */
const isInSaying = ({ tokens }: Sentence, nucleus: Nucleus, operator: Operator): boolean =>
  tokens.some(({ norm }, at) => at > nucleus.to && at < operator.from && norm === 'that' && !AUXILIARY.has(normOf(tokens, at + 1)));

/** "Under a deal reached at the talks, grain could leave": what opens the sentence is no subject, the next words are. */
const isBehindOpening = ({ tokens }: Sentence, nucleus: Nucleus, operator: Operator): boolean => {
  const first = normOf(tokens, 0);
  if (!(isPreposition(first) || first === 'under') || nucleus.row.kind === 'verb') return false;
  const comma = tokens.findIndex(({ norm }, at) => at >= nucleus.to && norm === ',');
  if (comma < 0 || comma + 1 >= operator.from || isBetween(normOf(tokens, comma + 1))) return false;
  return !tokens.some(({ norm }, at) => at > comma && at < operator.from && norm === ',');
};

/** ", and much will depend": a clause with a subject of its own. */
const isNextClause = (sentence: Sentence, nucleus: Nucleus, operator: Operator): boolean => {
  const { tokens } = sentence;
  const at = tokens.findIndex((token, k) => k >= nucleus.to && token.norm === ',' && AND.has(normOf(tokens, k + 1)));
  const word = normOf(tokens, at + 2);
  if (at >= 0 && at + 2 < operator.from && !isBetween(word)) return true;
  return isNextSubject(sentence, nucleus, operator);
};
const AND = wordSet('and but');

/** "the call was warm and tariffs were put off": a noun of its own right before the verb, behind "and". */
const isNextSubject = (sentence: Sentence, nucleus: Nucleus, { from }: Operator): boolean => {
  const { tokens } = sentence;
  const noun = tokens[from - 2];
  if (noun === undefined || !BE.has(normOf(tokens, from - 1)) || isLight(noun, sentence, from - 2) || CONTACT_WORDS.has(noun.norm))
    return false;
  const and = ARTICLES.has(normOf(tokens, from - 3)) ? from - 4 : from - 3;
  return and >= nucleus.to && AND.has(normOf(tokens, and));
};

/** What follows is no noun that the adjective could belong to. */
function endsPhrase(sentence: Sentence, at: number): boolean {
  const norm = normOf(sentence.tokens, at);
  return norm === '' || PHRASE_MARKS.has(norm) || isPreposition(norm) || BOUNDARIES.has(norm);
}
const PHRASE_MARKS = wordSet(', . ; : ! ? " \'');

/** What a report is called: "reports of a meeting are false". */
const JUDGED = wordSet('false untrue fake baseless unfounded groundless fabricated bogus incorrect invented');
const MAX_PREDICATE_REACH = 24;

/** "possible", "upcoming" after a noun speak of it only with "is" before them, or right behind it. */
function isBareAdjective(sentence: Sentence, operator: Operator): boolean {
  const word = normOf(sentence.tokens, operator.from);
  if (operator.to - operator.from > 1 || !(JUDGED.has(word) || (operator.row.isVerb !== true && /(?:ible|ial|ing|ly|able)$/.test(word))))
    return false;
  return ![1, 2, 3].some((k) => BE.has(normOf(sentence.tokens, operator.from - k)));
}

/** "plans for him to meet Putin are on hold", "a deal to visit Oslo has been dropped": told of the plan, with the verb that belongs to it. */
function isOfPlan({ sentence: { tokens }, operators, operator }: Place, { form, from, to }: Nucleus): boolean {
  if (form !== 'base' || normOf(tokens, from - 1) !== 'to' || operator.from - to > MAX_PREDICATE_REACH) return false;
  const hasPlan = operators.some((one) => one.to <= from && from - one.to <= 6 && PLAN.has(normOf(tokens, one.from)));
  const before = normOf(tokens, operator.from - 1);
  return hasPlan && (AUXILIARY.has(before) || AUXILIARY.has(normOf(tokens, operator.from)) || UNDER.has(normOf(tokens, operator.from)));
}
/** "the summit is put off, as there are no plans for | the two to meet": behind a comma, and with a verb of its own. */
const isOfFollowing = ({ sentence: { tokens }, operator }: Place, { to }: Nucleus, { row, form, from }: Nucleus): boolean =>
  row.kind === 'verb' &&
  form === 'base' &&
  from - operator.to <= 5 &&
  /^(?:for|to)$/.test(normOf(tokens, operator.to - 1)) &&
  tokens.some(({ norm }, at) => at >= to && at < operator.from && norm === ',');

/** "Calling Putin makes no sense": what is judged is that somebody does it. */
function isOfGerund({ sentence, operator }: Place, { form, from, to }: Nucleus): boolean {
  if (
    (form !== 'ing' && normOf(sentence.tokens, from) !== 'meeting') ||
    !JUDGES.has(operator.row.effect) ||
    !OPENS.has(normOf(sentence.tokens, from - 1))
  )
    return false;
  let foreign = 0;
  for (let at = to; at < operator.from; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.norm === ',' || isReport(token.norm)) return false;
    if (!isLight(token, sentence, at)) foreign += 1;
  }
  return foreign <= 2;
}
const JUDGES: ReadonlySet<string> = new Set(['refuse', 'premature', 'possible', 'ready']);
const OPENS = new Set(['', ...wordSet(': " \' - say says said that believe believes think thinks insist insists')]);
const UNDER = wordSet('under on in off up');
const PLAN = wordSet(
  'plans plan hopes hope ideas idea proposals proposal offers offer bids bid efforts effort attempts attempt invitations invitation agreement deal',
);
