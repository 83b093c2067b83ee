import type { Feed } from '../feed/feed.ts';
import { FeedParseError } from '../feed/feed-parse-error.ts';
import { effectiveTime } from '../feed/make-item.ts';
import type { ParsedFeed } from '../feed/parsed-feed.ts';
import type { Clock, FeedFetcher, FeedParser, FetchResult } from '../ports.ts';

export type CheckPorts = { readonly fetcher: FeedFetcher; readonly parser: FeedParser; readonly clock: Clock };

/** What a poll of a feed would get now; nothing is stored. */
export type FeedCheck = {
  readonly feedId: string;
  readonly isGood: boolean;
  /** Where it answered, after redirects; the address that was asked when nothing did. */
  readonly url: string;
  readonly format: string | null;
  readonly title: string | null;
  readonly lang: string | null;
  readonly items: number;
  readonly newestAt: string | null;
  /** Which validators it gave; without any it is sent whole each time. */
  readonly validators: readonly ('ETag' | 'Last-Modified')[];
  /** What its owner should know; for a feed that cannot be read the first says why. */
  readonly problems: readonly string[];
};
export type CheckedFeed = { readonly check: FeedCheck; readonly result: FetchResult };

const DAY_MS = 86_400_000;
/** A news feed whose newest item is older has perhaps moved. */
const STALE_DAYS = 14;

/** Fetches and reads one feed without conditions. Never throws for what a server or a body did. */
export async function checkFeed(feed: Feed, ports: CheckPorts): Promise<CheckedFeed> {
  const result = await ports.fetcher.fetch(feed, null);
  if (result.kind !== 'fetched')
    return { result, check: bad(feed, feed.url, 'reason' in result ? result.reason : 'it says that nothing changed, to a first request') };
  try {
    const parsed = await ports.parser.parse(result.bytes, { contentType: result.contentType, url: result.url });
    return { result, check: good(feed, { result, parsed, now: ports.clock.now() }) };
  } catch (error) {
    if (!(error instanceof FeedParseError)) throw error;
    return { result, check: bad(feed, result.url, error.message) };
  }
}

const bad = (feed: Feed, url: string, reason: string): FeedCheck => ({
  ...{ feedId: feed.id, isGood: false, url, format: null, title: null, lang: null, items: 0, newestAt: null, validators: [] },
  problems: [reason],
});

type Good = { readonly result: Extract<FetchResult, { kind: 'fetched' }>; readonly parsed: ParsedFeed; readonly now: string };

function good(feed: Feed, { result, parsed, now }: Good): FeedCheck {
  const dates = parsed.items.flatMap(({ published }) =>
    published !== null && effectiveTime(published, now).effectiveReason === 'published' ? [published] : [],
  );
  const newestAt = dates.sort().at(-1) ?? null;
  const validators = [
    ...(result.etag === null ? [] : (['ETag'] as const)),
    ...(result.lastModified === null ? [] : (['Last-Modified'] as const)),
  ];
  const found = { feedId: feed.id, isGood: true, url: result.url, format: parsed.format, title: parsed.title, newestAt, validators };
  const lang = /^[a-z]{2,3}(?=-|_|$)/.exec(parsed.language?.toLowerCase() ?? '')?.[0] ?? null;
  return { ...found, lang, items: parsed.items.length, problems: problemsOf(feed, { result, parsed, now }, newestAt) };
}

function problemsOf(feed: Feed, { result, parsed, now }: Good, newestAt: string | null): readonly string[] {
  const { items, dropped, repairs, hints } = parsed;
  const reasons = items.map(({ published }) => effectiveTime(published, now).effectiveReason);
  const count = (reason: string): number => reasons.filter((one) => one === reason).length;
  const guids = items.flatMap(({ guid }) => (guid === null ? [] : [guid]));
  const freshMinutes = result.freshUntil === null ? 0 : Math.round((Date.parse(result.freshUntil) - Date.parse(now)) / 60_000);
  const rows: readonly (readonly [isSeen: boolean, text: string])[] = [
    [items.length === 0, 'it lists no items'],
    [result.permanentUrl !== null, `it has moved to ${result.permanentUrl ?? ''}`],
    [result.etag === null && result.lastModified === null, 'no validators: it is sent whole at every poll'],
    [newestAt !== null && Date.parse(now) - Date.parse(newestAt) > STALE_DAYS * DAY_MS, `nothing new for more than ${STALE_DAYS} days`],
    [count('undated') > 0, `${count('undated')} items without a date`],
    [count('future') > 0, `${count('future')} items dated in the future`],
    [count('ancient') > 0, `${count('ancient')} items with an impossible date`],
    [new Set(guids).size < guids.length, `${guids.length - new Set(guids).size} repeated guids`],
    [(hints.ttlMinutes ?? 0) > feed.intervalMinutes, `it asks to be polled every ${hints.ttlMinutes ?? 0} minutes`],
    [freshMinutes > feed.intervalMinutes, `its answers are fresh for ${freshMinutes} minutes, so it is polled that seldom`],
    [dropped.count > 0, dropped.reasons.join(', ')],
    [repairs.length > 0, `mended: ${repairs.join(', ')}`],
  ];
  return rows.flatMap(([isSeen, text]) => (isSeen ? [text] : []));
}
