import { isReport, REPORTS } from './attribution.ts';
import { MONTHS, WEEKDAYS } from './calendar.ts';
import type { Clause } from './clauses.ts';
import type { Nucleus } from './nuclei.ts';
import type { Operator } from './operators.ts';
import { governingPreposition, phraseStart } from './phrase.ts';
import type { Sentence, Token } from './text.ts';
import { formsOf, verbFormOf } from './verb-forms.ts';
import {
  ADVERBS,
  ARTICLES,
  AUXILIARY,
  BE,
  BOUNDARIES,
  isPreposition,
  MODIFIERS,
  PREPOSITIONS,
  PRONOUNS,
  TRANSITIVES,
} from './word-sets.ts';

/** The operators of one nucleus, innermost first. */
export type Chain = readonly Operator[];

/** These bind to the next operator to their right, whatever it governs. */
const BINDERS: ReadonlySet<string> = new Set(['negate', 'future', 'infinitive', 'unable', 'wont', 'possible']);
const DEFAULT_REACH = 14;

type Link = { readonly nucleus: number; readonly side: 'before' | 'after' };

/** Which operators govern which nucleus, clause by clause, right to left. */
export function attachOperators(
  sentence: Sentence,
  clauses: readonly Clause[],
  nuclei: readonly Nucleus[],
  operators: readonly Operator[],
): readonly Chain[] {
  const links = new Map<Operator, Link>();
  for (const clause of clauses) {
    const mine = operators.filter((operator) => operator.to > clause.from && operator.to <= clause.to);
    for (let k = mine.length - 1; k >= 0; k -= 1) {
      const operator = mine[k];
      if (operator === undefined) continue;
      const link = linkOf({ sentence, clause, nuclei, operators, operator, next: mine[k + 1], links });
      if (link !== null) links.set(operator, link);
    }
  }
  return nuclei.map((_, n) => chainOf(sentence, operators, links, n));
}

/** Predicates after the noun are inside ("the summit may be put off"), then what stands before it, nearest first. */
function chainOf(sentence: Sentence, operators: readonly Operator[], links: ReadonlyMap<Operator, Link>, n: number): Chain {
  if (links.size === 0) return [];
  const after: Operator[] = [];
  const before: Operator[] = [];
  for (const operator of operators) {
    const link = links.get(operator);
    if (link?.nucleus === n) (link.side === 'after' ? after : before).push(operator);
  }
  const chain = [...lastPredicate(sentence, after).toReversed(), ...before.toReversed()];
  return chain.some(({ row }) => row.effect === 'undated') ? lastUndated(chain) : chain;
}

/** "agreed, no date yet": what has no date is agreed all the same. */
const lastUndated = (chain: Chain): Chain => [
  ...chain.filter(({ row }) => row.effect !== 'undated'),
  ...chain.filter(({ row }) => row.effect === 'undated'),
];

/** "Summit starts with smiles, ends in confusion": of predicates divided by a comma the last one counts. */
function lastPredicate(sentence: Sentence, after: readonly Operator[]): readonly Operator[] {
  const start = after.findLastIndex((operator, k) => {
    const before = after[k - 1];
    return before !== undefined && sentence.tokens.slice(before.to, operator.from).some((token) => token.norm === ',');
  });
  const last = after[start]?.row.effect;
  if (last === 'future' && after.some(({ row }, k) => k < start && row.effect === 'begin')) return after.slice(0, start);
  return start > 0 && last !== 'undated' ? after.slice(start) : after;
}

type Place = {
  readonly sentence: Sentence;
  readonly clause: Clause;
  readonly nuclei: readonly Nucleus[];
  readonly operators: readonly Operator[];
  readonly operator: Operator;
  readonly next: Operator | undefined;
  readonly links: ReadonlyMap<Operator, Link>;
};

/** An operator that stands around its nucleus ("puts the visit on hold", "would meet him any day") governs it; else the nearest that grammar allows. */
function linkOf(place: Place): Link | null {
  const { clause, nuclei, operator, next, links } = place;
  const within = nuclei.findLastIndex(
    ({ row, form, from, to }) =>
      from > operator.from && to < operator.to && (row.kind === 'noun' || (form === 'base' && operator.row.effect === 'ready')),
  );
  if (within >= 0) return { nucleus: within, side: 'before' };
  const after = nuclei.findIndex((nucleus) => nucleus.from >= operator.to && nucleus.from < clause.to);
  const before = nuclei.findLastIndex((nucleus) => nucleus.to <= operator.from && nucleus.from >= clause.from);
  const following = nuclei[after];
  const reach = operator.row.reach ?? DEFAULT_REACH;
  if (
    BINDERS.has(operator.row.effect) &&
    next !== undefined &&
    next.row.isPreposition !== true &&
    next.from - operator.to <= reach &&
    (following === undefined || next.from < following.from)
  ) {
    const bound = links.get(next);
    if (bound !== undefined) return bound;
  }
  if (before >= 0 && isPredicateOf(place, before, following)) return { nucleus: before, side: 'after' };
  if (following !== undefined && following.from - operator.to <= reach && governs(place, following))
    return { nucleus: after, side: 'before' };
  return null;
}

