import { isReport } from '../entities/attribution.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Clause } from '../sentences/clauses.ts';
import { flatten, lastIndexWhere } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence, type Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { AS_OR_WHILE, BE, BOUNDARIES, FOR_OR_TO } from '../words/word-sets.ts';
import type { Chain } from './governing.ts';
import { isLight } from './operator-place.ts';
import type { Operator } from './operators.ts';
import { hasOwnObject } from './own-object.ts';
import { isAboutElse } from './predicates.ts';

/** "none is scheduled", "but not planned": short, or with a word that stands for the contact. */
const STANDS_FOR = wordSet('none it that this one neither date dates plans plan decision both refusal silence');
const goesOn = (tokens: readonly Token[], { kind, from, to }: Clause): boolean =>
  kind === 'time' ||
  kind === 'resumed' ||
  tokens.slice(from, to).filter(({ kind: sort }) => sort === 'word').length <= 6 ||
  tokens.slice(from, to).some((token) => STANDS_FOR.has(token.norm));

/** "'Hereby cancelled'", "'we are not there yet'": who speaks of the contact, or how. */
const SPEAKS = wordSet('we i they hereby officially formally simply all');

/** "before year's end": only a time. */
const TIME_NOUN = wordSet(
  "year end month week weekend day spring summer autumn winter christmas easter ramadan elections election vote polls holidays holiday recess break new 's",
);

/** "Oil prices dropped": the clause is about something else. */
function hasOtherSubject(sentence: Sentence, clause: Clause, first: Operator | undefined): boolean {
  const subject = sentence.tokens.slice(clause.from, first?.from ?? clause.to);
  if (
    subject.some(
      ({ norm }, k) => STANDS_FOR.has(norm) && !(norm === 'one' && subject[k + 1]?.kind === 'word' && !BE.has(normOf(subject, k + 1))),
    )
  )
    return false;
  return subject.some(
    (token, k) =>
      token.kind === 'word' &&
      !(clause.kind === 'time' && TIME_NOUN.has(token.norm) && !AS_OR_WHILE.has(normOf(sentence.tokens, clause.from))) &&
      !SPEAKS.has(token.norm) &&
      !BOUNDARIES.has(token.norm) &&
      !isLight(token, sentence, clause.from + k),
  );
}

/** A clause without a nucleus that goes on about the nucleus of its neighbour: "a call is possible; none is scheduled". */
export type Echo = {
  readonly n: number;
  readonly chain: Chain;
  readonly isInTimeClause: boolean;
  /** A label before a colon ("Rumour of the day: ..."): it stands around all that follows. */
  readonly isLabel: boolean;
};
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
  'agree',
  'accept',
  'prepare',
]);

export function findEchoes(
  sentence: Sentence,
  clauses: readonly Clause[],
  nuclei: readonly Nucleus[],
  operators: readonly Operator[],
): readonly Echo[] {
  return flatten(clauses, (clause) => {
    if (!canEcho(sentence, clause) || nuclei.some((nucleus) => isInside(clause, nucleus))) return [];
    const mine = operators.filter(
      (operator) =>
        isInside(clause, operator) &&
        operator.row.isPreposition !== true &&
        operator.row.isInfinitive !== true &&
        !isOfAim(sentence, operator) &&
        !isAboutElse({ sentence, operators, nuclei, operator }) &&
        !hasOwnObject({ sentence, operators, nuclei, operator }, { isPast: true }),
    );
    if (!mine.some((operator) => ECHOING.has(operator.row.effect)) || hasOtherSubject(sentence, clause, mine[0])) return [];
    const before = lastIndexWhere(nuclei, ({ row, from }) => row.kind === 'noun' && from < clause.from);
    const behind = nuclei.findIndex(({ row, from }) => row.kind === 'noun' && from >= clause.to);
    const isLabel = clause.from === 0 && sentence.tokens[clause.to]?.norm === ':' && mine.every(({ row }) => row.effect === 'possible');
    const n = before >= 0 ? before : isLabel && behind < 0 ? 0 : behind;
    if (clause.kind === 'mark' && normOf(sentence.tokens, 0) === 'with' && n >= 0 && (nuclei[n]?.from ?? 0) <= MAX_OCCASION) return [];
    return n < 0 || isOnlyMeanwhile({ sentence, clauses, mine }, clause, nuclei[n])
      ? []
      : [{ n, chain: mine.toReversed(), isInTimeClause: clause.kind === 'time', isLabel }];
  });
}

