import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFeedFetcher } from '../../../adapters/http/feed-fetcher.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import type { Feed } from '../../../core/feed/feed.ts';
import { parseFeed } from '../../../core/feed/parse.ts';
import { type PollFeedsPorts, pollFeeds } from '../../../core/pipeline/poll-feeds.ts';
import type { Store } from '../../../core/ports.ts';
import { aPollWorld } from '../../core/pipeline/poll-world.ts';
import { aFeed } from '../../feed-builders.ts';
import { answer, type LoopbackServer, rssOf, startLoopbackServer } from './loopback-server.ts';

let server: LoopbackServer;
beforeEach(async () => {
  server = await startLoopbackServer();
  return () => server.close();
});
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const DEADLINE = '2026-03-09T08:00:00.000Z';
const feedAt = (path: string): Feed => aFeed({ id: `feed${path.replaceAll('/', '-')}`, url: `${server.url}${path}` });

/** The real fetcher and the real parser over a store; each call is a process that has just started. */
function startProcess(store: Store, clock = aPollWorld().clock): PollFeedsPorts & { parses: () => number } {
  let parses = 0;
  const fetcher = createFeedFetcher({
    clock,
    secrets: { read: async () => null },
    contactUrl: 'https://owner.example/',
    allowLoopback: true,
    limits: { wholeMs: 400 },
  });
  closers.push(() => fetcher.close());
  const parser: PollFeedsPorts['parser'] = {
    parse: async (bytes, { url }) => {
      parses += 1;
      return parseFeed(bytes, { url });
    },
  };
  return { ...aPollWorld().ports, store, clock, fetcher, parser, parses: () => parses };
}
const poll = (feeds: readonly Feed[], ports: PollFeedsPorts) =>
  pollFeeds(feeds, ports, { deadline: DEADLINE, hostSpacingMs: 0, concurrency: 4, worker: 'test' });

