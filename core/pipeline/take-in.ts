import type { Feed, FeedState } from '../feed/feed.ts';
import { isFlood } from '../feed/flood.ts';
import { type Candidate, identify, itemIdOf, revisionIdOf } from '../feed/identity.ts';
import type { Item } from '../feed/item.ts';
import { readItemText } from '../feed/item-text.ts';
import { makeItem } from '../feed/make-item.ts';
import type { ParsedFeed, ParsedItem } from '../feed/parsed-feed.ts';
import { type Recognised, recognise, remember, type SeenKeys } from '../feed/seen-keys.ts';
import type { ParkedItem } from '../ports.ts';
import { type AbsorbPorts, absorbItems } from './absorb.ts';

/** How items are folded in: live ones make developments; those of a first fetch or a flood are untold facts. */
export type HaulKind = 'live' | 'baseline' | 'flood';

export type Haul = {
  readonly kind: HaulKind;
  readonly newItems: readonly Item[];
  readonly revisions: readonly Item[];
  /** Ids parked in this poll, and those that will be tried again. */
  readonly parked: readonly string[];
  readonly failing: FeedState['failing'];
  /** Items that say nothing (no title, no text), or beyond the number taken from one document. */
  readonly ignored: number;
  readonly itemsInFeed: number;
  /** Seen keys as they are to be stored; the argument itself when nothing is new. */
  readonly seen: SeenKeys;
};

/** From one document no more is taken: as many as the seen keys can hold for certain. */
const MOST_ITEMS = 1_000;
const ATTEMPTS = 3;
/** When this many fail and none is taken in, it is not the items that are to blame. */
const ALL_FAIL = 5;
/** `failing` is kept in the state, which is small. */
const MOST_FAILING = 20;

type Found = { readonly item: Item; readonly candidate: Candidate };

/** New and changed items of a document: coded, developed, stored. Safe to repeat; the caller saves what was seen, then the state. */
export async function takeIn(
  parsed: ParsedFeed,
  source: { feed: Feed; state: FeedState; seen: SeenKeys },
  ports: AbsorbPorts,
): Promise<Haul> {
  const { feed, state, seen } = source;
  const readable = newestFirst(parsed.items).filter(saysSomething);
  const taken = readable.slice(0, MOST_ITEMS).map((item) => ({ parsed: item, text: readItemText(item) }));
  const candidates = identify(taken, feed.sourceKind);
  const recognised = recognise(candidates, seen);
  const found = makeItems(recognised, feed, ports.clock.now());
  const kind = kindOf(found, candidates.length, state);
  const outcome = await absorbAll(found, { kind, state }, ports);
  return {
    kind,
    newItems: outcome.done.filter(({ item }) => item.revisionOf === null).map(({ item }) => item),
    revisions: outcome.done.filter(({ item }) => item.revisionOf !== null).map(({ item }) => item),
    parked: outcome.parked,
    failing: outcome.failing,
    ignored: parsed.items.length - taken.length,
    itemsInFeed: candidates.length,
    seen: found.length === 0 ? seen : remember(seen, candidates, settledOf(found, outcome)),
  };
}

const saysSomething = (item: ParsedItem): boolean => item.title !== null || item.summary !== null || item.content !== null;

/** A document in its own order, unless it is so long that some of it must be left out: then the newest are taken. */
function newestFirst(items: readonly ParsedItem[]): readonly ParsedItem[] {
  return items.length <= MOST_ITEMS ? items : [...items].sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));
}

/** Oldest first, so that developments come in the order of events. */
function makeItems({ fresh, revised }: Recognised, feed: Feed, at: string): readonly Found[] {
  const seenNow = { feed, at };
  const found = [
    ...fresh.map((candidate) => ({
      candidate,
      item: makeItem(candidate, { id: itemIdOf(feed.id, candidate), revisionOf: null }, seenNow),
    })),
    ...revised.map(({ candidate, firstId }) => ({
      candidate,
      item: makeItem(candidate, { id: revisionIdOf(firstId, candidate), revisionOf: firstId }, seenNow),
    })),
  ];
  return found.sort((a, b) => (a.item.effectiveAt < b.item.effectiveAt ? -1 : a.item.effectiveAt > b.item.effectiveAt ? 1 : 0));
}

