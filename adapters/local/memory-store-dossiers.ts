import type { DevelopmentStore, DossierStore, StoryStore, Work, WorkQueue } from '../../core/ports.ts';
import { occasionsOf, rolesOf } from '../../core/story/occasion.ts';
import { addTo, type DevelopmentEntry, type DossierEntry, type MemoryTables } from './memory-store-tables.ts';

/** The memory twin of the commit protocol's first steps. */
export function memoryDossiers(tables: MemoryTables): DossierStore {
  return {
    get: async (key) => tables.dossiers.get(key)?.dossier ?? null,
    read: async (key) => {
      const entry = tables.dossiers.get(key);
      return entry === undefined ? null : { dossier: entry.dossier, outbox: entry.outbox };
    },
    commit: async (dossier, outbox, token) => {
      const stored = tables.dossiers.get(dossier.key);
      if ((stored?.dossier.version ?? 0) === dossier.version - 1) {
        tables.dossiers.set(dossier.key, { dossier, outbox, token });
        return 'stored';
      }
      return stored?.token === token ? 'stored' : 'conflict';
    },
    clearOutbox: async (dossier) => {
      const stored = tables.dossiers.get(dossier.key);
      if (stored?.dossier.version === dossier.version) tables.dossiers.set(dossier.key, { ...stored, outbox: null });
    },
    listDue: async (now, limit) => dueDossiers(tables, now).slice(0, limit),
  };
}

/** A dossier that still owes rows is the sweep's, not the tick's. */
const dueDossiers = (tables: MemoryTables, now: string): string[] =>
  earliestFirst(tables.dossiers, ({ dossier, outbox }) => (outbox === null ? dossier.lookAgainAt : null), now);

export function memoryStories(tables: MemoryTables): StoryStore {
  return {
    putStory: async (story, dossierKey, version) => {
      if ((tables.stories.get(story.id)?.version ?? 0) >= version) return;
      for (const role of rolesOf(story))
        for (const occasion of occasionsOf(story, role)) addTo(tables.storiesByOccasion, `${role} ${occasion}`, story.id);
      tables.stories.set(story.id, { row: { story, dossierKey }, version });
    },
    putDenial: async (denial, version) => {
      if ((tables.denials.get(denial.id)?.version ?? 0) < version) tables.denials.set(denial.id, { row: denial, version });
    },
  };
}

export function memoryDevelopments(tables: MemoryTables): DevelopmentStore {
  const read = (id: string) => asRecord(tables.developments.get(id));
  return {
    add: async (development, dueAt) => {
      if (tables.developments.has(development.id)) return false;
      tables.developments.set(development.id, { development, dueAt, isFannedOut: false });
      addTo(tables.developmentsByStory, development.storyId, development.id);
      tables.openDevelopments.add(development.id);
      return true;
    },
    get: async (id) => tables.developments.get(id)?.development ?? null,
    read: async (id) => read(id),
    readInSequence: async (storyId, sequence) => {
      const ids = [...(tables.developmentsByStory.get(storyId) ?? [])];
      return ids.map(read).find((record) => record?.development.sequence === sequence) ?? null;
    },
    markFannedOut: async (id) => {
      const entry = tables.developments.get(id);
      if (entry !== undefined) tables.developments.set(id, { ...entry, isFannedOut: true });
      tables.openDevelopments.delete(id);
    },
  };
}

const asRecord = (entry: DevelopmentEntry | undefined) =>
  entry === undefined ? null : { development: entry.development, isFannedOut: entry.isFannedOut };

export function memoryWork(tables: MemoryTables): WorkQueue {
  return {
    listDue: async (now, limit) => {
      const outboxes = earliestFirst(tables.dossiers, (entry: DossierEntry) => entry.outbox?.dueAt ?? null, now);
      const work: Work[] = [
        ...outboxes.map((key): Work => ({ kind: 'outbox', key, dueAt: tables.dossiers.get(key)?.outbox?.dueAt ?? now })),
        ...[...tables.openDevelopments].map((id): Work => ({ kind: 'fan_out', id, dueAt: tables.developments.get(id)?.dueAt ?? now })),
        ...[...tables.openHealthEvents].map((id): Work => ({ kind: 'feed_health', id, dueAt: tables.healthEvents.get(id)?.at ?? now })),
        ...[...tables.openAlerts].map((id): Work => ({ kind: 'alert', id, dueAt: tables.alerts.get(id)?.dueAt ?? now })),
      ];
      return work.filter(({ dueAt }) => dueAt <= now).slice(0, limit);
    },
  };
}

/** Keys whose time has come, earliest first. */
function earliestFirst<T>(rows: ReadonlyMap<string, T>, dueAt: (row: T) => string | null, now: string): string[] {
  const due: { readonly key: string; readonly at: string }[] = [];
  for (const [key, row] of rows) {
    const at = dueAt(row);
    if (at !== null && at <= now) due.push({ key, at });
  }
  return due.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ key }) => key);
}
