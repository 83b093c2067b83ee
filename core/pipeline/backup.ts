import type { Listing, Page, PageRequest, Store } from '../ports.ts';
import type { DossierKey } from '../story/dossier.ts';
import { BACKUP_FORM, type BackupLine } from './backup-line.ts';
import { olderSeenId } from './seen-rows.ts';

const PAGE = 200;
const ALL: Omit<Listing<unknown>, keyof PageRequest> = { from: null, to: null, parties: null, feedId: null, keep: () => true };

/**
 * Everything that a store is made of, row by row. What the feeds have shown is read first and written last: of a store that is in use meanwhile, the
 * backup then knows too little of a feed rather than too much, so that what it missed comes again.
 */
export async function* backUp(store: Store, now: string): AsyncGenerator<BackupLine> {
  const feeds = await collect(feedLines(store));
  const keys = new Set<DossierKey>();
  let rows = 0;
  yield { kind: 'summitwire-backup', form: BACKUP_FORM, at: now };
  for await (const line of rowsOf(store, keys)) {
    rows += 1;
    yield line;
  }
  for (const line of feeds) {
    rows += 1;
    yield line;
  }
  yield { kind: 'end', rows };
}

/** Dossiers have no listing: their keys stand in stories, denials and what became of items. */
async function* rowsOf(store: Store, keys: Set<DossierKey>): AsyncGenerator<BackupLine> {
  const { archive } = store;
  for await (const row of pages((page) => archive.listStories({ ...page, ...ALL }))) {
    keys.add(row.dossierKey);
    yield { kind: 'story', row };
  }
  for await (const row of pages((page) => archive.listDenials({ ...page, ...ALL }))) {
    keys.add(row.dossierKey);
    yield { kind: 'denial', row };
  }
  for await (const { id } of pages((page) => archive.listDevelopments({ ...page, ...ALL }))) {
    const record = await store.developments.read(id);
    if (record !== null) yield { kind: 'development', row: record.development, isFannedOut: record.isFannedOut };
  }
  for await (const row of pages((page) => archive.listAlerts({ ...page, ...ALL }))) yield { kind: 'alert', row };
  for (const row of await store.subscriptions.list()) yield { kind: 'subscription', row };
  for await (const row of pages((page) => archive.listItems({ ...page, ...ALL }))) {
    for (const { dossierKey } of row.decisions) keys.add(dossierKey);
    yield { kind: 'item', row };
  }
  for await (const row of pages((page) => archive.listParkedItems(page))) yield { kind: 'parked', row };
  for (const row of await archive.readLiveness()) yield { kind: 'liveness', ...row };
  yield* dossierLines(store, keys);
}

async function* dossierLines(store: Store, keys: ReadonlySet<DossierKey>): AsyncGenerator<BackupLine> {
  for (const key of [...keys].sort()) {
    const record = await store.dossiers.read(key);
    if (record !== null) yield { kind: 'dossier', ...record };
  }
}

async function* feedLines({ archive, feeds }: Store): AsyncGenerator<BackupLine> {
  for await (const row of pages((page) => archive.listFeedStates(page))) {
    for (const feedId of [olderSeenId(row.feedId), row.feedId]) {
      const seen = await feeds.readSeen(feedId);
      if (seen !== null) yield { kind: 'seen', feedId, keys: Buffer.from(seen.keys).toString('base64') };
    }
    yield { kind: 'feed', row };
  }
}

async function* pages<T>(read: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read({ limit: PAGE, cursor });
    yield* page.rows;
    cursor = page.cursor;
  } while (cursor !== null);
}

async function collect<T>(lines: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
