import { type CanonicalFeed, type CanonicalItem, readCanonicalRss, writeCanonicalRss } from './canonical-rss.ts';
import type { DraftLink, FeedDraft, ItemDraft } from './feed-draft.ts';
import { htmlToLine } from './html-to-text.ts';
import { isWebAddress, resolveAddress } from './link-address.ts';
import { parseDate } from './parse-date.ts';
import type { ParsedFeed, ParsedItem } from './parsed-feed.ts';
import { readPollHints } from './poll-hints.ts';

export type MappedFeed = Omit<ParsedFeed, 'charset'>;

/** Chooses between what a draft found, has rss-parser read the canonical feed, and joins both. */
export async function mapFeed(draft: FeedDraft): Promise<MappedFeed> {
  const dates = draft.items.map(datesOf);
  const canonical = await readCanonicalRss(writeCanonicalRss(chooseFeed(draft, dates)));
  if (canonical.items.length !== draft.items.length) throw new Error('rss-parser found another number of items than the reader');
  const items = canonical.items.flatMap((item, at) => {
    const [found, date] = [draft.items[at], dates[at]];
    return found && date ? [joinItem(item, found, date)] : [];
  });
  const updated = draft.texts.updated;
  return {
    format: draft.format,
    title: canonical.title,
    link: canonical.link,
    self: draft.links.find((link) => link.rel === 'self')?.href ?? null,
    description: canonical.description,
    language: canonical.language,
    updated: updated === undefined ? null : parseDate(htmlToLine(updated)),
    hints: readPollHints(draft),
    items,
    dropped: droppedOf(draft),
    repairs: [...draft.repairs],
  };
}

function droppedOf({ items, itemsOverLimit, itemsCut }: FeedDraft): ParsedFeed['dropped'] {
  const reasons = [
    itemsOverLimit > 0 ? `${itemsOverLimit} items beyond the first ${items.length}: the feed is too long` : null,
    itemsCut > 0 ? `${itemsCut} unfinished: the document ends in the middle of it` : null,
  ];
  return { count: itemsOverLimit + itemsCut, reasons: reasons.filter((reason) => reason !== null) };
}

function chooseFeed(draft: FeedDraft, dates: readonly Dates[]): CanonicalFeed {
  const { texts } = draft;
  return {
    title: lineOf(texts.title ?? texts.otherTitle),
    link: chooseLink(draft.links, draft.format === 'atom'),
    description: lineOf(texts.description),
    language: lineOf(texts.language) ?? draft.language,
    items: draft.items.map((item, at) => chooseItem(item, dates[at]?.published ?? null, draft)),
  };
}

function chooseItem(item: ItemDraft, pubDate: string | null, draft: FeedDraft): CanonicalItem {
  const guid = lineOf(item.texts.guid) ?? item.about;
  return {
    title: lineOf(item.texts.title ?? item.texts.otherTitle),
    link: chooseLink(item.links, draft.format === 'atom') ?? linkFromGuid(item, guid, draft),
    guid,
    pubDate,
  };
}

function lineOf(html: string | undefined): string | null {
  return html === undefined ? null : htmlToLine(html) || null;
}

/** In Atom `<link href>` counts first, in RSS the text of `<link>`; links to other formats come last. */
function chooseLink(links: readonly DraftLink[], isAtom: boolean): string | null {
  if (links.length === 0) return null;
  const text = links.find((link) => link.rel === 'text');
  const exact = links.filter((link) => link.rel === 'alternate');
  const alternates = exact.length > 0 ? exact : links.filter((link) => /^alternate$/i.test(link.rel));
  const page = alternates.find((link) => link.type === '' || /html/.test(link.type)) ?? alternates[0];
  return ((isAtom ? (page ?? text) : (text ?? page))?.href ?? null) || null;
}

function linkFromGuid(item: ItemDraft, guid: string | null, draft: FeedDraft): string | null {
  if (isWebAddress(guid) && item.isPermaLink) return guid;
  if (item.about !== null && isWebAddress(item.about)) return item.about;
  const isPath = guid !== null && item.isPermaLink && draft.format === 'rss' && /^\/[^\s]*$/.test(guid);
  return isPath ? resolveAddress(guid, item.base) : null;
}

type Dates = { readonly published: string | null; readonly updated: string | null; readonly unreadable: string | null };

/** The first date that can be read, in the order of how much it says about publication. */
function datesOf({ texts }: ItemDraft): Dates {
  const written = [texts.pubDate, texts.published, texts.dcDate, texts.updated].filter((text) => text !== undefined).map(htmlToLine);
  const updated = texts.updated === undefined ? null : parseDate(htmlToLine(texts.updated));
  for (const text of written) {
    const published = parseDate(text);
    if (published !== null) return { published, updated, unreadable: null };
  }
  return { published: null, updated, unreadable: written.find((text) => text !== '')?.slice(0, 100) ?? null };
}

function joinItem(item: CanonicalItem, draft: ItemDraft, dates: Dates): ParsedItem {
  const { texts } = draft;
  const content = texts.content ?? null;
  return {
    title: item.title,
    link: item.link,
    guid: item.guid,
    isPermaLink: draft.isPermaLink,
    published: item.pubDate,
    updated: dates.updated,
    unreadableDate: dates.unreadable,
    summary: (texts.summary ?? texts.otherSummary ?? content)?.trim() || null,
    content: content?.trim() || null,
    authors: draft.authors,
    categories: draft.categories,
    language: lineOf(texts.language) ?? draft.language,
  };
}
