import { expect, test } from 'vitest';
import { parseFeed } from '../../../core/feed/parse.ts';
import type { ParsedFeed } from '../../../core/feed/parsed-feed.ts';

const COUNT = 6;
const numbers = Array.from({ length: COUNT }, (_, at) => at + 1);

/** Each row: a feed of six items, and what ends one of them. */
const FEEDS: readonly (readonly [name: string, text: string, itemEnd: string])[] = [
  [
    'RSS',
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Тест &amp; é</title>${numbers
      .map(
        (n) =>
          `<item><title>Título ${n} 💬</title><link>https://c.example/${n}</link><description><![CDATA[<p>Wörter</p>]]></description></item>`,
      )
      .join('\n')}</channel></rss>`,
    '</item>',
  ],
  [
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${numbers
      .map(
        (n) =>
          `<entry><title type="html">Título ${n} 💬</title><link href="https://c.example/${n}"/><content type="xhtml"><div>a <b>b</b></div></content></entry>`,
      )
      .join('\n')}</feed>`,
    '</entry>',
  ],
  [
    'JSON',
    `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[${numbers
      .map((n) => `{"id":"${n}","title":"Título ${n} 💬","url":"https://c.example/${n}","authors":[{"name":"A"}]}`)
      .join(',')}]}`,
    '}]}',
  ],
];

const whole = (text: string, itemEnd: string): number => text.split(itemEnd).length - 1;
const isWhole = (feed: ParsedFeed, n: number): boolean =>
  feed.items[n - 1]?.title === `Título ${n} 💬` && feed.items[n - 1]?.link === `https://c.example/${n}`;

test.each(FEEDS)('a %s feed that is cut at any byte loses no item that came whole, and always gets an answer', async (_, text, itemEnd) => {
  const bytes = Buffer.from(text);
  for (let length = 0; length <= bytes.length; length++) {
    const cut = bytes.subarray(0, length);
    const complete = Math.min(whole(cut.toString(), itemEnd), COUNT);
    const feed = await parseFeed(cut).catch(() => null);

    const found = feed === null ? 0 : numbers.filter((n) => isWhole(feed, n)).length;
    expect(found, `cut at byte ${length} of ${bytes.length}`).toBeGreaterThanOrEqual(complete);
    expect(feed?.items.length ?? 0).toBeLessThanOrEqual(complete + 1);
  }
});

test('a packed feed that is cut at any byte always gets an answer', async () => {
  const { gzipSync } = await import('node:zlib');
  const bytes = gzipSync(FEEDS[0]![1]);
  const answers = await Promise.allSettled(Array.from({ length: bytes.length }, (_, length) => parseFeed(bytes.subarray(0, length))));

  expect(answers).toHaveLength(bytes.length);
  expect(answers.some((answer) => answer.status === 'fulfilled')).toBe(true);
});
