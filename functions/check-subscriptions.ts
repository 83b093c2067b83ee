import { listAlertTopics } from '../adapters/aws/alert-topics.ts';
import { snsClient } from '../adapters/aws/clients.ts';
import { readVariables } from '../adapters/aws/environment.ts';
import { openFunction } from '../adapters/aws/open-function.ts';
import { standingsOf } from '../adapters/aws/sns-subscriptions.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { findProblems } from '../core/alert/subscription-health.ts';

const { config } = bundledConfig();
const { store, clock, log, metrics, handle } = openFunction(process.env, config.storage);
const { alertTopics } = readVariables(process.env, ['alertTopics']);
const sns = snsClient(process.env);

type Checked = { readonly checked: number; readonly confirmed: number; readonly missing: number };

/** Each quarter of an hour: who has confirmed by a click since, and does every subscription still stand? One that vanished raises the alarm; nobody else would notice. */
export const handler = handle(async (_schedule: unknown): Promise<Checked> => {
  const subscriptions = await store.subscriptions.list();
  const standings = standingsOf(subscriptions, await listAlertTopics(sns, alertTopics, subscriptions));
  const clicked = subscriptions.filter(({ id, state }) => state === 'pending' && standings.get(id) === 'confirmed');
  for (const subscription of clicked) await store.subscriptions.put({ ...subscription, state: 'confirmed' });
  const problems = findProblems(subscriptions, standings, clock.now());
  for (const problem of problems) log.warn('a subscription does not stand', problem);
  metrics.count({ SubscriptionsMissing: problems.length });
  return { checked: subscriptions.length, confirmed: clicked.length, missing: problems.length };
});
