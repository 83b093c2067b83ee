import { CONDITION_ROWS, NUCLEUS_ROWS, OPERATOR_ROWS } from './data.ts';
import { DENIAL_ROWS, LANGUAGES } from './lexicon-data.ts';
import { compilePatterns } from './pattern.ts';
import type { Word } from './word.ts';
import { classesOf, WORD_CLASS } from './word-classes.ts';
import { markOf } from './words-seen.ts';

const nuclei = compilePatterns(NUCLEUS_ROWS);
const operators = compilePatterns(OPERATOR_ROWS);
const denials = compilePatterns(DENIAL_ROWS);
const conditions = compilePatterns(CONDITION_ROWS);
const glosses = compilePatterns(LANGUAGES.flatMap((language) => language.glosses));

/** Looks a word up in all tables: once for each form that is met, not for each token. */
export function wordOf(norm: string, place: number): Word {
  const [nucleus, denial, gloss, condition] = [nuclei(norm), denials(norm), glosses(norm), conditions(norm)];
  const begins =
    (nucleus === undefined ? 0 : WORD_CLASS.contact) |
    (denial === undefined ? 0 : WORD_CLASS.denial) |
    (condition === undefined ? 0 : WORD_CLASS.condition) |
    (gloss === undefined || !LETTER.test(norm) ? 0 : WORD_CLASS.gloss);
  return { place, mark: markOf(norm), nucleus, operator: operators(norm), denial, gloss, condition, classes: begins | classesOf(norm) };
}
/** A mark alone tells no language. */
const LETTER = /^\p{L}/u;
