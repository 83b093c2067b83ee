import { decodeHTMLStrict } from 'entities/decode';

/** Windows-1252 for 0x80-0x9F; undefined bytes are dropped. Node's own decoder is wrong for these (nodejs/node #56542). */
export const WINDOWS_1252_HIGH: readonly string[] = [
  ...['€', '', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '', 'Ž', ''],
  ...['', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '', 'ž', 'Ÿ'],
];

const LONGEST_NAME = 33;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const known = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Entities that a document declares itself: at most 300 of 2 kB, never nested, and a budget for all that they expand to. */
export type DeclaredEntities = { readonly values: Map<string, string>; budget: number };

/**
 * `&amp;`, `&#8217;`, `&eacute;` -> characters; what is no reference stays as it is ("AT&T", `?a=1&copy=2`).
 * Numbers that name control characters vanish, 128-159 are read as Windows-1252, as browsers do.
 */
export function decodeReferences(text: string, declared: DeclaredEntities | null = null): string {
  let amp = text.indexOf('&');
  if (amp < 0) return text;
  let out = '';
  let from = 0;
  let hasHalves = false;
  while (amp >= 0) {
    const end = referenceEnd(text, amp + 1);
    const isClosed = text.charCodeAt(end) === 59;
    const value = end > amp + 1 ? readReference(text.slice(amp + 1, end), isClosed, declared) : null;
    if (value !== null) {
      out += text.slice(from, amp) + value;
      from = isClosed ? end + 1 : end;
      hasHalves ||= value.length === 1 && (value.charCodeAt(0) & 0xf800) === 0xd800;
    }
    amp = text.indexOf('&', Math.max(end, amp + 1));
  }
  out += text.slice(from);
  return hasHalves ? dropLoneSurrogates(out) : out;
}

/** Text that can be stored and sent: no half of a surrogate pair. */
export function dropLoneSurrogates(text: string): string {
  return text.replace(LONE_SURROGATE, '');
}

function referenceEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST_NAME);
  let at = start;
  if (text.charCodeAt(at) === 35) at++;
  while (at < limit && isNameCode(text.charCodeAt(at))) at++;
  return at;
}

function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 46 || code === 45
  );
}

function readReference(body: string, isClosed: boolean, declared: DeclaredEntities | null): string | null {
  if (body.charCodeAt(0) === 35) return readNumber(body, isClosed);
  if (!isClosed) return null;
  const own = declared?.values.get(body);
  if (declared && own !== undefined) return spend(declared, own);
  const value = known.get(body);
  if (value !== undefined) return value;
  const reference = `&${body};`;
  const decoded = decodeHTMLStrict(reference);
  if (decoded === reference) return null;
  known.set(body, decoded);
  return decoded;
}

function spend(declared: DeclaredEntities, value: string): string | null {
  if (declared.budget < value.length) return null;
  declared.budget -= value.length;
  return value;
}

function readNumber(body: string, isClosed: boolean): string | null {
  const isHex = body.charCodeAt(1) === 120 || body.charCodeAt(1) === 88;
  const digits = body.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[0-9a-f]{1,8}$/i : /^[0-9]{1,9}$/).test(digits)) return null;
  const decoded = fromCode(Number.parseInt(digits, isHex ? 16 : 10));
  return decoded === '' && !isClosed ? null : decoded;
}

function fromCode(code: number): string {
  if (code < 32) return code === 9 || code === 10 || code === 13 ? String.fromCharCode(code) : '';
  if (code < 127) return String.fromCharCode(code);
  if (code === 127 || (code & 0xfffe) === 0xfffe) return '';
  if (code < 160) return WINDOWS_1252_HIGH[code - 128] ?? '';
  // Halves of a pair written as two references meet again in the output; lone ones are dropped at the end.
  return code > 0x10ffff ? '' : code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}
