import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { buildLexicon } from '../../../core/coding/lexicon.ts';
import { CONDITIONS } from './conditions.ts';

const lexicon = buildLexicon();
/** Each sentence on a day when its persons were in office. */
const dayFor = (text: string): string =>
  /Biden|Scholz|Khan|Moon|Rouhani/.test(text) ? (/Moon|Rouhani|Khan/.test(text) ? '2019-10-15' : '2022-02-21') : '2025-10-15';

describe('tells what is tied to a condition', () => {
  for (const { text, reads, isConditional } of CONDITIONS)
    it(text, () => {
      const { contacts } = codeItem({ id: 'x', title: null, text, date: dayFor(text), outlet: null, lang: 'en' }, lexicon);
      const found = contacts.map((contact) => `${contact.parties.join('-')} ${contact.status}`);
      expect(
        reads.split('|').some((wanted) => found[0] === wanted),
        `${reads} among ${JSON.stringify(found)}`,
      ).toBe(true);
      expect(contacts[0]?.conditional).toBe(isConditional);
    });
});
