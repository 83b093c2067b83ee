import { createRequire } from 'node:module';
import v8 from 'node:v8';
import { expect, test } from 'vitest';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { LOCAL_TABLE, openDynalite } from '../../adapters/local/dynalite-server.ts';
import { anItemRecord, T0 } from '../builders.ts';

const fromDynalite = createRequire(createRequire(import.meta.url).resolve('dynalite'));
const { AbstractValueIterator } = createRequire(fromDynalite.resolve('level'))('abstract-level');
const everything = { limit: 10, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };

/** After a collection of garbage. */
const openIterators = (): number => v8.queryObjects(AbstractValueIterator, { format: 'count' });

test('queries leave no iterator of the database open, whether they end or stop at their limit', async () => {
  const database = await openDynalite(null);
  const store = openDynamoStore({ client: database.client, tableName: LOCAL_TABLE, clock: virtualClock(T0), retentionDays: 400 });
  const records = Array.from({ length: 30 }, (_, n) => anItemRecord({ item: { ...anItemRecord().item, id: `item-${n}` } }));
  await store.items.add(records);
  const before = openIterators();
  for (let round = 0; round < 20; round += 1) {
    await store.archive.listItems(everything);
    await store.archive.listStories(everything);
    await store.work.listDue('9999', 1);
  }
  expect(openIterators() - before).toBeLessThan(5);
  await database.close();
});
