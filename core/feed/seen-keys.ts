import type { Candidate } from './identity.ts';

/**
 * What is remembered of an item for as long as its feed may bring it again: its first id, its keys, and what its text was.
 * All in lower-case hex: id and keys 16 digits (8 bytes), fingerprint 8 digits (4 bytes).
 */
export type SeenItem = { readonly id: string; readonly fingerprint: string; readonly keys: readonly string[] };

/** Oldest first. */
export type SeenKeys = readonly SeenItem[];

export const SEEN_LIMITS = {
  /** Keys of all items together; with their ids and fingerprints this stays under 90 kB. */
  keys: 4_000,
  /** An item that is edited often gathers keys; those it shows now stay. */
  keysPerItem: 4,
  /** Items that left the feed are remembered for at least this many newer ones, or `documents` times what the feed shows at once. */
  items: 250,
  documents: 4,
};

export type Recognised = {
  readonly fresh: readonly Candidate[];
  /** Known items whose words changed, with their first id. */
  readonly revised: readonly { readonly candidate: Candidate; readonly firstId: string }[];
  /** Known and unchanged. */
  readonly knownCount: number;
};

/** Which items of a document are new, which are known and changed. */
export function recognise(candidates: readonly Candidate[], seen: SeenKeys): Recognised {
  const index = indexOf(seen);
  const fresh: Candidate[] = [];
  const revised: { candidate: Candidate; firstId: string }[] = [];
  for (const candidate of candidates) {
    const known = findIn(index, candidate);
    if (known === undefined) fresh.push(candidate);
    else if (known.fingerprint !== candidate.fingerprint) revised.push({ candidate, firstId: known.id });
  }
  return { fresh, revised, knownCount: candidates.length - fresh.length - revised.length };
}

/**
 * Seen keys after a document was taken in. What the document shows counts as seen now; a candidate's new keys lead to its first id.
 * `newIds`: the ids given to new items, by their first key; candidates that are neither known nor named there stay unseen, and come again.
 * `unsettled`: first keys of known items whose revision was not taken in; they keep their old fingerprint.
 */
export function remember(
  seen: SeenKeys,
  candidates: readonly Candidate[],
  outcome: { readonly newIds: ReadonlyMap<string, string>; readonly unsettled: ReadonlySet<string> },
): SeenKeys {
  const index = indexOf(seen);
  const shown = new Map<string, SeenItem>();
  for (const candidate of candidates) {
    const known = findIn(index, candidate);
    const first = candidate.keys[0] ?? '';
    const id = known?.id ?? outcome.newIds.get(first);
    if (id === undefined) continue;
    const fingerprint = known !== undefined && outcome.unsettled.has(first) ? known.fingerprint : candidate.fingerprint;
    const before = shown.get(id)?.keys ?? known?.keys ?? [];
    shown.set(id, { id, fingerprint, keys: [...new Set([...candidate.keys, ...before])].slice(0, SEEN_LIMITS.keysPerItem) });
  }
  return bounded([...seen.filter(({ id }) => !shown.has(id)), ...shown.values()], shown.size);
}

function bounded(items: readonly SeenItem[], shownCount: number): SeenKeys {
  const room = Math.max(SEEN_LIMITS.items, SEEN_LIMITS.documents * shownCount);
  let start = Math.max(0, items.length - room);
  let keys = items.slice(start).reduce((sum, item) => sum + item.keys.length, 0);
  for (; keys > SEEN_LIMITS.keys; start += 1) keys -= items[start]?.keys.length ?? 0;
  return items.slice(start);
}

/** The newest owner of a key has it. */
function indexOf(seen: SeenKeys): ReadonlyMap<string, SeenItem> {
  return new Map(seen.flatMap((item) => item.keys.map((key): [string, SeenItem] => [key, item])));
}

function findIn(index: ReadonlyMap<string, SeenItem>, candidate: Candidate): SeenItem | undefined {
  for (const key of candidate.keys) {
    const known = index.get(key);
    if (known !== undefined) return known;
  }
  return undefined;
}
