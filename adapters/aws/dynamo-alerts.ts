import type { Alert } from '../../core/alert/alert.ts';
import type { AlertStore } from '../../core/ports.ts';
import { type DynamoContext, expiryOf, partitionFor } from './dynamo-context.ts';
import { IF_ABSENT } from './dynamo-items.ts';
import { alertKey, INDEX, timeKey, WORK } from './table-keys.ts';
import { numberOf, packBody, ROW_VERSION, type Row, textOf, unpackBody } from './table-row.ts';

/** What of an alert changes while it is sent stands in attributes of its own; the rest never changes after the first claim. */
type Told = Omit<Alert, 'state' | 'dueAt' | 'lease' | 'attempts' | 'sentAt' | 'receipt' | 'reason'>;

/** Alerts: claimed by one owner at a time, settled only by the owner of the lease. */
export function dynamoAlerts(context: DynamoContext): AlertStore {
  const { table } = context;
  return {
    add: async (alert) => (await table.put({ ...alertKey(alert.id), ...alertRow(context, alert) }, IF_ABSENT)) === 'stored',
    get: async (id) => {
      const row = await table.get(alertKey(id), true);
      return row === null ? null : alertOf(row);
    },
    extend: async (alert, told) => {
      const written = await table.update(alertKey(alert.id), {
        set: { body: bodyOf(alert), told: alert.developmentIds.length },
        condition: {
          expression: '#state = :pending AND #attempts = :none AND #told = :before',
          values: { ':pending': 'pending', ':none': 0, ':before': told },
        },
      });
      return written === 'refused' ? 'conflict' : 'stored';
    },
    claim: (id, owner, now, until) => claim(context, id, { owner, now, until }),
    settle: async (id, owner, outcome) => {
      const sentAt = outcome.state === 'sent' ? { sentAt: outcome.at } : {};
      const set = { state: outcome.state, ...sentAt, receipt: outcome.receipt, reason: outcome.reason, gsi3pk: null, gsi3sk: null };
      return asOwner(context, id, { owner, set });
    },
    release: (id, owner, dueAt, reason) => asOwner(context, id, { owner, set: { state: 'pending', dueAt, gsi3sk: dueAt, reason } }),
  };
}

type Lease = { readonly owner: string; readonly now: string; readonly until: string };

/** A refusal that finds our own lease is our earlier try, of which the answer was lost. */
async function claim({ table }: DynamoContext, id: string, { owner, now, until }: Lease): Promise<Alert | null> {
  const written = await table.update(alertKey(id), {
    set: { state: 'claimed', owner, until, dueAt: until, gsi3sk: until },
    add: { attempts: 1 },
    condition: {
      expression: '#state = :pending OR (#state = :claimed AND #until <= :now)',
      values: { ':pending': 'pending', ':claimed': 'claimed', ':now': now },
    },
  });
  if (written !== 'refused') return alertOf(written);
  const stored = await table.get(alertKey(id), true);
  return stored !== null && textOf(stored, 'owner') === owner ? alertOf(stored) : null;
}

async function asOwner(
  { table }: DynamoContext,
  id: string,
  { owner, set }: { readonly owner: string; readonly set: Row },
): Promise<'stored' | 'lost_lease'> {
  const condition = { expression: '#owner = :owner', values: { ':owner': owner } };
  const written = await table.update(alertKey(id), { set: { ...set, owner: null, until: null }, condition });
  return written === 'refused' ? 'lost_lease' : 'stored';
}

function alertRow(context: DynamoContext, alert: Alert): Row {
  const isOpen = alert.state === 'pending' || alert.state === 'claimed';
  const work = isOpen ? { gsi3pk: partitionFor(context, WORK, alert.id), gsi3sk: alert.dueAt } : {};
  const lease = alert.lease === null ? {} : { owner: alert.lease.owner, until: alert.lease.until };
  const known = Object.entries({ sentAt: alert.sentAt, receipt: alert.receipt, reason: alert.reason }).filter(
    ([, value]) => value !== null,
  );
  return {
    v: ROW_VERSION,
    body: bodyOf(alert),
    told: alert.developmentIds.length,
    state: alert.state,
    dueAt: alert.dueAt,
    attempts: alert.attempts,
    ...lease,
    ...Object.fromEntries(known),
    ...work,
    gsi1pk: partitionFor(context, INDEX.alerts, alert.id),
    gsi1sk: timeKey(alert.createdAt, alert.id),
    expiresAt: expiryOf(context, alert.createdAt),
  };
}

function bodyOf(alert: Alert): string | Uint8Array {
  const { id, subscriptionId, developmentIds, storyIds, kind, createdAt, message } = alert;
  const told: Told = { id, subscriptionId, developmentIds, storyIds, kind, createdAt, message };
  return packBody(told, `alert ${id}`);
}

const STATES = ['pending', 'claimed', 'sent', 'suppressed', 'parked'] as const;

export function alertOf(row: Row): Alert {
  const owner = textOf(row, 'owner');
  const until = textOf(row, 'until');
  return {
    ...unpackBody<Told>(row),
    state: STATES.find((state) => state === row['state']) ?? 'parked',
    dueAt: textOf(row, 'dueAt') ?? '',
    lease: owner === null || until === null ? null : { owner, until },
    attempts: numberOf(row, 'attempts'),
    sentAt: textOf(row, 'sentAt'),
    receipt: textOf(row, 'receipt'),
    reason: textOf(row, 'reason'),
  };
}
