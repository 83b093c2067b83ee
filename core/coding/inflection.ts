import type { InflectionRow } from './lexicon-data.ts';

const VOWEL_END = /[аеёиоуыэюя]$/;

/** All forms of one lower-case word, itself first. A word that no row fits does not change. */
export function formsOfWord(word: string, rows: readonly InflectionRow[]): readonly string[] {
  const fitting = rows
    .filter((row) => (row.ending === '*' ? !VOWEL_END.test(word) : word.endsWith(row.ending) && word.length > row.ending.length))
    .toSorted((a, b) => b.ending.length - a.ending.length)
    .find((row) => row.ending !== '*' || word.length > 1);
  if (fitting === undefined) return [word];
  const stem = fitting.ending === '*' ? word : word.slice(0, -fitting.ending.length);
  return [word, ...fitting.forms.map((ending) => stem + ending)];
}
