import type { Development } from '../story/development.ts';
import type { Alert } from './alert.ts';
import { quietUntil } from './quiet-hours.ts';
import { renderAlert } from './render.ts';
import type { Subscription } from './subscription.ts';

/** One item's two stories make one message: alerts wait so long for the second (milliseconds). */
export const GROUP_WAIT_MS = 20_000;

/** A development that a subscription wants, and why. */
export type Wanted = { readonly development: Development; readonly why: string };

/** The message about developments of one item; the caller gives it its id, which stands in the text. */
export function alertFor(
  subscription: Subscription,
  group: readonly [Wanted, ...Wanted[]],
  { id, now }: { readonly id: string; readonly now: string },
): Alert {
  const developments = group.map(({ development }) => development);
  const kind = developments.every((development) => development.kind === 'correction') ? 'correction' : 'development';
  return pendingAlert(subscription, {
    id,
    kind,
    developmentIds: developments.map((development) => development.id),
    storyIds: [...new Set(developments.map((development) => development.storyId))],
    createdAt: now,
    dueAt: quietUntil(subscription.quietHours, now) ?? new Date(Date.parse(now) + GROUP_WAIT_MS).toISOString(),
    message: renderAlert({
      ...{ alertId: id, kind, subscriptionId: subscription.id, channel: subscription.channel },
      ...{ developments, why: group[0].why },
    }),
  });
}

type AlertFacts = Pick<Alert, 'id' | 'kind' | 'developmentIds' | 'storyIds' | 'createdAt' | 'dueAt' | 'message'>;

/** An alert that nobody has claimed yet. */
export function pendingAlert(subscription: Subscription, facts: AlertFacts): Alert {
  return {
    ...facts,
    subscriptionId: subscription.id,
    state: 'pending',
    lease: null,
    attempts: 0,
    sentAt: null,
    receipt: null,
    reason: null,
  };
}
