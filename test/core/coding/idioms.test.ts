import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

const read = (title: string | null, text: string | null = null) => {
  const { contacts, denials } = coded('2025-08-12', title, text);
  return {
    contacts: contacts.filter(({ background }) => !background).map((one) => `${one.parties.join('-')} ${one.form} ${one.status}`),
    denials: denials.map(({ by, strength }) => `${by} ${strength}`),
  };
};

describe('what goes on behind a relative clause', () => {
  it.each([
    ['A summit between Putin and Macron, which was due to open on Friday, has been postponed.', 'FR-RU in_person postponed'],
    ["Macron's visit to Moscow, which was to have begun on Friday, was cancelled at the last moment.", 'FR-RU visit cancelled'],
    ['A meeting between Putin and Macron, who last met in June, is possible, Peskov said.', 'FR-RU in_person possible'],
    ['A meeting between Putin and Macron, who last met in June, is not on the agenda.', 'FR-RU in_person premature'],
  ])('%s', (text, expected) => expect(read(null, text).contacts).toContain(expected));
});

describe('who takes part', () => {
  it.each([
    ['Putin to Macron: let us sit down in Geneva', 'FR-RU in_person proposed'],
    ['Talk to Putin, Merz tells Macron', 'FR-RU talks proposed'],
    ['Merz wins nod from Putin, Macron for sit-down', 'FR-RU in_person agreed'],
    ['Putin sends Macron hand-delivered letter', 'FR-RU letter held'],
    ['Macron gives Moscow a miss', 'FR-RU visit declined'],
    ["Macron's Doha layover deferred", 'FR-QA visit postponed'],
    ["Macron's Moscow trip is off, Elysee says", 'FR-RU visit cancelled'],
    ['Macron held talks with arch rival Putin', 'FR-RU in_person held'],
    ['Iran, Saudi Arabia to exchange visits', 'IR-SA visit scheduled'],
    ["Macron is in Russia for talks with the country 's leaders", 'FR-RU in_person underway'],
  ])('%s', (title, expected) => expect(read(title).contacts).toContain(expected));
  it.each([
    "France's foreign minister summons the Russian ambassador over spying on French phone calls",
    "Guatemala's president denies signing a new asylum deal with US",
  ])('nobody: %s', (title) => expect(read(title).contacts).toEqual([]));
});

describe('a contact and its denial', () => {
  it.each([
    ['Paris has agreed to no Putin visit, ministry says, contradicting Moscow', 'FR-RU visit denied', 'FR denied'],
    ["'We are not in secret talks with Macron's people': Kremlin on Le Monde story", 'FR-RU talks denied', 'RU denied'],
    ['Moscow dismisses as groundless speculation that Putin met Macron', 'FR-RU in_person denied', 'RU rejected'],
    ["Kremlin says talk of Putin-Macron summit is 'made up'", 'FR-RU in_person denied', 'RU fake'],
  ])('%s', (title, contact, denial) => {
    expect(read(title).contacts).toContain(contact);
    expect(read(title).denials).toContain(denial);
  });
});

describe('what is said around a contact', () => {
  it.each([
    ['Macron was to have met Putin on Friday.', 'FR-RU in_person cancelled'],
    ["'Hereby revoked': Macron on talks with Russia", 'FR-RU talks cancelled'],
    ["Putin-Macron meeting: 'we are nowhere near it yet, not there yet'", 'FR-RU in_person premature'],
    ["'Nothing in the diary yet': Kremlin on Putin-Macron phone call", 'FR-RU phone premature'],
    ['No French minister will visit Moscow this year, Paris says', 'FR-RU visit declined'],
    ["Macron's supper with Putin slips by a week", 'FR-RU in_person postponed'],
    ['Putin-Macron meeting not lined up as of now, Kremlin says', 'FR-RU in_person premature'],
    ['Talks between Iran and Oman that were to open on Friday will be held at some later date.', 'IR-OM talks postponed'],
    ['Macron strolls along the quay with Putin in Oslo', 'FR-RU in_person held'],
    ['Roses for Macron as he steps off the plane in Moscow', 'FR-RU visit underway'],
    ['Macron said he would sit across the table from Putin', 'FR-RU in_person scheduled'],
    ['The French secretary of state had been due in Moscow on Friday.', 'FR-RU visit cancelled'],
    ['Macron was to have held talks with Putin on Friday.', 'FR-RU in_person cancelled'],
    ["Macron's Moscow leg dropped from tour", 'FR-RU visit cancelled'],
    ["'Nothing in the diary yet': Palace on Macron-Putin phone chat", 'FR-RU phone premature'],
  ])('%s', (title, expected) => expect(read(title).contacts).toContain(expected));
});

describe('who denies in which words', () => {
  it.each([
    ["Paris says Macron and Putin spoke on Monday; 'no such conversation,' Kremlin retorts", 'RU denied'],
    ["Kremlin contradicts Paris: nobody asked Macron's aides in", 'RU denied'],
    ["'A fairy story': Kremlin on charge that it armed the rebels", 'RU fake'],
    ['Kremlin exposes deepfake of Putin', 'RU fake'],
    ['Kremlin gives short shrift to claims of a plot', 'RU rejected'],
  ])('%s', (title, expected) => expect(read(title).denials).toContain(expected));
  it('not who says that nothing is planned', () => {
    expect(read('Peskov said nothing of the kind was in preparation.').denials).toEqual([]);
  });
  it('denies a call that a newspaper tells of', () => {
    expect(read('Peskov: no Putin-Macron phone call on Monday, newspaper story pure fiction').contacts).toContain('FR-RU phone denied');
  });
});
