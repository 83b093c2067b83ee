import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFeedFetcher, type FeedFetcherOptions, type HttpFeedFetcher, resultOf } from '../../../adapters/http/feed-fetcher.ts';
import { follow, startTrail } from '../../../adapters/http/redirects.ts';
import type { Feed, FeedState } from '../../../core/feed/feed.ts';
import { startingState } from '../../../core/feed/next-state.ts';
import type { FetchResult } from '../../../core/ports.ts';
import { T0 } from '../../builders.ts';
import { answer, FEED_BODY, type LoopbackServer, startLoopbackServer } from './loopback-server.ts';

let server: LoopbackServer;
let fetcher: HttpFeedFetcher;

const fetcherOf = (options: Partial<FeedFetcherOptions> = {}): HttpFeedFetcher =>
  createFeedFetcher({
    clock: { now: () => T0 },
    secrets: { read: async () => null },
    contactUrl: 'https://owner.example/about',
    allowLoopback: true,
    limits: { wholeMs: 400, connectMs: 200 },
    ...options,
  });

const feedAt = (path: string, part: Partial<Feed> = {}): Feed => ({
  id: 'example-wire',
  url: `${server.url}${path}`,
  outlet: 'Example Wire',
  sourceKind: 'agency',
  lang: 'en',
  intervalMinutes: 10,
  credentialRef: null,
  isEnabled: true,
  ...part,
});
const stateOf = (feed: Feed, part: Partial<FeedState> = {}): FeedState => ({ ...startingState(feed, null), version: 1, ...part });

/** Narrowed or the test fails. */
function expectKind<K extends FetchResult['kind']>(result: FetchResult, kind: K): Extract<FetchResult, { kind: K }> {
  expect(result).toMatchObject({ kind });
  return result as Extract<FetchResult, { kind: K }>;
}
const fetchPath = (path: string): Promise<FetchResult> => fetcher.fetch(feedAt(path), null);

beforeAll(async () => {
  server = await startLoopbackServer();
  fetcher = fetcherOf();
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});
beforeEach(() => {
  (server.seen as unknown[]).length = 0;
});

