import { describe, expect, it } from 'vitest';
import { CONDITION_ROWS } from '../../../core/coding/facts/data.ts';
import { CONDITIONS } from './conditions.ts';
import { coded } from './reading.ts';

/** Each sentence on a day when its persons were in office. */
const dayFor = (text: string): string =>
  /Biden|Scholz|Khan|Moon|Rouhani/.test(text) ? (/Moon|Rouhani|Khan/.test(text) ? '2019-10-15' : '2022-02-21') : '2025-10-15';

describe('tells what is tied to a condition', () => {
  for (const { text, reads, isConditional } of CONDITIONS)
    it(text, () => {
      const { contacts } = coded(dayFor(text), null, text);
      const found = contacts.map((contact) => `${contact.parties.join('-')} ${contact.status}`);
      expect(
        reads.split('|').some((wanted) => found[0] === wanted),
        `${reads} among ${JSON.stringify(found)}`,
      ).toBe(true);
      expect(contacts[0]?.conditional).toBe(isConditional);
    });
});

describe('each row of data/conditions.json', () => {
  const isTied = (title: string): boolean => coded('2025-10-15', title).contacts[0]?.conditional === true;
  it.each(CONDITION_ROWS.flatMap(({ id, reads }) => reads.map((text) => [id, text] as const)))('%s reads: %s', (_id, text) => {
    expect(isTied(text)).toBe(true);
  });
  it.each(CONDITION_ROWS.flatMap(({ id, ignores }) => ignores.map((text) => [id, text] as const)))('%s ignores: %s', (_id, text) => {
    expect(isTied(text)).toBe(false);
  });
});
