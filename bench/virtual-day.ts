import { storeOn } from '../adapters/aws/dynamo-store.ts';
import { virtualClock } from '../adapters/local/clock.ts';
import { countingIds } from '../adapters/local/ids.ts';
import { seededRandom } from '../adapters/local/random.ts';
import { type Bill, countedTable } from '../cli/cost/counted-table.ts';
import type { Feed } from '../core/feed/feed.ts';
import { dispatchPolls } from '../core/pipeline/dispatch-polls.ts';
import { fanOut } from '../core/pipeline/fan-out.ts';
import { pollFeeds } from '../core/pipeline/poll-feeds.ts';
import { sweep } from '../core/pipeline/sweep.ts';
import { tickStories } from '../core/pipeline/tick-stories.ts';
import { aSubscription, T0 } from '../test/builders.ts';
import { codeLine, parsedFeedOf } from '../test/core/pipeline/small-world.ts';

export const INTERVAL_MINUTES = 5;
/** `changed`: of polls, that bring another body; `news`: of these, that hold a new item; `relevant`: of new items, that speak of a contact. */
export type Traffic = { readonly changed: number; readonly news: number; readonly relevant: number };
const BUSY: Traffic = { changed: 0.15, news: 1, relevant: 0.05 };
const DOCUMENT = 25;
const TEXT = 'Officials on both sides said on Friday that the talks would go on, and that no date had been agreed for another round. ';

export type Counted = {
  readonly polls: number;
  readonly items: number;
  readonly developments: number;
  readonly bill: Bill;
  readonly alerts: number;
  readonly invocations: number;
};

/** The real pipeline polls so many feeds every five minutes, for so many virtual hours, on the real adapter over a table that bills like DynamoDB. */
export async function playHours(feedCount: number, hours: number, traffic: Traffic = BUSY): Promise<Counted> {
  const bill: Bill = { calls: 0, read: 0, write: 0, byOperation: new Map() };
  const random = seededRandom(11);
  const clock = virtualClock(T0);
  const store = storeOn({ table: countedTable(bill), clock, shards: 1, retentionDays: 400 });
  const feeds = Array.from({ length: feedCount }, (_, n): Feed => {
    const id = `feed-${n}`;
    const bounds = { intervalMinutes: INTERVAL_MINUTES, credentialRef: null, isEnabled: true };
    return { id, url: `http://${id}.example/feed`, outlet: id, sourceKind: 'press', lang: 'en', ...bounds };
  });
  const documents = new Map<string, { guid: string; published: string; title: string }[]>(feeds.map(({ id }) => [id, []]));
  const made = { bodies: 0, items: 0 };
  const counts = { polls: 0, items: 0, developments: 0, alerts: 0, invocations: 0 };
  const publish = (feedId: string): void => {
    counts.items += 1;
    made.items += 1;
    const move = ['proposed', 'agreed', 'scheduled Vienna 2026-04-20', 'postponed'][Math.floor(random.next() * 4)];
    const title =
      random.next() < traffic.relevant
        ? `${pairOf(random.next())} ${move} | report ${made.items}`
        : `report ${made.items} of other matters`;
    const document = documents.get(feedId) ?? [];
    document.unshift({ guid: `g${made.items}`, published: clock.now(), title });
    document.length = Math.min(document.length, DOCUMENT);
  };
  await store.subscriptions.put(aSubscription({ filter: 'severity:major' }));
  const send = async () => {
    counts.alerts += 1;
    return { kind: 'sent' as const, receipt: null };
  };
  const ports = {
    ...{ store, clock, ids: countingIds(), random, code: codeLine, watch: [] },
    log: { info: () => {}, warn: () => {}, error: (message: string, fields?: object) => console.error(message, fields) },
    channels: [{ channel: 'terminal' as const, send }],
    fetcher: {
      fetch: async (feed: Feed, state: { readonly etag: string | null } | null) => {
        counts.polls += 1;
        const isChanged = random.next() < traffic.changed;
        if (isChanged) made.bodies += 1;
        if (isChanged && (traffic.news === 1 || random.next() < traffic.news)) publish(feed.id);
        const document = documents.get(feed.id) ?? [];
        const etag = isChanged ? `body-${made.bodies}` : (state?.etag ?? 'empty');
        const answer = { etag, lastModified: null, freshUntil: null, permanentUrl: null };
        if (state?.etag === etag) return { kind: 'unchanged' as const, ...answer };
        const bytes = new TextEncoder().encode(JSON.stringify(document));
        return { kind: 'fetched' as const, bytes, contentType: null, url: feed.url, bodyHash: etag, ...answer };
      },
    },
    parser: {
      parse: async (bytes: Uint8Array, { url }: { readonly url: string }) => {
        const entries: { guid: string; published: string; title: string }[] = JSON.parse(new TextDecoder().decode(bytes));
        const feed = parsedFeedOf(entries.map((entry) => ({ ...entry, link: `${url}/${entry.guid}` })));
        return { ...feed, items: feed.items.map((item) => ({ ...item, summary: `${item.title} ${TEXT.repeat(4)}` })) };
      },
    },
    bounds: { minMinutes: INTERVAL_MINUTES, maxMinutes: INTERVAL_MINUTES },
    pause: async () => {},
    tellFeedHealth: async () => {},
  };
  for (let minute = -2 * INTERVAL_MINUTES; minute < hours * 60; minute += 1) {
    if (minute === 0) Object.assign(bill, { calls: 0, read: 0, write: 0 });
    if (minute === 0) bill.byOperation.clear();
    if (minute === 0) Object.assign(counts, { polls: 0, items: 0, developments: 0, alerts: 0, invocations: 0 });
    const now = new Date(Date.parse(T0) + (minute + 2 * INTERVAL_MINUTES) * 60_000).toISOString();
    clock.set(now);
    const since = minute === -2 * INTERVAL_MINUTES ? null : new Date(Date.parse(now) - 60_000).toISOString();
    for (const { feedIds } of dispatchPolls(feeds, await store.feeds.readSchedule(), { since, now })) {
      const batch = feedIds.map((id) => feeds[Number(id.slice(5))]).filter((feed) => feed !== undefined);
      counts.invocations += 1;
      await pollFeeds(batch, ports, { deadline: '9999', hostSpacingMs: 0, concurrency: 8, worker: 'w' });
    }
    const open = (await store.work.listDue('9999', 1000)).flatMap((work) => (work.kind === 'fan_out' ? [work.id] : []));
    const moved = (await Promise.all(open.map((id) => store.developments.get(id)))).filter((development) => development !== null);
    counts.developments += moved.length;
    await fanOut(moved, ports);
    await tickStories(ports);
    await sweep(ports);
  }
  return { ...counts, bill };
}

const CODES = ['RU', 'US', 'CN', 'JP', 'KR', 'FR', 'TR', 'IN', 'IR', 'UA'];
const pairOf = (dice: number): string => {
  const one = Math.floor(dice * 10) % 10;
  const other = (one + 1 + (Math.floor(dice * 1000) % 9)) % 10;
  return [CODES[one], CODES[other]].sort().join('-');
};
