import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { lexicon } from './reading.ts';

/** "RU-US held 2025-08-15 Alaska" for each contact of an item that is published on Wednesday, 12 November 2025. */
function read(title: string | null, text: string | null): string[] {
  const { contacts } = codeItem({ id: 'x', title, text, date: '2025-11-12', outlet: null, lang: null }, lexicon);
  return contacts.map(({ parties, status, date, place }) => `${parties.join('-')} ${status} ${date ?? '-'} ${place ?? '-'}`);
}

describe('a contact that opens a later sentence with its day', () => {
  it.each([
    ['Lavrov met Wang Yi on Monday.', "Tuesday's talks with Modi will touch on oil.", 'IN-RU scheduled 2025-11-18 -'],
    ['Trump spoke to Putin on Sunday.', "Monday's summit with Zelensky is to cover arms.", 'UA-US scheduled 2025-11-17 -'],
    ['Starmer and Macron met on Monday.', "Thursday's call with Zelensky will include Merz.", 'GB-UA scheduled 2025-11-13 -'],
    [
      'Chad and Niger held talks in Lome in May.',
      "Friday's meeting in Doha will be the first of envoys.",
      'NE-TD scheduled 2025-11-14 Doha',
    ],
    ['Rubio met Sybiha.', "Saturday's talks with Sikorski in Warsaw followed a call.", 'PL-US held 2025-11-08 Warsaw'],
  ])('%s %s', (before, after, expected) => {
    expect(read(null, `${before} ${after}`)).toContain(expected);
  });
});

describe('words that are said of something else than the contact', () => {
  it.each([
    ['Chip ban clouds US-India trade talks', 'IN-US underway - -'],
    ['Residents oppose Trump visit to Aberdeen', 'GB-US scheduled - Aberdeen'],
    ['Hungary opposes talks with Ukraine', 'HU-UA declined - -'],
    ['Traders hope for truce at Trump-Xi summit', 'CN-US scheduled - -'],
    ['Lavrov in Ankara for delayed talks', 'RU-TR underway - Ankara'],
    ['US, Iran to hold delayed talks on Saturday', 'IR-US scheduled 2025-11-15 -'],
    ['Putin, Trump meeting delayed', 'RU-US postponed - -'],
    ["Anand says trade talks with US still 'constructive', useful", 'CA-US underway - -'],
  ])('%s', (title, expected) => {
    expect(read(title, null)).toEqual([expected]);
  });
});

describe('a place that belongs to something else', () => {
  it.each([
    ['Macron said after a meeting with Abbas that the destruction in Gaza must end', 'FR-PS held - -'],
    ['Hamas and Israel negotiate deal to bring aid into Gaza', 'IL-PS held - -'],
    ['Washington, Baghdad open talks on troops', 'IQ-US underway - -'],
    ['Canada presses US in NAFTA talks', 'CA-MX-US underway - -'],
    ['India, US move trade talks to Singapore', 'IN-US underway - Singapore'],
    ['Macron meets Abbas in Gaza', 'FR-PS held - Gaza'],
  ])('%s', (title, expected) => {
    expect(read(title, null)).toEqual([expected]);
  });
});
