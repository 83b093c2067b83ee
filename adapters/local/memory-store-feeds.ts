import { type FeedSchedule, scheduleOf } from '../../core/feed/feed.ts';
import type { FeedStore, ItemRecord, ItemStore } from '../../core/ports.ts';
import { pageOf } from './memory-store-archive.ts';
import { addTo, type MemoryTables } from './memory-store-tables.ts';

/** The memory twin of feed states and seen keys. */
export function memoryFeeds(tables: MemoryTables): FeedStore {
  return {
    readState: async (feedId) => tables.feedStates.get(feedId) ?? null,
    writeState: async (state) => {
      if ((tables.feedStates.get(state.feedId)?.version ?? 0) !== state.version - 1) return 'conflict';
      tables.feedStates.set(state.feedId, state);
      return 'stored';
    },
    readSeen: async (feedId) => tables.seen.get(feedId) ?? null,
    writeSeen: async (feedId, version, keys) => {
      if ((tables.seen.get(feedId)?.version ?? 0) !== version - 1) return 'conflict';
      tables.seen.set(feedId, { version, keys });
      return 'stored';
    },
    readSchedule: async () =>
      new Map(
        [...tables.feedStates.values()].flatMap((state): [string, FeedSchedule][] => {
          const schedule = scheduleOf(state);
          return schedule === null ? [] : [[state.feedId, schedule]];
        }),
      ),
    recordLiveness: async (worker, at, counts) => {
      tables.liveness.set(worker, { worker, at, ...counts });
    },
    leaveHealthEvent: async (event) => {
      if (tables.healthEvents.has(event.id)) return;
      tables.healthEvents.set(event.id, event);
      tables.openHealthEvents.add(event.id);
    },
    readHealthEvent: async (id) => tables.healthEvents.get(id) ?? null,
    settleHealthEvent: async (id) => void tables.openHealthEvents.delete(id),
  };
}

/** The memory twin of item rows: the first put of an id stays. */
export function memoryItems(tables: MemoryTables): ItemStore {
  return {
    add: async (records) => {
      for (const record of records) {
        if (!tables.items.has(record.item.id)) tables.items.set(record.item.id, record);
        for (const { dossierKey } of record.decisions) addTo(tables.itemsByDossier, dossierKey, record.item.id);
      }
    },
    get: async (id) => tables.items.get(id) ?? null,
    listByDossier: async (key, page) => {
      const rows = [...(tables.itemsByDossier.get(key) ?? [])].flatMap((id): ItemRecord[] => {
        const record = tables.items.get(id);
        return record === undefined ? [] : [record];
      });
      return pageOf(rows, { ...page, keyOf: ({ item }) => [item.firstSeenAt, item.id] });
    },
    park: async (parked) => {
      tables.parked.set(`${parked.feedId}#${parked.itemId}`, parked);
    },
    unpark: async ({ feedId, itemId }) => void tables.parked.delete(`${feedId}#${itemId}`),
  };
}
