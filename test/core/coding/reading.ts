import { expect } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import type { CodedItem } from '../../../core/coding/codebook/coded-item.ts';
import { readSentences } from '../../../core/coding/entities/read-sentences.ts';
import { buildLexicon } from '../../../core/coding/lexicon/lexicon.ts';
import { type Entity, type Sentence, wordsBetween } from '../../../core/coding/words/text.ts';

/** One lexicon for all tests of the reader: it is immutable. */
export const lexicon = buildLexicon();

export const readTitle = (title: string, date: string | null = '2025-06-02'): Sentence[] =>
  readSentences({ title, text: null, outlet: null, date }, lexicon);
export const readText = (text: string, date: string | null = '2025-06-02'): Sentence[] =>
  readSentences({ title: null, text, outlet: null, date }, lexicon);

/** What is read of an English item of that day, of no known outlet. */
export const coded = (date: string | null, title: string | null, text: string | null = null): CodedItem =>
  codeItem({ id: 'x', title, text, date, outlet: null, lang: 'en' }, lexicon);

export const wordsOf = (sentence: Sentence, entity: Entity): string => wordsBetween(sentence, entity.from, entity.to);

/** The entities of a title, by their words. */
export function entitiesOf(title: string, date: string | null = '2025-06-02'): Record<string, Entity> {
  return Object.fromEntries(
    readTitle(title, date).flatMap((sentence) => sentence.entities.map((entity) => [wordsOf(sentence, entity), entity])),
  );
}

const hasWords = (line: string, words: string): boolean => words.split(' ').every((word) => line.split(' ').includes(word));

/** Each of `reads` has a line with all its words among those found; none of `not` has one. */
export function expectReadings(found: readonly string[], { reads, not }: { reads: readonly string[]; not?: readonly string[] }): void {
  const linesWith = (words: string): string[] => found.filter((line) => hasWords(line, words));
  for (const words of reads) expect(linesWith(words), `${words} among ${JSON.stringify(found)}`).not.toEqual([]);
  for (const words of not ?? []) expect(linesWith(words), `no ${words} among ${JSON.stringify(found)}`).toEqual([]);
}
