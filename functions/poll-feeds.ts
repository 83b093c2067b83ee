import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { sqsClient, ssmClient } from '../adapters/aws/clients.ts';
import { readVariables } from '../adapters/aws/environment.ts';
import { openFunction } from '../adapters/aws/open-function.ts';
import { readPollMessage, sendPollsBack } from '../adapters/aws/poll-queue.ts';
import { createSsmSecrets } from '../adapters/aws/secrets.ts';
import { createFeedFetcher } from '../adapters/http/feed-fetcher.ts';
import { systemRandom } from '../adapters/local/random.ts';
import { createWorkerParser } from '../adapters/local/worker-parser.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { feedsOf } from '../config/known-feeds.ts';
import { codeItem } from '../core/coding/code-item.ts';
import { lexiconWithOverlay } from '../core/coding/lexicon/overlay.ts';
import { type PollFeedsReport, pollFeeds } from '../core/pipeline/poll-feeds.ts';

const { config } = bundledConfig();
const feeds = new Map(feedsOf(config).map((feed) => [feed.id, feed]));
const { store, clock, ids, log, metrics, handle } = openFunction(process.env, config.storage);
const { pollQueue, secrets: path } = readVariables(process.env, ['pollQueue', 'secrets']);
const secrets = createSsmSecrets({ client: ssmClient(process.env), path, now: Date.now });
/** On Lambda 127.0.0.1 is the runtime's own API, whatever the config says. */
const allowLoopback = config.polling.allowLoopback && process.env['AWS_LAMBDA_FUNCTION_NAME'] === undefined;
const fetcher = createFeedFetcher({ clock, secrets, contactUrl: config.contactUrl, allowLoopback });
const sqs = sqsClient(process.env);
const { lexicon } = lexiconWithOverlay(config.overlay);
/** A third of a processor reads a feed this much more slowly than a desk (milliseconds). */
const PARSE_MS = 10_000;
const ports = {
  ...{ store, clock, log, fetcher, ids, random: systemRandom, bounds: config.polling },
  parser: createWorkerParser({ limitMs: PARSE_MS }),
  code: (input: Parameters<typeof codeItem>[0]) => codeItem(input, lexicon),
  /** The sweep tells it: this function may read no address and write no alert (infra/functions.ts). */
  tellFeedHealth: store.feeds.leaveHealthEvent,
  pause: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
};

/** Feeds that one worker reads at a time: it mostly waits for publishers. */
const CONCURRENCY = 25;
/** A fetch takes 20 s at most and its items some more: nothing is begun in the last 40 s of the function's time. */
const ROOM_MS = 40_000;

/** A message is a batch of feeds. A feed's failure never fails its message; what could not be begun goes back as a smaller one. */
export const handler = handle(
  (batch: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(batch, pollRecord, new BatchProcessor(EventType.SQS), { context, throwOnFullBatchFailure: false }),
);

async function pollRecord(record: SQSRecord, context?: Context): Promise<void> {
  const { feedIds } = readPollMessage(record.body);
  const mine = feedIds.flatMap((id) => feeds.get(id) ?? []);
  const deadline = new Date(Date.now() + (context?.getRemainingTimeInMillis() ?? 120_000) - ROOM_MS).toISOString();
  const report = await pollFeeds(mine, ports, {
    deadline,
    hostSpacingMs: config.polling.hostSpacingMs,
    concurrency: CONCURRENCY,
    worker: workerOf(record),
  });
  if (report.unfinished.length > 0) await sendPollsBack(sqs, pollQueue, { feedIds: report.unfinished });
  tell(report, feedIds.length - mine.length);
}

/** Liveness rows are few: one for each second of the minute in which messages were sent. */
const workerOf = (record: SQSRecord): string => `sqs-${Math.floor(Number(record.attributes.SentTimestamp) / 1000) % 60}`;

function tell({ reports, unfinished }: PollFeedsReport, unknown: number): void {
  const failed = reports.filter(({ outcome }) => outcome === 'failed' || outcome === 'gone').length;
  const newItems = reports.reduce((sum, one) => sum + one.newItems + one.revisions, 0);
  log.info('feeds polled', { feeds: reports.length, failed, newItems, unfinished: unfinished.length, unknown });
  metrics.count({ FeedsChecked: reports.length, FeedsFailed: failed, ItemsNew: newItems });
}
