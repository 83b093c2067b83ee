import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { openTable } from '../../adapters/aws/table-client.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { LOCAL_TABLE, type LocalDatabase, openDynalite } from '../../adapters/local/dynalite-server.ts';
import { aDossier, aFeedState, anAlert, anItem, anItemRecord, aStory, T0 } from '../builders.ts';

let database: LocalDatabase;
beforeEach(async () => {
  database = await openDynalite(null);
});
afterEach(() => database.close());
const open = (clock = virtualClock(T0)) =>
  openDynamoStore({ client: database.client, tableName: LOCAL_TABLE, clock, retentionDays: 30, meter: (use) => void uses.push(use) });
const uses: { readonly operation: string; readonly readUnits: number; readonly writeUnits: number }[] = [];
const used = async (run: () => Promise<unknown>) => {
  uses.length = 0;
  await run();
  return uses.map(({ operation }) => operation);
};

type Change = (output: Record<string, unknown>, input: Record<string, unknown>) => Record<string, unknown>;
/** Changes the answers of one kind of command, as a table in trouble would. */
function onAnswer(command: string, change: Change): void {
  database.client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (context['commandName'] !== command) return answer;
      return {
        ...answer,
        output: { ...answer.output, ...change(answer.output as Record<string, unknown>, args.input as Record<string, unknown>) },
      };
    },
    { step: 'initialize', priority: 'high' },
  );
}

describe('rows', () => {
  test('attributes that a later version added survive an update', async () => {
    const store = open();
    await store.dossiers.commit(aDossier(), null, 'a');
    const Key = { pk: 'DOSSIER#leader:RU-US', sk: 'DOSSIER' };
    await database.client.send(
      new UpdateCommand({
        TableName: LOCAL_TABLE,
        Key,
        UpdateExpression: 'SET later = :x',
        ExpressionAttributeValues: { ':x': { deep: 1 } },
      }),
    );
    await store.dossiers.commit(aDossier({ version: 2 }), null, 'b');
    const { Item } = await database.client.send(new GetCommand({ TableName: LOCAL_TABLE, Key }));
    expect(Item).toMatchObject({ later: { deep: 1 }, version: 2, v: 1 });
  });

  test('a row that would come near the limit is refused by name', async () => {
    let seed = 1;
    const noise = Array.from({ length: 300_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (seed % 20_000));
    }).join('');
    const record = anItemRecord({ item: anItem({ id: 'huge', content: noise }) });
    await expect(open().items.add([record])).rejects.toThrow(/storing item huge of feed example-wire: \d+ bytes/);
  });

  test('what has expired is hidden before it is deleted', async () => {
    const clock = virtualClock(T0);
    const store = open(clock);
    await store.items.add([anItemRecord()]);
    await store.stories.putStory(aStory(), 'leader:RU-US', 1);
    clock.set('2026-05-01T00:00:00.000Z');
    expect(await store.items.get('item-1')).toBeNull();
    expect(await store.archive.getStory('story-1')).toBeNull();
    const listing = { limit: 9, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };
    expect((await store.archive.listItems(listing)).rows).toEqual([]);
  });
});

describe('calls', () => {
  test('an unchanged poll costs one read; a repeat costs one read of its dossier; claim and settle one write each', async () => {
    const store = open();
    await store.feeds.writeState(aFeedState());
    expect(await used(() => store.feeds.readState('example-wire'))).toEqual(['get']);
    expect(uses[0]?.readUnits).toBe(0.5);
    await store.dossiers.commit(aDossier(), null, 'a');
    expect(await used(() => store.dossiers.read('leader:RU-US'))).toEqual(['get']);
    await store.alerts.add(anAlert({ state: 'pending', attempts: 0 }));
    expect(await used(() => store.alerts.claim('alert-1', 'me', T0, T0))).toEqual(['update']);
    expect(await used(() => store.alerts.settle('alert-1', 'me', { state: 'sent', at: T0, receipt: null, reason: null }))).toEqual([
      'update',
    ]);
  });

  test('a feed that is taken for new is asked for a second time, for certain', async () => {
    expect(await used(() => open().feeds.readState('nobody'))).toEqual(['get', 'get']);
  });

  test('what a batch leaves unprocessed is asked for again', async () => {
    const waits: number[] = [];
    const table = openTable({ client: database.client, tableName: LOCAL_TABLE, wait: async (ms) => void waits.push(ms) });
    const rows = Array.from({ length: 30 }, (_, n) => ({ pk: `P#${n}`, sk: 'S', n }));
    let refusals = 2;
    onAnswer('BatchWriteItemCommand', (_, input) => {
      refusals -= 1;
      return refusals >= 0 ? { UnprocessedItems: input['RequestItems'] } : {};
    });
    await table.putMany(rows);
    expect(waits).toEqual([100, 200]);
    let cuts = 1;
    onAnswer('BatchGetItemCommand', (_, input) => {
      cuts -= 1;
      return cuts >= 0 ? { Responses: {}, UnprocessedKeys: input['RequestItems'] } : {};
    });
    const keys = rows.map(({ pk, sk }) => ({ pk, sk }));
    expect((await table.getMany(keys)).rows.map((row) => row['n'])).toEqual(rows.map(({ n }) => n));
  });

  test('a batch that is never processed ends in an error that says so', async () => {
    const table = openTable({ client: database.client, tableName: LOCAL_TABLE, wait: async () => {} });
    onAnswer('BatchWriteItemCommand', (_, input) => ({ UnprocessedItems: input['RequestItems'] }));
    await expect(table.putMany([{ pk: 'P', sk: 'S' }])).rejects.toThrow('writing rows: DynamoDB left 1 unprocessed');
  });

  test('a commit whose answer was lost and that is sent again is our success, and so is a state', async () => {
    const store = open();
    let isFirst = true;
    database.client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        if (!isFirst) return answer;
        isFirst = false;
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    expect(await store.dossiers.commit(aDossier(), null, 'mine')).toBe('stored');
    isFirst = true;
    expect(await store.feeds.writeState(aFeedState())).toBe('stored');
    expect(await store.feeds.writeState(aFeedState({ etag: '"other"' }))).toBe('conflict');
  });
});
