import type { Store } from '../../core/ports.ts';
import { memoryAlerts, memorySubscriptions } from './memory-store-alerts.ts';
import { memoryArchive } from './memory-store-archive.ts';
import { memoryDevelopments, memoryDossiers, memoryStories, memoryWork } from './memory-store-dossiers.ts';
import { memoryFeeds, memoryItems } from './memory-store-feeds.ts';
import { emptyTables } from './memory-store-tables.ts';

/** The memory twin of the one-table store: the same contract (test/contracts/), nothing kept. For replays, simulations and tests. */
export function openMemoryStore(): Store {
  const tables = emptyTables();
  return {
    feeds: memoryFeeds(tables),
    items: memoryItems(tables),
    dossiers: memoryDossiers(tables),
    stories: memoryStories(tables),
    developments: memoryDevelopments(tables),
    alerts: memoryAlerts(tables),
    subscriptions: memorySubscriptions(tables),
    work: memoryWork(tables),
    archive: memoryArchive(tables),
  };
}