describe('a request', () => {
  it('carries no header but an honest User-Agent, Accept and Accept-Encoding', async () => {
    await fetchPath('/feed');
    const { host, connection, ...own } = server.seen[0]!.headers;
    expect(Object.keys(own).sort()).toEqual(['accept', 'accept-encoding', 'user-agent']);
    expect(own['user-agent']).toBe('Summitwire/0.1 (+https://owner.example/about)');
    expect([host, connection]).toEqual([server.host, 'keep-alive']);
  });

  it.each([
    ['"plain"', 'Sun, 01 Mar 2026 08:00:00 GMT'],
    ['W/"weak-1"', 'sunday, 1st of march'],
    ['unquoted', '0'],
    ['"with \\"quotes\\" and  two spaces"', '2026-03-01T08:00:00Z'],
    ['"latin-\u00e9\u00ff"', 'dimanche, 01 f\u00e9vrier'],
    ['"utf8-\u00c3\u00a9"', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ])('gives the validators %s and %s back byte for byte', async (etag, lastModified) => {
    server.play('/validators', (_request, response) => {
      response.writeHead(200, { etag, 'last-modified': lastModified }).end(FEED_BODY);
    });
    const feed = feedAt('/validators');
    const first = expectKind(await fetcher.fetch(feed, null), 'fetched');
    const stored = stateOf(feed, JSON.parse(JSON.stringify({ url: first.url, etag: first.etag, lastModified: first.lastModified })));
    const restarted = fetcherOf();
    await restarted.fetch(feed, stored);
    await restarted.close();
    const { rawHeaders } = server.seen[1]!;
    expect(rawHeaders[rawHeaders.indexOf('if-none-match') + 1]).toBe(etag);
    expect(rawHeaders[rawHeaders.indexOf('if-modified-since') + 1]).toBe(lastModified);
  });

  it('drops the validators when they came from another address', async () => {
    const feed = feedAt('/feed');
    await fetcher.fetch(feed, stateOf(feed, { url: `${server.url}/old`, etag: '"1"', lastModified: 'then' }));
    expect(server.seen[0]!.headers['if-none-match']).toBeUndefined();
    expect(server.seen[0]!.headers['if-modified-since']).toBeUndefined();
  });

  it('sends the validators to the target of a redirect when they came from there, and not to the one that redirects', async () => {
    const feed = feedAt('/302');
    await fetcher.fetch(feed, stateOf(feed, { url: `${server.url}/feed`, etag: '"1"' }));
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"']);
  });

  it('asks the address that the feed has moved to, unless the config gives another one since', async () => {
    const feed = feedAt('/old');
    const moved = stateOf(feed, { movedTo: `${server.url}/feed` });
    expectKind(await fetcher.fetch(feed, moved), 'fetched');
    expectKind(await fetcher.fetch(feedAt('/404'), moved), 'failed');
  });
});

describe('an answer', () => {
  it('304 is "unchanged", with the validators that it brings', async () => {
    server.play('/304', answer(304, { etag: '"2"', 'last-modified': 'later' }));
    const feed = feedAt('/304');
    const result = await fetcher.fetch(feed, stateOf(feed, { url: feed.url, etag: '"1"' }));
    expect(result).toMatchObject({ kind: 'unchanged', etag: '"2"', lastModified: 'later' });
  });

  it('304 to an unconditional request is a failure', async () => {
    server.play('/304', answer(304));
    expectKind(await fetchPath('/304'), 'failed');
  });

  it('410 is the end of the feed', async () => {
    expectKind(await fetchPath('/410'), 'gone');
  });

  it.each([
    ['/404', 'has the feed moved', false],
    ['/403', 'refuses us', false],
    ['/401', 'credentialRef', false],
    ['/500', 'answers 500', true],
    ['/empty', 'empty body', true],
  ])('%s fails with a reason that names the address and says "%s"', async (path, words, isRetryable) => {
    const result = expectKind(await fetchPath(path), 'failed');
    expect(result).toMatchObject({ isRetryable, scope: 'feed' });
    expect(result.reason).toContain(path);
    expect(result.reason).toContain(words);
  });

  it.each([
    ['120', '2026-03-01T08:02:00.000Z'],
    ['0', '2026-03-01T08:00:00.000Z'],
    ['Sun, 01 Mar 2026 10:00:00 GMT', '2026-03-01T10:00:00.000Z'],
    ['Sat, 28 Feb 2026 10:00:00 GMT', '2026-03-01T08:00:00.000Z'],
    ['soon', null],
    ['-5', null],
  ])('Retry-After "%s" holds the feed until %s', async (retryAfter, until) => {
    server.play('/later', answer(503, { 'retry-after': retryAfter, date: 'Sun, 01 Mar 2026 08:00:00 GMT' }));
    expect(await fetchPath('/later')).toMatchObject({ kind: 'failed', retryAfter: until });
  });

  it.each([
    [{ 'cache-control': 'public, max-age=600', age: '100' }, '2026-03-01T08:08:20.000Z'],
    [{ 'cache-control': 'max-age="60"' }, '2026-03-01T08:01:00.000Z'],
    [{ 'cache-control': 'MAX-AGE=60' }, '2026-03-01T08:01:00.000Z'],
    [{ 'cache-control': 's-maxage=900' }, null],
    [{ 'cache-control': 'no-cache, max-age=600' }, null],
    [{ 'cache-control': 'max-age=60', age: '61' }, null],
    [{ expires: 'Sun, 01 Mar 2026 09:00:00 GMT' }, '2026-03-01T09:00:00.000Z'],
    [{ expires: '0' }, null],
    [{ expires: 'Thu, 01 Jan 1998 00:00:00 GMT' }, null],
    [{ 'cache-control': 'max-age=60', expires: 'Sun, 01 Mar 2026 09:00:00 GMT' }, '2026-03-01T08:01:00.000Z'],
    [{ 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT' }, null],
  ])('with the headers %j is fresh until %s', async (headers, until) => {
    server.play('/fresh', answer(200, { date: 'Sun, 01 Mar 2026 08:00:00 GMT', ...headers }, FEED_BODY));
    expect(await fetchPath('/fresh')).toMatchObject({ kind: 'fetched', freshUntil: until });
  });
});

describe('a 429', () => {
  const tooMany = (url: string): FetchResult =>
    resultOf({ status: 429, headers: { 'retry-after': '60' }, bytes: new Uint8Array(), trail: startTrail(url) }, false, T0);

  it('holds the whole of a public host, and on this machine the feed alone', () => {
    expect(tooMany('https://news.example/rss')).toMatchObject({ kind: 'failed', scope: 'host', retryAfter: '2026-03-01T08:01:00.000Z' });
    expect(tooMany('http://127.0.0.1:8080/rss')).toMatchObject({ kind: 'failed', scope: 'feed' });
  });
});

describe('redirects', () => {
  it('never lead from https to http; the other way they do', () => {
    const from = (url: string, location: string) => follow(startTrail(url), 301, location);
    expect(from('https://news.example/a', 'http://news.example/b')).toMatchObject({ refused: expect.stringContaining('unprotected') });
    expect(from('http://news.example/a', 'https://news.example/a')).toMatchObject({ permanentUrl: 'https://news.example/a' });
  });

  it('may be relative, without a scheme, or hold raw letters', () => {
    const to = (location: string) => follow(startTrail('https://news.example/a/b'), 302, location);
    expect(to('../c')).toMatchObject({ urls: ['https://news.example/a/b', 'https://news.example/c'] });
    expect(to('//other.example/x#part')).toMatchObject({ urls: ['https://news.example/a/b', 'https://other.example/x'] });
    expect(to(Buffer.from('/мир').toString('latin1'))).toMatchObject({
      urls: ['https://news.example/a/b', 'https://news.example/%D0%BC%D0%B8%D1%80'],
    });
  });

  it.each(['/301', '/302', '/303', '/307', '/308', '/hops/5'])('%s is followed', async (path) => {
    expect(await fetchPath(path)).toMatchObject({ kind: 'fetched', url: `${server.url}/feed` });
  });

  it.each([
    ['/301', '/feed'],
    ['/308', '/feed'],
    ['/301-then-302', '/302'],
    ['/302', null],
    ['/303', null],
    ['/307', null],
    ['/302-then-301', null],
  ])('%s offers %s as the permanent address', async (path, target) => {
    expect(await fetchPath(path)).toMatchObject({ permanentUrl: target === null ? null : `${server.url}${target}` });
  });

  it.each([
    ['/hops/6', 'more than 5 redirects'],
    ['/loop', 'in a circle'],
    ['/nowhere', 'without an address'],
    ['/to-ftp', 'without an address'],
    ['/to-private', '10.0.0.1 is no public address'],
    ['/to-metadata', '169.254.169.254 is no public address'],
  ])('%s is refused: %s', async (path, reason) => {
    expect(expectKind(await fetchPath(path), 'failed').reason).toContain(reason);
  });
});

describe('credentials', () => {
  const secrets = {
    read: async (ref: string) =>
      ({
        'basic-secret': '{"kind":"basic","user":"us\u00e9r","password":"pa:ss"}',
        'bearer-secret': '{"kind":"bearer","token":"abc"}',
        'header-secret': '{"kind":"header","name":"X-Api-Key","value":"k1"}',
        'bad-secret': '{"kind":"basic","user":"tell-nobody"}',
      })[ref] ?? null,
  };

  it.each([
    ['basic-secret', 'authorization', `Basic ${Buffer.from('us\u00e9r:pa:ss').toString('base64')}`],
    ['bearer-secret', 'authorization', 'Bearer abc'],
    ['header-secret', 'x-api-key', 'k1'],
  ])('%s becomes the header %s', async (credentialRef, name, value) => {
    const own = fetcherOf({ secrets });
    await own.fetch(feedAt('/302', { credentialRef }), null);
    await own.close();
    expect(server.seen.map(({ headers }) => headers[name])).toEqual([value, value]);
  });

  it('stay behind when a redirect leads to another host', async () => {
    const other = await startLoopbackServer();
    server.play('/elsewhere', answer(302, { location: `${other.url}/feed` }));
    const own = fetcherOf({ secrets });
    expectKind(await own.fetch(feedAt('/elsewhere', { credentialRef: 'bearer-secret' }), null), 'fetched');
    await own.close();
    await other.close();
    expect(server.seen[0]!.headers.authorization).toBe('Bearer abc');
    expect(other.seen[0]!.headers.authorization).toBeUndefined();
  });

  it.each([
    ['no-secret', 'no secret named "no-secret"'],
    ['bad-secret', 'must be {"kind":"basic"'],
  ])('with %s nothing is sent, and the reason says so without the secret', async (credentialRef, words) => {
    const own = fetcherOf({ secrets });
    const result = expectKind(await own.fetch(feedAt('/feed', { credentialRef }), null), 'failed');
    await own.close();
    expect(result.reason).toContain(words);
    expect(result.reason).not.toContain('tell-nobody');
    expect(server.seen).toEqual([]);
  });

  it('in the address itself are refused', async () => {
    const feed = feedAt('/feed', { url: `http://user:word@${server.host}/feed` });
    expect(expectKind(await fetcher.fetch(feed, null), 'failed').reason).toContain('credentialRef');
    expect(server.seen).toEqual([]);
  });
});

describe('connections', () => {
  it('that the server closed in the meantime are no failure: it is asked once more, on a new one', async () => {
    const lone = await startLoopbackServer();
    const own = fetcherOf();
    const answered = new WeakSet<object>();
    lone.play('/own', (request, response) => {
      if (answered.has(request.socket)) return void request.socket.destroy();
      answered.add(request.socket);
      response.writeHead(200).end(FEED_BODY);
    });
    const feed = feedAt('', { url: `${lone.url}/own` });
    for (let n = 0; n < 3; n += 1) expectKind(await own.fetch(feed, null), 'fetched');
    expect(lone.seen).toHaveLength(5);
    await own.close();
    await lone.close();
  });

  it('one host has one, and its requests go one after the other', async () => {
    const lone = await startLoopbackServer();
    const own = fetcherOf();
    lone.play('/slow', (_request, response) => void setTimeout(() => response.writeHead(200).end(FEED_BODY), 30));
    const feed = feedAt('', { url: `${lone.url}/slow` });
    await Promise.all([1, 2, 3].map(() => own.fetch(feed, null)));
    expect([lone.connections(), lone.mostAtOnce()]).toEqual([1, 1]);
    await own.close();
    await lone.close();
  });

  it('names that do not resolve are laid to the machine while nothing answers, and to the feed once another server did', async () => {
    const resolve = ((_name: string, _options: object, callback: (error: Error) => void) =>
      callback(Object.assign(new Error('no'), { code: 'EAI_AGAIN' }))) as never;
    const own = fetcherOf({ resolve });
    const lost = feedAt('', { url: 'https://feeds.example/rss' });
    expect(await own.fetch(lost, null)).toMatchObject({ kind: 'failed', scope: 'machine' });
    await own.fetch(feedAt('/feed'), null);
    expect(await own.fetch(lost, null)).toMatchObject({ kind: 'failed', scope: 'feed' });
    await own.close();
  });
});
