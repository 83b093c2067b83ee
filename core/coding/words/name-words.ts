import type { LeaderRow } from '../facts/lexicon-data.ts';
import { fold } from './fold.ts';
import { wordSet } from './word-set.ts';

/** Words that are names only in capitals ("US", never "Us"). */
const EXACT = new Set([
  'us',
  'un',
  'who',
  'it',
  'ap',
  'pm',
  'rt',
  'time',
  'male',
  'eu',
  'abc',
  'rsf',
  'isi',
  'dw',
  'sun',
  'spa',
  'ria',
  'age',
  'pap',
  'ft',
  'sana',
  'fars',
  'mena',
]);
/** Of these, the ones that headlines without any capitals still use as names ("downer on us tour"). */
const CASELESS = new Set(['us', 'un', 'eu']);
export const isCaselessName = (norm: string): boolean => CASELESS.has(norm) || !EXACT.has(norm);
export const isExactOnly = (norm: string): boolean => EXACT.has(norm);

/** States whose names are printed family name first, or by either name. */
const NO_FIRST_NAME = /^(?:CN|KP|KR|TW|JP|VN|KH|MM|LA|MN|HU|SG|MY|ID) /;
/** First names that are words or places, or stand before names as titles do. */
const NO_GIVEN_NAME = wordSet(
  'will may can bill mark grant hope drew frank max rich art pat sue win king queen prince princess pope emir sultan sheikh mullah ayatollah crown general dr sir lord lady saint san chad georgia jordan israel paris asia india china an al as at ali abu ibn ben bin von van el la de in on so no do the us un',
);

/** The first names of those who are known: before a surname they make it somebody else's. */
export const firstNamesOf = (leaders: readonly LeaderRow[]): readonly string[] =>
  leaders.flatMap(({ name, terms }) => {
    const first = fold(name.slice(0, Math.max(0, name.indexOf(' '))));
    return first.length < 3 || NO_FIRST_NAME.test(terms[0] ?? '') || NO_GIVEN_NAME.has(first) ? [] : [first];
  });
