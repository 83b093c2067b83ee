import type { Step } from './pattern-steps.ts';
import { type Choice, choiceBySecond, type Opening } from './pattern-table.ts';
import type { Token } from './text.ts';
import { isMet, NO_NEED, seeWords } from './words-seen.ts';

/** A row whose pattern stands at `from`, up to and without `to`. */
export type Match<T> = { readonly row: T; readonly from: number; readonly to: number };

/** All that a pattern asks of a token. */
type Norm = { readonly norm: string };

/** The patterns of an opening that the next word leaves. */
function fitting<T>(opening: Opening<T>, next: Token | undefined): Choice<T> {
  if (next === undefined) return opening.loose;
  if (isQuote(next.norm)) return opening.all;
  if ((opening.seconds & (1 << (next.word.mark & 31))) === 0) return opening.loose;
  const choice = opening.bySecond.get(next.norm);
  return choice === undefined ? opening.loose : (choice ?? choiceBySecond(opening, next.norm));
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

/** What to look for: the patterns that begin with a token, and which of their matches count in a line of tokens. */
export type Search<T, L> = {
  readonly openingOf: (token: Token) => Opening<T> | undefined;
  readonly accepts: (line: L, match: Match<T>) => boolean;
};
type Line = { readonly tokens: readonly Token[] };

/** The longest match at each place, left to right, none inside another. */
export function findMatches<T, L extends Line>(line: L, { openingOf, accepts }: Search<T, L>): Match<T>[] {
  const { tokens } = line;
  const found: Match<T>[] = [];
  seeWords(tokens);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const opening = token === undefined ? undefined : openingOf(token);
    const best = opening === undefined ? null : longest(fitting(opening, tokens[at + 1]), line, at, accepts);
    if (best !== null) found.push(best);
    at = best?.to ?? at + 1;
  }
  return found;
}

function longest<T, L extends Line>(
  { patterns, needs }: Choice<T>,
  line: L,
  at: number,
  accepts: Search<T, L>['accepts'],
): Match<T> | null {
  let best: Match<T> | null = null;
  for (let k = 0; k < patterns.length; k += 1) {
    if (!isMet(needs[k] ?? NO_NEED)) continue;
    const pattern = patterns[k];
    const to = pattern === undefined ? -1 : endOf(pattern.steps, line.tokens, at + 1, 1);
    if (pattern === undefined || to <= (best?.to ?? at)) continue;
    const match = { row: pattern.row, from: at, to };
    if (accepts(line, match)) best = match;
  }
  return best;
}
