import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import type { CodedItem } from '../../../core/coding/codebook/coded-item.ts';
import { LANGUAGES } from '../../../core/coding/facts/language-data.ts';
import { findGlosses, glossed } from '../../../core/coding/sentences/glosses.ts';
import { readTokens } from '../../../core/coding/sentences/tokens.ts';
import { GLOSS_EXAMPLES } from './examples/glosses.ts';
import { lexicon, readTitle } from './reading.ts';

const DAY = '2025-06-02';
const code = (title: string, text: string | null = null): CodedItem =>
  codeItem({ id: 'x', title, text, date: DAY, outlet: null, lang: null }, lexicon);
const normsOf = (title: string): string =>
  readTitle(title)[0]
    ?.tokens.map(({ norm }) => norm)
    .join(' ') ?? '';
const ROWS = LANGUAGES.flatMap(({ glosses }) => glosses);

function toldIn(title: string): readonly string[] {
  const { contacts, denials } = code(title);
  return [contacts[0]?.status, denials[0]?.strength].filter((one) => one !== undefined);
}

describe('every gloss reads its examples', () => {
  for (const row of ROWS)
    for (const [title, expected] of Object.entries(row.reads ?? {}))
      it(`"${row.as}" in "${title}": ${expected}`, () => {
        const told = toldIn(title);
        expect(normsOf(title)).toContain(row.as.toLowerCase().split(' ').at(-1));
        if (expected === 'none') expect(told).toEqual([]);
        else expect(told).toContain(expected);
      });
  it.each(Object.entries(GLOSS_EXAMPLES))('"%s": %s', (title, expected) => {
    const told = toldIn(title);
    if (expected === 'none') expect(told).toEqual([]);
    else expect(told).toContain(expected);
  });
  it('and most of them have one', () => {
    expect(ROWS.filter((row) => row.reads !== undefined).length).toBeGreaterThan(150);
  });
});

describe('a gloss', () => {
  it.each([
    ['Путин встретится с Макроном', 'путин will meet with макроном'],
    ['Путин не встретится с Макроном', 'путин will not meet with макроном'],
    ['Визит Макрона в Пекин', 'visit of макрона to пекин'],
    ['После визита Макрон улетел', 'after visit макрон улетел'],
    ['В Анкаре опровергли слухи', 'анкаре denied rumours of'],
    ['Путин прибыл в Баку', 'путин arrived in баку'],
    ['Встреча в среду в Осло', 'meeting on wednesday in осло'],
  ])('%s -> %s', (title, norms) => {
    expect(normsOf(title)).toBe(norms);
  });
  it('keeps the place of what it stands for', () => {
    const { tokens, starts, ends } = glossed(readTokens('Он встретится с ним'), [], () => lexicon.foreign().baseForms);
    const meet = tokens.findIndex(({ norm }) => norm === 'meet');
    expect([starts[meet], ends[meet]]).toEqual([3, 13]);
  });
  it('leaves other scripts alone', () => {
    const line = readTokens('Macron will meet Merz on Friday');
    expect(findGlosses(line, [])).toEqual([]);
    expect(glossed(line, [], () => lexicon.foreign().baseForms).tokens).toBe(line.tokens);
  });
});

describe('Russian items', () => {
  it('tell day, place, condition and what is only recalled', () => {
    expect(code('Путин встретится с Макроном 15 августа в Осло').contacts[0]).toMatchObject({ status: 'scheduled', date: '2025-08-15' });
    expect(code('Путин встретится с Макроном в пятницу').contacts[0]?.date).toBe('2025-06-06');
    expect(code('Путин встретится с Макроном на следующей неделе').contacts[0]?.date).toBe('2025-06-09/2025-06-15');
    expect(code('Путин готов встретиться с Макроном, если его пригласят').contacts[0]).toMatchObject({
      status: 'willing',
      conditional: true,
    });
  });
  it.each([
    ['в Москве', 'Moscow'],
    ['в Италии', 'Italy'],
    ['в Женеве', 'Geneva'],
    ['в Осло', 'Oslo'],
  ])('name a place by one name: %s', (where, place) => {
    expect(code(`Путин провел переговоры с Макроном ${where}`).contacts[0]?.place).toBe(place);
  });
  it('tell a contact and its denial at once', () => {
    const { contacts, denials } = code('Кремль опроверг сообщения о подготовке встречи Путина с Макроном');
    expect(contacts[0]).toMatchObject({ status: 'denied', parties: ['FR', 'RU'] });
    expect(denials[0]).toMatchObject({ by: 'RU', about_contact: true });
  });
  it('are read with English words in between, and English ones with a Russian word', () => {
    expect(code('Bloomberg: Путин встретится с Макроном').contacts[0]).toMatchObject({ status: 'scheduled', parties: ['FR', 'RU'] });
    expect(code('Putin to meet Macron, says Известия').contacts[0]).toMatchObject({ status: 'scheduled', parties: ['FR', 'RU'] });
  });
  const pieces = [
    'Путин',
    'Макрон',
    'не',
    'в',
    'Токио',
    'встреча',
    'встретится',
    'если',
    'пока не',
    ',',
    ' - ',
    '«',
    '»',
    'о',
    '15',
    'мая',
    'и',
    'ли',
  ];
  it('of any words are coded without an error and the same twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (words) => {
        const title = words.join(' ');
        expect(code(title, title)).toEqual(code(title, title));
      }),
      { numRuns: 150 },
    );
  });
});
