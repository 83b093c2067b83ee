import { expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { nameAsWritten } from '../../../core/story/denial-record.ts';
import { lexicon } from '../coding/reading.ts';

it.each([
  ['Kremlin denies the report', 'Kremlin'],
  ['kremlin denies the report', 'Kremlin'],
  ['KREMLIN DENIES THE REPORT', 'Kremlin'],
  ['Iranian foreign ministry denies the report', 'Iranian foreign ministry'],
  ['The IDF denies the report', 'IDF'],
])('names the denier as a reader expects: %s', (title, expected) => {
  const [denial] = codeItem({ id: 'x', title, text: null, date: '2025-08-12', outlet: null, lang: null }, lexicon).denials;
  expect(denial === undefined ? undefined : nameAsWritten(denial)).toBe(expected);
});
