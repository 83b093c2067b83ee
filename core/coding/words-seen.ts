/**
 * Which words a sentence has, asked thousands of times for each: a pattern is tried only where the words that it needs stand. Words are told
 * apart by a short hash, so that a word may rarely seem to be there that is not; one that is there is never missed.
 */
const PLACES = 1 << 12;
const seenIn = new Uint32Array(PLACES);
let sentence = 0;
let last: readonly unknown[] | null = null;

const FNV_PRIME = 0x01000193;
/** The number by which a word is remembered. */
export function markOf(norm: string): number {
  let hash = 0;
  for (let at = 0; at < norm.length; at += 1) hash = Math.imul(hash ^ norm.charCodeAt(at), FNV_PRIME);
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
}

/** Forgets the words seen before, and remembers these; asked again for the same sentence it does nothing. */
export function seeWords(tokens: readonly { readonly word: { readonly mark: number } }[]): void {
  if (tokens === last) return;
  last = tokens;
  sentence += 1;
  for (const { word } of tokens) seenIn[word.mark] = sentence;
}

/** Whether a word was seen that has one of the marks of a list, from one place in it up to another. */
export function hasSeenAny(marks: readonly number[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (seenIn[marks[at] ?? 0] === sentence) return true;
  return false;
}
