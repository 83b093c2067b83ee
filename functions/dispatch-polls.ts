import { sqsClient } from '../adapters/aws/clients.ts';
import { readVariables } from '../adapters/aws/environment.ts';
import { openFunction } from '../adapters/aws/open-function.ts';
import { sendPolls } from '../adapters/aws/poll-queue.ts';
import { scheduledMinute } from '../adapters/aws/schedule-event.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { dispatchMinutes, feedsOf, POLL_BATCH_FEEDS } from '../config/known-feeds.ts';
import { dispatchPolls } from '../core/pipeline/dispatch-polls.ts';

const { config } = bundledConfig();
const feeds = feedsOf(config);
const { store, clock, log, handle } = openFunction(process.env, config.storage);
const { pollQueue } = readVariables(process.env, ['pollQueue']);
const sqs = sqsClient(process.env);

/** The feeds whose slot lies between the tick before and this one go to the queue. A retry stands for the same tick and sends the same. */
export const handler = handle(async (schedule: unknown): Promise<{ readonly batches: number; readonly feeds: number }> => {
  const now = scheduledMinute(schedule, clock.now());
  const since = new Date(Date.parse(now) - dispatchMinutes(config.feeds.length) * 60_000).toISOString();
  const batches = dispatchPolls(feeds, await store.feeds.readSchedule(), { since, now, batchSize: POLL_BATCH_FEEDS });
  await sendPolls(sqs, pollQueue, batches);
  const dispatched = batches.reduce((sum, batch) => sum + batch.feedIds.length, 0);
  if (dispatched > 0) log.info('feeds dispatched', { minute: now, batches: batches.length, feeds: dispatched });
  return { batches: batches.length, feeds: dispatched };
});
