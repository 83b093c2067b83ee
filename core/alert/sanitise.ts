/** Feed text is hostile: what may break a mail header, a terminal or the order of reading is taken out, the words stay. */

/** Controls (C0, DEL, C1) but tab and newline. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;
/** Bidi marks and overrides, zero-width and other invisible characters, tags, lone surrogates. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Cs}/gu;
const LINE_BREAKS = /\r\n?|[\u2028\u2029\u0085]/gu;
const MARKUP = /<\/?[a-z!][^<>]{0,500}>/giu;

/** Text of several lines: newlines stay, at most two in a row; every other space is one space. */
export function cleanText(text: string): string {
  return text
    .replace(LINE_BREAKS, '\n')
    .replace(CONTROLS, ' ')
    .replace(INVISIBLE, '')
    .replace(MARKUP, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The same in one line: fit for a subject, a log or a cell. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim();

/** Cuts at a word where it can, never inside a character; `limit` in UTF-16 units, the mark included. */
export function shorten(text: string, limit: number, mark = '...'): string {
  if (text.length <= limit) return text;
  if (limit <= mark.length) return wellFormedStart(text, limit);
  const cut = wellFormedStart(text, limit - mark.length);
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length * 0.6 ? cut.slice(0, space) : cut).trimEnd()}${mark}`;
}

/** The first `units` UTF-16 units, without half a surrogate pair at the end. */
function wellFormedStart(text: string, units: number): string {
  const last = text.charCodeAt(units - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? units - 1 : units);
}

/** An address that can be clicked and cannot break a line: http(s) only, percent-encoded, at most 2,000 units; else null. */
export function cleanLink(link: string | null): string | null {
  if (link === null) return null;
  try {
    const url = new URL(link.trim());
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && url.username === '' && url.href.length <= 2000 ? url.href : null;
  } catch {
    return null;
  }
}
