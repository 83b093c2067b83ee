import { rmSync } from 'node:fs';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { VARIABLES } from '../../adapters/aws/environment.ts';
import { seededRandom } from '../../adapters/local/random.ts';
import { type FeedServer, startFeedServer } from '../../cli/demo/feed-server.ts';
import { SAMPLE_OUTLETS, SAMPLE_ROUNDS, type SampleRound } from '../../cli/demo/sample.ts';
import type { Random, Store } from '../../core/ports.ts';
import { aSubscription } from '../builders.ts';
import { type StandIn, startStandIn } from '../functions/aws-stand-in.ts';
import { buildForTest } from '../functions/invoke.ts';
import { type Container, openContainer, type SharedClock, sharedClock } from './container.ts';
import { type StandInStream, standInStream } from './development-stream.ts';
import { type FlakyCloud, type Rates, startFlakyCloud } from './flaky-cloud.ts';
import { type StandInQueue, standInQueue } from './poll-queue.ts';

/** Of the handlers' calls to DynamoDB, SNS and SQS. A refusal begins a burst; what is lost meets the SDK's own retries first. */
const RATES: Rates = { refused: 0.006, lost: 0.01, died_before: 0.002, died_after: 0.002 };
/** What nobody can read: it must be put aside, and disturb no other. */
export const POISON = ['no json', '{"v":1,"feedIds":[]}'];
const DEAD_FEED = 'dead-wire';
/** Six times the poller's 120 s, and five tries (infra/pipeline-stack.ts). */
const QUEUE = { visibilityMs: 720_000, maxReceives: 5 };
/** Minutes after each moment of the sample news at which the schedules fire; the dispatcher every fifth. */
const LOOKS: readonly number[] = [0, 1, 2, 5, 6];
/** After the faults: long enough for every wait (an hour of back-off, two of a reversal, five deliveries of a poison message). */
const CALM_LOOKS: readonly number[] = [10, 11, 15, 30, 45, 60, 90, 120, 180, 240, 300, 360, 361, 362];
const MINUTE = 60_000;

/** The bundles, built once for a feed server whose address they hold. */
export type Workshop = { readonly folder: string; serve(feeds: FeedServer): void; close(): Promise<void> };

