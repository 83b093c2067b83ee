import type { InflectionRow } from '../facts/language-data.ts';

/** Rows by their ending, and the row for any other consonant. */
export type Inflection = {
  readonly byEnding: ReadonlyMap<string, InflectionRow>;
  readonly longest: number;
  readonly other: InflectionRow | null;
};

export function inflectionOf(rows: readonly InflectionRow[]): Inflection {
  const byEnding = new Map(rows.filter((row) => row.ending !== '*').map((row) => [row.ending, row]));
  const longest = Math.max(0, ...[...byEnding.keys()].map((ending) => ending.length));
  return { byEnding, longest, other: rows.find((row) => row.ending === '*') ?? null };
}

/** All forms of one lower-case word, itself first; the longest ending decides. A word that no row fits does not change. */
export function formsOfWord(word: string, { byEnding, longest, other }: Inflection): readonly string[] {
  for (let length = Math.min(longest, word.length - 1); length > 0; length -= 1) {
    const row = byEnding.get(word.slice(-length));
    if (row !== undefined) return [word, ...row.forms.map((ending) => word.slice(0, -length) + ending)];
  }
  if (other === null || word.length < 2) return [word];
  return [word, ...other.forms.map((ending) => word + ending)];
}
