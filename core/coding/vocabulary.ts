import { CONDITION_ROWS, NUCLEUS_ROWS, OPERATOR_ROWS } from './data.ts';
import { mayBeForeign } from './foreign-words.ts';
import { DENIAL_ROWS, type GlossRow, LANGUAGES } from './lexicon-data.ts';
import { compilePatterns, type Opening, type PatternTable } from './pattern.ts';
import type { Word } from './word.ts';
import { classesOf, WORD_CLASS } from './word-classes.ts';
import { markOf } from './words-seen.ts';

const nuclei = compilePatterns(NUCLEUS_ROWS);
const operators = compilePatterns(OPERATOR_ROWS);
const denials = compilePatterns(DENIAL_ROWS);
const conditions = compilePatterns(CONDITION_ROWS);

/** A mark alone tells no language. */
const LETTER = /^\p{L}/u;
const GLOSSES = LANGUAGES.flatMap((language) => language.glosses);
const beginsWithMark = (phrase: string): boolean => !LETTER.test(phrase);
const marks = compilePatterns(
  GLOSSES.filter(({ phrases }) => phrases.some(beginsWithMark)).map((row) => ({ ...row, phrases: row.phrases.filter(beginsWithMark) })),
);
let glosses: PatternTable<GlossRow> | null = null;
/** Wordings of other languages are compiled when a word of theirs is first met: most items have none. */
function glossOf(norm: string): Opening<GlossRow> | undefined {
  if (!LETTER.test(norm)) return marks(norm);
  if (!mayBeForeign(norm)) return undefined;
  glosses ??= compilePatterns(GLOSSES);
  return glosses(norm);
}

/** Looks a word up in all tables: once for each form that is met, not for each token. */
export function wordOf(norm: string, place: number): Word {
  const [nucleus, denial, gloss, condition] = [nuclei(norm), denials(norm), glossOf(norm), conditions(norm)];
  const begins =
    (nucleus === undefined ? 0 : WORD_CLASS.contact) |
    (denial === undefined ? 0 : WORD_CLASS.denial) |
    (condition === undefined ? 0 : WORD_CLASS.condition) |
    (gloss === undefined || !LETTER.test(norm) ? 0 : WORD_CLASS.gloss);
  return { place, mark: markOf(norm), nucleus, operator: operators(norm), denial, gloss, condition, classes: begins | classesOf(norm) };
}
