import { WEEKDAYS } from '../words/calendar.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

const BY_ITSELF = wordSet('today yesterday tonight here morning afternoon evening');
const MAX_PLACE = 5;

/** "received | on Monday at the Amiri Palace | the foreign minister of": where the object begins, behind the day and the house that agencies put first. */
export function behindAdverbials(sentence: Sentence, from: number): number {
  let at = from;
  for (;;) {
    const norm = normOf(sentence.tokens, at);
    const next = normOf(sentence.tokens, at + 1);
    if (BY_ITSELF.has(norm) || WEEKDAYS.has(norm)) at += 1;
    else if ((norm === 'on' && WEEKDAYS.has(next)) || (norm === 'this' && BY_ITSELF.has(next))) at += 2;
    else {
      const to = norm === 'at' || norm === 'in' ? placeEnd(sentence, at + 1) : at;
      if (to === at) return at;
      at = to;
    }
  }
}

/** Where a phrase that ends in a house ("the presidential palace") ends; `at` - 1 when something else follows. */
function placeEnd({ tokens, entities }: Sentence, at: number): number {
  for (let to = at + 1; to <= at + MAX_PLACE; to += 1) {
    if (!HOUSES.has(normOf(tokens, to - 1)) || entities.some((one) => one.from < to && to < one.to)) continue;
    return to;
  }
  return at - 1;
}
const HOUSES = wordSet('palace court diwan residence office kremlin castle house airport headquarters ministry');
