import type { Context } from 'aws-lambda';
import { sqsClient, tableClient } from '../adapters/aws/clients.ts';
import { countErrors } from '../adapters/aws/count-errors.ts';
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { readVariables } from '../adapters/aws/environment.ts';
import { createLogger } from '../adapters/aws/logger.ts';
import { createMetrics } from '../adapters/aws/metrics.ts';
import { sendPolls } from '../adapters/aws/poll-queue.ts';
import { scheduledMinute } from '../adapters/aws/schedule-event.ts';
import { systemClock } from '../adapters/local/clock.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { dispatchMinutes, feedsOf } from '../config/known-feeds.ts';
import { dispatchPolls } from '../core/pipeline/dispatch-polls.ts';

const { table, pollQueue } = readVariables(process.env, ['table', 'pollQueue']);
const { config } = bundledConfig();
const feeds = feedsOf(config);
const store = openDynamoStore({
  client: tableClient(process.env),
  tableName: table,
  clock: systemClock,
  retentionDays: config.storage.retentionDays,
});
const sqs = sqsClient(process.env);
const metrics = createMetrics();
const { log, powertools } = createLogger();

/** The feeds whose slot lies between the tick before and this one go to the queue. A retry stands for the same tick and sends the same. */
async function run(schedule: unknown, context: Context): Promise<{ readonly batches: number; readonly feeds: number }> {
  powertools.addContext(context);
  const now = scheduledMinute(schedule, systemClock.now());
  const since = new Date(Date.parse(now) - dispatchMinutes(config.feeds.length) * 60_000).toISOString();
  const batches = dispatchPolls(feeds, await store.feeds.readSchedule(), { since, now });
  await sendPolls(sqs, pollQueue, batches);
  const dispatched = batches.reduce((sum, batch) => sum + batch.feedIds.length, 0);
  log.info('feeds dispatched', { minute: now, batches: batches.length, feeds: dispatched });
  metrics.count({ FeedsDispatched: dispatched });
  return { batches: batches.length, feeds: dispatched };
}

export const handler = countErrors(metrics, run);
