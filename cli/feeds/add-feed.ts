import { discoverFeeds, usualFeedUrls } from '../../core/feed/discover-feeds.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { SOURCE_KINDS, type SourceKind } from '../../core/feed/item.ts';
import { type CheckedFeed, checkFeed, type FeedCheck } from '../../core/pipeline/check-feed.ts';
import { EXIT, UsageError } from '../command.ts';
import { lineOf } from './check-feeds.ts';
import { type FeedsTurn, type FeedTools, openFeedTools } from './feed-tools.ts';
import { checkEntry, type FeedEntry, findByUrl, freeId, hasId, readFeedsFile, writeFeedsFile } from './feeds-file.ts';

/** Adds the feed at an address, or the feed that the page there names, to feeds.json. An address that stands there already is left alone. */
export async function addFeed(turn: FeedsTurn): Promise<number> {
  const { io, options } = turn;
  const address = addressFrom(turn.arguments);
  const file = readFeedsFile(turn.folder);
  const known = findByUrl(file.entries, address);
  if (known !== null) return say(turn, `${address} is there already, as "${known.id}"`);
  const found = options.unchecked === true ? unchecked(address) : await find(address, turn);
  if (found === null) return EXIT.failed;
  const same = findByUrl(file.entries, found.url);
  if (same !== null) return say(turn, `${found.url} is there already, as "${same.id}"`);
  const entry = checkEntry(entryFor(found, turn, file.entries));
  if (file.entries.some((other) => hasId(other, entry.id)))
    throw new UsageError(`there is a feed "${entry.id}" already; give another --id`);
  writeFeedsFile(file, [...file.entries, entry]);
  io.stdout.write(`added "${entry.id}" (${entry.outlet}, ${entry.url}) to ${file.path}; it is polled from the next start on\n`);
  return EXIT.ok;
}

const say = ({ io }: FeedsTurn, text: string): number => {
  io.stdout.write(`${text}\n`);
  return EXIT.ok;
};

function addressFrom([address, ...rest]: readonly string[]): string {
  if (address === undefined || rest.length > 0) throw new UsageError('add: wanted one address of a feed or of a page that names it');
  if (!/^https?:\/\/./i.test(address) || !URL.canParse(address)) throw new UsageError(`add ${address}: wanted an http or https address`);
  return address;
}

type Found = { readonly url: string; readonly title: string | null; readonly lang: string | null };
const unchecked = (url: string): Found => ({ url, title: new URL(url).hostname.replace(/^www\./, ''), lang: null });

/** The feed at the address, else the first that can be read of those that the page names, else of the places where feeds usually stand. */
async function find(address: string, turn: FeedsTurn): Promise<Found | null> {
  const tools = openFeedTools(turn);
  try {
    const first = await checkFeed(feedAt(address, turn), tools);
    if (first.check.isGood) return foundIn(first.check, turn);
    const found = first.result.kind === 'fetched' ? await findBehindPage(first, turn, tools) : null;
    if (found !== null) return found;
    turn.io.stderr.write(
      `${address}: ${first.check.problems[0] ?? 'it is no feed'}\nnothing was added; \`--unchecked\` adds an address that cannot be read now\n`,
    );
    return null;
  } finally {
    await tools.close();
  }
}

/** More addresses than this are not tried for one `add`. */
const MOST_TRIES = 6;

async function findBehindPage({ result }: CheckedFeed, turn: FeedsTurn, tools: FeedTools): Promise<Found | null> {
  if (result.kind !== 'fetched') return null;
  const named = discoverFeeds(new TextDecoder().decode(result.bytes), result.url);
  const urls = named.length > 0 ? named.map(({ url }) => url) : usualFeedUrls(result.url);
  for (const url of urls.slice(0, MOST_TRIES)) {
    const { check } = await checkFeed(feedAt(url, turn), tools);
    if (!check.isGood) continue;
    const others = named.filter((other) => other.url !== url);
    if (others.length > 0)
      turn.io.stderr.write(`the page names other feeds too:\n${others.map((other) => `  ${other.url}  ${other.title ?? ''}\n`).join('')}`);
    return foundIn(check, turn);
  }
  return null;
}

function foundIn(check: FeedCheck, { io }: FeedsTurn): Found {
  io.stderr.write(`${lineOf({ ...check, feedId: check.url }, 0)}\n`);
  return check;
}

const feedAt = (url: string, { options }: FeedsTurn): Feed => ({
  ...{ id: url, url, outlet: url, sourceKind: kindFrom(options.kind), lang: null },
  ...{ intervalMinutes: 10, credentialRef: null, isEnabled: true },
});

function kindFrom(text: string | undefined): SourceKind {
  const kind = SOURCE_KINDS.find((one) => one === (text ?? 'press'));
  if (kind === undefined) throw new UsageError(`--kind ${text}: wanted one of ${SOURCE_KINDS.join(', ')}`);
  return kind;
}

function entryFor({ url, title, lang }: Found, { options }: FeedsTurn, entries: readonly unknown[]): FeedEntry {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const language = options.lang ?? lang;
  return {
    id: options.id ?? freeId(entries, [options.outlet ?? null, title, host]),
    url,
    outlet: options.outlet ?? title?.trim().slice(0, 80) ?? host,
    sourceKind: kindFrom(options.kind),
    ...(language === null ? {} : { lang: language }),
  };
}
