import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A feed server on 127.0.0.1 that plays what real servers do wrong. Each path is one row of `BEHAVIOURS`. */
export type LoopbackServer = {
  readonly url: string;
  readonly host: string;
  /** All requests so far, with their headers as sent. */
  readonly seen: readonly { readonly path: string; readonly headers: IncomingHttpHeaders; readonly rawHeaders: readonly string[] }[];
  /** Connections opened so far. */
  connections(): number;
  /** Most requests under way at one time. */
  mostAtOnce(): number;
  play(path: string, behaviour: Behaviour): void;
  close(): Promise<void>;
};
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export const FEED_BODY = rssOf(['Presidents of Examplia and Samplia to meet in May', 'Samplia denies a report of talks']);

export function rssOf(titles: readonly string[], channel = ''): string {
  const items = titles.map((title, i) => `<item><title>${title}</title><link>https://news.example/${i}</link><guid>id-${i}</guid></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>${channel}${items.join('')}</channel></rss>`;
}

export const answer =
  (status: number, headers: Readonly<Record<string, string>> = {}, body: string | Uint8Array = ''): Behaviour =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

/** 200 MB of zeros in 200 kB: unpacked whole it would fill a small machine. */
const BOMB = Buffer.concat(Array.from({ length: 20 }, () => gzipSync(Buffer.alloc(10_000_000))));

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  '/feed': answer(200, { 'content-type': 'application/rss+xml' }, FEED_BODY),
  '/gzip': answer(200, { 'content-encoding': 'gzip' }, gzipSync(FEED_BODY)),
  '/br': answer(200, { 'content-encoding': 'br' }, brotliCompressSync(FEED_BODY)),
  '/deflate': answer(200, { 'content-encoding': 'deflate' }, deflateSync(FEED_BODY)),
  '/deflate-raw': answer(200, { 'content-encoding': 'deflate' }, deflateRawSync(FEED_BODY)),
  '/gzip-unsaid': answer(200, {}, gzipSync(FEED_BODY)),
  '/gzip-untrue': answer(200, { 'content-encoding': 'gzip' }, FEED_BODY),
  '/gzip-twice': answer(200, { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(FEED_BODY))),
  '/br-broken': answer(200, { 'content-encoding': 'br' }, 'this is no brotli at all, and it is long enough to be told apart'),
  '/bomb': (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
  '/bomb-unsaid': (_request, response) => void response.writeHead(200).end(BOMB),
  '/endless': (_request, response) => {
    const block = Buffer.alloc(65_536, 'x');
    const more = (): void => {
      while (!response.destroyed && response.write(block));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/drip-body': (_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('<'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/drip-headers': (request) => {
    request.socket.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => request.socket.write('x-more: 1\r\n'), 20);
    request.socket.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/broken-off': (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('<rss>');
    setTimeout(() => response.destroy(), 20);
  },
  '/reset': (request) => void request.socket.destroy(),
  '/no-http': (request) => void request.socket.end('this is no HTTP\r\n\r\n'),
  '/empty': answer(200),
  '/404': answer(404),
  '/403': answer(403),
  '/401': answer(401),
  '/410': answer(410),
  '/500': answer(500, {}, 'x'.repeat(100_000)),
  '/503-seconds': answer(503, { 'retry-after': '120' }),
  '/429': answer(429),
  '/301': answer(301, { location: '/feed' }),
  '/302': answer(302, { location: '/feed' }),
  '/303': answer(303, { location: '/feed' }),
  '/307': answer(307, { location: '/feed' }),
  '/308': answer(308, { location: '/feed' }),
  '/301-then-302': answer(301, { location: '/302' }),
  '/302-then-301': answer(302, { location: '/301' }),
  '/loop': answer(302, { location: '/loop-back' }),
  '/loop-back': answer(302, { location: '/loop' }),
  '/nowhere': answer(302),
  '/to-ftp': answer(302, { location: 'ftp://files.example/feed' }),
  '/to-private': answer(302, { location: 'http://10.0.0.1/feed' }),
  '/to-metadata': answer(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
};

export async function startLoopbackServer(): Promise<LoopbackServer> {
  const seen: { path: string; headers: IncomingHttpHeaders; rawHeaders: readonly string[] }[] = [];
  const played = new Map<string, Behaviour>();
  const counts = { connections: 0, open: 0, most: 0 };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    seen.push({ path, headers: request.headers, rawHeaders: request.rawHeaders });
    counts.open += 1;
    counts.most = Math.max(counts.most, counts.open);
    response.on('close', () => {
      counts.open -= 1;
    });
    (played.get(path) ?? hops(path) ?? BEHAVIOURS[path] ?? answer(404))(request, response);
  });
  server.on('connection', () => {
    counts.connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const host = `127.0.0.1:${address.port}`;
  return {
    url: `http://${host}`,
    host,
    seen,
    connections: () => counts.connections,
    mostAtOnce: () => counts.most,
    play: (path, behaviour) => void played.set(path, behaviour),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `/hops/6` redirects six times. */
function hops(path: string): Behaviour | undefined {
  const left = /^\/hops\/(\d+)$/.exec(path)?.[1];
  if (left === undefined) return undefined;
  return answer(302, { location: left === '1' ? '/feed' : `/hops/${Number(left) - 1}` });
}
