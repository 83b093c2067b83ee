import { SNSClient } from '@aws-sdk/client-sns';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { createSnsChannels } from '../../adapters/aws/sns-channels.ts';
import { createFeedFetcher } from '../../adapters/http/feed-fetcher.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { countingIds } from '../../adapters/local/ids.ts';
import { plainParser } from '../../adapters/local/plain-parser.ts';
import { seededRandom } from '../../adapters/local/random.ts';
import { type FeedServer, startFeedServer } from '../../cli/demo/feed-server.ts';
import { SAMPLE_OUTLETS, SAMPLE_ROUNDS } from '../../cli/demo/sample.ts';
import { createLocalPipeline, type LocalPipeline } from '../../cli/local/local-pipeline.ts';
import { codeItem } from '../../core/coding/code-item.ts';
import type { CodedItem, CodingInput } from '../../core/coding/codebook/coded-item.ts';
import { buildLexicon } from '../../core/coding/lexicon/lexicon.ts';
import type { Feed } from '../../core/feed/feed.ts';
import type { Store } from '../../core/ports.ts';
import { aSubscription } from '../builders.ts';
import { ACCOUNT, ALERT_TOPIC_PREFIX, FIREHOSE_TOPIC, REGION, type StandIn, startStandIn } from '../functions/aws-stand-in.ts';

/** Of calls to DynamoDB and SNS. The first two are met by the SDK's own retries, the others reach the pipeline. */
const FAULTS = { attemptThrottled: 0.004, answerLost: 0.01, refused: 0.01, timedOut: 0.01 };
const MINUTE = 60_000;
/** Each moment of the sample news is looked at so often; after it the clock goes on by so many minutes. */
const LOOKS: readonly number[] = [1, 3];
/** After the faults: long enough for every wait (an hour of back-off, two of a reversal). */
const CALM_LOOKS: readonly number[] = [1, 5, 15, 30, 60, 60, 60, 1, 1, 1];
const lexicon = buildLexicon();
const code = (input: CodingInput): CodedItem => codeItem(input, lexicon);

export type Played = {
  readonly store: Store;
  readonly aws: StandIn;
  /** Calls whose effect may have taken place though the caller saw an error, and all faults together. */
  readonly troubles: { ambiguous: number; all: number };
  readonly firstRoundAt: string;
  close(): Promise<void>;
};

/**
 * The second tier: the pipeline with the real fetcher, parser and coder on loopback feeds, the real SDK on dynalite and on a stand-in for SNS, one
 * seed for the faults. Sockets and timers are real, so a seed repeats its faults only roughly: what holds must hold for every run.
 */
export async function playOnDynalite(seed: number): Promise<Played> {
  const aws = await startStandIn();
  const server = await startFeedServer();
  const sns = new SNSClient({
    endpoint: aws.url,
    region: REGION,
    credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'local' },
    maxAttempts: 2,
  });
  const clock = virtualClock(SAMPLE_ROUNDS[0]?.at ?? '');
  const store = openDynamoStore({ client: aws.client, tableName: 'summitwire', clock, retentionDays: 3650 });
  await store.subscriptions.put(aSubscription({ channel: 'email', to: 'reader@example.org', filter: 'severity:major,minor' }));
  const troubles = { ambiguous: 0, all: 0 };
  const faults = { areOn: true, random: seededRandom(seed), troubles };
  injectFaults((middle, where) => aws.client.middlewareStack.add(middle as never, where as never), faults);
  injectFaults((middle, where) => sns.middlewareStack.add(middle as never, where as never), faults);
  const process = openPipeline({ store, server, sns, clock, seed });
  for (const { at, items } of SAMPLE_ROUNDS) {
    clock.set(at);
    server.publish(items);
    await look(process, clock, LOOKS);
  }
  faults.areOn = false;
  await look(process, clock, CALM_LOOKS);
  const close = async (): Promise<void> => {
    sns.destroy();
    await Promise.all([process.close(), server.close(), aws.close()]);
  };
  return { store, aws, troubles, firstRoundAt: SAMPLE_ROUNDS[0]?.at ?? '', close };
}

type Clock = ReturnType<typeof virtualClock>;
type Parts = { readonly store: Store; readonly server: FeedServer; readonly sns: SNSClient; readonly clock: Clock; readonly seed: number };
type Started = { start(): LocalPipeline; close(): Promise<void> };

