import { ListSubscriptionsByTopicCommand, type SNSClient, type Subscription as SnsSubscription } from '@aws-sdk/client-sns';
import type { Standing } from '../../core/alert/subscription-health.ts';

export type TopicSubscription = {
  readonly arn: string | null;
  readonly endpoint: string;
  readonly protocol: string;
  readonly topicArn: string;
};

/** What SNS writes where an ARN would stand while a subscription waits for its confirmation. */
const PENDING = 'PendingConfirmation';

/** All subscriptions of a topic, also those that wait. */
export async function listTopicSubscriptions(client: Pick<SNSClient, 'send'>, topicArn: string): Promise<readonly TopicSubscription[]> {
  const found: TopicSubscription[] = [];
  let token: string | undefined;
  do {
    const answer = await client.send(
      new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, ...(token === undefined ? {} : { NextToken: token }) }),
    );
    found.push(...(answer.Subscriptions ?? []).map((one: SnsSubscription) => fromSns(one, topicArn)));
    token = answer.NextToken;
  } while (token !== undefined && token !== '');
  return found;
}

const fromSns = ({ SubscriptionArn, Endpoint, Protocol }: SnsSubscription, topicArn: string): TopicSubscription => ({
  arn: SubscriptionArn === undefined || !SubscriptionArn.startsWith('arn:') ? null : SubscriptionArn,
  endpoint: Endpoint ?? '',
  protocol: Protocol ?? '',
  topicArn,
});

export const isPending = (subscriptionArn: string | undefined): boolean =>
  subscriptionArn === undefined || subscriptionArn.replaceAll(' ', '').toLowerCase() === PENDING.toLowerCase();

type Addressed = { readonly id: string; readonly channel: string; readonly to: string; readonly topic?: number };

/** How each of our subscriptions stands at SNS: the same address by the same protocol on its topic. */
export function standingsOf(
  subscriptions: readonly Addressed[],
  byTopic: readonly (readonly TopicSubscription[])[],
): ReadonlyMap<string, Standing> {
  return new Map(
    subscriptions.map(({ id, channel, to, topic }): [string, Standing] => {
      const found = (byTopic[topic ?? 0] ?? []).filter(
        ({ endpoint, protocol }) => protocol === channel && endpoint.toLowerCase() === to.toLowerCase(),
      );
      if (found.length === 0) return [id, 'missing'];
      return [id, found.some(({ arn }) => arn !== null) ? 'confirmed' : 'pending'];
    }),
  );
}
