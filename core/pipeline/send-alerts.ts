import type { Alert } from '../alert/alert.ts';
import type { Subscription } from '../alert/subscription.ts';
import type { AlertChannel, Clock, Ids, Log, SendResult, Store } from '../ports.ts';
import { inStoryOrder, isOutOfTurn } from './alert-turn.ts';
import { laterThan } from './time.ts';

export type SendPorts = {
  readonly store: Store;
  readonly channels: readonly AlertChannel[];
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** No alert is begun after it (ISO); what is left stays due. None: all are. */
  readonly deadline?: string;
};
export type Sent = { readonly sent: number; readonly suppressed: number; readonly parked: number; readonly failed: number };
type Outcome = keyof Sent | 'waiting';

/** A sender that dies gives its alerts back after this time (milliseconds): longer than any channel may take to answer. */
export const LEASE_MS = 120_000;
/** Tries before an alert is parked; with the waits below that is about a day. */
export const MOST_ATTEMPTS = 30;
const FIRST_RETRY_MS = 10_000;
/** Longest wait between two tries (milliseconds). */
export const LONGEST_RETRY_MS = 60 * 60_000;

/**
 * Claims, publishes and marks the alerts that are due. A crash between publishing and marking may repeat one message (with the same
 * alert id); nothing else may. Alerts that are not due, claimed by others or waiting for their turn are left alone.
 */
export async function sendAlerts(alertIds: readonly string[], ports: SendPorts): Promise<Sent> {
  const subscriptions = new Map(alertIds.length === 0 ? [] : (await ports.store.subscriptions.list()).map((one) => [one.id, one]));
  const counts = { sent: 0, suppressed: 0, parked: 0, failed: 0 };
  const alerts = (await Promise.all([...new Set(alertIds)].map((id) => ports.store.alerts.get(id)))).filter((alert) => alert !== null);
  for (const alert of await inStoryOrder(alerts, ports)) {
    if (ports.deadline !== undefined && ports.clock.now() >= ports.deadline) break;
    const outcome = await sendSafely(alert, subscriptions.get(alert.subscriptionId), ports);
    if (outcome !== 'waiting') counts[outcome] += 1;
  }
  return counts;
}

/** An alert that cannot be read or marked stays due; the others go on. */
async function sendSafely(alert: Alert, subscription: Subscription | undefined, ports: SendPorts): Promise<Outcome> {
  try {
    return await sendOne(alert, subscription, ports);
  } catch (error) {
    ports.log.error('sending an alert was interrupted; it stays due', {
      alertId: alert.id,
      error: error instanceof Error ? error.message : String(error),
    });
    return 'failed';
  }
}

async function sendOne(alert: Alert, subscription: Subscription | undefined, ports: SendPorts): Promise<Outcome> {
  const now = ports.clock.now();
  const isOpen = alert.state === 'pending' || alert.state === 'claimed';
  if (!isOpen || alert.dueAt > now || (await isOutOfTurn(alert, ports))) return 'waiting';
  const owner = ports.ids.next();
  const until = subscription?.isAtMostOnce === true ? NEVER : laterThan(now, LEASE_MS);
  const claimed = await ports.store.alerts.claim(alert.id, owner, now, until);
  if (claimed === null) return 'waiting';
  const refusal = refusalOf(subscription, ports);
  if (subscription === undefined || refusal !== null) return settle(claimed, owner, { state: 'suppressed', reason: refusal }, ports);
  const result = await publish(claimed, subscription, ports);
  if (result.kind === 'sent') return settle(claimed, owner, { state: 'sent', receipt: result.receipt }, ports);
  return retryOrPark({ alert: claimed, owner, subscription, result }, ports);
}

/** Marked first: a lease that never ends, so that a crash while publishing loses the message and never doubles it. */
const NEVER = '9999-12-31T00:00:00.000Z';

/** Why this alert cannot go anywhere, or null. */
function refusalOf(subscription: Subscription | undefined, ports: SendPorts): string | null {
  if (subscription === undefined || subscription.state === 'deleted') return 'the subscription was removed';
  if (subscription.state === 'pending') return 'the subscription was not confirmed yet';
  return ports.channels.some(({ channel }) => channel === subscription.channel)
    ? null
    : `there is no way out by ${subscription.channel} here`;
}

async function publish(alert: Alert, subscription: Subscription, ports: SendPorts): Promise<SendResult> {
  const channel = ports.channels.find((one) => one.channel === subscription.channel);
  try {
    return (await channel?.send(subscription, alert, alert.message)) ?? { kind: 'failed', isRetryable: false, reason: 'no channel' };
  } catch (error) {
    return { kind: 'failed', isRetryable: true, reason: error instanceof Error ? error.message : String(error) };
  }
}

type Settling = {
  readonly state: 'sent' | 'suppressed' | 'parked';
  readonly receipt?: string | null;
  readonly reason?: string | null;
};

async function settle(alert: Alert, owner: string, outcome: Settling, ports: SendPorts): Promise<Outcome> {
  const { state, receipt = null, reason = null } = outcome;
  await ports.store.alerts.settle(alert.id, owner, { state, at: ports.clock.now(), receipt, reason });
  return state;
}

type Failure = {
  readonly alert: Alert;
  readonly owner: string;
  readonly subscription: Subscription;
  readonly result: Extract<SendResult, { kind: 'failed' }>;
};

async function retryOrPark({ alert, owner, subscription, result }: Failure, ports: SendPorts): Promise<Outcome> {
  const fields = { alertId: alert.id, subscriptionId: subscription.id, attempts: alert.attempts, error: result.reason };
  const mayRepeat = !subscription.isAtMostOnce || result.isUnsent === true;
  if (!result.isRetryable || !mayRepeat || alert.attempts >= MOST_ATTEMPTS) {
    ports.log.error('an alert could not be sent; it is parked', fields);
    return settle(alert, owner, { state: 'parked', reason: result.reason }, ports);
  }
  ports.log.warn('sending an alert failed; it is tried again', fields);
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (alert.attempts - 1), LONGEST_RETRY_MS);
  await ports.store.alerts.release(alert.id, owner, laterThan(ports.clock.now(), wait), result.reason);
  return 'failed';
}
