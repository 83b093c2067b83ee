import type { SNSClient } from '@aws-sdk/client-sns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS, QUERY_URL_OUTPUT, readVariables, VARIABLES } from '../../../adapters/aws/environment.ts';
import { createPace } from '../../../adapters/aws/pace.ts';
import { readPollMessage } from '../../../adapters/aws/poll-queue.ts';
import { scheduledMinute } from '../../../adapters/aws/schedule-event.ts';
import { createSsmSecrets } from '../../../adapters/aws/secrets.ts';
import { QUERY_URL_OUTPUT as ASKED_OUTPUT } from '../../../adapters/aws/signed-fetch.ts';
import { createSnsChannels } from '../../../adapters/aws/sns-channels.ts';
import { sendFailure } from '../../../adapters/aws/sns-errors.ts';
import { snsBody } from '../../../adapters/aws/sns-message.ts';
import { readConfirmationLink } from '../../../adapters/aws/topic-subscriptions.ts';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { pendingAlert } from '../../../core/alert/decide.ts';
import { renderAlert } from '../../../core/alert/render.ts';
import { sendAlerts } from '../../../core/pipeline/send-alerts.ts';
import { aDevelopment, anAlert, aSubscription, T0 } from '../../builders.ts';
import { hostileText } from '../../core/alert/hostile-text.ts';

const message = renderAlert({ alertId: 'al_1', kind: 'development', subscriptionId: 'sub-1', developments: [aDevelopment()], why: 'test' });

describe('the pace', () => {
  it('lets at most so many messages a second go to one address, whatever comes at once', async () => {
    let now = 0;
    const pace = createPace(
      () => now,
      async (milliseconds) => {
        now += milliseconds;
      },
    );
    const sent: number[] = [];
    for (let count = 0; count < 200; count += 1) {
      await pace('sub-1', 4);
      sent.push(now);
    }
    for (const at of sent) expect(sent.filter((other) => other >= at && other < at + 1000).length).toBeLessThan(5);
    expect(now).toBeLessThanOrEqual(50_000);
  });

  it('makes nobody wait for somebody else', async () => {
    const waits: number[] = [];
    const pace = createPace(
      () => 0,
      async (milliseconds) => void waits.push(milliseconds),
    );
    for (const address of ['a', 'b', 'c']) await pace(address, 1);
    expect(waits).toEqual([]);
  });
});

describe('SNS', () => {
  const error = (name: string): Error => Object.assign(new Error('as the test wants it'), { name });

  it.each([
    ['ThrottledException', true, true],
    ['KMSThrottlingException', true, true],
    ['InvalidParameterException', false, true],
    ['AuthorizationErrorException', false, true],
    ['NotFoundException', false, true],
    ['TimeoutError', true, undefined],
    ['InternalErrorException', true, undefined],
  ])('%s: a later try can help: %s; certainly not sent: %s', (name, isRetryable, isUnsent) => {
    expect(sendFailure(error(name))).toMatchObject({ kind: 'failed', isRetryable, ...(isUnsent === undefined ? {} : { isUnsent }) });
    if (isUnsent === undefined) expect(sendFailure(error(name))).not.toHaveProperty('isUnsent');
  });

  it('gets one body with a form for each protocol, under 256 KiB whatever the feeds say', () => {
    fc.assert(
      fc.property(hostileText(), (words) => {
        const developments = Array.from({ length: 40 }, (_, n) =>
          aDevelopment({
            id: `d${n}`,
            what: words,
            place: words,
            quote: { text: words.repeat(3), speaker: words, outlet: words, link: null, at: T0 },
          }),
        );
        const body = snsBody(renderAlert({ alertId: 'al_1', kind: 'development', subscriptionId: 's', developments, why: 'x' }));
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(256 * 1024);
        const forms = JSON.parse(body) as Record<string, string>;
        expect(Object.keys(forms)).toEqual(expect.arrayContaining(['default', 'email', 'sms', 'sqs', 'lambda', 'https']));
        expect(JSON.parse(forms['sqs'] ?? '')).toMatchObject({ v: 1, id: 'al_1' });
      }),
      { numRuns: 60 },
    );
  });

  it('is told by the attribute "to" alone for a person, by five attributes for machines, by price and type for a phone', async () => {
    const inputs: { MessageAttributes: Record<string, { StringValue: string }> }[] = [];
    const client = {
      send: async (command: { input: (typeof inputs)[0] }) => ({ MessageId: String(inputs.push(command.input)) }),
    } as unknown as SNSClient;
    const ways = createSnsChannels({
      client,
      alertTopicPrefix: 'arn:alerts-',
      firehoseTopicArn: 'arn:f',
      sms: { maxPriceUsd: 0.05, originationNumber: '+15550100' },
      pace: async () => {},
    });
    for (const channel of ['email', 'firehose', 'sms'])
      await ways.find((way) => way.channel === channel)?.send(aSubscription({ id: 'sub-1' }), anAlert(), message);
    const [mail, machines, phone] = inputs.map(({ MessageAttributes }) =>
      Object.fromEntries(Object.entries(MessageAttributes).map(([key, { StringValue }]) => [key, StringValue])),
    );
    expect(mail).toEqual({ to: 'sub-1' });
    expect(machines).toEqual({
      kind: '["status"]',
      severity: '["major"]',
      level: '["leader"]',
      status: '["scheduled"]',
      parties: '["RU","US"]',
    });
    expect(phone).toEqual({
      to: 'sub-1',
      'AWS.SNS.SMS.SMSType': 'Transactional',
      'AWS.SNS.SMS.MaxPrice': '0.05',
      'AWS.MM.SMS.OriginationNumber': '+15550100',
    });
  });

  it('goes to the topic of the subscription’s place, and parks what has no topic any more', async () => {
    const asked: string[] = [];
    const client = {
      send: async ({ input }: { input: { TopicArn: string } }) => {
        asked.push(input.TopicArn);
        throw error('NotFoundException');
      },
    } as unknown as SNSClient;
    const sms = { maxPriceUsd: 1, originationNumber: null };
    const ways = createSnsChannels({ client, alertTopicPrefix: 'arn:alerts-', firehoseTopicArn: 'f', sms, pace: async () => {} });
    const result = await ways[0]!.send(aSubscription({ topic: 3 }), anAlert(), message);
    expect(asked).toEqual(['arn:alerts-4']);
    expect(result).toMatchObject({ kind: 'failed', isRetryable: false, reason: expect.stringContaining('NotFound') });
  });
});

