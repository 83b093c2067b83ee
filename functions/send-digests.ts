import type { Context } from 'aws-lambda';
import { tableClient } from '../adapters/aws/clients.ts';
import { countErrors } from '../adapters/aws/count-errors.ts';
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { readVariables } from '../adapters/aws/environment.ts';
import { createLogger } from '../adapters/aws/logger.ts';
import { createMetrics } from '../adapters/aws/metrics.ts';
import { systemClock } from '../adapters/local/clock.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { sendDigests } from '../core/pipeline/send-digests.ts';
import { tellStateOfPlay } from '../core/pipeline/state-of-play.ts';

const { table } = readVariables(process.env, ['table']);
const { config } = bundledConfig();
const store = openDynamoStore({
  client: tableClient(process.env),
  tableName: table,
  clock: systemClock,
  retentionDays: config.storage.retentionDays,
});
const metrics = createMetrics();
const { log, powertools } = createLogger();
const ports = { store, clock: systemClock, log, watch: config.watch };

const BASELINE_MS = 30 * 60_000;

/** Each quarter of an hour: the digests whose slot has ended, and the state of play for who is new. The sweep sends them. */
async function run(_schedule: unknown, context: Context): Promise<{ readonly digests: number; readonly states: number }> {
  powertools.addContext(context);
  const digests = await sendDigests(ports);
  const states = (await isBaselineOld()) ? await tellStateOfPlay(ports) : [];
  log.info('digests made', { digests: digests.length, states: states.length });
  return { digests: digests.length, states: states.length };
}

/** The first feeds were read half an hour ago, so that the others were too: before that there is no state of play to tell. */
async function isBaselineOld(): Promise<boolean> {
  const limit = new Date(Date.parse(systemClock.now()) - BASELINE_MS).toISOString();
  const { rows } = await store.archive.listFeedStates({ limit: 10, cursor: null });
  return rows.some(({ baselineAt }) => baselineAt !== null && baselineAt < limit);
}

export const handler = countErrors(metrics, run);
