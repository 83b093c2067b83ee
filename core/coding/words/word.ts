import type { ConditionRow, DenialRow, NucleusRow, OperatorRow } from '../facts/data.ts';
import type { GlossRow } from '../facts/language-data.ts';
import type { Opening } from './pattern-table.ts';

/** What is known of a word: what begins with it in each table that every sentence is held against, and its classes. */
export type Word = {
  /** An even number by which others keep what they know of it, there or one further on; words that are seldom met together may share one. */
  readonly place: number;
  /** A short hash. */
  readonly mark: number;
  /** The needs of patterns that it meets (words-seen.ts). */
  readonly meets: readonly number[];
  readonly nucleus: Opening<NucleusRow> | undefined;
  /** Of the rows of last resort only. */
  readonly lastResort: Opening<NucleusRow> | undefined;
  readonly operator: Opening<OperatorRow> | undefined;
  readonly denial: Opening<DenialRow> | undefined;
  readonly gloss: Opening<GlossRow> | undefined;
  readonly condition: Opening<ConditionRow> | undefined;
  /** Bits of word-classes.ts. */
  readonly classes: number;
};
