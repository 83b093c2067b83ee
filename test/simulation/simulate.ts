import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { FeedParseError } from '../../core/feed/feed-parse-error.ts';
import { dispatchPolls } from '../../core/pipeline/dispatch-polls.ts';
import { fanOut } from '../../core/pipeline/fan-out.ts';
import { pollFeeds } from '../../core/pipeline/poll-feeds.ts';
import { sendAlerts } from '../../core/pipeline/send-alerts.ts';
import { tellStateOfPlay } from '../../core/pipeline/state-of-play.ts';
import { sweep } from '../../core/pipeline/sweep.ts';
import { tickStories } from '../../core/pipeline/tick-stories.ts';
import type { AlertChannel, FeedFetcher, FeedParser, Store } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';
import { aSubscription } from '../builders.ts';
import { codeLine, parsedFeedOf } from '../core/pipeline/small-world.ts';
import { CALM, FAULTS, type Faults } from './faults.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';
import { distantStore, type Process, type Surroundings, startProcess } from './process.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';
import { aWitness, type Witness, witnessedStore } from './witness.ts';

export type Settings = {
  readonly seed: number;
  readonly hours: number;
  readonly feeds: number;
  readonly faults: Faults;
  /** A planted bug: the store as the processes see it, spoilt. */
  readonly plant?: (store: Store, process: Process) => Store;
};
export const SETTINGS: Settings = { seed: 1, hours: 4, feeds: 5, faults: FAULTS };

export type Outcome = {
  readonly store: Store;
  readonly witness: Witness;
  readonly newsroom: Newsroom;
  readonly history: readonly string[];
};

