import { PLACES } from './data.ts';
import type { Entity, Sentence } from './text.ts';
import { ARTICLES } from './word-sets.ts';

/** Places that are not states, by norm ("geneva" -> CH). */
const COUNTRY_OF_PLACE: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
);
const MAX_WORDS = 3;

/** The state of a city, region or house that is known by name. */
export const countryOfPlace = (norm: string): string | null => COUNTRY_OF_PLACE.get(norm) ?? null;

/** A known place that begins at `at` (behind an article), as if it were its state: where a trip goes. */
export function placeEntityAt(sentence: Sentence, at: number): Entity | null {
  const from = ARTICLES.has(sentence.tokens[at]?.norm ?? '') ? at + 1 : at;
  for (let words = MAX_WORDS; words > 0; words -= 1) {
    const tokens = sentence.tokens.slice(from, from + words);
    const country = countryOfPlace(tokens.map((token) => token.norm).join(' '));
    if (country === null || tokens.length < words || !isName(sentence, from)) continue;
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

/** Capitalised; a headline without any capital writes its names small. */
const isName = ({ tokens, zone }: Sentence, at: number): boolean =>
  tokens[at]?.isCapital === true || (zone === 'title' && !tokens.some((token) => token.isCapital));