function openPipeline({ store, server, sns, clock, seed }: Parts): Started {
  const secrets = { read: async () => null };
  const fetcher = createFeedFetcher({ clock, allowLoopback: true, secrets, contactUrl: 'https://example.org/summitwire' });
  const feeds = SAMPLE_OUTLETS.map(({ id, outlet, sourceKind }): Feed => {
    const rest = { lang: 'en', intervalMinutes: 5, credentialRef: null, isEnabled: true };
    return { ...rest, id, outlet, sourceKind, url: `${server.url}/${id}` };
  });
  const sms = { maxPriceUsd: 0.05, originationNumber: null };
  const options = { client: sns, alertTopicPrefix: ALERT_TOPIC_PREFIX, firehoseTopicArn: FIREHOSE_TOPIC, sms, pace: async () => {} };
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const polling = { intervalMinutes: 5, minMinutes: 5, maxMinutes: 5, hostSpacingMs: 0, allowLoopback: true };
  let started = 0;
  return {
    close: () => fetcher.close(),
    start: () => {
      started += 1;
      return createLocalPipeline({
        ...{ store, clock, fetcher, feeds, code, log: silent, parser: plainParser, channels: createSnsChannels(options) },
        ...{ random: seededRandom(seed), ids: countingIds(`process-${started}`), config: { watch: [], polling }, pause: async () => {} },
      });
    },
  };
}

/** A new process for each look, which dies with the first error that it does not catch. */
async function look(process: Started, clock: Clock, minutes: readonly number[]): Promise<void> {
  for (const pause of minutes) {
    const mine = process.start();
    await mine.poll().catch(isFault);
    clock.set(new Date(Date.parse(clock.now()) + pause * MINUTE).toISOString());
    await process.start().settle().catch(isFault);
  }
}

/** What we threw ourselves ends the process; anything else is a bug of ours. */
function isFault(error: unknown): void {
  const names: unknown[] = [];
  for (let one: unknown = error; one instanceof Error; one = one.cause) names.push(one.name);
  if (!names.some((name) => name === 'ThrottlingException' || name === 'TimeoutError')) throw error;
}

type Middle = (next: (args: never) => Promise<unknown>) => (args: never) => Promise<unknown>;
/** To either client: their middleware types differ in what a call is. */
type Add = (middle: Middle, where: { readonly step: 'initialize' | 'finalizeRequest'; readonly priority: 'high' | 'low' }) => void;
type Switch = { readonly areOn: boolean; readonly random: { next(): number }; readonly troubles: Played['troubles'] };

/** Around all tries of a call, and inside each of them. */
function injectFaults(add: Add, faults: Switch): void {
  add(faulty(faults, { before: FAULTS.refused, after: FAULTS.timedOut }), { step: 'initialize', priority: 'high' });
  add(faulty(faults, { before: FAULTS.attemptThrottled, after: FAULTS.answerLost }), { step: 'finalizeRequest', priority: 'low' });
}

function faulty(faults: Switch, { before, after }: { readonly before: number; readonly after: number }): Middle {
  return (next) => async (args) => {
    const dice = faults.areOn ? faults.random.next() : 0.5;
    if (dice < before) {
      faults.troubles.all += 1;
      throw Object.assign(new Error('as the test wants it'), { name: 'ThrottlingException' });
    }
    const answer = await next(args);
    if (dice <= 1 - after) return answer;
    faults.troubles.all += 1;
    faults.troubles.ambiguous += 1;
    throw Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
  };
}

const everything = { limit: 1000, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };

/** What is wrong with what is left. Nothing is known of the order in which things failed, so only what must hold at the end is asked. */
export async function wrongsOnDynalite({ store, aws, troubles, firstRoundAt }: Played): Promise<readonly string[]> {
  const { archive } = store;
  const items = (await archive.listItems(everything)).rows;
  const developments = (await archive.listDevelopments(everything)).rows;
  const alerts = (await archive.listAlerts(everything)).rows;
  const told = alerts.flatMap(({ developmentIds }) => developmentIds);
  const published = aws.sns.published.map(({ body }) => String(JSON.parse(body['sqs'] ?? '{}').id));
  const repeats = published.length - new Set(published).size;
  const stored = new Set(items.map(({ item }) => `${item.feedId}: ${item.title}`));
  const work = await store.work.listDue('9999', 100);
  return [
    ...SAMPLE_ROUNDS.flatMap((round) => round.items)
      .filter(({ feedId, title }) => !stored.has(`${feedId}: ${title}`))
      .map(({ title }) => `I1: not stored: ${title}`),
    ...developments
      .filter(({ id }) => told.filter((one) => one === id).length !== 1)
      .map(({ id, what }) => `I2: ${what} (${id}) stands in ${told.filter((one) => one === id).length} alerts`),
    ...alerts.filter(({ state }) => state !== 'sent').map(({ id, state, reason }) => `I1: alert ${id} is ${state} (${reason})`),
    ...alerts.filter(({ id }) => !published.includes(id)).map(({ id }) => `I1: alert ${id} is marked as sent and was never published`),
    ...(repeats > troubles.ambiguous ? [`I2: ${repeats} publishes were repeated, ${troubles.ambiguous} answers were lost`] : []),
    ...developments.filter(({ at }) => at <= firstRoundAt).map(({ what }) => `I3: told of the baseline: ${what}`),
    ...work.map((one) => `I6: left over: ${JSON.stringify(one)}`),
  ];
}
