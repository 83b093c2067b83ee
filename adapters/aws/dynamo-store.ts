import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock, Store } from '../../core/ports.ts';
import { dynamoAlerts } from './dynamo-alerts.ts';
import { dynamoArchive } from './dynamo-archive.ts';
import type { DynamoContext } from './dynamo-context.ts';
import { dynamoDossiers } from './dynamo-dossiers.ts';
import { dynamoFeeds, dynamoSubscriptions } from './dynamo-feeds.ts';
import { dynamoItems } from './dynamo-items.ts';
import { dynamoDevelopments, dynamoStories } from './dynamo-stories.ts';
import { dynamoWork } from './dynamo-work.ts';
import { type Meter, openTable } from './table-client.ts';

export type DynamoStoreOptions = {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly retentionDays: number;
  /** Partitions of each newest-first index: 1 unless the table takes more than about a thousand writes a second. */
  readonly shards?: number;
  readonly meter?: Meter;
};

/** The one-table store: on AWS, and on one machine over dynalite. No transactions, no scans; docs/storage.md has its keys. */
export function openDynamoStore(options: DynamoStoreOptions): Store {
  const { client, tableName, clock, retentionDays, shards = 1, meter } = options;
  const table = openTable({ client, tableName, ...(meter === undefined ? {} : { meter }) });
  return storeOn({ table, clock, shards, retentionDays });
}

/** The same on any table: the bill is counted on one in memory (bench/bill.ts). */
export const storeOn = (context: DynamoContext): Store => ({
  feeds: dynamoFeeds(context),
  items: dynamoItems(context),
  dossiers: dynamoDossiers(context),
  stories: dynamoStories(context),
  developments: dynamoDevelopments(context),
  alerts: dynamoAlerts(context),
  subscriptions: dynamoSubscriptions(context),
  work: dynamoWork(context),
  archive: dynamoArchive(context),
});
