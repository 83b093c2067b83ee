import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { main } from '../../cli/main.ts';
import { T0 } from '../builders.ts';
import { DEPLOYED, FIREHOSE_TOPIC, type StandIn, startStandIn } from './aws-stand-in.ts';
import { buildForTest, type Invoked, invoke } from './invoke.ts';

/** From the command that subscribes to the mail that arrives: the built bundles, woken as SQS and the stream wake them. */

let bundles: string;
let settings: string;
let publisher: Server;
let items: readonly { readonly title: string; readonly at: string }[] = [];
let aws: StandIn;

const later = (minutes: number): string => new Date(Date.parse(T0) + minutes * 60_000).toISOString();
const rss = (): string => {
  const rows = items.map(
    ({ title, at }, n) =>
      `<item><title>${title}</title><link>https://news.example/${n}</link><guid>${n}</guid><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title><link>https://news.example/</link><description>d</description>${rows.join('')}</channel></rss>`;
};

beforeAll(async () => {
  publisher = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss()));
  await new Promise<void>((done) => publisher.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}/rss`;
  const feeds = [{ id: 'example-wire', url, outlet: 'Example Wire', sourceKind: 'agency', lang: 'en', intervalMinutes: 5 }];
  const config = { watch: ['RU-US'], polling: { allowLoopback: true, hostSpacingMs: 0 } };
  bundles = await buildForTest({ settings: config, feeds });
  settings = mkdtempSync(join(tmpdir(), 'summitwire-chain-'));
  writeFileSync(join(settings, 'settings.json'), JSON.stringify(config));
  writeFileSync(join(settings, 'feeds.json'), JSON.stringify(feeds));
});

afterAll(async () => {
  for (const folder of [bundles, settings]) rmSync(folder, { recursive: true, force: true });
  publisher.closeAllConnections();
  await new Promise((done) => publisher.close(done));
});

beforeEach(async () => {
  aws = await startStandIn();
  aws.sns.topics.clear();
  aws.sns.topics.set(FIREHOSE_TOPIC, {});
  Object.assign(aws.outputs, DEPLOYED);
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

async function summitwire(...args: string[]): Promise<string> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await main([...args, '--config', settings], { stdin: new PassThrough(), stdout, stderr, env: { ...aws.environment } });
  expect(String(stderr.read() ?? '')).toBe('');
  expect(code).toBe(0);
  return String(stdout.read() ?? '');
}

/** `speed` shortens the sender's wait for a second story. */
const start = (name: string, minute: number, event: unknown = { scheduledAt: later(minute) }, speed = 1): Promise<Invoked> =>
  invoke(bundles, { name, event, now: later(minute), environment: aws.environment, remainingMs: speed === 1 ? 120_000 : 900_000, speed });

/** The poll queue as Lambda empties it: a message that failed comes again, after five times it is put aside. */
function pollQueue() {
  const waiting: { id: string; body: string; receives: number }[] = [];
  const dead: string[] = [];
  return {
    dead,
    waiting,
    fill: () => void waiting.push(...aws.polls.splice(0).map(({ body }, n) => ({ id: `m${n}`, body, receives: 0 }))),
    redrive: () => void waiting.push(...dead.splice(0).map((body, n) => ({ id: `r${n}`, body, receives: 0 }))),
    async deliver(minute: number): Promise<void> {
      const batch = waiting.splice(0);
      const { answer } = await start('poll-feeds', minute, {
        Records: batch.map(({ id, body, receives }) => recordOf(id, body, receives)),
      });
      const failed = new Set(
        (answer as { batchItemFailures: { itemIdentifier: string }[] }).batchItemFailures.map((one) => one.itemIdentifier),
      );
      for (const message of batch.filter(({ id }) => failed.has(id))) {
        if (message.receives + 1 >= 5) dead.push(message.body);
        else waiting.push({ ...message, receives: message.receives + 1 });
      }
    },
  };
}

const recordOf = (messageId: string, body: string, receives: number) => ({
  messageId,
  receiptHandle: `handle-${messageId}`,
  body,
  attributes: {
    ApproximateReceiveCount: String(receives + 1),
    SentTimestamp: String(Date.parse(T0)),
    SenderId: 'AIDA',
    ApproximateFirstReceiveTimestamp: String(Date.parse(T0)),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:111122223333:polls',
  awsRegion: 'eu-central-1',
});

/** What the stream's filter lets through: inserts of development rows. */
async function streamRecords(): Promise<{ readonly Records: readonly object[] }> {
  const store = openDynamoStore({ client: aws.client, tableName: 'summitwire', clock: virtualClock(T0), retentionDays: 400 });
  const open = (await store.work.listDue('9999', 10)).flatMap((work) => (work.kind === 'fan_out' ? [work.id] : []));
  const Records = open.map((id) => ({
    eventID: id,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-central-1',
    dynamodb: { Keys: { pk: { S: `DEV#${id}` }, sk: { S: 'DEV' } }, SequenceNumber: `seq-${id}`, StreamViewType: 'NEW_IMAGE' },
    eventSourceARN: 'arn:aws:dynamodb:eu-central-1:111122223333:table/summitwire/stream/2026',
  }));
  return { Records };
}

