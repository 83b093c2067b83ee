import type { ItemRecord, ItemStore } from '../../core/ports.ts';
import { type DynamoContext, expiryOf, isExpired, partitionFor } from './dynamo-context.ts';
import { listMerged } from './dynamo-listing.ts';
import { dossierPartition, feedItemsPartition, INDEX, ITEM_LINE, itemKey, itemLineKey, parkedKey, timeKey } from './table-keys.ts';
import { packBody, ROW_VERSION, type Row, unpackBody } from './table-row.ts';

/** Puts under way at once: enough for a feed's baseline, too few to be throttled. */
const IN_FLIGHT = 8;

/** Item rows are immutable; beside each stands a line in every dossier it touches. */
export function dynamoItems(context: DynamoContext): ItemStore {
  const { table } = context;
  return {
    add: async (records) => {
      await table.putMany(records.flatMap((record) => linesOf(context, record)));
      for (let from = 0; from < records.length; from += IN_FLIGHT)
        await Promise.all(records.slice(from, from + IN_FLIGHT).map((record) => table.put(itemRow(context, record), IF_ABSENT)));
    },
    get: async (id) => {
      const row = await table.get(itemKey(id));
      return row === null || isExpired(row, context.clock.now()) ? null : unpackBody<ItemRecord>(row);
    },
    listByDossier: (key, page) =>
      listMerged<ItemRecord>(context, {
        ...page,
        sources: [{ index: null, partition: dossierPartition(key), prefix: ITEM_LINE }],
        keyOf: (_, sortKey) => itemKey(idAfterTime(sortKey)),
        decode: (row) => unpackBody<ItemRecord>(row),
      }),
    park: async (parked) => {
      await table.put({
        ...parkedKey(parked.feedId, parked.itemId),
        v: ROW_VERSION,
        body: packBody(parked, `parked item ${parked.itemId}`),
        gsi1pk: partitionFor(context, INDEX.parked, parked.itemId),
        gsi1sk: timeKey(parked.at, parked.itemId),
        expiresAt: expiryOf(context, parked.at),
      });
    },
    unpark: async ({ feedId, itemId }) => void (await table.remove(parkedKey(feedId, itemId))),
  };
}
export const IF_ABSENT = { expression: 'attribute_not_exists(#pk)' };

/** `2026-03-01T08:00:00.000Z#item-1` -> `item-1`. */
export const idAfterTime = (sortKey: string): string => sortKey.slice(sortKey.indexOf('#') + 1);

/** For filling a store in bulk, too (bench/). */
export function itemRow(context: DynamoContext, record: ItemRecord): Row {
  const { item } = record;
  return {
    ...itemKey(item.id),
    v: ROW_VERSION,
    body: packBody(record, `item ${item.id} of feed ${item.feedId}`),
    gsi1pk: partitionFor(context, INDEX.items, item.id),
    gsi1sk: timeKey(item.firstSeenAt, item.id),
    gsi2pk: feedItemsPartition(item.feedId),
    gsi2sk: timeKey(item.firstSeenAt, item.id),
    expiresAt: expiryOf(context, item.firstSeenAt),
  };
}

export const linesOf = (context: DynamoContext, { item, decisions }: ItemRecord): Row[] =>
  [...new Set(decisions.map(({ dossierKey }) => dossierKey))].map((key) => ({
    ...itemLineKey(key, item.firstSeenAt, item.id),
    v: ROW_VERSION,
    expiresAt: expiryOf(context, item.firstSeenAt),
  }));