/** Prepositions that take a phrase out of an operator's reach: "wants a deal at the summit" does not want the summit. */
const SHUTS = new Set(['at', 'in', 'from', 'during', 'amid', 'over', 'on', 'by', 'near', 'about']);

/** A preposition governs only the noun phrase right behind it; any other operator only what is not shut off from it. */
function governs(place: Place, following: Nucleus): boolean {
  const { sentence, operator } = place;
  if (operator.row.forms?.includes(following.row.form) === false) return false;
  if (operator.row.isPreposition === true) return prepositionGoverns(place, following);
  if (MODAL.test(sentence.tokens[operator.to - 1]?.norm ?? '') && doesElse(place)) return false;
  if (operator.row.isOnlyPredicate === true || foreignWords(place, following) > MAX_FOREIGN) return false;
  if (isFiniteVerb(following) && !CLAUSAL.has(operator.row.effect)) return false;
  if (LIGHT_VERBS.has(operator.row.effect) && isCutOff(place, following)) return false;
  if (startsAnew(place, following) || isOfOtherNoun(place, following) || negatesElse(place)) return false;
  const shut = governingPreposition(sentence, following);
  if (operator.row.takesPartner === true) return true;
  return (
    shut === null ||
    shut.at < operator.to ||
    !(SHUTS.has(shut.norm) || isOutOf(sentence, shut.at)) ||
    isTopicOf(operator, shut) ||
    isPartOfAnother(place, shut.at)
  );
}

/** "what it got out of the visit". */
const isOutOf = ({ tokens }: Sentence, at: number): boolean => tokens[at]?.norm === 'of' && tokens[at - 1]?.norm === 'out';

/** "no decision on a summit", "doubts about the talks": what such a preposition names belongs to the word right before it. */
const isTopicOf = (operator: Operator, { norm, at }: { readonly norm: string; readonly at: number }): boolean =>
  at === operator.to && /^(?:on|about|over)$/.test(norm);

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
const isFiniteVerb = ({ form }: Nucleus): boolean => form === 'past' || form === 's';

/** "hold", "begin" take their noun at once: nothing said and no comma in between. */
const LIGHT_VERBS: ReadonlySet<string> = new Set(['hold', 'begin']);
const isCutOff = ({ sentence, operator }: Place, following: Nucleus): boolean =>
  sentence.tokens.slice(operator.to, following.from).some((token) => token.norm === ',' || isReport(token.norm));

/** "rejects the plan, says no talks are needed", "urges calm and Merz is to meet him": another verb has taken over. */
function startsAnew({ sentence, operator, operators }: Place, following: Nucleus): boolean {
  if (operator.row.isVerb !== true) return false;
  const { tokens, entities } = sentence;
  const isFinite = (at: number): boolean =>
    isReport(tokens[at]?.norm ?? '') ||
    operators.some(({ row, from }) => from === at && row.isVerb === true && /^(?:s|past)$/.test(verbFormOf(tokens[at]?.norm ?? '')));
  for (let at = operator.to; at < following.from; at += 1) {
    const norm = tokens[at]?.norm ?? '';
    if (norm === ',' && isFinite(at + 1)) return true;
    if (norm !== 'and') continue;
    const subject = entities.find(({ from }) => from === at + 1);
    if (subject !== undefined && (ACTS.test(tokens[subject.to]?.norm ?? '') || isFinite(subject.to))) return true;
  }
  return false;
}

const ACTS = /^(?:is|are|was|were|will|would|may|might|could|can|has|have|had|should)$/;

/** "the disputed territory, a meeting": a participle behind an article governs the noun of its own phrase only. */
const isOfOtherNoun = ({ sentence, operator }: Place, following: Nucleus): boolean =>
  isAttributive(sentence, operator) && (following.row.kind === 'verb' || phraseStart(sentence, following) > operator.from);

