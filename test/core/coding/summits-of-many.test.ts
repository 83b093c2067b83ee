import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

const read = (title: string | null, text: string | null = null): readonly string[] =>
  coded('2026-02-11', title, text).contacts.map((one) => `${one.parties.join('-')} ${one.form} ${one.status} ${one.level}`);

describe('states that meet without being named', () => {
  it.each([
    // what a summit does has been done there
    ['Mercosur summit backs pact with Norway', 'XX in_person held leader'],
    ['ASEAN summit adopts charter on seabed mining', 'XX in_person held leader'],
    ['EU summit rejects Danish plan', 'EU in_person held leader'],
    // heads of many states, by their number or region
    ['Leaders of nine island nations meet in Suva to discuss tuna', 'XX in_person held leader'],
    ['Transport ministers from 30 countries meet in Leipzig', 'XX in_person held minister'],
    ['Nordic prime ministers meet in Oslo', 'XX in_person held leader'],
    ['Tokayev meets leaders of five African states in Astana', 'KZ-XX in_person held leader'],
    ['Tokayev hosts eleven African leaders in Astana', 'KZ-XX in_person held leader'],
    ['Tokayev meets dozens of African leaders in Astana', 'KZ-XX in_person held leader'],
    ['Heads of state and government from 40 countries met in Lisbon.', 'XX in_person held leader'],
    // a summit of a region
    ['Arab summit in Tunis put off', 'XX in_person postponed leader'],
    ['The summit of the Assembly of the African Union, which lasted two days, ends in Malabo.', 'XX in_person held leader'],
    ['The tenth Summit of the Americas ends in Quito.', 'XX in_person held leader'],
    // the level of who meets, not of the body
    ['Finance chiefs of the G20 countries meet in Durban.', 'XX in_person held minister'],
    ['G7 finance ministers begin talks in Turin', 'XX in_person underway minister'],
    ['Arab foreign ministers meet in Amman', 'XX in_person held minister'],
    ['The European Council meets in Brussels to discuss ports', 'EU in_person held leader'],
    ['A European Council meeting in Brussels ends without agreement on fish.', 'EU in_person held leader'],
    // the state that its capital is said to be of is the host
    ['The 30th ASEAN summit takes place in Vientiane, the capital of Laos.', 'LA-XX in_person held leader'],
  ])('%s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
});

describe('people who only seem to stand for many states', () => {
  it.each([
    'Church leaders from 20 countries meet in Assisi',
    'Chief ministers of eight hill states meet in Shimla',
    'Leaders of opposition parties from five states meet in Jaipur',
    'Party leaders meet in Brussels to form a government',
    'Hikers reach the summit of the highest peak',
  ])('%s', (title) => {
    expect(read(title)).toEqual([]);
  });
});

describe('what is not spoken of, and who only speaks of it', () => {
  it('talks that left something out were held', () => {
    expect(read('Macron and Merz did not discuss fish in Paris talks, Berlin says')).toEqual(['DE-FR in_person held leader']);
    expect(read('Norway, Japan did not discuss whaling in trade talks: official')).toEqual(['JP-NO talks held envoy']);
  });

  it('who complains of a summit that was told of takes no part in it', () => {
    const told = 'Peru said that it came after Chile and Bolivia voiced fears that the summit was to split the region.';
    expect(read('Oman pulls out of a summit in Kuala Lumpur, Malaysia', told)).toEqual(['MY-OM in_person cancelled leader']);
  });

  it('who talks of something talks to nobody', () => {
    expect(read("Iran condemns raids as Merz talks of 'reform'")).toEqual([]);
    expect(read('Russia warns NATO, and Macron talks of sending troops')).toEqual([]);
  });

  it('the state behind a town only says where that is', () => {
    expect(read('EU leaders gather in Tampere, Finland, for a summit with Turkish President Recep Tayyip Erdogan.')).toEqual([
      'EU-FI in_person underway leader',
      'EU-TR in_person scheduled leader',
    ]);
  });

  it('a resolution of a body is not the body', () => {
    const told = 'The president of Chile urged the British prime minister to abide by a UN resolution to "negotiate a border".';
    expect(read(null, told)).toEqual(['CL-GB talks proposed leader']);
  });
});
