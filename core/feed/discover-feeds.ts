import { Parser } from 'htmlparser2';

/** A feed that a page names, or that may stand where feeds usually stand. */
export type DiscoveredFeed = { readonly url: string; readonly title: string | null };

const FEED_MEDIA_TYPES = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'text/xml',
]);
/** A link to a feed in the text of a page: its address says so. */
const FEED_PATH = /(?:^|[/._-])(?:rss|atom|feed|feeds)(?:[/._-]|$)|\.(?:rss|atom|rdf)$/i;
/** Where feeds usually stand when a page names none, most usual first. */
const USUAL_PATHS = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml'];
/** A page is read this far (UTF-16 units); feeds are named in its head. */
const MOST_TEXT = 2_000_000;
const MOST_FOUND = 20;

/**
 * Feeds that an HTML page names, best first: `<link rel="alternate">` in the order of the page, feeds of comments last, then links whose address looks
 * like a feed's. Empty when there are none.
 */
export function discoverFeeds(html: string, pageUrl: string): readonly DiscoveredFeed[] {
  const page = { base: pageUrl, named: [] as DiscoveredFeed[], linked: [] as DiscoveredFeed[] };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'base' && attributes['href'] !== undefined) page.base = resolve(attributes['href'], pageUrl) ?? page.base;
      if (name === 'link' && isFeedLink(attributes)) add(page.named, attributes, page.base);
      if (name === 'a' && FEED_PATH.test(pathOf(attributes['href'] ?? ''))) add(page.linked, attributes, page.base);
    },
  });
  parser.end(html.slice(0, MOST_TEXT));
  const isOfComments = ({ url, title }: DiscoveredFeed): boolean => /comment/i.test(`${url} ${title ?? ''}`);
  const named = [...page.named.filter((feed) => !isOfComments(feed)), ...page.named.filter(isOfComments)];
  return unique(named.length > 0 ? named : page.linked).slice(0, MOST_FOUND);
}

/** Addresses to try when a page names no feed. */
export const usualFeedUrls = (pageUrl: string): readonly string[] => USUAL_PATHS.map((path) => new URL(path, pageUrl).href);

type Attributes = { readonly [name: string]: string };

const isFeedLink = (attributes: Attributes): boolean =>
  (attributes['rel'] ?? '').toLowerCase().split(/\s+/).includes('alternate') &&
  FEED_MEDIA_TYPES.has((attributes['type'] ?? '').toLowerCase().split(';')[0]?.trim() ?? '');

function add(found: DiscoveredFeed[], attributes: Attributes, base: string): void {
  const url = resolve(attributes['href'] ?? '', base);
  if (url !== null) found.push({ url, title: attributes['title']?.trim() || null });
}

function resolve(href: string, base: string): string | null {
  if (href.trim() === '') return null;
  try {
    const url = new URL(
      href
        .trim()
        .replace(/^feed:(\/\/)?(?=https?:)/i, '')
        .replace(/^feed:/i, 'http:'),
      base,
    );
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const pathOf = (href: string): string => href.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]*/i, '');

const unique = (feeds: readonly DiscoveredFeed[]): readonly DiscoveredFeed[] => [
  ...new Map(feeds.map((feed) => [feed.url, feed])).values(),
];
