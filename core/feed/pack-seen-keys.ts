import type { SeenItem, SeenKeys } from './seen-keys.ts';

/**
 * One byte of format, then for each item, oldest first: id (8 bytes), fingerprint (4), number of keys (1), keys (8 each).
 * 29 bytes for the usual item with two keys.
 */
const FORMAT = 1;
const HEAD = 13;

export function packSeenKeys(seen: SeenKeys): Uint8Array {
  const size = seen.reduce((sum, item) => sum + HEAD + 8 * item.keys.length, 1);
  const bytes = Buffer.alloc(size);
  bytes[0] = FORMAT;
  let at = 1;
  for (const item of seen) {
    at += bytes.write(item.id, at, 8, 'hex');
    at += bytes.write(item.fingerprint, at, 4, 'hex');
    at = bytes.writeUInt8(item.keys.length, at);
    for (const key of item.keys) at += bytes.write(key, at, 8, 'hex');
  }
  return bytes;
}

/** Bytes of an unknown format, or cut short, are an error: to forget them would bring every item of the feed again. */
export function unpackSeenKeys(packed: Uint8Array): SeenKeys {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes[0] !== FORMAT) throw new Error(`seen keys of format ${bytes[0] ?? 'none'}; this version reads format ${FORMAT}`);
  const seen: SeenItem[] = [];
  let at = 1;
  while (at < bytes.length) {
    const end = at + HEAD + 8 * (bytes[at + HEAD - 1] ?? 0);
    if (end > bytes.length) throw new Error(`seen keys are cut short: ${bytes.length} bytes, wanted ${end}`);
    seen.push({ id: hex(bytes, at, 8), fingerprint: hex(bytes, at + 8, 4), keys: keysBetween(bytes, at + HEAD, end) });
    at = end;
  }
  return seen;
}

const hex = (bytes: Buffer, at: number, length: number): string => bytes.toString('hex', at, at + length);

function keysBetween(bytes: Buffer, start: number, end: number): string[] {
  const keys: string[] = [];
  for (let at = start; at < end; at += 8) keys.push(hex(bytes, at, 8));
  return keys;
}
