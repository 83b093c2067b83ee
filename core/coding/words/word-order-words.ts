import { LANGUAGES, type WordOrder } from '../facts/language-data.ts';
import { flatten } from './sequences.ts';
import type { Token } from './text.ts';
import { type WordCheck, wordCheck } from './word-check.ts';

/** What a word may be in a sentence whose order is read. */
export type Part =
  | 'verb'
  | 'taker'
  | 'arrival'
  | 'pair'
  | 'other'
  | 'absence'
  | 'channel'
  | 'negation'
  | 'partner'
  | 'opener'
  | 'adverb'
  | 'joiner'
  | 'opening'
  | 'object';

/** The words of all languages by which their order is read. */
export type OrderWords = {
  readonly verbs: ReadonlyMap<string, Part>;
  readonly parts: ReadonlyMap<string, ReadonlySet<Part>>;
  readonly isModifier: WordCheck;
  readonly isAbsent: WordCheck;
  readonly isSpoken: WordCheck;
};
/** Made when a sentence of another language is first met. */
let words: OrderWords | null = null;
export function orderWords(): OrderWords {
  words ??= wordsOf(LANGUAGES.map(({ order }) => order));
  return words;
}

function wordsOf(orders: readonly WordOrder[]): OrderWords {
  const listed = (part: Part, name: keyof WordOrder): (readonly [string, Part])[] =>
    flatten(orders, (order) => order[name].map((word) => [word, part] as const));
  const parts = new Map<string, Set<Part>>();
  for (const [word, part] of [
    ...listed('opener', 'openers'),
    ...listed('adverb', 'adverbs'),
    ...listed('joiner', 'joiners'),
    ...listed('opening', 'openings'),
    ...listed('object', 'objects'),
    ...listed('negation', 'negations'),
    ...listed('partner', 'partners'),
  ])
    parts.set(word, (parts.get(word) ?? new Set()).add(part));
  const checkOf = (name: keyof WordOrder): WordCheck => wordCheck(flatten(orders, (order) => order[name]));
  return {
    verbs: new Map([
      ...listed('verb', 'verbs'),
      ...listed('taker', 'takers'),
      ...listed('arrival', 'arrivals'),
      ...listed('pair', 'pairs'),
      ...listed('other', 'others'),
      ...listed('absence', 'absences'),
      ...listed('channel', 'channels'),
    ]),
    parts,
    isModifier: checkOf('modifiers'),
    isAbsent: checkOf('absent'),
    isSpoken: checkOf('spoken'),
  };
}

/** Whether a word may play a part. */
export const is = ({ parts }: OrderWords, token: Token | undefined, part: Part): boolean =>
  parts.get(token?.norm ?? '')?.has(part) === true;
