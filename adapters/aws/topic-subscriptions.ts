import {
  ConfirmSubscriptionCommand,
  GetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import type { Channel, Subscription } from '../../core/alert/subscription.ts';
import { SUBSCRIPTIONS_PER_TOPIC } from './environment.ts';
import { isPending, listTopicSubscriptions, type TopicSubscription } from './sns-subscriptions.ts';

type Client = Pick<SNSClient, 'send'>;

export type NewTopicSubscription = {
  readonly subscription: Pick<Subscription, 'id' | 'channel' | 'to'>;
  readonly topicArns: readonly string[];
  readonly undeliveredQueueArn: string;
};
export type SubscribedTopic = { readonly topic: number; readonly state: 'pending' | 'confirmed' };

/** Subscribes an address to the first topic with room; SNS passes on only what is addressed to its id, and puts aside what it cannot deliver. */
export async function subscribeToTopic(
  client: Client,
  { subscription, topicArns, undeliveredQueueArn }: NewTopicSubscription,
): Promise<SubscribedTopic> {
  const topic = await findRoom(client, topicArns, subscription);
  const attributes = {
    FilterPolicy: JSON.stringify({ to: [subscription.id] }),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: undeliveredQueueArn }),
  };
  const answer = await client.send(
    new SubscribeCommand({
      TopicArn: topicArns[topic],
      Protocol: subscription.channel,
      Endpoint: subscription.to,
      Attributes: attributes,
      ReturnSubscriptionArn: false,
    }),
  );
  return { topic, state: isPending(answer.SubscriptionArn) ? 'pending' : 'confirmed' };
}

/** SNS gives one address one subscription a topic, so a second filter for the same address needs another topic. */
async function findRoom(
  client: Client,
  topicArns: readonly string[],
  { channel, to }: NewTopicSubscription['subscription'],
): Promise<number> {
  let hasSame = false;
  for (const [index, topicArn] of topicArns.entries()) {
    const known = await listTopicSubscriptions(client, topicArn);
    const isHere = known.some((one) => one.protocol === channel && one.endpoint.toLowerCase() === to.toLowerCase());
    hasSame ||= isHere;
    if (!isHere && known.length < SUBSCRIPTIONS_PER_TOPIC) return index;
  }
  const reason = hasSame
    ? 'this address already has a subscription on every alert topic (one filter may name several matters: "pair:RU-US,CN-US")'
    : `every alert topic carries ${SUBSCRIPTIONS_PER_TOPIC} subscriptions`;
  throw new Error(`${reason}; set aws.alertTopics to ${topicArns.length + 1} in config/settings.json and run \`npm run deploy\``);
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
  const found = (await listTopicSubscriptions(client, topicArn)).find((one) => isSame(one, subscription));
  if (found === undefined) return 'unknown';
  if (found.arn === null) return 'lapses';
  await client.send(new UnsubscribeCommand({ SubscriptionArn: found.arn }));
  return 'ended';
}

const isSame = (one: TopicSubscription, { channel, to }: { readonly channel: Channel; readonly to: string }): boolean =>
  one.protocol === channel && one.endpoint.toLowerCase() === to.toLowerCase();
