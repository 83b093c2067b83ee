/** Where an item comes from: an official's own feed confirms more than a report of it; agency copies count once. */
export const SOURCE_KINDS = ['official', 'agency', 'press', 'aggregator'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Why `effectiveAt` is what it is: the feed's own date, or our first sight where the feed gives none, or one that cannot be. `revised`: our first sight of a revision that does not say when it was made. */
export type EffectiveReason = 'published' | 'undated' | 'future' | 'ancient' | 'revised';

/** One article as published. Immutable once stored; an edited article is a new item with `revisionOf`. Times are ISO strings in UTC. */
export type Item = {
  /** Given once, never recomputed. */
  readonly id: string;
  readonly feedId: string;
  /** The first item's id when this is a later revision of the same article, else null. */
  readonly revisionOf: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly content: string | null;
  readonly link: string | null;
  readonly outlet: string;
  readonly sourceKind: SourceKind;
  /** BCP 47 primary language subtag ('en', 'ru'), or null when the feed does not say. */
  readonly lang: string | null;
  /** From the feed, or null: never "now". */
  readonly publishedAt: string | null;
  readonly firstSeenAt: string;
  /** The time used for order: `publishedAt` where it is credible, else `firstSeenAt`. */
  readonly effectiveAt: string;
  readonly effectiveReason: EffectiveReason;
};
