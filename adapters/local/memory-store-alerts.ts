import type { Alert } from '../../core/alert/alert.ts';
import type { AlertStore, SubscriptionStore } from '../../core/ports.ts';
import type { MemoryTables } from './memory-store-tables.ts';

/** The memory twin of the alert rows: claimed by one owner at a time, settled only by the owner of the lease. */
export function memoryAlerts(tables: MemoryTables): AlertStore {
  return {
    add: async (alert) => {
      if (tables.alerts.has(alert.id)) return false;
      store(tables, alert);
      return true;
    },
    get: async (id) => tables.alerts.get(id) ?? null,
    extend: async (alert, told) => {
      const stored = tables.alerts.get(alert.id);
      if (stored?.state !== 'pending' || stored.attempts > 0 || stored.developmentIds.length !== told) return 'conflict';
      store(tables, alert);
      return 'stored';
    },
    claim: async (id, owner, now, until) => {
      const stored = tables.alerts.get(id);
      if (stored?.lease?.owner === owner) return stored;
      if (stored === undefined || !isClaimable(stored, now)) return null;
      return store(tables, { ...stored, state: 'claimed', lease: { owner, until }, dueAt: until, attempts: stored.attempts + 1 });
    },
    settle: async (id, owner, outcome) => {
      const stored = tables.alerts.get(id);
      if (stored === undefined || stored.lease?.owner !== owner) return 'lost_lease';
      const sentAt = outcome.state === 'sent' ? outcome.at : stored.sentAt;
      store(tables, { ...stored, state: outcome.state, sentAt, lease: null, receipt: outcome.receipt, reason: outcome.reason });
      return 'stored';
    },
    release: async (id, owner, dueAt, reason) => {
      const stored = tables.alerts.get(id);
      if (stored === undefined || stored.lease?.owner !== owner) return 'lost_lease';
      store(tables, { ...stored, state: 'pending', lease: null, dueAt, reason });
      return 'stored';
    },
  };
}

const isClaimable = (alert: Alert, now: string): boolean =>
  alert.state === 'pending' || (alert.state === 'claimed' && (alert.lease?.until ?? now) <= now);

function store(tables: MemoryTables, alert: Alert): Alert {
  tables.alerts.set(alert.id, alert);
  if (alert.state === 'pending' || alert.state === 'claimed') tables.openAlerts.add(alert.id);
  else tables.openAlerts.delete(alert.id);
  return alert;
}

export function memorySubscriptions(tables: MemoryTables): SubscriptionStore {
  return {
    list: async () => [...tables.subscriptions.values()],
    put: async (subscription) => {
      tables.subscriptions.set(subscription.id, subscription);
    },
    remove: async (id) => tables.subscriptions.delete(id),
  };
}
