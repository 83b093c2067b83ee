/** Lower case, without diacritics and punctuation: what people type compares with what was printed. Single spaces, none at the ends. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `needle` stands in `hay` as whole words ("bbc" in "BBC World"). Both folded. */
export const hasWords = (hay: string, needle: string): boolean => needle !== '' && ` ${hay} `.includes(` ${needle} `);

/** `needle` begins at the start of a word of `hay` ("negotiat" in "after negotiations"). Both folded. */
export const hasWordStart = (hay: string, needle: string): boolean => needle !== '' && ` ${hay}`.includes(` ${needle}`);

/** The known word nearest to a mistyped one: at most a third of its letters wrong, or its beginning; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const wanted = word.toLowerCase();
  const begins = wanted.length < 2 ? undefined : known.find((name) => name.toLowerCase().startsWith(wanted));
  if (begins !== undefined) return begins;
  const ranked = known.map((name) => ({ name, far: distance(wanted, name.toLowerCase()) })).sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best !== undefined && best.far <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null;
}

/** Letters to change, add or drop (Levenshtein). Words here are short: query keys, statuses, country names. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return 99;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 99;
}
