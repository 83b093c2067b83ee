import type { OccasionRole } from '../../core/story/occasion.ts';
import { PARTITIONS } from './environment.ts';
import type { RowKey } from './table-client.ts';

/**
 * Where every kind of row lives (docs/storage.md has the table with what each access costs).
 * Sort keys begin with an ISO time where rows are listed by time, and end with the id, so that they are unique and can be cursors.
 */
export const feedStateKey = (feedId: string): RowKey => ({ pk: `${PARTITIONS.feed}${feedId}`, sk: 'STATE' });
export const seenKey = (feedId: string): RowKey => ({ pk: `${PARTITIONS.feed}${feedId}`, sk: 'SEEN' });
export const healthEventKey = (id: string): RowKey => ({ pk: `${PARTITIONS.feedHealth}${id}`, sk: 'HEALTH' });
export const livenessKey = (worker: string): RowKey => ({ pk: LIVENESS_PARTITION, sk: worker });
export const itemKey = (id: string): RowKey => ({ pk: `${PARTITIONS.item}${id}`, sk: 'ITEM' });
export const itemLineKey = (dossierKey: string, at: string, id: string): RowKey => ({
  pk: dossierPartition(dossierKey),
  sk: `${ITEM_LINE}${timeKey(at, id)}`,
});
export const parkedKey = (feedId: string, itemId: string): RowKey => ({ pk: `${PARTITIONS.parked}${feedId}`, sk: itemId });
export const dossierKeyOf = (key: string): RowKey => ({ pk: dossierPartition(key), sk: 'DOSSIER' });
export const storyKey = (id: string): RowKey => ({ pk: `${PARTITIONS.story}${id}`, sk: 'STORY' });
export const developmentLineKey = (storyId: string, sequence: number, id: string): RowKey => ({
  pk: `${PARTITIONS.story}${storyId}`,
  sk: `${DEVELOPMENT_LINE}${sequenceKey(sequence)}#${id}`,
});
export const occasionLineKey = (
  occasion: string,
  role: OccasionRole,
  story: { readonly openedAt: string; readonly id: string },
): RowKey => ({
  pk: occasionPartition(occasion),
  sk: `${OCCASION_LINE[role]}${timeKey(story.openedAt, story.id)}`,
});
export const denialKey = (id: string): RowKey => ({ pk: `${PARTITIONS.denial}${id}`, sk: 'DENIAL' });
export const developmentKey = (id: string): RowKey => ({ pk: `${PARTITIONS.development}${id}`, sk: 'DEV' });
export const alertKey = (id: string): RowKey => ({ pk: `${PARTITIONS.alert}${id}`, sk: 'ALERT' });
export const subscriptionKey = (id: string): RowKey => ({ pk: SUBSCRIPTIONS_PARTITION, sk: id });

export const LIVENESS_PARTITION = PARTITIONS.liveness;
export const SUBSCRIPTIONS_PARTITION = PARTITIONS.subscriptions;
export const ITEM_LINE = 'ITEM#';
export const DEVELOPMENT_LINE = 'DEV#';
/** Greater than every character that ids and times are made of: the upper bound of a range. */
export const LAST = '\uffff';

export const OCCASION_LINE: Readonly<Record<OccasionRole, string>> = { summit: 'SUMMIT#', pair: 'PAIR#' };
export const occasionPartition = (occasion: string): string => `${PARTITIONS.occasion}${occasion}`;
export const dossierPartition = (key: string): string => `${PARTITIONS.dossier}${key}`;
export const timeKey = (at: string, id: string): string => `${at}#${id}`;
export const sequenceKey = (sequence: number): string => String(sequence).padStart(6, '0');
/** The part of a row's key after its kind: `ALERT#al_1` -> `al_1`. */
export const idIn = (partition: string): string => partition.slice(partition.indexOf('#') + 1);

/** Kinds of rows that are listed newest first (gsi1), by parties or feed (gsi2), or stand in the work index (gsi3). */
export const INDEX = {
  feeds: 'FEED',
  items: 'ITEM',
  parked: 'PARKED',
  stories: 'STORY',
  denials: 'DENIAL',
  developments: 'DEV',
  alerts: 'ALERT',
};
export const SCHEDULE = 'SCHEDULE';
/** Outboxes, developments and alerts that are still to be done; and dossiers that want to be looked at again. */
export const WORK = 'WORK';
export const TICK = 'TICK';
export const shardPartition = (kind: string, shard: number): string => `${kind}#${shard}`;
const MANY = 'MANY';
/** Rows of more than two parties share a partition: they are few, and who asks for two parties wants to find them too. */
export const manyPartition = (kind: string): string => `${kind}#${MANY}`;
export function pairPartition(kind: string, parties: readonly string[]): string {
  const joined = parties.join('-');
  return joined.split('-').length > 2 ? manyPartition(kind) : `${kind}#${joined}`;
}
export const feedItemsPartition = (feedId: string): string => `ITEM-FEED#${feedId}`;
