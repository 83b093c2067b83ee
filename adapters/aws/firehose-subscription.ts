import type { Subscription } from '../../core/alert/subscription.ts';
import type { SubscriptionStore } from '../../core/ports.ts';

/** The topic for machines is a subscription like any other: everything, at once, claimed and marked like a person's alert. */
export const FIREHOSE: Subscription = {
  id: 'firehose',
  channel: 'firehose',
  to: '',
  filter: 'severity:major,minor',
  rhythm: { kind: 'immediate' },
  quietHours: null,
  isAtMostOnce: false,
  createdAt: '1970-01-01T00:00:00.000Z',
  state: 'confirmed',
};

export const withFirehose = (subscriptions: SubscriptionStore): SubscriptionStore => ({
  list: async () => [...(await subscriptions.list()), FIREHOSE],
  put: (subscription) => subscriptions.put(subscription),
  remove: (id) => subscriptions.remove(id),
});
