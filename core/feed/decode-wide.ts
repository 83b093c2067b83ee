/** UTF-16 or UTF-32, by byte order mark or by the pattern of zero bytes. */
export type Wide = { readonly charset: 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'; readonly markLength: number };

const MARKS: readonly (readonly [bytes: readonly number[], charset: Wide['charset']])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const SAMPLE = 64;

export function sniffWide(bytes: Uint8Array): Wide | null {
  for (const [mark, charset] of MARKS) {
    if (mark.every((byte, at) => bytes[at] === byte)) return { charset, markLength: mark.length };
  }
  return bytes.length < 4 || (bytes[0] !== 0 && bytes[1] !== 0) ? null : sniffZeros(bytes);
}

/** Markup begins with ASCII: three of four bytes are zero, or one of two. */
function sniffZeros(bytes: Uint8Array): Wide | null {
  const zeros = [0, 0, 0, 0];
  const length = Math.min(SAMPLE, bytes.length & ~3);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 3] = (zeros[at & 3] ?? 0) + 1;
  const [a, b, c, d] = zeros.map((count) => count * 4 > length * 0.7);
  if (b && c && d && !a) return { charset: 'utf-32le', markLength: 0 };
  if (a && b && c && !d) return { charset: 'utf-32be', markLength: 0 };
  if (b && d && !a && !c) return { charset: 'utf-16le', markLength: 0 };
  if (a && c && !b && !d) return { charset: 'utf-16be', markLength: 0 };
  return null;
}

/** A half character at the end of a cut body is dropped; what is no character becomes U+FFFD. */
export function decodeWide(bytes: Uint8Array, wide: Wide): string {
  const body = bytes.subarray(wide.markLength);
  if (wide.charset === 'utf-16le' || wide.charset === 'utf-16be') {
    return new TextDecoder(wide.charset).decode(body.subarray(0, body.length & ~1));
  }
  return decodeUtf32(body, wide.charset === 'utf-32le');
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length & ~3);
  const units = new Uint16Array((view.byteLength / 4) * 2);
  let length = 0;
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, isLittle);
    if (code > 0x10ffff) units[length++] = 0xfffd;
    else if (code > 0xffff) {
      units[length++] = 0xd7c0 + (code >> 10);
      units[length++] = 0xdc00 + (code & 0x3ff);
    } else units[length++] = code;
  }
  return new TextDecoder('utf-16le').decode(units.subarray(0, length));
}
