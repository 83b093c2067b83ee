import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { renderAlert } from '../../../core/alert/render.ts';
import type { Contact } from '../../../core/coding/codebook/coded-item.ts';
import { absorbItems } from '../../../core/pipeline/absorb.ts';
import { readStory } from '../../../core/pipeline/query-story.ts';
import { isToldElsewhere } from '../../../core/pipeline/told-elsewhere.ts';
import type { Development } from '../../../core/story/development.ts';
import { aCodedItem, aContact, aDevelopment, anItem, T0 } from '../../builders.ts';

const SUMMIT = { level: 'leader', status: 'scheduled', date: '2026-03-20', place: 'Vienna', leaders: ['putin', 'trump'] } as const;
const TALKS = { level: 'minister', status: 'scheduled', date: '2026-03-12', place: 'Geneva', leaders: ['lavrov', 'rubio'] } as const;

/** Both in one poll, the ministers first: as a feed would show them. */
async function aPoll(items: readonly (readonly Partial<Contact>[])[]) {
  const store = openMemoryStore();
  const coded = new Map(
    items.map((contacts, i) => [`item-${i}`, aCodedItem({ id: `item-${i}`, contacts: contacts.map((one) => aContact(one)) })]),
  );
  const absorbed = await absorbItems(
    items.map((_, i) => ({
      item: anItem({ id: `item-${i}`, outlet: `Outlet ${i}`, title: `Headline ${i}`, effectiveAt: T0, firstSeenAt: T0 }),
      isBaseline: false,
    })),
    {
      ...{ store, clock: virtualClock(T0), ids: countingIds('writer') },
      log: { info: () => {}, warn: () => {}, error: () => {} },
      code: ({ id }) => coded.get(id) ?? aCodedItem({ id, contacts: [] }),
    },
  );
  return { store, developments: absorbed.developments };
}

const of = (developments: readonly Development[], level: string): Development =>
  developments.find((one) => one.level === level) ?? aDevelopment({ id: 'none' });
const query = (store: ReturnType<typeof openMemoryStore>) => ({
  ...store,
  ...{ clock: virtualClock(T0), knownFeeds: [], codeNow: null },
});

describe('ministers who prepare a summit', () => {
  it('are linked to it in one poll, whoever is named first, and either story shows the other', async () => {
    const { store, developments } = await aPoll([[TALKS], [SUMMIT]]);
    const [talks, summit] = [of(developments, 'minister'), of(developments, 'leader')];
    const page = { limit: 10, cursor: null };
    const [child, parent] = [await readStory(talks.storyId, page, query(store)), await readStory(summit.storyId, page, query(store))];
    expect(child).toMatchObject({ parent: { id: summit.storyId, because: 'in the weeks before the leaders meet' }, children: [] });
    expect(parent).toMatchObject({ parent: null, children: [{ id: talks.storyId, level: 'minister' }] });
    expect(child?.story.prepares).toMatchObject({ storyId: summit.storyId });
  });

  it('are told with where the summit stands', async () => {
    const { developments } = await aPoll([[TALKS], [SUMMIT]]);
    const input = { alertId: 'al-1', kind: 'development', subscriptionId: 'me', why: 'a test' } as const;
    const { text } = renderAlert({ ...input, developments: [of(developments, 'minister')] });
    expect(text).toContain('WHAT IT PREPARES\n  Putin-Trump: scheduled, Vienna, 20 Mar 2026 (in the weeks before the\n  leaders meet)');
  });

  it('are not told beside the leaders themselves', async () => {
    const beside = { ...TALKS, status: 'held', date: null, place: 'Vienna' } as const;
    const { store, developments } = await aPoll([[{ ...SUMMIT, status: 'held', date: null }], [beside], [beside]]);
    const told = await Promise.all(
      [of(developments, 'minister'), of(developments, 'leader')].map((one) => isToldElsewhere(one, store.archive)),
    );
    expect(told).toEqual([true, false]);
  });
});
