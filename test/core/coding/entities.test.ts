import { describe, expect, it } from 'vitest';
import { entitiesOf, readTitle, wordsOf } from './reading.ts';

describe('persons by date', () => {
  it.each([
    ['2015-06-01', 'Obama', 'US', false],
    ['2018-06-01', 'Obama', 'US', true],
  ] as const)('on %s %s of %s is former: %s', (date, name, country, isFormer) => {
    expect(entitiesOf(`${name} meets Putin`, date)[name]).toMatchObject({ kind: 'person', country, isFormer });
  });
  it('knows an elected president before the oath', () => {
    expect(entitiesOf('Trump to meet Macron', '2024-12-01')['Trump']).toMatchObject({ level: 'leader', office: 'elect', isFormer: false });
  });
  it('tells two Bushes apart by date', () => {
    expect(entitiesOf('Bush to meet Blair', '2003-03-30')['Bush']?.personId).toBe('george-w-bush');
    expect(entitiesOf('Bush to meet Gorbachev', '1990-05-30')['Bush']?.personId).toBe('george-h-w-bush');
  });
  it.each([
    ['2009-06-01', 'RU'],
    ['2018-06-01', 'RU'],
  ])('reads an office without a name on %s', (date, country) => {
    expect(entitiesOf('The Russian president will travel', date)['Russian president']).toMatchObject({
      kind: 'office',
      country,
      level: 'leader',
    });
  });
  it('marks what "former" and "ex-" say', () => {
    expect(entitiesOf('Ex-president Sarkozy met the pope')['Ex-president Sarkozy']).toMatchObject({
      isFormer: true,
      level: 'envoy',
      country: 'FR',
    });
  });
});

describe('names that mean something else', () => {
  it.each([
    ['Trump Tower meeting', 'Trump Tower'],
    ['Michael Jordan meets Trump', 'Michael Jordan'],
    ['Hunter Biden meets Xi', 'Hunter Biden'],
    ['Trump Jr visits Nuuk', 'Trump Jr'],
  ])('%s: %s is no party', (title, words) => {
    expect(entitiesOf(title)[words]).toMatchObject({ kind: 'private' });
  });
  it('reads May as the month and as the leader', () => {
    const entities = readTitle('May may meet Macron in London in May', '2018-01-10').flatMap((sentence) =>
      sentence.entities.map((entity) => `${wordsOf(sentence, entity)}/${entity.surname}`),
    );
    expect(entities.filter((name) => name.startsWith('May'))).toEqual(['May/may']);
  });
  it('does not take a stranger with a first name of his own for a leader', () => {
    expect(entitiesOf('The singer Sally Brown met fans in London', '2009-01-10')['Brown']).toBeUndefined();
  });
  it('reads "US" and never "us"', () => {
    expect(entitiesOf('They told us about the US plan')['US']).toMatchObject({ country: 'US' });
    expect(entitiesOf('They told us about the US plan')['us']).toBeUndefined();
  });
  it('reads a paper, not the capital in its name', () => {
    expect(entitiesOf('Talks are near, the Washington Post reports')['Washington Post']).toMatchObject({ kind: 'outlet' });
  });
});

describe('people around a leader', () => {
  it.each([
    ['Trump envoy Jane Sample meets Putin', 'Trump envoy Jane Sample', 'aide', 'US', 'sample'],
    ["Putin's aide flies to Miami", "Putin's aide", 'aide', 'RU', null],
    ['An adviser to President Macron met Xi', 'adviser to President Macron', 'aide', 'FR', null],
    ['Kremlin spokesman Peskov speaks', 'Kremlin spokesman Peskov', 'spokesperson', 'RU', 'peskov'],
    ['A spokesman for the Kremlin speaks', 'spokesman for the Kremlin', 'spokesperson', 'RU', null],
    ['White House press secretary Jane Sample speaks', 'White House press secretary Jane Sample', 'spokesperson', 'US', 'sample'],
  ])('%s', (title, words, kind, country, surname) => {
    expect(entitiesOf(title)[words]).toMatchObject({ kind, country, surname, level: 'envoy', behalf: country });
  });
  it('reads an ambassador by who sent him, not where he sits', () => {
    const entities = entitiesOf('US ambassador to Israel Jane Sample met Abbas');
    expect(entities['US ambassador to Israel Jane Sample']).toMatchObject({ country: 'US', level: 'envoy', surname: 'sample' });
    expect(entities['Israel']).toBeUndefined();
  });
});

describe('offices and unknown names', () => {
  it.each([
    ['Thai Prime Minister Somsak Example arrives', 'Thai Prime Minister Somsak Example', 'TH', 'example', 'leader'],
    ['Slovak premier Example arrives', 'Slovak premier Example', 'SK', 'example', 'leader'],
    ['Kenyan Foreign Minister Jane Example arrives', 'Kenyan Foreign Minister Jane Example', 'KE', 'example', 'minister'],
    ['President Jane Example of Kenya arrives', 'President Jane Example', null, 'example', 'leader'],
  ])('%s', (title, words, country, surname, level) => {
    expect(entitiesOf(title)[words]).toMatchObject({ kind: 'person', country, surname, level, via: 'title' });
  });
  it('finds a known holder without a country', () => {
    expect(entitiesOf('Prime Minister Carney arrives in Washington', '2025-05-19')['Prime Minister Carney']).toMatchObject({
      country: 'CA',
      level: 'leader',
    });
  });
  it('shares a title along a list before it', () => {
    expect(entitiesOf('Russian and Turkish presidents speak')['Russian']).toMatchObject({ kind: 'office', country: 'RU', level: 'leader' });
  });
  it('shares a title along a list after it', () => {
    const entities = entitiesOf('Leaders of Japan, South Korea and China meet');
    expect(entities['South Korea']).toMatchObject({ kind: 'office', level: 'leader' });
    expect(entities['China']).toMatchObject({ kind: 'office', level: 'leader' });
  });
  it("gives a counterpart the other's office", () => {
    expect(entitiesOf('Lavrov will see his Turkish counterpart')['Turkish counterpart']).toMatchObject({
      country: 'TR',
      office: 'foreign_minister',
      level: 'minister',
    });
  });
  it.each([
    ['European leaders gather', 'European leaders', 'EU'],
    ['Gulf leaders gather', 'Gulf leaders', 'XX'],
    ['The two leaders gather', 'The two leaders', null],
  ])('%s are a group', (title, words, country) => {
    expect(entitiesOf(title)[words]).toMatchObject({ kind: 'group', country });
  });
  it('reads deputies as ministers', () => {
    expect(entitiesOf('Iranian deputy foreign minister arrives')['Iranian deputy foreign minister']).toMatchObject({ level: 'minister' });
  });
  it('reads the head of a body as a leader and of an agency as an official', () => {
    expect(entitiesOf('NATO chief arrives')['NATO chief']).toMatchObject({ country: 'NATO', level: 'leader' });
    expect(entitiesOf('CIA chief arrives')['CIA chief']).toMatchObject({ country: 'US', level: 'envoy' });
  });
});

describe('headlines without capitals', () => {
  it('still name people and states', () => {
    expect(entitiesOf('downer meets bush on us tour', '2003-04-02')).toMatchObject({ downer: { country: 'AU' }, bush: { country: 'US' } });
  });
});
