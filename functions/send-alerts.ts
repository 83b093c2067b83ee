import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { TABLE_KEYS } from '../adapters/aws/environment.ts';
import { deadlineAfter, openFunction } from '../adapters/aws/open-function.ts';
import { sendingParts } from '../adapters/aws/sending-parts.ts';
import { idIn } from '../adapters/aws/table-keys.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { GROUP_WAIT_MS } from '../core/alert/decide.ts';
import { fanOut } from '../core/pipeline/fan-out.ts';
import { sendAlerts } from '../core/pipeline/send-alerts.ts';

const { config } = bundledConfig();
const parts = openFunction(process.env, config.storage);
const sender = sendingParts(parts, { sms: config.aws.sms, watch: config.watch }, { environment: process.env, share: 0.25 });

/**
 * Woken by the stream with new development rows. Alerts wait 20 s for a second story of the same item, then go out;
 * what cannot go yet (quiet hours, its turn) or what there is no time for is left to the sweep.
 */
export const handler = parts.handle(async (batch: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> => {
  const alertIds: string[] = [];
  const collect = async (record: DynamoDBRecord): Promise<void> => void alertIds.push(...(await fanOutRecord(record)));
  const response = await processPartialResponse(batch, collect, new BatchProcessor(EventType.DynamoDBStreams), {
    throwOnFullBatchFailure: false,
  });
  if (alertIds.length > 0) await new Promise((done) => setTimeout(done, Math.min(GROUP_WAIT_MS, context.getRemainingTimeInMillis() / 2)));
  const sent = await sendAlerts(alertIds, { ...sender, deadline: deadlineAfter(parts.clock, context.getRemainingTimeInMillis() * 0.8) });
  parts.log.info('developments fanned out', { records: batch.Records.length, alerts: alertIds.length, ...sent });
  parts.metrics.count({ AlertsSent: sent.sent, AlertsParked: sent.parked });
  return response;
});

/** Only the key is taken from the record: the row is read again, whatever the record holds. */
async function fanOutRecord(record: DynamoDBRecord): Promise<readonly string[]> {
  const partition = record.dynamodb?.Keys?.[TABLE_KEYS.partition]?.S;
  if (partition === undefined) throw new Error(`stream record ${record.eventID} has no key ${TABLE_KEYS.partition}`);
  const stored = await parts.store.developments.read(idIn(partition));
  return stored === null || stored.isFannedOut ? [] : fanOut([stored.development], sender);
}
