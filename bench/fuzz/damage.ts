import fc from 'fast-check';

/** Where to cut, how much, and what to put there instead; `at` is a share of the length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

/** Good bytes with some cut out, put in, or repeated. */
export const damagedBytes = (good: readonly Uint8Array[]): fc.Arbitrary<Buffer> => {
  const edit = fc.record({ at: place, cut: fc.nat(40), put: fc.uint8Array({ maxLength: 8 }), copies: fc.nat(3) });
  return fc.tuple(fc.constantFrom(...good), fc.array(edit, { minLength: 1, maxLength: 8 })).map(([seed, edits]) =>
    edits.reduce<Buffer>((bytes, { at, cut, put, copies }) => {
      const start = Math.floor(at * bytes.length);
      const piece = bytes.subarray(start, start + cut);
      return Buffer.concat([bytes.subarray(0, start), put, ...Array.from({ length: copies }, () => piece), bytes.subarray(start + cut)]);
    }, Buffer.from(seed)),
  );
};

/** Good texts cut, joined, repeated, with pieces that mean something put between. */
export const damagedText = (good: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> => {
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom(...good),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const edit = fc.record({ at: place, cut: fc.nat(20), put: piece, copies: fc.integer({ min: 1, max: 4 }) });
  return fc.tuple(fc.constantFrom(...good), fc.array(edit, { maxLength: 10 })).map(([seed, edits]) =>
    edits.reduce((text, { at, cut, put, copies }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + put.repeat(copies) + text.slice(start + cut);
    }, seed),
  );
};

/** JSON of any shape whose keys and values are often the right ones, in the wrong place. */
export function damagedJson(good: unknown): fc.Arbitrary<unknown> {
  const parts = [...partsOf(good)];
  const keys = parts.flatMap((part) => (isRecord(part) ? Object.keys(part) : []));
  const leaf = fc.oneof(fc.constantFrom(...parts), fc.jsonValue(), fc.constantFrom('', -1, 1e308, '__proto__', 'constructor', '\0'));
  const wrong = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom('', '__proto__', ...keys), fc.string({ maxLength: 6 })), tie('value'), { maxKeys: 6 }),
    ),
  })).value;
  return fc.oneof(
    wrong,
    fc.tuple(place, wrong).map(([at, value]) => replaceAt(good, Math.floor(at * parts.length), value)),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function* partsOf(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* partsOf(part);
}

/** The same value with its n-th part (in the order of `partsOf`) replaced. */
function replaceAt(whole: unknown, wanted: number, by: unknown): unknown {
  let seen = -1;
  const copy = (value: unknown): unknown => {
    seen += 1;
    if (seen === wanted) return by;
    if (Array.isArray(value)) return value.map(copy);
    return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part)])) : value;
  };
  return copy(whole);
}
