import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seededRandom } from '../../adapters/local/random.ts';

/**
 * A fleet of feeds on 127.0.0.1, many ports so that they count as many hosts. Shapes follow what was seen of real news feeds: 10 to 60 items, 8 to 120 kB,
 * seven of ten answer conditional requests; each round 15 of 100 feeds have one to three new items.
 */
export type Fleet = {
  readonly urls: readonly string[];
  /** Some feeds publish one to three new items; `share`: of the feeds (0.15, as in one round of polls). */
  advance(share?: number): void;
  /** Items published so far, those of the beginning too. */
  made(): number;
  counts(): Readonly<Record<'full' | 'unchanged', number>>;
  close(): Promise<void>;
};

const PORTS = 32;
/** Between one item and the next of those that a feed begins with. */
const AGE_MS = 20 * 60_000;
const SHARE_CHANGED = 0.15;
const SHARE_CONDITIONAL = 0.7;
const WORDS =
  'council budget river minister report court harvest market storm school bridge vote strike price talks border police minister team final company law export'.split(
    ' ',
  );
const MOVES = [
  'to hold talks in Geneva on Friday with',
  'ready to meet',
  'rules out a meeting with',
  'postpones summit with',
  'has no plans to meet',
  'agrees to meet',
  'met in Vienna with',
];
const LEADERS = ['Putin', 'Trump', 'Xi', 'Modi', 'Macron', 'Erdogan', 'Zelensky', 'Starmer', 'Merz', 'Takaichi'];

/** `now`: when an item comes out (milliseconds); without it a minute after the one before, from the first day of 2026. */
export type FleetOptions = { readonly seed?: number; readonly now?: () => number };

export async function startFleet(size: number, { seed = 1, now }: FleetOptions = {}): Promise<Fleet> {
  const random = seededRandom(seed);
  const source: Source = { next: random.next, now };
  const feeds = Array.from({ length: size }, (_, index) => newFeed(index, source));
  const counts = { full: 0, unchanged: 0 };
  const servers = Array.from({ length: Math.min(PORTS, size) }, () =>
    createServer((request, response) => serve(request, response, { feeds, counts })),
  );
  const ports = await Promise.all(
    servers.map(
      (server) => new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))),
    ),
  );
  return {
    urls: feeds.map((_, index) => `http://127.0.0.1:${ports[index % ports.length]}/${index}`),
    advance: (share = SHARE_CHANGED) => {
      for (const feed of feeds) if (random.next() < share) grow(feed, 1 + Math.floor(random.next() * 3), source);
    },
    made: () => feeds.reduce((sum, { made }) => sum + made, 0),
    counts: () => ({ ...counts }),
    close: async () => {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve());
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}

type FleetFeed = {
  readonly index: number;
  readonly kept: number;
  readonly bodyWords: number;
  readonly isConditional: boolean;
  items: string[];
  made: number;
  body: Buffer;
  etag: string;
};

type Source = { readonly next: () => number; readonly now: (() => number) | undefined };

function newFeed(index: number, source: Source): FleetFeed {
  const { next } = source;
  const feed: FleetFeed = {
    index,
    kept: 10 + Math.floor(next() * 50),
    bodyWords: 20 + Math.floor(next() * next() * 400),
    isConditional: next() < SHARE_CONDITIONAL,
    items: [],
    made: 0,
    body: Buffer.alloc(0),
    etag: '',
  };
  grow(feed, feed.kept, source);
  return feed;
}

function grow(feed: FleetFeed, count: number, source: Source): void {
  for (let n = 0; n < count; n += 1) {
    feed.made += 1;
    feed.items.unshift(itemXml(feed, source));
  }
  feed.items = feed.items.slice(0, feed.kept);
  feed.body = Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed ${feed.index}</title>${feed.items.join('')}</channel></rss>`,
  );
  feed.etag = `"${createHash('sha1').update(feed.body).digest('hex').slice(0, 12)}"`;
}

function itemXml(feed: FleetFeed, { next, now }: Source): string {
  const number = feed.made;
  const age = Math.max(0, feed.kept - number) * AGE_MS;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const text = Array.from({ length: feed.bodyWords }, () => pick(WORDS)).join(' ');
  const title =
    next() < 0.03
      ? `${pick(LEADERS)} ${pick(MOVES)} ${pick(LEADERS)}`
      : `${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)} after ${pick(WORDS)}`;
  const link = `https://feed-${feed.index}.example/${number}`;
  return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${new Date(now === undefined ? Date.UTC(2026, 0, 1) + number * 60_000 : now() - age).toUTCString()}</pubDate><description>${text}</description></item>`;
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { feeds, counts }: { feeds: readonly FleetFeed[]; counts: { full: number; unchanged: number } },
): void {
  const feed = feeds[Number(request.url?.slice(1))];
  if (feed === undefined) return void response.writeHead(404).end();
  const headers = feed.isConditional ? { etag: feed.etag } : {};
  if (feed.isConditional && request.headers['if-none-match'] === feed.etag) {
    counts.unchanged += 1;
    return void response.writeHead(304, headers).end();
  }
  counts.full += 1;
  response.writeHead(200, { ...headers, 'content-type': 'application/rss+xml' }).end(feed.body);
}
