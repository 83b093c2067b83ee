import { cleanText } from './clean-text.ts';
import { decodeBytes } from './decode-bytes.ts';
import { FeedParseError } from './feed-parse-error.ts';
import { readJsonFeed } from './json-feed.ts';
import { readLenient } from './lenient-feed.ts';
import { type MappedFeed, mapFeed } from './map-feed.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { readFeed } from './read-feed.ts';
import { sniffFeed } from './sniff-feed.ts';
import { unpackBody } from './unpack-body.ts';

export type ParseOptions = {
  /** The Content-Type header as received. */
  readonly contentType?: string;
  /** Where the bytes came from: the base of relative links. */
  readonly url?: string;
};

/**
 * The bytes of a feed -> its items: bound, decode, repair, rss-parser, map (docs/why/repair-before-rss-parser.md).
 * RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, whatever is broken in them. Time and memory grow with the bytes, at most 10 MB of them.
 * Throws only FeedParseError, which says what the bytes are instead.
 */
export async function parseFeed(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParsedFeed> {
  try {
    const decoded = decodeBytes(unpackBody(bytes), options.contentType ?? null);
    const text = cleanText(decoded.text);
    const base = baseAddress(options.url);
    const feed = sniffFeed(text) === 'json' ? readJsonFeed(text, base) : await readMarkup(text, base);
    return { ...feed, charset: decoded.charset, repairs: [...decoded.repairs, ...feed.repairs] };
  } catch (error) {
    if (error instanceof FeedParseError) throw error;
    throw new FeedParseError('unreadable', 'the feed cannot be read: please report its address', { cause: error });
  }
}

/** Our own reader and rss-parser; the lenient reader only where they fail, or find nothing where items are. */
async function readMarkup(text: string, base: string | null): Promise<MappedFeed> {
  const feed = await readStrictly(text, base);
  if (feed.kind === 'read' && explainsItems(feed.feed, text)) return feed.feed;
  const second = readLenient(text, base);
  if (second !== null) return second;
  if (feed.kind === 'read') return feed.feed;
  throw new FeedParseError('not_a_feed', 'the body names a feed element, but no feed begins in it: check the address', {
    cause: feed.error,
  });
}

function explainsItems({ items, dropped }: MappedFeed, text: string): boolean {
  return items.length > 0 || dropped.count > 0 || !/<(?:[\w-]{1,30}:)?(?:item|entry)[\s>]/i.test(text);
}

type Reading = { readonly kind: 'read'; readonly feed: MappedFeed } | { readonly kind: 'failed'; readonly error: unknown };

async function readStrictly(text: string, base: string | null): Promise<Reading> {
  try {
    const draft = readFeed(text, base);
    return draft === null ? { kind: 'failed', error: null } : { kind: 'read', feed: await mapFeed(draft) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

function baseAddress(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? url : null;
}
