import type { FeedState } from '../feed/feed.ts';
import type { Candidate } from '../feed/identity.ts';
import type { Item } from '../feed/item.ts';
import type { ItemRecord, ParkedItem } from '../ports.ts';
import { type AbsorbInput, type AbsorbPorts, absorbItems } from './absorb.ts';
import { boundItem } from './bound-item.ts';
import { isTransient } from './is-transient.ts';

/** An item of a document that is new or revised. `earlierIds`: where its text before may be stored. */
export type Found = { readonly item: Item; readonly candidate: Candidate; readonly earlierIds: readonly string[] };

/** `done`: taken in or parked, so that they may count as seen. `failing`: to be tried again at the next poll. */
export type Outcome = {
  readonly done: readonly Found[];
  readonly records: readonly ItemRecord[];
  readonly parked: readonly string[];
  readonly failing: FeedState['failing'];
};

const ATTEMPTS = 3;
/** When this many fail and none is taken in, it is not the items that are to blame. */
const ALL_FAIL = 5;
/** `failing` is kept in the state, which is small. */
const MOST_FAILING = 20;

type Source = { readonly isBaseline: boolean; readonly state: FeedState };

/** All at once, which folds them in one write a dossier; one by one only when that fails, to find the item that is to blame. */
export async function absorbFound(found: readonly Found[], source: Source, ports: AbsorbPorts): Promise<Outcome> {
  if (found.length === 0) return { done: [], records: [], parked: [], failing: [] };
  try {
    const { records, parked } = await absorbItems(
      found.map((one) => inputOf(one, source)),
      ports,
    );
    return { done: found, records, parked: parked.map(({ itemId }) => itemId), failing: [] };
  } catch (error) {
    ports.log.warn('items could not be taken in together; each is tried alone', { feedId: source.state.feedId, error: textOf(error) });
    return absorbSingly(found, source, ports);
  }
}

async function absorbSingly(found: readonly Found[], source: Source, ports: AbsorbPorts): Promise<Outcome> {
  const done: Found[] = [];
  const records: ItemRecord[] = [];
  const parked: string[] = [];
  const failures: { one: Found; error: unknown }[] = [];
  for (const one of found) {
    try {
      const absorbed = await absorbItems([inputOf(one, source)], ports);
      parked.push(...absorbed.parked.map(({ itemId }) => itemId));
      records.push(...absorbed.records);
      done.push(one);
    } catch (error) {
      failures.push({ one, error });
      if (done.length === 0 && found.length > 1 && failures.length === Math.min(found.length, ALL_FAIL))
        throw new Error(`the items of feed "${source.state.feedId}" cannot be taken in: ${textOf(error)}`, { cause: error });
    }
  }
  const judged = await parkLost(failures, source.state, ports);
  return {
    done: [...done, ...judged.lost],
    records,
    parked: [...parked, ...judged.lost.map(({ item }) => item.id)],
    failing: judged.failing,
  };
}

async function parkLost(
  failures: readonly { readonly one: Found; readonly error: unknown }[],
  state: FeedState,
  ports: AbsorbPorts,
): Promise<{ readonly lost: readonly Found[]; readonly failing: FeedState['failing'] }> {
  const lost: Found[] = [];
  const failing: { itemId: string; attempts: number }[] = [];
  for (const { one, error } of failures) {
    const parked = parkedItem(one.item, error, { state, at: ports.clock.now() });
    if (parked.attempts < ATTEMPTS) {
      failing.push({ itemId: parked.itemId, attempts: parked.attempts });
      continue;
    }
    await ports.store.items.park(parked);
    lost.push(one);
  }
  return { lost, failing: failing.slice(0, MOST_FAILING) };
}

const inputOf = ({ item, earlierIds }: Found, { isBaseline }: Source): AbsorbInput => ({ item, isBaseline, earlierIds });

/** A throttled store or a lost race is no fault of the item: such a try does not count. */
function parkedItem(item: Item, error: unknown, turn: { state: FeedState; at: string }): ParkedItem {
  const before = turn.state.failing.find(({ itemId }) => itemId === item.id)?.attempts ?? 0;
  return {
    feedId: item.feedId,
    itemId: item.id,
    title: item.title,
    error: textOf(error),
    attempts: isTransient(error) ? before : before + 1,
    at: turn.at,
    item: boundItem(item),
  };
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500);
