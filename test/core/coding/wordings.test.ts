import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';
import { WORDINGS } from './wordings.ts';

function statusOf(title: string): string | null {
  const { contacts } = coded('2025-10-15', title);
  return contacts.find((contact) => !contact.background)?.status ?? null;
}

describe('every status is read in the words that newsrooms have for it', () => {
  it('has at least forty wordings for each', () => {
    for (const [status, titles] of Object.entries(WORDINGS)) expect(titles.length, status).toBeGreaterThanOrEqual(40);
  });
  for (const [status, titles] of Object.entries(WORDINGS))
    it.each(titles)(`${status}: %s`, (title) => expect(statusOf(title)).toBe(status));
});
