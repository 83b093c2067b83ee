import { mapHighControls } from './decode-single-byte.ts';

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/;

/** No NUL, control or non-character reaches a field. C1 controls were Windows-1252 once. */
export function cleanText(text: string): string {
  if (!CONTROL.test(text)) return text;
  return mapHighControls(text)
    .replace(/[\x0b\x0c]/g, ' ')
    .replace(/[\0-\x08\x0e-\x1f\x7f\ufffe\uffff]/g, '');
}
