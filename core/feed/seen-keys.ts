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
  /** Its present keys, three at most, and the newest of its older ones. */
  keysPerItem: 4,
  /** Items that left the feed are remembered for at least this many newer ones, or `documents` times what the feed shows at once. */
  items: 250,
  documents: 4,
};

export type Recognised = {
  readonly fresh: readonly Candidate[];
  /** Known items whose words changed, with their first id and the fingerprint of the words before. */
  readonly revised: readonly { readonly candidate: Candidate; readonly firstId: string; readonly fingerprintBefore: string }[];
  /** Known and unchanged. */
  readonly knownCount: number;
};

/** Which items of a document are new, which are known and changed. */
export function recognise(candidates: readonly Candidate[], seen: SeenKeys): Recognised {
  const matches = match(candidates, seen);
  const fresh = matches.filter(({ known }) => known === null).map(({ candidate }) => candidate);
  const revised = matches.flatMap(({ candidate, known }) =>
    known !== null && known.fingerprint !== candidate.fingerprint
      ? [{ candidate, firstId: known.id, fingerprintBefore: known.fingerprint }]
      : [],
  );
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
  const owned = new Set(candidates.flatMap(({ keys }) => keys));
  const shown: SeenItem[] = [];
  const replaced = new Set<SeenItem>();
  for (const { candidate, known } of match(candidates, seen)) {
    const first = candidate.keys[0] ?? '';
    const id = known?.id ?? outcome.newIds.get(first);
    if (id === undefined) continue;
    const older = known === null || replaced.has(known) ? [] : known.keys.filter((key) => !owned.has(key));
    const fingerprint = known !== null && outcome.unsettled.has(first) ? known.fingerprint : candidate.fingerprint;
    shown.push({ id, fingerprint, keys: [...candidate.keys, ...older].slice(0, SEEN_LIMITS.keysPerItem) });
    if (known !== null) replaced.add(known);
  }
  return bounded([...seen.filter((item) => !replaced.has(item)), ...shown], shown.length);
}

type Match = { readonly candidate: Candidate; readonly known: SeenItem | null };

/** Each candidate with the known item that it is. Two of one document may be one known item; `remember` then gives each its own keys. */
function match(candidates: readonly Candidate[], seen: SeenKeys): readonly Match[] {
  const index = new Map(seen.flatMap((item) => item.keys.map((key): [string, SeenItem] => [key, item])));
  return candidates.map((candidate) => ({ candidate, known: findIn(index, candidate) }));
}

function bounded(items: readonly SeenItem[], shownCount: number): SeenKeys {
  const room = Math.max(SEEN_LIMITS.items, SEEN_LIMITS.documents * shownCount);
  let start = Math.max(0, items.length - room);
  let keys = items.slice(start).reduce((sum, item) => sum + item.keys.length, 0);
  for (; keys > SEEN_LIMITS.keys; start += 1) keys -= items[start]?.keys.length ?? 0;
  return items.slice(start);
}

/** By the strongest key that is known. */
function findIn(index: ReadonlyMap<string, SeenItem>, candidate: Candidate): SeenItem | null {
  for (const key of candidate.keys) {
    const known = index.get(key);
    if (known !== undefined) return known;
  }
  return null;
}
