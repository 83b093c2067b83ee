import { PublishCommand, type PublishCommandInput, type SNSClient } from '@aws-sdk/client-sns';
import { CHANNEL_SPEC } from '../../core/alert/channel.ts';
import { SUBJECT_UNITS } from '../../core/alert/render.ts';
import { cleanLine, shorten } from '../../core/alert/sanitise.ts';
import type { Channel } from '../../core/alert/subscription.ts';
import type { AlertChannel, SendResult } from '../../core/ports.ts';
import { alertTopicArn } from './alert-topics.ts';
import { sendFailure } from './sns-errors.ts';
import { type Attributes, firehoseAttributes, personAttributes, snsBody } from './sns-message.ts';

export type SnsOptions = {
  readonly client: Pick<SNSClient, 'send'>;
  /** What the ARNs of the alert topics begin with; a subscription knows its place among them. */
  readonly alertTopicPrefix: string;
  readonly firehoseTopicArn: string;
  readonly sms: { readonly maxPriceUsd: number; readonly originationNumber: string | null };
  /** Waits until one more message may go to this address. */
  readonly pace: (subscriptionId: string, perSecond: number) => Promise<void>;
};

/** Channels that go by the alert topics; each publishes once, for one subscription. */
const BY_TOPIC = ['email', 'sms', 'https', 'sqs', 'lambda'] as const satisfies readonly Channel[];

/** Every way out of the AWS side. The sender has chosen the subscription; SNS passes the message to the one that filters on its id. */
export function createSnsChannels(options: SnsOptions): readonly AlertChannel[] {
  const personal = BY_TOPIC.map(
    (channel): AlertChannel => ({
      channel,
      send: async (subscription, _alert, message) => {
        const topicArn = alertTopicArn(options.alertTopicPrefix, subscription.topic ?? 0);
        await options.pace(subscription.id, CHANNEL_SPEC[channel].perSecond);
        const attributes = personAttributes(subscription.id, CHANNEL_SPEC[channel].isCostly ? options.sms : null);
        return publish(options, publishInput(topicArn, message, attributes));
      },
    }),
  );
  const firehose: AlertChannel = {
    channel: 'firehose',
    send: (_subscription, _alert, message) =>
      publish(options, publishInput(options.firehoseTopicArn, message, firehoseAttributes(message))),
  };
  return [...personal, firehose];
}

type Told = Parameters<AlertChannel['send']>[2];

function publishInput(topicArn: string, message: Told, attributes: Attributes): PublishCommandInput {
  const subject = shorten(cleanLine(message.subject), SUBJECT_UNITS);
  return {
    TopicArn: topicArn,
    MessageStructure: 'json',
    Message: snsBody(message),
    MessageAttributes: attributes,
    ...(subject === '' ? {} : { Subject: subject }),
  };
}

async function publish({ client }: SnsOptions, input: PublishCommandInput): Promise<SendResult> {
  try {
    const answer = await client.send(new PublishCommand(input));
    return { kind: 'sent', receipt: answer.MessageId ?? null };
  } catch (error) {
    return sendFailure(error);
  }
}