/** "but prepared for war", "it may be hoping to buy time": what a side is ready for or up to, and not the talks. */
function isOfAim(sentence: Sentence, { row, to }: Operator): boolean {
  const { tokens } = sentence;
  if (row.effect === 'possible') return tokens[to]?.norm === 'be' && /[a-z]{2}ing$/.test(normOf(tokens, to + 1));
  const next = tokens[to];
  return (
    row.effect === 'ready' &&
    next?.kind === 'word' &&
    FOR_OR_TO.has(normOf(tokens, to - 1)) &&
    !STANDS_FOR.has(next.norm) &&
    (tokens[to + 1]?.kind === 'word' || !isLight(next, sentence, to))
  );
}

/** "With Kim's visit, China sends a message: it will not be ignored": "it" is China. */
const MAX_OCCASION = 7;

/** "cancels drills ahead of the talks": the verb has its object. A denial always has one: "denies it" leaves what it denies to the sentence before. */
const hasWordsBehind = (sentence: Sentence, mine: readonly Operator[], end: number): boolean =>
  mine.some(
    ({ row, to }) =>
      row.effect === 'deny' ||
      sentence.tokens.slice(to, end).some((token, k) => token.kind === 'word' && !isLight(token, sentence, to + k)),
  );

/** "planned a crash during the visit", "voices hope after a call": what is done meanwhile is not done to the visit. */
const isOnlyMeanwhile = (
  { sentence, clauses, mine }: { readonly sentence: Sentence; readonly clauses: readonly Clause[]; readonly mine: readonly Operator[] },
  { kind, from, to }: Clause,
  nucleus: Nucleus | undefined,
): boolean =>
  kind === 'main' &&
  nucleus !== undefined &&
  nucleus.from >= to &&
  clauses.some(
    (one) =>
      one.kind === 'time' &&
      isInside(one, nucleus) &&
      (MEANWHILE.has(normOf(sentence.tokens, one.from)) ||
        (normOf(sentence.tokens, one.from) === 'after' && mine.every(({ row }) => row.effect === 'ready')) ||
        hasWordsBehind(sentence, mine, to)),
  ) &&
  !sentence.tokens.slice(from, to).some(({ norm }) => STANDS_FOR.has(norm));
const MEANWHILE = wordSet('during amid amidst');

const isInside = (clause: Clause, { from }: { readonly from: number }): boolean => from >= clause.from && from < clause.to;

/** "too early, says Lavrov": who only speaks does nothing. */
const isQuoted = (tokens: readonly Token[], { from, to }: Entity): boolean =>
  isReport(normOf(tokens, from - 1)) || (isReport(normOf(tokens, to)) && QUOTE_LEADS.has(normOf(tokens, from - 1)));
const QUOTE_LEADS = wordSet(', : " \'');

/** A clause that may say more about its neighbour's contact: nobody acts in it. */
const canEcho = ({ tokens, entities }: Sentence, clause: Clause): boolean =>
  ECHO_CLAUSES.has(clause.kind) &&
  !(clause.kind !== 'resumed' && entities.some((one) => one.kind === 'person' && isInside(clause, one) && !isQuoted(tokens, one))) &&
  goesOn(tokens, clause);
const ECHO_CLAUSES = wordSet('main contrast mark time resumed');
