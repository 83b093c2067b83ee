import { TABLE_KEYS } from '../../adapters/aws/environment.ts';
import type { IndexName, RangeQuery, RowKey, Table } from '../../adapters/aws/table-client.ts';
import type { Change, Condition } from '../../adapters/aws/table-expression.ts';
import type { Row } from '../../adapters/aws/table-row.ts';

/** What was asked of the table, and what DynamoDB would bill for it. */
export type Bill = { calls: number; read: number; write: number; readonly byOperation: Map<string, number> };
export type CountedTable = Table & {
  /** Bytes of all rows and of their entries in the indexes, with what DynamoDB adds to each (100 bytes). */
  storedBytes(): number;
  allRows(): readonly Row[];
};

const WRITE_KB = 1024;
const READ_KB = 4096;
const INDEXES = Object.entries(TABLE_KEYS.indexes) as [IndexName, (typeof TABLE_KEYS.indexes)[IndexName]][];

/**
 * The table in memory, with DynamoDB's bill: a write costs a unit for each started kB of the larger of the old and the new row, and one for
 * each index entry that comes, goes or changes (two when its key changes); a read half a unit for each started 4 kB, twice that when consistent.
 * The whole adapter runs on it as it does on the real one, fast enough for a virtual day of a thousand feeds.
 */
export function countedTable(bill: Bill): CountedTable {
  const rows = openRows();
  const note: Note = (operation, { read = 0, write = 0 }) => {
    bill.calls += 1;
    bill.read += read;
    bill.write += write;
    bill.byOperation.set(operation, (bill.byOperation.get(operation) ?? 0) + read + write);
  };
  return {
    ...writing(rows, note),
    ...reading(rows, note),
    allRows: () => rows.all(),
    storedBytes: () => rows.all().reduce((sum, row) => sum + storedBytesOf(row), 0),
  };
}

type Note = (operation: string, units: { readonly read?: number; readonly write?: number }) => void;
type Rows = ReturnType<typeof openRows>;

/** Rows by key, and by the partitions in which they stand. */
function openRows() {
  const rows = new Map<string, Row>();
  const partitions = new Map<string, Set<string>>();
  const take = (id: string): boolean => {
    for (const key of partitionsOf(rows.get(id))) partitions.get(key)?.delete(id);
    return rows.delete(id);
  };
  return {
    get: (key: RowKey | Row): Row | undefined => rows.get(idOf(key)),
    put: (row: Row): void => {
      const id = idOf(row);
      take(id);
      for (const key of partitionsOf(row)) partitions.set(key, (partitions.get(key) ?? new Set()).add(id));
      rows.set(id, row);
    },
    take: (key: RowKey): boolean => take(idOf(key)),
    within: ({ index, partition }: RangeQuery): Row[] =>
      [...(partitions.get(`${index}|${partition}`) ?? [])].map((id) => rows.get(id)).filter((row) => row !== undefined),
    all: (): Row[] => [...rows.values()],
  };
}

function writing(rows: Rows, note: Note): Pick<Table, 'put' | 'update' | 'remove' | 'putMany'> {
  const write = (operation: string, row: Row): void => {
    note(operation, { write: writeUnits(rows.get(row), row) });
    rows.put(row);
  };
  return {
    put: async (row, condition) => {
      if (condition !== undefined && !holds(condition, rows.get(row))) return refused(note, row);
      write('put', row);
      return 'stored';
    },
    update: async (key, change) => {
      const old = rows.get(key);
      if (change.condition !== undefined && !holds(withSet(change), old)) return refused(note, old ?? key);
      const row = changed(old ?? key, change);
      write('update', row);
      return row;
    },
    remove: async (key) => {
      note('delete', { write: 1 });
      return rows.take(key);
    },
    putMany: async (all) => {
      for (const row of all) write('batchPut', row);
    },
  };
}

function reading(rows: Rows, note: Note): Pick<Table, 'get' | 'query' | 'getMany'> {
  return {
    get: async (key, isConsistent = false) => {
      const row = rows.get(key) ?? null;
      note('get', { read: readUnits(row === null ? 0 : sizeOf(row)) * (isConsistent ? 2 : 1) });
      return row;
    },
    query: async (range) => {
      const found = inRange(rows.within(range), range);
      const page = found.slice(0, range.limit);
      const bytes = page.map((row) => (range.index === null ? sizeOf(row) : 150 + sizeOf({ line: row['line'] })));
      const units = readUnits(bytes.reduce((sum, one) => sum + one, 0));
      note('query', { read: units });
      return { rows: page, units, isLast: found.length <= range.limit };
    },
    getMany: async (keys) => {
      const found = keys.map((key) => rows.get(key)).filter((row) => row !== undefined);
      const units = found.reduce((sum, row) => sum + readUnits(sizeOf(row)), 0);
      note('batchGet', { read: units });
      return { rows: found, units };
    },
  };
}

