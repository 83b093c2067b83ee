import type { DossierRecord, DossierStore, Outbox } from '../../core/ports.ts';
import type { Dossier } from '../../core/story/dossier.ts';
import { type DynamoContext, partitionFor } from './dynamo-context.ts';
import { IF_ABSENT } from './dynamo-items.ts';
import { dueRows } from './dynamo-work.ts';
import { dossierKeyOf, idIn, TICK, WORK } from './table-keys.ts';
import { packBody, ROW_VERSION, type Row, textOf, unpackBody } from './table-row.ts';

/** The dossier rows: body and outbox are attributes of one row, so that one conditional write stores both. */
export function dynamoDossiers(context: DynamoContext): DossierStore {
  const { table } = context;
  const read = async (key: string): Promise<DossierRecord | null> => {
    const row = await table.get(dossierKeyOf(key), true);
    return row === null
      ? null
      : { dossier: unpackBody<Dossier>(row), outbox: row['outbox'] === undefined ? null : unpackBody<Outbox>(row, 'outbox') };
  };
  return {
    read,
    get: async (key) => (await read(key))?.dossier ?? null,
    commit: async (dossier, outbox, token) => {
      const written = await table.update(dossierKeyOf(dossier.key), {
        set: { ...dossierRow(context, dossier, outbox), token },
        condition: ifVersion(dossier.version - 1),
      });
      if (written !== 'refused') return 'stored';
      const stored = await table.get(dossierKeyOf(dossier.key), true);
      return stored !== null && textOf(stored, 'token') === token ? 'stored' : 'conflict';
    },
    clearOutbox: async (dossier) => {
      await table.update(dossierKeyOf(dossier.key), {
        set: { outbox: null, ...dueEntry(context, dossier, null) },
        condition: ifVersion(dossier.version),
      });
    },
    listDue: async (now, limit) => (await dueRows(context, TICK, { now, limit })).map((row) => idIn(String(row['pk']))),
  };
}

const ifVersion = (version: number) => (version === 0 ? IF_ABSENT : { expression: '#version = :before', values: { ':before': version } });

function dossierRow(context: DynamoContext, dossier: Dossier, outbox: Outbox | null): Row {
  return {
    v: ROW_VERSION,
    version: dossier.version,
    body: packBody(dossier, `dossier ${dossier.key}`),
    outbox: outbox === null ? null : packBody(outbox, `the outbox of dossier ${dossier.key}`),
    ...dueEntry(context, dossier, outbox),
  };
}

/** A dossier stands in the work index while it owes rows, else among those to be looked at again, else nowhere. */
function dueEntry(context: DynamoContext, dossier: Dossier, outbox: Outbox | null): Row {
  const dueAt = outbox?.dueAt ?? dossier.lookAgainAt;
  return { gsi3pk: dueAt === null ? null : partitionFor(context, outbox === null ? TICK : WORK, dossier.key), gsi3sk: dueAt };
}
