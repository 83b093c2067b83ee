import { type ItemDraft, newItemDraft } from './feed-draft.ts';
import { type Frame, type Reader, unbindNamespaces } from './feed-reader.ts';

const DEEPEST = 200;
/** Items beyond this number are counted, not read: no real feed comes near. */
const MOST_ITEMS = 10_000;
const DEEPEST_ITEM = 10;
const MOST_CLOSE_SEARCHES = 50;
const FARTHEST_CLOSE = 100_000;

export function topOf(reader: Reader): Frame | undefined {
  return reader.frames[reader.frames.length - 1];
}

export function pushFrame(reader: Reader, frame: Frame): void {
  if (reader.frames.length >= DEEPEST) {
    reader.overflow++;
    return;
  }
  reader.frames.push(frame);
  const counts = reader.item === null ? reader.outer : reader.inner;
  counts.set(frame.key, (counts.get(frame.key) ?? 0) + 1);
}

/** Opens an item, closing one whose end tag is missing; inside an element that does close later it interrupts the outer item instead. */
export function openItem(reader: Reader, frame: Frame, about: string | null): void {
  if (reader.item !== null) {
    if (isNested(reader)) {
      reader.suspended.push({ item: reader.item, inner: reader.inner });
      reader.inner = new Map();
      reader.item = null;
    } else closeItem(reader, 'unclosed');
    if (reader.isDone) return;
  }
  reader.overflow = 0;
  pushFrame(reader, frame);
  reader.item = newItemDraft(frame.base, frame.language);
  reader.item.about = about;
}

function isNested(reader: Reader): boolean {
  const top = topOf(reader);
  if (top?.role !== 'other' || reader.closeSearches >= MOST_CLOSE_SEARCHES || reader.suspended.length >= DEEPEST_ITEM) return false;
  reader.closeSearches++;
  const { text, pos } = reader.cursor;
  const ahead = text.slice(pos, pos + FARTHEST_CLOSE);
  const close = ahead.indexOf(`</${top.key.replace(/^[?]/, '')}`);
  const end = ahead.search(/<\/(?:[\w-]{1,20}:)?(?:item|entry)/i);
  return end >= 0 && end < close;
}

export function closeItem(reader: Reader, end: 'closed' | 'unclosed' | 'cut'): void {
  const { item, draft } = reader;
  if (item === null) return;
  while (reader.frames.length > 0) {
    const frame = reader.frames.pop();
    if (!frame) break;
    unbindNamespaces(reader, frame.undo);
    if (frame.role === 'item') {
      reader.outer.set(frame.key, (reader.outer.get(frame.key) ?? 1) - 1);
      break;
    }
    for (const field of reader.late) field(item);
    reader.late.length = 0;
  }
  reader.late.length = 0;
  const outer = reader.suspended.pop();
  reader.inner = outer?.inner ?? new Map();
  reader.item = outer?.item ?? null;
  reader.overflow = 0;
  if (end === 'cut' && !isWhole(item)) {
    draft.itemsCut++;
    return;
  }
  draft.items.push(item);
  if (draft.items.length >= MOST_ITEMS) stopReading(reader);
  if (end !== 'closed') draft.repairs.add('items without an end tag');
}

/** An item that the end of the document cuts off counts if it can be told from others: a later poll brings the rest. */
function isWhole({ texts, links, about }: ItemDraft): boolean {
  const hasWords = texts.title !== undefined || texts.summary !== undefined || texts.content !== undefined;
  return hasWords && (links.length > 0 || texts.guid !== undefined || about !== null);
}

/** What is left is counted, not read. */
function stopReading(reader: Reader): void {
  const { cursor, draft } = reader;
  for (const _ of cursor.text.slice(cursor.pos).matchAll(/<(?:[\w-]{1,20}:)?(?:item|entry)[\s/>]/gi)) draft.itemsOverLimit++;
  reader.suspended.length = 0;
  reader.item = null;
  reader.isDone = true;
}

/** An end tag: closes the nearest open element of that name; one that was never opened is ignored. */
export function closeElement(reader: Reader, key: string): void {
  if (reader.item !== null) {
    if ((reader.inner.get(key) ?? 0) > 0) {
      popTo(reader, key, reader.inner);
      return;
    }
    if (!isStructure(reader, key)) return;
    closeItem(reader, key === 'item' || key === 'entry' ? 'closed' : 'unclosed');
    if (key === 'item' || key === 'entry') return;
  }
  if ((reader.outer.get(key) ?? 0) > 0) popTo(reader, key, reader.outer);
}

function isStructure(reader: Reader, key: string): boolean {
  if ((reader.outer.get(key) ?? 0) <= 0) return false;
  return reader.frames.some((frame) => frame.key === key && frame.role !== 'other');
}

function popTo(reader: Reader, key: string, counts: Map<string, number>): void {
  if (reader.overflow > 0 && counts === reader.inner) {
    reader.overflow--;
    return;
  }
  reader.overflow = 0;
  for (let frame = reader.frames.pop(); frame; frame = reader.frames.pop()) {
    unbindNamespaces(reader, frame.undo);
    counts.set(frame.key, (counts.get(frame.key) ?? 1) - 1);
    if (frame.role === 'root') reader.isDone = true;
    if (frame.key === key) break;
  }
  const top = topOf(reader);
  if (top?.role === 'item') reader.late.length = 0;
}
