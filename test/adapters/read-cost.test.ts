import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../adapters/api/create-api.ts';
import { type LargeStore, openLargeStore } from '../../bench/large-store.ts';
import { MOST_PAGE_UNITS } from '../../core/pipeline/query.ts';

/** The same is asserted on 100,000 items by `bench/query.ts`, which the slower checks run. */
const LISTINGS = [
  '/stories',
  '/stories?limit=100',
  '/stories?filter=parties:RU,US',
  '/stories?filter=pair:RU-US',
  '/developments?limit=100',
  '/developments?filter=severity:major',
  '/denials',
  '/items?limit=100',
  '/items?filter=pair:RU-US',
  '/items?filter=feed:feed-7',
  '/items?filter=status:held',
  '/items?filter=text:nothing',
  '/stories/story-7',
];

describe('a page of answers', () => {
  const open: { large: LargeStore; api: Hono }[] = [];
  beforeAll(async () => {
    for (const items of [400, 1200]) {
      const large = await openLargeStore({ items, stories: 100, folder: null });
      const ports = { ...large.store, clock: { now: () => large.now }, knownFeeds: [], codeNow: null };
      open.push({ large, api: createApi(ports, { secret: 's', refreshSeconds: 2, log: { error: () => {} } }) });
    }
  }, 120_000);
  afterAll(async () => void (await Promise.all(open.map(({ large }) => large.close()))));

  const costs = async (api: Hono, path: string): Promise<number> =>
    Number((await api.request(`http://127.0.0.1${path}`)).headers.get('x-read-units'));

  it.each(LISTINGS)('%s reads 40 units at most', async (path) => {
    for (const { api } of open) {
      const units = await costs(api, path);
      expect(units).toBeLessThanOrEqual(MOST_PAGE_UNITS);
      expect(units).toBeGreaterThanOrEqual(/pair:|parties:/.test(path) ? 0 : 0.5);
    }
  });

  it('finds a pair by its index: what two parties have between them costs what is found', async () => {
    const { api } = open[1]!;
    const answer: { rows: unknown[]; examined: number; cursor: string | null } = JSON.parse(
      await (await api.request('http://127.0.0.1/stories?filter=parties:CN,JP')).text(),
    );
    expect([answer.examined, answer.cursor]).toEqual([answer.rows.length, null]);
  });

  it('costs the same in a store three times as large: a query, never a scan', async () => {
    const [small, large] = await Promise.all(open.map(({ api }) => costs(api, '/items')));
    expect(large).toBe(small);
  });

  it('that comes short says how much it looked at, and the next pages bring the rest', async () => {
    const { api } = open[1]!;
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    for (; cursor !== null; pages += 1) {
      const query = new URLSearchParams({ filter: 'status:held', limit: '100', ...(cursor === '' ? {} : { cursor }) });
      const page: { rows: { id: string }[]; cursor: string | null; examined: number } = JSON.parse(
        await (await api.request(`http://127.0.0.1/items?${query}`)).text(),
      );
      expect(page.examined).toBeLessThanOrEqual(2 * MOST_PAGE_UNITS);
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.cursor;
    }
    expect(pages).toBeGreaterThan(10);
    expect(seen.length).toBeGreaterThan(30);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
