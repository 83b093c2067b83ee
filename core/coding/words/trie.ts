/** Phrases keyed by their first token, longest first. Built once; what begins with a word is made ready (`rowOf`) when that word is first met. */
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

/** The phrases of one first word, ready to be looked for: the word alone, and longer ones by their second word, longest first. */
export type PhraseRow<T> = { readonly alone: Phrase<T> | null; readonly bySecond: ReadonlyMap<string, readonly Phrase<T>[]> };

export function rowOf<T>(phrases: readonly Phrase<T>[]): PhraseRow<T> {
  const bySecond = new Map<string, Phrase<T>[]>();
  for (const phrase of phrases) {
    const second = phrase.norms[1];
    if (second === undefined) continue;
    const list = bySecond.get(second);
    if (list === undefined) bySecond.set(second, [phrase]);
    else list.push(phrase);
  }
  return { alone: phrases.find(({ norms }) => norms.length === 1) ?? null, bySecond };
}

/** The key of a token by its place, its norm or base form; undefined behind the last one. */
export type KeyAt = (at: number) => string | undefined;

/** The longest phrase of the row that stands at `at`, or null. */
export function longestPhrase<T>({ alone, bySecond }: PhraseRow<T>, keyAt: KeyAt, at: number): Phrase<T> | null {
  if (bySecond.size === 0) return alone;
  const longer = bySecond.get(keyAt(at + 1) ?? '');
  if (longer !== undefined) for (const phrase of longer) if (goesOn(keyAt, at, phrase.norms)) return phrase;
  return alone;
}

function goesOn(keyAt: KeyAt, at: number, norms: readonly string[]): boolean {
  for (let k = 2; k < norms.length; k += 1) if (keyAt(at + k) !== norms[k]) return false;
  return true;
}
