import { describe, expect, it } from 'vitest';
import { pollFeed } from '../../../core/pipeline/poll-feed.ts';
import type { FetchResult, Store } from '../../../core/ports.ts';
import { T0 } from '../../builders.ts';
import { aFeed, aParsedFeed, aParsedItem, parsedItemNo } from '../../feed-builders.ts';
import { aPollWorld, body, failure, notAFeed, notModified, type PollWorld } from './poll-world.ts';

const feed = aFeed();
const items = (from: number, to: number, part = {}) => Array.from({ length: to - from }, (_, i) => parsedItemNo(from + i, part));
const poll = (world: PollWorld, own = feed) => pollFeed(own, world.ports);
const minutesFrom = (from: string, to: string | null): number => (Date.parse(to ?? '') - Date.parse(from)) / 60_000;

/** A world whose feed has been read once. */
async function settled(first = items(0, 10)): Promise<PollWorld> {
  const world = aPollWorld();
  world.publish(feed.id, first);
  await poll(world);
  Object.assign(world.calls, { fetches: [], parses: 0, stateReads: 0, seenReads: 0, stateWrites: 0, seenWrites: 0 });
  world.coded.length = 0;
  world.pass(10);
  return world;
}

describe('the first poll', () => {
  it('is a baseline: all is stored, and the state remembers it', async () => {
    const world = aPollWorld();
    world.publish(feed.id, items(0, 3));
    expect(await poll(world)).toMatchObject({ outcome: 'baseline', newItems: 3, revisions: 0 });
    expect(await world.state(feed.id)).toMatchObject({ version: 1, baselineAt: T0, lastSuccessAt: T0, failures: 0, intervalMinutes: 10 });
    expect(world.coded).toHaveLength(3);
  });

  it('of an empty feed is a baseline too: what comes next is news', async () => {
    const world = aPollWorld();
    world.publish(feed.id, []);
    expect(await poll(world)).toMatchObject({ outcome: 'baseline', newItems: 0 });
    world.publish(feed.id, items(0, 1));
    expect(await poll(world)).toMatchObject({ outcome: 'live', newItems: 1 });
  });

  it('that fails is no baseline', async () => {
    const world = aPollWorld();
    expect(await poll(world)).toMatchObject({ outcome: 'failed', reason: 'it answers 500' });
    world.publish(feed.id, items(0, 1));
    expect(await poll(world)).toMatchObject({ outcome: 'baseline', newItems: 1 });
  });
});

