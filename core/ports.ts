/**
 * What the core asks of the world. Each port has one contract in test/contracts/, run by every adapter of it.
 * All times are ISO strings in UTC. A method that may be refused answers with a value; it throws only for what should not happen.
 */
import type { Alert, Message } from './alert/alert.ts';
import type { Channel, Subscription } from './alert/subscription.ts';
import type { CodedItem } from './coding/codebook/coded-item.ts';
import type { Feed, FeedSchedule, FeedState } from './feed/feed.ts';
import type { FeedHealthEvent } from './feed/health.ts';
import type { Item } from './feed/item.ts';
import type { ParsedFeed } from './feed/parsed-feed.ts';
import type { Development } from './story/development.ts';
import type { Decision, DenialRecord, Dossier, DossierKey, Story } from './story/dossier.ts';
import type { Occasion, OccasionRole } from './story/occasion.ts';

export type Clock = { now(): string };
/** 0 <= next() < 1. */
export type Random = { next(): number };
/** Fresh ids: writer tokens, lease owners. Never for what must be the same when a step is done twice. */
export type Ids = { next(): string };

export type Log = {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
};

// ---------------------------------------------------------------- feeds

export type FetchResult =
  | {
      readonly kind: 'fetched';
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly url: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly bodyHash: string;
      readonly freshUntil: string | null;
      readonly permanentUrl: string | null;
    }
  | {
      readonly kind: 'unchanged';
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly freshUntil: string | null;
      readonly permanentUrl: string | null;
    }
  | { readonly kind: 'gone'; readonly reason: string }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly isRetryable: boolean;
      readonly retryAfter: string | null;
      /** 'machine': this machine has no network; it says nothing of the feed. */
      readonly scope: 'feed' | 'host' | 'machine';
    };

/** One conditional GET, bounded in time and bytes, never to a private address unless the config allows it. */
export type FeedFetcher = { fetch(feed: Feed, state: FeedState | null): Promise<FetchResult> };

/** Bytes of a feed -> its items, within a limit of CPU time. Throws only `FeedParseError`. */
export type FeedParser = {
  parse(bytes: Uint8Array, hints: { readonly contentType: string | null; readonly url: string }): Promise<ParsedFeed>;
};

/** Secrets by name: feed credentials, passwords of ways out. Null = there is no such secret. */
export type SecretStore = { read(ref: string): Promise<string | null> };

export type FeedStore = {
  readState(feedId: string): Promise<FeedState | null>;
  /** Refused ('conflict') unless the stored version is `state.version - 1` (0 = none stored). */
  writeState(state: FeedState): Promise<'stored' | 'conflict'>;
  /**
   * Seen keys, packed by core/feed/pack-seen-keys.ts (8 bytes a key, at most 4,000 in all); version 1 is the first; null = none yet.
   * A feed has two rows: under its id what it showed lately (2 kB), under `<id>~older` what left it (16 kB as a rule, 90 kB at most).
   */
  readSeen(feedId: string): Promise<{ readonly version: number; readonly keys: Uint8Array } | null>;
  /** Refused unless the stored version is `version - 1`. */
  writeSeen(feedId: string, version: number, keys: Uint8Array): Promise<'stored' | 'conflict'>;
  /** What dispatch needs of all feeds at once, without a read per feed: only feeds that differ from their default. */
  readSchedule(): Promise<ReadonlyMap<string, FeedSchedule>>;
  /** One row per batch: when it ran, how many feeds were checked, changed, failed. */
  recordLiveness(
    worker: string,
    at: string,
    counts: { readonly checked: number; readonly changed: number; readonly failed: number },
  ): Promise<void>;
  /** Leaves a feed's trouble for the sweep to tell (put if absent): who fetches needs to know nobody's address. */
  leaveHealthEvent(event: FeedHealthEvent): Promise<void>;
  readHealthEvent(id: string): Promise<FeedHealthEvent | null>;
  /** It was told: no work any more. */
  settleHealthEvent(id: string): Promise<void>;
};

// ---------------------------------------------------------------- items

/** An item with what was read from it and what became of it. Immutable: put if absent. */
export type ItemRecord = {
  readonly item: Item;
  readonly coded: CodedItem;
  readonly decisions: readonly Decision[];
  readonly rulesVersion: number;
};
/** An item that failed three times: kept with its error, counts as seen. */
export type ParkedItem = {
  readonly feedId: string;
  readonly itemId: string;
  readonly title: string | null;
  readonly error: string;
  readonly attempts: number;
  readonly at: string;
  /** The item itself, so that a later program can try it again; absent in rows of older versions. */
  readonly item?: Item;
};

