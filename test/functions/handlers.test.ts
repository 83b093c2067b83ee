import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import { RULES_VERSION } from '../../core/story/develop.ts';
import { FUNCTIONS, type FunctionRow, type Trigger } from '../../infra/functions.ts';
import { aCodedItem, aDevelopment, aDossier, anItem, anItemRecord, aSubscription as anySubscription, aStory, T0 } from '../builders.ts';
import { mayCall, statementsOf, unusedRights } from '../infra/rights.ts';
import { synthesise } from '../infra/synth.ts';
import { ALERT_TOPICS, type Call, FIREHOSE_TOPIC, type StandIn, startStandIn } from './aws-stand-in.ts';
import { buildForTest, invoke as invokeBundle } from './invoke.ts';

let folder: string;
let aws: StandIn;
let publisher: Server;

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title><link>https://news.example/</link><description>d</description>
<item><title>Putin and Trump to meet in Budapest on Friday</title><link>https://news.example/1</link><guid>one</guid><pubDate>Sun, 01 Mar 2026 07:50:00 GMT</pubDate><description>The two presidents will meet in Budapest, officials said.</description></item></channel></rss>`;

beforeAll(async () => {
  publisher = createServer((request, response) =>
    response.writeHead(request.url === '/gone' ? 410 : 200, { 'content-type': 'application/rss+xml' }).end(RSS),
  );
  await new Promise<void>((done) => publisher.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}/rss`;
  folder = await buildForTest({
    settings: {
      page: true,
      watch: ['RU-US'],
      polling: { allowLoopback: true, hostSpacingMs: 0 },
      aws: { sms: { isEnabled: true, dailyCap: 1 } },
    },
    feeds: [
      { id: 'example-wire', url, outlet: 'Example Wire', sourceKind: 'agency', lang: 'en' },
      { id: 'ended-wire', url: url.replace('/rss', '/gone'), outlet: 'Ended Wire', sourceKind: 'press', isEnabled: false },
    ],
  });
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  publisher.closeAllConnections();
  await new Promise((done) => publisher.close(done));
});

beforeEach(async () => {
  aws = await startStandIn();
  return () => aws.close();
});

/** Every call that a function made in any of the tests, once. */
const callsOf = new Map<string, Map<string, Call>>();

async function invoke(bundles: string, invocation: Parameters<typeof invokeBundle>[1]): ReturnType<typeof invokeBundle> {
  const before = aws.calls.length;
  try {
    return await invokeBundle(bundles, invocation);
  } finally {
    const mine = callsOf.get(invocation.name) ?? new Map<string, Call>();
    for (const call of aws.calls.slice(before))
      mine.set(`${call.action} ${call.resources.join(' ')} ${partitionsIn(call).join(' ')}`, call);
    callsOf.set(invocation.name, mine);
  }
}

const partitionsIn = ({ leadingKeys = [] }: Call): string[] => [...new Set(leadingKeys.map((key) => key.split('#')[0] ?? ''))];

const storeAt = (now: string) =>
  openDynamoStore({ client: aws.client, tableName: 'summitwire', clock: virtualClock(now), retentionDays: 400 });
const later = (seconds: number): string => new Date(Date.parse(T0) + seconds * 1000).toISOString();

const aSubscription = (part: Partial<Subscription> = {}): Subscription =>
  anySubscription({ id: 'sub-1', channel: 'email', to: 'reader@example.org', createdAt: T0, ...part });

const insertOf = (id: string) => ({
  eventID: `e-${id}`,
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  dynamodb: { Keys: { pk: { S: `DEV#${id}` }, sk: { S: 'DEV' } }, SequenceNumber: `seq-${id}` },
});
const message = (id: string, body: string) => ({
  messageId: id,
  receiptHandle: 'r',
  body,
  attributes: { SentTimestamp: String(Date.parse(T0)) },
  messageAttributes: {},
  eventSource: 'aws:sqs',
});

