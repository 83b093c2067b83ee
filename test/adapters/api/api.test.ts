import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { ANSWERS } from '../../../adapters/api/schemas.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import type { Store } from '../../../core/ports.ts';
import { aDevelopment, aStory, T0 } from '../../builders.ts';
import { sampleStore, sampleStoreWithGathering } from '../../web/sample-store.ts';
import { apiOf, get } from './api-of.ts';

const ask = (api: Hono, path: string, init?: RequestInit) => api.request(`http://127.0.0.1${path}`, init);

type DevelopmentPage = z.output<(typeof ANSWERS)['DevelopmentPage']>;

describe('the query API', () => {
  let store: Store;
  let api: Hono;
  beforeAll(async () => {
    store = await sampleStore();
    api = apiOf(store).api;
  });

  it('lists stories, the last moved first, with their ladder', async () => {
    const { rows, cursor } = await get(api, ANSWERS.StoryPage, '/stories?filter=parties:RU,US');
    expect(rows.map((row) => row.id)).toEqual(['budapest']);
    expect(rows[0]?.path.map((step) => step.status)).toEqual(['willing', 'proposed', 'agreed', 'scheduled', 'postponed']);
    expect(cursor).toBeNull();
  });

  it('tells one story with its facts and its timeline', async () => {
    const { story, facts, timeline } = await get(api, ANSWERS.StoryDetail, '/stories/budapest');
    expect(story.sides).toEqual([
      { party: 'RU', status: 'willing', at: '2026-03-01T09:00:00.000Z' },
      { party: 'US', status: 'postponed', at: '2026-03-08T09:00:00.000Z' },
    ]);
    expect(facts).toHaveLength(5);
    expect(timeline.map((row) => row.sequence)).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells of a summit who meets inside it, and of those who meet which summit it is, with the reason', async () => {
    const gathering = apiOf(await sampleStoreWithGathering()).api;
    const summit = await get(gathering, ANSWERS.StoryDetail, '/stories/lake-summit');
    expect(summit.pairs).toMatchObject([{ id: 'at-the-lake', parties: ['CN', 'IN'], because: 'the same summit by name' }]);
    expect(summit).toMatchObject({ inside: null, parent: null, children: [] });
    const pair = await get(gathering, ANSWERS.StoryDetail, '/stories/at-the-lake');
    expect(pair).toMatchObject({ inside: { id: 'lake-summit', summit: 'G20 summit', because: 'the same summit by name' }, pairs: [] });
    expect(await get(gathering, ANSWERS.StoryDetail, '/stories/by-the-sea')).toMatchObject({ inside: null, pairs: [] });
  });

  it('answers for a merged story with its target, and lists only that', async () => {
    const merged = openMemoryStore();
    await merged.stories.putStory(aStory({ id: 'old', mergedInto: 'new' }), 'leader:RU-US', 1);
    await merged.stories.putStory(aStory({ id: 'new' }), 'leader:RU-US', 1);
    const merging = apiOf(merged).api;
    expect((await get(merging, ANSWERS.StoryDetail, '/stories/old')).story.id).toBe('new');
    expect((await get(merging, ANSWERS.StoryPage, '/stories')).rows.map((row) => row.id)).toEqual(['new']);
  });

  it('explains an item: what was read, what became of it', async () => {
    const { stored, decisions, developments, today } = await get(api, ANSWERS.Explanation, '/items/item-refusal-1/explanation');
    expect(stored.coded.contacts[0]?.evidence.operators[0]?.words).toBe('ruled out');
    expect(decisions[0]?.outcome).toBe('development');
    expect(developments[0]?.id).toBe('refusal-dev-1');
    expect(today).toBeNull();
  });

  it("sets what today's rules read beside what was read then", async () => {
    const coder = apiOf(store, {
      codeNow: (item) => ({ id: item.id, relevance: 0, readAs: 'en', contacts: [], denials: [], gaps: [] }),
    }).api;
    const { isSameToday, stored, today } = await get(coder, ANSWERS.Explanation, '/items/item-call-0/explanation');
    expect([isSameToday, stored.coded.contacts.length, today?.contacts.length]).toEqual([false, 1, 0]);
  });

  it('shows feeds with their health, never the keys in their addresses', async () => {
    const { feeds } = await get(api, ANSWERS.FeedList, '/feeds');
    expect(feeds.map((feed) => [feed.id, feed.health])).toEqual([
      ['example-wire', 'healthy'],
      ['morning-ledger', 'healthy'],
      ['danube-post', 'failing'],
      ['seine-courier', 'silent'],
      ['volga', 'waiting'],
    ]);
    expect(feeds[1]?.drift).toContain('18 of 20 items');
    expect(JSON.stringify(feeds)).not.toContain('secret');
  });

  it('lists planned contacts in order, the one that is off as cancelled', async () => {
    const { contacts } = await get(api, ANSWERS.Calendar, '/calendar');
    expect(contacts.map((each) => [each.storyId, each.start, each.standing])).toEqual([
      ['call', '2026-03-08', 'confirmed'],
      ['budapest', '2026-03-20', 'cancelled'],
      ['geneva', '2026-03-24', 'confirmed'],
    ]);
  });

  it('says how it is', async () => {
    expect(await get(api, ANSWERS.Health, '/health')).toMatchObject({ status: 'stale', refreshSeconds: 2 });
    expect(await get(apiOf(openMemoryStore()).api, ANSWERS.Health, '/health')).toMatchObject({ status: 'starting' });
  });

  it('sends nothing again to one who has it', async () => {
    const first = await ask(api, '/stories');
    const etag = first.headers.get('etag') ?? '';
    const second = await ask(api, '/stories', { headers: { 'if-none-match': `W/${etag}` } });
    expect([first.status, second.status, await second.text()]).toEqual([200, 304, '']);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
  });
});

