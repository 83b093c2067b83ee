import type { Context } from 'aws-lambda';
import { tableClient } from '../adapters/aws/clients.ts';
import { countErrors } from '../adapters/aws/count-errors.ts';
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { readVariables } from '../adapters/aws/environment.ts';
import { createLogger } from '../adapters/aws/logger.ts';
import { createMetrics } from '../adapters/aws/metrics.ts';
import { systemClock } from '../adapters/local/clock.ts';
import { systemIds } from '../adapters/local/ids.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { tickStories } from '../core/pipeline/tick-stories.ts';

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
const ports = { store, clock: systemClock, ids: systemIds, log };

/** Each minute: stories whose time has come. Their developments wake the stream like any other. */
async function run(_schedule: unknown, context: Context): Promise<{ readonly developments: number }> {
  powertools.addContext(context);
  const developments = await tickStories(ports);
  if (developments.length > 0)
    log.info('stories moved with time', { developments: developments.length, ids: developments.map(({ id }) => id) });
  return { developments: developments.length };
}

export const handler = countErrors(metrics, run);