describe('dispatch-polls', () => {
  it('hands each feed out once in its interval, and the same feeds when a tick is tried again', async () => {
    const sent: number[] = [];
    for (let minute = 0; minute < 10; minute += 5) {
      const event = { scheduledAt: later(minute * 60) };
      await invoke(folder, { name: 'dispatch-polls', event, now: later(minute * 60 + 5), environment: aws.environment });
      sent.push(aws.polls.length);
    }
    expect(aws.polls).toEqual([{ queueUrl: aws.environment['SUMMITWIRE_POLL_QUEUE_URL'], body: '{"v":1,"feedIds":["example-wire"]}' }]);
    const minute = sent.indexOf(1) * 5;
    await invoke(folder, {
      name: 'dispatch-polls',
      event: { scheduledAt: later(minute * 60) },
      now: later(minute * 60 + 65),
      environment: aws.environment,
    });
    expect(aws.polls).toHaveLength(2);
  }, 60_000);
});

describe('poll-feeds', () => {
  it('reads a feed into the table, and gives back only the message that it cannot understand', async () => {
    const event = { Records: [message('good', '{"v":1,"feedIds":["example-wire","gone-from-config"]}'), message('bad', 'no json')] };
    const { answer, log } = await invoke(folder, { name: 'poll-feeds', event, now: T0, environment: aws.environment });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
    expect(log).toContain('"FeedsChecked":1');
    const state = await storeAt(T0).feeds.readState('example-wire');
    expect(state).toMatchObject({ failures: 0, baselineAt: expect.stringContaining('2026-03-01') });
    expect(aws.sns.published).toEqual([]);
  });

  it('rebuilds a dossier that older rules made from its items, before it hears anything new', async () => {
    const key = 'leader:RU-US';
    const store = storeAt(T0);
    const decision = {
      itemId: 'old-item',
      dossierKey: key,
      storyId: null,
      runnerUp: null,
      outcome: 'repeat' as const,
      developmentIds: [],
      reason: '',
    };
    await store.items.add([
      anItemRecord({ item: anItem({ id: 'old-item' }), coded: aCodedItem({ id: 'old-item' }), decisions: [decision] }),
    ]);
    await store.dossiers.commit(aDossier({ key, rulesVersion: 0 }), null, 'token');
    const event = { Records: [message('one', '{"v":1,"feedIds":["example-wire"]}')] };
    const { answer } = await invoke(folder, { name: 'poll-feeds', event, now: T0, environment: aws.environment });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect((await store.dossiers.read(key))?.dossier.rulesVersion).toBe(RULES_VERSION);
    expect(aws.calls.some(({ action }) => action === 'dynamodb:BatchGetItem')).toBe(true);
  });

  it('does not fetch from its own machine on Lambda, whatever the config says', async () => {
    const event = { Records: [message('one', '{"v":1,"feedIds":["example-wire"]}')] };
    const environment = { ...aws.environment, AWS_LAMBDA_FUNCTION_NAME: 'poll-feeds' };
    const { answer, log } = await invoke(folder, { name: 'poll-feeds', event, now: T0, environment });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(log).toContain('"FeedsFailed":1');
  });

  it('gives what it has no time for back to the queue as a smaller message', async () => {
    const event = { Records: [message('one', '{"v":1,"feedIds":["example-wire"]}')] };
    await invoke(folder, { name: 'poll-feeds', event, now: T0, environment: aws.environment, remainingMs: 10_000 });
    expect(aws.polls.map(({ body }) => body)).toEqual(['{"v":1,"feedIds":["example-wire"]}']);
  });
});

describe('poll-feeds and a feed that ends', () => {
  it('leaves its trouble for the sweep, which makes an alert for the owner, once', async () => {
    await storeAt(T0).subscriptions.put(aSubscription());
    const event = { Records: [message('one', '{"v":1,"feedIds":["ended-wire"]}')] };
    await invoke(folder, { name: 'poll-feeds', event, now: T0, environment: aws.environment });
    expect(aws.sns.published).toEqual([]);
    for (const seconds of [60, 120, 180])
      await invoke(folder, { name: 'sweep', event: {}, now: later(seconds), environment: aws.environment });
    expect(aws.sns.published.map(({ subject }) => subject)).toEqual(['Feed ended-wire: dead']);
  });
});

