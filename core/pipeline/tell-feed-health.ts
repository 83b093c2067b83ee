import { alertIdOf } from '../alert/alert-id.ts';
import { pendingAlert } from '../alert/decide.ts';
import { renderNotice } from '../alert/notice.ts';
import { quietUntil } from '../alert/quiet-hours.ts';
import type { FeedHealthEvent } from '../feed/health.ts';
import type { Clock, Store } from '../ports.ts';

export type FeedHealthPorts = { readonly store: Pick<Store, 'alerts' | 'subscriptions'>; readonly clock: Clock };

/** A feed died, fell silent or came back: told once to everybody who follows the watch list (an empty filter). Safe to repeat. */
export async function tellFeedHealth(event: FeedHealthEvent, ports: FeedHealthPorts): Promise<void> {
  const now = ports.clock.now();
  for (const subscription of await ports.store.subscriptions.list()) {
    if (subscription.filter.trim() !== '' || subscription.state !== 'confirmed') continue;
    const id = alertIdOf(subscription.id, ['feed_health', event.id]);
    const message = renderNotice({
      alertId: id,
      kind: 'feed_health',
      subscriptionId: subscription.id,
      channel: subscription.channel,
      title: `Feed ${event.feedId}: ${event.kind}`,
      paragraphs: [event.what],
      why: 'you get the alerts of the watch list, and this feed is one of its sources',
    });
    const dueAt = quietUntil(subscription.quietHours, now) ?? now;
    await ports.store.alerts.add(
      pendingAlert(subscription, { id, kind: 'feed_health', developmentIds: [], storyIds: [], createdAt: now, dueAt, message }),
    );
  }
}
