import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTitle, normaliseText, stripDateline } from '../../../core/coding/entities/normalise.ts';
import { splitSentences } from '../../../core/coding/sentences/sentences.ts';
import { readTokens, tokenise } from '../../../core/coding/sentences/tokens.ts';
import { fold } from '../../../core/coding/words/fold.ts';
import { lexicon, readText, readTitle } from './reading.ts';

const texts = (line: string): string[] => tokenise(line).map((token) => token.text);

describe('normaliseText', () => {
  it('makes one kind of quotes, dashes and spaces', () => {
    expect(normaliseText('“No”\u00a0said ‘he’ — twice')).toBe('"No" said \'he\' - twice');
  });
  it('joins what an en dash joins and parts what a long dash parts', () => {
    expect(normaliseText('Examplia–Samplia talks—at last')).toBe('Examplia-Samplia talks - at last');
  });
  it('mends what was misread on its way, and nothing else', () => {
    expect(normaliseText('Examplia\u00e2\u20ac\u2122s \u00e2\u20ac\u0153yes\u00e2\u20ac\u009d')).toBe('Examplia\'s "yes"');
    expect(normaliseText('Kyiv \u00e2\u20ac\u201d Macron')).toBe('Kyiv - Macron');
    expect(normaliseText('France\u00e2\u20ac\u201cPeru talks\u00e2\u20ac\u00a6')).toBe('France-Peru talks...');
    expect(normaliseText('\u00d0\u00bf\u00d1\u0080\u00d0\u00b5\u00d0\u00bc\u00d1\u008c\u00d0\u00b5\u00d1\u0080')).toBe('премьер');
    expect(normaliseText('SANT\u00c9\u00a0: Macron, \u00abGru\u00df\u00bb')).toBe('SANT\u00c9 : Macron, "Gru\u00df"');
  });
  it('removes what cannot be seen', () => {
    expect(normaliseText('Pu\u200btin\u202e')).toBe('Putin');
  });
});

describe('cleanTitle', () => {
  it('drops a known outlet at the end', () => {
    expect(cleanTitle('Leaders agree to meet - Reuters', null, lexicon.isOutlet)).toBe('Leaders agree to meet');
  });
  it("drops the item's own outlet at the end", () => {
    expect(cleanTitle('Leaders agree to meet | Example Wire', 'Example Wire', lexicon.isOutlet)).toBe('Leaders agree to meet');
  });
  it('keeps a speaker at the end', () => {
    expect(cleanTitle('No talks are planned - Kremlin', 'Example Wire', lexicon.isOutlet)).toBe('No talks are planned - Kremlin');
  });
  it('drops agency tags at the front', () => {
    expect(cleanTitle('UPDATE 2-Leaders agree to meet', null, lexicon.isOutlet)).toBe('Leaders agree to meet');
  });
});

describe('stripDateline', () => {
  it.each([
    ['MOSCOW, March 19. /TASS/. The call is possible.', 'The call is possible.'],
    ['BRUSSELS (Example Wire) - Ministers met.', 'Ministers met.'],
    ['NEW DELHI - Ministers met.', 'Ministers met.'],
    ['TEHRAN (Tasnim) - Ministers met.', 'Ministers met.'],
    ['Tokyo - Ministers met.', 'Ministers met.'],
    ['Mexico City - Ministers met.', 'Ministers met.'],
    ['New Delhi: Ministers met.', 'Ministers met.'],
    ['Cairo / Addis Ababa - Ministers met.', 'Ministers met.'],
    ['Kyiv/Moscow, 12 September - Ministers met.', 'Ministers met.'],
    ['Brussels, 12 September 2022. Ministers met.', 'Ministers met.'],
  ])('takes the dateline off %j', (text, rest) => {
    expect(stripDateline(text)).toBe(rest);
  });
  it.each(['The ministers met. They agreed.', 'Moscow: no talks are planned.', 'Viktor Orban - a guest - spoke.'])(
    'leaves %j alone',
    (text) => {
      expect(stripDateline(text)).toBe(text);
    },
  );
});

describe('tokenise', () => {
  it('splits names that a hyphen joins', () => {
    expect(texts('Putin-Biden summit')).toEqual(['Putin', '-', 'Biden', 'summit']);
  });
  it('keeps compounds whole', () => {
    expect(texts('face-to-face pro-Russian US-led Vice-President Kim Jong-un')).toEqual([
      'face-to-face',
      'pro-Russian',
      'US-led',
      'Vice-President',
      'Kim',
      'Jong-un',
    ]);
  });
  it('splits off ex- and then-', () => {
    expect(texts('ex-president and then-leader')).toEqual(['ex', '-', 'president', 'and', 'then', '-', 'leader']);
  });
  it("splits off 's", () => {
    expect(texts("Russia's plan")).toEqual(['Russia', "'s", 'plan']);
  });
  it('keeps the dots of an acronym', () => {
    expect(texts('the U.S. said')).toEqual(['the', 'U.S.', 'said']);
    expect(texts('Peru-U.S. talks, anti-U.S. mood')).toEqual(['Peru', '-', 'U.S.', 'talks', ',', 'anti-U.S.', 'mood']);
  });
  it('gives offsets that cut the same words out of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (raw) => {
        const text = normaliseText(raw);
        const { tokens, starts, ends } = readTokens(text);
        expect(tokens.map((_, at) => text.slice(starts[at], ends[at]))).toEqual(tokens.map((token) => token.text));
      }),
    );
  });
});

describe('fold', () => {
  it('drops case and diacritics', () => {
    expect(fold('Erdoğan Łódź Şimşek Ørsted')).toBe('erdogan lodz simsek orsted');
  });
  it('keeps й and reads ё as е', () => {
    expect(fold('Зелёный Край')).toBe('зеленый край');
  });
});

describe('splitSentences', () => {
  const split = (text: string): string[] => splitSentences(text).map((stretch) => stretch.text);
  it('ends at a full stop before a capital', () => {
    expect(split('They met. They agreed.')).toEqual(['They met.', 'They agreed.']);
  });
  it('does not end at abbreviations and initials', () => {
    expect(split('Gen. Smith met Sen. J. D. Miller of the U.S. Senate.')).toEqual(['Gen. Smith met Sen. J. D. Miller of the U.S. Senate.']);
  });
  it('ends after an acronym when a new sentence opens', () => {
    expect(split('He left the U.S. The visit was short.')).toEqual(['He left the U.S.', 'The visit was short.']);
  });
  it('marks what goes on inside a quotation', () => {
    expect(splitSentences('"It is false. It is fiction," he said.').map((stretch) => stretch.startsInQuote)).toEqual([false, true]);
  });
  it('knows a heading by its missing full stop', () => {
    expect(splitSentences('What comes next\nThey will meet.').map((stretch) => stretch.isHeading)).toEqual([true, false]);
  });
});

describe('readSentences', () => {
  it('never throws, whatever the input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), (title, text) => {
        readTitle(title);
        readText(text);
      }),
      { numRuns: 300 },
    );
  });
  it('reads a megabyte in time that grows with its length', () => {
    const line = 'The Russian president will meet his Turkish counterpart, the Kremlin said on Monday, "if needed" (or not). ';
    const timed = (times: number): number => {
      const started = performance.now();
      readText(line.repeat(times));
      return performance.now() - started;
    };
    timed(500);
    const short = timed(1000);
    expect(timed(10_000)).toBeLessThan(short * 40 + 200);
  });
  it('is not slowed down by text without spaces or ends', () => {
    const started = performance.now();
    readText('a-'.repeat(200_000));
    readText('"'.repeat(200_000));
    readText('U.S.'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