function kindOf(found: readonly Found[], itemsInFeed: number, state: FeedState): HaulKind {
  if (state.baselineAt === null) return 'baseline';
  const dates = found.map(({ item }) => item.publishedAt);
  return isFlood({ dates, itemsInFeed, lastSuccessAt: state.lastSuccessAt }) ? 'flood' : 'live';
}

type Outcome = { readonly done: readonly Found[]; readonly parked: readonly string[]; readonly failing: FeedState['failing'] };

/** All at once, which folds them in one write a dossier; one by one only when that fails, to find the item that is to blame. */
async function absorbAll(found: readonly Found[], source: { kind: HaulKind; state: FeedState }, ports: AbsorbPorts): Promise<Outcome> {
  if (found.length === 0) return { done: [], parked: [], failing: [] };
  const isBaseline = source.kind !== 'live';
  try {
    const { parked } = await absorbItems(
      found.map(({ item }) => ({ item, isBaseline })),
      ports,
    );
    return { done: found, parked: parked.map(({ itemId }) => itemId), failing: [] };
  } catch (error) {
    ports.log.warn('items could not be taken in together; each is tried alone', { feedId: source.state.feedId, error: textOf(error) });
    return absorbSingly(found, { isBaseline, state: source.state }, ports);
  }
}

async function absorbSingly(
  found: readonly Found[],
  source: { isBaseline: boolean; state: FeedState },
  ports: AbsorbPorts,
): Promise<Outcome> {
  const done: Found[] = [];
  const parked: string[] = [];
  const failures: { one: Found; error: unknown }[] = [];
  for (const one of found) {
    try {
      const absorbed = await absorbItems([{ item: one.item, isBaseline: source.isBaseline }], ports);
      parked.push(...absorbed.parked.map(({ itemId }) => itemId));
      done.push(one);
    } catch (error) {
      failures.push({ one, error });
      if (done.length === 0 && found.length > 1 && failures.length === Math.min(found.length, ALL_FAIL))
        throw new Error(`the items of feed "${source.state.feedId}" cannot be taken in: ${textOf(error)}`, { cause: error });
    }
  }
  const judged = failures.map(({ one, error }) => ({
    one,
    parked: parkedItem(one.item, error, { state: source.state, at: ports.clock.now() }),
  }));
  const lost = judged.filter((each) => each.parked.attempts >= ATTEMPTS);
  for (const each of lost) await ports.store.items.park(each.parked);
  return {
    done: [...done, ...lost.map(({ one }) => one)],
    parked: [...parked, ...lost.map(({ one }) => one.item.id)],
    failing: judged
      .filter((each) => each.parked.attempts < ATTEMPTS)
      .slice(0, MOST_FAILING)
      .map(({ parked: { itemId, attempts } }) => ({ itemId, attempts })),
  };
}

function parkedItem(item: Item, error: unknown, turn: { state: FeedState; at: string }): ParkedItem {
  const before = turn.state.failing.find(({ itemId }) => itemId === item.id)?.attempts ?? 0;
  return { feedId: item.feedId, itemId: item.id, title: item.title, error: textOf(error), attempts: before + 1, at: turn.at };
}

/** What may count as seen: all that was taken in or parked. */
function settledOf(found: readonly Found[], { done }: Outcome): Parameters<typeof remember>[2] {
  const settled = new Set(done);
  const keyOf = ({ candidate }: Found): string => candidate.keys[0] ?? '';
  const isNew = ({ item }: Found): boolean => item.revisionOf === null;
  return {
    newIds: new Map(found.filter((one) => settled.has(one) && isNew(one)).map((one) => [keyOf(one), one.item.id])),
    unsettled: new Set(found.filter((one) => !settled.has(one)).map(keyOf)),
  };
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500);
