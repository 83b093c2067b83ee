import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

const read = (title: string, text: string | null = null): readonly string[] =>
  coded('2026-03-11', title, text)
    .contacts.filter(({ background }) => !background)
    .map(({ parties, form, status, leaders }) => `${parties.join('-')} ${form} ${status} ${[...leaders].sort().join(',')}`.trim());

describe('one event that headline and text tell in two ways', () => {
  it.each([
    // a plan that is told once as prepared and once as set
    [
      'Lima mourns miners as Merz prepares to meet Macron',
      'A day later the chancellor heads for talks with Macron.',
      'DE-FR in_person agreed macron,merz',
    ],
    ['Norway and Peru gear up for talks', 'Little is known ahead of possible talks between Norway and Peru.', 'NO-PE talks agreed'],
    ['Merz may get a scolding from Lula', 'Merz will meet Lula in Lima on Friday.', 'BR-DE in_person scheduled lula,merz'],
    ['Norway and Peru will hold cod talks', 'Norway and Peru are preparing the talks, a minister said.', 'NO-PE talks scheduled'],
    [
      "Ghana's president rushes to Lisbon over ports",
      "Ghana's president is traveling to Lisbon in a hastily arranged trip.",
      'GH-PT visit underway',
    ],
    ['Lula to proceed with Chile trip despite floods', 'Lula will visit Chile next week.', 'BR-CL visit scheduled lula'],
    // the more recent state of affairs
    [
      'Tokayev and Merz meet today to talk about oil',
      'Tokayev and Merz are meeting face-to-face today in Oslo.',
      'DE-KZ in_person underway merz,tokayev',
    ],
    [
      'Chile and Peru hold fishery talks',
      'Chile and Peru are holding fishery talks for the first time in decades.',
      'CL-PE talks underway',
    ],
    ["Ghana's foreign minister visits Portugal", "Ghana's foreign minister is set to visit Portugal on Friday.", 'GH-PT visit scheduled'],
    ['Arab leaders gather in Jordan as tension mounts', 'Arab leaders gathered in Jordan to discuss grain.', 'JO-XX in_person underway'],
    // the side that one of both leaves open
    ['Why is Macron asking for Norway-Peru peace talks?', 'Why is Peru asking for peace talks now?', 'NO-PE talks proposed'],
    ['Kenya hosts rival powers', 'President Ruto hosts the leaders of Chile and Peru.', 'CL-KE-PE in_person held ruto'],
  ])('%s', (title, text, expected) => {
    expect(read(title, text)).toEqual([expected]);
  });

  it('a tour of a region on which somebody is met leads to no state', () => {
    expect(read('Merz open to meeting Sharif on his Asia tour')).toEqual(['DE-PK in_person willing merz,sharif']);
  });

  it('what came of talks was made in them, and they are over', () => {
    expect(read('Norway, Peru set to announce progress made during all-night negotiations')).toEqual(['NO-PE talks held']);
  });
});

describe('two events', () => {
  it.each([
    [
      'Macron speaks with Merz by phone',
      'The two will meet in Lyon on Friday.',
      ['DE-FR phone held macron,merz', 'DE-FR in_person scheduled macron,merz'],
    ],
    [
      'Macron hosts Merz',
      'The two agreed to meet again in Lyon.',
      ['DE-FR in_person held macron,merz', 'DE-FR in_person agreed macron,merz'],
    ],
    [
      'Macron to meet Merz on Monday',
      'The foreign ministers of France and Germany are meeting in Lyon.',
      ['DE-FR in_person scheduled macron,merz', 'DE-FR in_person underway'],
    ],
  ])('%s', (title, text, expected) => {
    expect(read(title, text)).toEqual(expected);
  });
});