export type ItemStore = {
  /** Puts the item and its line in each dossier it touches; a second put of the same id changes nothing. */
  add(records: readonly ItemRecord[]): Promise<void>;
  get(id: string): Promise<ItemRecord | null>;
  listByDossier(key: DossierKey, page: PageRequest): Promise<Page<ItemRecord>>;
  park(parked: ParkedItem): Promise<void>;
  /** Forgets a parked item: it was taken in after all. */
  unpark(parked: Pick<ParkedItem, 'feedId' | 'itemId'>): Promise<void>;
};

// ---------------------------------------------------------------- dossiers, developments

/**
 * What a dossier write still owes to rows of their own (step 2 of the commit protocol). Rows are written from it as often as
 * need be, then it is cleared. It holds all that is owed, also what an earlier writer left over.
 */
export type Outbox = {
  /** Oldest first. */
  readonly developments: readonly Development[];
  /** Stories that changed, as they stand at this version; closed ones too. */
  readonly stories: readonly Story[];
  readonly denials: readonly DenialRecord[];
  /** When the sweep may take it for left over (ISO). */
  readonly dueAt: string;
};
export type DossierRecord = { readonly dossier: Dossier; readonly outbox: Outbox | null };

/** Step 1 of the commit protocol: dossier, outbox and writer token in one conditional write. */
export type DossierStore = {
  /** The dossier alone, as last written; never follows `mergedInto`. */
  get(key: DossierKey): Promise<Dossier | null>;
  /** Dossier and outbox in one consistent read: what a writer must start from. */
  read(key: DossierKey): Promise<DossierRecord | null>;
  /**
   * Refused ('conflict') unless the stored version is `dossier.version - 1` (0 = none stored).
   * A conflict that finds our own `token` is our success. `outbox` replaces the stored one: it must hold what `read` found there.
   */
  commit(dossier: Dossier, outbox: Outbox | null, token: string): Promise<'stored' | 'conflict'>;
  /** Does nothing when a newer version stands there: its writer has taken the outbox over. */
  clearOutbox(dossier: Dossier): Promise<void>;
  /** Dossiers whose `lookAgainAt` has passed, earliest first. */
  listDue(now: string, limit: number): Promise<readonly DossierKey[]>;
};

/**
 * Rows of stories and denials, for reading. `version`: of the dossier they were copied from; an older one never replaces a newer.
 * A story that may belong to a gathering is also found under its occasions (core/story/occasion.ts).
 */
export type StoryStore = {
  putStory(story: Story, dossierKey: DossierKey, version: number): Promise<void>;
  putDenial(denial: DenialRecord, version: number): Promise<void>;
};

export type DevelopmentRecord = { readonly development: Development; readonly isFannedOut: boolean };
export type DevelopmentStore = {
  /** Put if absent; true when it was new. Enters the work index under `dueAt` until it is fanned out. */
  add(development: Development, dueAt: string): Promise<boolean>;
  get(id: string): Promise<Development | null>;
  read(id: string): Promise<DevelopmentRecord | null>;
  /** The story's development with this sequence number; null = no row yet. */
  readInSequence(storyId: string, sequence: number): Promise<DevelopmentRecord | null>;
  markFannedOut(id: string): Promise<void>;
};

/** What was left over, by the sparse index work#shard, dueAt (ISO). */
export type Work = { readonly dueAt: string } & (
  | { readonly kind: 'outbox'; readonly key: DossierKey }
  | { readonly kind: 'fan_out'; readonly id: string }
  | { readonly kind: 'alert'; readonly id: string }
  | { readonly kind: 'feed_health'; readonly id: string }
);
export type WorkQueue = { listDue(now: string, limit: number): Promise<readonly Work[]> };

// ---------------------------------------------------------------- alerts

export type AlertStore = {
  /** Put if absent; true when it was new. */
  add(alert: Alert): Promise<boolean>;
  get(id: string): Promise<Alert | null>;
  /** Replaces an alert that nobody has claimed yet with one that tells more; 'conflict' when it was ever claimed, or tells more than `told` developments by now. */
  extend(alert: Alert, told: number): Promise<'stored' | 'conflict'>;
  /** Takes the lease when the alert is pending, or claimed with a lease that ended before `now`; null = somebody else's. */
  claim(id: string, owner: string, now: string, until: string): Promise<Alert | null>;
  /** Only the owner of the lease may settle. */
  settle(
    id: string,
    owner: string,
    outcome: {
      readonly state: 'sent' | 'suppressed' | 'parked';
      readonly at: string;
      readonly receipt: string | null;
      readonly reason: string | null;
    },
  ): Promise<'stored' | 'lost_lease'>;
  /** Gives the lease back and tries again at `dueAt`. */
  release(id: string, owner: string, dueAt: string, reason: string): Promise<'stored' | 'lost_lease'>;
};

