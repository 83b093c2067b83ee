import { existsSync, readFileSync } from 'node:fs';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import Parser from 'rss-parser';
import { parseFeed } from '../core/feed/parse.ts';

/**
 * Throughput of our parser beside raw rss-parser (new for each feed, as the hostile web demands, and reused) and feedsmith:
 * bytes in, items out, warm, in turns within one run and by CPU time, so that neighbours disturb little; only the ratios count. Feeds: the real ones of ../shared/feeds
 * with 15 items or more where they are at hand, else feeds that we write.
 */
const ROUNDS = 9;
const FEWEST_ITEMS = 15;

type Sample = { readonly bytes: Uint8Array; readonly contentType: string | undefined };
type Engine = { readonly name: string; readonly parse: (sample: Sample) => Promise<number> };

const folder = new URL('../../shared/feeds/', import.meta.url);
const cases = new URL('cases.jsonl', folder);

async function realFeeds(): Promise<readonly Sample[]> {
  const seen = new Set<string>();
  const samples: Sample[] = [];
  for (const line of readFileSync(cases, 'utf8').split('\n').filter(Boolean)) {
    const one = JSON.parse(line);
    if (one.base !== undefined || one.real !== true) continue;
    const bytes = one.file === undefined ? Buffer.from(one.bytes_base64, 'base64') : readFileSync(new URL(one.file, folder));
    const key = bytes.toString('latin1');
    if (seen.has(key)) continue;
    seen.add(key);
    const items = await parseFeed(bytes).then(
      (feed) => feed.items.length,
      () => 0,
    );
    if (items >= FEWEST_ITEMS) samples.push({ bytes, contentType: one.contentType });
  }
  return samples;
}

/** Feeds of the same shape: 50 items with a title, a link, a guid, a date and some kilobytes of markup. */
function writtenFeeds(): readonly Sample[] {
  return Array.from({ length: 40 }, (_, feed) => {
    const body = '<p>The two delegations met &amp; spoke for <b>three hours</b>, a spokesman said.</p>'.repeat(1 + (feed % 40));
    const items = Array.from(
      { length: 50 },
      (__, at) =>
        `<item><title>Item ${at} of ${feed}</title><link>https://example.org/${feed}/${at}</link><guid isPermaLink="false">${feed}-${at}</guid>` +
        `<pubDate>Mon, 03 Nov 2025 ${String(at % 24).padStart(2, '0')}:00:00 +0100</pubDate><description>${at % 2 ? `<![CDATA[${body}]]>` : body.replaceAll('<', '&lt;')}</description></item>`,
    );
    const xml = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>https://example.org/</link>${items.join('\n')}</channel></rss>`;
    return { bytes: Buffer.from(xml), contentType: undefined };
  });
}

const reused = new Parser({ defaultRSS: 2 });
const rssParser = (parser: () => Parser) => async (sample: Sample) =>
  (await parser().parseString(Buffer.from(sample.bytes).toString('utf8'))).items.length;

const ENGINES: readonly Engine[] = [
  {
    name: 'summitwire',
    parse: async ({ bytes, contentType }) => (await parseFeed(bytes, contentType ? { contentType } : {})).items.length,
  },
  { name: 'rss-parser, new for each feed', parse: rssParser(() => new Parser({ defaultRSS: 2 })) },
  { name: 'rss-parser, reused', parse: rssParser(() => reused) },
  {
    name: 'feedsmith',
    parse: async ({ bytes }) => {
      const { feed } = parseWithFeedsmith(Buffer.from(bytes).toString('utf8'));
      return ('items' in feed ? feed.items?.length : 'entries' in feed ? feed.entries?.length : 0) ?? 0;
    },
  },
];

const isReal = existsSync(cases);
const samples = isReal ? await realFeeds() : writtenFeeds();
const megabytes = samples.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
const times = new Map<string, number[]>(ENGINES.map(({ name }) => [name, []]));
const items = new Map<string, number>();
for (let round = 0; round <= ROUNDS; round++) {
  for (const { name, parse } of ENGINES) {
    let found = 0;
    const start = process.cpuUsage();
    for (const sample of samples) found += await parse(sample).catch(() => 0);
    const { user, system } = process.cpuUsage(start);
    if (round > 0) times.get(name)?.push((user + system) / 1e6);
    items.set(name, found);
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const seconds = (name: string): number => median(times.get(name) ?? []);
console.log(
  `${samples.length} ${isReal ? 'real' : 'written'} feeds, ${megabytes.toFixed(1)} MB, median of ${ROUNDS} rounds, per second of CPU time`,
);
console.log('| engine | feeds/s | items/s | MB/s | of raw rss-parser (new) | of raw rss-parser (reused) | items |\n|--|--|--|--|--|--|--|');
for (const { name } of ENGINES) {
  const took = seconds(name);
  const ratio = (other: string): string => (seconds(other) / took).toFixed(2);
  console.log(
    `| ${name} | ${Math.round(samples.length / took)} | ${Math.round((items.get(name) ?? 0) / took)} | ${(megabytes / took).toFixed(1)} | ${ratio('rss-parser, new for each feed')} | ${ratio('rss-parser, reused')} | ${items.get(name)} |`,
  );
}
console.log(`peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
