import { parseFeed } from 'htmlparser2';
import { htmlToLine } from './html-to-text.ts';
import { resolveAddress } from './link-address.ts';
import type { MappedFeed } from './map-feed.ts';
import { openCursor } from './markup-cursor.ts';
import type { ParsedItem } from './parsed-feed.ts';
import { NO_HINTS } from './poll-hints.ts';

/** htmlparser2 takes time that grows with the square of the depth: 100,000 levels, half a minute. */
const DEEPEST = 500;
const LONGEST = 5_000_000;

/** The second opinion, for what our own reader fails on: htmlparser2, guarded. Null when it finds no items, or would take too long. */
export function readLenient(text: string, base: string | null): MappedFeed | null {
  if (text.length > LONGEST || depthOf(text) > DEEPEST) return null;
  const feed = parseFeed(text);
  if (!feed || feed.items.length === 0) return null;
  return {
    format: feed.type === 'atom' ? 'atom' : feed.type === 'rdf' ? 'rdf' : 'rss',
    title: line(feed.title),
    link: feed.link === undefined ? null : resolveAddress(feed.link, base),
    self: null,
    description: line(feed.description),
    language: null,
    updated: iso(feed.updated),
    hints: NO_HINTS,
    items: feed.items.map((item) => lenientItem(item, base)),
    dropped: { count: 0, reasons: [] },
    repairs: ['read by the lenient reader'],
  };
}

type LenientItem = NonNullable<ReturnType<typeof parseFeed>>['items'][number];

function lenientItem(item: LenientItem, base: string | null): ParsedItem {
  return {
    title: line(item.title),
    link: item.link === undefined ? null : resolveAddress(item.link, base),
    guid: line(item.id),
    isPermaLink: true,
    published: iso(item.pubDate),
    updated: null,
    unreadableDate: null,
    summary: item.description?.trim() || null,
    content: null,
    authors: [],
    categories: [],
    language: null,
  };
}

const line = (html: string | undefined): string | null => (html === undefined ? null : htmlToLine(html) || null);

function iso(date: Date | undefined): string | null {
  return date === undefined || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Most tags open at once if every start tag without an end tag stays open: an upper bound. */
function depthOf(text: string): number {
  const { nextGreater } = openCursor(text);
  let depth = 0;
  let deepest = 0;
  for (let lt = text.indexOf('<'); lt >= 0; lt = text.indexOf('<', lt + 1)) {
    const code = text.charCodeAt(lt + 1);
    if (code === 47) depth--;
    else if (code !== 33 && code !== 63 && text.charCodeAt(nextGreater(lt) - 1) !== 47) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
