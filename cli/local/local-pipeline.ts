import { observedStore } from '../../adapters/local/observed-store.ts';
import type { Config } from '../../config/config-schema.ts';
import type { CodedItem, CodingInput } from '../../core/coding/codebook/coded-item.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { dispatchPolls } from '../../core/pipeline/dispatch-polls.ts';
import { fanOut } from '../../core/pipeline/fan-out.ts';
import type { PollReport } from '../../core/pipeline/poll-feed.ts';
import { type PollFeedsReport, pollFeeds } from '../../core/pipeline/poll-feeds.ts';
import { sendDigests } from '../../core/pipeline/send-digests.ts';
import { tellStateOfPlay } from '../../core/pipeline/state-of-play.ts';
import { type Swept, sweep } from '../../core/pipeline/sweep.ts';
import { tellFeedHealth } from '../../core/pipeline/tell-feed-health.ts';
import { tickStories } from '../../core/pipeline/tick-stories.ts';
import type { AlertChannel, Clock, FeedFetcher, FeedParser, Ids, ItemRecord, Log, Random, Store } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';

/** What the pipeline is made of on one machine. The demo, `start` and `poll --once` differ only in these. */
export type LocalParts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly log: Log;
  readonly fetcher: FeedFetcher;
  readonly parser: FeedParser;
  readonly code: (input: CodingInput) => CodedItem;
  readonly channels: readonly AlertChannel[];
  readonly feeds: readonly Feed[];
  readonly config: Pick<Config, 'watch' | 'polling'>;
  readonly pause: (milliseconds: number) => Promise<void>;
};

export type PollTurn = {
  readonly reports: readonly PollReport[];
  readonly records: readonly ItemRecord[];
  readonly developments: readonly Development[];
};

/** The steps of the pipeline, as AWS's schedule, queue and stream call them, called on one machine. */
export type LocalPipeline = {
  /** Polls the feeds that are due since the last call (all of them at the very first, or with `isAll`), takes in what is new, and fans out what moved. */
  poll(which?: { readonly isAll: boolean }): Promise<PollTurn>;
  /** Lets time pass: dates that went by, left-over work, alerts that are due. */
  settle(): Promise<Swept>;
};

/** Feeds polled at the same time; each host still has one request at a time. */
const CONCURRENCY = 8;
const WORKER = 'local';
/** A poll turn begins no feed after this time (milliseconds). */
const TURN_MS = 10 * 60_000;

/** `keepsRecords`: whether a turn answers with its records. The first turn of a thousand feeds has 35,000 of them: who does not read them leaves them out. */
export type TurnOptions = { readonly keepsRecords: boolean };

/** `since`: when feeds were last polled, so that a restart goes on with the schedule instead of asking every host again; null = never. */
export function createLocalPipeline(
  parts: LocalParts,
  since: string | null = null,
  { keepsRecords }: TurnOptions = { keepsRecords: true },
): LocalPipeline {
  const heard: { developments: Development[]; records: ItemRecord[] } = { developments: [], records: [] };
  const store = observedStore(parts.store, {
    onDevelopment: (development) => void heard.developments.push(development),
    onItems: (records) => void heard.records.push(...(keepsRecords ? records : [])),
  });
  const ports = {
    ...parts,
    store,
    watch: parts.config.watch,
    bounds: parts.config.polling,
    tellFeedHealth: (event: Parameters<typeof tellFeedHealth>[0]) => tellFeedHealth(event, { store, clock: parts.clock }),
  };
  let polledAt = since;
  let unfinished: readonly string[] = [];
  return {
    async poll({ isAll } = { isAll: false }) {
      const begunAt = parts.clock.now();
      const { reports, unfinished: left } = await pollDue(ports, { since: isAll ? null : polledAt, unfinished });
      polledAt = begunAt;
      unfinished = left;
      if (reports.some(({ outcome }) => outcome === 'baseline')) await tellStateOfPlay(ports);
      const developments = heard.developments.splice(0);
      await fanOut(developments, ports);
      return { reports, developments, records: heard.records.splice(0) };
    },
    async settle() {
      await tickStories(ports);
      await fanOut(heard.developments.splice(0), ports);
      await sendDigests(ports);
      return sweep(ports);
    },
  };
}

type Due = { readonly since: string | null; readonly unfinished: readonly string[] };

/** Feeds whose slot came, and those for which the turn before had no time left. */
async function pollDue(ports: LocalParts & Parameters<typeof pollFeeds>[1], { since, unfinished }: Due): Promise<PollFeedsReport> {
  const now = ports.clock.now();
  const reports: PollReport[] = [];
  const left: string[] = [];
  const batches = dispatchPolls(ports.feeds, await ports.store.feeds.readSchedule(), { since, now }).map(({ feedIds }) => feedIds);
  const dueIds = new Set(batches.flat());
  for (const feedIds of [unfinished.filter((id) => !dueIds.has(id)), ...batches]) {
    if (feedIds.length === 0) continue;
    const batch = ports.feeds.filter(({ id }) => feedIds.includes(id));
    const deadline = new Date(Date.parse(now) + TURN_MS).toISOString();
    const turn = await pollFeeds(batch, ports, {
      deadline,
      hostSpacingMs: ports.config.polling.hostSpacingMs,
      concurrency: CONCURRENCY,
      worker: WORKER,
    });
    reports.push(...turn.reports);
    left.push(...turn.unfinished);
  }
  return { reports, unfinished: left };
}

/** When this store's feeds were last polled, by the liveness row that each turn leaves behind its feeds' states. */
export async function lastPolledAt(store: Store): Promise<string | null> {
  const rows = await store.archive.readLiveness();
  return (
    rows
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null
  );
}