describe('what costs', () => {
  it('an unchanged feed: one read, no parse, no write', async () => {
    const world = await settled();
    world.publish(feed.id, notModified);
    expect(await poll(world)).toMatchObject({ outcome: 'unchanged' });
    expect(world.calls).toMatchObject({ parses: 0, stateReads: 1, seenReads: 0, stateWrites: 0, seenWrites: 0 });
  });

  it('the same body: one read, no parse, no write', async () => {
    const world = await settled();
    expect(await poll(world)).toMatchObject({ outcome: 'unchanged' });
    expect(world.calls).toMatchObject({ parses: 0, stateReads: 1, seenReads: 0, stateWrites: 0, seenWrites: 0 });
  });

  it('a 304 that leaves out the validators: those that were sent stand, nothing is written', async () => {
    const world = await settled();
    world.publish(feed.id, body(aParsedFeed(items(0, 11)), { etag: '"8"', lastModified: 'then' }));
    await poll(world);
    world.publish(feed.id, notModified);
    await poll(world);
    world.publish(feed.id, { ...notModified, etag: '"8"' } as FetchResult);
    await poll(world);
    expect(await world.state(feed.id)).toMatchObject({ etag: '"8"', lastModified: 'then', version: 2 });
  });

  it('a 304 with other validators: one write, so that they can be given back', async () => {
    const world = await settled();
    world.publish(feed.id, { ...notModified, etag: '"8"' } as FetchResult);
    await poll(world);
    expect(world.calls).toMatchObject({ parses: 0, stateWrites: 1, seenWrites: 0 });
    expect(await world.state(feed.id)).toMatchObject({ etag: '"8"', version: 2 });
  });

  it('an answer that is fresh beyond the interval: one write, of the hold', async () => {
    const world = await settled();
    const freshUntil = new Date(Date.parse(world.clock.now()) + 3_600_000).toISOString();
    world.publish(feed.id, { ...notModified, freshUntil } as FetchResult);
    await poll(world);
    expect(world.calls).toMatchObject({ parses: 0, stateWrites: 1 });
    expect(await world.state(feed.id)).toMatchObject({ holdUntil: freshUntil, holdScope: 'feed' });
  });

  it('a body that changed without news: the seen keys are read, nothing is written', async () => {
    const world = await settled();
    world.publish(feed.id, items(3, 10));
    expect(await poll(world)).toMatchObject({ outcome: 'nothing_new' });
    expect(world.calls).toMatchObject({ parses: 1, seenReads: 1, stateWrites: 0, seenWrites: 0 });
    expect(world.coded).toEqual([]);
  });

  it('news: only the new items are coded, one write of seen keys, then one of the state', async () => {
    const world = await settled();
    world.publish(feed.id, items(2, 12));
    expect(await poll(world)).toMatchObject({ outcome: 'live', newItems: 2 });
    expect(world.coded).toHaveLength(2);
    expect(world.calls).toMatchObject({ stateWrites: 1, seenReads: 2, seenWrites: 1 });
  });

  it('an item that left the feed long ago and comes back: one more read, no write', async () => {
    const world = await settled(items(0, 10));
    for (let n = 10; n < 100; n += 10) {
      world.publish(feed.id, items(n, n + 10));
      await poll(world);
    }
    Object.assign(world.calls, { seenReads: 0, seenWrites: 0 });
    world.publish(feed.id, [parsedItemNo(3), ...items(91, 100)]);
    expect(await poll(world)).toMatchObject({ outcome: 'nothing_new' });
    expect(world.calls).toMatchObject({ seenReads: 2, seenWrites: 0 });
  });

  it('the state of an ordinary feed is under one kilobyte, in trouble and with long validators under one and a half', async () => {
    const world = await settled();
    const validators = { etag: 'W/"67c2f1a0-1a2b3"', lastModified: 'Sun, 01 Mar 2026 08:00:00 GMT', bodyHash: 'x'.repeat(43) };
    world.publish(feed.id, body(aParsedFeed(items(1, 12)), validators));
    await poll(world);
    const state = await world.state(feed.id);
    expect(JSON.stringify(state).length).toBeLessThan(1_000);
    const asks = { ttlMinutes: 15, skipHours: [0, 1, 2, 3, 4, 5], skipDays: ['sunday'] };
    const long = {
      ...state,
      etag: `"${'x'.repeat(250)}"`,
      lastError: 'y'.repeat(200),
      asks,
      trouble: { kind: 'dead' as const, since: T0 },
    };
    expect(JSON.stringify(long).length).toBeLessThan(1_500);
  });
});

describe('an item', () => {
  it('that is edited becomes a revision of the first, once, and is coded anew', async () => {
    const world = await settled([parsedItemNo(1, { title: 'Presidents to meet on Friday' })]);
    const firstId = (await world.store.archive.listItems({ ...LISTING })).rows[0]?.item.id;
    world.publish(feed.id, [parsedItemNo(1, { title: 'Friday meeting of presidents cancelled' })]);
    expect(await poll(world)).toMatchObject({ outcome: 'live', newItems: 0, revisions: 1 });
    expect(world.coded.map(({ title }) => title)).toEqual(['Friday meeting of presidents cancelled']);
    const rows = (await world.store.archive.listItems({ ...LISTING })).rows.map(({ item }) => item);
    expect(rows.map(({ revisionOf }) => revisionOf).sort()).toEqual([firstId, null].sort());
    world.publish(feed.id, [
      parsedItemNo(1, { title: 'Friday meeting of presidents cancelled', summary: 'The two presidents will meet in Budapest. ' }),
    ]);
    expect(await poll(world)).toMatchObject({ outcome: 'nothing_new' });
  });

  it('keeps its id when its guid flips to https and its link moves', async () => {
    const world = await settled([parsedItemNo(1, { guid: 'http://wire.example/?p=1' })]);
    world.publish(feed.id, [parsedItemNo(1, { guid: 'https://wire.example/?p=1', link: 'https://wire.example/elsewhere' })]);
    expect(await poll(world)).toMatchObject({ outcome: 'nothing_new' });
  });

  it('without guid, link and words is left out, and that is said', async () => {
    const world = await settled();
    const hollow = aParsedItem({ title: null, summary: null, content: null });
    world.publish(feed.id, [hollow, parsedItemNo(50)]);
    expect(await poll(world)).toMatchObject({ newItems: 1, dropped: [expect.stringContaining('1 items without words')] });
  });

  it('beyond the thousandth of one document is left out, in the document’s own order where there are no dates', async () => {
    const world = aPollWorld();
    world.publish(feed.id, items(0, 1_500, { published: null }));
    expect(await poll(world)).toMatchObject({ newItems: 1_000, dropped: [expect.stringContaining('500 items')] });
    expect(world.coded[0]?.title).toContain(' 0th ');
    expect(world.coded.at(-1)?.title).toContain(' 999th ');
  });

  it('of the oldest date is taken in first', async () => {
    const world = await settled();
    const dated = [2, 0, 1].map((day) => parsedItemNo(60 + day, { published: `2026-02-2${day}T08:00:00.000Z` }));
    world.publish(feed.id, dated);
    await poll(world);
    expect(world.coded.map(({ date }) => date?.slice(0, 10))).toEqual(['2026-02-20', '2026-02-21', '2026-02-22']);
  });
});

