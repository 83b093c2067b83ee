import { REPORTS } from '../entities/attribution.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Clause } from '../sentences/clauses.ts';
import { MONTHS, WEEKDAYS } from '../words/calendar.ts';
import type { Sentence, Token } from '../words/text.ts';
import { ADVERBS, ARTICLES, AUXILIARY, MODIFIERS, PREPOSITIONS, PRONOUNS } from '../words/word-sets.ts';
import type { Operator } from './operators.ts';

/** An operator among what was marked in its sentence. */
export type Marked = {
  readonly sentence: Sentence;
  readonly nuclei: readonly Nucleus[];
  readonly operators: readonly Operator[];
  readonly operator: Operator;
};
export type Place = Marked & { readonly clause: Clause };

/** Whether a token is part of a nucleus or of another operator. */
export const isMarked = ({ operators, nuclei, operator }: Marked, at: number): boolean =>
  operators.some((one) => one !== operator && one.from <= at && at < one.to) || nuclei.some((one) => one.from <= at && at < one.to);

/** Articles, names, times, small words: they stand between an operator and its nucleus without saying anything of it. */
export function isLight(token: Token, sentence: Sentence, at: number): boolean {
  const { norm } = token;
  return token.kind !== 'word' || LIGHT.has(norm) || sentence.entities.some((entity) => entity.from <= at && at < entity.to);
}
/** Words that carry no matter of their own. */
const LIGHT: ReadonlySet<string> = new Set([
  ...[AUXILIARY, ADVERBS, ARTICLES, MODIFIERS, PRONOUNS, PREPOSITIONS, REPORTS].flatMap((words) => [...words]),
  ...WEEKDAYS.keys(),
  ...MONTHS.keys(),
]);
