import { htmlToText } from './html-to-text.ts';
import type { ParsedItem } from './parsed-feed.ts';

/** An item's words as plain text, bounded, so that a stored item stays well under the store's row limit. */
export type ItemText = { readonly title: string | null; readonly summary: string | null; readonly content: string | null };

/** In UTF-16 units. A whole book in one item is cut; what codes is in the first pages. */
const LIMITS = { title: 500, summary: 8_000, content: 40_000 };
/** Markup beyond this many times the limit is not read. */
const MARKUP_FACTOR = 20;

/** Summary and content in plain words; a content that only repeats the summary is left out. */
export function readItemText(parsed: ParsedItem): ItemText {
  const summary = plain(parsed.summary, LIMITS.summary);
  const content = plain(parsed.content, LIMITS.content);
  return { title: cut(parsed.title, LIMITS.title), summary, content: content === summary ? null : content };
}

function plain(html: string | null, limit: number): string | null {
  if (html === null) return null;
  const text = htmlToText(html.slice(0, MARKUP_FACTOR * limit));
  return cut(text === '' ? null : text, limit);
}

/** Never in the middle of a surrogate pair. */
function cut(text: string | null, limit: number): string | null {
  if (text === null || text.length <= limit) return text;
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}