async function untilDispatched(from: number): Promise<number> {
  for (let minute = from; minute < from + 15; minute += 5) {
    await start('dispatch-polls', minute);
    if (aws.polls.length > 0) return minute;
  }
  throw new Error('no feed became due in 15 minutes');
}

describe('from `subscribe` to the mail, in the built bundles', () => {
  it('tells whom it is for, when the story moves, and nobody else', { timeout: 120_000 }, async () => {
    await summitwire('subscribe', 'reader@example.org', 'pair:RU-US', '--aws');
    await summitwire('subscribe', 'other@example.org', 'pair:CN-JP', '--aws');
    for (const one of aws.sns.subscriptions)
      await summitwire('confirm', `https://sns.eu-central-1.amazonaws.com/confirmation.html?TopicArn=${one.topicArn}&Token=${one.token}`);
    expect(aws.sns.subscriptions.map(({ attributes }) => attributes['ConfirmationWasAuthenticated'])).toEqual(['true', 'true']);

    const queue = pollQueue();
    items = [{ title: 'Heavy snow closes mountain roads', at: later(-60) }];
    const first = await untilDispatched(0);
    queue.fill();
    await queue.deliver(first);
    items = [...items, { title: 'Putin and Trump to meet in Budapest on Friday', at: later(first + 1) }];
    const second = await untilDispatched(first + 5);
    queue.fill();
    await queue.deliver(second);
    const event = await streamRecords();
    expect(event.Records).toHaveLength(1);
    expect((await start('send-alerts', second, event, 30)).answer).toEqual({ batchItemFailures: [] });
    await start('sweep', second + 1);

    expect(aws.sns.delivered.map(({ protocol, endpoint }) => [protocol, endpoint])).toEqual([['email', 'reader@example.org']]);
    expect(aws.sns.delivered[0]?.text).toMatch(/^Putin-Trump\n.*scheduled, Budapest/);
    expect(aws.sns.published.map(({ topicArn, attributes }) => [topicArn.split(':').at(-1), attributes['kind'] ?? 'to one'])).toEqual(
      expect.arrayContaining([
        ['summitwire-alerts-1', 'to one'],
        ['firehose', '["status"]'],
      ]),
    );
    expect(aws.sns.published).toHaveLength(2);
  });
});

describe('the poll queue', () => {
  it('gets a batch back that fails, puts it aside after five tries, and reads its feeds once it is redriven', {
    timeout: 120_000,
  }, async () => {
    const queue = pollQueue();
    items = [{ title: 'Heavy snow closes mountain roads', at: later(-60) }];
    const minute = await untilDispatched(0);
    queue.fill();
    for (let tries = 0; tries < 5; tries += 1) {
      for (let times = 0; times < 40; times += 1) aws.faults.push({ action: 'dynamodb:PutItem', code: 'InternalServerError', status: 500 });
      await queue.deliver(minute);
    }
    expect([queue.waiting.length, queue.dead.length]).toEqual([0, 1]);
    aws.faults.length = 0;
    queue.redrive();
    await queue.deliver(minute + 60);
    expect([queue.waiting.length, queue.dead.length]).toEqual([0, 0]);
    const store = openDynamoStore({ client: aws.client, tableName: 'summitwire', clock: virtualClock(T0), retentionDays: 400 });
    expect(await store.feeds.readState('example-wire')).toMatchObject({ failures: 0, baselineAt: expect.any(String) });
  });
});
