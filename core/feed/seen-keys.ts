import type { Candidate } from './identity.ts';

/**
 * What is remembered of an item for as long as its feed may bring it again: its first id, its keys, and what its text was.
 * All in lower-case hex: id and keys 16 digits (8 bytes), fingerprint 8 digits (4 bytes).
 */
export type SeenItem = { readonly id: string; readonly fingerprint: string; readonly keys: readonly string[] };

/** Oldest first. */
export type SeenKeys = readonly SeenItem[];

/**
 * Two parts, because writes cost by size: what the feed showed lately is written with each new item, what left the feed is written once for every
 * `waiting` items and only read in between.
 */
export type SeenMemory = { readonly recent: SeenKeys; readonly older: SeenKeys };

export const SEEN_LIMITS = {
  /** Keys of all items together; with their ids and fingerprints this stays under 90 kB. */
  keys: 4_000,
  /** Its present keys, three at most, and the newest of its older ones. */
  keysPerItem: 4,
  /** Items that left the feed stay in the recent part until there are more of them than this. */
  waiting: 24,
  /** Items that left the feed are remembered for at least this many newer ones, or `documents` times what the feed shows at once. */
  items: 500,
  documents: 4,
};

export type Recognised = {
  readonly fresh: readonly Candidate[];
  /** Known items whose words changed, with their first id and the fingerprint of the words before. */
  readonly revised: readonly { readonly candidate: Candidate; readonly firstId: string; readonly fingerprintBefore: string }[];
};

/** Which items of a document are new, which are known and changed. */
export function recognise(candidates: readonly Candidate[], memory: SeenMemory): Recognised {
  const matches = match(candidates, memory);
  const fresh = matches.filter(({ known }) => known === null).map(({ candidate }) => candidate);
  const revised = matches.flatMap(({ candidate, known }) =>
    known !== null && known.fingerprint !== candidate.fingerprint
      ? [{ candidate, firstId: known.id, fingerprintBefore: known.fingerprint }]
      : [],
  );
  return { fresh, revised };
}

/**
 * `newIds`: the ids given to new items, by their first key; candidates that are neither known nor named there stay unseen, and come again.
 * `unsettled`: first keys of known items whose revision was not taken in; they keep their old fingerprint.
 */
export type Settled = { readonly newIds: ReadonlyMap<string, string>; readonly unsettled: ReadonlySet<string> };

/**
 * The memory after a document was taken in. What the document shows counts as seen now; a candidate's new keys lead to its first id.
 * `older` is the one that was given when it need not be written.
 */
export function remember(memory: SeenMemory, candidates: readonly Candidate[], settled: Settled): SeenMemory {
  const owned = new Set(candidates.flatMap(({ keys }) => keys));
  const shown: SeenItem[] = [];
  const replaced = new Set<SeenItem>();
  for (const { candidate, known } of match(candidates, memory)) {
    const first = candidate.keys[0] ?? '';
    const id = known?.id ?? settled.newIds.get(first);
    if (id === undefined) continue;
    const before = known === null || replaced.has(known) ? [] : known.keys.filter((key) => !owned.has(key));
    const fingerprint = known !== null && settled.unsettled.has(first) ? known.fingerprint : candidate.fingerprint;
    shown.push({ id, fingerprint, keys: [...candidate.keys, ...before].slice(0, SEEN_LIMITS.keysPerItem) });
    if (known !== null) replaced.add(known);
  }
  const left = memory.recent.filter((item) => !replaced.has(item));
  const isRoomy = left.length <= SEEN_LIMITS.waiting && keyCount([...memory.older, ...left, ...shown]) <= SEEN_LIMITS.keys;
  if (isRoomy) return { recent: [...left, ...shown], older: memory.older };
  return { recent: shown, older: bounded([...memory.older.filter((item) => !replaced.has(item)), ...left], shown) };
}

function bounded(older: SeenKeys, shown: SeenKeys): SeenKeys {
  const room = Math.max(SEEN_LIMITS.items, SEEN_LIMITS.documents * shown.length);
  let start = Math.max(0, older.length - room);
  let keys = keyCount(shown) + keyCount(older.slice(start));
  for (; keys > SEEN_LIMITS.keys && start < older.length; start += 1) keys -= older[start]?.keys.length ?? 0;
  return older.slice(start);
}

const keyCount = (items: SeenKeys): number => items.reduce((sum, item) => sum + item.keys.length, 0);

type Match = { readonly candidate: Candidate; readonly known: SeenItem | null };

/** Each candidate with the known item that it is. Two of one document may be one known item; `remember` then gives each its own keys. */
function match(candidates: readonly Candidate[], { recent, older }: SeenMemory): readonly Match[] {
  const index = new Map([...older, ...recent].flatMap((item) => item.keys.map((key): [string, SeenItem] => [key, item])));
  return candidates.map((candidate) => ({ candidate, known: findIn(index, candidate) }));
}

/** By the strongest key that is known. */
function findIn(index: ReadonlyMap<string, SeenItem>, candidate: Candidate): SeenItem | null {
  for (const key of candidate.keys) {
    const known = index.get(key);
    if (known !== undefined) return known;
  }
  return null;
}
