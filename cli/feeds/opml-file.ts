import { readFileSync } from 'node:fs';
import { type ListedFeed, readOpml, writeOpml } from '../../core/feed/opml.ts';
import { EXIT, UsageError } from '../command.ts';
import { feedsOf } from '../local/load-config.ts';
import type { FeedsTurn } from './feed-tools.ts';
import { checkEntry, type FeedEntry, findByUrl, freeId, hasId, readFeedsFile, writeFeedsFile } from './feeds-file.ts';

/** Adds the feeds of an OPML file ("-" = standard input) that are not there yet. Done twice it changes nothing. */
export async function importOpml({ folder, io, arguments: [path, ...rest] }: FeedsTurn): Promise<number> {
  if (path === undefined || rest.length > 0) throw new UsageError('import-opml: wanted one OPML file, or - for standard input');
  const listed = readOpml(path === '-' ? await readAll(io.stdin) : readFileSync(path, 'utf8'));
  const file = readFeedsFile(folder);
  const entries = [...file.entries];
  let refused = 0;
  for (const feed of listed) {
    if (findByUrl(entries, feed.url) !== null) continue;
    try {
      entries.push(checkEntry(entryFor(feed, entries)));
    } catch (error) {
      refused += 1;
      io.stderr.write(`left out: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const added = entries.length - file.entries.length;
  if (added > 0) writeFeedsFile(file, entries);
  io.stdout.write(
    `${listed.length} feeds in the file: ${added} added, ${listed.length - added - refused} there already, ${refused} left out\n`,
  );
  return refused > 0 ? EXIT.failed : EXIT.ok;
}

/** Writes all feeds of the config as OPML to standard output. Credentials have no place in a list that is handed on. */
export async function exportOpml({ config, io }: FeedsTurn): Promise<number> {
  const feeds = feedsOf(config).map((feed) => ({
    ...feed,
    title: feed.outlet,
    intervalMinutes: feed.intervalMinutes === config.polling.intervalMinutes ? null : feed.intervalMinutes,
  }));
  io.stdout.write(`${writeOpml(feeds).trimEnd()}\n`);
  return EXIT.ok;
}

function entryFor(feed: ListedFeed, entries: readonly unknown[]): FeedEntry {
  const host = URL.canParse(feed.url) ? new URL(feed.url).hostname.replace(/^www\./, '') : feed.url;
  const isFree = feed.id !== null && !entries.some((entry) => hasId(entry, feed.id ?? ''));
  return {
    id: isFree && feed.id !== null ? feed.id : freeId(entries, [feed.title, host]),
    url: feed.url,
    outlet: feed.title ?? host,
    sourceKind: feed.sourceKind ?? 'press',
    ...(feed.lang === null ? {} : { lang: feed.lang }),
    ...(feed.intervalMinutes === null ? {} : { intervalMinutes: feed.intervalMinutes }),
    ...(feed.isEnabled ? {} : { isEnabled: false }),
  };
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
