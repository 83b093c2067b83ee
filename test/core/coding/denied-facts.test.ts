import { describe, expect, it } from 'vitest';
import { findDenials } from '../../../core/coding/denials.ts';
import { lexicon, readText, readTitle } from './reading.ts';

const read = (title: string, text: string | null = null): readonly string[] =>
  findDenials([...readTitle(title), ...(text === null ? [] : readText(text))], lexicon, null)
    .filter(({ strength }) => strength !== 'no_confirm')
    .map(({ by, strength }) => `${by} ${strength}`);

describe('a plain fact that an official says not to be so', () => {
  it.each([
    ['Lima: no mercenary has crossed from our side', 'PE denied'],
    ['Oslo: kingdom bought no spyware', 'NO denied'],
    ['Moscow says port was not leased to anyone', 'RU denied'],
    ['Baku says three tankers were never seized', 'AZ denied'],
    ['Quito: nobody is held for his faith here', 'EC denied'],
    ['Cairo: there is no secret prison in the desert', 'EG denied'],
    ['Tehran: we have no chemical weapons', 'IR denied'],
    ['Accra: sale of the port did not happen', 'GH denied'],
    ['Dakar: shells for Mali do not pass through our port', 'SN denied'],
    ['There is no second wave of mobilisation, Kremlin assures', 'RU denied'],
    ['"No jet waited for me": Macron counters Putin', 'FR denied'],
    ['Oslo: no Norwegian soldiers are fighting in Mali', 'NO denied'],
    ['Macron: nobody from my government threatened the judges', 'FR denied'],
    ['Lima says there was no secret deal with the miners', 'PE denied'],
    ["Quito says Lima's claim of captured boats is wishful thinking", 'EC rejected'],
    ['Oslo does not recognise that version of the talk, ministry says', 'NO denied'],
  ])('%s', (title, expected) => expect(read(title)).toEqual([expected]));
  it.each([
    'Lima: no decision was taken on the bridge',
    'Quito says no one was hurt in the quake',
    'Oslo: there is no alternative to sanctions',
    'Moscow never kept its word, Kyiv says',
    'Baku has not yet signed the treaty, it says',
    'Tehran will not arm anybody, it says',
    'Cairo says the deal is near, although it was not signed',
    'No ship was hit',
    'Peskov said nothing of the kind was in preparation',
  ])('is no denial: %s', (title) => expect(read(title)).toEqual([]));
});

describe('a question and its answer', () => {
  it.each([
    ['Did Lima shelter the rebels? Nonsense, says Quito', 'EC fake'],
    ['A coup plot hatched in Oslo? "Absurd", Norwegian foreign minister says', 'NO rejected'],
    ['Kremlin: Did we arm the rebels? Never', 'RU denied'],
  ])('%s', (title, expected) => expect(read(title)).toEqual([expected]));
  it('asks for news', () => expect(read('A date for the talks? No, says Lima')).toEqual([]));
});

describe('a verdict on what somebody else claimed', () => {
  it.each([
    ['Lima: that we buy stolen oil is a dirty lie', 'PE fake'],
    ['Quito: the so-called camp in the jungle is fictitious', 'EC fake'],
    ['Moscow: the "genocide" of the year is nothing but a lie', 'RU fake'],
    ['Kremlin laughs off "capture" of its radar', 'RU rejected'],
    ['Oslo: demise of the king announced on a blog is untrue', 'NO denied'],
    ["Merz's deputy Exampel: story of a note to Putin is devoid of truth", 'DE denied'],
    ['Lima says report on its army is lies from start to finish', 'PE fake'],
    ['Fresh denial from the Elysee over the tape', 'FR denied'],
    ['Kremlin in rare rebuttal of the torture claim', 'RU denied'],
  ])('%s', (title, expected) => expect(read(title)).toEqual([expected]));
  it.each([
    'Lima scoffs at "reckless" tariffs',
    'Oslo laughs off "final" deadline',
    'Quito: it is wrong to strike',
    'The striker in rare rebuttal of the transfer claim',
  ])('is no denial: %s', (title) => expect(read(title)).toEqual([]));
});

describe('what another sentence had reported', () => {
  it.each([
    ['Lima: president did not dine with the exile', 'The palace was reacting to a story in a weekly.', 'PE denied'],
    [
      'Quito has no garrison on the island',
      'Asked about a newspaper report on Monday, a spokesman said so twice, the ministry in Quito noted.',
      null,
    ],
    ['Oslo says no agreement was signed with the rebels', 'A radio had reported that two were.', 'NO denied'],
  ])('%s', (title, text, expected) => expect(read(title, text)).toEqual(expected === null ? [] : [expected]));
});
