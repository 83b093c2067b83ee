import { type Charset, type Claims, charsetOfLanguage, readClaims } from './charset-claims.ts';
import { decodeSingleByte } from './decode-single-byte.ts';
import { decodeStatefully } from './decode-stateful.ts';
import { countSequences, decodeUtf8, readStrayBytes, type Utf8, type Utf8Counts } from './decode-utf8.ts';
import { decodeWide, sniffWide } from './decode-wide.ts';

/** The text of a feed, the charset it was read in, and what had to be mended. */
export type Decoded = { readonly text: string; readonly charset: string; readonly repairs: readonly string[] };

/**
 * Bytes -> text. What the bytes prove counts before what header and prolog claim, and a claim only where the bytes fit it:
 * byte order mark, UTF-16/32 pattern, 7-bit codes, valid UTF-8 with sequences, header, prolog, UTF-8 with stray bytes, Windows-1252.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): Decoded {
  const wide = sniffWide(bytes);
  if (wide !== null) return { text: decodeWide(bytes, wide), charset: wide.charset, repairs: [] };
  const stateful = decodeStatefully(bytes);
  if (stateful !== null) return { ...stateful, repairs: [] };
  const claims = readClaims(bytes, contentType);
  const utf8 = decodeUtf8(bytes);
  if (utf8.isValid && !isRefutedBy(claims.charsets, utf8, bytes)) return { text: utf8.text, charset: 'utf-8', repairs: [] };
  const counts = countSequences(bytes);
  if (!utf8.isValid && isDamagedUtf8(counts)) return { text: readStrayBytes(bytes), charset: 'utf-8', repairs: [STRAY] };
  return byClaims(bytes, claims.charsets) ?? withoutClaim(bytes, claims, { ...utf8, ...counts });
}

/** Short texts in a two-byte code can look like UTF-8 of two-byte sequences by chance; three-byte sequences cannot. */
function isRefutedBy(claims: readonly Charset[], utf8: Utf8, bytes: Uint8Array): boolean {
  if (claims[0]?.isMultiByte !== true || utf8.hasMark) return false;
  const { sequences, longSequences } = countSequences(bytes);
  return sequences > 0 && longSequences === 0;
}

const STRAY = 'stray bytes in UTF-8, read as Windows-1252';

/** Many sequences and hardly a stray byte: UTF-8, whatever is claimed; text in any other code breaks UTF-8 all the time. */
function isDamagedUtf8({ sequences, strays }: Utf8Counts): boolean {
  return sequences >= 3 && sequences >= strays * 5;
}

function byClaims(bytes: Uint8Array, claims: readonly Charset[]): Decoded | null {
  for (const claim of claims) {
    const text = claim.decode(bytes, true);
    if (text !== null) return { text, charset: claim.name, repairs: [] };
  }
  for (const claim of claims) {
    const text = claim.decode(bytes, false);
    if (text !== null && isMostlyWhole(text)) return { text, charset: claim.name, repairs: ['bytes that the charset does not have'] };
  }
  return null;
}

/** A few bytes may be damaged or cut; a wrong charset damages many. */
function isMostlyWhole(text: string): boolean {
  let damaged = 0;
  let foreign = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) foreign++;
    if (code === 0xfffd) damaged++;
  }
  return damaged <= 2 || damaged * 50 < foreign;
}

function withoutClaim(bytes: Uint8Array, claims: Claims, utf8: Utf8 & Utf8Counts): Decoded {
  if (utf8.isValid) return { text: utf8.text, charset: 'utf-8', repairs: [] };
  const isUtf8 = utf8.sequences > 0 && (claims.saysUtf8 || utf8.hasMark || utf8.longSequences > 0 || utf8.sequences >= utf8.strays);
  if (isUtf8) return { text: readStrayBytes(bytes), charset: 'utf-8', repairs: [STRAY] };
  const guess = charsetOfLanguage(bytes);
  const guessed = guess?.decode(bytes, true) ?? null;
  if (guess && guessed !== null) return { text: guessed, charset: guess.name, repairs: ['charset guessed from the language'] };
  return { text: decodeSingleByte(bytes), charset: 'windows-1252', repairs: ['no charset said, read as Windows-1252'] };
}