const OVERHEAD_BYTES = 100;
function storedBytesOf(row: Row): number {
  const keys = sizeOf({ pk: row[TABLE_KEYS.partition], sk: row[TABLE_KEYS.sort] });
  const entries = INDEXES.filter(([, index]) => row[index.sort] !== undefined && row[index.sort] !== null).map(
    ([, index]) => OVERHEAD_BYTES + keys + sizeOf({ a: row[index.partition], b: row[index.sort] }),
  );
  return OVERHEAD_BYTES + sizeOf(row) + entries.reduce((sum, bytes) => sum + bytes, 0);
}

const idOf = (key: RowKey | Row): string => `${key['pk' as keyof typeof key]}|${key['sk' as keyof typeof key]}`;
const sizeOf = (row: Row): number =>
  Object.entries(row).reduce(
    (sum, [name, value]) =>
      sum + name.length + (value instanceof Uint8Array ? value.length : value === undefined ? 0 : String(value).length),
    0,
  );
const readUnits = (bytes: number): number => 0.5 * Math.max(1, Math.ceil(bytes / READ_KB));

function writeUnits(old: Row | undefined, row: Row): number {
  const own = Math.ceil(Math.max(sizeOf(row), old === undefined ? 0 : sizeOf(old)) / WRITE_KB);
  return INDEXES.reduce((sum, [, index]) => sum + entryUnits(old, row, index), Math.max(1, own));
}

/** Nothing when the entry stays as it was; one when it comes, goes or its line changes; two when its key changes. */
function entryUnits(old: Row | undefined, row: Row, index: (typeof INDEXES)[number][1]): number {
  const entry = (one: Row | undefined): string | null =>
    one?.[index.partition] === undefined || one[index.partition] === null ? null : `${one[index.partition]}|${one[index.sort]}`;
  const lineOf = (one: Row | undefined): string => index.attributes.map((name) => String(one?.[name] ?? '')).join();
  const [before, after] = [entry(old), entry(row)];
  if (before === after) return before !== null && lineOf(old) !== lineOf(row) ? 1 : 0;
  return before !== null && after !== null ? 2 : 1;
}

function changed(old: RowKey | Row, { set, add = {} }: Change): Row {
  const row: Record<string, unknown> = { ...old };
  for (const [name, value] of Object.entries(set)) {
    if (value === null) delete row[name];
    else row[name] = value;
  }
  for (const [name, by] of Object.entries(add)) row[name] = Number(row[name] ?? 0) + by;
  return row;
}

/** The partitions in which a row stands: the table's own, and those of the indexes that it has keys for. */
const partitionsOf = (row: Row | undefined): string[] =>
  row === undefined
    ? []
    : [
        `null|${row[TABLE_KEYS.partition]}`,
        ...INDEXES.filter(([, index]) => row[index.sort] !== undefined).map(([name, index]) => `${name}|${row[index.partition]}`),
      ];

function inRange(rows: readonly Row[], { index, from, to, isNewestFirst }: RangeQuery): Row[] {
  const keys = index === null ? TABLE_KEYS : TABLE_KEYS.indexes[index];
  const found = rows.filter((row) => String(row[keys.sort]) >= from && String(row[keys.sort]) <= to);
  return found.sort((a, b) => (String(a[keys.sort]) < String(b[keys.sort]) ? -1 : 1) * (isNewestFirst ? -1 : 1));
}

/** An update's condition may name values that it sets. */
const withSet = ({ condition, set }: Change): Condition => ({
  expression: condition?.expression ?? '',
  values: { ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])), ...condition?.values },
});

/** The part of DynamoDB's grammar that the adapter uses: comparisons and existence, joined by AND and OR, with one level of brackets. */
function holds({ expression, values = {} }: Condition, row: Row | undefined): boolean {
  const flat = expression.replace(/\(([^()]*(?:=|<)[^()]*)\)/g, (_, inner: string) =>
    holds({ expression: inner, values }, row) ? 'TRUE' : 'FALSE',
  );
  return flat.split(' OR ').some((any) => any.split(' AND ').every((term) => termHolds(term.trim(), values, row)));
}

function termHolds(term: string, values: Row, row: Row | undefined): boolean {
  if (term === 'TRUE' || term === 'FALSE') return term === 'TRUE';
  const exists = /^attribute_(not_)?exists\(#(\w+)\)$/.exec(term);
  if (exists !== null) return (row?.[exists[2] ?? ''] === undefined) === (exists[1] !== undefined);
  const [, name = '', sign = '', value = ''] = /^#(\w+) (=|<=|<) (:\w+)$/.exec(term) ?? [];
  const [left, right] = [row?.[name], values[value]];
  if (sign === '=') return left !== undefined && left === right;
  if (typeof left === 'number' && typeof right === 'number') return sign === '<' ? left < right : left <= right;
  return typeof left === 'string' && typeof right === 'string' && (sign === '<' ? left < right : left <= right);
}

/** A failed condition is billed like a write. */
function refused(note: Note, row: Row | RowKey): 'refused' {
  note('refused', { write: Math.max(1, Math.ceil(sizeOf({ ...row }) / WRITE_KB)) });
  return 'refused';
}