export async function openWorkshop(): Promise<Workshop> {
  const shown: { feeds: FeedServer | null } = { feeds: null };
  const server = createServer((request, response) => {
    if (shown.feeds === null || request.url === `/${DEAD_FEED}`) return void response.writeHead(500).end();
    get(`${shown.feeds.url}${request.url}`, { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
  });
  const url = await listen(server);
  const outlets = [...SAMPLE_OUTLETS, { id: DEAD_FEED, outlet: 'Dead Wire', sourceKind: 'press' }];
  const folder = await buildForTest({
    settings: {
      polling: { intervalMinutes: 5, minMinutes: 5, maxMinutes: 5, allowLoopback: true, hostSpacingMs: 0 },
      storage: { retentionDays: 3650 },
    },
    feeds: outlets.map(({ id, outlet, sourceKind }) => ({ id, outlet, sourceKind, url: `${url}/${id}`, lang: 'en' })),
  });
  return {
    folder,
    serve: (feeds) => {
      shown.feeds = feeds;
    },
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export type PlayedOnHandlers = {
  readonly store: Store;
  readonly aws: StandIn;
  readonly cloud: FlakyCloud;
  readonly queue: StandInQueue;
  readonly stream: StandInStream;
  /** What all handlers logged: metrics too. */
  readonly log: string;
  readonly wrongs: readonly string[];
  readonly played: readonly SampleRound[];
  close(): Promise<void>;
};

/** `rounds`: how much of the sample news; all of it by default. */
export type PlayOptions = { readonly rates?: Rates; readonly rounds?: number };

/** The second tier: the built handlers, warm and cold, driven as AWS drives them, for all of the sample news and six calm hours. */
export async function playOnHandlers(
  seed: number,
  workshop: Workshop,
  { rates = RATES, rounds = SAMPLE_ROUNDS.length }: PlayOptions = {},
): Promise<PlayedOnHandlers> {
  const stage = await setStage(seed, workshop, rates);
  const { aws, store, cloud, feeds, queue, stream, clock } = stage;
  const played = SAMPLE_ROUNDS.slice(0, rounds);
  const wrongs: string[] = [];
  const versions = new Map<string, number>();
  for (const body of POISON) queue.send(body, clock.now());
  for (const { at, items } of played) {
    feeds.publish(items);
    for (const minutes of LOOKS) await look(stage, at, minutes);
    wrongs.push(...(await versionsThatWentBack(store, versions)));
  }
  cloud.areFaultsOn = false;
  const last = played.at(-1)?.at ?? '';
  for (const minutes of CALM_LOOKS) {
    await look(stage, last, minutes);
    if (minutes === 60) queue.redrive(clock.now(), (body) => POISON.includes(body));
  }
  wrongs.push(...(await versionsThatWentBack(store, versions)));
  const containers = [...stage.containers.values()];
  const close = async (): Promise<void> => {
    await Promise.all(containers.map((container) => container.close()));
    await Promise.all([cloud.close(), feeds.close(), aws.close()]);
  };
  return { store, aws, cloud, queue, stream, wrongs, played, log: containers.map((container) => container.log()).join(''), close };
}

type Stage = {
  readonly aws: StandIn;
  readonly store: Store;
  readonly cloud: FlakyCloud;
  readonly feeds: FeedServer;
  readonly queue: StandInQueue;
  readonly stream: StandInStream;
  readonly clock: SharedClock;
  readonly random: Random;
  readonly containers: ReadonlyMap<string, Container>;
};

/** Pollers and senders run two at a time, as they may on AWS. */
const CONTAINERS: readonly (readonly [string, string])[] = [
  ...(['dispatch-polls', 'sweep', 'tick-stories', 'send-digests'] as const).map((name) => [name, name] as const),
  ['poll-1', 'poll-feeds'],
  ['poll-2', 'poll-feeds'],
  ['send-1', 'send-alerts'],
  ['send-2', 'send-alerts'],
];

async function setStage(seed: number, workshop: Workshop, rates: Rates): Promise<Stage> {
  const [aws, feeds, random] = [await startStandIn(), await startFeedServer(), seededRandom(seed)];
  workshop.serve(feeds);
  const clock = sharedClock(SAMPLE_ROUNDS[0]?.at ?? '');
  const containers = new Map<string, Container>();
  const kill = (name: string): void => containers.get(name)?.kill();
  const cloud = await startFlakyCloud({ behind: aws.url, random, rates, kill });
  for (const [name, functionName] of CONTAINERS) {
    const addresses = { [VARIABLES.endpoint]: cloud.url, [VARIABLES.pollQueue]: `${cloud.url}/111122223333/polls` };
    const environment = { ...aws.environment, ...addresses, AWS_ACCESS_KEY_ID: name };
    containers.set(name, openContainer({ folder: workshop.folder, functionName, name, clock, environment }));
  }
  const store = openDynamoStore({ client: aws.client, tableName: 'summitwire', clock, retentionDays: 3650 });
  await store.subscriptions.put(
    aSubscription({ id: 'reader', channel: 'email', to: 'reader@example.org', filter: 'severity:major,minor' }),
  );
  const isCalm = (): boolean => !cloud.areFaultsOn;
  const queue = standInQueue({ ...QUEUE, random, isCalm });
  return { aws, store, cloud, feeds, queue, stream: standInStream({ random, isCalm }), clock, random, containers };
}

/** One minute as AWS plays it: schedules fire, messages and records are delivered, all at the same time. */
async function look(stage: Stage, from: string, minutes: number): Promise<void> {
  const { clock, containers, random, cloud } = stage;
  const at = new Date(Date.parse(from) + minutes * MINUTE).toISOString();
  if (at > clock.now()) clock.set(at);
  if (minutes % 5 === 0) await dispatch(stage, at);
  if (cloud.areFaultsOn && minutes % 5 === 0 && random.next() < 0.2) await dispatch(stage, at);
  const schedules = ['sweep', 'tick-stories', 'send-digests'].map((name) => containers.get(name)?.invoke({ scheduledAt: at }));
  await Promise.all([...schedules, workOff(stage, 'poll-1'), workOff(stage, 'poll-2'), bring(stage)]);
  await bring(stage);
  await containers.get('sweep')?.invoke({ scheduledAt: at });
}

/** The scheduler tries twice again. */
async function dispatch({ containers, aws, queue, clock }: Stage, at: string): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    const outcome = await containers.get('dispatch-polls')?.invoke({ scheduledAt: at });
    for (const { body } of aws.polls.splice(0)) queue.send(body, clock.now());
    if (outcome?.kind === 'answered') return;
  }
}

type Failures = { readonly batchItemFailures?: readonly { readonly itemIdentifier: string }[] };

/** Up to three messages at a time; what the answer names, and all of a batch whose worker died, comes back when its time is over. */
async function workOff({ containers, queue, aws, clock, random }: Stage, name: string): Promise<void> {
  for (;;) {
    const taken = queue.receive(clock.now(), 1 + Math.floor(random.next() * 3));
    if (taken.length === 0) return;
    const records = taken.map(({ id, body, sentAt, receives }) => ({
      ...{ messageId: id, receiptHandle: id, body, messageAttributes: {}, eventSource: 'aws:sqs' },
      attributes: { SentTimestamp: String(Date.parse(sentAt)), ApproximateReceiveCount: String(receives) },
    }));
    const outcome = await containers.get(name)?.invoke({ Records: records }, 120_000);
    for (const { body } of aws.polls.splice(0)) queue.send(body, clock.now());
    if (outcome?.kind !== 'answered') continue;
    const failed = new Set((outcome.answer as Failures).batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier));
    for (const { id } of taken) if (!failed.has(id)) queue.delete(id);
  }
}

/** Two shards' worth of records at the same time. */
async function bring({ containers, cloud, stream }: Stage): Promise<void> {
  stream.insert(cloud.inserted.splice(0));
  const shard = async (name: string): Promise<void> => {
    for (let batch = stream.take(); batch !== null; batch = stream.take()) {
      const outcome = await containers.get(name)?.invoke({ Records: batch.records });
      const failed = outcome?.kind === 'answered' ? (outcome.answer as Failures).batchItemFailures : null;
      stream.settle(batch, failed?.map(({ itemIdentifier }) => itemIdentifier) ?? null);
    }
  };
  await Promise.all([shard('send-1'), shard('send-2')]);
}

const everything = { limit: 1000, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };

/** I4. */
async function versionsThatWentBack(store: Store, seen: Map<string, number>): Promise<readonly string[]> {
  const states = (await store.archive.listFeedStates({ limit: 1000, cursor: null })).rows;
  const keys = [...new Set((await store.archive.listStories(everything)).rows.map(({ dossierKey }) => dossierKey))];
  const dossiers = await Promise.all(keys.map((key) => store.dossiers.get(key)));
  const now: [string, number][] = [
    ...states.map(({ feedId, version }): [string, number] => [`the state of ${feedId}`, version]),
    ...dossiers.map((dossier): [string, number] => [`dossier ${dossier?.key}`, dossier?.version ?? 0]),
  ];
  const wrongs = now.flatMap(([what, version]) => {
    const before = seen.get(what) ?? 0;
    return version < before ? [`I4: ${what} went from version ${before} to ${version}`] : [];
  });
  for (const [what, version] of now) seen.set(what, version);
  return wrongs;
}
