import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

/** "FR-RU held phone [macron,putin]" for each contact of a title published in March 2026. */
function read(title: string): readonly string[] {
  const { contacts } = coded('2026-03-11', title);
  return contacts.map(
    ({ parties, status, level, leaders }) => `${parties.join('-')} ${status} ${level} [${[...leaders].sort().join(',')}]`,
  );
}

describe('who speaks right before a clause of time', () => {
  it.each([
    ['Gaza aid must flow, Sisi says after call with Macron', 'EG-FR held leader [macron,sisi]'],
    ['Syria needs a reprieve from sanctions, Erdogan tells reporters after meeting Trump', 'TR-US held leader [erdogan,trump]'],
    ['Sudan is on the brink, Guterres warns after talks with Abiy', 'ET-UN held leader [abiy,guterres]'],
    ['Ukraine faces decisive days, leaders of Italy and Spain say after call with Trump', 'ES-IT-US held leader [trump]'],
    ['Belarus is no threat to its neighbours, Lukashenko says ahead of talks with Putin', 'BY-RU scheduled leader [lukashenko,putin]'],
    ['Israel will let aid into Gaza, said Rubio after meeting Netanyahu in Jerusalem', 'IL-US held minister [netanyahu,rubio]'],
  ])('has met, not who is spoken of: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
  it.each([
    ['Russia says Trump is in a good mood after call with Putin', 'RU-US held leader [putin,trump]'],
    ['Oslo to recognise Palestinian state after UN summit', 'NO-UN held leader []'],
  ])('but who is spoken of has, where nobody speaks there: %s', (title, expected) => {
    expect(read(title).join()).toContain(expected.slice(0, 5));
  });
});

describe('the subject of the clause that tells of the contact', () => {
  it.each([
    ['Macron says tariffs are unjust as G20 ministers gather in Durban', 'XX underway minister []'],
    ['Trump blasts Zelensky as US and Ukrainian officials hold talks in Berlin', 'UA-US held envoy []'],
    ['Modi thanks Trump as trade teams of both countries wrap up talks in Delhi', 'IN-US held envoy []'],
    ['Trump praises Putin as Witkoff holds talks in Moscow', 'RU-US held envoy [witkoff]'],
    ['Trump says Ukraine plan is no last word as officials gather for Oslo summit', 'UA-US scheduled envoy []'],
    ['Zelensky thanks Trump amid crunch talks in Geneva', 'UA-US underway envoy []'],
    ["Macron upbeat on truce after envoy's trip to Moscow", 'FR-RU held envoy []'],
    ['Fire breaks out in Athens as Macron visits the city', 'FR-GR underway leader [macron]'],
    ["The Malian government and rebels agreed on a truce at talks mediated by Chad's president", 'ML-TD held envoy []'],
    ['Kremlin says next round of talks brokered by the US will be held in May', 'RU-XX scheduled envoy []'],
    ['Macron angers Algiers by meeting the king of Morocco in Rabat', 'FR-MA held leader [macron]'],
    ['Trump aims to end the war by meeting Putin', 'RU-US scheduled leader [putin,trump]'],
    ['Macron seeks to please Moscow by meeting Putin', 'FR-RU held leader [macron,putin]'],
    ['Iran says nuclear talks will resume next week', 'IR-XX scheduled envoy []'],
    ['Macron, Meloni to hit reset in Lima', 'FR-IT scheduled leader [macron,meloni]'],
    ["Macron upbeat on truce after foreign minister's Algiers visit", 'DZ-FR held minister []'],
    [
      "Modi was told in a phone call with Turkey's president, Recep Tayyip Erdogan, that Paris would pay",
      'IN-TR held leader [erdogan,modi]',
    ],
    ["Serbia's Vucic flies to Moscow military parade with Xi", 'CN-RS-RU scheduled leader [vucic,xi]'],
    ["Austrian police arrest 40 at protest over Turkish president's visit", 'AT-TR underway leader []'],
    ["Putin hails Trump's peace plan amid crucial talks in Geneva", 'RU-US held envoy []'],
  ])('takes part, not those who speak in the other: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
  it.each([
    ['Trump and Xi trade barbs as they hold talks in Seoul', '[trump,xi]'],
    ['Putin and Modi upbeat after talks in Delhi', '[modi,putin]'],
  ])('and who is meant by "they", or named alone, is there himself: %s', (title, leaders) => {
    expect(read(title).join()).toContain(leaders);
  });
});

describe('talks that somebody brings about', () => {
  it.each([
    ['Talks involving Turkish and Armenian officials are to resume on Monday', 'AM-TR scheduled envoy []'],
    ['Moscow shells Odesa a day before talks involving European and US officials', 'EU-US scheduled envoy []'],
    ['Vatican steps back as mediator in Armenia-Azerbaijan conflict talks', 'AM-AZ underway envoy []'],
  ])('are of those who are named with them: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
});

describe('a leader who judges talks of states', () => {
  it.each([
    ['Trump: good chance of breakthrough in China tariff talks', 'CN-US underway envoy []'],
    ['Trump hails progress in China trade talks', 'CN-US held envoy []'],
    ['Trump, Canada expect headway in stalled trade talks', 'CA-US underway envoy []'],
  ])('does not hold them: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
  it('but one who says so of his own talks does', () => {
    expect(read('Trump says he made progress in talks with Putin')).toEqual(['RU-US held leader [putin,trump]']);
  });
});

describe('a state that is only spoken of', () => {
  it.each([
    ['Ukraine conflict: Putin states his case in Turkish phone call', 'RU-TR held leader [putin]'],
    ['Gaza war: Sisi hosts Macron for talks', 'EG-FR held leader [macron,sisi]'],
    ['Brazil deplores paralysis on Gaza, Ukraine at G20 meeting', 'BR-XX held envoy []'],
    ['Kishida looks forward to frank discussions on North Korea at Asean meeting', 'JP-XX willing envoy []'],
  ])('is no side: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
  it('but the state in front of a colon that acts is one', () => {
    expect(read('India: Modi hosts Putin for dinner')).toEqual(['IN-RU held leader [modi,putin]']);
  });
  it('and who has another meeting is not who cancels this one', () => {
    expect(read('North Korea threatens to rethink Trump summit, cancels South Korea talks')).toContain('KP-KR cancelled envoy []');
  });
});

describe('what somebody did meanwhile', () => {
  it.each([
    ["Putin's threats came after European leaders agreed a security plan at a meeting in Paris", 'EU held leader []'],
    ["Israel hits Yemen hours after Trump's visit to the region", 'US-XX held leader [trump]'],
    ['Trump gathers his advisers at a delicate moment in Iran talks', 'IR-US underway envoy []'],
    ["Trump's advisers meet envoys from Norway and Sweden", 'NO-SE-US held envoy []'],
    ["Putin's foreign policy aide says gas flows on as talks with Turkish officials are held in Ankara", 'RU-TR held envoy []'],
  ])('does not make him a side: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
});
