import { CHANNEL_SPEC } from './channel.ts';
import type { Subscription } from './subscription.ts';

/** What the channel's own side says of a subscription. */
export type Standing = 'confirmed' | 'pending' | 'missing';
export type SubscriptionProblem = {
  readonly subscriptionId: string;
  readonly channel: Subscription['channel'];
  readonly problem: string;
  readonly remedy: string;
};

/** After this time a request for confirmation has gone stale at SNS (milliseconds). */
const CONFIRMATION_MS = 48 * 3_600_000;

/** Subscriptions that stand here but not there: unsubscribed by a mail scanner, suspended after a burst, never confirmed. */
export function findProblems(
  subscriptions: readonly Subscription[],
  standings: ReadonlyMap<string, Standing>,
  now: string,
): readonly SubscriptionProblem[] {
  return subscriptions
    .filter(({ channel, state }) => state !== 'deleted' && CHANNEL_SPEC[channel].runsOn === 'aws' && CHANNEL_SPEC[channel].reads !== null)
    .flatMap((subscription) => problemOf(subscription, standings.get(subscription.id) ?? 'missing', now) ?? []);
}

function problemOf(subscription: Subscription, standing: Standing, now: string): SubscriptionProblem | null {
  const { id: subscriptionId, channel, state } = subscription;
  if (standing === 'confirmed') return null;
  if (standing === 'missing')
    return {
      subscriptionId,
      channel,
      problem: 'SNS does not know it any more (unsubscribed, or never confirmed within two days)',
      remedy: `summitwire unsubscribe ${subscriptionId} --aws, then subscribe again`,
    };
  const age = Date.parse(now) - Date.parse(subscription.createdAt);
  if (state === 'confirmed')
    return {
      subscriptionId,
      channel,
      problem: 'SNS suspended it and waits for a new confirmation (more than ten mails a second do that)',
      remedy: `confirm it again: summitwire confirm <link from the mail>`,
    };
  return age < CONFIRMATION_MS
    ? null
    : {
        subscriptionId,
        channel,
        problem: 'it was not confirmed for two days',
        remedy: 'look for the mail of no-reply@sns.amazonaws.com, or subscribe again',
      };
}
