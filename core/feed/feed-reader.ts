import type { DeclaredEntities } from './character-references.ts';
import { noEntities } from './doctype.ts';
import { type FeedDraft, type ItemDraft, newFeedDraft } from './feed-draft.ts';
import {
  FEED_FIELDS,
  type FeedSlot,
  ITEM_FIELDS,
  type ItemField,
  prefixOfNamespace,
  ROLES,
  type Role,
  usualPrefix,
} from './feed-vocabulary.ts';
import { type Cursor, openCursor } from './markup-cursor.ts';

/** A name as one place of the document means it. */
export type Name = {
  /** Fixed prefix and local name in lower case; `?` in front when the vocabulary is none of ours. */
  readonly key: string;
  readonly role: Role;
  readonly itemField: ItemField | null;
  readonly feedSlot: FeedSlot | null;
};

/** An open element that matters to structure; fields are read whole and never stay open. */
export type Frame = {
  readonly key: string;
  readonly role: Role;
  readonly base: string | null;
  readonly language: string | null;
  /** Prefix bindings to put back when the element closes. */
  readonly undo: readonly (readonly [prefix: string, fixed: string | null | undefined])[] | null;
};

/** A field met inside an unknown element: counts only if that element turns out never to close. */
export type LateField = (item: ItemDraft) => void;

export type Reader = {
  readonly cursor: Cursor;
  readonly draft: FeedDraft;
  readonly entities: DeclaredEntities;
  readonly frames: Frame[];
  /** Open elements by key, outside and inside the current item. */
  readonly outer: Map<string, number>;
  inner: Map<string, number>;
  /** Elements nested too deep to be remembered. */
  overflow: number;
  readonly bindings: Map<string, string | null>;
  readonly names: Map<string, Name>;
  /** Fixed prefix of the root's own vocabulary (`atom` in an Atom document); its names are written without it. */
  core: string;
  item: ItemDraft | null;
  /** Items that another item interrupts from inside. */
  readonly suspended: { readonly item: ItemDraft; readonly inner: Map<string, number> }[];
  readonly late: LateField[];
  isDone: boolean;
  /** Searches spent on the question whether an element closes at all. */
  closeSearches: number;
};

export function openReader(text: string, base: string | null): Reader {
  return {
    cursor: openCursor(text),
    draft: newFeedDraft(base),
    entities: noEntities(),
    frames: [],
    outer: new Map(),
    inner: new Map(),
    overflow: 0,
    bindings: new Map(),
    names: new Map(),
    core: '',
    item: null,
    suspended: [],
    late: [],
    isDone: false,
    closeSearches: 0,
  };
}

const MOST_NAMES = 1000;

export function resolveName(reader: Reader, raw: string): Name {
  const cached = reader.names.get(raw);
  if (cached) return cached;
  const key = keyOf(reader, raw);
  const name: Name = {
    key,
    role: ROLES.get(key) ?? 'other',
    itemField: ITEM_FIELDS.get(key) ?? null,
    feedSlot: FEED_FIELDS.get(key) ?? null,
  };
  if (reader.names.size < MOST_NAMES) reader.names.set(raw, name);
  return name;
}

function keyOf(reader: Reader, raw: string): string {
  const colon = raw.indexOf(':');
  const local = raw.slice(colon + 1).toLowerCase();
  const prefix = colon < 0 ? '' : raw.slice(0, colon).toLowerCase();
  const bound = reader.bindings.get(prefix);
  const fixed = bound === undefined ? (prefix === '' ? '' : usualPrefix(prefix)) : bound;
  if (fixed === '' || (fixed !== null && fixed === reader.core)) return local;
  return fixed === null ? `?${raw.toLowerCase()}` : `${fixed}:${local}`;
}

/**
 * Takes in `xmlns` attributes. On elements of structure the default vocabulary is the root's own, whatever its address says:
 * publishers write all kinds of them.
 */
export function bindNamespaces(reader: Reader, attributes: ReadonlyMap<string, string>, isStructure: boolean): Frame['undo'] {
  const undo: [string, string | null | undefined][] = [];
  for (const [name, uri] of attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name.slice(6);
    if (name !== 'xmlns' && name.charCodeAt(5) !== 58) continue;
    const known = prefixOfNamespace(uri);
    const fixed = prefix === '' ? (isStructure ? '' : known) : (known ?? usualPrefix(prefix));
    undo.push([prefix, reader.bindings.get(prefix)]);
    reader.bindings.set(prefix, fixed);
  }
  if (undo.length > 0) reader.names.clear();
  return undo.length > 0 ? undo : null;
}

export function unbindNamespaces(reader: Reader, undo: Frame['undo']): void {
  if (undo === null) return;
  for (const [prefix, before] of undo) {
    if (before === undefined) reader.bindings.delete(prefix);
    else reader.bindings.set(prefix, before);
  }
  reader.names.clear();
}
