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

type Checked = { readonly checked: number; readonly confirmed: number; readonly missing: number };

/** Each quarter of an hour: who has confirmed by a click since, and does every subscription still stand? One that vanished raises the alarm; nobody else would notice. */
async function run(_schedule: unknown, context: Context): Promise<Checked> {
  powertools.addContext(context);
  const subscriptions = await store.subscriptions.list();
  const byTopic = await Promise.all(alertTopics.split(',').map((arn) => listTopicSubscriptions(sns, arn)));
  const standings = standingsOf(subscriptions, byTopic);
  const clicked = subscriptions.filter(({ id, state }) => state === 'pending' && standings.get(id) === 'confirmed');
  for (const subscription of clicked) await store.subscriptions.put({ ...subscription, state: 'confirmed' });
  const problems = findProblems(subscriptions, standings, systemClock.now());
  for (const problem of problems) log.warn('a subscription does not stand', problem);
  metrics.count({ SubscriptionsMissing: problems.length });
  return { checked: subscriptions.length, confirmed: clicked.length, missing: problems.length };
}

export const handler = countErrors(metrics, run);
