import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { FIREHOSE, withFirehose } from '../../adapters/aws/firehose-subscription.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { LOCAL_TABLE, openDynalite } from '../../adapters/local/dynalite-server.ts';
import { countingIds } from '../../adapters/local/ids.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { parseFeed } from '../../core/feed/parse.ts';
import { fanOut } from '../../core/pipeline/fan-out.ts';
import { pollFeed } from '../../core/pipeline/poll-feed.ts';
import { sendAlerts } from '../../core/pipeline/send-alerts.ts';
import { sweep } from '../../core/pipeline/sweep.ts';
import { tickStories } from '../../core/pipeline/tick-stories.ts';
import type { Clock, FetchResult, Store } from '../../core/ports.ts';
import { openCoder } from '../local/open-local.ts';
import { countIndexEntries } from './index-entries.ts';
import { renderSample, SAMPLE_START, type SampleItem } from './sample-feed.ts';

/** Request units of the table, and the calls that they came in. */
export type Units = { readonly read: number; readonly write: number };
export type StepUnits = {
  /** Dispatch, sweep and tick of one minute in which nothing happens. */
  readonly idleMinute: Units;
  readonly pollUnchanged: Units;
  readonly pollChangedWithoutNews: Units;
  /** On top of a changed poll. */
  readonly plainItem: Units;
  readonly relevantRepeat: Units;
  readonly development: Units;
  /** One alert to one subscription: made, claimed, marked. */
  readonly alert: Units;
};

/** Runs the real pipeline over a small sample on a table in memory and counts what the table would bill, index entries included. */
export async function countUnits(): Promise<StepUnits> {
  const database = await openDynalite(null);
  const used = { read: 0, write: 0 };
  countIndexEntries(database.client, (entries) => {
    used.write += entries;
  });
  const clock = virtualClock(SAMPLE_START);
  const meter = ({ readUnits, writeUnits }: { readUnits: number; writeUnits: number }): void => {
    used.read += readUnits;
    used.write += writeUnits;
  };
  const store = openDynamoStore({ client: database.client, tableName: LOCAL_TABLE, clock, retentionDays: 400, meter });
  const measure = async (step: () => Promise<unknown>): Promise<Units> => {
    Object.assign(used, { read: 0, write: 0 });
    await step();
    return { ...used };
  };
  try {
    return await measureSteps(store, clock, measure);
  } finally {
    await database.close();
  }
}

type Measure = (step: () => Promise<unknown>) => Promise<Units>;

async function measureSteps(store: Store, clock: ReturnType<typeof virtualClock>, measure: Measure): Promise<StepUnits> {
  const ports = portsOf(store, clock);
  const poll = (items: readonly SampleItem[] | null) => measure(() => ports.poll(items));
  const idleMinute = await measure(() => ports.idle());
  await poll(['plain']);
  clock.set(later(600));
  const pollUnchanged = await poll(null);
  const pollChangedWithoutNews = await poll(['plain']);
  const onePlain = await poll(['plain', 'plain']);
  await poll(['plain', 'plain', 'offer']);
  const repeat = await poll(['plain', 'plain', 'offer', 'offer']);
  const withMove = await poll(['plain', 'plain', 'offer', 'offer', 'agreement']);
  const [development] = (
    await store.archive.listDevelopments({ limit: 1, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true })
  ).rows;
  const alert = await measure(async () => {
    const ids = await fanOut(development === undefined ? [] : [development], ports.sending);
    clock.set(later(1200));
    await sendAlerts(ids, ports.sending);
  });
  const base = pollChangedWithoutNews;
  return {
    idleMinute,
    pollUnchanged,
    pollChangedWithoutNews,
    plainItem: minus(onePlain, base),
    relevantRepeat: minus(repeat, base),
    development: minus(withMove, base),
    alert: half(alert),
  };
}

const later = (seconds: number): string => new Date(Date.parse(SAMPLE_START) + seconds * 1000).toISOString();
const minus = (a: Units, b: Units): Units => ({ read: Math.max(0, a.read - b.read), write: Math.max(0, a.write - b.write) });
/** Two subscriptions wanted it: the person's and the topic for machines. */
const half = ({ read, write }: Units): Units => ({ read: read / 2, write: write / 2 });

const FEED: Feed = {
  id: 'sample',
  url: 'https://news.example/rss',
  outlet: 'Sample',
  sourceKind: 'agency',
  lang: 'en',
  intervalMinutes: 10,
  credentialRef: null,
  isEnabled: true,
};
const READER: Subscription = { ...FIREHOSE, id: 'reader', channel: 'email', to: 'reader@example.org' };
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

function portsOf(store: Store, clock: Clock) {
  const ids = countingIds();
  const subscriptions = withFirehose({ ...store.subscriptions, list: async () => [...(await store.subscriptions.list()), READER] });
  const channels = (['email', 'firehose'] as const).map((channel) => ({
    channel,
    send: async () => ({ kind: 'sent' as const, receipt: null }),
  }));
  const sending = { store: { ...store, subscriptions }, clock, ids, log: QUIET, watch: [], channels };
  const code = openCoder();
  const poll = (items: readonly SampleItem[] | null) =>
    pollFeed(FEED, {
      ...{ store, clock, ids, log: QUIET, code, random: { next: () => 0.5 }, bounds: { minMinutes: 5, maxMinutes: 1440 } },
      fetcher: { fetch: async () => answerOf(items) },
      parser: { parse: (bytes, { url }) => parseFeed(bytes, { url }) },
      tellFeedHealth: async () => {},
    });
  const idle = async (): Promise<void> => {
    await store.feeds.readSchedule();
    await sweep(sending);
    await store.work.listDue(clock.now(), 100);
    await tickStories({ ...sending, store });
  };
  return { poll, idle, sending };
}

function answerOf(items: readonly SampleItem[] | null): FetchResult {
  const told = { etag: null, lastModified: null, freshUntil: null, permanentUrl: null };
  if (items === null) return { kind: 'unchanged', ...told };
  const bytes = renderSample(items);
  return { kind: 'fetched', bytes, contentType: 'application/rss+xml', url: FEED.url, bodyHash: `${items.join()} ${answered++}`, ...told };
}
let answered = 0;
