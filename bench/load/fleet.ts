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
  advance(): void;
  counts(): Readonly<Record<'full' | 'unchanged', number>>;
  close(): Promise<void>;
};

const PORTS = 32;
const SHARE_CHANGED = 0.15;
const SHARE_CONDITIONAL = 0.7;
const WORDS =
  'council budget river minister report court harvest market storm school bridge vote strike price talks border police minister team final company law export'.split(
    ' ',
  );
const LEADERS = ['Putin', 'Trump', 'Xi', 'Modi', 'Macron', 'Erdogan', 'Zelensky', 'Starmer', 'Merz', 'Takaichi'];

export async function startFleet(size: number, seed = 1): Promise<Fleet> {
  const random = seededRandom(seed);
  const feeds = Array.from({ length: size }, (_, index) => newFeed(index, random.next));
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
    advance: () => {
      for (const feed of feeds) if (random.next() < SHARE_CHANGED) grow(feed, 1 + Math.floor(random.next() * 3), random.next);
    },
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

function newFeed(index: number, next: () => number): FleetFeed {
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
  grow(feed, feed.kept, next);
  return feed;
}

function grow(feed: FleetFeed, count: number, next: () => number): void {
  for (let n = 0; n < count; n += 1) {
    feed.made += 1;
    feed.items.unshift(itemXml(feed, feed.made, next));
  }
  feed.items = feed.items.slice(0, feed.kept);
  feed.body = Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed ${feed.index}</title>${feed.items.join('')}</channel></rss>`,
  );
  feed.etag = `"${createHash('sha1').update(feed.body).digest('hex').slice(0, 12)}"`;
}

function itemXml(feed: FleetFeed, number: number, next: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const text = Array.from({ length: feed.bodyWords }, () => pick(WORDS)).join(' ');
  const title =
    next() < 0.03
      ? `${pick(LEADERS)} and ${pick(LEADERS)} to hold talks in Geneva on Friday`
      : `${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)} after ${pick(WORDS)}`;
  const link = `https://feed-${feed.index}.example/${number}`;
  return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${new Date(Date.UTC(2026, 0, 1) + number * 60_000).toUTCString()}</pubDate><description>${text}</description></item>`;
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
