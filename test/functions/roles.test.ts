import { rmSync } from 'node:fs';
import { SNSClient } from '@aws-sdk/client-sns';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, expect, it } from 'vitest';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { withFirehose } from '../../adapters/aws/firehose-subscription.ts';
import { capCostly } from '../../adapters/aws/sms-cap.ts';
import { createSnsChannels } from '../../adapters/aws/sns-channels.ts';
import { unpackBody } from '../../adapters/aws/table-row.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { countingIds } from '../../adapters/local/ids.ts';
import { renderFeed } from '../../cli/demo/render-feed.ts';
import { SAMPLE_OUTLETS, SAMPLE_ROUNDS, type SampleItem } from '../../cli/demo/sample.ts';
import { openCoder } from '../../cli/local/open-local.ts';
import { parseFeed } from '../../core/feed/parse.ts';
import { fanOut } from '../../core/pipeline/fan-out.ts';
import { oldestPending } from '../../core/pipeline/oldest-pending.ts';
import { pollFeeds } from '../../core/pipeline/poll-feeds.ts';
import { sendAlerts } from '../../core/pipeline/send-alerts.ts';
import { sendDigests } from '../../core/pipeline/send-digests.ts';
import { tellStateOfPlay } from '../../core/pipeline/state-of-play.ts';
import { sweep } from '../../core/pipeline/sweep.ts';
import { tickStories } from '../../core/pipeline/tick-stories.ts';
import type { FunctionName } from '../../infra/functions.ts';
import { aSubscription } from '../builders.ts';
import { mayCall, statementsOf } from '../infra/rights.ts';
import { synthesise } from '../infra/synth.ts';
import { ACCOUNT, ALERT_TOPIC_PREFIX, type Call, FIREHOSE_TOPIC, REGION, type StandIn, startStandIn, TABLE } from './aws-stand-in.ts';

const templates = synthesise({ aws: { sms: { isEnabled: true } } });
afterAll(() => rmSync(templates.folder, { recursive: true, force: true }));

const pascal = (name: string): string => name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
const STEPS = [
  'dispatch-polls',
  'poll-feeds',
  'send-alerts',
  'tick-stories',
  'sweep',
  'send-digests',
] as const satisfies readonly FunctionName[];

/** The demo's news, by the steps that the functions call, on the real adapters: much more of the code than a few invocations reach. */
function openWorld(aws: StandIn) {
  const clock = virtualClock(SAMPLE_ROUNDS[0]?.at ?? '');
  const own = openDynamoStore({ client: aws.client, tableName: 'summitwire', clock, retentionDays: 3650 });
  const store = { ...own, subscriptions: withFirehose(own.subscriptions) };
  const client = new SNSClient({ endpoint: aws.url, region: REGION, credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'local' } });
  const sms = { maxPriceUsd: 0.05, originationNumber: null };
  const options = { client, alertTopicPrefix: ALERT_TOPIC_PREFIX, firehoseTopicArn: FIREHOSE_TOPIC, sms, pace: async () => {} };
  const channels = createSnsChannels(options).map((channel) =>
    capCostly(channel, 3, { archive: store.archive, subscriptions: store.subscriptions, clock }),
  );
  const published: SampleItem[] = [];
  const sending = { store, clock, ids: countingIds(), log: QUIET, watch: [], channels };
  const polling = {
    ...{ ...sending, store: own, code: openCoder(), random: { next: () => 0.5 }, bounds: { minMinutes: 5, maxMinutes: 5 } },
    fetcher: { fetch: async ({ id, url }: { id: string; url: string }) => answerOf(id, url, published) },
    parser: { parse: (bytes: Uint8Array, { url }: { url: string }) => parseFeed(bytes, { url }) },
    tellFeedHealth: own.feeds.leaveHealthEvent,
    pause: async () => {},
  };
  return { clock, store: own, sending, polling, published, close: () => client.destroy() };
}

/** A feed shows its newest twenty. */
function answerOf(id: string, url: string, published: readonly SampleItem[]) {
  const outlet = SAMPLE_OUTLETS.find((one) => one.id === id)!;
  const { bytes, contentType } = renderFeed(outlet, published.filter(({ feedId }) => feedId === id).slice(-20));
  const told = { etag: null, lastModified: null, freshUntil: null, permanentUrl: null };
  return { kind: 'fetched' as const, bytes, contentType, url, bodyHash: Buffer.from(bytes).toString('base64'), ...told };
}