const LISTING = { limit: 500, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };

describe('a flood', () => {
  it('of old items is one haul of untold facts; a burst of true news is not', async () => {
    const world = await settled();
    world.publish(feed.id, items(100, 140, { published: '2025-01-01T08:00:00.000Z' }));
    expect(await poll(world)).toMatchObject({ outcome: 'flood', newItems: 40 });
    expect(world.events).toMatchObject([{ kind: 'flooded', feedId: feed.id, what: expect.stringContaining('sent 40 items at once') }]);
    world.pass(10);
    world.publish(feed.id, items(200, 240, { published: world.clock.now() }));
    expect(await poll(world)).toMatchObject({ outcome: 'live', newItems: 40 });
    expect(world.events).toHaveLength(1);
  });
});

describe('an item that cannot be taken in', () => {
  const poison = 'poison item that the store refuses';
  const refusing = (store: Store): Store => ({
    ...store,
    items: {
      ...store.items,
      add: async (records) => {
        if (records.some(({ item }) => item.title === poison)) throw new Error('row too large');
        await store.items.add(records);
      },
    },
  });

  it('does not hold up its neighbours, is tried three times, then parked and counted as seen', async () => {
    const world = aPollWorld(refusing);
    world.publish(feed.id, items(0, 3));
    await poll(world);
    world.publish(feed.id, [...items(1, 5), parsedItemNo(9, { title: poison })]);
    expect(await poll(world)).toMatchObject({ newItems: 2, parked: 0, reason: expect.stringContaining('1 items') });
    expect(await world.state(feed.id)).toMatchObject({ failing: [{ attempts: 1 }], etag: null, bodyHash: null });
    expect(await poll(world)).toMatchObject({ newItems: 0, parked: 0 });
    expect(await poll(world)).toMatchObject({ newItems: 1, parked: 1 });
    const { rows } = await world.store.archive.listParkedItems({ limit: 10, cursor: null });
    expect(rows).toMatchObject([{ feedId: feed.id, title: poison, error: 'row too large', attempts: 3 }]);
    expect(await poll(world)).toMatchObject({ outcome: 'unchanged' });
  });

  it('is not blamed when none of its neighbours can be taken in either: nothing is seen, nothing written', async () => {
    const world = aPollWorld((store) => ({ ...store, items: { ...store.items, add: () => Promise.reject(new Error('store is down')) } }));
    world.publish(feed.id, items(0, 50));
    await expect(poll(world)).rejects.toThrow(/store is down/);
    expect(world.calls).toMatchObject({ stateWrites: 0, seenWrites: 0 });
    expect(world.coded.length).toBeLessThan(60);
  });
});

