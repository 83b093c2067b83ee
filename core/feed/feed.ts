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
  /** The URL that the validators belong to; they are dropped when it changes. */
  readonly url: string;
  /** Byte for byte as received. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  /** Set once the first poll was taken in as a baseline. */
  readonly baselineAt: string | null;
  readonly lastSuccessAt: string | null;
  readonly lastChangeAt: string | null;
  readonly newestItemAt: string | null;
  readonly failures: number;
  readonly lastError: string | null;
  /** Not before this time (Retry-After, Cache-Control, back-off); null = by the interval alone. */
  readonly holdUntil: string | null;
  /** Minutes between polls as adapted to the feed's habit. */
  readonly intervalMinutes: number;
  /** Permanent redirects seen: target and the days of sighting, until three on two days. */
  readonly redirect: { readonly to: string; readonly seenAt: readonly string[] } | null;
  /** 410, or an owner's decision. */
  readonly isStopped: boolean;
  /** Health alerts told: 'dead' or 'silent' since when; null = healthy. */
  readonly trouble: { readonly kind: 'dead' | 'silent'; readonly since: string } | null;
};
