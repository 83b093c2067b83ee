import type { LeaderRow } from './lexicon-data.ts';

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
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'ii', 'iii', 'iv', 'vi', 'xvi', 'xiv', 'x', 'i', 'v', '.']);

/** The short names of a person, as token norms: surname, surname with its particles, and the first name where that is the custom. */
export function surnamesOf(row: LeaderRow, fullNames: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (row.surname !== undefined) return [row.surname.split(' ')];
  const party = row.terms[0]?.slice(0, 2) ?? '';
  return fullNames.filter((norms) => norms.length > 1).flatMap((norms) => shortForms(norms, party));
}

function shortForms(norms: readonly string[], party: string): readonly (readonly string[])[] {
  const first = norms[0] ?? '';
  if (FAMILY_FIRST.has(party)) return NO_SURNAMES.has(first) ? [] : [[first]];
  let end = norms.length;
  while (end > 1 && SUFFIXES.has(norms[end - 1] ?? '')) end -= 1;
  if (end < norms.length && end === 1) return [];
  let from = end - 1;
  while (from > 1 && norms[from - 1] === '-') from -= 2;
  const forms: (readonly string[])[] = [norms.slice(from, end)];
  let start = from;
  while (start > 1 && (PARTICLES.has(norms[start - 1] ?? '') || norms[start - 1] === '-')) start -= 1;
  if (start < from) forms.push(norms.slice(start, end));
  const hyphened = forms[0]?.[0]?.match(/^(?:al|el|as|ar|ash)-(.+)$/);
  if (hyphened?.[1] !== undefined) forms.push([hyphened[1]]);
  if (EITHER.has(party)) forms.push([first]);
  return forms.filter((form) => !NO_SURNAMES.has(form.join(' ')));
}

/** Family names that are nothing but small words when they stand alone. */
const NO_SURNAMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december he an so do no to my her us it we you will can ha ho oh un in on at if or and is was be by up out all new a e o u'.split(
    ' ',
  ),
);
