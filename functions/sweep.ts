import type { Context } from 'aws-lambda';
import { tableClient } from '../adapters/aws/clients.ts';
import { countErrors } from '../adapters/aws/count-errors.ts';
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
  ...sendingParts(base, config.aws.sms, { environment: process.env, clock, share: 1 }),
  clock,
  log,
  ids: systemIds,
  watch: config.watch,
};

const OVERDUE_MS = 15 * 60_000;

/** Each minute: what the stream did not do, or not yet. */
async function run(_schedule: unknown, context: Context): Promise<Swept> {
  powertools.addContext(context);
  const swept = await sweep({ ...ports, deadline: deadlineOf(context) });
  log.info('swept', swept);
  metrics.count({ AlertsSent: swept.sent, AlertsFailed: swept.failed + swept.parked, OverdueWork: await countOverdue() });
  return swept;
}

/** Room for the last alert and for counting what is overdue. */
const deadlineOf = (context: Context): string =>
  new Date(Date.parse(clock.now()) + context.getRemainingTimeInMillis() - 10_000).toISOString();

/** What should have been done a quarter of an hour ago: the alarm of delivery. */
async function countOverdue(): Promise<number> {
  return (await ports.store.work.listDue(new Date(Date.parse(clock.now()) - OVERDUE_MS).toISOString(), 100)).length;
}

export const handler = countErrors(metrics, run);
