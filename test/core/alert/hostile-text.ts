import fc from 'fast-check';

const NASTY = [
  '\r\nBcc: all@example.org',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ud800',
  '\udc00',
  '🤝',
  '👩‍👩‍👧',
  'é',
  'Ω',
  'ł',
  '…',
  '“',
  '€',
  '^{}[]~|\\',
  '\u2028',
  '\u0085',
  '\t',
  '<script>x</script>',
  'Путин',
  '习近平',
  'ﬁ',
  '\u0301',
];

/** Titles as a hostile feed may send them: controls, bidi, line breaks, lone surrogates, pictures, and very long. */
export const hostileText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 12 })), { maxLength: 60 }).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom(...NASTY, 'word '), fc.integer({ min: 1, max: 10_000 }))
      .map(([part, times]) => part.repeat(Math.ceil(times / part.length))),
  );
