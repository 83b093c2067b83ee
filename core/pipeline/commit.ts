import type { Clock, DossierRecord, Ids, Outbox, Store } from '../ports.ts';
import type { Development } from '../story/development.ts';
import type { Decision, DenialRecord, DevelopResult, Dossier, DossierKey, Story } from '../story/dossier.ts';
import { laterThan } from './time.ts';

export type CommitPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
};

/** Changes nothing itself: it is asked again with the newer dossier when another writer was faster. Null = never stored. */
export type Change = (dossier: Dossier | null) => DevelopResult | Promise<DevelopResult>;

export type Committed = {
  readonly key: DossierKey;
  /** The dossier as it stands now; null when there is none. */
  readonly dossier: Dossier | null;
  readonly developments: readonly Development[];
  readonly decisions: readonly Decision[];
  /** False when everything was known: then nothing was written. */
  readonly isWritten: boolean;
};

/** A writer that dies leaves its outbox to the sweep after this time (milliseconds): longer than any living writer takes. */
export const OUTBOX_PATIENCE_MS = 60_000;
const MOST_CONFLICTS = 12;
const MOST_MERGES = 3;

/** All writers of one dossier that lose a race as often as this are told to come back later. */
export class DossierBusyError extends Error {
  override readonly name = 'DossierBusyError';
  readonly isRetryable = true;
  constructor(key: DossierKey) {
    super(`committing dossier ${key}: lost ${MOST_CONFLICTS} races in a row; the same items may be absorbed again`);
  }
}

/**
 * Steps 1 and 2 of the commit protocol: the dossier with its outbox in one conditional write, then the rows it owes, then the
 * outbox is cleared. Safe to repeat after a crash anywhere: a known fact changes nothing, a row is put once, and the sweep pays
 * what a dead writer owed.
 */
export async function commitDossier(key: DossierKey, change: Change, ports: CommitPorts): Promise<Committed> {
  for (let round = 0; round < MOST_CONFLICTS; round += 1) {
    const { key: target, record } = await readCurrent(key, ports);
    const before = record?.dossier ?? null;
    const result = await change(before);
    if (isSame(before, result)) return { key: target, dossier: before, developments: [], decisions: result.decisions, isWritten: false };
    const dossier = { ...result.dossier, version: (before?.version ?? 0) + 1 };
    const outbox = owed(record, { ...result, dossier }, ports.clock.now());
    if ((await ports.store.dossiers.commit(dossier, outbox, ports.ids.next())) === 'conflict') continue;
    await payOutbox({ dossier, outbox }, ports);
    return { key: target, dossier, developments: result.developments, decisions: result.decisions, isWritten: true };
  }
  throw new DossierBusyError(key);
}

/** A merged dossier's reports belong to the one it was merged into. */
async function readCurrent(key: DossierKey, ports: CommitPorts): Promise<{ key: DossierKey; record: DossierRecord | null }> {
  let target = key;
  for (let link = 0; ; link += 1) {
    const record = await ports.store.dossiers.read(target);
    const next = record?.dossier.mergedInto ?? null;
    if (next === null || link === MOST_MERGES) return { key: target, record };
    target = next;
  }
}

/** Nothing new; and a first report that leaves nothing to keep makes no dossier. */
const isSame = (before: Dossier | null, { dossier, developments }: DevelopResult): boolean =>
  dossier === before || (before === null && developments.length + dossier.stories.length + dossier.denials.length === 0);

/** What the write will owe: what an earlier writer left over, then what changed now. The later copy of a story replaces the earlier. */
function owed(record: DossierRecord | null, result: DevelopResult, now: string): Outbox {
  const old = record?.outbox ?? null;
  const before = record?.dossier ?? null;
  return {
    developments: [...(old?.developments ?? []), ...result.developments],
    stories: latestById(old?.stories ?? [], changedStories(before, result.dossier, now)),
    denials: latestById(old?.denials ?? [], changedRows<DenialRecord>(before?.denials ?? [], result.dossier.denials)),
    dueAt: laterThan(now, OUTBOX_PATIENCE_MS),
  };
}

/**
 * Stories whose rows must be written anew. One that closes may stay in its dossier without its facts: its row keeps them. One that
 * had to leave while it was open (a dossier holds only so many) is closed in its row.
 */
function changedStories(before: Dossier | null, after: Dossier, now: string): readonly Story[] {
  const old = before?.stories ?? [];
  const changed = changedRows(old, after.stories).map((story) => {
    const last = old.find(({ id }) => id === story.id);
    return story.facts.length === 0 && last !== undefined ? { ...story, facts: last.facts } : story;
  });
  const left = old.filter((story) => story.closedAt === null && !after.stories.some(({ id }) => id === story.id));
  return [...changed, ...left.map((story) => ({ ...story, closedAt: now, closedBecause: 'crowded_out', lookAgainAt: null }))];
}

const changedRows = <T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly T[] =>
  after.filter((row) => {
    const old = before.find(({ id }) => id === row.id);
    return old !== row && JSON.stringify(old) !== JSON.stringify(row);
  });

function latestById<T extends { readonly id: string }>(old: readonly T[], changed: readonly T[]): readonly T[] {
  const ids = new Set(changed.map(({ id }) => id));
  return [...old.filter(({ id }) => !ids.has(id)), ...changed];
}

/**
 * Step 2: rows for stories, denials and developments, then the outbox is cleared. The development rows come last of the three,
 * so that whoever is told of one finds its story.
 */
export async function payOutbox({ dossier, outbox }: DossierRecord, ports: CommitPorts): Promise<void> {
  if (outbox === null) return;
  const { stories, developments, dossiers } = ports.store;
  for (const story of outbox.stories) await stories.putStory(story, dossier.key, dossier.version);
  for (const denial of outbox.denials) await stories.putDenial(denial, dossier.version);
  const dueAt = laterThan(ports.clock.now(), OUTBOX_PATIENCE_MS);
  for (const development of outbox.developments) await developments.add(development, dueAt);
  await dossiers.clearOutbox(dossier);
}
