import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FeedParseError } from '../../../core/feed/feed-parse-error.ts';
import { parseFeed } from '../../../core/feed/parse.ts';

const folder = new URL('../../fixtures/feeds/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => /\.(xml|feed)$/.test(name));
const read = (name: string): Buffer => readFileSync(new URL(name, folder));

/** `name.xml` beside `name.json`; JSON Feeds are `name.feed` beside `name.expected.json`. What the expectation does not name is not asked. */
const expected = (name: string): Record<string, unknown> & { items: unknown[] } =>
  JSON.parse(read(name.replace(/\.xml$/, '.json').replace(/\.feed$/, '.expected.json')).toString());

describe('parseFeed', () => {
  test.each(fixtures)('reads %s as its pair says', async (name) => {
    const feed = await parseFeed(read(name));

    expect(feed).toMatchObject(expected(name));
    expect(feed.items).toHaveLength(expected(name).items.length);
  });

  test.each(fixtures)('reads %s the same when it comes packed, in UTF-16 or with a byte order mark', async (name) => {
    const bytes = read(name);
    const utf16 = Buffer.from(`\ufeff${bytes.toString().replace(/(<\?xml[^>]*encoding=")[^"]+/, '$1UTF-16')}`, 'utf16le');
    const plain = await parseFeed(bytes);

    for (const body of [gzipSync(bytes), utf16, Buffer.concat([Buffer.from('\ufeff'), bytes])]) {
      expect((await parseFeed(body)).items).toEqual(plain.items);
    }
  });

  test('resolves relative links against the address of the feed', async () => {
    const feed = await parseFeed(Buffer.from('<rss version="2.0"><channel><item><link>/1</link></item></channel></rss>'), {
      url: 'https://there.example/feeds/all.xml',
    });

    expect(feed.items[0]?.link).toBe('https://there.example/1');
  });

  test('answers the same whatever it parsed before', async () => {
    const good = Buffer.from('<rss version="2.0"><channel><item><title>One</title></item></channel></rss>');
    const first = await parseFeed(good);

    await parseFeed(Buffer.from('<?xml version="1.0"?>')).catch(() => null);
    await parseFeed(Buffer.from('<rss><channel><item><title>Cut')).catch(() => null);

    expect(await parseFeed(good)).toEqual(first);
  });

  test.each([
    ['nothing', '', 'empty', /empty/],
    ['white space', ' \n ', 'empty', /empty/],
    ['an HTML page', '<!doctype html><html><head><title>News</title></head><body><p>x</p></body></html>', 'html_page', /HTML page/],
    ['plain text', 'Too many requests', 'not_a_feed', /plain text/],
    ['a sitemap', '<?xml version="1.0"?><sitemapindex><sitemap><loc>x</loc></sitemap></sitemapindex>', 'not_a_feed', /sitemap/],
    ['an OPML list', '<opml version="2.0"><body/></opml>', 'not_a_feed', /OPML/],
    ['an SVG image', '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', 'not_a_feed', /SVG/],
    ['other XML', '<note><to>Ada</to></note>', 'not_a_feed', /no RSS, RDF or Atom/],
    ['only a prolog', '<?xml version="1.0" encoding="utf-8"?>', 'not_a_feed', /no RSS/],
    ['other JSON', '{"error":"rate limited"}', 'not_a_feed', /no JSON Feed/],
    ['a JSON list', '[1, 2]', 'not_a_feed', /JSON list/],
    ['broken JSON', '{"version": "1", "items"', 'bad_json', /cannot be read as JSON/],
    ['a binary file', '\u0089PNG\r\n\u001a\n\u0000\u0001\ufffd\ufffd', 'not_a_feed', /binary/],
  ])('refuses %s and says what it is', async (_, body, code, message) => {
    const error = await parseFeed(Buffer.from(body)).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(FeedParseError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('refuses a body that is too large, packed or not', async () => {
    const large = Buffer.alloc(11 * 1024 * 1024, ' ');

    await expect(parseFeed(large)).rejects.toMatchObject({ code: 'too_large' });
    await expect(parseFeed(gzipSync(large))).rejects.toMatchObject({ code: 'too_large' });
  });

  test('reads a packed body that was cut as far as it goes', async () => {
    const items = Array.from({ length: 400 }, (_, at) => `<item><title>Item ${at} ${Math.sin(at)}</title></item>`).join('');
    const packed = gzipSync(`<rss version="2.0"><channel>${items}</channel></rss>`);

    const feed = await parseFeed(packed.subarray(0, Math.floor(packed.length / 2)));

    expect(feed.items.length).toBeGreaterThan(50);
    expect(feed.repairs).toContain('the document ends early');
  });

  test('says how many items it left out of a feed that is too long', async () => {
    const feed = await parseFeed(
      Buffer.from(`<rss version="2.0"><channel>${'<item><title>x</title></item>'.repeat(10_007)}</channel></rss>`),
    );

    expect(feed.items).toHaveLength(10_000);
    expect(feed.dropped).toEqual({ count: 7, reasons: ['7 items beyond the first 10000: the feed is too long'] });
  });
});
