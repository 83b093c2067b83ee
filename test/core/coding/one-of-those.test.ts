import { expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { buildLexicon } from '../../../core/coding/lexicon/lexicon.ts';

it('reads "organising one" as the contact that was just named: possible, and premature', () => {
  const title = 'The Kremlin does not rule out a meeting between Putin and Trump, but it is premature to talk about organising one';
  const { contacts } = codeItem({ id: '1', title, text: null, date: '2026-01-20', outlet: null, lang: 'en' }, buildLexicon());
  expect(contacts.map(({ parties, status }) => `${parties.join('-')} ${status}`)).toEqual(['RU-US possible', 'RU-US premature']);
});
