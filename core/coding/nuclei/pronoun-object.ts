import { isInOffice } from '../entities/actors.ts';
import type { Entity, Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

/** "Xi told Macron that he was ready to receive him": the two persons of different states who were named before, when there are no more. */
export function twoBefore({ entities }: Sentence, at: number): readonly Entity[] {
  const named: Entity[] = [];
  for (const one of entities) {
    if (one.from >= at) break;
    if (!isInOffice(one)) continue;
    if (!named.some(({ country }) => country === one.country)) named.push(one);
  }
  return named.length === 2 ? named : [];
}

export const isHim = (s: Sentence, at: number): boolean => {
  const norm = normAt(s, at);
  return norm === 'him' || norm === 'her';
};
/** Nothing follows that is done to him or that he does. */
const ENDS = new Set([
  '',
  ...wordSet(
    '. , ; : ! ? " \' in at on by when whenever if before after next this soon again there here and but for tomorrow today any as with once',
  ),
]);

/** Whether the object right behind a verb is "him" or "her", and it is plain who is meant. */
export const isPronounOfTwo = (s: Sentence, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  isHim(s, to) && ENDS.has(normAt(s, to + 1)) && twoBefore(s, from).length > 0;
