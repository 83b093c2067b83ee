/**
 * Phrases keyed by their first token, longest first: one map lookup per token, then short comparisons.
 * Built once; matching allocates nothing when nothing matches.
 */
export type PhraseTable<T> = ReadonlyMap<string, readonly Phrase<T>[]>;
export type Phrase<T> = { readonly norms: readonly string[]; readonly values: readonly T[] };

export type PhraseBuilder<T> = { add(norms: readonly string[], value: T): void; build(): PhraseTable<T> };

/** Collects phrases; rows with the same words share one phrase and keep their order. */
export function phraseBuilder<T>(): PhraseBuilder<T> {
  const table = new Map<string, { norms: readonly string[]; values: T[] }[]>();
  return {
    add(norms, value) {
      const first = norms[0];
      if (first === undefined) return;
      const row = table.get(first);
      if (row === undefined) {
        table.set(first, [{ norms, values: [value] }]);
        return;
      }
      for (const phrase of row)
        if (isSame(phrase.norms, norms)) {
          phrase.values.push(value);
          return;
        }
      row.push({ norms, values: [value] });
    },
    build() {
      for (const row of table.values()) if (row.length > 1) row.sort((a, b) => b.norms.length - a.norms.length);
      return table;
    },
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let k = 1; k < a.length; k += 1) if (a[k] !== b[k]) return false;
  return true;
}

/** The longest phrase that starts at `at`, or null. `keys`: one per token, its norm or base form. */
export function longestPhrase<T>(table: PhraseTable<T>, keys: readonly string[], at: number): Phrase<T> | null {
  const row = table.get(keys[at] ?? '');
  if (row === undefined) return null;
  for (const phrase of row) if (startsWith(keys, at, phrase.norms)) return phrase;
  return null;
}

function startsWith(keys: readonly string[], at: number, norms: readonly string[]): boolean {
  if (at + norms.length > keys.length) return false;
  for (let k = 1; k < norms.length; k += 1) if (keys[at + k] !== norms[k]) return false;
  return true;
}
