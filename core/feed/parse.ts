import { parseFeed as parseLenient } from 'htmlparser2';
import Parser from 'rss-parser';
import { FeedParseError } from './feed-parse-error.ts';
import type { ParsedFeed, ParsedItem } from './parsed-feed.ts';

export type ParseOptions = {
  /** The Content-Type header as received. */
  readonly contentType?: string;
  /** Where the bytes came from: the base of relative links. */
  readonly url?: string;
};

const NO_HINTS = { ttlMinutes: null, updatePeriodMinutes: null, skipHours: [], skipDays: [], hubs: [] };

/** Bytes of a feed -> its items. Throws only FeedParseError. */
export async function parseFeed(bytes: Uint8Array, _options: ParseOptions = {}): Promise<ParsedFeed> {
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw new FeedParseError('empty', 'the body is empty: ask again later');
  const items = (await readStrict(text)) ?? readLenient(text);
  if (items === null) throw new FeedParseError('not_a_feed', 'the body is no feed: check the address');
  return {
    format: 'rss',
    title: items.title,
    link: null,
    self: null,
    description: null,
    language: null,
    updated: null,
    hints: NO_HINTS,
    items: items.items,
    dropped: { count: 0, reasons: [] },
    charset: 'utf-8',
    repairs: [],
  };
}

type Read = { readonly title: string | null; readonly items: readonly ParsedItem[] };

async function readStrict(text: string): Promise<Read | null> {
  try {
    const feed = await new Parser().parseString(text);
    return { title: feed.title ?? null, items: feed.items.map(toItem) };
  } catch {
    return null;
  }
}

function readLenient(text: string): Read | null {
  const feed = parseLenient(text);
  if (!feed) return null;
  return {
    title: feed.title ?? null,
    items: feed.items.map((item) =>
      toItem({
        ...(item.title === undefined ? {} : { title: item.title }),
        ...(item.link === undefined ? {} : { link: item.link }),
        ...(item.id === undefined ? {} : { guid: item.id }),
        ...(item.description === undefined ? {} : { content: item.description }),
        ...(item.pubDate === undefined ? {} : { isoDate: item.pubDate.toISOString() }),
      }),
    ),
  };
}

function toItem(item: Parser.Item & { readonly id?: string }): ParsedItem {
  return {
    title: item.title ?? null,
    link: item.link ?? null,
    guid: item.guid ?? item.id ?? null,
    isPermaLink: true,
    published: item.isoDate ?? null,
    updated: null,
    unreadableDate: null,
    summary: item.summary ?? item.content ?? null,
    content: item.content ?? null,
    authors: [],
    categories: [],
    language: null,
  };
}
