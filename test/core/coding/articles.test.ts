import { describe, expect, it } from 'vitest';
import { OFFER_AND_SILENCE, POSSIBLE_AND_PREMATURE } from './articles.ts';
import { coded } from './reading.ts';

const code = ({ title, text, date }: typeof OFFER_AND_SILENCE) => coded(date, title, text);

describe('reads the first article whole', () => {
  const { contacts, denials } = code(POSSIBLE_AND_PREMATURE);
  const leaders = contacts.filter((contact) => contact.level === 'leader');
  const find = (status: string) => leaders.find((contact) => contact.status === status);

  it('possible and premature together, said by Peskov for Russia', () => {
    expect(leaders[0]).toMatchObject({ parties: ['RU', 'US'], status: 'possible', conditional: false, background: false, side: 'RU' });
    expect(find('premature')).toMatchObject({ parties: ['RU', 'US'], speaker: 'peskov', side: 'RU' });
  });
  it('the agreement in principle is background, from the Elysee', () => {
    expect(find('agreed')).toMatchObject({ parties: ['RU', 'US'], background: true, speaker: 'elysee', behalf: 'FR' });
  });
  it('Blinken and Lavrov are scheduled for 24 February', () => {
    expect(contacts.find((contact) => contact.status === 'scheduled')).toMatchObject({
      parties: ['RU', 'US'],
      leaders: ['blinken', 'lavrov'],
      level: 'minister',
      date: '2022-02-24',
      background: false,
    });
  });
  it('the dialogue of foreign ministers is willing, at their level', () => {
    expect(contacts.find((contact) => contact.status === 'willing')).toMatchObject({ level: 'minister', parties: ['RU', 'US'] });
  });
  it('the security council, its agenda and the letter are no contacts', () => {
    expect(contacts.map((contact) => contact.status).sort()).toEqual(['agreed', 'possible', 'premature', 'scheduled', 'willing']);
  });
  it('the list is denied as a fake by Peskov for Russia', () => {
    expect(denials[0]).toMatchObject({ by: 'RU', by_name: 'peskov', strength: 'fake', about_contact: false });
  });
});

describe('reads the second article whole', () => {
  const { contacts } = code(OFFER_AND_SILENCE);
  const all = (status: string) => contacts.filter((contact) => contact.status === status);

  it('the Kremlin is willing, at any time', () => {
    expect(contacts[0]).toMatchObject({ parties: ['RU', 'US'], status: 'willing', side: 'RU', level: 'leader', background: false });
  });
  it('Monday is still possible, on condition', () => {
    expect(all('possible')[0]).toMatchObject({ conditional: true, date: '2021-03-22', via: 'tass' });
  });
  it('the offer waits for an answer, with two slots', () => {
    expect(all('proposed')[0]).toMatchObject({ side: 'US', alternatives: ['2021-03-19', '2021-03-22'] });
  });
  it('Friday is unlikely, says Psaki', () => {
    expect(all('premature')[0]).toMatchObject({ date: '2021-03-19', speaker: 'psaki', behalf: 'US' });
  });
  it('silence is declared to be a refusal, once', () => {
    expect(all('declined')).toHaveLength(1);
    expect(all('declined')[0]).toMatchObject({ parties: ['RU', 'US'], speaker: 'peskov' });
  });
  it('the first call is background, held by phone', () => {
    expect(all('held')).toHaveLength(1);
    expect(all('held')[0]).toMatchObject({ form: 'phone', background: true });
  });
  it('the ministry prepares it', () => {
    expect(all('agreed')[0]).toMatchObject({ parties: ['RU', 'US'], level: 'leader' });
  });
  it('the video link is the form that is spoken of', () => {
    expect(contacts.some((contact) => contact.form === 'video')).toBe(true);
  });
  it('the trip to the state of Georgia is no contact', () => {
    expect(contacts.every((contact) => contact.form !== 'visit')).toBe(true);
  });
});
