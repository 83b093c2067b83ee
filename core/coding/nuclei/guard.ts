import type { NucleusRow } from '../facts/data.ts';
import type { Match } from '../words/pattern.ts';
import type { Sentence } from '../words/text.ts';

/** Whether a word that may name a contact does so where it stands. */
export type Guard = (sentence: Sentence, match: Match<NucleusRow>) => boolean;
