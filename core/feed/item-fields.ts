import { type Captured, capturePlain, captureText, escapeMarkup } from './capture-text.ts';
import { decodeReferences } from './character-references.ts';
import { cleanText } from './clean-text.ts';
import { topOf } from './element-stack.ts';
import type { DraftLink, ItemDraft } from './feed-draft.ts';
import { type LateField, type Name, type Reader, resolveName } from './feed-reader.ts';
import type { FeedSlot, ItemSlot } from './feed-vocabulary.ts';
import { collapse, htmlToLine } from './html-to-text.ts';
import { resolveAddress } from './link-address.ts';

/** A start tag whose element is read whole. */
export type FieldTag = {
  readonly raw: string;
  readonly name: Name;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isEmpty: boolean;
  readonly base: string | null;
};

export function readItemField(reader: Reader, tag: FieldTag, item: ItemDraft): void {
  const apply = itemField(reader, tag);
  if (apply === null) return;
  const isDirect = topOf(reader)?.role === 'item' || isOther(tag.name);
  if (isDirect) apply(item);
  else reader.late.push(apply);
}

/** Fields that say themselves that they are second choice count wherever they stand (`media:group`). */
function isOther(name: Name): boolean {
  return name.itemField?.into === 'otherTitle' || name.itemField?.into === 'otherSummary';
}

function itemField(reader: Reader, tag: FieldTag): LateField | null {
  const field = tag.name.itemField;
  if (field === null) return null;
  if (field.into === 'link') {
    const link = readLink(reader, tag);
    return link && ((item) => item.links.push(link));
  }
  if (field.into === 'author') {
    const names = readAuthor(readHtml(reader, tag).text);
    return (item) => item.authors.push(...names);
  }
  if (field.into === 'category') {
    const words = readCategory(reader, tag);
    return words === '' ? null : (item) => item.categories.push(words);
  }
  return textField(reader, tag, field.into);
}

function textField(reader: Reader, tag: FieldTag, into: ItemSlot): LateField | null {
  const written = readTyped(reader, tag);
  if (written.trim() === '') return null;
  const text = into === 'guid' && reader.draft.format === 'atom' ? absoluteId(written, tag.base) : written;
  const isLoose = into === 'guid' && tag.attributes.get('ispermalink')?.trim().toLowerCase() === 'false';
  return (item) => {
    const slot = into === 'summary' && item.texts.summary !== undefined ? 'content' : into;
    if (item.texts[slot] !== undefined) return;
    item.texts[slot] = text;
    if (isLoose) item.isPermaLink = false;
  };
}

/** Atom ids are addresses; some publishers write the path alone. */
function absoluteId(written: string, base: string | null): string {
  return /^\s*[^\s:/]*\/[^\s:]*\s*$/.test(written) ? (resolveAddress(written, base) ?? written) : written;
}

export function readFeedField(reader: Reader, tag: FieldTag, slot: FeedSlot): void {
  const { draft } = reader;
  if (slot === 'link') {
    const link = readLink(reader, tag);
    if (link) draft.links.push(link);
    return;
  }
  const text = readTyped(reader, tag);
  if (draft.texts[slot] === undefined && text.trim() !== '') draft.texts[slot] = text;
}

const NOTHING: Captured = { text: '', hasInlineMarkup: false, end: 'closed' };

function readHtml(reader: Reader, tag: FieldTag): Captured {
  if (tag.isEmpty) return NOTHING;
  if (tag.attributes.size > 0) return readMixed(reader, tag);
  const plain = capturePlain(reader.cursor, tag.raw, reader.entities);
  return plain === null ? readMixed(reader, tag) : { text: plain, hasInlineMarkup: false, end: 'closed' };
}

function readMixed(reader: Reader, tag: FieldTag): Captured {
  const isLine = tag.name.itemField?.holds !== 'html';
  const isMarkup = isMarkupType(tag.attributes.get('type') ?? '', tag.attributes.get('mode') ?? '');
  const captured = captureText({
    cursor: reader.cursor,
    rawName: tag.raw,
    entities: reader.entities,
    isMarkup,
    isBoundary: (raw, isClosing) => isBoundary(reader, resolveName(reader, raw), { isLine, isClosing, isMarkup }),
  });
  if (captured.end === 'implied') reader.draft.repairs.add('texts without an end tag');
  // Half an address or a headline is worse than none, and half a body would be a revision at every poll.
  return captured.end === 'cut' && reader.item !== null ? NOTHING : captured;
}