/** "does not fault him for meeting": it negates a verb that says nothing of the contact. */
function negatesElse({ sentence, operator, operators, nuclei }: Place): boolean {
  if (operator.row.effect !== 'negate' || !NEGATES_VERB.test(sentence.tokens[operator.to - 1]?.norm ?? '')) return false;
  let at = operator.to;
  while (ADVERBS.has(sentence.tokens[at]?.norm ?? '') || BE.has(sentence.tokens[at]?.norm ?? '')) at += 1;
  const token = sentence.tokens[at];
  if (token === undefined || isLight(token, sentence, at) || CARRIES.test(token.norm)) return false;
  return ![...operators, ...nuclei].some((one) => one.from <= at && at < one.to);
}
const NEGATES_VERB = /^(?:not|never|n't|[a-z]+n't)$/;
/** Verbs that have the contact as what they get or bring. */
const CARRIES = /^(?:have|had|get|got|secure|secured|foresee|see|envisage|include|involve|require|lead|mean|bring|give|make|made|take)$/;

/** Words between an operator and its nucleus that belong to neither: with more of them the operator governs something else. */
const MAX_FOREIGN = 2;

function foreignWords({ sentence, operator, operators, nuclei }: Place, following: Nucleus): number {
  const to = following.row.kind === 'noun' ? phraseStart(sentence, following) : following.from;
  let count = 0;
  for (let at = operator.to; at < to; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || isLight(token, sentence, at)) continue;
    const isMarked = operators.some((one) => one.from <= at && at < one.to) || nuclei.some((one) => one.from <= at && at < one.to);
    if (!isMarked) count += 1;
  }
  return count;
}

function isLight(token: Token, sentence: Sentence, at: number): boolean {
  const { norm } = token;
  return token.kind !== 'word' || LIGHT.has(norm) || sentence.entities.some((entity) => entity.from <= at && at < entity.to);
}
/** Words that carry no matter of their own. */
const LIGHT: ReadonlySet<string> = new Set([
  ...[AUXILIARY, ADVERBS, ARTICLES, MODIFIERS, PRONOUNS, PREPOSITIONS, REPORTS].flatMap((words) => [...words]),
  ...WEEKDAYS.keys(),
  ...MONTHS.keys(),
]);

function prepositionGoverns({ sentence, operator, clause }: Place, following: Nucleus): boolean {
  const isNoun = following.row.kind === 'noun';
  if (isNoun && operator.row.isVerb !== true && phraseStart(sentence, following) === operator.to) return true;
  if (isNoun && operator.row.isVerb === true && phraseStart(sentence, following) <= operator.to && following.from - operator.to <= 5)
    return true;
  return operator.row.isTight !== true && operator.from <= clause.from + 1;
}

function isPredicateOf(place: Place, before: number, following: Nucleus | undefined): boolean {
  const { sentence, nuclei, operator } = place;
  const nucleus = nuclei[before];
  if (operator.row.isPredicate !== true || nucleus === undefined || nucleus.row.kind === 'verb') return false;
  if (isActive(sentence, operator) || isAttributive(sentence, operator) || isAboutElse(place)) return false;
  if (following !== undefined && following.from - operator.to <= 1 && following.row.kind === 'noun' && operator.to - operator.from === 1)
    return false;
  return !hasOwnSubject(sentence, nucleus, operator);
}

/** "in his visit and agrees to", "the summit prepares to": a meeting is agreed or prepared, it does not agree or prepare. */
const isActive = ({ tokens }: Sentence, { from }: Operator): boolean => {
  const norm = tokens[from]?.norm ?? '';
  if (UNCHANGED.test(norm)) return tokens[from - 1]?.norm === 'to';
  if (/^plans?$/.test(norm) && !/^(?:to|on|for|a|an|the)$/.test(tokens[from + 1]?.norm ?? '')) return false;
  return TRANSITIVE.has(norm) && verbFormOf(norm) !== 'past';
};
/** "over a scrapped contract", "the planned base": it belongs to the noun behind it. */
const isAttributive = ({ tokens }: Sentence, { from, to }: Operator): boolean =>
  to - from === 1 && /(?:ed|ing)$/.test(tokens[from]?.norm ?? '') && ARTICLES.has(tokens[from - 1]?.norm ?? '');
/** Verbs that look the same in the past: only "to" tells that they act. */
const UNCHANGED = /^(?:set|put)$/;
const TRANSITIVE: ReadonlySet<string> = new Set([...TRANSITIVES].flatMap((verb) => formsOf(verb)));

