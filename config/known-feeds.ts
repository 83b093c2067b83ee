import type { Config, FeedConfig } from './config-schema.ts';

/** The config's feeds, each with an interval: its own, or that of the settings. */
export const feedsOf = (config: Config): readonly (FeedConfig & { readonly intervalMinutes: number })[] =>
  config.feeds.map((feed) => ({ ...feed, intervalMinutes: feed.intervalMinutes ?? config.polling.intervalMinutes }));

/** Up to so many feeds are handed out each five minutes, in fuller batches than each minute would fill. No feed is polled more often than that. */
const SMALL_LIST = 1000;

/** How often due feeds are handed out on AWS (minutes). */
export const dispatchMinutes = (feeds: number): number => (feeds <= SMALL_LIST ? 5 : 1);

/**
 * Feeds in one message on AWS. A worker waits for the slowest feed of its batch, so fewer and fuller batches wait less in all: 200 feeds need
 * less than twice the time of 50 (bench/poll-batch.ts). More would not be read within the function's two minutes when publishers are slow.
 */
export const POLL_BATCH_FEEDS = 200;

/** A day is the most that an alarm can look back. */
const DAY_MINUTES = 1440;

/** So many minutes without any feed checked are a failure: a quarter of an hour, or half as long again as the shortest interval. */
export function silentAfterMinutes(config: Config): number {
  const intervals = feedsOf(config).flatMap(({ isEnabled, intervalMinutes }) => (isEnabled ? [intervalMinutes] : []));
  const shortest = intervals.length === 0 ? 0 : Math.min(...intervals);
  return Math.min(DAY_MINUTES, Math.max(15, Math.ceil((shortest * 1.5) / 5) * 5));
}
