import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

/** "FR-RU held leader [macron,putin]" for each contact that is news, of a title published in March 2026. */
const read = (title: string): readonly string[] =>
  coded('2026-03-11', title)
    .contacts.filter(({ background }) => !background)
    .map(({ parties, status, level, leaders }) => `${parties.join('-')} ${status} ${level} [${[...leaders].sort().join(',')}]`);

describe('who is named beside a contact', () => {
  it.each([
    ['Macron hosts world leaders in Paris with Erdogan absent', 'FR-XX held leader [macron]'],
    ['Lula opens climate summit with Trump and Xi missing', 'BR-XX underway leader [lula]'],
    ['Putin takes centre stage at Delhi summit as Trump stays home', 'IN-RU held leader [putin]'],
    ['Rubio to meet Lavrov with Ukraine tensions high', 'RU-US scheduled minister [lavrov,rubio]'],
    ['Macron meets Xi with Taiwan in focus', 'CN-FR held leader [macron,xi]'],
    ['Allies use UN meeting to condemn arrest of Maduro', 'UN-XX held leader []'],
    ['Meloni hopes to discuss harvests with Africa with the aim of countering China', 'IT-XX willing leader [meloni]'],
  ])('is no side when he is absent, spoken of or aimed at: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
  it.each([
    ['Macron in talks with Iran on agenda of Geneva meeting', 'FR-IR'],
    ['Merz to hold talks with Brazil on climate', 'BR-DE'],
    ['Trump to hold a call on Monday with China amid rising tensions', 'CN-US'],
    ['Trump to hold a call on Monday with China high on agenda', 'CN-US'],
    ['Macron holds talks with Putin away from the cameras', 'FR-RU'],
  ])('but is one behind "talks with": %s', (title, parties) => {
    expect(read(title).join()).toContain(parties);
  });
});

describe('somebody unnamed who is sent', () => {
  it.each([
    ['Erdogan says he will send his envoys to see Putin', 'RU-TR scheduled envoy [putin]'],
    ['Macron dispatches envoys to meet Putin and Zelensky', 'FR-RU-UA scheduled envoy [putin,zelensky]'],
    ['Xi sends special envoy to meet Kim Jong Un', 'CN-KP scheduled envoy [kim]'],
    ['Lula to send envoy to Caracas', 'BR-VE scheduled envoy []'],
    ['Macron sends his adviser to meet Putin', 'FR-RU scheduled envoy [putin]'],
    ['Erdogan sent his foreign minister to Tehran', 'IR-TR held minister []'],
    ["Trump upbeat after envoy's Russia visit", 'RU-US held envoy []'],
  ])('goes in place of who sends him: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
  it.each([
    ['Putin sends foreign minister Lavrov to meet Erdogan', 'RU-TR scheduled minister [erdogan,lavrov]'],
    ['Trump sends letter to Putin', 'RU-US held leader [putin,trump]'],
    ['Trump sends message to Iranian negotiators at summit with Merz', 'DE-US held leader [merz,trump]'],
    ['Macron says all is calm as general strike disrupts summit with Merz', 'DE-FR held leader [macron,merz]'],
  ])('and who is named, or writes, does so himself: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
});

describe('leaders beside talks of their states', () => {
  it.each([
    ['Macron flatters Xi as farm talks open in Lyon', 'CN-FR underway envoy []'],
    ['Trump mocks Carney while trade talks drag on', 'CA-US underway envoy []'],
  ])('who only speak of each other do not hold them: %s', (title, expected) => {
    expect(read(title)).toEqual([expected]);
  });
  it.each([
    ['Putin, Xi all smiles as talks begin in Beijing', 'CN-RU underway leader [putin,xi]'],
    ['Europe urges Trump to stand firm ahead of Putin summit', ''],
    ['Putin is stalling, Kallas warns after Trump talks', ''],
  ])('who are named together do: %s', (title, expected) => {
    expect(read(title).join()).toBe(expected);
  });
  it('and a summit of one name is of the leader who is named before it, not of who urges or tells', () => {
    const pairs = ['Europe urges Trump to stand firm ahead of Putin summit', 'Putin is stalling, Kallas warns after Trump talks'].map(
      (title) => coded('2026-03-11', title).contacts.map(({ parties, level }) => `${parties.join('-')} ${level}`),
    );
    expect(pairs).toEqual([['RU-US leader'], ['RU-US leader']]);
  });
});

describe('when a contact takes place', () => {
  it.each([
    ['Macron was in Berlin to meet Merz when the news broke', 'held'],
    ['Macron was in Berlin to meet Merz the next day', 'scheduled'],
    ['Ships to sail again under a pact that Trump and Xi signed at their summit this week', 'held'],
    ['Allies on edge ahead of the NATO summit starting Tuesday in Oslo, where Trump will join', 'scheduled'],
    ["Diplomats don't expect Fico's trip to Minsk to bring a truce", 'scheduled'],
    ["Kyiv doubts Orban's Moscow visit will bring peace", 'scheduled'],
    ['Kyiv doubts Putin-Trump summit will take place', 'premature'],
    ['Modi rolls out red carpet to greet Macron in Delhi', 'scheduled'],
    ['In maps: the towns at the heart of the Trump-Putin summit', 'scheduled'],
    ['Merz voices hope after call with Trump', 'held'],
  ])('%s', (title, status) => {
    expect([...new Set(coded('2026-03-11', title).contacts.map((one) => one.status))]).toEqual([status]);
  });
  it('talks before a meeting to come are another contact, of the states', () => {
    expect(read('Macron will see Xi after talks next month between the two foreign ministers')).toEqual([
      'CN-FR scheduled leader [macron,xi]',
      'CN-FR scheduled envoy []',
    ]);
  });
  it('and a price that declined refuses nothing', () => {
    expect(read('Wheat declined on hope a meeting of Russian and Turkish leaders will open the ports').join()).not.toContain('declined');
  });
});

describe('a body whose summit somebody attends', () => {
  it('is no place', () => {
    expect(coded('2026-03-11', 'Macron heads to NATO summit in Ankara').contacts[0]?.place).toBe('Ankara');
  });
});

describe('a list of those from whom something is withheld', () => {
  it.each(['U.S. denies Ford, Toyota and Honda tariff relief', 'Trump denied Israel, Egypt and Jordan the waiver'])('%s', (title) => {
    expect(coded('2026-03-11', title).denials).toEqual([]);
  });
  it('and a claim of several is denied', () => {
    expect(coded('2026-03-11', 'Moscow denies Kyiv and Warsaw claims').denials).toHaveLength(1);
  });
});