/** "after the meeting they agreed to work together", "... agreed that": what was agreed is something else. */
function isAboutElse({ sentence, operators, nuclei, operator }: Pick<Place, 'sentence' | 'operators' | 'nuclei' | 'operator'>): boolean {
  const last = sentence.tokens[operator.to - 1]?.norm ?? '';
  const next = sentence.tokens[operator.to];
  if (next === undefined || next.kind !== 'word') return false;
  if (MODAL.test(last))
    return doesElse({ sentence, operators, nuclei, operator }) || doesUnknown({ sentence, operators, nuclei, operator });
  if (next.norm === 'that' && TRANSITIVE.has(last)) return true;
  if (!/^(?:to|on|of|about|over)$/.test(last) || next.isCapital || TIMES.test(next.norm) || isLight(next, sentence, operator.to))
    return false;
  return ![...operators, ...nuclei].some((one) => one.from <= operator.to && operator.to < one.to);
}

/** "put back to spring", "moved to next week". */
const TIMES = /^(?:spring|summer|autumn|fall|winter|next|later|early|late|mid|tomorrow|\d.*)$/;

const MODAL = /^(?:may|might|could|can|unlikely|likely)$/;
/** "talks may be a first step", "unlikely to bring peace": not whether they take place. */
function doesElse({ sentence, operators, nuclei, operator }: Pick<Place, 'sentence' | 'operators' | 'nuclei' | 'operator'>): boolean {
  const norm = (k: number): string => sentence.tokens[k]?.norm ?? '';
  const isMarked = (k: number): boolean =>
    [...operators, ...nuclei].some((one) => one !== operator && one.from <= k && k < one.to && norm(k) !== 'to');
  let at = operator.to;
  while (/^(?:to|not|also|still|only|soon|now)$/.test(norm(at)) && !isMarked(at)) at += 1;
  if (isMarked(at) || at === operator.to + 3) return false;
  if (norm(at) === 'be') return !isMarked(at + 1) && /^(?:a|an|the|more|very)$/.test(norm(at + 1));
  return STEPS.test(norm(at));
}
/** "could bolster trade": a verb that is none of ours. */
function doesUnknown({ sentence, operators, nuclei, operator }: Pick<Place, 'sentence' | 'operators' | 'nuclei' | 'operator'>): boolean {
  let at = operator.to;
  while (/^(?:to|not|also|still|only|soon|now|even|yet|well)$/.test(sentence.tokens[at]?.norm ?? '')) at += 1;
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== 'word' || isLight(token, sentence, at)) return false;
  return ![...operators, ...nuclei].some((one) => one !== operator && one.from <= at && at < one.to);
}

/** What talks do when they are not said to take place. */
const STEPS =
  /^(?:bring|help|lead|end|yield|produce|change|decide|make|give|solve|shape|spell|mark|prove|determine|save|boost|ease|bear|deliver|achieve|backfire|fail|succeed)$/;

/** Whether somebody stands right before the operator who is not part of the nucleus's own phrase ("after the meeting Putin cancelled ..."). */
function hasOwnSubject(sentence: Sentence, nucleus: Nucleus, operator: Operator): boolean {
  if (operator.from - nucleus.to > MAX_PREDICATE_REACH || isNextClause(sentence, nucleus, operator)) return true;
  if (isBareAdjective(sentence, operator)) return operator.from > nucleus.to && !endsPhrase(sentence, operator.to);
  let at = operator.from;
  while (at > nucleus.to && isBetween(sentence.tokens[at - 1]?.norm ?? '')) at -= 1;
  const ends = (to: number) =>
    sentence.entities.find((entity) => entity.to === to && entity.from >= nucleus.to && entity.kind !== 'outlet');
  let subject = ends(at);
  if (subject === undefined)
    return (
      at - 1 >= nucleus.to && /^(?:he|she|they|we|i|you|what|which|who|that|nothing|something)$/.test(sentence.tokens[at - 1]?.norm ?? '')
    );
  while (/^(?:and|,|&)$/.test(sentence.tokens[subject.from - 1]?.norm ?? '')) {
    const other = ends(subject.from - 1);
    if (other === undefined) break;
    subject = other;
  }
  const before = subject.from - 1;
  const norm = sentence.tokens[before]?.norm ?? '';
  if (ARTICLES.has(norm)) return !isPreposition(sentence.tokens[before - 1]?.norm ?? '');
  return before < nucleus.to ? nucleus.to === subject.from : !isPreposition(norm) && norm !== 'and' && norm !== "'s" && norm !== '-';
}

