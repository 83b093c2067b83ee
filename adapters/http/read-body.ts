import type { Readable, Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** The body is larger than allowed: compressed as it came, or unpacked. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
  constructor(maxBytes: number) {
    super(`the body is larger than ${Math.round(maxBytes / 1e6)} MB; a feed of that size is not read`);
  }
}

/** More layers than this no honest server sends. */
const MOST_LAYERS = 3;

/** The body unpacked, or an error as soon as it exceeds `maxBytes` at any stage. A gzip body is known by its first bytes, whatever the header says. */
export async function readBody(body: Readable, encoding: string, maxBytes: number): Promise<Uint8Array> {
  let bytes = await collect(body, maxBytes);
  for (const layer of layersOf(encoding)) bytes = await unpack(bytes, layer, maxBytes);
  for (let depth = 0; depth < MOST_LAYERS && isGzip(bytes); depth += 1) bytes = await unpack(bytes, 'gzip', maxBytes);
  return bytes;
}

type Layer = keyof typeof UNPACKERS;

/** Lenient at the end: what a server cut off is for the feed parser to judge. A server that names an encoding and sends plain bytes is forgiven. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };
const UNPACKERS = {
  gzip: { isApt: isGzip, open: (_bytes: Uint8Array): Transform => createGunzip(LENIENT) },
  deflate: {
    isApt: () => true,
    open: (bytes: Uint8Array): Transform => (isZlib(bytes) ? createInflate(LENIENT) : createInflateRaw(LENIENT)),
  },
  br: { isApt: () => true, open: (_bytes: Uint8Array): Transform => createBrotliDecompress() },
};

/** As named in Content-Encoding, outermost first. */
function layersOf(encoding: string): readonly Layer[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/, ''))
    .reverse();
  return names.slice(0, MOST_LAYERS).filter((name): name is Layer => Object.hasOwn(UNPACKERS, name));
}

async function unpack(bytes: Uint8Array, layer: Layer, maxBytes: number): Promise<Uint8Array> {
  const { isApt, open } = UNPACKERS[layer];
  if (bytes.length === 0 || !isApt(bytes)) return bytes;
  const stream = open(bytes);
  stream.end(bytes);
  try {
    return await collect(stream, maxBytes);
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw error;
    throw new Error(`the body is not the ${layer} that its header says`, { cause: error });
  }
}

async function collect(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('the body came as text, not as bytes');
    size += chunk.length;
    if (size > maxBytes) {
      stream.destroy();
      throw new BodyTooLargeError(maxBytes);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}
/** RFC 1950: method 8, and a header that divides by 31; bare deflate streams have none. */
const isZlib = (bytes: Uint8Array): boolean => ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
