import { WORDS } from './data.ts';
import { formsOf } from './verb-forms.ts';
import { isMet, markOf, NO_NEED, needFor, seeWords } from './words-seen.ts';

/**
 * Word patterns of data/*.json, as an owner writes them:
 *   `rule|rules out`   alternatives, one token each
 *   `@rule ..3 out`    any form of the verb; up to three tokens between
 *   `?the`             may be missing
 *   `встреч*`          any token that begins so
 */
type Step = {
  readonly words: ReadonlySet<string>;
  /** The one word that fits, when there is no other. */
  readonly only: string | null;
  readonly prefixes: readonly string[];
  readonly gap: number;
  readonly isOptional: boolean;
};
/** `need`: for one of the words of its rarest step, in numbers of words-seen.ts. */
type Pattern<T> = { readonly row: T; readonly steps: readonly Step[]; need: number };
/** Patterns to try in turn, and what each of them needs: one list by itself, as it is read for every word of a sentence. */
type Choice<T> = { readonly patterns: readonly Pattern<T>[]; readonly needs: readonly number[] };
export type Match<T> = { readonly row: T; readonly from: number; readonly to: number };

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

/** All that a pattern asks of a token. */
type Norm = { readonly norm: string };
type Known = Norm & { readonly word: { readonly mark: number; readonly meets: readonly number[] } };

/** Both are asked once for each word that is met (forms.ts), not for each token. */
export type PatternTable<T> = {
  /** What begins with a word; undefined for most words. */
  readonly openingOf: (norm: string) => Opening<T> | undefined;
  /** The classes of the patterns that cannot match without this word or another one of its step: a sentence without any needs no search. */
  readonly classesOf: (norm: string) => number;
};

/** A pattern that cannot be read; `pattern` says which. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

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
  return rarest === null ? NO_NEED : needFor(rarest.words);
}

/** Of the steps that may not be missing the one that few patterns ask for; of equal ones the first. */
function rarestOf(steps: readonly Step[], uses: ReadonlyMap<string, number>): Step | null {
  let rarest: Step | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    if (step.isOptional) continue;
    let commonness = step.prefixes.length * COMMON_PREFIX;
    for (const word of step.words) commonness += (uses.get(word) ?? 0) + (SMALL.has(word) || MARK.test(word) ? IN_EVERY_TEXT : 0);
    if (commonness < least) [rarest, least] = [step, commonness];
  }
  return rarest;
}
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

function choiceBySecond<T>({ all, bySecond }: Opening<T>, word: string): Choice<T> {
  const choice = choiceOf(all.patterns.filter((one) => !hasSecond(one) || one.steps[1]?.words.has(word) === true));
  bySecond.set(word, choice);
  return choice;
}

/** Its second step stands right behind the first, and is a word. */
function hasSecond({ steps }: { readonly steps: readonly Step[] }): boolean {
  const second = steps[1];
  return second !== undefined && second.gap === 0 && !second.isOptional && second.prefixes.length === 0;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function parseSteps(phrase: string): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of phrase.split(' ')) {
    const gapMark = /^\.\.(\d)$/.exec(part);
    if (gapMark !== null) {
      gap = Number(gapMark[1]);
      continue;
    }
    steps.push(parseStep(part, gap));
    gap = 0;
  }
  const first = steps[0];
  if (first === undefined || first.isOptional || first.gap > 0) throw new PatternError(`the pattern "${phrase}" must begin with a word`);
  return steps;
}

function parseStep(part: string, gap: number): Step {
  const isOptional = part.startsWith('?');
  const words = new Set<string>();
  const prefixes: string[] = [];
  for (const word of (isOptional ? part.slice(1) : part).split('|')) {
    if (word.startsWith('@')) for (const form of formsOf(word.slice(1))) words.add(form);
    else if (word.endsWith('*')) prefixes.push(word.slice(0, -1));
    else words.add(word);
  }
  const only = words.size === 1 && prefixes.length === 0 ? ([...words][0] ?? null) : null;
  return { words, only, prefixes, gap, isOptional };
}

/** The patterns of an opening that the next word leaves. */
function fitting<T>(opening: Opening<T>, next: Known | undefined): Choice<T> {
  if (next === undefined) return opening.loose;
  if (isQuote(next.norm)) return opening.all;
  if ((opening.seconds & (1 << (next.word.mark & 31))) === 0) return opening.loose;
  const choice = opening.bySecond.get(next.norm);
  return choice === undefined ? opening.loose : (choice ?? choiceBySecond(opening, next.norm));
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

/** Marks around words inside a pattern: 'sees "no point" in'. */
const isQuote = (norm: string): boolean => norm === '"' || norm === "'";

/** Where the steps from `k` on end when step `k` stands at `at`; -1 when they do not match. The first step is known to match: it found the pattern. */
function endOf(steps: readonly Step[], tokens: readonly Norm[], at: number, k: number): number {
  let place = at;
  for (let next = k; ; next += 1) {
    const step = steps[next];
    if (step === undefined) return place;
    if (step.gap > 0 || step.isOptional) return endOfLoose(steps, tokens, place, next);
    const token = tokens[place];
    if (token === undefined) return -1;
    if (!stepMatches(step, token)) return isQuote(token.norm) ? endOf(steps, tokens, place + 1, next) : -1;
    place += 1;
  }
}

/** The same where a step may be missing, or stand a little further on. */
function endOfLoose(steps: readonly Step[], tokens: readonly Norm[], at: number, k: number): number {
  const step = steps[k];
  if (step === undefined) return at;
  for (let skip = 0; skip <= step.gap; skip += 1) {
    const token = tokens[at + skip];
    if (token === undefined) break;
    const to = stepMatches(step, token) ? endOf(steps, tokens, at + skip + 1, k + 1) : -1;
    if (to >= 0) return to;
    if (token.norm === ';' || token.norm === ':') break;
  }
  if (isQuote(tokens[at]?.norm ?? '')) return endOf(steps, tokens, at + 1, k);
  return step.isOptional ? endOf(steps, tokens, at, k + 1) : -1;
}

function stepMatches(step: Step, { norm }: Norm): boolean {
  if (step.only !== null) return step.only === norm;
  return step.words.has(norm) || (step.prefixes.length > 0 && step.prefixes.some((prefix) => norm.startsWith(prefix)));
}

/** The longest match at each place, left to right, none inside another. */
export function findMatches<T, K extends Known>(
  openingOf: (token: K) => Opening<T> | undefined,
  tokens: readonly K[],
  accepts: Accepts<T>,
): Match<T>[] {
  const found: Match<T>[] = [];
  seeWords(tokens);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const opening = token === undefined ? undefined : openingOf(token);
    const best = opening === undefined ? null : longest(fitting(opening, tokens[at + 1]), tokens, at, accepts);
    if (best !== null) found.push(best);
    at = best?.to ?? at + 1;
  }
  return found;
}

type Accepts<T> = (match: Match<T>) => boolean;

function longest<T>({ patterns, needs }: Choice<T>, tokens: readonly Norm[], at: number, accepts: Accepts<T>): Match<T> | null {
  let best: Match<T> | null = null;
  for (let k = 0; k < patterns.length; k += 1) {
    if (!isMet(needs[k] ?? NO_NEED)) continue;
    const pattern = patterns[k];
    const to = pattern === undefined ? -1 : endOf(pattern.steps, tokens, at + 1, 1);
    if (pattern === undefined || to <= (best?.to ?? at)) continue;
    const match = { row: pattern.row, from: at, to };
    if (accepts(match)) best = match;
  }
  return best;
}
