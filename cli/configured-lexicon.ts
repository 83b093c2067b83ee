import { buildLexicon, type Lexicon } from '../core/coding/lexicon.ts';

/** The lexicon that commands code with. */
export const configuredLexicon = (): Lexicon => buildLexicon();
