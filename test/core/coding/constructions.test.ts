import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { CONSTRUCTIONS, type Construction } from './constructions.ts';
import { expectReadings, lexicon } from './reading.ts';

/** "RU-UA willing if" = parties, status, then flags: `if` conditional, `bg` background, level and form where they matter. */
function read({ text, date, isTitle }: Construction): string[] {
  const { contacts } = codeItem(
    {
      id: 'x',
      title: isTitle === true ? text : null,
      text: isTitle === true ? null : text,
      date: date ?? '2025-10-15',
      outlet: null,
      lang: null,
    },
    lexicon,
  );
  return contacts.map((contact) =>
    [
      contact.parties.join('-'),
      contact.status,
      contact.conditional ? 'if' : '',
      contact.background ? 'bg' : '',
      contact.form,
      contact.level,
      contact.date ?? '',
      ...contact.alternatives,
      contact.place ?? '',
      contact.side === null ? '' : `side:${contact.side}`,
      contact.speaker === null ? '' : `says:${contact.speaker}`,
      contact.via === null ? '' : `via:${contact.via}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

describe('reads the constructions that news uses', () => {
  for (const row of CONSTRUCTIONS)
    it(`${row.n}: ${row.text}`, () => {
      const found = read(row);
      expectReadings(found, row);
      if (row.reads.length === 0 && row.not === undefined) expect(found).toEqual([]);
    });
});