describe('a crash', () => {
  it('between the items and what was seen brings them again with the same ids', async () => {
    let isBroken = true;
    const world = aPollWorld((store) => ({
      ...store,
      feeds: { ...store.feeds, writeSeen: (...row) => (isBroken ? Promise.reject(new Error('killed')) : store.feeds.writeSeen(...row)) },
    }));
    world.publish(feed.id, items(0, 4));
    await expect(poll(world)).rejects.toThrow('killed');
    const before = (await world.store.archive.listItems(LISTING)).rows.map(({ item }) => item.id).sort();
    isBroken = false;
    expect((await poll(world)).itemIds.toSorted()).toEqual(before);
    expect((await world.store.archive.listItems(LISTING)).rows).toHaveLength(4);
  });

  it('between what was seen and the state costs a parse, and tells nothing again', async () => {
    let isBroken = false;
    const world = aPollWorld((store) => ({
      ...store,
      feeds: { ...store.feeds, writeState: (state) => (isBroken ? Promise.reject(new Error('killed')) : store.feeds.writeState(state)) },
    }));
    world.publish(feed.id, items(0, 4));
    await poll(world);
    isBroken = true;
    world.publish(feed.id, items(0, 6));
    await expect(poll(world)).rejects.toThrow('killed');
    isBroken = false;
    expect(await poll(world)).toMatchObject({ outcome: 'nothing_new' });
  });

  it('of the faster of two pollers is no loss to the slower: it says "conflict" and leaves the state alone', async () => {
    const world = await settled();
    world.publish(feed.id, items(5, 15));
    const [first, second] = await Promise.all([poll(world), poll(world)]);
    expect([first.outcome, second.outcome].sort()).toEqual(['conflict', 'live']);
    expect((await world.state(feed.id)).version).toBe(2);
  });
});

describe('a feed that fails', () => {
  it('is asked less and less, and keeps its validators', async () => {
    const world = await settled();
    world.publish(feed.id, body(aParsedFeed(items(0, 11)), { etag: '"7"' }));
    await poll(world);
    world.publish(feed.id, failure());
    const waits: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      await poll(world);
      waits.push(minutesFrom(world.clock.now(), (await world.state(feed.id)).holdUntil));
      world.pass(10);
    }
    for (const [n, base] of [10, 20, 40, 80].entries()) expect(waits[n]).toBeGreaterThanOrEqual(base);
    expect(await world.state(feed.id)).toMatchObject({ failures: 4, etag: '"7"', lastError: 'it answers 500' });
  });

  it('because its body is no feed says so, and its validators are not believed', async () => {
    const world = await settled();
    world.publish(feed.id, { ...notAFeed, etag: '"html"' } as FetchResult);
    expect(await poll(world)).toMatchObject({
      outcome: 'failed',
      reason: 'what https://wire.example/rss gave cannot be read: it is a page',
    });
    expect(await world.state(feed.id)).toMatchObject({ failures: 1, etag: null });
  });

  it('with a 429 holds its host', async () => {
    const world = await settled();
    const retryAfter = new Date(Date.parse(world.clock.now()) + 1_800_000).toISOString();
    world.publish(feed.id, failure({ scope: 'host', retryAfter }));
    expect(await poll(world)).toMatchObject({ isHostHeld: true });
    const state = await world.state(feed.id);
    expect(state.holdScope).toBe('host');
    expect(minutesFrom(world.clock.now(), state.holdUntil)).toBeGreaterThanOrEqual(30);
  });

  it('because this machine has no network is not counted as failing', async () => {
    const world = await settled();
    world.publish(feed.id, failure({ scope: 'machine', reason: 'no network' }));
    expect(await poll(world)).toMatchObject({ outcome: 'failed', reason: 'no network' });
    expect(await world.state(feed.id)).toMatchObject({ failures: 0, holdUntil: null, lastError: 'no network' });
  });

  it('because its name cannot be resolved is counted all the same after two days: its domain may be dead', async () => {
    const world = await settled();
    world.publish(feed.id, failure({ scope: 'machine', reason: 'no such host' }));
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      await poll(world);
      world.pass(60);
    }
    expect(await world.state(feed.id)).toMatchObject({ trouble: { kind: 'dead' } });
    expect(world.events.map(({ kind }) => kind)).toEqual(['dead']);
    world.publish(feed.id, items(0, 11));
    await poll(world);
    expect(await world.state(feed.id)).toMatchObject({ failures: 0, failingSince: null, trouble: null });
  });

  it('and dies is told once, and once when it is back', async () => {
    const world = await settled();
    world.publish(feed.id, failure());
    for (let n = 0; n < 8; n += 1) {
      await poll(world);
      world.pass(300);
    }
    expect(world.events.map(({ kind }) => kind)).toEqual(['dead']);
    world.publish(feed.id, notModified);
    await poll(world);
    await poll(world);
    expect(world.events.map(({ kind }) => kind)).toEqual(['dead', 'recovered']);
    expect(await world.state(feed.id)).toMatchObject({ failures: 0, failingSince: null, lastError: null, holdUntil: null, trouble: null });
  });

  it('and ends with 410 is told, and never asked again until its config gives it another address', async () => {
    const world = await settled();
    world.publish(feed.id, { kind: 'gone', reason: 'it answers 410' });
    expect(await poll(world)).toMatchObject({ outcome: 'gone' });
    expect(world.events.map(({ kind }) => kind)).toEqual(['dead']);
    expect(await poll(world)).toMatchObject({ outcome: 'stopped' });
    expect(world.calls.fetches).toHaveLength(1);
    world.publish(feed.id, items(0, 12));
    expect(await poll(world, aFeed({ url: 'https://wire.example/new' }))).toMatchObject({ outcome: 'live', newItems: 2 });
    expect(world.events.map(({ kind }) => kind)).toEqual(['dead', 'recovered']);
  });
});

