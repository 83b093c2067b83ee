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

/** Text of one element, and whether it holds inline markup. */
export type Captured = { readonly text: string; readonly hasInlineMarkup: boolean; readonly isClosed: boolean };

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

type Piece = { readonly text: string; readonly kind: 'text' | 'cdata' | 'tag' };
type Pieces = { readonly list: Piece[]; depth: number; hasTags: boolean };

export function captureText(capture: Capture): Captured {
  const { cursor } = capture;
  const { text } = cursor;
  const pieces: Pieces = { list: [], depth: 0, hasTags: false };
  let from = cursor.pos;
  let lt = text.indexOf('<', from);
  while (lt >= 0) {
    const step = stepAt(capture, pieces, lt);
    if (step.kind === 'literal') {
      lt = text.indexOf('<', lt + 1);
      continue;
    }
    if (lt > from) pieces.list.push({ text: text.slice(from, lt), kind: 'text' });
    if (step.piece) pieces.list.push(step.piece);
    from = step.next;
    if (step.kind === 'end') {
      cursor.pos = step.next;
      return join(capture, pieces, step.isClosed);
    }
    lt = text.indexOf('<', from);
  }
  if (from < text.length) pieces.list.push({ text: text.slice(from), kind: 'text' });
  cursor.pos = text.length;
  return join(capture, pieces, false);
}

type Step =
  | { readonly kind: 'literal' }
  | { readonly kind: 'piece'; readonly next: number; readonly piece: Piece | null }
  | { readonly kind: 'end'; readonly next: number; readonly piece: null; readonly isClosed: boolean };

const LITERAL: Step = { kind: 'literal' };

function stepAt(capture: Capture, pieces: Pieces, lt: number): Step {
  const { cursor } = capture;
  const code = cursor.text.charCodeAt(lt + 1);
  if (code === 33) return stepDeclaration(cursor, lt);
  if (code === 63) return { kind: 'piece', next: skipDeclaration(cursor, lt), piece: null };
  const isClosing = code === 47;
  if (!isNameStart(isClosing ? cursor.text.charCodeAt(lt + 2) : code)) return LITERAL;
  return stepTag(capture, pieces, { lt, isClosing });
}

function stepDeclaration(cursor: Cursor, lt: number): Step {
  const { text } = cursor;
  if (!text.startsWith('<![CDATA[', lt)) return { kind: 'piece', next: skipDeclaration(cursor, lt), piece: null };
  const start = lt + 9;
  const end = cursor.nextCdataEnd(start);
  const again = cursor.nextCdata(start);
  const isUnclosed = end < 0 || (again >= 0 && again < end && ITEM_END.test(text.slice(start, again)));
  if (isUnclosed) return { kind: 'piece', next: start, piece: null };
  return { kind: 'piece', next: end + 3, piece: { text: text.slice(start, end), kind: 'cdata' } };
}

const ITEM_END = /<\/(?:item|entry)\s*>/i;

function stepTag(capture: Capture, pieces: Pieces, tag: { readonly lt: number; readonly isClosing: boolean }): Step {
  const { cursor, rawName } = capture;
  const { text } = cursor;
  const start = tag.isClosing ? tag.lt + 2 : tag.lt + 1;
  const nameEnd = findNameEnd(text, start);
  const name = text.slice(start, nameEnd);
  const isOwn = name === rawName || (name.length === rawName.length && name.toLowerCase() === rawName.toLowerCase());
  if (!isOwn && capture.isBoundary(name, tag.isClosing)) return { kind: 'end', next: tag.lt, piece: null, isClosed: false };
  const end = findTagEnd(cursor, nameEnd);
  if (end < 0) return isOwn && tag.isClosing ? { kind: 'end', next: text.length, piece: null, isClosed: true } : LITERAL;
  const next = text.charCodeAt(end) === 62 ? end + 1 : end;
  if (isOwn && tag.isClosing && pieces.depth === 0) return { kind: 'end', next, piece: null, isClosed: true };
  if (isOwn && text.charCodeAt(end - 1) !== 47) pieces.depth += tag.isClosing ? -1 : 1;
  if (next === end) return LITERAL;
  pieces.hasTags = true;
  return { kind: 'piece', next, piece: { text: text.slice(tag.lt, next), kind: 'tag' } };
}

function join(capture: Capture, pieces: Pieces, isClosed: boolean): Captured {
  const isMarkup = capture.isMarkup || (pieces.hasTags && !holdsEscapedTags(pieces.list));
  let out = '';
  for (const piece of pieces.list) {
    if (piece.kind === 'text') out += isMarkup ? piece.text : decodeReferences(piece.text, capture.entities);
    else if (piece.kind === 'tag') out += piece.text;
    else out += capture.isMarkup ? escapeMarkup(piece.text) : piece.text;
  }
  return { text: out, hasInlineMarkup: pieces.hasTags, isClosed };
}

/** `&lt;p>` beside inline tags: a publisher who escapes, with a stray tag between. */
function holdsEscapedTags(list: readonly Piece[]): boolean {
  return list.some((piece) => piece.kind === 'text' && /&lt;\/?[a-z]/i.test(piece.text));
}

export function escapeMarkup(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
}
