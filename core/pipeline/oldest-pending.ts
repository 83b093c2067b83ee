import { quietUntil } from '../alert/quiet-hours.ts';
import type { Subscription } from '../alert/subscription.ts';
import type { Clock, Store, Work } from '../ports.ts';
import { LONGEST_RETRY_MS } from './send-alerts.ts';
import { laterThan } from './time.ts';

export type PendingPorts = { readonly store: Pick<Store, 'work' | 'alerts' | 'subscriptions'>; readonly clock: Clock };

/** Pieces of work that are looked at; the earliest are the oldest but for those that are tried again. */
const MOST_LOOKED_AT = 100;

/**
 * How long the oldest development or alert has waited beyond its time (milliseconds), 0 when nothing waits. Held by quiet hours is not
 * late. An alert that fails is put off at each try, up to an hour: its age counts from when it was due first, so that it cannot hide.
 */
export async function oldestPending(ports: PendingPorts): Promise<number> {
  const now = ports.clock.now();
  const open = await ports.store.work.listDue(laterThan(now, LONGEST_RETRY_MS), MOST_LOOKED_AT);
  const hasAlerts = open.some(({ kind }) => kind === 'alert');
  const subscriptions = new Map(hasAlerts ? (await ports.store.subscriptions.list()).map((one) => [one.id, one]) : []);
  const since = await Promise.all(open.map((work) => dueFirst(work, subscriptions, ports)));
  return Math.max(0, ...since.map((at) => Date.parse(now) - Date.parse(at)));
}

/** When a piece of work should have been done, before anything put it off (ISO). */
async function dueFirst(work: Work, subscriptions: ReadonlyMap<string, Subscription>, ports: PendingPorts): Promise<string> {
  if (work.kind !== 'alert') return work.dueAt;
  const alert = await ports.store.alerts.get(work.id);
  if (alert === null || alert.attempts === 0) return work.dueAt;
  return quietUntil(subscriptions.get(alert.subscriptionId)?.quietHours ?? null, alert.createdAt) ?? alert.createdAt;
}
