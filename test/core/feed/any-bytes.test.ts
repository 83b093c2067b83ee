import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FeedParseError } from '../../../core/feed/feed-parse-error.ts';
import { parseFeed } from '../../../core/feed/parse.ts';
import type { ParsedFeed } from '../../../core/feed/parsed-feed.ts';

const folder = new URL('../../fixtures/feeds/', import.meta.url);
const seeds = readdirSync(folder)
  .filter((name) => /\.(xml|feed)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder)));

/** NUL, C0 controls, DEL and halves of surrogate pairs. */
const UNCLEAN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* texts(one);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* texts(one);
}

const NULLABLE = ['title', 'link', 'guid', 'published', 'updated', 'summary', 'content', 'language', 'unreadableDate'] as const;

function expectClean(feed: ParsedFeed): void {
  for (const text of texts(feed)) expect(UNCLEAN.test(text), JSON.stringify(text)).toBe(false);
  for (const item of feed.items) {
    for (const key of NULLABLE) expect(item[key] === null || (typeof item[key] === 'string' && item[key] !== ''), key).toBe(true);
    for (const date of [item.published, item.updated]) if (date !== null) expect(new Date(date).toISOString()).toBe(date);
    expect([...item.authors, ...item.categories].every((text) => typeof text === 'string' && text !== '')).toBe(true);
  }
}

async function expectFeedOrError(bytes: Uint8Array, contentType?: string): Promise<void> {
  const answer = await parseFeed(bytes, contentType === undefined ? {} : { contentType }).catch((error: unknown) => error);
  if (answer instanceof FeedParseError) {
    expect(answer.message.length).toBeGreaterThan(10);
    expect(answer.code).not.toBe('unreadable');
  } else expectClean(answer as ParsedFeed);
}

/** A piece of what a damaged feed is made of. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'<rss>|<channel>|<item>|</item>|<entry>|</entry>|<feed xmlns="http://www.w3.org/2005/Atom">|<title>|</title>|<link>|<link href="|"|\'|>|/>|<|&|;|&#|&#x|]]>|<![CDATA[|<!--|-->|<?|?>|<!DOCTYPE a [|<!ENTITY a "b">|<description>|</description>|<content type="xhtml">|</content>|<pubDate>|xmlns:a="b"|xml:base="c"|{"items":[{|\\u0000|\0|\x0b|\x85|\ud83d'.split(
      '|',
    ),
  ),
  fc.string({ maxLength: 8 }),
);

describe('no bytes', () => {
  test('make the parser throw anything but its own error, or give a field that is not clean', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => expectFeedOrError(bytes)),
      { numRuns: 300 },
    );
  });

  test('do so when they look like a feed', async () => {
    const soup = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
    const item = fc
      .tuple(soup, soup, soup)
      .map(
        ([title, body, rest]) =>
          `<item><title>a${title}</title><link>https://x.example/1</link><description>b${body}</description>${rest}</item>`,
      );
    const feed = fc.tuple(soup, item, item).map(([head, one, two]) => Buffer.from(`<rss><channel>${head}${one}${two}</channel></rss>`));
    await fc.assert(
      fc.asyncProperty(feed, (bytes) => expectFeedOrError(bytes)),
      { numRuns: 500 },
    );
  });

  test('do so when they are a feed with bytes changed, cut out and put in, in whatever charset is claimed', async () => {
    const charset = fc.constantFrom('utf-8', 'windows-1251', 'gbk', 'shift_jis', 'utf-16', 'iso-2022-jp', 'nonsense');
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(20), put: fc.uint8Array({ maxLength: 6 }) });
    const damaged = fc.tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 6 })).map(([seed, edits]) =>
      edits.reduce<Buffer>((bytes, { at, cut, put }) => {
        const start = Math.floor(at * bytes.length);
        return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + cut)]);
      }, seed),
    );
    await fc.assert(
      fc.asyncProperty(damaged, charset, (bytes, name) => expectFeedOrError(bytes, `text/xml; charset=${name}`)),
      { numRuns: 500 },
    );
  });
});

test('a feed cannot reach the prototype of anything', async () => {
  await parseFeed(
    Buffer.from(
      '<rss><channel><item><__proto__><polluted>1</polluted></__proto__><constructor><prototype/></constructor></item></channel></rss>',
    ),
  );
  await parseFeed(Buffer.from('{"version":"1","title":"T","__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1},"id":"1"}]}'));

  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
