import { virtualClock } from '../../../adapters/local/clock.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { seededRandom } from '../../../adapters/local/random.ts';
import type { CodingInput } from '../../../core/coding/codebook/coded-item.ts';
import type { Feed, FeedState } from '../../../core/feed/feed.ts';
import { FeedParseError } from '../../../core/feed/feed-parse-error.ts';
import type { FeedHealthEvent } from '../../../core/feed/health.ts';
import type { ParsedFeed, ParsedItem } from '../../../core/feed/parsed-feed.ts';
import type { PollFeedsPorts } from '../../../core/pipeline/poll-feeds.ts';
import type { FetchResult, Store } from '../../../core/ports.ts';
import { aCodedItem, T0 } from '../../builders.ts';
import { aParsedFeed } from '../../feed-builders.ts';

/** A world of one store and a publisher that says what the test writes; what is counted is what costs. */
export type PollWorld = {
  readonly ports: PollFeedsPorts;
  readonly store: Store;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly events: FeedHealthEvent[];
  readonly coded: CodingInput[];
  readonly calls: { fetches: string[]; parses: number; stateReads: number; seenReads: number; stateWrites: number; seenWrites: number };
  /** What the next fetch of a feed answers; a list of items is a body. */
  publish(feedId: string, answer: readonly ParsedItem[] | ParsedFeed | FetchResult): void;
  pass(minutes: number): void;
  state(feedId: string): Promise<FeedState>;
};

const NOTHING = { etag: null, lastModified: null, freshUntil: null, permanentUrl: null };
export const notModified: FetchResult = { kind: 'unchanged', ...NOTHING };
export const failure = (part: Partial<Extract<FetchResult, { kind: 'failed' }>> = {}): FetchResult => ({
  ...{ kind: 'failed', reason: 'it answers 500', isRetryable: true, retryAfter: null, scope: 'feed' },
  ...part,
});

/** A body and what came with it. `bytes` are the parsed feed as JSON, so that equal feeds have equal hashes. */
export const body = (feed: ParsedFeed, part: Partial<Extract<FetchResult, { kind: 'fetched' }>> = {}): FetchResult => {
  const text = JSON.stringify(feed);
  return {
    kind: 'fetched',
    bytes: Buffer.from(text),
    contentType: null,
    url: 'https://wire.example/rss',
    bodyHash: text,
    ...NOTHING,
    ...part,
  };
};
export const notAFeed: FetchResult = {
  ...{ kind: 'fetched', bytes: Buffer.from('<html>'), contentType: 'text/html', url: 'https://wire.example/rss', bodyHash: 'html' },
  ...NOTHING,
};

export function aPollWorld(wrap: (store: Store) => Store = (store) => store): PollWorld {
  const clock = virtualClock(T0);
  const answers = new Map<string, FetchResult>();
  const calls = { fetches: [] as string[], parses: 0, stateReads: 0, seenReads: 0, stateWrites: 0, seenWrites: 0 };
  const store = wrap(openMemoryStore());
  const events: FeedHealthEvent[] = [];
  const coded: CodingInput[] = [];
  const ports: PollFeedsPorts = {
    store: { ...store, feeds: countingFeeds(store, calls) },
    clock,
    ids: countingIds('poll'),
    random: seededRandom(7),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    code: (input) => {
      coded.push(input);
      return aCodedItem({ id: input.id, contacts: [] });
    },
    fetcher: {
      fetch: async (feed) => {
        calls.fetches.push(feed.id);
        return answers.get(feed.id) ?? failure();
      },
    },
    parser: {
      parse: async (bytes) => {
        calls.parses += 1;
        if (Buffer.from(bytes).toString() === '<html>') throw new FeedParseError('html_page', 'it is a page');
        return JSON.parse(Buffer.from(bytes).toString());
      },
    },
    bounds: { minMinutes: 5, maxMinutes: 1440 },
    tellFeedHealth: async (event) => void events.push(event),
    pause: async () => undefined,
  };
  const toResult = (answer: readonly ParsedItem[] | ParsedFeed | FetchResult): FetchResult => {
    if ('kind' in answer) return answer;
    return body('items' in answer ? answer : aParsedFeed(answer));
  };
  return {
    ...{ ports, store, clock, events, coded, calls },
    publish: (feedId, answer) => void answers.set(feedId, toResult(answer)),
    pass: (minutes) => clock.set(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString()),
    state: async (feedId) => {
      const state = await store.feeds.readState(feedId);
      if (state === null) throw new Error(`no state of ${feedId}`);
      return state;
    },
  };
}

function countingFeeds(store: Store, calls: PollWorld['calls']): Store['feeds'] {
  return {
    ...store.feeds,
    readState: async (id) => {
      calls.stateReads += 1;
      return store.feeds.readState(id);
    },
    readSeen: async (id) => {
      calls.seenReads += 1;
      return store.feeds.readSeen(id);
    },
    writeState: async (state) => {
      calls.stateWrites += 1;
      return store.feeds.writeState(state);
    },
    writeSeen: async (id, version, keys) => {
      calls.seenWrites += 1;
      return store.feeds.writeSeen(id, version, keys);
    },
  };
}

export const hostFeeds = (count: number, host: string): Feed[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ id: `${host}-${i}`, url: `https://${host}.example/${i}`, outlet: host, sourceKind: 'press' as const, lang: 'en' },
    ...{ intervalMinutes: 10, credentialRef: null, isEnabled: true },
  }));
