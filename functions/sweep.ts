import type { Context } from 'aws-lambda';
import { tableClient } from '../adapters/aws/clients.ts';
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { readVariables } from '../adapters/aws/environment.ts';
import { createLogger } from '../adapters/aws/logger.ts';
import { createMetrics } from '../adapters/aws/metrics.ts';
import { sendingParts } from '../adapters/aws/sending-parts.ts';
import { systemClock } from '../adapters/local/clock.ts';
import { systemIds } from '../adapters/local/ids.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { type Swept, sweep } from '../core/pipeline/sweep.ts';

const { table } = readVariables(process.env, ['table']);
const { config } = bundledConfig();
const clock = systemClock;
const base = openDynamoStore({ client: tableClient(process.env), tableName: table, clock, retentionDays: config.storage.retentionDays });
const metrics = createMetrics();
const { log, powertools } = createLogger();
const ports = {
  ...sendingParts(base, config.aws.sms, { environment: process.env, clock }),
  clock,
  log,
  ids: systemIds,
  watch: config.watch,
};

/** Each minute: what the stream did not do, or not yet. */
export async function handler(_schedule: unknown, context: Context): Promise<Swept> {
  powertools.addContext(context);
  const swept = await sweep(ports);
  log.info('swept', swept);
  metrics.count({ AlertsSent: swept.sent, AlertsFailed: swept.failed + swept.parked });
  return swept;
}
