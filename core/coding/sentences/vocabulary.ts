import { CONDITION_ROWS, DENIAL_ROWS, NUCLEUS_ROWS, OPERATOR_ROWS } from '../facts/data.ts';
import { type GlossRow, LANGUAGES } from '../facts/language-data.ts';
import { mayBeForeign } from '../words/foreign-words.ts';
import { compilePatterns, type Opening, type PatternTable } from '../words/pattern-table.ts';
import type { Word } from '../words/word.ts';
import { markOf, needsMetBy } from '../words/words-seen.ts';
import { classesOf, WORD_CLASS } from './word-classes.ts';

const nuclei = compilePatterns(
  NUCLEUS_ROWS.filter(({ isLastResort }) => isLastResort !== true),
  ({ isAmongNamed }) => (isAmongNamed === true ? WORD_CLASS.contactAmongNamed : WORD_CLASS.contact),
);
const lastResorts = compilePatterns(
  NUCLEUS_ROWS.filter(({ isLastResort }) => isLastResort === true),
  () => WORD_CLASS.lastResort,
);
const operators = compilePatterns(OPERATOR_ROWS);
const denials = compilePatterns(DENIAL_ROWS, () => WORD_CLASS.denial);
const conditions = compilePatterns(CONDITION_ROWS, () => WORD_CLASS.condition);

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
  if (!LETTER.test(norm)) return marks.openingOf(norm);
  if (!mayBeForeign(norm)) return undefined;
  glosses ??= compilePatterns(GLOSSES);
  return glosses.openingOf(norm);
}

/** Looks a word up in all tables: once for each form that is met, not for each token. */
export function wordOf(norm: string, place: number): Word {
  const gloss = glossOf(norm);
  return {
    place,
    mark: markOf(norm),
    meets: needsMetBy(norm),
    nucleus: nuclei.openingOf(norm),
    lastResort: lastResorts.openingOf(norm),
    operator: operators.openingOf(norm),
    denial: denials.openingOf(norm),
    gloss,
    condition: conditions.openingOf(norm),
    classes:
      nuclei.classesOf(norm) |
      lastResorts.classesOf(norm) |
      denials.classesOf(norm) |
      conditions.classesOf(norm) |
      (gloss === undefined || !LETTER.test(norm) ? 0 : WORD_CLASS.gloss) |
      classesOf(norm),
  };
}
