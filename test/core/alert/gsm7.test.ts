import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { fitSeptets, septetsOf, transliterate } from '../../../core/alert/gsm7.ts';
import { hostileText } from './hostile-text.ts';

describe('the alphabet of text messages', () => {
  it('counts a character of the extension table as two', () => {
    expect(septetsOf('ab')).toBe(2);
    expect(septetsOf('[€]')).toBe(6);
    expect(septetsOf('“')).toBeNull();
  });

  it.each([
    ['Erdoğan', 'Erdogan'],
    ['Wałęsa', 'Walesa'],
    ['Путин', 'Putin'],
    ['Щука', 'Shchuka'],
    ['“yes” – he said…', '"yes" - he said...'],
    ['Çelik', 'Çelik'],
    ['习近平 said', '? said'],
  ])('spells %s as %s', (text, spelt) => {
    expect(transliterate(text)).toBe(spelt);
  });

  it('counts as the library does wherever a text can be written', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const spelt = transliterate(text)
          .slice(0, 150)
          .replace(/[\r\n\f]/g, ' ');
        const counted = new SegmentedMessage(spelt);
        const septets = septetsOf(spelt);
        expect(septets).not.toBeNull();
        expect(counted.encodingName).toBe('GSM-7');
        expect(counted.encodedChars.flatMap(({ codeUnits }) => codeUnits ?? []).length).toBe(septets);
      }),
      { numRuns: 300 },
    );
  });

  it('cuts to a length in septets, never beyond', () => {
    fc.assert(
      fc.property(hostileText(), fc.integer({ min: 4, max: 160 }), (text, limit) => {
        expect(septetsOf(fitSeptets(transliterate(text), limit))).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 300 },
    );
  });
});
