import type { Feed, FeedState } from '../core/feed/feed.ts';
import { startingState } from '../core/feed/next-state.ts';
import type { ParsedFeed, ParsedItem } from '../core/feed/parsed-feed.ts';
import { T0 } from './builders.ts';

/** Feeds, parsed items and feed states for tests, whole and plausible. */
export const aFeed = (part: Partial<Feed> = {}): Feed => ({
  id: 'example-wire',
  url: 'https://wire.example/rss',
  outlet: 'Example Wire',
  sourceKind: 'agency',
  lang: 'en',
  intervalMinutes: 10,
  credentialRef: null,
  isEnabled: true,
  ...part,
});

export const aParsedItem = (part: Partial<ParsedItem> = {}): ParsedItem => ({
  title: 'Presidents of Examplia and Samplia to meet on Friday',
  link: 'https://wire.example/news/1',
  guid: 'wire-1',
  isPermaLink: false,
  published: T0,
  updated: null,
  unreadableDate: null,
  summary: 'The two presidents will meet in Budapest.',
  content: null,
  authors: [],
  categories: [],
  language: null,
  ...part,
});

/** The nth of many different items. */
export const parsedItemNo = (n: number, part: Partial<ParsedItem> = {}): ParsedItem =>
  aParsedItem({
    title: `Presidents meet for the ${n}th time this year`,
    link: `https://wire.example/news/${n}`,
    guid: `wire-${n}`,
    ...part,
  });

export const aParsedFeed = (items: readonly ParsedItem[], part: Partial<ParsedFeed> = {}): ParsedFeed => ({
  format: 'rss',
  title: 'Example Wire',
  link: null,
  self: null,
  description: null,
  language: null,
  updated: null,
  hints: { ttlMinutes: null, updatePeriodMinutes: null, skipHours: [], skipDays: [], hubs: [] },
  items,
  dropped: { count: 0, reasons: [] },
  charset: 'utf-8',
  repairs: [],
  ...part,
});

/** A feed that was read well for a week. */
export const aFeedState = (part: Partial<FeedState> = {}): FeedState => ({
  ...startingState(aFeed(), null),
  version: 7,
  baselineAt: '2026-02-22T08:00:00.000Z',
  lastSuccessAt: '2026-03-01T07:50:00.000Z',
  lastChangeAt: '2026-03-01T07:50:00.000Z',
  newestItemAt: '2026-03-01T07:45:00.000Z',
  longestGapMinutes: 600,
  etag: '"7"',
  bodyHash: 'seven',
  ...part,
});