describe('a sender with little time', () => {
  it('begins nothing after its deadline, and leaves the rest due', async () => {
    const clock = virtualClock('2026-03-01T09:00:00.000Z');
    const store = openMemoryStore();
    await store.subscriptions.put(aSubscription());
    const ids = ['al_1', 'al_2', 'al_3'];
    for (const id of ids)
      await store.alerts.add(
        pendingAlert(aSubscription(), { id, kind: 'test', developmentIds: [], storyIds: [], createdAt: T0, dueAt: T0, message }),
      );
    const channel = {
      channel: 'terminal',
      send: async () => {
        clock.set('2026-03-01T09:00:10.000Z');
        return { kind: 'sent' as const, receipt: null };
      },
    } as const;
    let next = 0;
    const ports = {
      store,
      clock,
      ids: { next: () => `id-${next++}` },
      log: { info() {}, warn() {}, error() {} },
      channels: [channel],
      deadline: '2026-03-01T09:00:05.000Z',
    };
    expect(await sendAlerts(ids, ports)).toMatchObject({ sent: 1 });
    expect(await sendAlerts(ids, { ...ports, deadline: '2026-03-01T10:00:00.000Z' })).toMatchObject({ sent: 2 });
  });
});

describe('what comes in', () => {
  it('stands for the minute of its schedule, also when it comes late or again', () => {
    expect(scheduledMinute({ scheduledAt: '2026-03-01T08:05:00Z' }, '2026-03-01T08:07:12.000Z')).toBe('2026-03-01T08:05:00.000Z');
    expect(scheduledMinute({}, '2026-03-01T08:07:12.000Z')).toBe('2026-03-01T08:07:00.000Z');
  });

  it('reads messages of newer code, and says what is wrong with others', () => {
    expect(readPollMessage('{"v":1,"feedIds":["a"],"later":true}')).toMatchObject({ feedIds: ['a'] });
    expect(() => readPollMessage('{"v":1,"feedIds":[]}')).toThrow('not understood');
    expect(() => readPollMessage('<xml>')).toThrow('no JSON');
  });

  it('takes a confirmation link of SNS and no other', () => {
    const link =
      'https://sns.eu-central-1.amazonaws.com/confirmation.html?TopicArn=arn:aws:sns:eu-central-1:1:t&Token=abc&Endpoint=a@example.org';
    expect(readConfirmationLink(link)).toEqual({ topicArn: 'arn:aws:sns:eu-central-1:1:t', token: 'abc' });
    expect(() => readConfirmationLink(link.replace('amazonaws.com', 'amazonaws.com.evil.example'))).toThrow('no confirmation link');
  });
});

describe('secrets and variables', () => {
  it('asks the parameter store again after minutes, and takes a missing secret for none', async () => {
    let now = 0;
    const asked: string[] = [];
    const client = {
      send: async ({ input }: { input: { Name: string } }) => {
        asked.push(input.Name);
        if (input.Name.endsWith('gone')) throw Object.assign(new Error('x'), { name: 'ParameterNotFound' });
        return { Parameter: { Value: 'v' } };
      },
    } as never;
    const secrets = createSsmSecrets({ client, path: '/p/', now: () => now });
    expect([await secrets.read('a'), await secrets.read('a'), await secrets.read('gone')]).toEqual(['v', 'v', null]);
    now = 6 * 60_000;
    await secrets.read('a');
    expect(asked).toEqual(['/p/a', '/p/gone', '/p/a']);
  });

  it('names every variable that is missing', () => {
    expect(() => readVariables({}, ['table', 'pollQueue'])).toThrow(`${VARIABLES.table}, ${VARIABLES.pollQueue}`);
  });

  it('has one name for the API’s address, and no more metrics than are free', () => {
    expect(ASKED_OUTPUT).toBe(QUERY_URL_OUTPUT);
    expect(METRICS.length).toBeLessThanOrEqual(10);
  });
});
