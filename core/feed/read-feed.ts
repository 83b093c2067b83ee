import { decodeReferences } from './character-references.ts';
import { readDoctype } from './doctype.ts';
import { closeElement, closeItem, openItem, pushFrame, topOf } from './element-stack.ts';
import type { FeedDraft } from './feed-draft.ts';
import { bindNamespaces, type Frame, type Name, openReader, type Reader, resolveName, unbindNamespaces } from './feed-reader.ts';
import { type FieldTag, readFeedField, readItemField } from './item-fields.ts';
import { resolveAddress } from './link-address.ts';
import { findNameEnd, findTagEnd, isNameStart, readAttributes, skipDeclaration } from './markup-cursor.ts';
import type { FeedFormat } from './parsed-feed.ts';

/**
 * Tolerant reading of RSS, RDF and Atom: one pass over text that may be broken anywhere, in linear time.
 * Null when no feed begins in it.
 */
export function readFeed(text: string, base: string | null): FeedDraft | null {
  const reader = openReader(text, base);
  const { cursor } = reader;
  while (!reader.isDone) {
    const lt = text.indexOf('<', cursor.pos);
    if (lt < 0) break;
    readTagAt(reader, lt);
  }
  while (reader.item !== null) closeItem(reader, 'cut');
  if (!reader.isDone && reader.frames.length > 0) reader.draft.repairs.add('the document ends early');
  return reader.outer.size > 0 || reader.draft.items.length > 0 ? reader.draft : null;
}

function readTagAt(reader: Reader, lt: number): void {
  const { cursor } = reader;
  const code = cursor.text.charCodeAt(lt + 1);
  if (code === 47) readEndTag(reader, lt);
  else if (code === 33) readDeclarationAt(reader, lt);
  else if (code === 63) cursor.pos = skipDeclaration(cursor, lt);
  else if (isNameStart(code)) readStartTag(reader, lt);
  else cursor.pos = lt + 1;
}

function readDeclarationAt(reader: Reader, lt: number): void {
  const { cursor } = reader;
  if (cursor.text.startsWith('<![CDATA[', lt)) {
    const end = cursor.nextCdataEnd(lt);
    cursor.pos = end < 0 ? lt + 9 : end + 3;
  } else if (reader.frames.length === 0 && /^<!doctype/i.test(cursor.text.slice(lt, lt + 9))) {
    cursor.pos = readDoctype(cursor.text, lt, reader.entities);
  } else cursor.pos = skipDeclaration(cursor, lt);
}

function readEndTag(reader: Reader, lt: number): void {
  const { cursor } = reader;
  const nameEnd = findNameEnd(cursor.text, lt + 2);
  const end = cursor.text.charCodeAt(nameEnd) === 62 ? nameEnd : findTagEnd(cursor, nameEnd);
  cursor.pos = end < 0 ? cursor.text.length : cursor.text.charCodeAt(end) === 62 ? end + 1 : end;
  if (reader.frames.length > 0) closeElement(reader, resolveName(reader, cursor.text.slice(lt + 2, nameEnd)).key);
}

/** A start tag as it stands in the text. */
type Tag = { readonly raw: string; readonly isEmpty: boolean; readonly attributes: ReadonlyMap<string, string>; readonly hasXml: boolean };

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function readStartTag(reader: Reader, lt: number): void {
  const { cursor } = reader;
  const { text } = cursor;
  const nameEnd = findNameEnd(text, lt + 1);
  const end = findTagEnd(cursor, nameEnd);
  if (end < 0) {
    cursor.pos = lt + 1;
    return;
  }
  cursor.pos = text.charCodeAt(end) === 62 ? end + 1 : end;
  const isEmpty = text.charCodeAt(end - 1) === 47;
  const hasAttributes = end - nameEnd > (isEmpty ? 2 : 1);
  const hasXml = cursor.hasXmlAttribute;
  const raw = text.slice(lt + 1, nameEnd);
  if (reader.frames.length === 0) {
    openRoot(reader, { raw, isEmpty, attributes: hasAttributes ? readAttributes(text, nameEnd, end) : NO_ATTRIBUTES, hasXml });
    return;
  }
  const name = resolveName(reader, raw);
  const isWanted = hasAttributes && (hasXml || name.role !== 'other' || name.itemField !== null || name.feedSlot !== null);
  place(reader, name, { raw, isEmpty, attributes: isWanted ? readAttributes(text, nameEnd, end) : NO_ATTRIBUTES, hasXml });
}