/** ", and much will depend": a clause with a subject of its own. */
const isNextClause = ({ tokens }: Sentence, nucleus: Nucleus, operator: Operator): boolean => {
  const at = tokens.findIndex((token, k) => k >= nucleus.to && token.norm === ',' && /^(?:and|but)$/.test(tokens[k + 1]?.norm ?? ''));
  const word = tokens[at + 2]?.norm ?? '';
  return at >= 0 && at + 2 < operator.from && !isBetween(word);
};

/** What follows is no noun that the adjective could belong to. */
function endsPhrase(sentence: Sentence, at: number): boolean {
  const norm = sentence.tokens[at]?.norm ?? '';
  return norm === '' || /^[,.;:!?]$/.test(norm) || isPreposition(norm) || BOUNDARIES.has(norm);
}

/** What a report is called: "reports of a meeting are false". */
const JUDGED = /^(?:false|untrue|fake|baseless|unfounded|groundless|fabricated|bogus|incorrect|invented)$/;
const MAX_PREDICATE_REACH = 24;
const isBetween = (norm: string): boolean => AUXILIARY.has(norm) || (ADVERBS.has(norm) && !isPreposition(norm)) || norm === 'not';

/** "possible", "upcoming" after a noun speak of it only with "is" before them, or right behind it. */
function isBareAdjective(sentence: Sentence, operator: Operator): boolean {
  const word = sentence.tokens[operator.from]?.norm ?? '';
  if (operator.to - operator.from > 1 || !(JUDGED.test(word) || (operator.row.isVerb !== true && /(?:ible|ial|ing|ly|able)$/.test(word))))
    return false;
  return ![1, 2, 3].some((k) => BE.has(sentence.tokens[operator.from - k]?.norm ?? ''));
}

/** "none is scheduled", "but not planned": short, or with a word that stands for the contact. */
const STANDS_FOR = /^(?:none|it|that|this|one|neither|date|dates|plans|plan|decision|both)$/;
const goesOn = (tokens: readonly Token[], { kind, from, to }: Clause): boolean =>
  kind === 'time' || to - from <= 7 || tokens.slice(from, to).some((token) => STANDS_FOR.test(token.norm));

/** "Oil prices dropped": the clause is about something else. */
function hasOtherSubject(sentence: Sentence, clause: Clause, first: Operator | undefined): boolean {
  const subject = sentence.tokens.slice(clause.from, first?.from ?? clause.to);
  if (subject.some(({ norm }) => STANDS_FOR.test(norm))) return false;
  return subject.some((token, k) => token.kind === 'word' && !BOUNDARIES.has(token.norm) && !isLight(token, sentence, clause.from + k));
}

/** A clause without a nucleus that goes on about the nucleus of its neighbour: "a call is possible; none is scheduled". */
export type Echo = { readonly n: number; readonly chain: Chain; readonly isInTimeClause: boolean };
const ECHOING: ReadonlySet<string> = new Set([
  'premature',
  'possible',
  'refuse',
  'postpone',
  'cancel',
  'schedule',
  'unable',
  'plan',
  'occur',
  'no',
  'deny',
  'ready',
  'undated',
  'drop',
]);

export function findEchoes(
  sentence: Sentence,
  clauses: readonly Clause[],
  nuclei: readonly Nucleus[],
  operators: readonly Operator[],
): readonly Echo[] {
  const { tokens, entities } = sentence;
  return clauses.flatMap((clause) => {
    const inside = (at: number): boolean => at >= clause.from && at < clause.to;
    if (!/^(?:main|contrast|mark|time)$/.test(clause.kind) || nuclei.some((nucleus) => inside(nucleus.from))) return [];
    const mine = operators.filter(
      (operator) =>
        inside(operator.from) &&
        operator.row.isPreposition !== true &&
        operator.row.isInfinitive !== true &&
        !isAboutElse({ sentence, operators, nuclei, operator }),
    );
    if (!goesOn(tokens, clause) || hasOtherSubject(sentence, clause, mine[0])) return [];
    if (
      !mine.some((operator) => ECHOING.has(operator.row.effect)) ||
      entities.some((entity) => inside(entity.from) && entity.kind === 'person')
    )
      return [];
    const isNoun = (nucleus: Nucleus): boolean => nucleus.row.kind === 'noun';
    const before = nuclei.findLastIndex((nucleus) => isNoun(nucleus) && nucleus.from < clause.from);
    const n = before >= 0 ? before : nuclei.findIndex((nucleus) => isNoun(nucleus) && nucleus.from >= clause.to);
    return n < 0 ? [] : [{ n, chain: mine.toReversed(), isInTimeClause: clause.kind === 'time' }];
  });
}