const FEEDS = SAMPLE_OUTLETS.map(({ id, outlet, sourceKind }) => {
  const rest = { lang: 'en', intervalMinutes: 5, credentialRef: null, isEnabled: true };
  return { ...rest, id, outlet, sourceKind, url: `https://${id}.example/rss` };
});

type World = ReturnType<typeof openWorld>;

/** Ids of new developments, as the stream would bring them. */
const woken = async ({ store }: World): Promise<readonly string[]> =>
  (await store.work.listDue('9999', 1000)).flatMap((work) => (work.kind === 'fan_out' ? [work.id] : []));

const RUNS: Record<(typeof STEPS)[number], (world: World, ids: readonly string[]) => Promise<unknown>> = {
  'dispatch-polls': ({ store }) => store.feeds.readSchedule(),
  'poll-feeds': ({ polling }) => pollFeeds(FEEDS, polling, { deadline: '9999', hostSpacingMs: 0, concurrency: 4, worker: 'w' }),
  'send-alerts': async ({ store, sending }, ids) => {
    const records = (await Promise.all(ids.map((id) => store.developments.read(id)))).flatMap((record) => record?.development ?? []);
    await sendAlerts(await fanOut(records, sending), sending);
  },
  'tick-stories': ({ store, sending }) => tickStories({ ...sending, store }),
  sweep: async ({ store, sending }) => {
    await sweep(sending);
    await oldestPending({ ...sending, store });
  },
  'send-digests': async ({ store, sending }) => {
    await sendDigests({ ...sending, store });
    await store.archive.listFeedStates({ limit: 10, cursor: null });
    await tellStateOfPlay({ ...sending, store });
  },
};

/** The next call to write items fails for good: what it follows was committed, and is done again at the next poll. */
function failWrites({ faults }: StandIn): void {
  for (let times = 0; times < 4; times += 1) faults.push({ action: 'dynamodb:BatchWriteItem', code: 'InternalServerError', status: 500 });
}

/** As after an upgrade: every dossier was made by older rules. */
async function ageDossiers({ client }: StandIn): Promise<void> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: TABLE }));
  for (const row of Items.filter(({ sk }) => sk === 'DOSSIER')) {
    const body = JSON.stringify({ ...unpackBody<object>(row), rulesVersion: 0 });
    await client.send(new PutCommand({ TableName: TABLE, Item: { ...row, body } }));
  }
}

it('no step of the demo’s news makes a call that its role does not allow, also when writes fail midway and rules change', {
  timeout: 240_000,
}, async () => {
  const aws = await startStandIn();
  const world = openWorld(aws);
  const daily = { kind: 'daily' as const, at: '07:30', zone: 'Europe/Vienna' };
  for (const subscription of [
    aSubscription({ id: 'mail', channel: 'email', to: 'reader@example.org', filter: 'severity:major,minor' }),
    aSubscription({ id: 'phone', channel: 'sms', to: '+4366012345678', filter: 'severity:major' }),
    aSubscription({ id: 'digest', channel: 'email', to: 'digest@example.org', rhythm: daily, createdAt: '2000-01-01T00:00:00.000Z' }),
  ])
    await world.store.subscriptions.put(subscription);
  const refused: string[] = [];
  const made = new Map<string, Set<string>>();
  try {
    for (const [round, { at, items }] of SAMPLE_ROUNDS.entries()) {
      world.clock.set(at);
      world.published.push(...items);
      if (round % 3 === 2) await ageDossiers(aws);
      for (const step of STEPS) {
        const ids = step === 'send-alerts' ? await woken(world) : [];
        const before = aws.calls.length;
        if (round % 2 === 1 && step === 'poll-feeds') failWrites(aws);
        await RUNS[step](world, ids);
        aws.faults.length = 0;
        const statements = statementsOf(pascal(step), templates);
        const calls: readonly Call[] = aws.calls.slice(before);
        for (const { action } of calls) made.set(step, (made.get(step) ?? new Set()).add(action));
        refused.push(...calls.filter((call) => !mayCall(statements, call)).map((call) => `${step}: ${JSON.stringify(call)}`));
      }
    }
  } finally {
    world.close();
    await aws.close();
  }
  expect([...new Set(refused)]).toEqual([]);
  expect(made.get('poll-feeds')).toContain('dynamodb:BatchGetItem');
  expect(made.get('sweep')).toContain('sns:Publish');
});
