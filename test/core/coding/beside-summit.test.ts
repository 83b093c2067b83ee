import { expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { buildLexicon } from '../../../core/coding/lexicon/lexicon.ts';
import { coded } from './reading.ts';

const lexicon = buildLexicon();
const readAs = (title: string): readonly string[] =>
  coded('2024-10-23', title).contacts.map(({ parties, status, place, summit }) => `${parties.join('-')} ${status} ${place} ${summit}`);

it.each([
  ['Modi met Pezeshkian on the sidelines of the BRICS summit in Kazan', 'IN-IR held Kazan BRICS summit'],
  ['On the margins of the G20 summit in Rio, Erdogan met Meloni.', 'IT-TR held Rio G20 summit'],
  ['Modi meets Pezeshkian at the BRICS summit in Kazan', 'IN-IR held Kazan BRICS summit'],
  ['Erdogan, at the G20 summit in Rio, meets Meloni', 'IT-TR held Rio G20 summit'],
])('a meeting beside a summit takes its name and is one contact: %s', (title, reading) => {
  expect(readAs(title)).toEqual([reading]);
});

it('a summit that nothing is held beside is a contact, and so is one that a meeting only prepares', () => {
  expect(readAs('Putin hosts BRICS summit in Kazan')).toEqual([expect.stringContaining('BRICS summit')]);
  expect(readAs('Macron and Scholz meet ahead of the EU summit in Brussels')[0]).toBe('DE-FR held null null');
});

it('who talks on the sidelines stands face to face', () => {
  const { contacts } = codeItem(
    { id: 'x', title: 'Modi and Pezeshkian talk on sidelines of BRICS summit', text: null, date: '2024-10-23', outlet: null, lang: 'en' },
    lexicon,
  );
  expect(contacts.map(({ form }) => form)).toEqual(['in_person']);
});
