/** One reader of the fleet, in a process of its own: `tsx bench/load/reader.ts NAME`, urls on stdin, a line "round" for each round; answers with one JSON line each. */
import { createInterface } from 'node:readline';
import Parser from 'rss-parser';
import { createFeedFetcher } from '../../adapters/http/feed-fetcher.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { systemIds } from '../../adapters/local/ids.ts';
import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import { systemRandom } from '../../adapters/local/random.ts';
import { codeItem } from '../../core/coding/code-item.ts';
import { buildLexicon } from '../../core/coding/lexicon/lexicon.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { parseFeed } from '../../core/feed/parse.ts';
import { pollFeeds } from '../../core/pipeline/poll-feeds.ts';

type Reader = () => Promise<{ readonly feeds: number; readonly items: number }>;

/** Our pipeline after the schedule: fetch, parse, what is new, code, develop, commit, state; the store in memory. */
function summitwire(urls: readonly string[]): Reader {
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const lexicon = buildLexicon();
  const fetcher = createFeedFetcher({
    clock: systemClock,
    allowLoopback: true,
    secrets: { read: async () => null },
    contactUrl: 'https://example.org',
  });
  const feeds: Feed[] = urls.map((url, index) => ({
    id: `f${index}`,
    url,
    outlet: `Outlet ${index}`,
    sourceKind: 'press',
    lang: 'en',
    intervalMinutes: 10,
    credentialRef: null,
    isEnabled: true,
  }));
  const ports = {
    ...{
      store: openMemoryStore(),
      clock: systemClock,
      ids: systemIds,
      random: systemRandom,
      log: silent,
      fetcher,
      bounds: { minMinutes: 5, maxMinutes: 10 },
    },
    parser: {
      parse: (bytes: Uint8Array, hints: { contentType: string | null; url: string }) =>
        parseFeed(bytes, { url: hints.url, ...(hints.contentType === null ? {} : { contentType: hints.contentType }) }),
    },
    code: (input: Parameters<typeof codeItem>[0]) => codeItem(input, lexicon),
    tellFeedHealth: async () => {},
    pause: async () => {},
  };
  return async () => {
    const { reports } = await pollFeeds(feeds, ports, { deadline: '9999', hostSpacingMs: 0, concurrency: 25, worker: 'bench' });
    return {
      feeds: reports.filter(({ outcome }) => outcome !== 'failed').length,
      items: reports.reduce((n, { newItems }) => n + newItems, 0),
    };
  };
}

/** What most people write: fetch, parse, look at the guids. No validators, no repair, no coding. */
function rssParserLoop(urls: readonly string[]): Reader {
  const seen = new Set<string>();
  return async () => {
    const queue = [...urls];
    const done = { feeds: 0, items: 0 };
    const worker = async (): Promise<void> => {
      for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
        const feed = await new Parser().parseURL(url);
        done.feeds += 1;
        done.items += feed.items.filter(({ guid }) => !seen.has(String(guid))).length;
        for (const { guid } of feed.items) seen.add(String(guid));
      }
    };
    await Promise.all(Array.from({ length: 25 }, worker));
    return done;
  };
}

const READERS: Readonly<Record<string, (urls: readonly string[]) => Reader>> = { summitwire, 'rss-parser loop': rssParserLoop };

let reader: Reader | null = null;
for await (const line of createInterface({ input: process.stdin })) {
  if (reader === null) {
    reader = READERS[process.argv[2] ?? '']?.(JSON.parse(line)) ?? null;
    continue;
  }
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const done = await reader();
  const used = process.cpuUsage(cpu);
  process.stdout.write(
    `${JSON.stringify({ ...done, wallMs: performance.now() - wall, cpuMs: (used.user + used.system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 })}\n`,
  );
}
process.exit(0);
