import { type FeedSchedule, type FeedState, scheduleOf } from '../../core/feed/feed.ts';
import type { FeedHealthEvent } from '../../core/feed/health.ts';
import type { FeedStore, SubscriptionStore } from '../../core/ports.ts';
import { type DynamoContext, expiryOf, partitionFor, partitionsOf, queryAll } from './dynamo-context.ts';
import { IF_ABSENT } from './dynamo-items.ts';
import type { RowKey } from './table-client.ts';
import {
  feedStateKey,
  healthEventKey,
  INDEX,
  idIn,
  LAST,
  livenessKey,
  SCHEDULE,
  SUBSCRIPTIONS_PARTITION,
  seenKey,
  subscriptionKey,
  WORK,
} from './table-keys.ts';
import { numberOf, packBody, ROW_VERSION, type Row, unpackBody } from './table-row.ts';

/** Feed states, seen keys, the schedule's short lines, liveness. */
export function dynamoFeeds(context: DynamoContext): FeedStore {
  const { table } = context;
  return {
    readState: async (feedId) => {
      const row = await readOften(context, feedStateKey(feedId));
      return row === null ? null : unpackBody<FeedState>(row);
    },
    writeState: (state) => writeVersion(context, feedStateKey(state.feedId), { version: state.version, set: stateRow(context, state) }),
    readSeen: async (feedId) => {
      const row = await readOften(context, seenKey(feedId));
      const keys = row?.['keys'];
      return row !== null && keys instanceof Uint8Array ? { version: numberOf(row, 'version'), keys } : null;
    },
    writeSeen: (feedId, version, keys) => writeVersion(context, seenKey(feedId), { version, set: { keys } }),
    readSchedule: async () => new Map((await Promise.all(partitionsOf(context, SCHEDULE).map((part) => readLines(context, part)))).flat()),
    recordLiveness: async (worker, at, counts) => {
      await table.put({ ...livenessKey(worker), v: ROW_VERSION, ...counts, at, expiresAt: expiryOf({ ...context, retentionDays: 7 }, at) });
    },
    ...healthEvents(context),
  };
}

type HealthEvents = Pick<FeedStore, 'leaveHealthEvent' | 'readHealthEvent' | 'settleHealthEvent'>;

/** The row stays when it was told, so that the same event is not told again. */
function healthEvents(context: DynamoContext): HealthEvents {
  const { table } = context;
  return {
    leaveHealthEvent: async (event) => {
      const work = { gsi3pk: partitionFor(context, WORK, event.id), gsi3sk: event.at };
      const row = { v: ROW_VERSION, body: packBody(event, `the trouble of feed ${event.feedId}`), expiresAt: expiryOf(context, event.at) };
      await table.put({ ...healthEventKey(event.id), ...row, ...work }, IF_ABSENT);
    },
    readHealthEvent: async (id) => {
      const row = await table.get(healthEventKey(id), true);
      return row === null ? null : unpackBody<FeedHealthEvent>(row);
    },
    settleHealthEvent: async (id) => {
      const condition = { expression: 'attribute_exists(#pk)' };
      await table.update(healthEventKey(id), { set: { gsi3pk: null, gsi3sk: null }, condition });
    },
  };
}

/**
 * Read at every poll, so the cheap way: a stale answer makes work twice and is refused at the write, by its version. Only "nothing
 * there" is asked again for certain: a feed that is taken for new would swallow its news as a baseline.
 */
async function readOften({ table }: DynamoContext, key: RowKey): Promise<Row | null> {
  return (await table.get(key)) ?? table.get(key, true);
}

/** An ordinary feed has no line: then it stands in no schedule, and a write that leaves the line as it was costs no index write. */
function stateRow(context: DynamoContext, state: FeedState): Row {
  const schedule = scheduleOf(state);
  return {
    body: packBody(state, `the state of feed ${state.feedId}`),
    gsi1pk: partitionFor(context, INDEX.feeds, state.feedId),
    gsi1sk: state.feedId,
    gsi2pk: schedule === null ? null : partitionFor(context, SCHEDULE, state.feedId),
    gsi2sk: schedule === null ? null : state.feedId,
    line: schedule === null ? null : JSON.stringify(schedule),
  };
}

async function readLines(context: DynamoContext, partition: string): Promise<[string, FeedSchedule][]> {
  const rows = await queryAll(context.table, { index: 'gsi2', partition, from: ' ', to: LAST }, 'gsi2sk');
  return rows.map((row) => [idIn(String(row['pk'])), JSON.parse(String(row['line']))]);
}

type Versioned = { readonly version: number; readonly set: Row };

/** A conflict that finds just what we wrote is our own earlier try, of which the answer was lost. */
async function writeVersion(context: DynamoContext, key: RowKey, { version, set }: Versioned): Promise<'stored' | 'conflict'> {
  const condition =
    version === 1 ? { expression: 'attribute_not_exists(#pk)' } : { expression: '#version = :before', values: { ':before': version - 1 } };
  const written = await context.table.update(key, { set: { ...set, version, v: ROW_VERSION }, condition });
  if (written !== 'refused') return 'stored';
  const stored = await context.table.get(key, true);
  const isOurs = stored !== null && numberOf(stored, 'version') === version && sameContent(stored, set);
  return isOurs ? 'stored' : 'conflict';
}

const sameContent = (stored: Row, set: Row): boolean =>
  ['body', 'keys'].every((name) => Buffer.from(bytesOf(stored[name])).equals(Buffer.from(bytesOf(set[name]))));
const bytesOf = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : Buffer.from(String(value ?? '')));

/** Few, and read all at once by every sender: one partition. */
export function dynamoSubscriptions(context: DynamoContext): SubscriptionStore {
  return {
    list: async () => {
      const rows = await queryAll(context.table, { index: null, partition: SUBSCRIPTIONS_PARTITION, from: ' ', to: LAST }, 'sk');
      return rows.map((row) => unpackBody(row));
    },
    put: async (subscription) => {
      await context.table.update(subscriptionKey(subscription.id), {
        set: { v: ROW_VERSION, body: packBody(subscription, `subscription ${subscription.id}`) },
      });
    },
    remove: (id) => context.table.remove(subscriptionKey(id)),
  };
}
