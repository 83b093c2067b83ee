/**
 * The names that carry what we need, whatever prefix or case a publisher gives them. To read one more element, add a row.
 * `''` stands for the vocabulary of the root itself: RSS 0.9x-2.0, RSS 1.0, Atom 0.3 and 1.0.
 */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/terms', 'dc'],
  ['http://purl.org/rss/1.0/modules/dc', 'dc'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://purl.org/rss/1.0', ''],
  ['http://purl.org/rss/1.0/modules/rss091', ''],
  ['http://purl.org/net/rss1.1#', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://backend.userland.com/rss091', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
]);

/** What a prefix means where nothing declares it, or where its declaration names an unknown vocabulary. */
const USUAL_PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dc: 'dc',
    dcterms: 'dc',
    content: 'content',
    media: 'media',
    itunes: 'itunes',
    sy: 'sy',
    atom: 'atom',
    atom10: 'atom',
    atom03: 'atom',
    a10: 'atom',
    rdf: 'rdf',
    xhtml: 'xhtml',
    rss: '',
  }),
);

/** The fixed prefix of a namespace, or null when it is none of ours. */
export function prefixOfNamespace(uri: string): string | null {
  return NAMESPACES.get(uri.trim().toLowerCase().replace(/\/+$/, '')) ?? null;
}

export function usualPrefix(prefix: string): string | null {
  return USUAL_PREFIXES.get(prefix) ?? null;
}

/** Where a text goes in the draft of an item; of several the first that is not empty counts. */
export type ItemSlot =
  | 'title'
  | 'otherTitle'
  | 'guid'
  | 'summary'
  | 'otherSummary'
  | 'content'
  | 'pubDate'
  | 'published'
  | 'dcDate'
  | 'updated'
  | 'language';
export type ItemField =
  | { readonly into: ItemSlot; readonly holds: 'line' | 'html' }
  | { readonly into: 'link' | 'category'; readonly holds: 'line' }
  | { readonly into: 'author'; readonly holds: 'html' };

const html = (into: ItemSlot | 'author'): ItemField => ({ into, holds: 'html' });
const line = (into: ItemSlot | 'link' | 'category'): ItemField => ({ into, holds: 'line' });

export const ITEM_FIELDS: ReadonlyMap<string, ItemField> = new Map([
  ['title', line('title')],
  ['media:title', line('otherTitle')],
  ['dc:title', line('otherTitle')],
  ['itunes:title', line('otherTitle')],
  ['link', line('link')],
  ['atom:link', line('link')],
  ['guid', line('guid')],
  ['id', line('guid')],
  ['atom:id', line('guid')],
  ['description', html('summary')],
  ['summary', html('summary')],
  ['atom:summary', html('otherSummary')],
  ['dc:description', html('otherSummary')],
  ['dc:abstract', html('otherSummary')],
  ['media:description', html('otherSummary')],
  ['itunes:summary', html('otherSummary')],
  ['content:encoded', html('content')],
  ['content:content', html('content')],
  ['content', html('content')],
  ['atom:content', html('content')],
  ['xhtml:body', html('content')],
  ['body', html('content')],
  ['fullitem', html('content')],
  ['pubdate', line('pubDate')],
  ['published', line('published')],
  ['issued', line('published')],
  ['created', line('dcDate')],
  ['atom:published', line('published')],
  ['atom:issued', line('published')],
  ['dc:date', line('dcDate')],
  ['dc:issued', line('dcDate')],
  ['dc:created', line('dcDate')],
  ['date', line('dcDate')],
  ['updated', line('updated')],
  ['modified', line('updated')],
  ['atom:updated', line('updated')],
  ['atom:modified', line('updated')],
  ['dc:modified', line('updated')],
  ['lastbuilddate', line('updated')],
  ['language', line('language')],
  ['dc:language', line('language')],
  ['author', html('author')],
  ['atom:author', html('author')],
  ['dc:creator', html('author')],
  ['itunes:author', html('author')],
  ['category', line('category')],
  ['atom:category', line('category')],
  ['dc:subject', line('category')],
]);

export type FeedSlot =
  | 'title'
  | 'otherTitle'
  | 'description'
  | 'language'
  | 'updated'
  | 'ttl'
  | 'updatePeriod'
  | 'updateFrequency'
  | 'skipHours'
  | 'skipDays'
  | 'link';

export const FEED_FIELDS: ReadonlyMap<string, FeedSlot> = new Map<string, FeedSlot>([
  ['title', 'title'],
  ['atom:title', 'otherTitle'],
  ['dc:title', 'otherTitle'],
  ['link', 'link'],
  ['atom:link', 'link'],
  ['description', 'description'],
  ['subtitle', 'description'],
  ['tagline', 'description'],
  ['language', 'language'],
  ['dc:language', 'language'],
  ['lastbuilddate', 'updated'],
  ['updated', 'updated'],
  ['modified', 'updated'],
  ['pubdate', 'updated'],
  ['dc:date', 'updated'],
  ['ttl', 'ttl'],
  ['sy:updateperiod', 'updatePeriod'],
  ['sy:updatefrequency', 'updateFrequency'],
  ['skiphours', 'skipHours'],
  ['skipdays', 'skipDays'],
]);

export type Role = 'root' | 'channel' | 'item' | 'other';

/** By local name in lower case. `item` and `entry` are items in every vocabulary that is the root's own. */
export const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['rss', 'root'],
  ['rdf:rdf', 'root'],
  ['feed', 'root'],
  ['channel', 'channel'],
  ['item', 'item'],
  ['entry', 'item'],
]);
