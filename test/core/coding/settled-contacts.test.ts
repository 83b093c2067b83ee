import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

/** What took place, goes on or is fixed, in the words of agencies and ministries. */
const read = (title: string | null, text: string | null = null): readonly string[] =>
  coded('2026-02-11', title, text)
    .contacts.filter(({ background }) => !background)
    .map((one) => `${one.parties.join('-')} ${one.form} ${one.status}`);

describe('what was done is read as held', () => {
  it.each([
    // who acts at talks is there; who only sits in them goes on
    ['Sisi and Erdogan stress need for calm during Ankara talks', 'EG-TR in_person held'],
    ['Macron is in talks with Modi on jets', 'FR-IN talks underway'],
    // who leads talks is there, too
    ['Rubio leads talks with Lavrov in Riyadh', 'RU-US in_person held'],
    ['Germany led talks with Iran in Geneva', 'DE-IR in_person held'],
    // what is final is no match, and what is told in another clause is not the summit's trade
    ['Macron, Merz meet in final bid to avert war', 'DE-FR in_person held'],
    ['Putin and Macron meet in final week of campaign', 'FR-RU in_person held'],
    ['Trump, Xi hold Busan summit as AI race heats up', 'CN-US in_person held'],
    // a measure of talks
    ['French and Indian officials wrapped up two days of trade talks in Oslo on Monday.', 'FR-IN in_person held'],
    ['Lavrov, Fidan conclude a constructive round of talks', 'RU-TR in_person held'],
    // what a meeting or a visit has brought about
    ["Modi's meeting with Sisi prompts questions in Lima", 'EG-IN in_person held'],
    ["Sanchez's meeting with Xi irks Paris", 'CN-ES in_person held'],
    ["Macron's Delhi visit seals jet deal", 'FR-IN visit held'],
    ['Modi uses summit with Macron to ask for jets', 'FR-IN in_person held'],
    ['Lula seizes on meeting with Merz to seek tariff cut', 'BR-DE in_person held'],
    ['Merz says trade talks with Modi went very well', 'DE-IN in_person held'],
    ['Norway, Peru, Chile wrap up talks in Oslo', 'CL-NO-PE in_person held'],
    ['Modi-Sisi meeting raises hopes in Lima', 'EG-IN in_person held'],
    // what they came away without, and what else was put off
    ['Lavrov, Fidan end Oslo meeting with no word on grain', 'RU-TR in_person held'],
    ['Merz says call with Modi was warm and tariffs were put off', 'DE-IN phone held'],
    // a pair that does something somewhere
    ['Peruvian and Chilean delegations agree prisoner swap in Lima', 'CL-PE in_person held'],
    ['Macron, Modi review submarine deal in Delhi', 'FR-IN in_person held'],
    ['Merz and Macron toured the shipyard in Kiel on Sunday.', 'DE-FR in_person held'],
    ['Tokayev and Modi witness signing of rail accord', 'IN-KZ in_person held'],
    // what one tells another
    ['Modi tells Macron India will buy jets', 'FR-IN talks held'],
    ['Fidan assured Lavrov that grain would flow', 'RU-TR talks held'],
    // names as ministries write them
    [
      'Mr. Hakan Fidan, Minister of Foreign Affairs, had a telephone conversation with Mr. Sergei Lavrov, Minister of Foreign Affairs of Russia.',
      'RU-TR phone held',
    ],
    ["Secretary Rubio's Meeting with Turkish Foreign Minister Fidan", 'TR-US in_person held'],
    ['Meeting between Presidents Tokayev and Aliyev held in Baku', 'AZ-KZ in_person held'],
    // how talks were, in the words of who was there
    ["Kremlin calls Putin's talks with Modi 'frank and useful'", 'IN-RU in_person held'],
    // what one does to another, and where; a verb that looks like a noun
    ['Macron presses Xi on steel in Chengdu', 'CN-FR in_person held'],
    ['Peruvian, Chilean ministers exchange accusations in Geneva', 'CL-PE in_person held'],
    ['Modi urges Kenyan, Ugandan leaders to hold fire in separate calls', 'IN-KE-UG phone held'],
    // another contact's day
    ['Modi, Macron meet in London, agree to July summit in Nice', 'FR-IN in_person held'],
  ])('%s', (title, expected) => expect(read(title)[0]).toBe(expected));

  it('finds who rang in the text below the title', () =>
    expect(read('Telephone conversation with President of Kenya William Ruto', 'Vladimir Putin wished William Ruto well.')[0]).toBe(
      'KE-RU phone held',
    ));
});