describe('send-alerts and sweep', () => {
  const major = aDevelopment({ severity: 'major', parties: ['RU', 'US'], sequence: 1 });

  async function givenDevelopment(subscriptions: readonly Subscription[]): Promise<void> {
    const store = storeAt(T0);
    for (const subscription of subscriptions) await store.subscriptions.put(subscription);
    await store.developments.add(major, later(0));
    aws.calls.length = 0;
  }

  it('makes one alert for each subscription that wants it and publishes it once, addressed to it alone', async () => {
    await givenDevelopment([
      aSubscription(),
      aSubscription({ id: 'sub-2', filter: 'party:CN', to: 'other@example.org' }),
      aSubscription({ id: 'sub-3', channel: 'sms', to: '+4366012345678', topic: 1 }),
    ]);
    const event = { Records: [insertOf(major.id)] };
    const first = await invoke(folder, { name: 'send-alerts', event, now: later(1), environment: aws.environment, remainingMs: 10 });
    expect(first.answer).toEqual({ batchItemFailures: [] });
    await invoke(folder, { name: 'sweep', event: {}, now: later(30), environment: aws.environment });
    await invoke(folder, { name: 'sweep', event: {}, now: later(90), environment: aws.environment });
    expect(aws.sns.published.map(({ topicArn, attributes }) => [topicArn, attributes['to'] ?? 'everybody'])).toEqual(
      expect.arrayContaining([
        [ALERT_TOPICS[0], 'sub-1'],
        [ALERT_TOPICS[1], 'sub-3'],
        [FIREHOSE_TOPIC, 'everybody'],
      ]),
    );
    expect(aws.sns.published).toHaveLength(3);
  });

  it('sends within the invocation what falls due while it waits for a second story', async () => {
    await givenDevelopment([aSubscription({ channel: 'sms', to: '+4366012345678' }), aSubscription({ id: 'sub-2', topic: 1 })]);
    const invocation = { name: 'send-alerts', event: { Records: [insertOf(major.id)] }, now: later(1), environment: aws.environment };
    await invoke(folder, { ...invocation, remainingMs: 600_000, speed: 10 });
    expect(aws.sns.published.map(({ topicArn }) => topicArn).sort()).toEqual([...ALERT_TOPICS.slice(0, 2), FIREHOSE_TOPIC].sort());
  });

  it.each(['send-alerts', 'sweep'])('%s looks whether a pair has told what three say, which it may', async (name) => {
    const store = storeAt(T0);
    await store.subscriptions.put(aSubscription({ filter: 'severity:major' }));
    const three = aDevelopment({ id: 'three', severity: 'major', parties: ['CN', 'RU', 'US'], sequence: 1 });
    await store.developments.add(three, later(0));
    const event = { Records: [insertOf(three.id)] };
    await invoke(folder, { name, event, now: later(1), environment: aws.environment, remainingMs: name === 'sweep' ? 60_000 : 10 });
    expect((await storeAt(T0).work.listDue('9999', 10)).map(({ kind }) => kind)).toEqual(['alert', 'alert']);
  });

  it('pays what a dead writer owed, and tells it', async () => {
    const store = storeAt(T0);
    await store.subscriptions.put(aSubscription());
    await store.dossiers.commit(
      aDossier({ stories: [aStory()] }),
      { developments: [major], stories: [aStory()], denials: [], dueAt: T0 },
      'token',
    );
    await invoke(folder, { name: 'sweep', event: {}, now: later(60), environment: aws.environment });
    await invoke(folder, { name: 'sweep', event: {}, now: later(120), environment: aws.environment });
    expect(aws.sns.published.filter(({ attributes }) => attributes['to'] === 'sub-1')).toHaveLength(1);
  });

  it('gives back only the stream record that it cannot read', async () => {
    await givenDevelopment([aSubscription()]);
    const broken = { eventID: 'x', eventName: 'INSERT', dynamodb: { SequenceNumber: 'seq-x' } };
    const { answer } = await invoke(folder, {
      name: 'send-alerts',
      event: { Records: [insertOf(major.id), broken] },
      now: later(1),
      environment: aws.environment,
      remainingMs: 10,
    });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'seq-x' }] });
  });

  it('tells nothing twice when the stream brings the same record again', async () => {
    await givenDevelopment([aSubscription()]);
    const event = { Records: [insertOf(major.id), insertOf(major.id)] };
    for (const seconds of [1, 60]) {
      await invoke(folder, { name: 'send-alerts', event, now: later(seconds), environment: aws.environment, remainingMs: 10 });
      await invoke(folder, { name: 'sweep', event: {}, now: later(seconds + 30), environment: aws.environment });
    }
    expect(aws.sns.published.filter(({ topicArn }) => topicArn === ALERT_TOPICS[0])).toHaveLength(1);
  });

  it('keeps an alert that SNS throttles and sends it later', async () => {
    await givenDevelopment([aSubscription()]);
    for (let times = 0; times < 8; times += 1) aws.faults.push({ action: 'sns:Publish', code: 'Throttling', status: 429 });
    await invoke(folder, { name: 'sweep', event: {}, now: later(1), environment: aws.environment });
    await invoke(folder, { name: 'sweep', event: {}, now: later(30), environment: aws.environment });
    expect(aws.sns.published).toEqual([]);
    aws.faults.length = 0;
    await invoke(folder, { name: 'sweep', event: {}, now: later(300), environment: aws.environment });
    expect(aws.sns.published).toHaveLength(2);
  });

  it('parks an alert that SNS refuses for good, and the others go on', async () => {
    await givenDevelopment([aSubscription(), aSubscription({ id: 'sub-2', to: 'other@example.org' })]);
    await invoke(folder, { name: 'sweep', event: {}, now: later(1), environment: aws.environment });
    aws.faults.push({ action: 'sns:Publish', code: 'InvalidParameter', status: 400 });
    const { answer } = await invoke(folder, { name: 'sweep', event: {}, now: later(30), environment: aws.environment });
    expect(answer).toMatchObject({ sent: 2, parked: 1 });
  });

  it('stops text messages at the daily cap', async () => {
    const phone = (id: string): Subscription => aSubscription({ id, channel: 'sms', to: `+43660${id.length}${id.charCodeAt(0)}4567` });
    await givenDevelopment([phone('a-phone'), phone('b-phone-2')]);
    await invoke(folder, { name: 'sweep', event: {}, now: later(1), environment: aws.environment });
    const { answer } = await invoke(folder, { name: 'sweep', event: {}, now: later(30), environment: aws.environment });
    expect(answer).toMatchObject({ parked: 1 });
    expect(aws.sns.published.filter(({ attributes }) => 'AWS.SNS.SMS.MaxPrice' in attributes)).toHaveLength(1);
  });
});

