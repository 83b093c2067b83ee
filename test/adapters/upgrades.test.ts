import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { storeOn } from '../../adapters/aws/dynamo-store.ts';
import { readPollMessage } from '../../adapters/aws/poll-queue.ts';
import { openTable, type Table } from '../../adapters/aws/table-client.ts';
import { ROW_VERSION, type Row, unpackBody } from '../../adapters/aws/table-row.ts';
import { LOCAL_TABLE, openDynalite } from '../../adapters/local/dynalite-server.ts';
import { type Bill, countedTable } from '../../cli/cost/counted-table.ts';
import type { Store } from '../../core/ports.ts';
import {
  aCodedItem,
  aDenialRecord,
  aDevelopment,
  aDossier,
  aFeedState,
  anAlert,
  anItem,
  anItemRecord,
  aStory,
  aSubscription,
  T0,
} from '../builders.ts';

type World = { readonly store: Store; readonly table: Table; rows(): Promise<readonly Row[]>; close(): Promise<void> };
const clock = { now: () => T0 };
const later = (minutes: number): string => new Date(Date.parse(T0) + minutes * 60_000).toISOString();

async function inMemory(): Promise<World> {
  const bill: Bill = { calls: 0, read: 0, write: 0, byOperation: new Map() };
  const table = countedTable(bill);
  const store = storeOn({ table, clock, shards: 1, retentionDays: 400 });
  return { store, table, rows: async () => table.allRows(), close: async () => {} };
}

async function onDynalite(): Promise<World> {
  const database = await openDynalite(null);
  const table = openTable({ client: database.client, tableName: LOCAL_TABLE });
  const store = storeOn({ table, clock, shards: 1, retentionDays: 400 });
  const rows = async () => (await database.client.send(new ScanCommand({ TableName: LOCAL_TABLE }))).Items ?? [];
  return { store, table, rows, close: () => database.close() };
}

const dossier = aDossier({ stories: [aStory()], denials: [aDenialRecord()], episodes: 1 });
const development = aDevelopment({ storyId: 'story-1', sequence: 1 });
const alert = anAlert({ state: 'pending', attempts: 0, sentAt: null, receipt: null, reason: null, lease: null, dueAt: T0 });
const item = anItemRecord({ item: anItem(), coded: aCodedItem() });
const event = { id: 'trouble', feedId: 'example-wire', outlet: 'Wire', kind: 'dead' as const, since: T0, at: T0, what: 'gone' };

async function fill({ store }: World): Promise<void> {
  await store.feeds.writeState(aFeedState({ version: 1 }));
  await store.feeds.writeSeen('example-wire', 1, new Uint8Array([1, 2, 3]));
  await store.feeds.recordLiveness('w', T0, { checked: 1, changed: 0, failed: 0 });
  await store.feeds.leaveHealthEvent(event);
  await store.items.add([item]);
  await store.dossiers.commit(dossier, { developments: [development], stories: [aStory()], denials: [], dueAt: T0 }, 'token');
  await store.stories.putStory(aStory(), dossier.key, 1);
  await store.stories.putDenial(aDenialRecord(), 1);
  await store.developments.add(development, T0);
  await store.alerts.add(alert);
  await store.subscriptions.put(aSubscription());
}

/** As a later program writes rows: a higher version, attributes and fields that this one has never heard of. */
function asLater(row: Row): Row {
  const body = row['body'] === undefined ? {} : { body: JSON.stringify({ ...unpackBody<object>(row), addedLater: { kept: true } }) };
  return { ...row, ...body, v: ROW_VERSION + 1, addedLater: 'kept' };
}

/** As an earlier program wrote them: no version yet. */
function asEarlier({ v: _, ...row }: Row): Row {
  return row;
}

const UPGRADES: Record<string, (row: Row, index: number) => Row> = {
  'a later version': asLater,
  'an earlier version': asEarlier,
  'both, row by row': (row, index) => (index % 2 === 0 ? asLater(row) : asEarlier(row)),
  'both, the other way round': (row, index) => (index % 2 === 1 ? asLater(row) : asEarlier(row)),
};