const START = Date.parse('2026-03-01T06:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A message that nobody acknowledged comes again after this time, five times at most. */
const VISIBILITY_MS = 3 * MINUTE;
const MOST_RECEIVES = 5;
const STREAM_TRIES = 3;
const BLACK_HOLE = 'black-hole';
/** After the faults: long enough for every wait of the pipeline (an hour of back-off, two hours of a reversal). */
const CALM_HOURS = 5;

/** All that one run is made of. */
export type Run = {
  readonly settings: Settings;
  readonly around: Surroundings;
  readonly time: VirtualTime;
  readonly store: Store;
  readonly witness: Witness;
  readonly newsroom: Newsroom;
  readonly feeds: readonly Feed[];
};

/** Plays a run of so many hours with faults, then some hours in calm, and hands back everything that is left. */
export async function simulate(settings: Settings): Promise<Outcome> {
  const run = await prepare(settings);
  const { time, around } = run;
  const end = START + settings.hours * HOUR;
  for (let minute = START; minute < end + CALM_HOURS * HOUR; minute += MINUTE) time.at(minute, () => everyMinute(run, minute));
  await time.runUntil(end);
  around.faults = CALM;
  await time.runUntil(end + CALM_HOURS * HOUR);
  return { store: run.store, witness: run.witness, newsroom: run.newsroom, history: around.history };
}

async function prepare(settings: Settings): Promise<Run> {
  const time = virtualTime(settings.seed, START);
  const around: Surroundings = { time, faults: settings.faults, started: 0, history: [] };
  const witness = aWitness();
  const newsroom = openNewsroom(time, { ...settings, edit: settings.faults.edit });
  const feeds = [...newsroom.feedIds, BLACK_HOLE].map(
    (id): Feed => ({
      ...{ id, url: `http://${id}.example/feed`, outlet: id, sourceKind: 'official', lang: 'en' },
      ...{ intervalMinutes: 10, credentialRef: null, isEnabled: true },
    }),
  );
  const run: Run = { ...{ settings, around, time, witness, newsroom, feeds }, store: openMemoryStore() };
  const store = witnessedStore(run.store, witness, (development) => stream(run, development, 1));
  await store.subscriptions.put(aSubscription({ filter: 'severity:major,minor' }));
  return { ...run, store };
}

function everyMinute(run: Run, minute: number): void {
  const { time, around } = run;
  const soon = () => time.now() + time.between(0, 5_000);
  const again = time.chance() < around.faults.duplicate ? 2 : 1;
  for (let round = 0; round < again; round += 1) {
    time.at(soon(), () => dispatch(run, minute));
    time.at(soon(), () => start(run, 'sweep', (process) => sweep(portsOf(run, process))));
    time.at(soon(), () => start(run, 'tick', (process) => tickStories(portsOf(run, process))));
  }
  if (minute % (15 * MINUTE) === 0) time.at(soon(), () => start(run, 'health', (process) => tellStateOfPlay(portsOf(run, process))));
}

/** Runs a function as a process; true when it came to its end. */
async function start(run: Run, name: string, body: (process: Process) => Promise<unknown>): Promise<boolean> {
  const process = startProcess(name, run.around);
  try {
    await body(process);
    return true;
  } catch (error) {
    run.around.history.push(`${process.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

const iso = (time: number): string => new Date(time).toISOString();

function dispatch(run: Run, minute: number): void {
  void start(run, 'dispatch', async (process) => {
    const schedule = await portsOf(run, process).store.feeds.readSchedule();
    const tick = { since: minute === START ? null : iso(minute - MINUTE), now: iso(minute) };
    for (const { feedIds } of dispatchPolls(run.feeds, schedule, tick)) queue(run, feedIds, 1);
  });
}

/** A standard queue: late, sometimes twice, in no order, again when nobody said that it was done. */
function queue(run: Run, feedIds: readonly string[], receive: number): void {
  const { time, around } = run;
  const copies = time.chance() < around.faults.duplicate ? 2 : 1;
  for (let copy = 0; copy < copies; copy += 1) time.at(time.now() + time.between(0, 20_000), () => void deliver(run, feedIds, receive));
}

async function deliver(run: Run, feedIds: readonly string[], receive: number): Promise<void> {
  let isDone = false;
  run.time.at(run.time.now() + VISIBILITY_MS, () => {
    if (!isDone && receive < MOST_RECEIVES) queue(run, feedIds, receive + 1);
  });
  isDone = await start(run, 'poll', async (process) => {
    const batch = run.feeds.filter(({ id }) => feedIds.includes(id));
    const deadline = iso(run.time.now() + 2 * MINUTE);
    await pollFeeds(batch, portsOf(run, process), { deadline, hostSpacingMs: 0, concurrency: 4, worker: 'w' });
  });
}

/** The table's stream: quick, sometimes twice, sometimes never. */
function stream(run: Run, development: Development, tries: number): void {
  const { time, around } = run;
  if (time.chance() < around.faults.streamLoss) return;
  const copies = time.chance() < around.faults.duplicate ? 2 : 1;
  for (let copy = 0; copy < copies; copy += 1) {
    time.at(time.now() + time.between(100, 3_000), async () => {
      const isDone = await start(run, 'send', async (process) => {
        const ports = portsOf(run, process);
        const stored = await ports.store.developments.read(development.id);
        const ids = stored === null || stored.isFannedOut ? [] : await fanOut([stored.development], ports);
        await time.sleep(21_000);
        await sendAlerts(ids, ports);
      });
      if (!isDone && tries < STREAM_TRIES) stream(run, development, tries + 1);
    });
  }
}

export type SimulationPorts = ReturnType<typeof portsOf>;
function portsOf(run: Run, process: Process) {
  const distant = distantStore(run.store, process);
  return {
    store: run.settings.plant?.(distant, process) ?? distant,
    ...{ clock: process.clock, ids: process.ids, random: process.random, log: process.log },
    ...{ code: codeLine, watch: [], channels: [channelOf(run, process)] },
    ...{ fetcher: fetcherOf(run, process), parser: parserOf(run, process) },
    bounds: { minMinutes: 5, maxMinutes: 30 },
    pause: (milliseconds: number) => run.time.sleep(milliseconds),
    tellFeedHealth: async () => {},
  };
}

function fetcherOf(run: Run, process: Process): FeedFetcher {
  return {
    fetch: (feed, state) =>
      process.call(`fetch ${feed.id}`, async () => {
        const failed = { kind: 'failed' as const, reason: 'no answer', isRetryable: true, retryAfter: null, scope: 'feed' as const };
        const dice = run.time.chance() / Math.max(run.around.faults.badFetch, 1e-9);
        if (feed.id === BLACK_HOLE || dice < 0.3) await run.time.sleep(30_000);
        if (feed.id === BLACK_HOLE || dice < 0.5) return failed;
        const text = dice < 0.7 ? '!' : JSON.stringify(run.newsroom.entriesOf(feed.id));
        run.witness.polls.set(feed.id, [...(run.witness.polls.get(feed.id) ?? []), run.time.now()]);
        const answer = { etag: text, lastModified: null, freshUntil: null, permanentUrl: null };
        if (state?.etag === text) return { kind: 'unchanged', ...answer };
        return { kind: 'fetched', bytes: new TextEncoder().encode(text), contentType: null, url: feed.url, bodyHash: text, ...answer };
      }),
  };
}

function parserOf(run: Run, process: Process): FeedParser {
  return {
    parse: (bytes, { url }) =>
      process.call(`parse ${url}`, async () => {
        const text = new TextDecoder().decode(bytes);
        if (text === '!') throw new FeedParseError('not_a_feed', 'this is no feed');
        const entries: readonly { guid: string; published: string; title: string }[] = JSON.parse(text);
        const feedId = new URL(url).hostname.replace('.example', '');
        for (const { guid } of entries) run.witness.parsed.add(`${feedId}|${guid}`);
        return parsedFeedOf(entries.map((entry) => ({ ...entry, link: `${url}/${entry.guid}` })));
      }),
  };
}

function channelOf(run: Run, process: Process): AlertChannel {
  return {
    channel: 'terminal',
    send: async (_subscription, alert) => {
      const hour = (run.time.now() - START) / HOUR;
      if (run.around.faults.outage > 0 && hour >= 1 && hour < 3)
        return { kind: 'failed', isRetryable: true, isUnsent: true, reason: 'down' };
      return process.call('channel.send', async () => {
        const { id: alertId, developmentIds } = alert;
        run.witness.publishes.push({ alertId, developmentIds, at: run.time.now(), process, troublesBefore: process.troubles.length });
        return { kind: 'sent', receipt: null };
      });
    },
  };
}
