import { denialWordSet } from './lexicon-data.ts';
import type { Entity, Sentence, Token } from './text.ts';

/** The thing denied: its words, where they stand, and who claimed it. */
export type Claim = {
  readonly text: string;
  readonly claimBy: string | null;
  /** The sentence that states it, and its token range there. */
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
};

const CLAIM_NOUNS = denialWordSet('claimNouns');
const BY = denialWordSet('allegedBy');
const MAX_WORDS = 15;
const MIN_WORDS = 5;
const CLAUSE_END = new Set([';', '.', '!', '?', ':', 'but', 'while', 'although', 'though', 'after', 'as', 'amid', 'saying', 'who']);
const BEFORE_CLAIM = new Set(['that', 'any', 'the', 'a', 'an', 'its', 'all', 'having', ',']);

/** What a verb at `verb` denies: the words after it; when they only point back, the sentence that they point to. */
export function claimAfter(sentence: Sentence, verbEnd: number, earlier: Sentence | null): Claim {
  let from = verbEnd;
  while (BEFORE_CLAIM.has(sentence.tokens[from]?.norm ?? '')) from += 1;
  const to = clauseEnd(sentence.tokens, from);
  return settle(sentence, from, to, earlier);
}

/** What a predicate at `at` denies: the words before it in its clause. */
export function claimBefore(sentence: Sentence, at: number, earlier: Sentence | null): Claim {
  const stated = statedClaim(sentence, at);
  if (stated !== null) return settle(sentence, stated, clauseEnd(sentence.tokens, stated), earlier);
  let from = at;
  while (from > 0 && !CLAUSE_END.has(sentence.tokens[from - 1]?.norm ?? '') && at - from < MAX_WORDS) from -= 1;
  return settle(sentence, from, at, earlier);
}

/** "addressed allegations that there was a list, saying ...": the claim is what the claim word introduces. */
function statedClaim(sentence: Sentence, before: number): number | null {
  for (let at = 0; at < before - MIN_WORDS; at += 1)
    if (CLAIM_NOUNS.has(sentence.tokens[at]?.norm ?? '') && sentence.tokens[at + 1]?.norm === 'that') return at + 2;
  return null;
}

function clauseEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < tokens.length && to - from < MAX_WORDS + 5) {
    const token = tokens[to];
    if (token === undefined || CLAUSE_END.has(token.norm) || (token.norm === '-' && tokens[to - 1]?.end !== token.start)) break;
    to += 1;
  }
  return to;
}

function settle(sentence: Sentence, from: number, to: number, earlier: Sentence | null): Claim {
  const claimBy = claimantIn(sentence, from, to) ?? (earlier === null ? null : outletIn(earlier));
  const own = { text: words(sentence, from, to), claimBy, sentence, from, to };
  if (wordCount(sentence.tokens, from, to) >= MIN_WORDS || earlier === null) return own;
  const start = statedClaim(earlier, earlier.tokens.length) ?? 0;
  const end = clauseEnd(earlier.tokens, start);
  return { text: words(earlier, start, end), claimBy: claimBy ?? speakerOf(earlier), sentence: earlier, from: start, to: end };
}

function wordCount(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (tokens[at]?.kind === 'word' && !CLAIM_NOUNS.has(tokens[at]?.norm ?? '')) count += 1;
  return count;
}

function words(sentence: Sentence, from: number, to: number): string {
  let end = from;
  let count = 0;
  while (end < to && count < MAX_WORDS) {
    if (sentence.tokens[end]?.kind !== 'mark') count += 1;
    end += 1;
  }
  const start = sentence.tokens[from]?.start ?? 0;
  return sentence.text
    .slice(start, sentence.tokens[end - 1]?.end ?? start)
    .replace(/^["',\s]+|[\s",;:]+$/g, '')
    .trim();
}

/** "Trump's accusation", "U.S. claims", "a report by Haaretz". */
function claimantIn(sentence: Sentence, from: number, to: number): string | null {
  for (let at = from; at < Math.min(to, from + 12); at += 1) {
    if (!CLAIM_NOUNS.has(sentence.tokens[at]?.norm ?? '')) continue;
    const before = sentence.entities.find((one) => one.to === at || (one.to === at - 1 && one.to > from));
    if (before !== undefined && before.from >= from) return nameOf(sentence, before);
    const after = sentence.entities.find((one) => one.from > at && one.from <= at + 4);
    if (after !== undefined && BY.has(sentence.tokens[after.from - 1]?.norm ?? '') && after.kind !== 'demonym')
      return nameOf(sentence, after);
    const owner = sentence.entities.find((one) => one.from >= from && one.to <= at && at - one.to <= 3);
    if (owner !== undefined) return nameOf(sentence, owner);
  }
  return outletIn(sentence);
}

function nameOf(sentence: Sentence, entity: Entity): string | null {
  return entity.kind === 'outlet' || entity.country === null ? textOf(sentence, entity) : entity.country;
}

const textOf = (sentence: Sentence, entity: Entity): string =>
  sentence.text.slice(sentence.tokens[entity.from]?.start ?? 0, sentence.tokens[entity.to - 1]?.end ?? 0).toLowerCase();

function outletIn(sentence: Sentence): string | null {
  const outlet = sentence.entities.find((entity) => entity.kind === 'outlet');
  return outlet === undefined ? null : textOf(sentence, outlet);
}

const speakerOf = (sentence: Sentence): string | null =>
  outletIn(sentence) ?? sentence.entities.find((entity) => entity.country !== null && entity.kind !== 'private')?.country ?? null;