describe('a feed that falls silent', () => {
  it('is told once while it answers, and once when news comes again', async () => {
    const hourly = items(0, 10).map((item, n) => ({ ...item, published: `2026-03-01T0${7 - (n % 8)}:00:00.000Z` }));
    const world = aPollWorld();
    world.publish(feed.id, body(aParsedFeed(hourly), { etag: '"1"', lastModified: 'then' }));
    await poll(world);
    world.publish(feed.id, notModified);
    for (let hour = 0; hour < 60; hour += 1) {
      await poll(world);
      world.pass(60);
    }
    expect(world.events.map(({ kind }) => kind)).toEqual(['silent']);
    expect(await world.state(feed.id)).toMatchObject({ etag: null, lastModified: null, trouble: { kind: 'silent' } });
    world.publish(feed.id, items(0, 11));
    await poll(world);
    expect(world.events.map(({ kind }) => kind)).toEqual(['silent', 'recovered']);
    expect(world.calls.stateWrites).toBeLessThan(8);
  });
});

describe('a feed that moves', () => {
  it('is asked at its new address after three sightings on two days, and not before', async () => {
    const world = await settled();
    const moved = { ...notModified, permanentUrl: 'https://wire.example/new' } as FetchResult;
    world.publish(feed.id, moved);
    for (let n = 0; n < 5; n += 1) await poll(world);
    expect((await world.state(feed.id)).movedTo).toBeNull();
    expect(world.calls.stateWrites).toBe(2);
    world.pass(24 * 60);
    await poll(world);
    expect(await world.state(feed.id)).toMatchObject({ movedTo: 'https://wire.example/new', redirect: null });
  });

  it('is asked at its old address again when the new one fails three times', async () => {
    const world = await settled();
    world.publish(feed.id, { ...notModified, permanentUrl: 'https://wire.example/new' } as FetchResult);
    for (let day = 0; day < 3; day += 1) {
      await poll(world);
      world.pass(24 * 60);
    }
    world.publish(feed.id, failure());
    const addresses: (string | null)[] = [];
    for (let n = 0; n < 3; n += 1) {
      addresses.push((await world.state(feed.id)).movedTo);
      await poll(world);
    }
    expect(addresses).toEqual(['https://wire.example/new', 'https://wire.example/new', 'https://wire.example/new']);
    expect((await world.state(feed.id)).movedTo).toBeNull();
  });

  it('to a page that is no feed is not believed', async () => {
    const world = await settled();
    world.publish(feed.id, { ...notAFeed, permanentUrl: 'https://wire.example/maintenance' } as FetchResult);
    for (let day = 0; day < 5; day += 1) {
      await poll(world);
      world.pass(24 * 60);
    }
    expect(await world.state(feed.id)).toMatchObject({ movedTo: null, redirect: null });
  });

  it('in the config forgets validators, hash and hold of the old address, and keeps baseline and seen keys', async () => {
    const world = await settled();
    world.publish(feed.id, body(aParsedFeed(items(0, 11)), { url: 'https://wire.example/other' }));
    expect(await poll(world, aFeed({ url: 'https://wire.example/other' }))).toMatchObject({ outcome: 'live', newItems: 1 });
    expect(await world.state(feed.id)).toMatchObject({ configuredUrl: 'https://wire.example/other', url: 'https://wire.example/other' });
  });
});

describe('a publisher’s wishes', () => {
  it('stand in the feed: ttl stretches the interval, skipped hours hold it', async () => {
    const world = await settled();
    const hints = { ttlMinutes: 60, updatePeriodMinutes: null, skipHours: [9], skipDays: [], hubs: [] };
    world.publish(feed.id, aParsedFeed(items(0, 11), { hints }));
    await poll(world);
    expect(await world.state(feed.id)).toMatchObject({ intervalMinutes: 60, holdUntil: '2026-03-01T10:00:00.000Z' });
  });
});
