import { CreateTopicCommand, type SNSClient } from '@aws-sdk/client-sns';
import { MOST_ALERT_TOPICS } from './environment.ts';
import { listTopicSubscriptions, type TopicSubscription } from './sns-subscriptions.ts';

type Client = Pick<SNSClient, 'send'>;

/** A subscription knows its place among the alert topics, from 0; their names count from 1. */
export const alertTopicArn = (topicPrefix: string, place: number): string => `${topicPrefix}${place + 1}`;

/** SNS puts the display name before each text message, and SMS_PREFIX in core/alert counts on it. */
export const ALERT_TOPIC_DISPLAY_NAME = 'Summitwire';

/** Makes a topic for the next 200 people, encrypted on its way like the rest. Safe to repeat: SNS answers with the one that is there. */
export async function createAlertTopic(client: Client, topicArn: string): Promise<void> {
  const name = topicArn.split(':').at(-1) ?? '';
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'EncryptedOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Resource: topicArn,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
  await client.send(
    new CreateTopicCommand({
      Name: name,
      Attributes: { DisplayName: ALERT_TOPIC_DISPLAY_NAME, Policy },
      Tags: [{ Key: 'project', Value: name.replace(/-alerts-\d+$/, '') }],
    }),
  );
}

/** Who is subscribed to a topic, or null when there is no such topic. */
export async function listAlertTopic(client: Client, topicArn: string): Promise<readonly TopicSubscription[] | null> {
  try {
    return await listTopicSubscriptions(client, topicArn);
  } catch (error) {
    if (error instanceof Error && /^NotFound/.test(error.name)) return null;
    throw error;
  }
}

type Placed = { readonly topic?: number };

/** Everybody at SNS, topic by topic in order, as far as our subscriptions reach. A topic that vanished has nobody. */
export function listAlertTopics(
  client: Client,
  topicPrefix: string,
  subscriptions: readonly Placed[],
): Promise<readonly (readonly TopicSubscription[])[]> {
  const used = Math.min(MOST_ALERT_TOPICS, Math.max(0, ...subscriptions.map(({ topic }) => (topic ?? 0) + 1)));
  const arns = Array.from({ length: used }, (_, place) => alertTopicArn(topicPrefix, place));
  return Promise.all(arns.map(async (arn) => (await listAlertTopic(client, arn)) ?? []));
}
