import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { answer, FEED_BODY, type LoopbackServer, rssOf, startLoopbackServer } from '../adapters/http/loopback-server.ts';

let server: LoopbackServer;
let folder = '';

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'summitwire-feeds-'));
  const settings = { polling: { allowLoopback: true, hostSpacingMs: 0 }, storage: { path: join(folder, 'data') }, server: { port: 0 } };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  writeFeeds([]);
  return () => rmSync(folder, { recursive: true, force: true });
});

const writeFeeds = (feeds: readonly object[]): void => writeFileSync(join(folder, 'feeds.json'), JSON.stringify(feeds));
const feedsText = (): string => readFileSync(join(folder, 'feeds.json'), 'utf8');
const feeds = (): { id: string; url: string }[] => JSON.parse(feedsText());
const entry = (id: string, path: string, part = {}) => ({ id, url: `${server.url}${path}`, outlet: id, sourceKind: 'press', ...part });

async function run(args: readonly string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const read = (stream: PassThrough): string => String(stream.read() ?? '');
  const code = await main([...args, '--config', folder], { stdin: Readable.from([stdin]), stdout, stderr, env: {} });
  return { code, out: read(stdout), err: read(stderr) };
}

describe('feeds check', () => {
  it('says in one line what each feed would give, in order, and exits 1 when one cannot be read', async () => {
    server.play('/whole', answer(200, { etag: '"1"', 'last-modified': 'then' }, rssOf(['One', 'Two'], '<ttl>60</ttl>')));
    server.play('/page', answer(200, { 'content-type': 'text/html' }, '<!doctype html><html><body>Hello</body></html>'));
    writeFeeds([
      entry('whole', '/whole'),
      entry('gone-one', '/410'),
      entry('page', '/page'),
      entry('moved', '/301'),
      entry('off', '/404', { isEnabled: false }),
    ]);
    const { code, out, err } = await run(['feeds', 'check']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^whole {5}rss, 2 items, no dates, ETag \+ Last-Modified: .*2 items without a date/);
    expect(lines[0]).toContain('asks to be polled every 60 minutes');
    expect(lines[1]).toMatch(/^gone-one {2}FAILED: .*410/);
    expect(lines[2]).toMatch(/^page {6}FAILED: /);
    expect(lines[3]).toContain(`it has moved to ${server.url}/feed`);
    expect(lines).toHaveLength(4);
    expect(err).toContain('2 of 4 feeds cannot be read');
    expect(code).toBe(1);
  });

  it('checks the feeds that are named, and addresses that are in no config', async () => {
    writeFeeds([entry('one', '/feed'), entry('two', '/404')]);
    const { code, out } = await run(['feeds', 'check', 'one', `${server.url}/gzip`, '--json']);
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { feedId: 'one', isGood: true, items: 2 },
      { feedId: `${server.url}/gzip`, isGood: true },
    ]);
    expect((await run(['feeds', 'check', 'nowhere'])).code).toBe(2);
  });

  it('says feed by feed what is wrong where nothing can be reached, and points to the demo', async () => {
    writeFeeds([
      { ...entry('one', ''), url: 'http://127.0.0.1:1/' },
      { ...entry('two', ''), url: 'http://127.0.0.1:1/two' },
    ]);
    const { code, out, err } = await run(['feeds', 'check']);
    expect(out.trimEnd().split('\n')).toEqual([
      'one   FAILED: the server refuses connections',
      'two   FAILED: the server refuses connections',
    ]);
    expect(err).toContain('npm run demo');
    expect(code).toBe(1);
  });
});

