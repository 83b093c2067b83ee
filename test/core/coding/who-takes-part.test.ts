import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

/** "FR-RU held phone/leader [macron,putin] Oslo" for each contact of a text published in March 2026, or on another day. */
function read(text: string, date = '2026-03-11'): readonly string[] {
  const { contacts } = coded(date, null, text);
  return contacts.map(({ parties, status, form, level, leaders, place }) =>
    `${parties.join('-')} ${status} ${form}/${level} [${[...leaders].sort().join(',')}] ${place ?? ''}`.trim(),
  );
}

describe('who only tells, judges or forbids', () => {
  it.each([
    'Turkish Foreign Minister Hakan Fidan says Syrian president Ahmed al-Sharaa will have to talk to the SDF.',
    'Kenyan president William Ruto says the Congolese president must accept talks with M23.',
    'Argentina protests a visit by British Foreign Secretary David Lammy to the disputed islands.',
    'South Korea has condemned a visit by Japanese Prime Minister Sanae Takaichi to the Yasukuni shrine.',
    'Museveni sees rebels in the hope of saving the Juba talks.',
    'Seoul expressed regret over a visit by Japanese ministers to the Yasukuni war shrine.',
    "Iran's Guardian Council held a meeting on the deal with the US.",
    '"You cannot negotiate with terrorists," Netanyahu warned.',
  ])('takes no part, and those who fight at home or stay away from states make no contact: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
  it.each([
    ['For Ukraine, the summit of Trump and Putin was a disappointment.', 'RU-US'],
    ['In a blow to Ukraine, Trump and Putin agreed to meet.', 'RU-US agreed in_person/leader [putin,trump]'],
    ["Turkish President Recep Tayyip Erdogan's special envoy met Putin in Moscow.", 'RU-TR held in_person/envoy [putin] Moscow'],
    ["Protesters gathered in Oslo during President Emmanuel Macron's first official visit to Norway.", 'FR-NO held visit/leader [macron]'],
    ['Erdogan asked Fidan to travel to Damascus.', 'SY-TR proposed visit/minister [fidan] Damascus'],
    ['Serbia condemned a visit by Albanian Prime Minister Edi Rama to Kosovo.', 'AL-XK held visit/leader [rama] Kosovo'],
    ['Steve Witkoff briefed Ukrainian and NATO officials on Putin talks.', 'RU-US held'],
    ['Xi put off his trip to Tokyo. He plans to meet President Trump while attending the UN General Assembly.', 'CN-US scheduled'],
    ['Macron said he was visiting Moscow next week to meet Putin.', 'FR-RU scheduled visit/leader [macron,putin] Moscow'],
    ['Starmer headed to Brussels as Brexit talks began.', 'EU-GB'],
    ['Texas governor Greg Abbott met Norwegian prime minister Jonas Gahr Store in Austin.', 'NO-US held in_person/envoy'],
    ['Macron spoke to Putin moments before the vote.', 'FR-RU held talks/leader [macron,putin]'],
    ['Macron feared a Zelensky moment as he met Trump.', 'FR-US held in_person/leader [macron,trump]'],
    ['Cyril Ramaphosa met Congolese rebel leader Corneille Nangaa in Pretoria.', 'CD-ZA held in_person/envoy [nangaa,ramaphosa] Pretoria'],
    // adjectives with a hyphen, and the halves of Korea
    ['Sino-US trade talks resumed in Geneva.', 'CN-US underway in_person/envoy [] Geneva'],
    ['A Franco-German summit will be held in Berlin.', 'DE-FR scheduled in_person/leader'],
    ['Indo-Pak talks were called off.', 'IN-PK cancelled talks/envoy'],
    ['North Korea agrees to talks with South.', 'KP-KR agreed talks/envoy'],
    ["South Korea accepts the North's offer of talks.", 'KP-KR'],
    ["Trump and Xi push North to hold talks with South Korea's Lee.", 'KP-KR proposed talks/leader [lee]'],
    ['Rubio complained about leaks before his talks in Moscow next week.', 'RU-US scheduled'],
    // a list of one sort at the head of a title, and whose deed a noun tells of
    ["Seoul regrets Macron's sudden cancellation of Putin summit.", 'FR-RU cancelled'],
    ['Tokyo - President Emmanuel Macron will meet Putin in Oslo.', 'FR-RU scheduled in_person/leader [macron,putin] Oslo'],
  ])('leaves those who do take part: %s', (text, expected) => {
    expect(read(text).join('; ')).toContain(expected);
  });
});

describe('a name that does not travel or meet', () => {
  it.each([
    ['Trump asks his Secretary of State Marco Rubio to cancel a trip to Mexico.', 'MX-US cancelled visit/minister [rubio] Mexico'],
    ['Talks between the government of Benjamin Netanyahu and Hamas resumed in Cairo.', 'IL-PS underway in_person/envoy [] Cairo'],
    ['Kim Jong Un told a visiting envoy of Russian President Vladimir Putin that ties are firm.', 'KP-RU held talks/envoy [kim]'],
    ['ASEAN holds a summit of its defence ministers in Kuala Lumpur.', 'XX held in_person/minister [] Kuala Lumpur'],
    ['Trump tells Vance to put off his visit to Kyiv.', 'UA-US postponed visit/minister [vance] Kyiv'],
  ])('gives neither level nor leaders: %s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });
  it('leaves the surname of a premier that stands first', () => {
    expect(read('Singaporean Prime Minister Lee Hsien Loong met Xi Jinping.', '2018-06-11')).toEqual([
      'CN-SG held in_person/leader [lee,xi]',
    ]);
  });
});

describe('one contact that is spoken of twice', () => {
  it.each([
    ['Merz cancels a trip to Israel, which would have been his first visit to the country.', 'DE-IL cancelled visit/leader [merz] Israel'],
    ["Xi accepted Trump's invitation for a summit, which would be their third meeting.", 'CN-US agreed in_person/leader [trump,xi]'],
    ['Putin has agreed to meet Zelensky in Turkish-brokered talks.', 'RU-UA agreed in_person/leader [putin,zelensky]'],
    ['Japan and Australia signed a pact after five years of negotiations that will cut tariffs.', 'AU-JP held in_person/envoy []'],
    ['Oman and Iran accuse each other of sabotaging talks. Oman and Iran reject new talks.', 'IR-OM declined talks/envoy []'],
  ])('is one: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('places of somebody else', () => {
  it.each([
    ['Lavrov says Moscow is ready for new talks with Ukraine.', 'RU-UA willing talks/envoy []'],
    ['Rubio urged China to take up talks with Taiwan on his visit to Beijing.', 'CN-TW proposed talks/envoy []'],
    ['Modi met Xi and accepted an invitation to a forum in Moscow.', 'CN-IN held in_person/leader [modi,xi]'],
  ])('are not where they meet: %s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe('who is named of many', () => {
  it.each([
    ['Venezuelan President Nicolas Maduro opened the OPEC meeting in Saudi Arabia.', 'SA-VE', '2025-03-11'],
    ['Putin hosted a summit in Kazan with leaders including Xi Jinping of China and Narendra Modi of India.', 'CN-IN-RU', '2026-03-11'],
    ['Arab and European leaders met in Sharm el-Sheikh.', 'EU-XX held', '2026-03-11'],
  ])('is a party: %s', (text, expected, date) => {
    expect(read(text, date).join('; ')).toContain(expected);
  });
});
