import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

const read = (title: string): readonly string[] =>
  coded('2025-06-12', title).contacts.map((one) => `${one.parties.join('-')} ${one.form} ${one.status}`);

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
    // a thing for talks, a room at home, a party of another state
    'Lula calls the dam a negotiating chip with Chile',
    'Trump is holding a Situation Room meeting on Cuba',
    'Vance meets senior Tories',
    'World Cup special: Peru will meet Austria on Friday',
    // who is theirs, and what is named after them
    'Relatives of President Zelensky visit Oslo',
    'Macron meets opponents of Erdogan in Paris',
    'Sheinbaum meets Mexican-Americans in Chicago',
    'Pope urges interfaith dialogue in Peru',
    'Museveni meets Ugandan rebel leader in Kampala',
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
    // those who sit in another parliament
    ['Lula hosts visiting delegation from the US Congress', 'BR-US in_person held'],
    ['Merz hosts delegation of Norwegian senators', 'DE-NO in_person held'],
    ['Lula asks for trade terms in call with US Congress', 'BR-US phone held'],
    // a state calls off the trip of somebody
    ['Peru cancels US farm visit', 'PE-US visit cancelled'],
    ['Chile postpones Lima visit', 'CL-PE visit postponed'],
    // where negotiators are, an agency by its letters
    ['Ghanaian negotiators in Moscow for talks', 'GH-RU in_person underway'],
    ['USTR Greer to meet Akazawa', 'JP-US in_person scheduled'],
    ['Nancy Pelosi visits Oslo', 'NO-US visit held'],
    // text that was misread on its way
    ['France\u00e2\u0080\u0099s Barrot meets Norwegian minister', 'FR-NO in_person held'],
    ['Sch\u00c3\u00bctz waits as Merz meets Mitsotakis in K\u00c3\u00b6ln', 'DE-GR in_person held'],
  ])('%s', (title, expected) => {
    expect(read(title)).toContain(expected);
  });
});
