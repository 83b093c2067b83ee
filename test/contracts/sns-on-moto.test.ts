import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateTopicCommand, GetSubscriptionAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPollMessage, sendPolls } from '../../adapters/aws/poll-queue.ts';
import { createSnsChannels } from '../../adapters/aws/sns-channels.ts';
import { listTopicSubscriptions, standingsOf } from '../../adapters/aws/sns-subscriptions.ts';
import { subscribeToTopic, unsubscribeFromTopic } from '../../adapters/aws/topic-subscriptions.ts';
import { renderAlert } from '../../core/alert/render.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import { aDevelopment, anAlert, aSubscription } from '../builders.ts';

const hasMoto = spawnSync('moto_server', ['--help']).status === 0;
if (!hasMoto) console.warn('moto_server is not installed here: the conformance of SNS and SQS was not tested');

/** The real SDK against another implementation of SNS and SQS than our own stand-in. */
describe.runIf(hasMoto)('SNS and SQS as moto has them', () => {
  let moto: ChildProcess;
  let sns: SNSClient;
  let sqs: SQSClient;
  let topicPrefix: string;
  let topicArn: string;

  beforeAll(async () => {
    const port = await freePort();
    moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    const settings = {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 60,
    };
    sns = new SNSClient({ ...settings, retryMode: 'standard' });
    sqs = new SQSClient(settings);
    await untilItAnswers(`http://127.0.0.1:${port}/moto-api/`);
    topicPrefix = ((await sns.send(new CreateTopicCommand({ Name: 'firehose' }))).TopicArn ?? '').replace('firehose', 'summitwire-alerts-');
    topicArn = `${topicPrefix}1`;
  }, 60_000);

  afterAll(() => {
    sns.destroy();
    sqs.destroy();
    moto.kill();
  });

  async function aQueue(name: string): Promise<{ url: string; arn: string }> {
    const url = (await sqs.send(new CreateQueueCommand({ QueueName: name }))).QueueUrl ?? '';
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
    return { url, arn: Attributes?.['QueueArn'] ?? '' };
  }

  const received = async (url: string): Promise<{ Message: string; MessageAttributes?: Record<string, { Value: string }> }[]> => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }));
    return Messages.map(({ Body }) => JSON.parse(Body ?? '{}'));
  };

  it('pass an alert to the subscription that it is addressed to, as compact JSON, and to no other', async () => {
    const [mine, other, dead] = [await aQueue('mine'), await aQueue('other'), await aQueue('dead')];
    const subscriptions: Subscription[] = [];
    for (const [id, { arn }] of [
      ['sub-mine', mine],
      ['sub-other', other],
    ] as const) {
      const subscription = aSubscription({ id, channel: 'sqs', to: arn });
      const { topic, state } = await subscribeToTopic(sns, { subscription, topicPrefix, undeliveredQueueArn: dead.arn });
      expect(state).toBe('confirmed');
      subscriptions.push({ ...subscription, topic });
    }
    const ways = createSnsChannels({
      client: sns,
      alertTopicPrefix: topicPrefix,
      firehoseTopicArn: topicArn,
      sms: { maxPriceUsd: 0.05, originationNumber: null },
      pace: async () => {},
    });
    const message = renderAlert({
      alertId: 'al_1',
      kind: 'development',
      subscriptionId: 'sub-mine',
      developments: [aDevelopment()],
      why: 'test',
    });
    const result = await ways.find(({ channel }) => channel === 'sqs')!.send(subscriptions[0]!, anAlert({ id: 'al_1' }), message);
    expect(result).toMatchObject({ kind: 'sent', receipt: expect.stringMatching(/\w/) });
    const [told, ...more] = await received(mine.url);
    expect(more).toEqual([]);
    expect(JSON.parse(told?.Message ?? '{}')).toMatchObject({ v: 1, id: 'al_1', developments: [{ to: 'scheduled' }] });
    expect(await received(other.url)).toEqual([]);
    expect([...standingsOf(subscriptions, [await listTopicSubscriptions(sns, topicArn)])]).toEqual([
      ['sub-mine', 'confirmed'],
      ['sub-other', 'confirmed'],
    ]);
    expect(await unsubscribeFromTopic(sns, topicArn, subscriptions[1]!)).toBe('ended');
    expect(standingsOf(subscriptions, [await listTopicSubscriptions(sns, topicArn)]).get('sub-other')).toBe('missing');
  });

  it('keep the filter and the dead-letter queue of a subscription', async () => {
    const [queue, dead] = [await aQueue('kept'), await aQueue('dead-2')];
    await subscribeToTopic(sns, {
      subscription: aSubscription({ id: 'sub-kept', channel: 'sqs', to: queue.arn }),
      topicPrefix,
      undeliveredQueueArn: dead.arn,
    });
    const found = (await listTopicSubscriptions(sns, topicArn)).find(({ endpoint }) => endpoint === queue.arn);
    const { Attributes = {} } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: found?.arn ?? '' }));
    expect(JSON.parse(Attributes['FilterPolicy'] ?? '{}')).toEqual({ to: ['sub-kept'] });
    expect(Attributes['RedrivePolicy']).toContain(dead.arn);
  });

  it('let consumers of the firehose filter by what moved', async () => {
    const [all, off] = [await aQueue('all'), await aQueue('off-only')];
    const firehose = (await sns.send(new CreateTopicCommand({ Name: 'firehose' }))).TopicArn ?? '';
    const { SubscribeCommand } = await import('@aws-sdk/client-sns');
    await sns.send(new SubscribeCommand({ TopicArn: firehose, Protocol: 'sqs', Endpoint: all.arn }));
    await sns.send(
      new SubscribeCommand({
        TopicArn: firehose,
        Protocol: 'sqs',
        Endpoint: off.arn,
        Attributes: { FilterPolicy: JSON.stringify({ status: ['postponed'], parties: ['RU'] }) },
      }),
    );
    const ways = createSnsChannels({
      client: sns,
      alertTopicPrefix: topicPrefix,
      firehoseTopicArn: firehose,
      sms: { maxPriceUsd: 0.05, originationNumber: null },
      pace: async () => {},
    });
    for (const to of ['scheduled', 'postponed'] as const) {
      const message = renderAlert({
        alertId: `al_${to}`,
        kind: 'development',
        subscriptionId: 'firehose',
        developments: [aDevelopment({ to })],
        why: 'test',
      });
      expect(await ways.find(({ channel }) => channel === 'firehose')!.send(aSubscription(), anAlert(), message)).toMatchObject({
        kind: 'sent',
      });
    }
    expect((await received(all.url)).length).toBe(2);
    expect((await received(off.url)).map(({ Message }) => JSON.parse(Message).id)).toEqual(['al_postponed']);
  });

  it('carry poll messages, and move one that is never understood to the dead-letter queue', async () => {
    const dead = await aQueue('poll-dead');
    const redrive = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 2 });
    const url =
      (await sqs.send(new CreateQueueCommand({ QueueName: 'polls', Attributes: { RedrivePolicy: redrive, VisibilityTimeout: '0' } })))
        .QueueUrl ?? '';
    await sendPolls(sqs, url, [{ feedIds: ['a', 'b'] }]);
    for (let time = 0; time < 2; time += 1) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url }));
      expect(readPollMessage(Messages[0]?.Body ?? '')).toEqual({ v: 1, feedIds: ['a', 'b'] });
    }
    await sqs.send(new ReceiveMessageCommand({ QueueUrl: url }));
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: dead.url }));
    expect(Messages).toHaveLength(1);
  });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await wait(100);
  }
  throw new Error('moto_server does not answer');
}
