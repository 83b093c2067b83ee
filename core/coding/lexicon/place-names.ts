import { PLACES } from '../facts/data.ts';
import { isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { ARTICLES } from '../words/word-sets.ts';

/** Places that are not states, by norm ("geneva" -> CH). */
const COUNTRY_OF_PLACE: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
);
/** "Sharm el-Sheikh" is four tokens. */
export const MAX_WORDS = 4;

/** The state of a city, region or house that is known by name. */
export const countryOfPlace = (norm: string): string | null => COUNTRY_OF_PLACE.get(norm) ?? null;

/** A known place that begins at `at` (behind an article), as if it were its state: where a trip goes. */
export function placeEntityAt(sentence: Sentence, at: number): Entity | null {
  const from = ARTICLES.has(normOf(sentence.tokens, at)) ? at + 1 : at;
  if (!isOfClass(sentence.tokens[from], WORD_CLASS.city) || !isName(sentence, from)) return null;
  for (let words = Math.min(MAX_WORDS, sentence.tokens.length - from); words > 0; words -= 1) {
    const country = countryOfPlace(normsAt(sentence, from, words));
    if (country === null) continue;
    return {
      kind: 'country',
      from,
      to: from + words,
      country,
      surname: null,
      personId: null,
      level: null,
      office: null,
      isFormer: false,
      via: 'descriptor',
      behalf: null,
      confidence: 0.8,
    };
  }
  return null;
}

/** Norms with spaces between them; a hyphen ties its neighbours. */
export function normsAt({ tokens }: Pick<Sentence, 'tokens'>, from: number, words: number): string {
  let norms = normOf(tokens, from);
  for (let at = from + 1; at < from + words; at += 1) {
    const isTied = tokens[at]?.norm === '-' || normOf(tokens, at - 1) === '-';
    norms += `${isTied ? '' : ' '}${normOf(tokens, at)}`;
  }
  return norms;
}

/** Capitalised; a headline without any capital writes its names small. */
const isName = ({ tokens, zone }: Sentence, at: number): boolean =>
  tokens[at]?.isCapital === true || (zone === 'title' && !tokens.some((token) => token.isCapital));
