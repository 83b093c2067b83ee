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

it("a day's meeting with people of one state is none of those who met before", () => {
  expect(read(null, "Trump spoke to Putin on Sunday. Monday's meeting with senators will cover the budget.")).toEqual([
    'RU-US held 2025-11-09 -',
  ]);
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
    ['Putin postponed talks due to be held in Istanbul with Zelensky', 'RU-UA postponed - Istanbul'],
    ['The postponed talks between Trump and Putin will begin on Monday', 'RU-US scheduled 2025-11-17 -'],
    ['A US boycott clouded talks between Trump and Xi', 'CN-US underway - -'],
    ['Xi boycotted strained talks with Trump', 'CN-US declined - -'],
    ['Opposing a summit with Putin, Zelensky tours a factory', 'RU-UA declined - -'],
    ["Anand says trade talks with US still 'constructive', useful", 'CA-US underway - -'],
  ])('%s', (title, expected) => {
    expect(read(title, null)).toEqual([expected]);
  });
});

it('he who was named before is no onlooker', () => {
  expect(read(null, 'Zelensky spoke in Kyiv. He opposes a meeting with Putin.')).toEqual(['RU-UA declined - -']);
});

describe('a place that belongs to something else', () => {
  it.each([
    ['Macron said after a meeting with Abbas that the destruction in Gaza must end', 'FR-PS held - -'],
    ['Hamas and Israel negotiate deal to bring aid into Gaza', 'IL-PS held - -'],
    ['Washington, Baghdad open talks on troops', 'IQ-US underway - -'],
    ['Canada presses US in NAFTA talks', 'CA-MX-US underway - -'],
    ['India, US move trade talks to Singapore', 'IN-US underway - Singapore'],
    ['Macron meets Abbas in Gaza', 'FR-PS held - Gaza'],
    ['Macron and Abbas met near the old southern Gaza', 'FR-PS held - Gaza'],
  ])('%s', (title, expected) => {
    expect(read(title, null)).toEqual([expected]);
  });
});

describe('of whom and of when it is told', () => {
  it.each([
    ['Rubio meets Lavrov as Tuesday deadline nears', ['RU-US held - -']],
    ['Macron visits Lebanon after Easter', ['FR-LB held - Lebanon']],
    ['Macron to visit Lebanon the day after Christmas', ['FR-LB scheduled 2025-12-26 Lebanon']],
    ['Putin and Xi will meet the day after the New Year', ['CN-RU scheduled 2026-01-02 -']],
    ['US and India may or may not meet', ['IN-US possible - -']],
    ['Lula urges talks to end Russia-Ukraine war', ['RU-UA proposed - -']],
    ['Bishops call for peace talks in India-Pakistan conflict', ['IN-PK proposed - -']],
    ['Rubio in talks with Fidan on Russia-Ukraine war', ['TR-US underway - -']],
    ['Trump arrives in Riyadh for talks on Russia-Ukraine war', ['SA-US underway - Riyadh']],
    ['Delegations arrive in Istanbul for talks to end Russia-Ukraine war', ['RU-UA underway - Istanbul']],
    ['As Iran agrees to talks with US, it may be hoping to buy time', ['IR-US agreed - -']],
    ["Brazil's Vieira says working towards talks with EU but ready for trade war", ['BR-EU agreed - -']],
    ['US, Chinese officials to meet before Trump-Xi summit', ['CN-US scheduled - -', 'CN-US scheduled - -']],
  ])('%s', (title, expected) => {
    expect(read(title, null)).toEqual(expected);
  });

  it('a visit that is the first for years is told once', () => {
    expect(read('Modi lands in Tel Aviv', 'Modi is the first Indian leader to visit Israel since 2017.')).toEqual([
      'IL-IN underway - Tel Aviv',
    ]);
  });

  it.each([
    ['Top French diplomat to see Greek PM', 'minister', 'in_person'],
    ['Top US, Russian diplomats to meet in Riyadh', 'minister', 'in_person'],
    ['Top US diplomat for Africa meets Lavrov', 'envoy', 'in_person'],
    ['Top US diplomat to Ukraine arrives in Oslo', 'envoy', 'visit'],
    ['Top US diplomats travel to Caracas', 'envoy', 'visit'],
    ['Ramaphosa to chair virtual BRICS summit', 'leader', 'video'],
    ['South Korea, Japan to hold export talks via teleconference', 'envoy', 'video'],
  ])('%s', (title, level, form) => {
    const { contacts } = codeItem({ id: 'x', title, text: null, date: '2025-11-12', outlet: null, lang: null }, lexicon);
    expect(contacts.map((one) => [one.level, one.form])).toEqual([[level, form]]);
  });

  it.each(['Amazon India denies giving some sellers better terms', 'Toyota India denies report'])('a firm denies: %s', (title) => {
    expect(codeItem({ id: 'x', title, text: null, date: '2025-11-12', outlet: null, lang: null }, lexicon).denials).toEqual([]);
  });

  it('a shell is no firm', () => {
    const title = 'The shell Russia denies firing';
    expect(codeItem({ id: 'x', title, text: null, date: '2025-11-12', outlet: null, lang: null }, lexicon).denials).toHaveLength(1);
  });
});
