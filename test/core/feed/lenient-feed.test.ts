import { expect, test } from 'vitest';
import { readLenient } from '../../../core/feed/lenient-feed.ts';

test('the second opinion reads what it can of broken markup', () => {
  const feed = readLenient('<rss><channel><title>T &amp; U</title><item><title>One<link>x</channel>', 'https://l.example/');

  expect(feed).toMatchObject({ format: 'rss', title: 'T & U', repairs: ['read by the lenient reader'] });
  expect(feed?.items).toHaveLength(1);
});

test('its dates, links and texts are as clean as those of the first', () => {
  const item = '<entry><title>&lt;b>One&lt;/b></title><link href="/1"/><id>urn:1</id><updated>nonsense</updated></entry>';
  const feed = readLenient(`<feed>${item}</feed>`, 'https://l.example/');

  expect(feed?.items[0]).toMatchObject({ title: 'One', link: 'https://l.example/1', guid: 'urn:1', published: null });
});

test('it is not asked for markup that is nested deeper than any feed, nor for a body of many megabytes', () => {
  expect(readLenient(`<rss><channel><item><description>${'<b>'.repeat(2000)}</description></item></channel></rss>`, null)).toBeNull();
  expect(readLenient(`<rss><channel><item><title>One</title></item>${' '.repeat(6_000_000)}</channel></rss>`, null)).toBeNull();
});

test('it gives nothing where there are no items', () => {
  expect(readLenient('<p>words</p>', null)).toBeNull();
});
