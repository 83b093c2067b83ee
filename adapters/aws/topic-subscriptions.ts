import {
  ConfirmSubscriptionCommand,
  GetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import type { Channel, Subscription } from '../../core/alert/subscription.ts';
import { alertTopicArn, createAlertTopic, listAlertTopic } from './alert-topics.ts';
import { MOST_ALERT_TOPICS, SUBSCRIPTIONS_PER_TOPIC } from './environment.ts';
import { isPending, type TopicSubscription } from './sns-subscriptions.ts';

type Client = Pick<SNSClient, 'send'>;

export type NewTopicSubscription = {
  readonly subscription: Pick<Subscription, 'id' | 'channel' | 'to'>;
  readonly topicPrefix: string;
  readonly undeliveredQueueArn: string;
};
export type SubscribedTopic = { readonly topic: number; readonly state: 'pending' | 'confirmed' };

/**
 * Subscribes an address to the first topic with room, and makes the next topic when all are full. SNS passes on only what is addressed to its
 * id, and puts aside what it cannot deliver. SNS gives one address one subscription a topic, so a second filter for it takes another topic.
 */
export async function subscribeToTopic(client: Client, wanted: NewTopicSubscription): Promise<SubscribedTopic> {
  for (let topic = 0; topic < MOST_ALERT_TOPICS; topic += 1) {
    const topicArn = alertTopicArn(wanted.topicPrefix, topic);
    const known = await listAlertTopic(client, topicArn);
    if (known === null) await createAlertTopic(client, topicArn);
    const hasRoom = (known?.length ?? 0) < SUBSCRIPTIONS_PER_TOPIC && known?.some((one) => isSame(one, wanted.subscription)) !== true;
    const state = hasRoom ? await subscribeThere(client, topicArn, wanted) : 'full';
    if (state !== 'full') return { topic, state };
  }
  throw new Error(
    `SNS takes ${MOST_ALERT_TOPICS * SUBSCRIPTIONS_PER_TOPIC} subscriptions with a filter in an account and region, and ${MOST_ALERT_TOPICS} of one address; end some with \`summitwire unsubscribe\` (one filter may name several matters: "pair:RU-US,CN-US")`,
  );
}

/** Somebody else may have taken the last place since we looked: then SNS refuses, and the next topic is asked. */
async function subscribeThere(
  client: Client,
  topicArn: string,
  { subscription, undeliveredQueueArn }: NewTopicSubscription,
): Promise<SubscribedTopic['state'] | 'full'> {
  const attributes = {
    FilterPolicy: JSON.stringify({ to: [subscription.id] }),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: undeliveredQueueArn }),
  };
  const request = { TopicArn: topicArn, Protocol: subscription.channel, Endpoint: subscription.to, Attributes: attributes };
  try {
    const answer = await client.send(new SubscribeCommand({ ...request, ReturnSubscriptionArn: false }));
    return isPending(answer.SubscriptionArn) ? 'pending' : 'confirmed';
  } catch (error) {
    if (error instanceof Error && /^(FilterPolicy|Subscription)LimitExceeded/.test(error.name)) return 'full';
    throw error;
  }
}

export type Confirmation = { readonly topicArn: string; readonly token: string };

/** The topic and the token in the link of SNS's mail. Throws with what to paste. */
export function readConfirmationLink(link: string): Confirmation {
  const url = URL.canParse(link) ? new URL(link) : null;
  const [topicArn, token] = [url?.searchParams.get('TopicArn'), url?.searchParams.get('Token')];
  if (url === null || !/^sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(url.hostname) || !topicArn?.startsWith('arn:') || !token)
    throw new Error(
      'this is no confirmation link of SNS; copy the address behind "Confirm subscription" in the mail, in quotes: https://sns.<region>.amazonaws.com/confirmation.html?TopicArn=...&Token=...',
    );
  return { topicArn, token };
}

/**
 * Confirms as the owner, by a signed call: from then on only the owner can unsubscribe this address. (A link in a mail is opened by
 * mail scanners, which unsubscribes people.) Answers with the id that the subscription filters on.
 */
export async function confirmTopicSubscription(
  client: Client,
  { topicArn, token }: Confirmation,
): Promise<{ readonly subscriptionId: string | null; readonly isProtected: boolean }> {
  const { SubscriptionArn } = await client.send(
    new ConfirmSubscriptionCommand({ TopicArn: topicArn, Token: token, AuthenticateOnUnsubscribe: 'true' }),
  );
  const { Attributes = {} } = await client.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
  return { subscriptionId: idInPolicy(Attributes['FilterPolicy']), isProtected: Attributes['ConfirmationWasAuthenticated'] === 'true' };
}

function idInPolicy(policy: string | undefined): string | null {
  const id = /"to"\s*:\s*\[\s*"([^"]+)"/.exec(policy ?? '')?.[1];
  return id ?? null;
}

/** Ends a subscription at SNS. One that waits for its confirmation cannot be ended; it lapses after two days. */
export async function unsubscribeFromTopic(
  client: Client,
  topicArn: string,
  subscription: Pick<Subscription, 'channel' | 'to'>,
): Promise<'ended' | 'lapses' | 'unknown'> {
  const found = (await listAlertTopic(client, topicArn))?.find((one) => isSame(one, subscription));
  if (found === undefined) return 'unknown';
  if (found.arn === null) return 'lapses';
  await client.send(new UnsubscribeCommand({ SubscriptionArn: found.arn }));
  return 'ended';
}

const isSame = (one: TopicSubscription, { channel, to }: { readonly channel: Channel; readonly to: string }): boolean =>
  one.protocol === channel && one.endpoint.toLowerCase() === to.toLowerCase();
