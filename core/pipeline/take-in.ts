import type { Feed, FeedState } from '../feed/feed.ts';
import { isFlood } from '../feed/flood.ts';
import { type Candidate, identify, itemIdOf, revisionIdOf } from '../feed/identity.ts';
import type { Item } from '../feed/item.ts';
import { readItemText } from '../feed/item-text.ts';
import { makeItem } from '../feed/make-item.ts';
import type { ParsedFeed, ParsedItem } from '../feed/parsed-feed.ts';
import { type Recognised, recognise, remember, type SeenMemory, type Settled } from '../feed/seen-keys.ts';
import type { ItemRecord } from '../ports.ts';
import type { AbsorbPorts } from './absorb.ts';
import { absorbFound, type Found, type Outcome } from './absorb-found.ts';
import type { SeenRows } from './seen-rows.ts';

/** How items are folded in: live ones make developments; those of a first fetch or a flood are untold facts. */
export type HaulKind = 'live' | 'baseline' | 'flood';

export type Haul = {
  readonly kind: HaulKind;
  readonly newItems: readonly Item[];
  readonly revisions: readonly Item[];
  /** What was read from them. */
  readonly records: readonly ItemRecord[];
  /** Ids parked in this poll, and those that will be tried again. */
  readonly parked: readonly string[];
  readonly failing: FeedState['failing'];
  /** Items that say nothing (no title, no text), or beyond the number taken from one document. */
  readonly ignored: number;
  readonly itemsInFeed: number;
  /** Seen keys as they are to be stored; null when nothing is new. */
  readonly seen: SeenMemory | null;
};

/** From one document no more is taken: as many as the seen keys can hold for certain. */
const MOST_ITEMS = 1_000;

/** `seen`: the feed's rows of seen keys, of which the older is read only when it is needed. */
type Source = { readonly feed: Feed; readonly state: FeedState; readonly seen: Pick<SeenRows, 'recent' | 'loadOlder'> };

/** New and changed items of a document: coded, developed, stored. Safe to repeat; the caller saves what was seen, then the state. */
export async function takeIn(parsed: ParsedFeed, { feed, state, seen }: Source, ports: AbsorbPorts): Promise<Haul> {
  const readable = newestFirst(parsed.items).filter(saysSomething);
  const taken = readable.slice(0, MOST_ITEMS).map((item) => ({ parsed: item, text: readItemText(item) }));
  const candidates = identify(taken, feed.sourceKind);
  const memory = await recall(candidates, seen);
  const found = makeItems(recognise(candidates, memory), feed, ports.clock.now());
  const kind = kindOf(found, candidates.length, state);
  const outcome = await absorbFound(found, { isBaseline: kind !== 'live', state }, ports);
  const { records, parked, failing } = outcome;
  return {
    ...{ kind, records, parked, failing, itemsInFeed: candidates.length, ignored: parsed.items.length - taken.length },
    newItems: outcome.done.filter(isNew).map(({ item }) => item),
    revisions: outcome.done.filter((one) => !isNew(one)).map(({ item }) => item),
    seen: found.length === 0 ? null : remember(memory, candidates, settledOf(found, outcome)),
  };
}

/** The recent keys alone where they know all that the document shows. */
async function recall(candidates: readonly Candidate[], seen: Source['seen']): Promise<SeenMemory> {
  const recent = { recent: seen.recent, older: [] };
  const { fresh, revised } = recognise(candidates, recent);
  return fresh.length + revised.length === 0 ? recent : { recent: seen.recent, older: await seen.loadOlder() };
}

const saysSomething = (item: ParsedItem): boolean => item.title !== null || item.summary !== null || item.content !== null;
const isNew = ({ item }: Found): boolean => item.revisionOf === null;

/** A document in its own order, unless it is so long that some of it must be left out: then the newest come first, undated ones last and in its order. */
function newestFirst(items: readonly ParsedItem[]): readonly ParsedItem[] {
  if (items.length <= MOST_ITEMS) return items;
  return [...items].sort((a, b) => (a.published === b.published ? 0 : (a.published ?? '') < (b.published ?? '') ? 1 : -1));
}

/** Oldest first, so that developments come in the order of events. */
function makeItems({ fresh, revised }: Recognised, feed: Feed, at: string): readonly Found[] {
  const news = fresh.map((candidate): Found => {
    const id = itemIdOf(feed.id, candidate);
    return { candidate, item: makeItem(candidate, { id, revisionOf: null }, { feed, at }), earlierIds: [] };
  });
  const edited = revised.map(({ candidate, firstId, fingerprintBefore }): Found => {
    const id = revisionIdOf(firstId, candidate.fingerprint);
    const item = makeItem(candidate, { id, revisionOf: firstId }, { feed, at });
    return { candidate, item, earlierIds: [revisionIdOf(firstId, fingerprintBefore), firstId] };
  });
  return [...news, ...edited].sort((a, b) => Date.parse(a.item.effectiveAt) - Date.parse(b.item.effectiveAt));
}

function kindOf(found: readonly Found[], itemsInFeed: number, state: FeedState): HaulKind {
  if (state.baselineAt === null) return 'baseline';
  const dates = found.map(({ item }) => item.publishedAt);
  return isFlood({ dates, itemsInFeed, lastSuccessAt: state.lastSuccessAt }) ? 'flood' : 'live';
}

/** What may count as seen: all that was taken in or parked. */
function settledOf(found: readonly Found[], { done }: Outcome): Settled {
  const settled = new Set(done);
  const keyOf = ({ candidate }: Found): string => candidate.keys[0] ?? '';
  return {
    newIds: new Map(found.filter((one) => settled.has(one) && isNew(one)).map((one) => [keyOf(one), one.item.id])),
    unsettled: new Set(found.filter((one) => !settled.has(one)).map(keyOf)),
  };
}
