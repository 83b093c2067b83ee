import type { Clause } from './clauses.ts';
import type { Chain } from './governing.ts';
import type { Nucleus } from './nuclei.ts';
import { isLight } from './operator-place.ts';
import type { Operator } from './operators.ts';
import { isAboutElse } from './predicates.ts';
import type { Sentence, Token } from './text.ts';
import { BOUNDARIES } from './word-sets.ts';

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
