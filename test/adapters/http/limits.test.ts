import { type AddressInfo, createServer } from 'node:net';
import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeedFetcher, type HttpFeedFetcher } from '../../../adapters/http/feed-fetcher.ts';
import { describeFailure } from '../../../adapters/http/fetch-failure.ts';
import { createHttpClient, FETCH_LIMITS } from '../../../adapters/http/http-client.ts';
import { readBody } from '../../../adapters/http/read-body.ts';
import type { Feed } from '../../../core/feed/feed.ts';
import type { FetchResult } from '../../../core/ports.ts';
import { T0 } from '../../builders.ts';
import { type Behaviour, FEED_BODY, type LoopbackServer, startLoopbackServer } from './loopback-server.ts';

const WHOLE_MS = 500;
const CONNECT_MS = 50;
let server: LoopbackServer;
let fetcher: HttpFeedFetcher;

beforeAll(async () => {
  server = await startLoopbackServer();
  fetcher = createFeedFetcher({
    clock: { now: () => T0 },
    secrets: { read: async () => null },
    contactUrl: 'https://owner.example/about',
    allowLoopback: true,
    limits: { wholeMs: WHOLE_MS },
  });
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});

const fetchPath = (path: string): Promise<FetchResult> => {
  const feed: Feed = {
    ...{ id: 'example-wire', url: `${server.url}${path}`, outlet: 'Example Wire', sourceKind: 'agency', lang: 'en' },
    ...{ intervalMinutes: 10, credentialRef: null, isEnabled: true },
  };
  return fetcher.fetch(feed, null);
};

async function timed(path: string): Promise<{ result: FetchResult; ms: number }> {
  const start = performance.now();
  const result = await fetchPath(path);
  return { result, ms: performance.now() - start };
}

describe('bodies', () => {
  it.each(['/gzip', '/br', '/deflate', '/deflate-raw', '/gzip-unsaid', '/gzip-untrue', '/gzip-twice'])('%s is unpacked', async (path) => {
    const result = await fetchPath(path);
    expect(result.kind === 'fetched' && Buffer.from(result.bytes).toString()).toBe(FEED_BODY);
  });

  it('has the same hash however it was packed', async () => {
    const hashes = await Promise.all(['/feed', '/gzip', '/br'].map(fetchPath));
    expect(new Set(hashes.map((result) => result.kind === 'fetched' && result.bodyHash)).size).toBe(1);
  });

  it.each(['/bomb', '/bomb-unsaid', '/endless'])('%s stops at the limit of bytes, soon and without filling the memory', async (path) => {
    const before = process.memoryUsage().rss;
    const { result, ms } = await timed(path);
    expect(ms).toBeLessThan(WHOLE_MS);
    expect(result).toMatchObject({ kind: 'failed', isRetryable: false });
    expect(result.kind === 'failed' && result.reason).toContain('larger than 10 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('a body that is not what its header says fails with a reason', async () => {
    expect(await fetchPath('/br-broken')).toMatchObject({ kind: 'failed', reason: 'the body is not the br that its header says' });
  });
});

describe('whatever a server sends', () => {
  const encodings = ['', 'gzip', 'x-gzip', 'br', 'deflate', 'identity', 'zstd', 'gzip, br', 'nonsense', 'GZIP'];
  const truePacks = [(bytes: Buffer) => bytes, gzipSync, deflateSync, brotliCompressSync];

  it('is bytes within the limit, or an error that says why; never more, never nothing', async () => {
    const cut = fc.tuple(fc.uint8Array({ maxLength: 4_000 }), fc.nat({ max: 3 }), fc.nat({ max: 100 }));
    await fc.assert(
      fc.asyncProperty(cut, fc.constantFrom(...encodings), async ([raw, pack, percent], encoding) => {
        const packed = truePacks[pack]!(Buffer.from(raw));
        const sent = packed.subarray(0, Math.ceil((packed.length * percent) / 100));
        const outcome = await readBody(Readable.from([sent]), encoding, 2_000).catch((error: unknown) => error);
        if (outcome instanceof Uint8Array) expect(outcome.length).toBeLessThanOrEqual(2_000);
        else expect(outcome).toMatchObject({ message: expect.stringMatching(/larger than|is not the/) });
      }),
      { numRuns: 400 },
    );
  });
});

describe('time', () => {
  it('the limits are 10 s to connect, 20 s for the whole request and 10 MB', () => {
    expect(FETCH_LIMITS).toEqual({ connectMs: 10_000, wholeMs: 20_000, bodyBytes: 10_000_000 });
  });

  it.each(['/drip-body', '/drip-headers', '/silent'])('%s is cut off when the time for the whole request is over', async (path) => {
    const { result, ms } = await timed(path);
    expect(result).toMatchObject({ kind: 'failed', isRetryable: true, reason: 'no whole answer came in the time that a feed has' });
    expect(ms).toBeGreaterThan(WHOLE_MS - 50);
    expect(ms).toBeLessThan(WHOLE_MS + 1_000);
  });

  it.each([
    ['a name is looked up without end', () => 'http://slow.example/feed'],
    ['the other side takes the socket and never answers the TLS greeting', (port: number) => `https://127.0.0.1:${port}/feed`],
  ])('connecting has a limit of its own: %s', async (_, address) => {
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const impatient = createHttpClient({
      ...{ userAgent: 'test', allowLoopback: true, resolve: (() => undefined) as never },
      limits: { connectMs: CONNECT_MS },
    });
    const error: unknown = await impatient
      .get({ url: address(port), accept: '*/*', validators: null, credential: null })
      .catch((reason: unknown) => reason);
    await impatient.close();
    mute.close();
    expect(error).toMatchObject({ message: expect.stringContaining(`timeout: ${CONNECT_MS}ms`) });
    expect(describeFailure(error, { isOnline: true })).toMatchObject({
      ...{ isRetryable: true, scope: 'feed', reason: 'the server did not take the connection in time' },
    });
  });

  it('redirects share the one time', async () => {
    const slow =
      (location: string): Behaviour =>
      (_request, response) =>
        void setTimeout(() => response.writeHead(302, { location }).end(), WHOLE_MS / 3);
    for (const i of [1, 2, 3, 4]) server.play(`/slow-${i}`, slow(`/slow-${i + 1}`));
    const { result, ms } = await timed('/slow-1');
    expect(result).toMatchObject({ kind: 'failed', reason: 'no whole answer came in the time that a feed has' });
    expect(ms).toBeLessThan(WHOLE_MS + 300);
  });

  it.each([
    ['/broken-off', /broke the connection off|cut short/],
    ['/reset', /broke the connection off/],
    ['/no-http', /Invalid|Expected|Parse|HTTP/i],
  ])('%s fails with a reason and can be tried again', async (path, words) => {
    const result = await fetchPath(path);
    expect(result).toMatchObject({ kind: 'failed', isRetryable: true, scope: 'feed' });
    expect(result.kind === 'failed' && result.reason).toMatch(words);
  });

  it('serves a good feed after all of that', async () => {
    expect(await fetchPath('/feed')).toMatchObject({ kind: 'fetched' });
  });
});
