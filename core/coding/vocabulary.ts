import { NUCLEUS_ROWS, type NucleusRow, OPERATOR_ROWS, type OperatorRow } from './data.ts';
import { DENIAL_ROWS, type DenialRow, type GlossRow, LANGUAGES } from './lexicon-data.ts';
import { compilePatterns, type Opening } from './pattern.ts';

/** What is known of a word: what begins with it in each table that every sentence is held against. */
export type Word = {
  /** A number by which others keep what they know of it; words that are seldom met together may share one. */
  readonly place: number;
  readonly nucleus: Opening<NucleusRow> | undefined;
  readonly operator: Opening<OperatorRow> | undefined;
  readonly denial: Opening<DenialRow> | undefined;
  readonly gloss: Opening<GlossRow> | undefined;
};

const nuclei = compilePatterns(NUCLEUS_ROWS);
const operators = compilePatterns(OPERATOR_ROWS);
const denials = compilePatterns(DENIAL_ROWS);
const glosses = compilePatterns(LANGUAGES.flatMap((language) => language.glosses));

/** Looks a word up in all tables: once for each form that is met, not for each token. */
export const wordOf = (norm: string, place: number): Word => ({
  place,
  nucleus: nuclei(norm),
  operator: operators(norm),
  denial: denials(norm),
  gloss: glosses(norm),
});
