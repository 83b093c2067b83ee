import type { SourceKind } from './item.ts';

/** A URL we poll, with its publisher. Comes from the config; never changes while it runs. */
export type Feed = {
  readonly id: string;
  readonly url: string;
  readonly outlet: string;
  readonly sourceKind: SourceKind;
  readonly lang: string | null;
  /** Minutes between polls before any adaptation; 5 at least. */
  readonly intervalMinutes: number;
  /** Name of a secret that holds this feed's credentials; the secret itself is never in the config. */
  readonly credentialRef: string | null;
  readonly isEnabled: boolean;
};

/**
 * What is kept about one feed between polls (`STATE`, under 1 kB). Saved only after the items are handed on.
 * `version` grows by one with each write; a write on an older version is refused.
 */
export type FeedState = {
  readonly feedId: string;
  readonly version: number;
  /** The address in the config at the last write: another one there brings a stopped feed back and forgets `movedTo`. */
  readonly configuredUrl: string;
  /** Where permanent redirects led, once they were believed; polled instead of `configuredUrl`. */
  readonly movedTo: string | null;
  /** The URL that answered, and that the validators and the body hash belong to; they are sent to no other. */
  readonly url: string;
  /** Byte for byte as received. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  /** Set once the first poll was taken in as a baseline. */
  readonly baselineAt: string | null;
  readonly lastSuccessAt: string | null;
  /** Last poll that found a new item or a revision. */
  readonly lastChangeAt: string | null;
  readonly newestItemAt: string | null;
  /** Failures in a row, and since when. */
  readonly failures: number;
  readonly failingSince: string | null;
  readonly lastError: string | null;
  /** Not before this time (Retry-After, Cache-Control, back-off); null = by the interval alone. */
  readonly holdUntil: string | null;
  /** A 429 of a public host holds all feeds of that host. */
  readonly holdScope: 'feed' | 'host';
  /** Minutes between polls as adapted to the feed's habit. */
  readonly intervalMinutes: number;
  /** The feed's `intervalMinutes` in the config at the last write: what dispatch assumes of a feed without a schedule. */
  readonly defaultMinutes: number;
  /** What the publisher asked in the feed itself. */
  readonly asks: PollAsks | null;
  /** Longest ordinary silence of this feed, in minutes, slowly forgotten; null = not known yet. */
  readonly longestGapMinutes: number | null;
  /** What the feed looked like when it was last read: a feed that loses its dates or its items has drifted. */
  readonly shape: FeedShape | null;
  /** Items that could not be taken in, and how often: parked at the third time. At most 20. */
  readonly failing: readonly { readonly itemId: string; readonly attempts: number }[];
  /** Permanent redirects seen: target and times of sighting (two a day at most), until there are three. */
  readonly redirect: { readonly to: string; readonly seenAt: readonly string[] } | null;
  /** 410, or an owner's decision. */
  readonly isStopped: boolean;
  /** Trouble that was told: since when; null = healthy. */
  readonly trouble: { readonly kind: 'dead' | 'silent'; readonly since: string } | null;
};

/** `ttlMinutes`: the longer of RSS ttl and the syndication module's period. Hours 0-23 GMT, weekdays in lower-case English. */
export type PollAsks = {
  readonly ttlMinutes: number | null;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
};

/** `dated`: how many of `items` carried a date that could be read. `drift`: what got worse since the poll before, or null. */
export type FeedShape = {
  readonly format: string;
  readonly items: number;
  readonly dated: number;
  readonly dropped: number;
  readonly drift: string | null;
};

/** What dispatch needs to know of a feed that differs from its default. */
export type FeedSchedule = {
  readonly intervalMinutes: number;
  readonly holdUntil: string | null;
  readonly holdScope: 'feed' | 'host';
  readonly isStopped: boolean;
  /** Another address in the config brings a stopped feed back. */
  readonly configuredUrl: string;
};

/** The state's line for dispatch; null when the feed is as dispatch assumes anyway, so that only the others need an index entry. */
export function scheduleOf(state: FeedState): FeedSchedule | null {
  const isOrdinary = state.intervalMinutes === state.defaultMinutes && state.holdUntil === null && !state.isStopped;
  const { intervalMinutes, holdUntil, holdScope, isStopped, configuredUrl } = state;
  return isOrdinary ? null : { intervalMinutes, holdUntil, holdScope, isStopped, configuredUrl };
}
