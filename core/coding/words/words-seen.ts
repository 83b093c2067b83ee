/**
 * Which words a sentence has, asked thousands of times for each: a pattern is tried only where one of the words that it needs stands. Every
 * set of such words is a need with a number of its own; a word knows the needs that it meets, and a sentence marks those of all its words.
 */
const needs = new Map<string, number>();
const metBy = new Map<string, number[]>();
/** Needs at most: some thousands are in use, and what comes later is simply not asked for. */
const MAX_NEEDS = 1 << 14;
/** By need, the last sentence that meets it. */
const metIn = new Uint32Array(MAX_NEEDS);
let sentence = 0;
let last: readonly unknown[] | null = null;

/** Nothing is needed. */
export const NO_NEED = 0;

/**
 * The number of the need for one of some words. To be asked for before any of the words is met in a text: at the start, or, where a word of
 * another language makes its tables, by the first word of that language.
 */
export function needFor(words: ReadonlySet<string>): number {
  const key = [...words].join(' ');
  const known = needs.get(key);
  if (known !== undefined) return known;
  const need = needs.size + 1;
  if (words.size === 0 || need >= MAX_NEEDS) return NO_NEED;
  needs.set(key, need);
  for (const word of words) {
    const list = metBy.get(word);
    if (list === undefined) metBy.set(word, [need]);
    else list.push(need);
  }
  return need;
}

const NONE: readonly number[] = [];
/** The needs that a word meets. */
export const needsMetBy = (norm: string): readonly number[] => metBy.get(norm) ?? NONE;

/** Forgets the words seen before, and remembers these; asked again for the same sentence it does nothing. */
export function seeWords(tokens: readonly { readonly word: { readonly meets: readonly number[] } }[]): void {
  if (tokens === last) return;
  last = tokens;
  sentence += 1;
  for (const { word } of tokens) for (const need of word.meets) metIn[need] = sentence;
}

/** Whether a word of the need was seen. */
export const isMet = (need: number): boolean => need === NO_NEED || metIn[need] === sentence;

const FNV_PRIME = 0x01000193;
const MARKS = 1 << 12;
/** A short hash of a word. */
export function markOf(norm: string): number {
  let hash = 0;
  for (let at = 0; at < norm.length; at += 1) hash = Math.imul(hash ^ norm.charCodeAt(at), FNV_PRIME);
  return (hash ^ (hash >>> 15)) & (MARKS - 1);
}
