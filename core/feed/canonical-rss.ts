import Parser from 'rss-parser';
import { escapeMarkup } from './capture-text.ts';

/** One item as the canonical feed carries it; long texts stay outside and are joined again by `key`. */
export type CanonicalItem = {
  readonly title: string | null;
  readonly link: string | null;
  readonly guid: string | null;
  readonly pubDate: string | null;
};
export type CanonicalFeed = {
  readonly title: string | null;
  readonly link: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly items: readonly CanonicalItem[];
};

const element = (name: string, text: string | null): string => (text === null ? '' : `<${name}>${escapeMarkup(text)}</${name}>`);

/** Small, well-formed RSS 2.0 without anything that rss-parser reads wrongly or slowly: no markup, no empty items, no odd dates. */
export function writeCanonicalRss(feed: CanonicalFeed): string {
  let out = '<rss version="2.0"><channel>';
  out += element('title', feed.title) + element('link', feed.link);
  out += element('description', feed.description) + element('language', feed.language);
  for (let at = 0; at < feed.items.length; at++) {
    const item = feed.items[at];
    if (!item) continue;
    out += `<item n="${at}">${element('title', item.title)}${element('link', item.link)}${element('guid', item.guid)}`;
    out += `${element('pubDate', item.pubDate)}</item>`;
  }
  return `${out}</channel></rss>`;
}

type Custom = { readonly language?: string };
/** A new Parser for each feed: a reused one remembers its last failure (docs/why/a-new-parser-for-each-feed.md). */
export async function readCanonicalRss(xml: string): Promise<CanonicalFeed> {
  const parser: Parser<Custom, Record<string, string>> = new Parser({ defaultRSS: 2 });
  const feed = await parser.parseString(xml);
  return {
    title: feed.title ?? null,
    link: feed.link ?? null,
    description: feed.description ?? null,
    language: feed.language ?? null,
    items: feed.items.map((item) => ({
      title: item.title ?? null,
      link: item.link ?? null,
      guid: item.guid ?? null,
      pubDate: item.isoDate ?? null,
    })),
  };
}
