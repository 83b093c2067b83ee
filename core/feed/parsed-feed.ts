export const FEED_FORMATS = ['rss', 'rdf', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** What a publisher asks of those who poll; the fetcher weighs it. */
export type PollHints = {
  /** RSS `<ttl>`. */
  readonly ttlMinutes: number | null;
  /** `sy:updatePeriod` divided by `sy:updateFrequency`. */
  readonly updatePeriodMinutes: number | null;
  /** Hours (0-23, GMT) and lower-case English weekdays on which the publisher wants no polls. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
  /** WebSub hubs. */
  readonly hubs: readonly string[];
};

/** What was left out of the answer, so that nothing is lost in silence. */
export type Dropped = {
  readonly count: number;
  /** One line a kind: what was dropped, why, how often. */
  readonly reasons: readonly string[];
};

/**
 * One item as the feed gives it. Every text is free of NUL, control and lone surrogate characters; an absent or empty value is null.
 * Whether a date lies in the future is for a caller with a clock.
 */
export type ParsedItem = {
  /** Plain text: markup and character references resolved, white space collapsed. */
  readonly title: string | null;
  /** Absolute where a base is known. */
  readonly link: string | null;
  /** As published: RSS guid, Atom id, `rdf:about`, JSON Feed id. */
  readonly guid: string | null;
  /** False when the guid is declared to be no URL. */
  readonly isPermaLink: boolean;
  /** ISO, UTC; null when the feed gives none, or none that can be read. Never "now". */
  readonly published: string | null;
  readonly updated: string | null;
  /** The date as written, when it could not be read. */
  readonly unreadableDate: string | null;
  /** HTML fragments as published; plain text is escaped. `htmlToText` makes text of them. */
  readonly summary: string | null;
  readonly content: string | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** As published (`en-GB`); null when the item itself does not say. */
  readonly language: string | null;
};

/** What `parseFeed` makes of the bytes of one feed. */
export type ParsedFeed = {
  readonly format: FeedFormat;
  readonly title: string | null;
  /** The page that the feed is about. */
  readonly link: string | null;
  /** Where the feed says it lives. */
  readonly self: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly updated: string | null;
  readonly hints: PollHints;
  readonly items: readonly ParsedItem[];
  readonly dropped: Dropped;
  /** How the bytes were read, and what had to be mended: for `feeds check` and the log. */
  readonly charset: string;
  readonly repairs: readonly string[];
};
