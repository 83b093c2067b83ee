import { describe, expect, it } from 'vitest';
import { coded, entitiesOf } from './reading.ts';

/** "IR-US held minister" for each contact of an item published in November 2025. */
const read = (title: string, text: string | null = null): readonly string[] =>
  coded('2025-11-12', title, text).contacts.map(({ parties, status, level }) => `${parties.join('-')} ${status} ${level}`);

describe('where a leader goes on a visit', () => {
  it.each([
    ['Rubio visits the occupied West Bank to see Abbas', 'PS-US held minister'],
    ['Danish PM Mette Frederiksen visits Kherson', 'DK-UA held leader'],
    ["Macron's visit to Kherson ends", 'FR-UA held leader'],
    ['Lukashenko to visit Mariupol', 'BY-UA scheduled leader'],
    ['Milei visits Golan with Netanyahu', 'AR-IL held leader'],
  ])('is another state, though somebody else holds it: %s', (title, expected) => expect(read(title)).toEqual([expected]));
  it.each([
    'Putin visits Kherson',
    "Putin's visit to annexed Crimea",
    'Lavrov visits occupied Kherson',
    'Netanyahu visits occupied West Bank',
    'Zelensky visits Mykolaiv',
    'Xi visits disputed islands',
  ])('is no contact where his own army stands: %s', (title) => expect(read(title)).toEqual([]));
});

describe('what two leaders discuss', () => {
  it.each([
    ['Trump, Xi discuss chips in Busan', 'CN-US held leader'],
    ['Merz, Macron discuss power prices', 'DE-FR held leader'],
    ['Modi and Albanese discuss style of talks', 'AU-IN held leader'],
    ['Xi and Trump to discuss chip exports', 'CN-US scheduled leader'],
    ['Putin, Modi discuss big trade deal', 'IN-RU held leader'],
    ['Rubio, Lavrov discuss Ukraine peace plan', 'RU-US held minister'],
    ['Erdogan, Putin discuss grain plan by phone', 'RU-TR held leader'],
    ['Hamas discusses Gaza plan with Qatar', 'PS-QA held envoy'],
  ])('may be of any trade: %s', (title, expected) => expect(read(title)).toEqual([expected]));
  it.each([
    ['Trump, Putin discuss possibility of summit', 'RU-US possible leader'],
    ['Putin, Xi discuss plan for visit', 'CN-RU scheduled leader'],
    ['Kremlin, White House discuss dates for summit', 'RU-US agreed leader'],
  ])('and when that is a meeting, it is told: %s', (title, expected) => expect(read(title)).toEqual([expected]));
  it('but a bargaining chip is no talk', () => expect(read('Trump uses tariffs as negotiating leverage with China')).toEqual([]));
});

describe('a team that heads somewhere', () => {
  it.each([
    ['US negotiating team heads to Moscow', 'RU-US scheduled envoy'],
    ["Iran's nuclear team leaves for Geneva", 'CH-IR scheduled envoy'],
    ['Armenian negotiating team to fly to Baku', 'AM-AZ scheduled envoy'],
  ])('is on a visit when it negotiates: %s', (title, expected) => expect(read(title)).toEqual([expected]));
  it.each([
    'Indian team leaves for Sri Lanka',
    'Israeli rescue team heads to Mexico',
    'Brazil squad leaves for Doha',
    'US nuclear submarine heads to Manila',
  ])('and else plays, or digs: %s', (title) => expect(read(title)).toEqual([]));
});

describe('a call to do something', () => {
  it.each([
    'Germany has rejected calls to send tanks to Ukraine',
    'Poland has repeatedly backed calls to arm Ukraine',
    'Macron has rejected a call on tariffs by Trump',
  ])('is no telephone call: %s', (title) => expect(read(title)).toEqual([]));
  it.each([
    ['Macron and Merz held calls to discuss aid', 'DE-FR held leader'],
    ['Trump had a call to Putin to discuss grain', 'RU-US held leader'],
    ['Trump and Putin held a second call to discuss grain', 'RU-US held leader'],
  ])('what they held, or had, is one: %s', (title, expected) => expect(read(title)).toEqual([expected]));
});

describe('a stop on the way', () => {
  it.each([
    ['Rubio leaves Israel after discussing next steps with Netanyahu', 'IL-US held minister'],
    ['Merz returns to Berlin after discussing later phases of truce with Sisi', 'DE-EG held leader'],
  ])('is behind him, whatever was next on the list: %s', (title, expected) => expect(read(title)).toEqual([expected]));
  it.each([
    ['Trump to fly to Seoul after meeting Takaichi in Tokyo next week', 'JP-US scheduled leader'],
    ['Modi to fly to Oslo after meeting Starmer later on Friday', 'GB-IN scheduled leader'],
    ['Merz to go to Oslo after meeting Starmer in London tomorrow', 'DE-GB scheduled leader'],
  ])('is to come when its day is: %s', (title, expected) => expect(read(title)).toContain(expected));
});

describe('talks that a later sentence tells more of', () => {
  it.each([
    [
      'Oslo hailed headway in talks on the sidelines of the APEC summit. Norwegian and Peruvian ministers met in Lima.',
      'NO-PE held minister',
    ],
    ['Oslo hailed headway in talks on the margins of the G20 summit. Boluarte met Norwegian premier Jonas Gahr Store.', 'NO-PE held envoy'],
  ])('are no entry of their own, beside a summit either: %s', (text, expected) =>
    expect(read('Norway lifts ban on Peruvian fishmeal', text)).toEqual([expected]),
  );
});

describe('the two halves of Korea', () => {
  const halves = (title: string): readonly string[] =>
    Object.keys(entitiesOf(title, '2025-11-12')).filter((words) => /^(?:north|south)$/i.test(words));
  it.each(['South of Pyongyang, Kim hosts Putin', 'Kim Heads North After Putin Summit', 'Kim Jong Un Travelling North to Vladivostok'])(
    'are no points of the compass: %s',
    (title) => expect(halves(title)).toEqual([]),
  );
  it.each(['The North rejects talks with Seoul', 'Seoul says North rejects talks', "North's offer divides South Korea"])(
    'are states when they act: %s',
    (title) => expect(halves(title)).toEqual(['North']),
  );
});
