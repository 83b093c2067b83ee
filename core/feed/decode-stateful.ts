import { prologCharset } from './charset-claims.ts';

/** 7-bit Japanese: escape sequences switch the code, so the bytes are plain ASCII to every other reading. */
export function decodeStatefully(bytes: Uint8Array): { readonly text: string; readonly charset: string } | null {
  const at = bytes.indexOf(0x1b);
  if (at < 0 || (bytes[at + 1] !== 0x24 && bytes[at + 1] !== 0x28)) return null;
  if (/^iso-2022-kr/i.test(prologCharset(bytes) ?? '')) return null;
  try {
    return { text: new TextDecoder('iso-2022-jp', { fatal: true }).decode(bytes), charset: 'iso-2022-jp' };
  } catch {
    return null;
  }
}
