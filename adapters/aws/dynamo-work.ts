import type { Work, WorkQueue } from '../../core/ports.ts';
import { type DynamoContext, partitionsOf } from './dynamo-context.ts';
import { idIn, WORK } from './table-keys.ts';
import type { Row } from './table-row.ts';

/** The sparse index of what is left to do: outboxes, developments not fanned out, alerts due. */
export function dynamoWork(context: DynamoContext): WorkQueue {
  return {
    listDue: async (now, limit) => (await dueRows(context, WORK, { now, limit })).flatMap(workOf),
  };
}

/** What an entry of the work index asks for, by the kind of its row. */
function workOf(row: Row): readonly Work[] {
  const id = idIn(String(row['pk']));
  const dueAt = String(row['gsi3sk']);
  const kinds: Readonly<Record<string, Work>> = {
    DOSSIER: { kind: 'outbox', key: id, dueAt },
    DEV: { kind: 'fan_out', id, dueAt },
    ALERT: { kind: 'alert', id, dueAt },
    HEALTH: { kind: 'feed_health', id, dueAt },
  };
  const work = kinds[String(row['sk'])];
  return work === undefined ? [] : [work];
}

/** Entries of the work index whose time has come, earliest first, from all shards. */
export async function dueRows(
  context: DynamoContext,
  kind: string,
  due: { readonly now: string; readonly limit: number },
): Promise<readonly Row[]> {
  const range = { index: 'gsi3' as const, from: ' ', to: due.now, limit: due.limit, isNewestFirst: false };
  const parts = await Promise.all(partitionsOf(context, kind).map((partition) => context.table.query({ ...range, partition })));
  const rows = parts.flatMap((part) => part.rows);
  return rows.sort((a, b) => (String(a['gsi3sk']) < String(b['gsi3sk']) ? -1 : 1)).slice(0, due.limit);
}