describe('over HTTP', () => {
  it('validators survive restarts byte for byte, and an unchanged feed is never parsed again', async () => {
    const etag = 'W/"a\u00e9 b\\"c"';
    server.play('/own', (request, response) => {
      const isKnown = request.rawHeaders.includes(etag) && request.rawHeaders.includes('yesterday, about noon');
      response.writeHead(isKnown ? 304 : 200, { etag, 'last-modified': 'yesterday, about noon' }).end(isKnown ? '' : rssOf(['One']));
    });
    const store = openMemoryStore();
    const parses: number[] = [];
    for (let start = 0; start < 5; start += 1) {
      const ports = startProcess(store);
      await poll([feedAt('/own')], ports);
      await poll([feedAt('/own')], ports);
      parses.push(ports.parses());
    }
    expect(parses).toEqual([1, 0, 0, 0, 0]);
    expect(server.seen).toHaveLength(10);
    expect(server.seen.slice(1).every(({ rawHeaders }) => rawHeaders.includes(etag))).toBe(true);
    expect((await store.feeds.readState('feed-own'))?.version).toBe(1);
  });

  it('every misbehaviour is one line of a report, and the good feeds beside them bring their items', async () => {
    const bad = [
      ...['/bomb', '/endless', '/drip-body', '/drip-headers', '/silent', '/broken-off', '/reset', '/no-http', '/empty', '/br-broken'],
      ...['/404', '/403', '/401', '/500', '/429', '/503-seconds', '/loop', '/hops/6', '/nowhere', '/to-ftp', '/to-private', '/to-metadata'],
    ];
    server.play('/page', answer(200, { 'content-type': 'text/html' }, '<!doctype html><html><body><p>Sorry</p></body></html>'));
    const good = ['/feed', '/gzip', '/br', '/deflate', '/gzip-unsaid', '/301', '/302', '/hops/5'];
    const store = openMemoryStore();
    const { reports, unfinished } = await poll([...bad, '/page', ...good].map(feedAt), startProcess(store));
    const byId = new Map(reports.map((report) => [report.feedId, report]));
    for (const path of good) expect(byId.get(feedAt(path).id), path).toMatchObject({ outcome: 'baseline', newItems: 2, reason: null });
    for (const path of [...bad, '/page']) {
      expect(byId.get(feedAt(path).id), path).toMatchObject({ outcome: 'failed', newItems: 0 });
      expect(byId.get(feedAt(path).id)?.reason?.length, path).toBeGreaterThan(10);
      expect(await store.feeds.readState(feedAt(path).id), path).toMatchObject({ failures: 1, baselineAt: null, etag: null });
    }
    expect(unfinished).toEqual([]);
    expect(server.mostAtOnce()).toBe(1);
  });

  it('a page that stands in for the feed loses nothing: its validators are not kept, the next good answer is read whole', async () => {
    const store = openMemoryStore();
    server.play('/own', answer(200, { etag: '"1"' }, rssOf(['One'])));
    const { clock } = aPollWorld();
    await poll([feedAt('/own')], startProcess(store, clock));
    server.play('/own', answer(200, { etag: '"maintenance"' }, '<!doctype html><html><body>Back soon</body></html>'));
    await poll([feedAt('/own')], startProcess(store, clock));
    expect(await store.feeds.readState('feed-own')).toMatchObject({ etag: '"1"', failures: 1 });
    server.play('/own', answer(200, { etag: '"2"' }, rssOf(['Three', 'Two', 'One'].reverse())));
    const { reports } = await poll([feedAt('/own')], startProcess(store, clock));
    expect(reports).toMatchObject([{ outcome: 'live', newItems: 2 }]);
    expect(await store.feeds.readState('feed-own')).toMatchObject({ etag: '"2"', failures: 0, lastError: null });
  });

  it('a feed that has moved for good is asked at its old address for two days, then at its new one', async () => {
    const store = openMemoryStore();
    const { clock } = aPollWorld();
    server.play('/old', answer(301, { location: '/new' }));
    server.play('/new', answer(200, { etag: '"1"' }, rssOf(['One'])));
    const asked: string[][] = [];
    for (let day = 0; day < 4; day += 1) {
      const before = server.seen.length;
      for (let n = 0; n < 2; n += 1) await poll([feedAt('/old')], startProcess(store, clock));
      asked.push(server.seen.slice(before).map(({ path }) => path));
      clock.set(new Date(Date.parse(clock.now()) + 86_400_000).toISOString());
    }
    expect(asked[0]).toEqual(['/old', '/new', '/old', '/new']);
    expect(asked[1]).toEqual(['/old', '/new', '/new']);
    expect(asked[3]).toEqual(['/new', '/new']);
  });

  it('a 410 behind a permanent redirect ends the feed as well, behind a temporary one it is a failure', async () => {
    server.play('/moved', answer(301, { location: '/410' }));
    server.play('/maintenance', answer(302, { location: '/410' }));
    const store = openMemoryStore();
    const outcomes = async () =>
      (await poll(['/moved', '/maintenance'].map(feedAt), startProcess(store))).reports.map(({ feedId, outcome }) => [feedId, outcome]);
    expect(Object.fromEntries(await outcomes())).toEqual({ 'feed-moved': 'gone', 'feed-maintenance': 'failed' });
    expect(Object.fromEntries(await outcomes())).toEqual({ 'feed-moved': 'stopped', 'feed-maintenance': 'failed' });
  });

  it('an ended feed is asked again when its address in the config gets a mark at its end', async () => {
    const store = openMemoryStore();
    server.play('/own', answer(410));
    await poll([feedAt('/own')], startProcess(store));
    server.play('/own', answer(200, { etag: '"1"' }, rssOf(['One'])));
    const again = { ...feedAt('/own'), url: `${server.url}/own#again` };
    expect((await poll([again], startProcess(store))).reports).toMatchObject([{ outcome: 'baseline' }]);
    await poll([again], startProcess(store));
    expect(server.seen.at(-1)?.headers['if-none-match']).toBe('"1"');
  });
});
