import type { Clock } from '../../core/ports.ts';
import type { RangeQuery, Table } from './table-client.ts';
import { shardPartition } from './table-keys.ts';
import { type Row, shardOf } from './table-row.ts';

/** What every part of the store needs. */
export type DynamoContext = {
  readonly table: Table;
  readonly clock: Clock;
  /** Partitions of each newest-first index: 1 serves to about a thousand writes a second. Growing it later is safe, shrinking hides rows. */
  readonly shards: number;
  /** Rows other than dossiers, feeds and subscriptions expire after this. */
  readonly retentionDays: number;
};

/** Epoch seconds after which DynamoDB (or the janitor) deletes a row of this time. */
export const expiryOf = (context: DynamoContext, at: string): number => Math.floor(Date.parse(at) / 1000) + context.retentionDays * 86_400;

/** DynamoDB deletes expired rows within days: until then they are hidden here. */
export const isExpired = (row: Row, now: string): boolean =>
  typeof row['expiresAt'] === 'number' && row['expiresAt'] <= Date.parse(now) / 1000;

export const partitionFor = (context: DynamoContext, kind: string, id: string): string => shardPartition(kind, shardOf(id, context.shards));
export const partitionsOf = (context: DynamoContext, kind: string): readonly string[] =>
  Array.from({ length: context.shards }, (_, shard) => shardPartition(kind, shard));

const PAGE = 1000;

/** Every row of a range, page by page: for the few small partitions that are read whole. */
export async function queryAll(table: Table, range: Omit<RangeQuery, 'limit' | 'isNewestFirst'>, sort: string): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let from = range.from; ; ) {
    const { rows, isLast } = await table.query({ ...range, from, limit: PAGE, isNewestFirst: false });
    all.push(...rows);
    const last = rows.at(-1)?.[sort];
    if (isLast || typeof last !== 'string') return all;
    from = `${last}\u0000`;
  }
}
