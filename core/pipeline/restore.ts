import type { ItemRecord, Store } from '../ports.ts';
import type { BackupLine } from './backup-line.ts';

export type Restored = { readonly [Kind in Exclude<BackupLine['kind'], 'summitwire-backup' | 'end'>]: number };

/** In a new store every versioned row begins anew. */
const FIRST_VERSION = 1;
/** The rows of a restore bear one token, so that a restore that was cut may be done again: it takes its own rows for written. */
const TOKEN = 'restored';
const ITEMS_AT_ONCE = 25;

/** Nothing may stand in the store yet but subscriptions: two stores are never mixed. */
export async function isEmptyStore({ archive }: Pick<Store, 'archive'>): Promise<boolean> {
  const one = { limit: 1, cursor: null };
  const all = { ...one, from: null, to: null, parties: null, feedId: null, keep: () => true };
  const found = await Promise.all([archive.listItems(all), archive.listStories(all), archive.listFeedStates(one)]);
  return found.every(({ rows }) => rows.length === 0);
}

/**
 * Writes the rows of a backup into a store, as they come. Nothing is told: what was sent stands as sent, what waits goes on waiting. `now`: when
 * developments that were not fanned out become work. Throws when another row stands where one belongs, or when the end is missing.
 */
export async function restore(lines: AsyncIterable<BackupLine>, store: Store, now: string): Promise<Restored> {
  const counts: Record<string, number> = Object.fromEntries(Object.keys(WRITERS).map((kind) => [kind, 0]));
  const items: ItemRecord[] = [];
  let rows = 0;
  let declared: number | null = null;
  for await (const line of lines) {
    if (line.kind === 'summitwire-backup') continue;
    if (line.kind === 'end') {
      declared = line.rows;
      break;
    }
    rows += 1;
    counts[line.kind] = (counts[line.kind] ?? 0) + 1;
    if (line.kind === 'item') items.push(line.row);
    else await writeLine(line, store, now);
    if (items.length === ITEMS_AT_ONCE) await store.items.add(items.splice(0));
  }
  await store.items.add(items);
  if (declared !== rows)
    throw new Error(`the backup is cut: ${rows} rows, ${declared === null ? 'and no end' : `but it counts ${declared}`}`);
  return counts as Restored;
}

type RowLine = Exclude<BackupLine, { kind: 'summitwire-backup' | 'end' | 'item' }>;
type Writers = {
  readonly [Kind in RowLine['kind']]: (line: Extract<RowLine, { kind: Kind }>, store: Store, now: string) => Promise<unknown>;
};

const WRITERS: Writers & { readonly item: null } = {
  dossier: async ({ dossier, outbox }, { dossiers }) => {
    const written = await dossiers.commit({ ...dossier, version: FIRST_VERSION }, outbox, TOKEN);
    orConflict(written, `dossier ${dossier.key}`);
  },
  story: ({ row }, { stories }) => stories.putStory(row.story, row.dossierKey, FIRST_VERSION),
  denial: ({ row }, { stories }) => stories.putDenial(row, FIRST_VERSION),
  development: async ({ row, isFannedOut }, { developments }, now) => {
    await developments.add(row, now);
    if (isFannedOut) await developments.markFannedOut(row.id);
  },
  alert: ({ row }, { alerts }) => alerts.add(row),
  subscription: ({ row }, { subscriptions }) => subscriptions.put(row),
  item: null,
  parked: ({ row }, { items }) => items.park(row),
  liveness: ({ worker, at, checked, changed, failed }, { feeds }) => feeds.recordLiveness(worker, at, { checked, changed, failed }),
  seen: async ({ feedId, keys }, { feeds }) =>
    orConflict(await feeds.writeSeen(feedId, FIRST_VERSION, Buffer.from(keys, 'base64')), `what feed ${feedId} has shown`),
  feed: async ({ row }, { feeds }) =>
    orConflict(await feeds.writeState({ ...row, version: FIRST_VERSION }), `the state of feed ${row.feedId}`),
};

/** The table's row for a kind takes just that kind of line. */
const writeLine = <Kind extends RowLine['kind']>(line: Extract<RowLine, { kind: Kind }>, store: Store, now: string): Promise<unknown> => {
  const write: Writers[Kind] = WRITERS[line.kind as Kind];
  return write(line, store, now);
};

function orConflict(written: 'stored' | 'conflict', what: string): void {
  if (written === 'conflict') throw new Error(`restoring ${what}: another one stands there; restore into an empty store`);
}
