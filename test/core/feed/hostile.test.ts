import { describe, expect, test } from 'vitest';
import { FeedParseError } from '../../../core/feed/feed-parse-error.ts';
import { htmlToText } from '../../../core/feed/html-to-text.ts';
import { parseFeed } from '../../../core/feed/parse.ts';
import { HOSTILE_INPUTS } from './hostile-inputs.ts';

/** Large enough that a search repeated over the whole text shows: it runs at gigabytes a second. */
const UNIT = 500_000;
/** Four times the input may take this many times as long; quadratic time would take sixteen times. Garbage collection and neighbours need room. */
const MOST_GROWTH = 8.5;
/** Below this, the clock says more about the machine than about the parser. */
const NOTICEABLE_MS = 40;
const TRIES = 4;

/** CPU time of one parse and of making text of what came out. */
async function cost(text: string): Promise<number> {
  const bytes = Buffer.from(text);
  const start = process.cpuUsage();
  const feed = await parseFeed(bytes).catch((error: unknown) => {
    if (!(error instanceof FeedParseError)) throw error;
    return null;
  });
  for (const item of feed?.items.slice(0, 10) ?? []) htmlToText(item.summary ?? '');
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How many times longer four times the input takes; all three sizes must agree, so that one slow moment does not decide. */
async function growth(make: (size: number) => string): Promise<number> {
  const small = await cost(make(UNIT));
  const middle = await cost(make(2 * UNIT));
  const large = await cost(make(4 * UNIT));
  if (large < NOTICEABLE_MS) return 1;
  return Math.min(large / Math.max(small, 4), (large / Math.max(middle, 8)) ** 2);
}

describe('time grows with the size of the input, not with its square:', () => {
  test.each(HOSTILE_INPUTS)('$name', async ({ make }) => {
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < TRIES && best > MOST_GROWTH; attempt++) best = Math.min(best, await growth(make));

    expect(best).toBeLessThan(MOST_GROWTH);
  });
});

test('declared entities are not expanded without bound', async () => {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  const laughs = `<!DOCTYPE rss [<!ENTITY l0 "lol">${levels}]><rss><channel><item><title>&l9;</title></item></channel></rss>`;
  const often = `<!DOCTYPE rss [<!ENTITY e "${'x'.repeat(1900)}">]><rss><channel><item><description>${'&e;'.repeat(100_000)}</description></item></channel></rss>`;

  expect((await parseFeed(Buffer.from(laughs))).items[0]?.title?.length).toBeLessThan(100);
  expect((await parseFeed(Buffer.from(often))).items[0]?.summary?.length).toBeLessThan(1_500_000);
});

test('an item after a hundred thousand open elements is still read', async () => {
  const feed = await parseFeed(
    Buffer.from(`<rss><channel><item><title>One</title>${'<a>'.repeat(100_000)}</item><item><title>Two</title></item></channel></rss>`),
  );

  expect(feed.items.map(({ title }) => title)).toEqual(['One', 'Two']);
});
