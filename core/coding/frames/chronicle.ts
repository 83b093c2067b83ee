import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Scan } from '../operators/scan.ts';
import type { Token } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { HAVE, MODIFIERS } from '../words/word-sets.ts';

/** A chronicle tells in full sentences what took place; a headline has no full stop. */
export const isChronicle = ({ sentence }: Scan): boolean =>
  /[.]["']?$/.test(sentence.text) &&
  (sentence.zone === 'text' || (sentence.tokens.length >= MIN_CHRONICLE && !/(?:[A-Z][.]){2}$/.test(sentence.text)));
/** A headline of two sentences has full stops, too. */
const MIN_CHRONICLE = 11;

/** "resembled", "stunned": headlines use the past tense only of what is over. */
export const isPastVerb = ({ norm, isCapital }: Token): boolean =>
  !isCapital && /[a-z]{3}ed$/.test(norm) && !MODIFIERS.has(norm) && !NOT_PAST.has(norm);
const NOT_PAST = wordSet('unfixed expected planned scheduled united need needed granted accorded awarded afforded');

/** "has been on a visit there this week": the perfect looks back. */
export const hasBeen = (scan: Scan, { from }: Nucleus): boolean =>
  scan.sentence.tokens.some(({ norm }, at) => at < from && norm === 'been' && HAVE.has(normAt(scan, at - 1)));
