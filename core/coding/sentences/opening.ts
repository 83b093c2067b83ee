import { daysOfUnit, NUMBERS } from '../dates/date-reading.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

const MAX_SPAN = 4;
const SPANS = wordSet('just only shortly soon some moments barely right immediately even the');

/** "After the talks", "Hours after", "Macron: after": nothing but a span of time, or a colon, stands before the word that opens a clause. */
export function isOnlySpanBefore({ tokens }: Sentence, from: number): boolean {
  // "Macron: if he asks me, I will come"
  if (normOf(tokens, from - 1) === ':') return true;
  if (from > MAX_SPAN) return false;
  for (let at = 0; at < from; at += 1) {
    const norm = normOf(tokens, at);
    if (daysOfUnit(norm) === undefined && !NUMBERS.has(norm) && !SPANS.has(norm)) return false;
  }
  return true;
}
