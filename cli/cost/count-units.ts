import { storeOn } from '../../adapters/aws/dynamo-store.ts';
import { FIREHOSE, withFirehose } from '../../adapters/aws/firehose-subscription.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { countingIds } from '../../adapters/local/ids.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { parseFeed } from '../../core/feed/parse.ts';
import { fanOut } from '../../core/pipeline/fan-out.ts';
import { oldestPending } from '../../core/pipeline/oldest-pending.ts';
import { pollFeed } from '../../core/pipeline/poll-feed.ts';
import { sendAlerts } from '../../core/pipeline/send-alerts.ts';
import { sendDigests } from '../../core/pipeline/send-digests.ts';
import { sweep } from '../../core/pipeline/sweep.ts';
import { tickStories } from '../../core/pipeline/tick-stories.ts';
import type { Clock, FetchResult, Store } from '../../core/ports.ts';
import { openCoder } from '../local/open-local.ts';
import { type Bill, countedTable } from './counted-table.ts';
import { DOCUMENT_ITEMS, renderSample, SAMPLE_START, type SampleItem } from './sample-feed.ts';

/** Request units of the table, and bytes that stay in it. */
export type Units = { readonly read: number; readonly write: number; readonly bytes: number };
export type StepUnits = {
  /** Sweep and tick of one minute in which nothing happens. */
  readonly idleMinute: Units;
  readonly idleDispatch: Units;
  /** Digests and subscriptions of a quarter of an hour in which none is due. */
  readonly idleQuarter: Units;
  readonly batch: Units;
  readonly pollUnchanged: Units;
  readonly pollChangedWithoutNews: Units;
  /** On top of a changed poll. */
  readonly plainItem: Units;
  readonly relevantRepeat: Units;
  /** On top of its item. */
  readonly development: Units;
  /** One alert to one subscription: made, claimed, marked. */
  readonly alert: Units;
};

/** Runs the real pipeline over a small sample on a table in memory and counts what DynamoDB would bill. */
export async function countUnits(): Promise<StepUnits> {
  const bill: Bill = { calls: 0, read: 0, write: 0, byOperation: new Map() };
  const clock = virtualClock(SAMPLE_START);
  const table = countedTable(bill);
  const store = storeOn({ table, clock, shards: 1, retentionDays: 400 });
  const measure = async (step: () => Promise<unknown>): Promise<Units> => {
    const before = table.storedBytes();
    Object.assign(bill, { read: 0, write: 0 });
    await step();
    return { read: bill.read, write: bill.write, bytes: table.storedBytes() - before };
  };
  return measureSteps(store, clock, measure);
}

type Measure = (step: () => Promise<unknown>) => Promise<Units>;

async function measureSteps(store: Store, clock: ReturnType<typeof virtualClock>, measure: Measure): Promise<StepUnits> {
  const ports = portsOf(store, clock);
  const poll = (items: readonly SampleItem[] | null) => measure(() => ports.poll(items));
  const idle = await measureIdle(store, ports, measure);
  const plain = (count: number): SampleItem[] => Array.from({ length: count }, () => 'plain');
  const known = plain(DOCUMENT_ITEMS);
  await poll(known);
  clock.set(later(600));
  const pollUnchanged = await poll(null);
  const pollChangedWithoutNews = await poll(known);
  const onePlain = await poll([...known, 'plain']);
  await poll([...known, 'plain', 'offer']);
  const repeat = await poll([...known, 'plain', 'offer', 'offer']);
  const withMove = await poll([...known, 'plain', 'offer', 'offer', 'agreement']);
  const alert = await measureAlert({ store, clock, ports, measure });
  const base = pollChangedWithoutNews;
  const item = minus(repeat, base);
  const steps = { pollUnchanged, pollChangedWithoutNews, plainItem: minus(onePlain, base), relevantRepeat: item };
  return { ...idle, ...steps, development: minus(minus(withMove, base), item), alert };
}

async function measureIdle(
  store: Store,
  { sending }: ReturnType<typeof portsOf>,
  measure: Measure,
): Promise<Pick<StepUnits, 'idleMinute' | 'idleDispatch' | 'idleQuarter' | 'batch'>> {
  return {
    idleMinute: await measure(async () => {
      await sweep(sending);
      await oldestPending(sending);
      await tickStories(sending);
    }),
    idleDispatch: await measure(() => store.feeds.readSchedule()),
    idleQuarter: await measure(async () => {
      await sendDigests({ ...sending, watch: [] });
      await store.archive.listFeedStates({ limit: 10, cursor: null });
      await store.subscriptions.list();
    }),
    batch: await measure(() => store.feeds.recordLiveness('worker', SAMPLE_START, { checked: 1, changed: 0, failed: 0 })),
  };
}

type Alerting = {
  readonly store: Store;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly ports: ReturnType<typeof portsOf>;
  readonly measure: Measure;
};

/** Two subscriptions want it, the person's and the topic for machines: half of what both cost. */
async function measureAlert({ store, clock, ports, measure }: Alerting): Promise<Units> {
  const listing = { limit: 1, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };
  const { rows } = await store.archive.listDevelopments(listing);
  const { read, write, bytes } = await measure(async () => {
    const ids = await fanOut(rows, ports.sending);
    clock.set(later(1200));
    await sendAlerts(ids, ports.sending);
  });
  return { read: read / 2, write: write / 2, bytes: bytes / 2 };
}

const later = (seconds: number): string => new Date(Date.parse(SAMPLE_START) + seconds * 1000).toISOString();
const minus = (a: Units, b: Units): Units => ({
  read: Math.max(0, a.read - b.read),
  write: Math.max(0, a.write - b.write),
  bytes: Math.max(0, a.bytes - b.bytes),
});

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
  return { poll, sending };
}

/** A changed body has another tag, as servers give it: the next poll asks with it. */
function answerOf(items: readonly SampleItem[] | null): FetchResult {
  const told = { lastModified: null, freshUntil: null, permanentUrl: null };
  if (items === null) return { kind: 'unchanged', etag: `"${answered}"`, ...told };
  answered += 1;
  const bytes = renderSample(items);
  const body = { contentType: 'application/rss+xml', url: FEED.url, bodyHash: String(answered), etag: `"${answered}"` };
  return { kind: 'fetched', bytes, ...body, ...told };
}
let answered = 0;
