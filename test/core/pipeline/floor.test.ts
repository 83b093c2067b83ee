import { expect, test } from 'vitest';
import { storeOn } from '../../../adapters/aws/dynamo-store.ts';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { seededRandom } from '../../../adapters/local/random.ts';
import { type Bill, countedTable } from '../../../cli/cost/counted-table.ts';
import type { Feed } from '../../../core/feed/feed.ts';
import { pollFeeds } from '../../../core/pipeline/poll-feeds.ts';
import { T0 } from '../../builders.ts';
import { codeLine, minutesAfter, parsedFeedOf } from './small-world.ts';

const FEEDS = 20;
const REPEAT = 'RU-US agreed';

/** Feeds whose documents a test sets, on a table that bills like DynamoDB. */
function aBilledWorld() {
  const bill: Bill = { calls: 0, read: 0, write: 0, byOperation: new Map() };
  const clock = virtualClock(T0);
  const store = storeOn({ table: countedTable(bill), clock, shards: 1, retentionDays: 400 });
  const feeds = Array.from({ length: FEEDS }, (_, n): Feed => {
    const rest = {
      outlet: `outlet ${n}`,
      sourceKind: 'official' as const,
      lang: 'en',
      intervalMinutes: 5,
      credentialRef: null,
      isEnabled: true,
    };
    return { id: `feed-${n}`, url: `http://feed-${n}.example/feed`, ...rest };
  });
  let titles: readonly string[] = [];
  const ports = {
    ...{ store, clock, ids: countingIds(), random: seededRandom(1), code: codeLine },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    fetcher: {
      fetch: async (feed: Feed, state: { readonly etag: string | null } | null) => {
        const etag = JSON.stringify(titles);
        const answer = { etag, lastModified: null, freshUntil: null, permanentUrl: null };
        if (state?.etag === etag) return { kind: 'unchanged' as const, ...answer };
        return {
          kind: 'fetched' as const,
          bytes: new TextEncoder().encode(etag),
          contentType: null,
          url: feed.url,
          bodyHash: etag,
          ...answer,
        };
      },
    },
    parser: {
      parse: async () =>
        parsedFeedOf(titles.map((title, n) => ({ guid: `g${n}`, published: minutesAfter(T0, n), title, link: `http://x.example/${n}` }))),
    },
    bounds: { minMinutes: 5, maxMinutes: 5 },
    pause: async () => {},
    tellFeedHealth: async () => {},
  };
  const poll = async (minutes: number, document: readonly string[]) => {
    titles = document;
    clock.set(minutesAfter(T0, minutes));
    Object.assign(bill, { calls: 0, read: 0, write: 0 });
    await pollFeeds(feeds, ports, { deadline: '9999', hostSpacingMs: 0, concurrency: 4, worker: 'w' });
    return { calls: bill.calls, read: bill.read, write: bill.write };
  };
  return poll;
}

test('unchanged polls cost one read each and one write for all of them', async () => {
  const poll = aBilledWorld();
  await poll(0, ['the weather stays fine']);
  expect(await poll(5, ['the weather stays fine'])).toEqual({ calls: FEEDS + 1, read: FEEDS * 0.5, write: 1 });
});

test('a repeat of a known fact costs its item, its line, the feed’s memory, and no dossier', async () => {
  const poll = aBilledWorld();
  await poll(0, ['the weather stays fine']);
  await poll(5, ['the weather stays fine', `${REPEAT} | report 1`]);
  const bill = await poll(10, ['the weather stays fine', `${REPEAT} | report 1`, `${REPEAT} | report 2`]);
  expect(bill.write / FEEDS).toBeLessThanOrEqual(7);
  expect(bill.read / FEEDS).toBeLessThanOrEqual(3.5);
});
