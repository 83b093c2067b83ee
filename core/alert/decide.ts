import type { Development } from '../story/development.ts';
import type { Alert } from './alert.ts';
import { alertIdOf } from './alert-id.ts';
import { groupBy } from './group.ts';
import { type MatchContext, matchDevelopment } from './match.ts';
import { quietUntil } from './quiet-hours.ts';
import { renderAlert } from './render.ts';
import type { Subscription } from './subscription.ts';

/** One item's two stories make one message: alerts wait so long for the second (milliseconds). */
export const GROUP_WAIT_MS = 20_000;

/** What fan-out has to store, and what it has to tell the owner. */
export type AlertPlan = {
  readonly alerts: readonly Alert[];
  readonly badFilters: readonly { readonly subscriptionId: string; readonly message: string }[];
};

/**
 * Developments x subscriptions -> the alerts to make, one for each subscription and causing item. The same input makes the same ids.
 * Digests are not made here: they read the developments of their slot (core/pipeline/send-digests.ts).
 */
export function planAlerts(developments: readonly Development[], subscriptions: readonly Subscription[], context: MatchContext): AlertPlan {
  const plans = subscriptions.filter(isDeliveredAtOnce).map((subscription) => planFor(subscription, developments, context));
  return { alerts: plans.flatMap((plan) => plan.alerts), badFilters: plans.flatMap((plan) => plan.badFilters) };
}

const isDeliveredAtOnce = (subscription: Subscription): boolean =>
  subscription.rhythm.kind === 'immediate' && subscription.state !== 'deleted';

function planFor(subscription: Subscription, developments: readonly Development[], context: MatchContext): AlertPlan {
  const matches = developments.map((development) => ({ development, match: matchDevelopment(subscription, development, context) }));
  const bad = matches.find(({ match }) => match.kind === 'bad_filter')?.match;
  const wanted = matches.flatMap(({ development, match }) => (match.kind === 'match' ? [{ development, why: match.why }] : []));
  const alerts = groupBy(wanted, ({ development }) => development.itemId).map((group) =>
    alertFor(subscription, group, { id: alertIdOf(subscription.id, [group[0].development.id]), now: context.now }),
  );
  return { alerts, badFilters: bad?.kind === 'bad_filter' ? [{ subscriptionId: subscription.id, message: bad.message }] : [] };
}

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
    message: renderAlert({ alertId: id, kind, subscriptionId: subscription.id, developments, why: group[0].why }),
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
