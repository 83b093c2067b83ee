import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A row as the document client gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Version of the rows that this program writes. A later program reads it to know what it must mend. */
export const ROW_VERSION = 1;
/** DynamoDB bills writes by the started kB: a body under this many bytes is left readable. */
const READABLE_BYTES = 700;
/** Far below DynamoDB's 400 kB: a row that comes near is a fault, and is refused with its name. */
const MOST_BYTES = 350_000;

/**
 * A value as one attribute: JSON, deflated when it is long. Dossiers shrink to about a sixth, items to a half, and every write is
 * billed by its size. What a later version added comes back untouched: nothing is picked apart.
 */
export function packBody(value: unknown, name: string): string | Uint8Array {
  const json = JSON.stringify(value);
  if (json.length <= READABLE_BYTES) return json;
  const packed = deflateRawSync(json);
  if (packed.length > MOST_BYTES)
    throw new Error(`storing ${name}: ${packed.length} bytes are more than the ${MOST_BYTES} that a row may have; a retry cannot help`);
  return packed;
}

/** Reads what `packBody` wrote. Rows are written by this program alone, so their shape is that of the type they were packed from. */
export function unpackBody<T>(row: Row, attribute = 'body'): T {
  const packed = row[attribute];
  if (typeof packed === 'string') return JSON.parse(packed);
  if (packed instanceof Uint8Array) return JSON.parse(inflateRawSync(packed).toString('utf8'));
  throw new Error(`reading ${String(row['pk'])} ${String(row['sk'])}: its "${attribute}" is no stored body`);
}

export const textOf = (row: Row, attribute: string): string | null => {
  const value = row[attribute];
  return typeof value === 'string' ? value : null;
};
export const numberOf = (row: Row, attribute: string): number => {
  const value = row[attribute];
  return typeof value === 'number' ? value : 0;
};

/** Which of `shards` partitions of an index holds this id: 0 when there is one. Hashed, so that heat spreads evenly. */
export function shardOf(id: string, shards: number): number {
  return shards === 1 ? 0 : createHash('sha256').update(id).digest().readUInt32BE(0) % shards;
}