describe('tick-stories, send-digests, check-subscriptions, query', () => {
  it('lets time pass over an empty table', async () => {
    const { answer } = await invoke(folder, { name: 'tick-stories', event: {}, now: T0, environment: aws.environment });
    expect(answer).toEqual({ developments: 0 });
  });

  it('tells that the outcome is unknown when a date has passed in silence, and at which summit it was to be', async () => {
    const story = aStory({ lookAgainAt: T0 });
    const summit = aStory({ id: 'summit', parties: ['DE', 'FR', 'HU', 'RU', 'US'], summit: 'Danube summit' });
    await storeAt(T0).stories.putStory(summit, 'leader:DE-FR-HU-RU-US', 1);
    await storeAt(T0).dossiers.commit(aDossier({ stories: [story], lookAgainAt: T0 }), null, 'token');
    const { answer } = await invoke(folder, { name: 'tick-stories', event: {}, now: later(10 * 86_400), environment: aws.environment });
    expect((answer as { developments: number }).developments).toBeGreaterThan(0);
    const all = { limit: 10, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };
    const { rows } = await storeAt(T0).archive.listDevelopments(all);
    expect(rows).toMatchObject([{ kind: 'outcome_unknown', inside: { storyId: 'summit', because: 'same_place' } }]);
  });

  it('makes a digest once for its slot, also when a run is missed', async () => {
    const store = storeAt(T0);
    await store.subscriptions.put(
      aSubscription({ rhythm: { kind: 'daily', at: '09:00', zone: 'Europe/Vienna' }, createdAt: '2026-02-20T00:00:00.000Z' }),
    );
    await store.developments.add(aDevelopment({ severity: 'minor' }), later(0));
    const runs = [];
    for (const hours of [1, 2, 30])
      runs.push((await invoke(folder, { name: 'send-digests', event: {}, now: later(hours * 3600), environment: aws.environment })).answer);
    expect(runs.map((run) => (run as { digests: number }).digests)).toEqual([1, 0, 1]);
    await invoke(folder, { name: 'sweep', event: {}, now: later(31 * 3600), environment: aws.environment });
    const digests = aws.sns.published.filter(({ topicArn }) => topicArn === ALERT_TOPICS[0]);
    expect(digests.map(({ subject }) => subject.split(',')[0])).toEqual(
      expect.arrayContaining(['1 development in 1 story', 'Nothing new']),
    );
  });

  it('counts a subscription that vanished at SNS', async () => {
    await storeAt(T0).subscriptions.put(aSubscription());
    const { answer, log } = await invoke(folder, { name: 'check-subscriptions', event: {}, now: T0, environment: aws.environment });
    expect(answer).toEqual({ checked: 1, confirmed: 0, missing: 1 });
    expect(log).toContain('"SubscriptionsMissing":1');
    expect(log).not.toContain('reader@example.org');
  });

  it('takes up a confirmation by a click', async () => {
    await storeAt(T0).subscriptions.put(aSubscription({ state: 'pending' }));
    aws.sns.subscriptions.push({
      arn: `${ALERT_TOPICS[0]}:1`,
      topicArn: ALERT_TOPICS[0] ?? '',
      protocol: 'email',
      endpoint: 'reader@example.org',
      token: 't',
      isConfirmed: true,
      attributes: {},
    });
    const { answer } = await invoke(folder, { name: 'check-subscriptions', event: {}, now: T0, environment: aws.environment });
    expect(answer).toEqual({ checked: 1, confirmed: 1, missing: 0 });
    expect((await storeAt(T0).subscriptions.list())[0]?.state).toBe('confirmed');
  });

  it('answers the API by function URL', async () => {
    aws.secrets.set('/summitwire/cursor-key', 'a secret of the test');
    await storeAt(T0).stories.putStory(aStory(), 'leader:RU-US', 1);
    await storeAt(T0).developments.add(aDevelopment(), later(0));
    const { answer } = await invoke(folder, { name: 'query', event: urlEvent('/developments'), now: T0, environment: aws.environment });
    expect(answer).toMatchObject({ statusCode: 200 });
    for (const path of [
      '/stories/none',
      '/items/none/explanation',
      '/feeds',
      '/stories/story-1',
      '/developments?filter=pair%3ARU-US',
      '/alerts',
    ])
      await invoke(folder, { name: 'query', event: urlEvent(path), now: T0, environment: aws.environment });
    const missing = await invoke(folder, { name: 'query', event: urlEvent('/nothing-here'), now: T0, environment: aws.environment });
    expect(missing.answer).toMatchObject({ statusCode: 404 });
  });
});

