import { LANGUAGES } from '../facts/language-data.ts';
import type { LeaderRow } from '../facts/lexicon-data.ts';

/** States whose names are printed family name first. */
const FAMILY_FIRST = new Set(['CN', 'KP', 'KR', 'TW']);
/** States whose leaders newspapers call by the first name or by either ("Thaksin", "Abiy", "Anwar"). */
const EITHER = new Set(['TH', 'ID', 'MY', 'ET', 'MM', 'LA', 'IS', 'BD', 'LK', 'ER', 'KH', 'VN', 'MN', 'BT', 'AF', 'IQ', 'SG']);
const PARTICLES = new Set([
  'von',
  'van',
  'de',
  'der',
  'den',
  'la',
  'le',
  'bin',
  'ben',
  'al',
  'el',
  'da',
  'do',
  'dos',
  'del',
  'di',
  'ould',
  'aboul',
  'ter',
  'abu',
  'haj',
]);
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'ii', 'iii', 'iv', 'vi', 'vii', 'viii', 'ix', 'xvi', 'xiv', 'x', 'i', 'v', '.']);

/**
 * The short names in one full name, as token norms: surname, surname with its particles, and the first name where that is the custom:
 * of "Ursula von der Leyen" "leyen" and "von der leyen". A realm behind "of" is none: "Abdullah II of Jordan".
 */
export function surnamesOf(row: LeaderRow, norms: readonly string[]): readonly (readonly string[])[] {
  if (row.surname !== undefined) return [row.surname.split(' ')];
  const party = row.terms[0]?.slice(0, 2) ?? '';
  const first = norms[norms.indexOf("'s") + 1] ?? '';
  if (FAMILY_FIRST.has(party)) return NO_SURNAMES.has(first) ? [] : [[first]];
  const realm = norms.indexOf('of');
  let end = realm > 0 ? realm : norms.length;
  while (end > 1 && SUFFIXES.has(norms[end - 1] ?? '')) end -= 1;
  if (end === 1) return [];
  const forms: (readonly string[])[] = [];
  const add = (form: readonly string[]): void => {
    if (form.length > 1 || !NO_SURNAMES.has(form[0] ?? '')) forms.push(form);
  };
  const from = familyStart(norms, end);
  add(norms.slice(from, end));
  if (end - from > 2 && PARTICLES.has(norms[from] ?? '')) add(norms.slice(from + 2, end));
  const start = particleStart(norms, from);
  if (start < from) add(norms.slice(start, end));
  const last = norms[end - 1] ?? '';
  const article = last.indexOf('-');
  if (article > 0 && article < 4 && ARABIC_ARTICLES.has(last.slice(0, article))) add([last.slice(article + 1)]);
  if (EITHER.has(party) && first.length > 1 && !HONORIFICS.has(first)) add([first]);
  return forms;
}

/** What a name may begin with and nobody is called by. */
const HONORIFICS = new Set([
  'king',
  'queen',
  'prince',
  'princess',
  'president',
  'sheikh',
  'mullah',
  'pope',
  'sultan',
  'emir',
  'general',
  'ayatollah',
]);
const ARABIC_ARTICLES = new Set(['al', 'el', 'as', 'ar', 'ash', ...LANGUAGES.flatMap(({ text }) => text.nameArticles)]);

/** The last word, with what hyphens tie to it. */
function familyStart(norms: readonly string[], end: number): number {
  let from = end - 1;
  while (from > 1 && norms[from - 1] === '-') from -= 2;
  return from;
}

function particleStart(norms: readonly string[], from: number): number {
  let start = from;
  while (start > 1 && (PARTICLES.has(norms[start - 1] ?? '') || norms[start - 1] === '-')) start -= 1;
  return start;
}

/** Family names that are nothing but small words when they stand alone. */
const NO_SURNAMES = new Set(
  'win hope monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december he an so do no to my her us it we you will can ha ho oh un in on at if or and is was be by up out all new a e o u'.split(
    ' ',
  ),
);
