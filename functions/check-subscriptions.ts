import type { Context } from 'aws-lambda';
import { snsClient, tableClient } from '../adapters/aws/clients.ts';
import { countErrors } from '../adapters/aws/count-errors.ts';
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { readVariables } from '../adapters/aws/environment.ts';
import { createLogger } from '../adapters/aws/logger.ts';
import { createMetrics } from '../adapters/aws/metrics.ts';
import { listTopicSubscriptions, standingsOf } from '../adapters/aws/sns-subscriptions.ts';
import { systemClock } from '../adapters/local/clock.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { findProblems } from '../core/alert/subscription-health.ts';

const { table, alertTopics } = readVariables(process.env, ['table', 'alertTopics']);
const { config } = bundledConfig();
const store = openDynamoStore({
  client: tableClient(process.env),
  tableName: table,
  clock: systemClock,
  retentionDays: config.storage.retentionDays,
});
const sns = snsClient(process.env);
const metrics = createMetrics();
const { log, powertools } = createLogger();

/** Each day: does every subscription still stand at SNS? One that vanished raises the alarm; nobody else would notice. */
async function run(_schedule: unknown, context: Context): Promise<{ readonly checked: number; readonly missing: number }> {
  powertools.addContext(context);
  const subscriptions = await store.subscriptions.list();
  const byTopic = await Promise.all(alertTopics.split(',').map((arn) => listTopicSubscriptions(sns, arn)));
  const problems = findProblems(subscriptions, standingsOf(subscriptions, byTopic), systemClock.now());
  for (const problem of problems) log.warn('a subscription does not stand', problem);
  log.info('subscriptions checked', { checked: subscriptions.length, missing: problems.length });
  metrics.count({ SubscriptionsMissing: problems.length });
  return { checked: subscriptions.length, missing: problems.length };
}

export const handler = countErrors(metrics, run);
