import { lastIndexWhere } from '../words/sequences.ts';
import type { Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES } from './entity-line.ts';
import type { Resolved } from './entity-people.ts';

const FAMILY_PARTICLES = new Set(['von', 'van', 'der', 'de', 'den', 'ter', 'di', 'da', 'la', 'le', 'du']);
const NUMERAL = /^[IVX]+$|^Jr\.?$/;
const LATIN = /^\p{Script=Latin}/u;
/** Parties whose names begin with the family name; tested against a party and a blank, as terms in data/ begin. */
export const FAMILY_FIRST = /^(?:CN|KP|KR|TW) /;

/** As written, lower case: the family name, without numerals of popes and kings. */
export function surnameOf(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  resolved: Resolved,
): string {
  const owner = lastIndexWhere(tokens, ({ norm }, at) => at >= from && at < to && norm === "'s");
  const words = tokens.slice(owner < 0 ? from : owner + 1, to).filter((token) => token.kind === 'word');
  const written = ownName(words);
  const { surname, terms } = resolved.person.row;
  if (surname !== undefined) return surname;
  const isFamilyFirst = FAMILY_FIRST.test(terms[0] ?? '') && resolved.isFullName;
  if (!LATIN.test(written[0]?.text ?? 'a')) return latinSurname(resolved);
  const particle = written.length > 1 && !isFamilyFirst ? particlesBefore(written) : '';
  const word = isFamilyFirst ? written.find((token) => !ARTICLES.has(token.norm)) : written.at(-1);
  return particle + (word?.text.toLowerCase() ?? '');
}

const ROYAL = wordSet('prince princess king queen duke duchess emir sultan');
/** "Felipe" of "Felipe VI of Spain": neither number nor realm. */
function ownName(words: readonly Token[]): readonly Token[] {
  const end = words.findIndex(({ norm }, at) => at > 0 && norm === 'of' && !ROYAL.has(words[at - 1]?.norm ?? ''));
  const own = (end > 0 ? words.slice(0, end) : words).filter((token) => !NUMERAL.test(token.text));
  return own.length === 0 ? words : own;
}

/** "von der " of "Ursula von der Leyen". */
function particlesBefore(written: readonly Token[]): string {
  let from = written.length - 1;
  while (from > 0 && FAMILY_PARTICLES.has(written[from - 1]?.norm ?? '')) from -= 1;
  return written
    .slice(from, -1)
    .map((token) => `${token.norm} `)
    .join('');
}

/** A name in another script is given as newspapers in English print it, so that one person has one surname. */
function latinSurname({ person }: Resolved): string {
  const words = person.row.name.split(' ');
  return (FAMILY_FIRST.test(person.row.terms[0] ?? '') ? words[0] : words.at(-1))?.toLowerCase() ?? '';
}
