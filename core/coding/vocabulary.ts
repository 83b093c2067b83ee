import { NUCLEUS_ROWS, type NucleusRow, OPERATOR_ROWS, type OperatorRow } from './data.ts';
import { DENIAL_ROWS, type DenialRow } from './lexicon-data.ts';
import { compilePatterns, type Opening, type PatternTable } from './pattern.ts';

/** What begins with a word in each table that every sentence is held against: looked up once, when the sentence is divided into tokens. */
export type Word = {
  readonly nucleus: Opening<NucleusRow> | undefined;
  readonly operator: Opening<OperatorRow> | undefined;
  readonly denial: Opening<DenialRow> | undefined;
};

const nuclei = compilePatterns(NUCLEUS_ROWS);
const operators = compilePatterns(OPERATOR_ROWS);
const denials = compilePatterns(DENIAL_ROWS);

const WORDS: ReadonlyMap<string, Word> = new Map(
  [...new Set([...nuclei.byWord.keys(), ...operators.byWord.keys(), ...denials.byWord.keys()])].map((norm) => [
    norm,
    { nucleus: nuclei.byWord.get(norm), operator: operators.byWord.get(norm), denial: denials.byWord.get(norm) },
  ]),
);
const NOTHING: Word = { nucleus: undefined, operator: undefined, denial: undefined };

/** What is known of a word; most words begin nothing. */
export const wordOf = (norm: string): Word => WORDS.get(norm) ?? NOTHING;

type Known = { readonly norm: string; readonly word: Word };
export const NUCLEUS_TABLE: PatternTable<NucleusRow, Known> = { ...nuclei, openingOf: ({ word }) => word.nucleus };
export const OPERATOR_TABLE: PatternTable<OperatorRow, Known> = { ...operators, openingOf: ({ word }) => word.operator };
export const DENIAL_TABLE: PatternTable<DenialRow, Known> = { ...denials, openingOf: ({ word }) => word.denial };