describe('feeds add', () => {
  it('adds a feed under a name of its own, one line a feed, and leaves the others as they are', async () => {
    writeFileSync(
      join(folder, 'feeds.json'),
      '[\n  {"id": "other", "url": "https://other.example/rss", "outlet": "Other", "sourceKind": "press", "lang": "en"}\n]\n',
    );
    const { code, out } = await run(['feeds', 'add', `${server.url}/feed`, '--kind', 'agency', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('added "example-wire"');
    expect(feedsText()).toBe(`[
  {"id": "other", "url": "https://other.example/rss", "outlet": "Other", "sourceKind": "press", "lang": "en"},
  {"id": "example-wire", "url": "${server.url}/feed", "outlet": "Example Wire", "sourceKind": "agency", "lang": "en"}
]
`);
  });

  it('done twice adds once, also with another scheme or a trailing slash', async () => {
    await run(['feeds', 'add', `${server.url}/feed`]);
    const { code, out } = await run(['feeds', 'add', `${server.url}/feed/?utm_source=x`]);
    expect([code, out]).toEqual([0, expect.stringContaining('there already, as "example-wire"')]);
    expect(feeds()).toHaveLength(1);
  });

  it('finds the feed that a page names, and says which others it names', async () => {
    const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
    server.play(
      '/site',
      answer(
        200,
        { 'content-type': 'text/html' },
        `<!doctype html><html><head>${link('/404')}${link('/feed')}${link('/more')}</head></html>`,
      ),
    );
    const { code, err } = await run(['feeds', 'add', `${server.url}/site`]);
    expect(code).toBe(0);
    expect(feeds()[0]?.url).toBe(`${server.url}/feed`);
    expect(err).toContain(`${server.url}/more`);
  });

  it('looks where feeds usually stand when the page names none', async () => {
    server.play('/plain', answer(200, { 'content-type': 'text/html' }, '<!doctype html><html><body>No links</body></html>'));
    await run(['feeds', 'add', `${server.url}/plain`]);
    expect(feeds()[0]?.url).toBe(`${server.url}/feed`);
  });

  it('adds nothing that cannot be read, unless it is told to', async () => {
    const refused = await run(['feeds', 'add', `${server.url}/404`]);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--unchecked') });
    expect(feeds()).toEqual([]);
    expect((await run(['feeds', 'add', `${server.url}/404`, '--unchecked'])).code).toBe(0);
    expect(feeds()).toHaveLength(1);
  });

  it.each([
    [['feeds', 'add']],
    [['feeds', 'add', 'wire.example']],
    [['feeds', 'add', 'ftp://wire.example/']],
    [['feeds', 'nothing']],
    [['feeds', 'list', '--wrong']],
  ])('%j is wrong use', async (args) => {
    expect((await run(args)).code).toBe(2);
  });
});

describe('feeds remove', () => {
  it('removes by id or address, and nothing when one of them is unknown', async () => {
    writeFeeds([entry('one', '/1'), entry('two', '/2'), entry('three', '/3')]);
    expect((await run(['feeds', 'remove', 'one', 'four'])).code).toBe(1);
    expect(feeds()).toHaveLength(3);
    expect((await run(['feeds', 'remove', 'one', `${server.url}/2`])).code).toBe(0);
    expect(feeds().map(({ id }) => id)).toEqual(['three']);
  });
});

describe('OPML', () => {
  it('goes out and comes in again: nothing twice, nothing lost', async () => {
    writeFeeds([entry('one', '/1', { lang: 'en', intervalMinutes: 30 }), entry('two', '/2', { sourceKind: 'official', isEnabled: false })]);
    const before = feeds();
    const { out } = await run(['feeds', 'export-opml']);
    expect((await run(['feeds', 'import-opml', '-'], out)).out).toContain('0 added, 2 there already');
    writeFeeds([]);
    expect((await run(['feeds', 'import-opml', '-'], out)).out).toContain('2 added');
    expect(feeds()).toEqual(before);
  });

  it('names what it leaves out and takes the rest', async () => {
    const opml =
      '<opml version="2.0"><body><outline text="Bad" xmlUrl="gopher://old.example/"/><outline text="Good" xmlUrl="https://good.example/rss"/></body></opml>';
    const { code, out, err } = await run(['feeds', 'import-opml', '-'], opml);
    expect([code, out]).toEqual([1, expect.stringContaining('1 added, 0 there already, 1 left out')]);
    expect(err).toContain('gopher://old.example/');
    expect(feeds().map(({ id }) => id)).toEqual(['good']);
  });
});

describe('poll --once and feeds list', () => {
  it('poll, store, and show how the feeds do', async () => {
    server.play('/own', answer(200, { etag: '"1"' }, FEED_BODY));
    writeFeeds([entry('own', '/own'), entry('lost', '/404'), entry('off', '/1', { isEnabled: false })]);
    const polled = await run(['poll', '--once']);
    expect(polled.out).toContain('own: first read: 2 items');
    expect(polled.out).toMatch(/lost: FAILED: .*404/);
    expect(polled.code).toBe(0);
    const { out } = await run(['feeds', 'list', '--json']);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 'own', health: 'healthy', failures: 0, drift: null },
      { id: 'lost', health: 'failing', failures: 1, lastError: expect.stringContaining('404') },
      { id: 'off', health: 'off' },
    ]);
    const table = await run(['feeds']);
    expect(table.out).toMatch(/own +healthy/);
    expect(table.out).toMatch(/lost +failing .*404/);
  });

  it('poll without --once is wrong use', async () => {
    expect((await run(['poll'])).code).toBe(2);
  });
});
