import { WINDOWS_1252_HIGH } from './character-references.ts';

/** Windows-1252, which the web also means by ISO-8859-1; never fails. By an own table, because Node's decoder is wrong for 0x80-0x9F. */
export function decodeSingleByte(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return mapHighControls(latin1);
}

/**
 * C1 controls are Windows-1252 that somebody took for Latin-1. The five bytes that Windows-1252 leaves undefined are dropped,
 * but for text that was encoded as UTF-8 twice ("Ð\u009f"): there they are half a letter, and without them nothing can mend it.
 */
export function mapHighControls(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control, at: number) => {
    const mapped = WINDOWS_1252_HIGH[control.charCodeAt(0) - 128] ?? '';
    return mapped === '' && at > 0 && isHalfLetter(text.charCodeAt(at - 1)) ? control : mapped;
  });
}

function isHalfLetter(code: number): boolean {
  return (code >= 0xc2 && code <= 0xf4) || code === 0x20ac;
}
