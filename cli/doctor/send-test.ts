import { setTimeout as wait } from 'node:timers/promises';
import { alertIdOf } from '../../core/alert/alert-id.ts';
import { pendingAlert } from '../../core/alert/decide.ts';
import { renderNotice } from '../../core/alert/notice.ts';
import type { Clock, Store } from '../../core/ports.ts';
import { bad, type Finding, fine, note } from './check.ts';

export type TestAlertOptions = { readonly store: Pick<Store, 'alerts' | 'subscriptions'>; readonly clock: Clock; readonly waitMs: number };

const LOOK_MS = 5_000;

/** Puts a test alert for each confirmed subscription into the table, as fan-out would, and waits until the deployed sender has sent it. */
export async function sendTestAlerts({ store, clock, waitMs }: TestAlertOptions): Promise<readonly Finding[]> {
  const now = clock.now();
  const subscriptions = (await store.subscriptions.list()).filter(({ state }) => state === 'confirmed');
  const ids: string[] = [];
  for (const subscription of subscriptions) {
    const id = alertIdOf(subscription.id, ['test', now]);
    const message = renderNotice({
      alertId: id,
      kind: 'test',
      subscriptionId: subscription.id,
      channel: subscription.channel,
      title: 'Test alert: Summitwire reaches you',
      paragraphs: ['The whole way from the table to you works. Nothing has happened in the world.'],
      why: 'you asked for a test (summitwire doctor --send-test)',
    });
    await store.alerts.add(
      pendingAlert(subscription, { id, kind: 'test', developmentIds: [], storyIds: [], createdAt: now, dueAt: now, message }),
    );
    ids.push(id);
  }
  if (ids.length === 0) return [note('nobody is subscribed and confirmed', 'summitwire subscribe you@example.org --aws')];
  for (let waited = 0; waited < waitMs && !(await areSettled(ids, store)); waited += LOOK_MS) await wait(LOOK_MS);
  return Promise.all(ids.map((id) => stateOf(id, store)));
}

async function areSettled(ids: readonly string[], store: TestAlertOptions['store']): Promise<boolean> {
  const alerts = await Promise.all(ids.map((id) => store.alerts.get(id)));
  return alerts.every((alert) => alert !== null && alert.state !== 'pending' && alert.state !== 'claimed');
}

async function stateOf(id: string, store: TestAlertOptions['store']): Promise<Finding> {
  const alert = await store.alerts.get(id);
  if (alert?.state === 'sent')
    return fine(`sent to ${alert.subscriptionId} (${alert.receipt ?? 'no receipt'}); look whether it has arrived`);
  return bad(
    `${alert?.subscriptionId ?? id} is ${alert?.state ?? 'gone'}: ${alert?.reason ?? 'the sender has not looked yet'}`,
    'look at the logs of sweep; the alert stays in the table and goes out when it can',
  );
}
