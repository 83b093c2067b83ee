import type { Config, FeedConfig } from './config-schema.ts';

/** The config's feeds, each with an interval: its own, or that of the settings. */
export const feedsOf = (config: Config): readonly (FeedConfig & { readonly intervalMinutes: number })[] =>
  config.feeds.map((feed) => ({ ...feed, intervalMinutes: feed.intervalMinutes ?? config.polling.intervalMinutes }));