describe('the page behind CloudFront', () => {
  it('travels with the query function and comes from the same address as the API', async () => {
    aws.secrets.set('/summitwire/cursor-key', 'a secret of the test');
    mkdirSync(join(folder, 'query', 'page'), { recursive: true });
    writeFileSync(join(folder, 'query', 'page', 'index.html'), '<!doctype html><title>page of the test</title>');
    for (const [address, told] of [
      ['/', 'page of the test'],
      ['/health', '"refreshSeconds":60'],
    ] as const) {
      const { answer } = await invoke(folder, { name: 'query', event: urlEvent(address), now: T0, environment: aws.environment });
      expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining(told) });
    }
  });
});

describe('the rights of each role', () => {
  const templates = synthesise();
  afterAll(() => rmSync(templates.folder, { recursive: true, force: true }));

  it.each(FUNCTIONS.map(({ name }) => name))('%s may make every call that it made here', (name) => {
    const calls = [...(callsOf.get(name)?.values() ?? [])];
    const statements = statementsOf(pascal(name), templates);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter((call) => !mayCall(statements, call))).toEqual([]);
  });

  it('the function that fetches can see no subscription, and can write no alert and no subscription', () => {
    const statements = statementsOf('PollFeeds', templates);
    const table = 'arn:aws:dynamodb:eu-central-1:111122223333:table/summitwire';
    for (const action of ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'BatchWriteItem'].map((name) => `dynamodb:${name}`)) {
      expect(mayCall(statements, { action, resources: [table], leadingKeys: ['FEED#example-wire'] }), action).toBe(true);
      for (const leadingKeys of [['SUBSCRIPTIONS'], ['ALERT#al_1'], ['FEED#example-wire', 'ALERT#al_1'], []])
        expect(mayCall(statements, { action, resources: [table], leadingKeys }), `${action} ${leadingKeys}`).toBe(false);
    }
  });

  it.each(FUNCTIONS.map((row) => [row.name, row] as const))('%s has no right that neither it nor Lambda for it ever used', (name, row) => {
    const calls = [...(callsOf.get(name)?.values() ?? [])];
    const surplus = unusedRights(statementsOf(pascal(name), templates), calls);
    expect(surplus.filter((right) => !madeByLambda(row).some((pattern) => pattern.test(right)))).toEqual([]);
  });

  it.each(FUNCTIONS.map((row) => [row.name, row] as const))('%s lets Lambda write its log, and fetch what wakes it', (name, row) => {
    const rights = unusedRights(statementsOf(pascal(name), templates), []);
    for (const pattern of madeByLambda(row))
      expect(
        rights.some((right) => pattern.test(right)),
        String(pattern),
      ).toBe(true);
  });
});

