import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Clause } from '../sentences/clauses.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Place } from './operator-place.ts';
import type { Operator } from './operators.ts';
import { isPredicateOf } from './predicates.ts';
import { governs, opensSecond } from './reach.ts';
import { withSharedFate } from './shared-fate.ts';

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
    const mine = operators.filter((operator) => endOf(sentence, operator) > clause.from && endOf(sentence, operator) <= clause.to);
    for (let k = mine.length - 1; k >= 0; k -= 1) {
      const operator = mine[k];
      if (operator === undefined) continue;
      const link = linkOf({ sentence, clause, nuclei, operators, operator, next: mine[k + 1], links });
      if (link !== null) links.set(operator, link);
    }
  }
  const chains = nuclei.map((_, n) => chainOf(sentence, operators, links, n));
  return withSharedFate(sentence, { nuclei, clauses }, chains);
}

/** "must wait until | spring", "put back until after | Easter", "over before | it began": what opens the next clause is no part of it. */
const endOf = ({ tokens }: Sentence, { row, from, to }: Operator): number => {
  if (row.isPreposition === true) return to;
  const isUntil = (at: number): boolean => at > from && UNTIL.has(normOf(tokens, at));
  for (let at = from + 1; at < to; at += 1)
    if (tokens[at]?.norm === 'before' || (isUntil(at) && normOf(tokens, at - 1) !== 'after')) return at;
  if (normOf(tokens, to - 1) === 'after' && normOf(tokens, to - 2) === 'to') return to - 1;
  return normOf(tokens, to - 1) === 'after' && isUntil(to - 2) ? to - 2 : to;
};
const UNTIL = wordSet('until till');

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
  if (chain.some(({ row }) => row.effect === 'undated')) return lastUndated(chain);
  return before.some(({ row }) => row.id === 'offer') ? lastAnswer(chain, after) : chain;
}

/** "Macron's offer of a summit is taken up": the answer is to the offer, whatever stands nearer. */
const lastAnswer = (chain: Chain, after: Chain): Chain => {
  const isAnswer = (operator: Operator): boolean =>
    after.includes(operator) && (operator.row.effect === 'agree' || operator.row.effect === 'accept');
  return [...chain.filter((one) => !isAnswer(one)), ...chain.filter(isAnswer)];
};

/** "agreed, no date yet": what has no date is agreed all the same. */
const lastUndated = (chain: Chain): Chain => [
  ...chain.filter(({ row }) => row.effect !== 'undated'),
  ...chain.filter(({ row }) => row.effect === 'undated'),
];

/** "Summit starts with smiles, ends in confusion": of predicates divided by a comma the last one counts, but not "kicks off and will last". */
function lastPredicate(sentence: Sentence, after: readonly Operator[]): readonly Operator[] {
  const start = lastIndexWhere(after, (operator, k) => {
    const before = k > 0 ? after[k - 1] : undefined;
    return before !== undefined && sentence.tokens.slice(before.to, operator.from).some((token) => token.norm === ',');
  });
  const begun = after.findIndex(
    ({ row }, k) => row.effect === 'begin' && after[k + 1]?.row.effect === 'future' && after[k - 1]?.row.effect !== 'future',
  );
  if (begun >= 0) return after.slice(0, begun + 1);
  return start > 0 && after[start]?.row.effect !== 'undated' ? after.slice(start) : after;
}

/** "the forum could bring Putin and Macron together": a modal right before a verb belongs to that verb. */
const isBeforeVerb = ({ row, to }: Operator, following: Nucleus | undefined): boolean =>
  BINDERS.has(row.effect) &&
  following !== undefined &&
  following.from === to &&
  following.form === 'base' &&
  following.row.isTravel !== true;

/** An operator that stands around its nucleus ("puts the visit on hold", "would meet him any day") governs it; else the nearest that grammar allows. */
type Candidate = Place & { readonly next: Operator | undefined; readonly links: ReadonlyMap<Operator, Link> };

function linkOf(place: Candidate): Link | null {
  const { clause, nuclei, operator, next, links } = place;
  const within = lastIndexWhere(
    nuclei,
    ({ row, form, from, to }) =>
      from > operator.from &&
      to < operator.to &&
      (row.kind === 'noun' || (form === 'base' && (operator.row.effect === 'ready' || operator.row.effect === 'deny'))),
  );
  if (within >= 0) return { nucleus: within, side: 'before' };
  const after = nuclei.findIndex((nucleus) => nucleus.from >= operator.to && nucleus.from < clause.to);
  const before = lastIndexWhere(nuclei, (nucleus) => nucleus.to <= operator.from && nucleus.from >= clause.from);
  const following = nuclei[after];
  const reach = operator.row.reach ?? DEFAULT_REACH;
  if (
    BINDERS.has(operator.row.effect) &&
    next !== undefined &&
    next.row.isPreposition !== true &&
    next.from - operator.to <= reach &&
    (following === undefined || next.from < following.from) &&
    !opensSecond(place.sentence.tokens, operator.to, next.from)
  ) {
    const bound = links.get(next);
    if (bound !== undefined) return bound;
  }
  if (before >= 0 && !isBeforeVerb(operator, following) && isPredicateOf(place, before, following))
    return { nucleus: before, side: 'after' };
  const agreed = agreedThere(place);
  if (agreed >= 0) return { nucleus: agreed, side: 'before' };
  if (following !== undefined && following.from - operator.to <= reach && governs(place, following))
    return { nucleus: after, side: 'before' };
  return null;
}

/** "agreed in a call on Sunday | to hold talks": what is agreed, not where; -1 when nothing is. */
function agreedThere({ sentence: { tokens }, nuclei, operators, operator: { row, to } }: Place): number {
  if (row.effect !== 'agree' || !AT_WHICH.has(normOf(tokens, to))) return -1;
  const place = nuclei.findIndex(({ from }) => from >= to);
  const there = nuclei[place];
  const aim = nuclei[place + 1];
  if (there?.row.kind !== 'noun' || aim === undefined || there.from - to > MAX_PLACE) return -1;
  const isAim = operators.some((one) => one.row.isInfinitive === true && one.from >= there.to && one.from < aim.from);
  return isAim && aim.from - there.to <= DEFAULT_REACH ? place + 1 : -1;
}
const AT_WHICH = wordSet('in during at by over on');
const MAX_PLACE = 5;