describe.each([
  ['in memory', inMemory],
  ['on dynalite', onDynalite],
] as const)('rows of other versions, %s', (_, open) => {
  it.each(Object.keys(UPGRADES))('of %s are read, worked on, and keep what this version does not know', async (name) => {
    const world = await open();
    try {
      await fill(world);
      for (const [index, row] of (await world.rows()).entries()) await world.table.put((UPGRADES[name] ?? asLater)(row, index));
      await readsAll(world.store);
      const fromLater = (await world.rows()).filter(({ addedLater }) => addedLater !== undefined).map(({ pk, sk }) => `${pk} ${sk}`);
      await worksOn(world.store);
      const kept = (await world.rows()).filter(({ addedLater }) => addedLater === 'kept').map(({ pk, sk }) => `${pk} ${sk}`);
      expect(kept.sort()).toEqual(fromLater.sort());
    } finally {
      await world.close();
    }
  });
});

const listing = { limit: 10, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };

async function readsAll(store: Store): Promise<void> {
  expect(await store.feeds.readState('example-wire')).toMatchObject(aFeedState({ version: 1 }));
  expect(await store.feeds.readSeen('example-wire')).toEqual({ version: 1, keys: new Uint8Array([1, 2, 3]) });
  expect(await store.feeds.readHealthEvent('trouble')).toMatchObject(event);
  expect(await store.items.get('item-1')).toMatchObject(item);
  expect(await store.dossiers.read(dossier.key)).toMatchObject({ dossier, outbox: { developments: [development] } });
  expect((await store.archive.getStory('story-1'))?.story).toMatchObject(aStory());
  expect(await store.developments.read(development.id)).toMatchObject({ development, isFannedOut: false });
  expect(await store.alerts.get(alert.id)).toMatchObject(alert);
  expect(await store.subscriptions.list()).toMatchObject([aSubscription()]);
  expect(await store.archive.readLiveness()).toMatchObject([{ worker: 'w', checked: 1 }]);
  const listed = [
    store.archive.listStories(listing),
    store.archive.listDevelopments(listing),
    store.archive.listDenials(listing),
    store.archive.listItems(listing),
    store.archive.listAlerts(listing),
    store.archive.listFeedStates({ limit: 10, cursor: null }),
  ];
  expect((await Promise.all(listed)).map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect((await store.work.listDue('9999', 10)).map(({ kind }) => kind).sort()).toEqual(['alert', 'fan_out', 'feed_health', 'outbox']);
}

/** A dossier, a feed's state and a subscription are written whole: what a later version put into them goes round with them. */
async function worksOn(store: Store): Promise<void> {
  const state = await store.feeds.readState('example-wire');
  const known = (await store.dossiers.read(dossier.key))?.dossier;
  const [subscription] = await store.subscriptions.list();
  if (state === null || known === undefined || subscription === undefined) throw new Error('they were read a moment ago');
  expect(await store.feeds.writeState({ ...state, version: 2 })).toBe('stored');
  expect(await store.feeds.writeSeen('example-wire', 2, new Uint8Array([4]))).toBe('stored');
  expect(await store.dossiers.commit({ ...known, version: 2 }, null, 'next')).toBe('stored');
  await store.subscriptions.put({ ...subscription, state: 'confirmed' });
  await store.developments.markFannedOut(development.id);
  await store.feeds.settleHealthEvent('trouble');
  expect(await store.alerts.claim(alert.id, 'me', later(1), later(2))).toMatchObject({ attempts: 1 });
  expect(await store.alerts.settle(alert.id, 'me', { state: 'sent', at: later(1), receipt: 'r', reason: null })).toBe('stored');
  const again = await store.dossiers.read(dossier.key);
  expect(Object.keys(again?.dossier ?? {})).toEqual(expect.arrayContaining(Object.keys(known)));
  expect(await store.feeds.readState('example-wire')).toEqual({ ...state, version: 2 });
  expect(await store.alerts.get(alert.id)).toMatchObject({ state: 'sent', receipt: 'r' });
  expect(await store.work.listDue('9999', 10)).toEqual([]);
}

describe('messages of other versions', () => {
  it('are read when they say more; one of another form is refused, stays in the queue and meets the new program', () => {
    expect(readPollMessage('{"v":1,"feedIds":["a"],"addedLater":{"kept":true}}')).toMatchObject({ feedIds: ['a'] });
    expect(() => readPollMessage('{"v":2,"feeds":[]}')).toThrow('not understood');
  });
});

describe.each([
  ['in memory', inMemory],
  ['on dynalite', onDynalite],
] as const)('stories of a gathering, %s', (_, open) => {
  const summit = aStory({ id: 'summit', parties: ['BR', 'CN', 'IN', 'RU', 'ZA'], summit: 'BRICS summit', place: 'Kazan', facts: [] });
  const found = async ({ store }: World) => {
    const page = { limit: 10, cursor: null, from: null, to: null, keep: () => true };
    return (await store.archive.listByOccasion({ ...page, role: 'summit', occasions: ['name brics'] })).rows.map(({ story }) => story.id);
  };
  const occasions = async (world: World) => (await world.rows()).filter(({ pk }) => String(pk).startsWith('OCCASION#'));

  it('that an earlier program wrote are found from their next change on', async () => {
    const world = await open();
    try {
      await world.store.stories.putStory(summit, 'leader:BR-CN-IN-RU-ZA', 1);
      const { occasions: _, ...earlier } = (await world.rows()).find(({ sk }) => sk === 'STORY') ?? {};
      const older = await open();
      await older.table.put(earlier);
      expect([await found(older), (await older.store.archive.getStory('summit'))?.story]).toEqual([[], summit]);
      await older.store.stories.putStory({ ...summit, status: 'held' }, 'leader:BR-CN-IN-RU-ZA', 2);
      expect(await found(older)).toEqual(['summit']);
      await older.close();
    } finally {
      await world.close();
    }
  });

  it('get their lines once, before their row: a writer that died between leaves nothing that is lost', async () => {
    const world = await open();
    try {
      const dying = { ...world.table, update: () => Promise.reject(new Error('the process died')) };
      const store = storeOn({ table: dying, clock, shards: 1, retentionDays: 400 });
      await expect(store.stories.putStory(summit, 'leader:BR-CN-IN-RU-ZA', 1)).rejects.toThrow('died');
      const lines = await occasions(world);
      expect([lines.length, await found(world)]).toEqual([4, []]);
      await world.store.stories.putStory(summit, 'leader:BR-CN-IN-RU-ZA', 1);
      expect(await found(world)).toEqual(['summit']);
      const put: Row[] = [];
      const counted = { ...world.table, putMany: async (rows: readonly Row[]) => void put.push(...rows) };
      const again = storeOn({ table: counted, clock, shards: 1, retentionDays: 400 });
      await again.stories.putStory({ ...summit, status: 'held', lastMovedAt: later(5) }, 'leader:BR-CN-IN-RU-ZA', 2);
      expect(put).toEqual([]);
      await again.stories.putStory({ ...summit, place: 'Sochi' }, 'leader:BR-CN-IN-RU-ZA', 3);
      expect(put).toHaveLength(4);
    } finally {
      await world.close();
    }
  });

  it('keep their lines as long as their row, however long a story goes on, and an older copy shortens nothing', async () => {
    const world = await open();
    try {
      const put = async (version: number, days: number) => {
        const lastMovedAt = new Date(Date.parse(summit.lastMovedAt) + days * 86_400_000).toISOString();
        await world.store.stories.putStory({ ...summit, lastMovedAt }, 'leader:BR-CN-IN-RU-ZA', version);
      };
      const expiries = async (): Promise<number[]> => (await occasions(world)).map(({ expiresAt }) => Number(expiresAt));
      for (const [version, days] of [1, 3, 12, 40, 41].entries()) {
        await put(version + 1, days);
        const row = (await world.rows()).find(({ sk }) => sk === 'STORY');
        expect(Math.min(...(await expiries()))).toBeGreaterThanOrEqual(Number(row?.['expiresAt']));
      }
      const before = await expiries();
      await put(2, 3);
      expect(await expiries()).toEqual(before);
    } finally {
      await world.close();
    }
  });
});