const ROOTS: ReadonlyMap<string, FeedFormat> = new Map<string, FeedFormat>([
  ['rss', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['channel', 'rss'],
  ['entry', 'atom'],
]);

/** Before the root nothing counts but the root: what PHP warnings and proxies put in front is passed over. */
function openRoot(reader: Reader, tag: Tag): void {
  const colon = tag.raw.indexOf(':');
  const local = tag.raw.slice(colon + 1).toLowerCase();
  const format = ROOTS.get(local);
  if (format === undefined) return;
  reader.draft.format = format;
  bindNamespaces(reader, tag.attributes, true);
  if (colon > 0 && format !== 'rdf') {
    const prefix = tag.raw.slice(0, colon).toLowerCase();
    const fixed = reader.bindings.get(prefix) ?? '';
    reader.core = fixed;
    reader.bindings.set(prefix, fixed);
  } else if (format === 'atom') reader.core = 'atom';
  reader.names.clear();
  const base = baseOf(reader, tag, reader.draft.base);
  const language = tag.attributes.get('xml:lang') ?? null;
  reader.draft.base = base;
  reader.draft.language = language;
  const frame: Frame = { key: resolveName(reader, tag.raw).key, role: 'root', base, language: null, undo: null };
  if (local === 'entry') openItem(reader, { ...frame, role: 'item' }, null);
  else pushFrame(reader, frame);
}

function baseOf(reader: Reader, tag: Tag, base: string | null): string | null {
  const own = tag.hasXml ? tag.attributes.get('xml:base') : undefined;
  if (own === undefined) return base;
  return resolveAddress(decodeReferences(own, reader.entities), base);
}

function place(reader: Reader, before: Name, tag: Tag): void {
  const { raw, attributes, isEmpty } = tag;
  const top = topOf(reader);
  const undo = tag.hasXml ? bindNamespaces(reader, attributes, before.role !== 'other') : null;
  const name = undo === null ? before : resolveName(reader, raw);
  const base = baseOf(reader, tag, top?.base ?? null);
  if (name.role !== 'item' && (readField(reader, { raw, name, attributes, isEmpty, base }) || isEmpty)) {
    unbindNamespaces(reader, undo);
    return;
  }
  const language = attributes.get('xml:lang') ?? top?.language ?? null;
  const frame: Frame = { key: name.key, role: name.role === 'root' ? 'other' : name.role, base, language, undo };
  if (name.role !== 'item') pushFrame(reader, frame);
  else openItem(reader, frame, aboutOf(tag, base));
  if (isEmpty) closeElement(reader, name.key);
}

function aboutOf(tag: Tag, base: string | null): string | null {
  const about = tag.attributes.get('rdf:about') ?? tag.attributes.get('about');
  return about === undefined ? null : resolveAddress(decodeReferences(about), base);
}

/** True when the element was a field and has been read to its end. */
function readField(reader: Reader, tag: FieldTag): boolean {
  if (reader.item !== null) {
    if (tag.name.itemField === null) return false;
    readItemField(reader, tag, reader.item);
    return true;
  }
  const role = topOf(reader)?.role;
  if (tag.name.feedSlot === null || (role !== 'root' && role !== 'channel')) return false;
  readFeedField(reader, tag, tag.name.feedSlot);
  return true;
}
