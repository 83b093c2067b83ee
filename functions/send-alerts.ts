import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { tableClient } from '../adapters/aws/clients.ts';
import { countErrors } from '../adapters/aws/count-errors.ts';
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { readVariables, TABLE_KEYS } from '../adapters/aws/environment.ts';
import { createLogger } from '../adapters/aws/logger.ts';
import { createMetrics } from '../adapters/aws/metrics.ts';
import { sendingParts } from '../adapters/aws/sending-parts.ts';
import { idIn } from '../adapters/aws/table-keys.ts';
import { systemClock } from '../adapters/local/clock.ts';
import { systemIds } from '../adapters/local/ids.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { GROUP_WAIT_MS } from '../core/alert/decide.ts';
import { fanOut } from '../core/pipeline/fan-out.ts';
import { sendAlerts } from '../core/pipeline/send-alerts.ts';

const { table } = readVariables(process.env, ['table']);
const { config } = bundledConfig();
const clock = systemClock;
const base = openDynamoStore({ client: tableClient(process.env), tableName: table, clock, retentionDays: config.storage.retentionDays });
const metrics = createMetrics();
const { log, powertools } = createLogger();
const ports = {
  ...sendingParts(base, config.aws.sms, { environment: process.env, clock, share: 0.25 }),
  clock,
  log,
  ids: systemIds,
  watch: config.watch,
};

/**
 * Woken by the stream with new development rows. Alerts wait 20 s for a second story of the same item, then go out;
 * what cannot go yet (quiet hours, its turn) is left to the sweep.
 */
async function run(batch: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> {
  powertools.addContext(context);
  const alertIds: string[] = [];
  const collect = async (record: DynamoDBRecord): Promise<void> => void alertIds.push(...(await fanOutRecord(record)));
  const response = await processPartialResponse(batch, collect, new BatchProcessor(EventType.DynamoDBStreams), {
    throwOnFullBatchFailure: false,
  });
  if (alertIds.length > 0) await new Promise((done) => setTimeout(done, Math.min(GROUP_WAIT_MS, context.getRemainingTimeInMillis() / 2)));
  const sent = await sendAlerts(alertIds, { ...ports, deadline: deadlineOf(context) });
  log.info('developments fanned out', { records: batch.Records.length, alerts: alertIds.length, ...sent });
  metrics.count({ AlertsSent: sent.sent, AlertsFailed: sent.failed + sent.parked });
  return response;
}

/** What there is no time for is left to the sweep. */
const deadlineOf = (context: Context): string => new Date(Date.parse(clock.now()) + context.getRemainingTimeInMillis() * 0.8).toISOString();

/** Only the key is taken from the record: the row is read again, whatever the record holds. */
async function fanOutRecord(record: DynamoDBRecord): Promise<readonly string[]> {
  const partition = record.dynamodb?.Keys?.[TABLE_KEYS.partition]?.S;
  if (partition === undefined) throw new Error(`stream record ${record.eventID} has no key ${TABLE_KEYS.partition}`);
  const stored = await ports.store.developments.read(idIn(partition));
  return stored === null || stored.isFannedOut ? [] : fanOut([stored.development], ports);
}

export const handler = countErrors(metrics, run);
