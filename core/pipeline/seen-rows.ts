import { packSeenKeys, unpackSeenKeys } from '../feed/pack-seen-keys.ts';
import type { SeenKeys, SeenMemory } from '../feed/seen-keys.ts';
import type { FeedStore } from '../ports.ts';

/** A feed's seen keys in the store: two rows. The older one is read only when a document brings something that the recent one does not know. */
export type SeenRows = {
  readonly recent: SeenKeys;
  loadOlder(): Promise<SeenKeys>;
  /** Older first: a crash between the two rows leaves an item in both, never in none. Another poller's write is a conflict. */
  save(memory: SeenMemory): Promise<'stored' | 'conflict'>;
};

/** Feed ids are lower-case words and "-": this is nobody's id. */
export const olderSeenId = (feedId: string): string => `${feedId}~older`;

export async function openSeenRows(feedId: string, feeds: Pick<FeedStore, 'readSeen' | 'writeSeen'>): Promise<SeenRows> {
  const stored = await feeds.readSeen(feedId);
  let older: { readonly version: number; readonly keys: SeenKeys } = { version: 0, keys: [] };
  const write = async (id: string, version: number, keys: SeenKeys): Promise<boolean> =>
    (await feeds.writeSeen(id, version + 1, packSeenKeys(keys))) === 'stored';
  return {
    recent: stored === null ? [] : unpackSeenKeys(stored.keys),
    async loadOlder() {
      const row = stored === null ? null : await feeds.readSeen(olderSeenId(feedId));
      if (row !== null) older = { version: row.version, keys: unpackSeenKeys(row.keys) };
      return older.keys;
    },
    async save(memory) {
      if (memory.older !== older.keys && !(await write(olderSeenId(feedId), older.version, memory.older))) return 'conflict';
      return (await write(feedId, stored?.version ?? 0, memory.recent)) ? 'stored' : 'conflict';
    },
  };
}
