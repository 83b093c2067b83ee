import type { Page, PageRequest } from '../../core/ports.ts';
import { type DynamoContext, isExpired } from './dynamo-context.ts';
import { TABLE_KEYS } from './environment.ts';
import type { IndexName, RowKey } from './table-client.ts';
import { LAST } from './table-keys.ts';
import type { Row } from './table-row.ts';

/** One partition that a listing reads: a shard of an index, a pair, a dossier's lines. `prefix` is cut off its sort keys. */
export type Source = { readonly index: IndexName | null; readonly partition: string; readonly prefix?: string };
export type MergedListing<T> = PageRequest & {
  readonly sources: readonly Source[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly isOldestFirst?: boolean;
  /** Where the whole row stands, told by the index entry and its sort key. */
  keyOf(entry: Row, sortKey: string): RowKey;
  decode(row: Row): T;
  keep?(row: T): boolean;
};

/** Rows that one page looks at, at most: a filter that keeps few answers with a short page and a cursor, never with a long wait. */
const MOST_EXAMINED = 1000;
/** Index entries asked for at once: one BatchGet reads as many rows. */
const CHUNK = 100;

type Entry = { readonly sortKey: string; readonly row: Row };

/**
 * One page, newest first, from one or more partitions whose entries are merged by their sort keys. The cursor is the sort key of the
 * last entry looked at: it means the same however many partitions there are, and needs no state.
 */
export async function listMerged<T>(context: DynamoContext, listing: MergedListing<T>): Promise<Page<T>> {
  const rows: T[] = [];
  let examined = 0;
  let units = 0;
  let cursor = listing.cursor;
  while (rows.length < listing.limit && examined < MOST_EXAMINED) {
    const wanted = chunkSize(listing, { rows: rows.length, examined, units });
    if (wanted < 1) break;
    const chunk = await nextEntries(context, listing, { cursor, wanted });
    const whole = await context.table.getMany(chunk.entries.map(({ row, sortKey }) => listing.keyOf(row, sortKey)));
    units += chunk.units + whole.units;
    const byKey = new Map(whole.rows.map((row) => [`${row['pk']}|${row['sk']}`, row]));
    for (const { row: entry, sortKey } of chunk.entries) {
      if (rows.length >= listing.limit || examined >= MOST_EXAMINED) return { rows, cursor, examined, readUnits: units };
      examined += 1;
      cursor = sortKey;
      const { pk, sk } = listing.keyOf(entry, sortKey);
      const row = byKey.get(`${pk}|${sk}`);
      if (row === undefined || isExpired(row, context.clock.now())) continue;
      const decoded = listing.decode(row);
      if (listing.keep?.(decoded) ?? true) rows.push(decoded);
    }
    if (chunk.isLast) return { rows, cursor: null, examined, readUnits: units };
  }
  return { rows, cursor, examined, readUnits: units };
}

/** The first look of a page with a bound: it tells what a row costs. */
const FIRST_LOOK = 12;

/** How many entries to look at next: what is still wanted, as many as one BatchGet takes, and no more than the bound on units lets through. */
function chunkSize<T>(
  { limit, keep, mostUnits }: MergedListing<T>,
  { rows, examined, units }: { readonly rows: number; readonly examined: number; readonly units: number },
): number {
  const missing = limit - rows;
  if (mostUnits === undefined) return keep === undefined ? Math.min(CHUNK, missing) : CHUNK;
  if (examined === 0) return Math.min(FIRST_LOOK, missing);
  const perMatch = keep === undefined ? 1 : Math.ceil(examined / Math.max(rows, 1));
  return Math.min(CHUNK, missing * perMatch, Math.floor((mostUnits - units) / (units / examined)));
}

type Wanted = { readonly cursor: string | null; readonly wanted: number };

/** One more than wanted tells whether there is more. A row with entries in two partitions (an item in two dossiers) comes once. */
async function nextEntries<T>(
  context: DynamoContext,
  listing: MergedListing<T>,
  { cursor, wanted }: Wanted,
): Promise<{ entries: Entry[]; units: number; isLast: boolean }> {
  const isOldestFirst = listing.isOldestFirst ?? false;
  const sign = isOldestFirst ? 1 : -1;
  const parts = await Promise.all(listing.sources.map((source) => readSource(context, listing, { source, cursor, limit: wanted + 1 })));
  const bySortKey = new Map(parts.flatMap(({ entries }) => entries).map((entry) => [entry.sortKey, entry]));
  const all = [...bySortKey.values()].sort((a, b) => (a.sortKey < b.sortKey ? -sign : sign));
  const units = parts.reduce((sum, part) => sum + part.units, 0);
  return { entries: all.slice(0, wanted), units, isLast: all.length <= wanted };
}

async function readSource<T>(
  context: DynamoContext,
  listing: MergedListing<T>,
  { source, cursor, limit }: { readonly source: Source; readonly cursor: string | null; readonly limit: number },
): Promise<{ entries: Entry[]; units: number }> {
  const { prefix = '' } = source;
  const isOldestFirst = listing.isOldestFirst ?? false;
  const low = isOldestFirst && cursor !== null ? cursor : (listing.from ?? ' ');
  const high = !isOldestFirst && cursor !== null ? cursor : `${listing.to ?? ''}${LAST}`;
  if (low > high) return { entries: [], units: 0 };
  const name = source.index === null ? TABLE_KEYS.sort : TABLE_KEYS.indexes[source.index].sort;
  const { rows, units } = await context.table.query({
    index: source.index,
    partition: source.partition,
    from: `${prefix}${low}`,
    to: `${prefix}${high}`,
    limit: limit + 1,
    isNewestFirst: !isOldestFirst,
  });
  const entries = rows.map((row) => ({ row, sortKey: String(row[name]).slice(prefix.length) })).filter(({ sortKey }) => sortKey !== cursor);
  return { entries: entries.slice(0, limit), units };
}