type At = { readonly isLine: boolean; readonly isClosing: boolean; readonly isMarkup: boolean };

/** Tags that no text can hold: they show that its end tag is missing. A line cannot hold any field, a fragment of HTML not an item. */
function isBoundary(reader: Reader, name: Name, at: At): boolean {
  if (name.role === 'item') return reader.item !== null ? true : !at.isClosing;
  if (name.role !== 'other') return at.isClosing && (reader.outer.get(name.key) ?? 0) > 0;
  if (at.isClosing || at.isMarkup) return false;
  return at.isLine ? name.itemField !== null || name.feedSlot !== null : NEVER_HTML.has(name.key);
}

const NEVER_HTML: ReadonlySet<string> = new Set(['guid', 'pubdate', 'content:encoded', 'dc:date', 'dc:creator']);

function isMarkupType(type: string, mode: string): boolean {
  return (type !== '' && (/xhtml$/i.test(type.trim()) || /xml$/i.test(type.trim()))) || mode === 'xml';
}

/** The text as HTML, whatever Atom's `type` and `mode` say that it is. */
function readTyped(reader: Reader, tag: FieldTag): string {
  const { text, hasInlineMarkup } = readHtml(reader, tag);
  if (tag.attributes.size === 0 && reader.draft.format !== 'atom') return text;
  const type = (tag.attributes.get('type') ?? '').trim().toLowerCase();
  if (tag.attributes.get('mode') === 'base64' || BINARY_TYPE.test(type)) return decodeBase64(text);
  if (hasInlineMarkup) return /xhtml/.test(type) ? text.replace(/<(\/?)[\w-]{1,20}:(?=[a-z])/gi, '<$1') : text;
  const isPlain = reader.draft.format === 'atom' && (type === '' || type === 'text' || type === 'text/plain');
  return isPlain && !looksLikeHtml(text) ? escapeMarkup(text) : text;
}

/** Text that was packed for transport; pictures and other bytes are no text. */
function decodeBase64(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const decoded = bytes.toString('utf8');
  return /[\0-\x08\ufffd]/.test(decoded) ? '' : cleanText(decoded);
}

const BINARY_TYPE = /^(?:image|audio|video|font)\/|^application\/(?:octet-stream|pdf|zip)/;

/** Publishers who forget `type="html"` show it by an end tag or a reference. */
function looksLikeHtml(text: string): boolean {
  return /<\/[a-z]|<(?:br|hr|img|p)[\s/>]|&(?:#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,8});/i.test(text);
}

function readLink(reader: Reader, tag: FieldTag): DraftLink | null {
  const text = readHtml(reader, tag).text;
  const href = tag.attributes.get('href') ?? tag.attributes.get('xlink:href');
  const written =
    href === undefined ? htmlToLine(text) || (tag.attributes.get('rdf:resource') ?? '') : decodeReferences(href, reader.entities);
  const address = resolveAddress(written, tag.base);
  if (address === null) return null;
  const rel = (tag.attributes.get('rel') ?? 'alternate').trim().replace(/^.*assignments\/relation\//, '');
  const type = (tag.attributes.get('type') ?? '').trim().toLowerCase();
  return { href: address, rel: href === undefined ? 'text' : rel === '' ? 'alternate' : rel, type };
}

/** "Jane Roe", or the name inside Atom's `<author><name>`; one element may hold several. */
function readAuthor(html: string): readonly string[] {
  const names = [...html.matchAll(/<(?:\w{1,20}:)?name(?:\s[^<>]*)?>([^<]*)/gi)].map((match) => htmlToLine(match[1] ?? ''));
  const found = names.length > 0 ? names : [htmlToLine(html.replace(/<(?:\w{1,20}:)?(?:email|uri|url)>[^<]*/gi, ''))];
  return found.filter((name) => name !== '');
}

function readCategory(reader: Reader, tag: FieldTag): string {
  const text = htmlToLine(readHtml(reader, tag).text);
  if (text !== '') return text;
  return collapse(decodeReferences(tag.attributes.get('label') ?? tag.attributes.get('term') ?? ''));
}
