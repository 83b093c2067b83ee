import type { Feed, FeedState } from '../feed/feed.ts';
import type { QueryPorts } from './query.ts';

export type FeedHealth = 'healthy' | 'waiting' | 'failing' | 'dead' | 'silent' | 'stopped' | 'off';

/** A feed of the config with what is known of its polls. The address is shown without credentials and query. */
export type FeedView = Pick<Feed, 'id' | 'outlet' | 'sourceKind' | 'lang' | 'intervalMinutes' | 'isEnabled'> & {
  readonly url: string;
  readonly health: FeedHealth;
  readonly lastSuccessAt: string | null;
  readonly lastChangeAt: string | null;
  readonly newestItemAt: string | null;
  readonly failures: number;
  readonly lastError: string | null;
  readonly holdUntil: string | null;
  /** Minutes between polls as adapted to the feed's habit; null before the first poll. */
  readonly pollMinutes: number | null;
  readonly troubleSince: string | null;
  /** What got worse in the feed itself (no dates, no items any more), or null. */
  readonly drift: string | null;
  /** Where permanent redirects led. */
  readonly movedTo: string | null;
};
export type FeedsView = { readonly feeds: readonly FeedView[]; readonly readUnits: number };

const PAGE = 100;
/** As many pages as a thousand feeds need: the listing is read whole, it is small. */
const MOST_PAGES = 20;

export async function listFeeds(ports: QueryPorts): Promise<FeedsView> {
  const states = new Map<string, FeedState>();
  let readUnits = 0;
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await ports.archive.listFeedStates({ limit: PAGE, cursor });
    for (const state of found.rows) states.set(state.feedId, state);
    readUnits += found.readUnits;
    cursor = found.cursor;
    if (cursor === null) break;
  }
  return { feeds: ports.knownFeeds.map((feed) => feedView(feed, states.get(feed.id) ?? null)), readUnits };
}

function feedView(feed: Feed, state: FeedState | null): FeedView {
  const { id, outlet, sourceKind, lang, intervalMinutes, isEnabled } = feed;
  return {
    ...{ id, outlet, sourceKind, lang, intervalMinutes, isEnabled },
    url: publicAddress(feed.url),
    health: healthOf(feed, state),
    lastSuccessAt: state?.lastSuccessAt ?? null,
    lastChangeAt: state?.lastChangeAt ?? null,
    newestItemAt: state?.newestItemAt ?? null,
    failures: state?.failures ?? 0,
    lastError: state?.lastError ?? null,
    holdUntil: state?.holdUntil ?? null,
    pollMinutes: state?.intervalMinutes ?? null,
    troubleSince: state?.trouble?.since ?? null,
    drift: state?.shape?.drift ?? null,
    movedTo: state?.movedTo == null ? null : publicAddress(state.movedTo),
  };
}

function healthOf(feed: Feed, state: FeedState | null): FeedHealth {
  if (!feed.isEnabled) return 'off';
  if (state === null) return 'waiting';
  if (state.isStopped) return 'stopped';
  return state.trouble?.kind ?? (state.failures > 0 ? 'failing' : 'healthy');
}

/** Keys and passwords may stand in an address: they are not for the page. */
const publicAddress = (url: string): string => url.replace(/[?#].*$/, '').replace(/\/\/[^/@]*@/, '//');
