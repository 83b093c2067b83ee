import type { Alert } from '../../core/alert/alert.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import type { FeedState } from '../../core/feed/feed.ts';
import type { FeedHealthEvent } from '../../core/feed/health.ts';
import type { ItemRecord, Outbox, ParkedItem, StoryRow } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';
import type { DenialRecord, Dossier } from '../../core/story/dossier.ts';

export type Versioned<T> = { readonly row: T; readonly version: number };
export type DossierEntry = { readonly dossier: Dossier; readonly outbox: Outbox | null; readonly token: string };
export type DevelopmentEntry = { readonly development: Development; readonly dueAt: string; readonly isFannedOut: boolean };
export type Liveness = {
  readonly worker: string;
  readonly at: string;
  readonly checked: number;
  readonly changed: number;
  readonly failed: number;
};

/** What the memory twin holds: one map per kind of row, and the open work beside them. Rows are immutable, so they are never copied. */
export type MemoryTables = {
  readonly feedStates: Map<string, FeedState>;
  readonly seen: Map<string, { readonly version: number; readonly keys: Uint8Array }>;
  readonly liveness: Map<string, Liveness>;
  readonly healthEvents: Map<string, FeedHealthEvent>;
  readonly openHealthEvents: Set<string>;
  readonly items: Map<string, ItemRecord>;
  readonly itemsByDossier: Map<string, Set<string>>;
  readonly parked: Map<string, ParkedItem>;
  readonly dossiers: Map<string, DossierEntry>;
  readonly stories: Map<string, Versioned<StoryRow>>;
  /** "pair name g20" -> ids of stories. */
  readonly storiesByOccasion: Map<string, Set<string>>;
  readonly denials: Map<string, Versioned<DenialRecord>>;
  readonly developments: Map<string, DevelopmentEntry>;
  readonly developmentsByStory: Map<string, Set<string>>;
  readonly alerts: Map<string, Alert>;
  readonly subscriptions: Map<string, Subscription>;
  readonly openDevelopments: Set<string>;
  readonly openAlerts: Set<string>;
};

export const emptyTables = (): MemoryTables => ({
  feedStates: new Map(),
  seen: new Map(),
  liveness: new Map(),
  healthEvents: new Map(),
  openHealthEvents: new Set(),
  items: new Map(),
  itemsByDossier: new Map(),
  parked: new Map(),
  dossiers: new Map(),
  stories: new Map(),
  storiesByOccasion: new Map(),
  denials: new Map(),
  developments: new Map(),
  developmentsByStory: new Map(),
  alerts: new Map(),
  subscriptions: new Map(),
  openDevelopments: new Set(),
  openAlerts: new Set(),
});

/** Adds to the set under a key, making it when there is none. */
export function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
