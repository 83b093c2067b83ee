import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { STATUSES } from '../../../core/coding/codebook/coded-item.ts';
import { explainItem } from '../../../core/coding/explain.ts';
import { buildLexicon } from '../../../core/coding/lexicon/lexicon.ts';

const lexicon = buildLexicon();
const input = (title: string | null, text: string | null, date: string | null = '2025-10-15') => ({
  id: 'x',
  title,
  text,
  date,
  outlet: null,
  lang: null,
});
const WORDS =
  'Putin Trump Xi meeting talks call visit not never no to will may if unless until before after , . - : " \' and or with between of in at the summit cancelled postponed denies rules out ready said Peskov Friday March 9 2025 hosts arrives'.split(
    ' ',
  );

describe('no text stops the coder', () => {
  it('neither throws nor invents a status on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const contact of codeItem(input(text, text), lexicon).contacts) expect(STATUSES).toContain(contact.status);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
  it('holds its promises on any order of contact words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) => {
        const coded = codeItem(input(words.join(' '), null), lexicon);
        expect(coded.relevance).toBeGreaterThanOrEqual(0);
        expect(coded.relevance).toBeLessThanOrEqual(1);
        for (const { parties, confidence, evidence } of coded.contacts) {
          expect([...parties].sort()).toEqual(parties);
          expect(parties.length).toBeGreaterThan(0);
          expect(confidence > 0 && confidence < 1).toBe(true);
          expect(evidence.sentence.slice(evidence.start, evidence.end)).not.toBe('');
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
  it('explains whatever it codes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), (words) => {
        expect(() => explainItem(input(words.join(' '), null), lexicon)).not.toThrow();
      }),
      { numRuns: 100, seed: 7 },
    );
  });
  it('takes time in proportion to the length', () => {
    const article = 'Putin and Trump may meet in Oslo if the talks between Moscow and Washington go well, Peskov said on Friday. ';
    const timed = (copies: number): number => {
      const start = performance.now();
      codeItem(input(null, article.repeat(copies)), lexicon);
      return performance.now() - start;
    };
    timed(50);
    const small = Math.min(timed(200), timed(200));
    const large = timed(2000);
    expect(large / small).toBeLessThan(30);
  });
  it('reads one endless sentence without end marks', () => {
    const coded = codeItem(input(null, 'Putin met Trump and '.repeat(3000)), lexicon);
    expect(coded.contacts.length).toBeGreaterThan(0);
  });
});
