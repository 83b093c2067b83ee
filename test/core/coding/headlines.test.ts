import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { HEADLINES, type Headline } from './headlines.ts';
import { IN_PASSING } from './in-passing.ts';
import { expectReadings, lexicon } from './reading.ts';
import { RECALLED } from './recalled.ts';
import { STILL_TO_COME } from './still-to-come.ts';

/** "RU-US scheduled phone leader bg @2025-08-15 in:Alaska side:RU": one line per contact. */
function read({ title, text, date }: Headline): string[] {
  const { contacts } = codeItem({ id: 'x', title, text: text ?? null, date: date ?? '2025-08-12', outlet: null, lang: null }, lexicon);
  return contacts.map((contact) =>
    [
      contact.parties.join('-'),
      contact.status,
      contact.form,
      contact.level,
      contact.background ? 'bg' : 'news',
      contact.conditional ? 'if' : '',
      contact.date === null ? 'undated' : `@${contact.date}`,
      contact.place === null ? 'nowhere' : `in:${contact.place.replaceAll(' ', '_')}`,
      contact.side === null ? '' : `side:${contact.side}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

describe('reads headlines as an editor would', () => {
  for (const row of [...HEADLINES, ...RECALLED, ...STILL_TO_COME, ...IN_PASSING])
    it(`${row.title}${row.text === undefined ? '' : ` / ${row.text}`}`, () => {
      const found = read(row);
      expectReadings(found, row);
      if (row.not === undefined) expect(found, 'and nothing else').toHaveLength(row.reads.length);
    });
});
