import type { Store } from '../../core/ports.ts';
import type { Process } from './process.ts';

/** Bugs to plant, so that the simulation can be seen to fail: each spoils the store as the processes see it. */
export type Plant = { readonly what: string; readonly spoil: (store: Store, process: Process) => Store };

export const PLANTS: Readonly<Record<string, Plant>> = {
  'mark-before-commit': {
    what: 'the outbox is marked as paid before its rows are written',
    spoil: (store) => ({
      ...store,
      dossiers: { ...store.dossiers, commit: (dossier, _outbox, token) => store.dossiers.commit(dossier, null, token) },
    }),
  },
  'lost-lease': {
    what: 'a claim that was refused counts as granted',
    spoil: (store) => ({
      ...store,
      alerts: {
        ...store.alerts,
        claim: async (id, owner, now, until) => (await store.alerts.claim(id, owner, now, until)) ?? store.alerts.get(id),
      },
    }),
  },
  'unbounded-retry': {
    what: 'a failed alert is tried again at once',
    spoil: (store, process) => ({
      ...store,
      alerts: { ...store.alerts, release: (id, owner, _dueAt, reason) => store.alerts.release(id, owner, process.clock.now(), reason) },
    }),
  },
  'swallowed-error': {
    what: 'items that could not be stored count as stored',
    spoil: (store) => ({
      ...store,
      items: { ...store.items, add: (records) => store.items.add(records).catch(() => {}) },
    }),
  },
  'append-twice': {
    what: 'a woken sender does not look whether the alert is there, and makes it again',
    spoil: (store, process) => {
      const asked = new Set<string>();
      return process.name.startsWith('send')
        ? {
            ...store,
            alerts: {
              ...store.alerts,
              get: async (id) => {
                if (asked.has(id)) return store.alerts.get(id);
                asked.add(id);
                return null;
              },
              add: async (alert) => (await store.alerts.add(alert)) || store.alerts.add({ ...alert, id: `${alert.id}-${process.name}` }),
            },
          }
        : store;
    },
  },
};