export type SubscriptionStore = {
  list(): Promise<readonly Subscription[]>;
  put(subscription: Subscription): Promise<void>;
  remove(id: string): Promise<boolean>;
};

export type SendResult =
  | { readonly kind: 'sent'; readonly receipt: string | null }
  /** `isUnsent`: it is certain that nothing went out (refused, throttled); absent = unknown (a timeout). */
  | { readonly kind: 'failed'; readonly isRetryable: boolean; readonly isUnsent?: boolean; readonly reason: string };
/** The way out. At least once: a message may come twice with the same alert id in its text. */
export type AlertChannel = {
  readonly channel: Channel;
  send(subscription: Subscription, alert: Alert, message: Message): Promise<SendResult>;
};

// ---------------------------------------------------------------- reading

/** `cursor` is the store's own, opaque here; doors sign it before it leaves. */
export type PageRequest = {
  readonly limit: number;
  readonly cursor: string | null;
  /** Read units that the page may cost: it comes short with a cursor rather than cost more. No bound when it is left out. */
  readonly mostUnits?: number;
};
/** `examined`: rows looked at, more than `rows` when a filter drops some; a page may come short with a cursor. */
export type Page<T> = {
  readonly rows: readonly T[];
  readonly cursor: string | null;
  readonly examined: number;
  readonly readUnits: number;
};
/** Bounds that an index can serve; the rest of a filter is applied to the rows by the caller's `keep`. Newest first. */
export type Listing<T> = PageRequest & {
  readonly from: string | null;
  readonly to: string | null;
  /** Exactly these parties, sorted: the pair index. Of more than two, other circles may come too: `keep` decides. */
  readonly parties: readonly string[] | null;
  /** Two or more that must be among the parties (not of items): a hint to an index, `keep` decides. */
  readonly allOf?: readonly string[];
  readonly feedId: string | null;
  readonly keep: (row: T) => boolean;
};

export type StoryRow = { readonly story: Story; readonly dossierKey: DossierKey };
export type FeedRow = { readonly state: FeedState };

/** Stories of one role that stand under any of these occasions, the last opened first; `from` and `to`: when they were opened. */
export type OccasionListing = PageRequest & {
  readonly occasions: readonly Occasion[];
  readonly role: OccasionRole;
  readonly from: string | null;
  readonly to: string | null;
  readonly keep: (row: StoryRow) => boolean;
};

/** The read side: queries on indexes, never scans. */
export type Archive = {
  listStories(listing: Listing<StoryRow>): Promise<Page<StoryRow>>;
  getStory(id: string): Promise<StoryRow | null>;
  /** A story may come that stood under an occasion once and does no more: `keep` decides. */
  listByOccasion(listing: OccasionListing): Promise<Page<StoryRow>>;
  listDevelopments(listing: Listing<Development>): Promise<Page<Development>>;
  listDevelopmentsOfStory(storyId: string, page: PageRequest): Promise<Page<Development>>;
  listDenials(listing: Listing<DenialRecord>): Promise<Page<DenialRecord>>;
  listItems(listing: Listing<ItemRecord>): Promise<Page<ItemRecord>>;
  listParkedItems(page: PageRequest): Promise<Page<ParkedItem>>;
  listAlerts(listing: Listing<Alert>): Promise<Page<Alert>>;
  listFeedStates(page: PageRequest): Promise<Page<FeedState>>;
  readLiveness(): Promise<
    readonly { readonly worker: string; readonly at: string; readonly checked: number; readonly changed: number; readonly failed: number }[]
  >;
};

/** All that one store offers: the DynamoDB adapter and the memory twin both make this. */
export type Store = {
  readonly feeds: FeedStore;
  readonly items: ItemStore;
  readonly dossiers: DossierStore;
  readonly stories: StoryStore;
  readonly developments: DevelopmentStore;
  readonly alerts: AlertStore;
  readonly subscriptions: SubscriptionStore;
  readonly work: WorkQueue;
  readonly archive: Archive;
};
