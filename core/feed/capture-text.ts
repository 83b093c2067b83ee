import { type DeclaredEntities, decodeReferences } from './character-references.ts';
import { type Cursor, findNameEnd, findTagEnd, isNameStart, skipDeclaration } from './markup-cursor.ts';

/** What a tag inside a text means to the text: plain markup, or the sign that the text's own end tag is missing. */
export type Boundary = (rawName: string, isClosing: boolean) => boolean;

export type Capture = {
  readonly cursor: Cursor;
  /** The element's name as written; its end tag ends the text. */
  readonly rawName: string;
  readonly isBoundary: Boundary;
  readonly entities: DeclaredEntities;
  /** Atom xhtml: references stay references, because the text is markup already. */
  readonly isMarkup: boolean;
};

/** Text of one element, whether it holds inline markup, and how it ended: by its end tag, by a tag that shows that it is missing, or with the document. */
export type Captured = { readonly text: string; readonly hasInlineMarkup: boolean; readonly end: 'closed' | 'implied' | 'cut' };

/** The common case, text up to the element's own end tag with nothing between; null when there is more to it. */
export function capturePlain(cursor: Cursor, rawName: string, entities: DeclaredEntities): string | null {
  const { text } = cursor;
  const lt = text.indexOf('<', cursor.pos);
  if (lt < 0) return null;
  if (isEndTag(text, lt, rawName)) {
    const captured = decodeReferences(text.slice(cursor.pos, lt), entities);
    cursor.pos = lt + rawName.length + 3;
    return captured;
  }
  return captureCdata(cursor, rawName, lt);
}

/** One CDATA section and nothing but white space around it. */
function captureCdata(cursor: Cursor, rawName: string, lt: number): string | null {
  const { text } = cursor;
  if (!text.startsWith('<![CDATA[', lt)) return null;
  const end = cursor.nextCdataEnd(lt + 9);
  const close = text.indexOf('<', end + 3);
  if (end < 0 || close < 0 || !isEndTag(text, close, rawName)) return null;
  if (text.slice(cursor.pos, lt).trim() !== '' || text.slice(end + 3, close).trim() !== '') return null;
  const again = cursor.nextCdata(lt + 9);
  if (again >= 0 && again < end) return null;
  cursor.pos = close + rawName.length + 3;
  return text.slice(lt + 9, end);
}

/**
 * Reads the text of an element from `cursor.pos` to its end tag (or to a tag that shows that the end tag is missing):
 * CDATA joined, comments dropped, references decoded once, inline tags folded into the text as HTML.
 */

function isEndTag(text: string, lt: number, rawName: string): boolean {
  return text.charCodeAt(lt + 1) === 47 && text.charCodeAt(lt + 2 + rawName.length) === 62 && text.startsWith(rawName, lt + 2);
}

/** A stretch of source: text and tags as they stand, or the inside of a CDATA section. */
type Piece = { readonly text: string; readonly isCdata: boolean };
type Pieces = { readonly list: Piece[]; depth: number; hasTags: boolean };

export function captureText(capture: Capture): Captured {
  const { cursor } = capture;
  const { text } = cursor;
  const pieces: Pieces = { list: [], depth: 0, hasTags: false };
  let from = cursor.pos;
  for (let lt = text.indexOf('<', from); lt >= 0; ) {
    const step = stepAt(capture, pieces, lt);
    if (step.kind === 'go') {
      lt = text.indexOf('<', step.next);
      continue;
    }
    if (lt > from) pieces.list.push({ text: text.slice(from, lt), isCdata: false });
    if (step.kind === 'end') {
      cursor.pos = step.next;
      return join(capture, pieces, step.end);
    }
    if (step.cdata !== null) pieces.list.push({ text: step.cdata, isCdata: true });
    from = step.next;
    lt = text.indexOf('<', from);
  }
  if (from < text.length) pieces.list.push({ text: text.slice(from), isCdata: false });
  cursor.pos = text.length;
  return join(capture, pieces, 'cut');
}

/** go: the stretch goes on; break: it ends, and something else stood there; end: the text ends. */
type Step =
  | { readonly kind: 'go'; readonly next: number }
  | { readonly kind: 'break'; readonly next: number; readonly cdata: string | null }
  | { readonly kind: 'end'; readonly next: number; readonly end: Captured['end'] };

function stepAt(capture: Capture, pieces: Pieces, lt: number): Step {
  const { cursor } = capture;
  const code = cursor.text.charCodeAt(lt + 1);
  if (code === 33) return stepDeclaration(cursor, lt);
  if (code === 63) return { kind: 'break', next: skipDeclaration(cursor, lt), cdata: null };
  const isClosing = code === 47;
  if (!isNameStart(isClosing ? cursor.text.charCodeAt(lt + 2) : code)) return { kind: 'go', next: lt + 1 };
  return stepTag(capture, pieces, { lt, isClosing });
}

/** A CDATA section that would swallow the next item has lost its end; its text goes on as if it had no beginning either. */
function stepDeclaration(cursor: Cursor, lt: number): Step {
  const { text } = cursor;
  if (!text.startsWith('<![CDATA[', lt)) return { kind: 'break', next: skipDeclaration(cursor, lt), cdata: null };
  const start = lt + 9;
  const end = cursor.nextCdataEnd(start);
  const again = cursor.nextCdata(start);
  const isUnclosed = end < 0 || (again >= 0 && again < end && ITEM_END.test(text.slice(start, again)));
  return isUnclosed ? { kind: 'break', next: start, cdata: null } : { kind: 'break', next: end + 3, cdata: text.slice(start, end) };
}

const ITEM_END = /<\/(?:item|entry)\s*>/i;

function stepTag(capture: Capture, pieces: Pieces, tag: { readonly lt: number; readonly isClosing: boolean }): Step {
  const { cursor, rawName } = capture;
  const { text } = cursor;
  const start = tag.isClosing ? tag.lt + 2 : tag.lt + 1;
  const nameEnd = findNameEnd(text, start);
  const name = text.slice(start, nameEnd);
  const isOwn = name.length === rawName.length && name.toLowerCase() === rawName.toLowerCase();
  if (!isOwn && capture.isBoundary(name, tag.isClosing)) return { kind: 'end', next: tag.lt, end: 'implied' };
  const end = findTagEnd(cursor, nameEnd);
  if (end < 0) return isOwn && tag.isClosing ? { kind: 'end', next: text.length, end: 'closed' } : { kind: 'go', next: nameEnd };
  const next = text.charCodeAt(end) === 62 ? end + 1 : end;
  if (isOwn && tag.isClosing && pieces.depth === 0) return { kind: 'end', next, end: 'closed' };
  if (isOwn && text.charCodeAt(end - 1) !== 47) pieces.depth += tag.isClosing ? -1 : 1;
  pieces.hasTags ||= next > end;
  return { kind: 'go', next };
}

function join(capture: Capture, pieces: Pieces, end: Captured['end']): Captured {
  const { list, hasTags } = pieces;
  const isMarkup = capture.isMarkup || (hasTags && !list.some((piece) => !piece.isCdata && ESCAPED_TAG.test(piece.text)));
  let out = '';
  for (const { text, isCdata } of list) {
    if (isCdata) out += capture.isMarkup ? escapeMarkup(text) : text;
    else out += isMarkup ? text : decodeReferences(text, capture.entities);
  }
  return { text: out, hasInlineMarkup: hasTags, end };
}

/** `&lt;p>` beside inline tags: a publisher who escapes, with a stray tag between. */
const ESCAPED_TAG = /&lt;\/?[a-z]/i;

export function escapeMarkup(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
}
