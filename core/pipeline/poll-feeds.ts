import type { Feed } from '../feed/feed.ts';
import { byHost } from './dispatch-polls.ts';
import { type PollPorts, type PollReport, pollFeed } from './poll-feed.ts';

export type PollFeedsPorts = PollPorts & {
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
};

/** `deadline`: no feed is begun after it (ISO); leave room behind it for one whole fetch. `worker`: names this batch's liveness row. */
export type PollFeedsOptions = {
  readonly deadline: string;
  readonly hostSpacingMs: number;
  readonly concurrency: number;
  readonly worker: string;
};

export type PollFeedsReport = {
  readonly reports: readonly PollReport[];
  /** Ids of feeds that were not begun: they go back as a smaller batch. */
  readonly unfinished: readonly string[];
};

/** One worker a host, hosts side by side; a host's feeds one after the other with space between. One feed's failure never fails the others. */
export async function pollFeeds(batch: readonly Feed[], ports: PollFeedsPorts, options: PollFeedsOptions): Promise<PollFeedsReport> {
  const queue = [...byHost(batch).values()];
  const reports: PollReport[] = [];
  const unfinished: string[] = [];
  const worker = async (): Promise<void> => {
    for (let feeds = queue.shift(); feeds !== undefined; feeds = queue.shift()) {
      const done = await pollHost(feeds, ports, options);
      reports.push(...done.reports);
      unfinished.push(...done.unfinished);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(options.concurrency, queue.length)) }, worker));
  await recordLiveness(reports, ports, options.worker);
  return { reports, unfinished };
}

async function pollHost(feeds: readonly Feed[], ports: PollFeedsPorts, options: PollFeedsOptions): Promise<PollFeedsReport> {
  const reports: PollReport[] = [];
  for (const [index, feed] of feeds.entries()) {
    if (index > 0 && reports.some(({ isHostHeld }) => isHostHeld)) break;
    if (index > 0 && options.hostSpacingMs > 0) await ports.pause(options.hostSpacingMs);
    if (ports.clock.now() >= options.deadline) return { reports, unfinished: feeds.slice(index).map(({ id }) => id) };
    reports.push(await pollSafely(feed, ports));
  }
  return { reports, unfinished: [] };
}

/** What should not happen (the store is down, a bug) fails this feed alone; nothing was marked as seen, so the next poll does it again. */
async function pollSafely(feed: Feed, ports: PollPorts): Promise<PollReport> {
  try {
    return await pollFeed(feed, ports);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    ports.log.error('polling a feed failed', { feedId: feed.id, error: reason });
    return {
      feedId: feed.id,
      outcome: 'failed',
      newItems: 0,
      revisions: 0,
      parked: 0,
      dropped: [],
      itemIds: [],
      isHostHeld: false,
      reason,
    };
  }
}

async function recordLiveness(reports: readonly PollReport[], ports: PollFeedsPorts, worker: string): Promise<void> {
  const failed = reports.filter(({ outcome }) => outcome === 'failed' || outcome === 'gone').length;
  const changed = reports.filter(({ newItems, revisions }) => newItems + revisions > 0).length;
  await ports.store.feeds.recordLiveness(worker, ports.clock.now(), { checked: reports.length, changed, failed });
}