/** What Lambda itself does under a function's role: it writes the log, reads what wakes the function, and puts aside what failed. */
function madeByLambda({ trigger, name }: FunctionRow): readonly RegExp[] {
  const log = ['CreateLogStream', 'PutLogEvents'].map((action) => new RegExp(`^logs:${action} \\S+:${pascal(name)}Log\\w+$`));
  const failures = /^sqs:SendMessage \S+:Failures\w+$/;
  const queue = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) => new RegExp(`^sqs:${action} \\S+:polls$`));
  const stream = ['GetRecords', 'GetShardIterator', 'DescribeStream', 'ListStreams'].map(
    (action) => new RegExp(`^dynamodb:${action} \\S+/stream/1$`),
  );
  const byTrigger: Record<Trigger['kind'], readonly RegExp[]> = {
    minutes: [failures],
    cron: [failures],
    dispatch: [failures],
    queue,
    stream: [failures, ...stream],
    url: [],
  };
  return [...log, ...byTrigger[trigger.kind]];
}

const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const urlEvent = (address: string, [rawPath = '/', rawQueryString = ''] = address.split('?')) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath,
  rawQueryString,
  headers: { host: 'api.example' },
  requestContext: {
    accountId: '111122223333',
    apiId: 'url',
    domainName: 'api.example',
    http: { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId: 'r',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  isBase64Encoded: false,
});
