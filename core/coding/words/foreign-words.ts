import { LANGUAGES } from '../facts/language-data.ts';

const LATIN = /^\p{Script=Latin}/u;
/** Languages in Latin letters may own any word; others only words in other letters. */
const HAS_LATIN = LANGUAGES.some(({ leaders }) => leaders.some(([, written]) => LATIN.test(written)));
const LAST_OF_LATIN = 0x24f;

/** Whether a word may belong to a language beside English; asked before the tables of those are made. */
export const mayBeForeign = (norm: string): boolean => HAS_LATIN || norm.charCodeAt(0) > LAST_OF_LATIN;
