import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { lexicon } from './reading.ts';

const read = (title: string): readonly string[] =>
  codeItem({ id: 'x', title, text: null, date: '2025-06-12', outlet: null, lang: 'en' }, lexicon).contacts.map(
    (one) => `${one.parties.join('-')} ${one.form} ${one.status}`,
  );

describe('words of contacts that tell of none', () => {
  it.each([
    // what he calls him
    "Macron calls Orban 'a stranger to truth'",
    "Milei calls Lula 'corrupt' on stage",
    'Rutte called the Russian envoy "a gifted actor"',
    // games
    'Norway and Ghana meet in the final in Oslo',
    'Peru will meet Japan in opener',
    // borders
    'The river town where Ghana and Togo meet',
    // how something is received
    'Any march on Lima would meet with Chilean resistance',
    // nobody of the other state's
    'Pope meets French bishops',
    'Modi meets US business leaders in Mumbai',
    'Macron meets Norwegian tech executives',
    // one state alone
    'US warns Lima as Peru holds emergency meeting on raids',
    "Hamas to hold meeting on Egypt's plan",
    // own troops
    'Putin tours Mariupol',
    'Netanyahu visits Philadelphi corridor in Gaza',
    'Israeli ministers tour West Bank settlement',
    // terms, membership
    "Oslo rejects Lima's terms for talks",
    'Macron withdraws invitation to Peru to join his climate club',
    // who moves, who is struck
    'US carrier heads to Manila, Trump says',
    "Peru's football team travels to Chile for cup, Boluarte says",
    'Israel strikes Hamas leaders meeting in Doha',
  ])('%s', (title) => {
    expect(read(title)).toEqual([]);
  });
});

describe('the same words between states', () => {
  it.each([
    ["Macron calls Orban 'to clear the air'", 'FR-HU phone held'],
    ['Norwegian and Ghanaian ministers meet in Oslo', 'GH-NO in_person held'],
    ['Modi meets US officials in Mumbai', 'IN-US in_person held'],
    ['EU foreign ministers hold emergency meeting on Iran', 'EU in_person held'],
    ['Lavrov visits Kyiv', 'RU-UA visit held'],
    ['Oslo rejects talks with Lima', 'NO-PE talks declined'],
    ['Macron withdraws invitation to Putin', 'FR-RU visit cancelled'],
    ['Macron makes surprise Ghana visit', 'FR-GH visit held'],
    ['Ghana-Togo officials meet as deadline nears', 'GH-TG in_person held'],
  ])('%s', (title, expected) => {
    expect(read(title)).toContain(expected);
  });
});
