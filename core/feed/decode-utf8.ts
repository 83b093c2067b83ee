import { WINDOWS_1252_HIGH } from './character-references.ts';

/** Bytes read as UTF-8; `counts` says what speaks for it where the reading alone does not decide. */
export type Utf8 = { readonly text: string; readonly isValid: boolean; readonly hasMark: boolean };

/** Well-formed sequences of two bytes and more, and of three and more; bytes that belong to none. */
export type Utf8Counts = {
  readonly sequences: number;
  readonly longSequences: number;
  readonly strays: number;
  readonly isCutAtEnd: boolean;
};

export function decodeUtf8(bytes: Uint8Array): Utf8 {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8');
  if (!text.includes('\ufffd')) return { text, isValid: true, hasMark };
  const { strays, isCutAtEnd } = countSequences(body);
  // A character that the end of a cut body broke off is no fault of the charset.
  return { text: strays === 0 && isCutAtEnd ? text.replace(/\ufffd+$/, '') : text, isValid: strays === 0, hasMark };
}

/** Length of the well-formed sequence at `at`, 1 for ASCII, 0 for a stray byte, -1 when the bytes end inside it. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let more = 1; more < length; more++) {
    const byte = bytes[at + more];
    if (byte === undefined) return -1;
    if ((byte & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const isOutside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return isOverlong || isOutside ? 0 : length;
}

export function countSequences(bytes: Uint8Array): Utf8Counts {
  let sequences = 0;
  let longSequences = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length < 0) return { sequences, longSequences, strays, isCutAtEnd: true };
    if (length === 0) strays++;
    if (length > 1) sequences++;
    if (length > 2) longSequences++;
    at += length || 1;
  }
  return { sequences, longSequences, strays, isCutAtEnd: false };
}

/** UTF-8 where each byte that belongs to no sequence is read alone, as Windows-1252. */
export function readStrayBytes(bytes: Uint8Array): string {
  const mended = Buffer.allocUnsafe(bytes.length * 3);
  let length = 0;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let step = 0; at < bytes.length; at += step) {
    const sequence = sequenceAt(bytes, at);
    if (sequence < 0) break;
    step = sequence || 1;
    if (sequence === 0) length += mended.write(strayCharacter(bytes[at] ?? 0), length, 'utf8');
    else for (let more = 0; more < sequence; more++) mended[length++] = bytes[at + more] ?? 0;
  }
  return mended.toString('utf8', 0, length);
}

function strayCharacter(byte: number): string {
  return byte < 0xa0 ? (WINDOWS_1252_HIGH[byte - 128] ?? '') : String.fromCharCode(byte);
}
