import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../core/coding/codebook/coded-item.ts';
import { floodEvent } from '../../../core/pipeline/flood-summary.ts';
import type { Haul } from '../../../core/pipeline/take-in.ts';
import { aCodedItem, aContact, anItem, T0 } from '../../builders.ts';
import { aFeed } from '../../feed-builders.ts';

const haulOf = (contacts: readonly (Partial<Contact> & { day?: number })[]): Haul => {
  const records = contacts.map(({ day = 1, ...contact }, n) => ({
    item: anItem({ id: `item-${n}`, title: `Title ${n}`, effectiveAt: `2026-02-0${day}T08:00:00.000Z` }),
    coded: aCodedItem({
      id: `item-${n}`,
      contacts: [aContact({ parties: ['RU', 'US'], leaders: [], place: null, date: null, ...contact })],
    }),
    decisions: [],
    rulesVersion: 1,
  }));
  return {
    ...{ kind: 'flood', records, revisions: [], parked: [], failing: [], ignored: 0, itemsInFeed: records.length, seen: null },
    newItems: records.map(({ item }) => item),
  };
};
const linesOf = (haul: Haul): string[] => floodEvent(aFeed(), haul, T0).what.split('\n').slice(1);

describe('the summary of a flood', () => {
  it('lists what leaders’ contacts it tells of, each matter and status once, the latest first', () => {
    const lines = linesOf(
      haulOf([
        { status: 'scheduled', day: 1 },
        { status: 'held', day: 3, place: 'Budapest' },
        { status: 'scheduled', day: 2 },
      ]),
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/: held, Budapest \(2026-02-03\): Title 1$/);
    expect(lines[1]).toMatch(/: scheduled \(2026-02-02\): Title 2$/);
  });

  it('leaves out background and lower levels, and says when nothing is left', () => {
    const event = floodEvent(aFeed(), haulOf([{ background: true }, { level: 'envoy' }]), T0);
    expect(event.what).toContain('sent 2 items at once');
    expect(event.what).toContain('None of them speaks of a contact between leaders');
  });

  it('is ten lines at most, and says how many more there are', () => {
    const lines = linesOf(haulOf(Array.from({ length: 14 }, (_, n) => ({ parties: ['RU', `X${n}`] }))));
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('and 4 more');
  });

  it('has the same id when the poll is done again', () => {
    expect(floodEvent(aFeed(), haulOf([{}, {}]), T0).id).toBe(floodEvent(aFeed(), haulOf([{}, {}]), '2026-03-01T09:00:00.000Z').id);
    expect(floodEvent(aFeed(), haulOf([{}, {}]), T0).id).not.toBe(floodEvent(aFeed(), haulOf([{}]), T0).id);
  });
});