describe('a refusal of the query API', () => {
  let api: Hono;
  beforeAll(async () => {
    api = apiOf(await sampleStore()).api;
  });

  it.each([
    ['/stories?filter=statuss:held', 400, 'bad-filter'],
    ['/stories?filter=severity:major', 400, 'bad-filter'],
    ['/items?filter=text:x%20since:2020-01-01', 400, 'bad-filter'],
    ['/stories?limit=0', 400, 'bad-parameter'],
    ['/stories?limit=101', 400, 'bad-parameter'],
    ['/stories?limit=ten', 400, 'bad-parameter'],
    ['/stories?filtr=x', 400, 'bad-parameter'],
    ['/stories?cursor=abc', 400, 'bad-cursor'],
    ['/stories/nobody', 404, 'not-found'],
    ['/items/nobody/explanation', 404, 'not-found'],
    ['/nothing', 404, 'not-found'],
    ['/out/nothing', 404, 'not-found'],
  ])('%s is a problem document', async (path, status, kind) => {
    const response = await ask(api, path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: `urn:summitwire:problem:${kind}`, status });
  });

  it('points at the column of a filter and suggests', async () => {
    const response = await ask(api, '/stories?filter=level:leader%20statuss:held');
    expect(await response.json()).toMatchObject({ parameter: 'filter', column: 14, suggestion: 'status:held' });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is not there: it can only be read', async (method) => {
    const response = await ask(api, '/stories', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('never lets out what failed inside, and logs it', async () => {
    const broken = openMemoryStore();
    const secret = 'ResourceNotFoundException: table summitwire-table-7f';
    const { api: failing, logged } = apiOf({
      ...broken,
      archive: { ...broken.archive, listStories: () => Promise.reject(new Error(secret)) },
    });
    const response = await ask(failing, '/stories');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('summitwire-table');
    expect(JSON.stringify(logged)).toContain(secret);
  });
});

describe('the cursor', () => {
  const many = async (): Promise<Store> => {
    const store = openMemoryStore();
    for (let i = 0; i < 30; i += 1) await store.developments.add(development(i), T0);
    return store;
  };
  const development = (i: number) =>
    aDevelopment({ id: `d${String(i).padStart(2, '0')}`, at: `2026-03-01T00:${String(i).padStart(2, '0')}:00.000Z` });
  const ids = (page: DevelopmentPage): string[] => page.rows.map((row) => row.id);

  it('turns the pages without a gap or a repeat while new rows come in', async () => {
    const store = await many();
    const { api } = apiOf(store);
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null; page += 1) {
      const answer: DevelopmentPage = await get(
        api,
        ANSWERS.DevelopmentPage,
        `/developments?limit=7&cursor=${cursor}`.replace(/&cursor=$/, ''),
      );
      seen.push(...ids(answer));
      cursor = answer.cursor;
      await store.developments.add(aDevelopment({ id: `late${page}`, at: `2026-03-02T00:0${page}:00.000Z` }), T0);
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => development(29 - i).id));
  });

  it('is refused when its content is changed under its signature, for another question, and after a day', async () => {
    const store = await many();
    const { api } = apiOf(store);
    const cursor = (await get(api, ANSWERS.DevelopmentPage, '/developments?limit=7')).cursor ?? '';
    const [body = '', signature = ''] = cursor.split('.');
    const content: unknown[] = JSON.parse(Buffer.from(body, 'base64url').toString());
    const otherRow = Buffer.from(JSON.stringify(content.with(2, 'DOSSIER#secret'))).toString('base64url');
    const changed = `${otherRow}.${signature}`;
    expect((await ask(api, `/developments?cursor=${changed}`)).status).toBe(400);
    expect((await ask(api, `/developments?cursor=${cursor}&filter=severity:major`)).status).toBe(400);
    expect((await ask(api, `/denials?cursor=${cursor}`)).status).toBe(400);
    expect((await ask(api, `/developments?cursor=${cursor}`)).status).toBe(200);
    const tomorrow = apiOf(store, { clock: { now: () => '2026-03-10T09:00:01.000Z' } }).api;
    expect((await ask(tomorrow, `/developments?cursor=${cursor}`)).status).toBe(400);
  });

  it('keeps the "now" of its first page, so that since: means the same on each', async () => {
    const store = await many();
    const soon = apiOf(store, { clock: { now: () => '2026-03-02T00:10:00.000Z' } }).api;
    const later = apiOf(store, { clock: { now: () => '2026-03-02T00:25:00.000Z' } }).api;
    const { cursor } = await get(soon, ANSWERS.DevelopmentPage, '/developments?limit=10&filter=since:24h');
    const rest = await get(later, ANSWERS.DevelopmentPage, `/developments?limit=100&filter=since:24h&cursor=${cursor}`);
    expect(ids(rest).at(-1)).toBe('d10');
  });

  it('says nothing about the table to one who reads it', async () => {
    const cursor = (await get(apiOf(await many()).api, ANSWERS.DevelopmentPage, '/developments?limit=7')).cursor ?? '';
    expect(Buffer.from(cursor.split('.')[0] ?? '', 'base64url').toString()).not.toMatch(/pk|sk|gsi/);
  });
});
