import { REPORTS } from '../entities/attribution.ts';
import { isTied, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, AUXILIARY, BOUNDARIES, isPreposition, MODIFIERS, PREPOSITIONS } from '../words/word-sets.ts';
import type { Nucleus } from './nuclei.ts';

const MAX_UNKNOWN = 3;
/** The first word of a phrase. */
const DETERMINER = wordSet('the a an his her its their this that these those such any another');

/** Where the noun phrase of a nucleus begins: over names, articles, "'s" and adjectives, up to a preposition, a clause mark or a verb's place. */
export function phraseStart(sentence: Sentence, nucleus: Nucleus): number {
  let at = nucleus.from;
  let unknown = 0;
  while (at > 0) {
    const entity = sentence.entities.find((one) => one.to === at);
    if (entity !== undefined) {
      at = entity.from;
      continue;
    }
    const norm = normOf(sentence.tokens, at - 1);
    if (DETERMINER.has(norm)) return normOf(sentence.tokens, at - 2) === 'such' ? at - 2 : at - 1;
    if (norm === 'and' || norm === ',') {
      const isBetweenNames = sentence.entities.some((one) => one.to === at - 1) && sentence.entities.some((one) => one.from === at);
      if (!isBetweenNames) return at;
    } else if (norm === '-' && isTied(sentence, at - 1)) {
      at -= 1;
      continue;
    } else if (STOPS.has(norm)) return at;
    else if (!isInside(norm)) unknown += 1;
    if (unknown > MAX_UNKNOWN) return at;
    at -= 1;
  }
  return at;
}

/** Words that no noun phrase goes back over. */
const STOPS: ReadonlySet<string> = new Set([...PREPOSITIONS, ...BOUNDARIES.keys(), ...AUXILIARY, ...REPORTS]);
const INSIDE: ReadonlySet<string> = new Set([...ARTICLES, ...MODIFIERS, "'s", "'", '"', '-']);
const isInside = (norm: string): boolean => INSIDE.has(norm) || /^\d/.test(norm);

/** The preposition that governs the phrase of a noun ("at the Alaska summit"), with its place. */
export function governingPreposition(sentence: Sentence, nucleus: Nucleus): { readonly norm: string; readonly at: number } | null {
  if (nucleus.row.kind === 'verb') return null;
  const at = phraseStart(sentence, nucleus) - 1;
  const norm = normOf(sentence.tokens, at);
  return isPreposition(norm) || BOUNDARIES.get(norm) === 'time' ? { norm, at } : null;
}