describe('running text', () => {
  it.each([
    // an abbreviation at the head is no dateline
    ['U.S. officials will visit New Delhi next week.', 'IN-US visit scheduled'],
    // what else is to come does not make of what was done a plan
    ['Modi and Macron agreed on Monday to trade more this year, during talks in Nice.', 'FR-IN in_person held'],
    ['Tokayev, who is due to travel to Ankara next week, met Lavrov in Astana on Monday.', 'KZ-RU in_person held'],
    ['Aliyev received a phone call from Putin on Monday. The leaders discussed plans for trade.', 'AZ-RU phone held'],
    ['Erdogan told Putin on Monday that grain must flow.', 'RU-TR talks held'],
    ["Modi gave Argentina's Milei his backing when they met at the palace.", 'AR-IN in_person held'],
    ["Chad's military leader was received by Putin in Moscow on Monday.", 'RU-TD visit held'],
    ["Kenya's foreign minister and Oman's prime minister reviewed the port deal, Nairobi said.", 'KE-OM in_person held'],
    ['An Omani delegation is in Nairobi this week for talks with Kenyan officials.', 'KE-OM in_person underway'],
    ['A meeting between the Kenyan and Omani ministers set for Monday will not go ahead.', 'KE-OM in_person cancelled'],
    ['Merz said Modi had invited him to Delhi.', 'DE-IN visit proposed'],
    ["Macron held ministers' talks with Oman.", 'FR-OM in_person held'],
  ])('%s', (text, expected) => expect(read(null, text)[0]).toBe(expected));

  it('keeps what they met for as news when it came of the meeting', () =>
    expect(read(null, 'Carney and Modi have agreed to restart trade talks after meeting in Oslo.')).toEqual([
      'CA-IN talks agreed',
      'CA-IN in_person held',
    ]));
});

describe('what goes on, is fixed, agreed or off', () => {
  it.each([
    ['Merz in South Korea for first time', 'DE-KR visit underway'],
    ['Lavrov in Wonsan to meet Kim', 'KP-RU in_person underway'],
    ["Kim's armoured train rolls into Beijing", 'CN-KP visit underway'],
    ['Afghan Taliban, Pakistan resume talks in Istanbul', 'AF-PK in_person underway'],
    ['Witkoff meeting Putin in Kremlin', 'RU-US in_person underway'],
    ['Leaders of Kenya, Uganda and Rwanda meeting in Arusha on border row', 'KE-RW-UG in_person underway'],
    ['Kenyan and Ugandan teams are meeting in Arusha, an official said on Sunday.', 'KE-UG in_person underway'],
    ['Tusk says he will go to Delhi next month', 'IN-PL visit scheduled'],
    ['Aliyev, Pashinyan expected to sign treaty in Oslo on Friday', 'AM-AZ in_person scheduled'],
    ['Agreement in principle reached on Modi-Macron meeting', 'FR-IN in_person agreed'],
    // granted, not made; planned, whatever it stirs
    ['Modi granted rare second Paris state visit', 'FR-IN visit scheduled'],
    ['Merz, charmed by the palace, gets a rare Delhi state visit', 'DE-IN visit scheduled'],
    ["Modi's planned meeting with Sisi prompts questions in Lima", 'EG-IN in_person scheduled'],
    // tied to nothing beyond the semicolon; what one tries to stop
    ['Farmers may join if they like; Lavrov to visit Ankara', 'RU-TR visit scheduled'],
    ['Cuba is trying to stop Modi-Macron meeting', 'FR-IN in_person premature'],
    ['Macron trying to dodge meeting with Modi', 'FR-IN in_person declined'],
    ['Macron, Merz call on Putin to meet Zelensky', 'RU-UA in_person proposed'],
    ["Macron's visit to Ankara which had been set for Monday was cancelled.", 'FR-TR visit cancelled'],
    ['Putin-Macron meeting no longer taking place, aide says', 'FR-RU in_person cancelled'],
    ["Japan cancels trilateral culture ministers' meeting with China", 'CN-JP in_person cancelled'],
  ])('%s', (title, expected) => expect(read(title)[0]).toBe(expected));
});

describe('what is no contact', () => {
  it.each([
    'Macron, Modi vow closer ties',
    'Macron and Merz call for full observance of Gaza truce',
    'French and Russian farmers agree on a boycott in Oslo',
    'Macron tells Putin to stop the war',
    'Macron presses Xi on steel',
  ])('%s', (title) => expect(read(title)).toEqual([]));
});
