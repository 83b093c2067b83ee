import { WORDS } from '../facts/data.ts';
import { hasSecond, parseSteps, type Step } from './pattern-steps.ts';
import { markOf, NO_NEED, needFor } from './words-seen.ts';

/** `need`: for one of the words of its rarest step, in numbers of words-seen.ts. */
type Pattern<T> = { readonly row: T; readonly steps: readonly Step[]; need: number };
/** Patterns to try in turn, and what each of them needs: one list by itself, as it is read for every word of a sentence. */
export type Choice<T> = { readonly patterns: readonly Pattern<T>[]; readonly needs: readonly number[] };

/** The patterns that begin with one word. Most of them ask for one certain next word: of those only the ones that can match are tried. */
export type Opening<T> = {
  readonly all: Choice<T>;
  /** Bits of the marks of those next words, 32 in all: most words that are met have none of them, and need not be looked up. */
  readonly seconds: number;
  /** By next word, made ready when that word is first met there: null until then. */
  readonly bySecond: Map<string, Choice<T> | null>;
  /** For any other next word. */
  readonly loose: Choice<T>;
};

/** Both are asked once for each word that is met (forms.ts), not for each token. */
export type PatternTable<T> = {
  /** What begins with a word; undefined for most words. */
  readonly openingOf: (norm: string) => Opening<T> | undefined;
  /** The classes of the patterns that cannot match without this word or another one of its step: a sentence without any needs no search. */
  readonly classesOf: (norm: string) => number;
};

/** `classOf`: the bits of word-classes.ts that tell a sentence that a row may match in it; 0 when nobody asks. */
export function compilePatterns<T extends { readonly phrases: readonly string[] }>(
  rows: readonly T[],
  classOf: (row: T) => number = () => 0,
): PatternTable<T> {
  const all: Pattern<T>[] = [];
  const byWord = new Map<string, Pattern<T>[]>();
  const byPrefix = new Map<string, Pattern<T>[]>();
  const uses = new Map<string, number>();
  for (const row of rows)
    for (const phrase of row.phrases) {
      const pattern = { row, steps: parseSteps(phrase), need: NO_NEED };
      all.push(pattern);
      for (const { words } of pattern.steps) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
      for (const word of pattern.steps[0]?.words ?? []) push(byWord, word, pattern);
      for (const prefix of pattern.steps[0]?.prefixes ?? []) push(byPrefix, prefix, pattern);
    }
  for (const pattern of all) pattern.need = needOf(pattern, uses);
  const initials = new Set([...byPrefix.keys()].map((prefix) => prefix.charCodeAt(0)));
  const read = (norm: string): Opening<T> | undefined => {
    if (!byWord.has(norm) && !initials.has(norm.charCodeAt(0))) return undefined;
    const all = [...(byWord.get(norm) ?? []), ...(initials.has(norm.charCodeAt(0)) ? startingWith(byPrefix, norm) : [])];
    return all.length === 0 ? undefined : openingOf(all);
  };
  const ready = new Map<string, Opening<T>>();
  return {
    openingOf: (norm) => {
      const opening = ready.get(norm) ?? read(norm);
      if (opening !== undefined && byWord.has(norm)) ready.set(norm, opening);
      return opening;
    },
    classesOf: decisiveWords(all, uses, classOf),
  };
}

/** Finds the classes of a word: those of the patterns of which it is in the step that fewest patterns ask for. */
function decisiveWords<T>(
  all: readonly Pattern<T>[],
  uses: ReadonlyMap<string, number>,
  classOf: (row: T) => number,
): (norm: string) => number {
  const byWord = new Map<string, number>();
  const byPrefix = new Map<string, number>();
  for (const { row, steps } of all) {
    const bits = classOf(row);
    if (bits === 0) continue;
    const { words, prefixes } = rarestOf(steps, uses) ?? { words: [], prefixes: [] };
    for (const word of words) byWord.set(word, (byWord.get(word) ?? 0) | bits);
    for (const prefix of prefixes) byPrefix.set(prefix, (byPrefix.get(prefix) ?? 0) | bits);
  }
  return (norm) => {
    let bits = byWord.get(norm) ?? 0;
    if (byPrefix.size > 0) for (const [prefix, own] of byPrefix) if (norm.startsWith(prefix)) bits |= own;
    return bits;
  };
}

/** Of the steps that are not known to stand there yet, the need for the one that few patterns ask for. */
function needOf({ steps }: Pattern<unknown>, uses: ReadonlyMap<string, number>): number {
  const unknown = steps.slice(hasSecond({ steps }) ? 2 : 1).filter(({ prefixes }) => prefixes.length === 0);
  const rarest = rarestOf(unknown, uses);
  return rarest === null || hasCommon(rarest) ? NO_NEED : needFor(rarest.words);
}

/** Of the steps that may not be missing the one that few patterns ask for; of equal ones the first. */
function rarestOf(steps: readonly Step[], uses: ReadonlyMap<string, number>): Step | null {
  let rarest: Step | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    if (step.isOptional) continue;
    let commonness = step.prefixes.length * COMMON_PREFIX;
    for (const word of step.words) commonness += (uses.get(word) ?? 0) + (isCommon(word) ? IN_EVERY_TEXT : 0);
    if (commonness < least) [rarest, least] = [step, commonness];
  }
  return rarest;
}
/** A step that "in" or "the" fits: nearly every sentence has one, and to note it for each pattern costs more than to try the pattern. */
const hasCommon = ({ words }: Step): boolean => [...words].some(isCommon);
const isCommon = (word: string): boolean => SMALL.has(word) || MARK.test(word);
/** Words that hardly any sentence is without. */
const SMALL: ReadonlySet<string> = new Set(WORDS.englishWords);
const MARK = /^[^\p{L}\p{N}]+$/u;
/** More than all uses of the longest list of words together. */
const IN_EVERY_TEXT = 1_000_000;
/** A prefix fits many words: about as many as this many patterns ask for. */
const COMMON_PREFIX = 20;

const choiceOf = <T>(patterns: readonly Pattern<T>[]): Choice<T> => ({
  patterns,
  needs: patterns.map(({ need }) => need),
});

const FEW = 2;

function openingOf<T>(patterns: readonly Pattern<T>[]): Opening<T> {
  const all = choiceOf(patterns);
  if (patterns.length <= FEW) return { all, seconds: 0, bySecond: new Map(), loose: all };
  const bySecond = new Map<string, Choice<T> | null>();
  const loose: Pattern<T>[] = [];
  let seconds = 0;
  for (const pattern of patterns) {
    if (!hasSecond(pattern)) loose.push(pattern);
    else
      for (const word of pattern.steps[1]?.words ?? []) {
        bySecond.set(word, null);
        seconds |= 1 << (markOf(word) & 31);
      }
  }
  return { all, seconds, bySecond, loose: choiceOf(loose) };
}

export function choiceBySecond<T>({ all, bySecond }: Opening<T>, word: string): Choice<T> {
  const choice = choiceOf(all.patterns.filter((one) => !hasSecond(one) || one.steps[1]?.words.has(word) === true));
  bySecond.set(word, choice);
  return choice;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const LONGEST_PREFIX = 14;
const SHORTEST_PREFIX = 3;
/** The longest prefix first. */
function startingWith<T>(byPrefix: ReadonlyMap<string, readonly Pattern<T>[]>, norm: string): readonly Pattern<T>[] {
  const all: Pattern<T>[] = [];
  for (let length = Math.min(norm.length, LONGEST_PREFIX); length >= SHORTEST_PREFIX; length -= 1)
    all.push(...(byPrefix.get(norm.slice(0, length)) ?? []));
  return all;
}
