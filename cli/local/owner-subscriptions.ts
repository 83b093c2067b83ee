import type { AlertConfig } from '../../config/config-schema.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import type { Clock, SubscriptionStore } from '../../core/ports.ts';

/** Subscriptions that stand in the config carry this prefix, so that those made by `subscribe` are left alone. */
const PREFIX = 'config-';

/** Brings the stored subscriptions into line with the config's `alerts`: new ones are added, changed ones replaced, those taken out removed. */
export async function settleOwnerSubscriptions(alerts: readonly AlertConfig[], store: SubscriptionStore, clock: Clock): Promise<void> {
  const stored = new Map((await store.list()).map((subscription) => [subscription.id, subscription]));
  const wanted = new Map(alerts.map((alert) => [`${PREFIX}${alert.id}`, alert]));
  for (const [id, alert] of wanted) {
    const before = stored.get(id);
    const now = subscriptionOf(id, alert, before?.createdAt ?? clock.now());
    if (before === undefined || JSON.stringify(before) !== JSON.stringify(now)) await store.put(now);
  }
  for (const id of stored.keys()) if (id.startsWith(PREFIX) && !wanted.has(id)) await store.remove(id);
}

const subscriptionOf = (id: string, alert: AlertConfig, createdAt: string): Subscription => ({
  id,
  channel: alert.channel,
  to: alert.to,
  filter: alert.filter,
  rhythm: alert.rhythm,
  quietHours: alert.quietHours,
  isAtMostOnce: false,
  createdAt,
  state: 'confirmed',
});
