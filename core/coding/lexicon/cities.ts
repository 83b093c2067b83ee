import { ENTITY_ROWS } from '../facts/lexicon-data.ts';
import { METONYM_ROWS } from '../facts/state-data.ts';
import { isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import { fold } from '../words/fold.ts';
import { type Sentence, wordsBetween } from '../words/text.ts';
import { countryOfPlace, MAX_WORDS, normsAt } from './place-names.ts';

/** A place as written, the state that it is in, where known, and whether it is that state itself (or no more than a part of the world). */
export type Place = { readonly text: string; readonly country: string | null; readonly isState: boolean };
/** A place behind a locative preposition, by its tokens. */
export type Locative = { readonly from: number; readonly to: number; readonly place: Place };

/** Capitals and names of states by code. */
export const CAPITALS: ReadonlyMap<string, string> = new Map(ENTITY_ROWS.countries.map(({ code, capitals }) => [code, capitals[0] ?? '']));
const CODE_OF_CAPITAL: ReadonlyMap<string, string> = new Map(
  ENTITY_ROWS.countries.flatMap(({ code, capitals }) => capitals.map((name) => [fold(name), code] as const)),
);
/** The state of a capital or of another known city; `norm` is folded. */
export const countryOfCity = (norm: string): string | null => CODE_OF_CAPITAL.get(norm) ?? countryOfPlace(norm);
export const STATES: ReadonlyMap<string, string> = new Map(ENTITY_ROWS.countries.map(({ code, names }) => [code, names[0] ?? '']));

const CODE_OF_STATE: ReadonlyMap<string, string> = new Map(
  ENTITY_ROWS.countries.flatMap(({ code, names }) => names.map((name) => [fold(name), code] as const)),
);
/** The state of that name, by norm. */
export const statesNamed = (norm: string): string | null => CODE_OF_STATE.get(norm) ?? null;

export function textOf(sentence: Sentence, from: number, to: number): string {
  const written = wordsBetween(sentence, from, to);
  return written.charCodeAt(0) < AFTER_LATIN ? written : (englishName(sentence, from, to) ?? written);
}
/** Behind the last Latin letter of Unicode's Latin blocks. */
const AFTER_LATIN = 0x250;

/** A state, its capital or a place with a gloss: one place has one name, in whatever language and case it was written. */
function englishName({ tokens, entities }: Sentence, from: number, to: number): string | null {
  const entity = entities.find((one) => one.from === from && (one.kind === 'country' || one.kind === 'metonym'));
  if (entity?.kind === 'metonym')
    return METONYM_ROWS.find((row) => row.party === entity.country && row.office === entity.office)?.names[0] ?? null;
  if (entity !== undefined) return (entity.via === 'name' ? STATES : CAPITALS).get(entity.country ?? '') ?? null;
  const names = tokens.slice(from, to).map(({ text }) => text);
  return names.every((name) => name.charCodeAt(0) < AFTER_LATIN) ? names.join(' ') : null;
}

/** The strip, or a part of it: it is written of as a land at war, and not as a town. */
export const isGaza = (name: string): boolean => /gaza$/i.test(name);

/** A capital or another known city that begins at `from`. */
export function cityAt(sentence: Sentence, from: number): Locative | null {
  const token = sentence.tokens[from];
  if (token?.isCapital !== true || !isOfClass(token, WORD_CLASS.city)) return null;
  for (let words = Math.min(MAX_WORDS, sentence.tokens.length - from); words > 0; words -= 1) {
    const country = countryOfCity(normsAt(sentence, from, words));
    if (country === null) continue;
    return { from, to: from + words, place: { text: textOf(sentence, from, from + words), country, isState: false } };
  }
  return null;
}

/** A part of the world, or grounds without a name: any other place says more. */
const isVague = ({ country, isState }: Place): boolean => country === null && isState;

/** Of two places of one contact the one that says more: a city or house rather than its state. */
export function nearerPlace(a: Place | null, b: Place | null): Place | null {
  if (a === null || b === null) return a ?? b;
  if (isVague(a) || isVague(b)) return isVague(a) ? b : a;
  if (a.country === 'UN' && !b.isState) return b;
  return a.isState && !b.isState && (b.country === null || b.country === a.country) ? b : a;
}
