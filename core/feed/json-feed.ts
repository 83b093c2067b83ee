import { escapeMarkup } from './capture-text.ts';
import { dropLoneSurrogates } from './character-references.ts';
import { FeedParseError } from './feed-parse-error.ts';
import { collapse } from './html-to-text.ts';
import { resolveAddress } from './link-address.ts';
import type { MappedFeed } from './map-feed.ts';
import { parseDate } from './parse-date.ts';
import type { ParsedItem } from './parsed-feed.ts';
import { NO_HINTS } from './poll-hints.ts';

type Json = Readonly<Record<string, unknown>>;

/** Members of which a JSON Feed has at least one beside its items. */
const MARKS = ['version', 'title', 'feed_url', 'home_page_url'];
const MOST_ITEMS = 10_000;
/** JSON.parse needs 70 bytes a level. */
const DEEPEST = 100;
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;

/** JSON Feed 1.0 and 1.1. A cut document gives the items that are whole. Throws FeedParseError. */
export function readJsonFeed(text: string, base: string | null): MappedFeed {
  const { root, isCut } = parseJson(text);
  const listed = root['items'] ?? (/jsonfeed/i.test(String(root['version'])) ? [] : null);
  const isFeed = Array.isArray(listed) && MARKS.some((mark) => typeof root[mark] === 'string');
  if (!isFeed) throw new FeedParseError('not_a_feed', 'the body is JSON, but no JSON Feed (no "version" and "items"): check the address');
  const records = listed.filter(isRecord);
  const home = address(root['home_page_url'], base);
  const items = records.slice(0, MOST_ITEMS).map((record) => readItem(record, base ?? home));
  const dropped = listed.length - items.length;
  return {
    format: 'json',
    title: lineOf(root['title']),
    link: home,
    self: address(root['feed_url'], base),
    description: lineOf(root['description']),
    language: lineOf(root['language']),
    updated: null,
    hints: { ...NO_HINTS, hubs: list(root['hubs']).flatMap((hub) => (isRecord(hub) ? (address(hub['url'], base) ?? []) : [])) },
    items,
    dropped: {
      count: dropped,
      reasons: dropped === 0 ? [] : [`${dropped} entries of "items" are no objects, or beyond the first ${MOST_ITEMS}`],
    },
    repairs: isCut ? ['the document ends early'] : [],
  };
}

function readItem(record: Json, base: string | null): ParsedItem {
  const html = clean(record['content_html']);
  const plain = clean(record['content_text']);
  const content = html ?? (plain === null ? null : escapeMarkup(plain));
  const summary = clean(record['summary']);
  const published = clean(record['date_published']);
  const updated = clean(record['date_modified']);
  const date = (published === null ? null : parseDate(published)) ?? (updated === null ? null : parseDate(updated));
  return {
    title: lineOf(record['title']),
    link: address(record['url'], base) ?? address(record['external_url'], base),
    guid: lineOf(record['id']) ?? lineOf(record['url']),
    isPermaLink: false,
    published: date,
    updated: updated === null ? null : parseDate(updated),
    unreadableDate: date === null ? ((published ?? updated)?.slice(0, 100) ?? null) : null,
    summary: summary === null ? content : escapeMarkup(summary),
    content,
    authors: authorsOf(record),
    categories: list(record['tags']).flatMap((tag) => lineOf(tag) ?? []),
    language: lineOf(record['language']),
  };
}

/** 1.1 has `authors`, 1.0 has `author`. */
function authorsOf(record: Json): readonly string[] {
  return [...list(record['authors']), record['author']].flatMap((author) => (isRecord(author) ? (lineOf(author['name']) ?? []) : []));
}

function parseJson(text: string): { readonly root: Json; readonly isCut: boolean } {
  const trimmed = text.trim();
  const { deepest, lastItemEnd } = outline(trimmed);
  if (deepest > DEEPEST) throw new FeedParseError('not_a_feed', `the body is JSON nested deeper than ${DEEPEST} levels: no feed is`);
  const whole = tryParse(trimmed);
  const root = whole ?? (lastItemEnd < 0 ? null : tryParse(`${trimmed.slice(0, lastItemEnd + 1)}]}`));
  if (isRecord(root)) return { root, isCut: whole === null };
  throw new FeedParseError(
    'bad_json',
    'the body looks like JSON, but cannot be read as JSON: ask again later, the answer may have been cut',
  );
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How deep a document goes, and where the last member of `items` that is whole ends: behind it a broken one can be closed. */
function outline(text: string): { readonly deepest: number; readonly lastItemEnd: number } {
  let depth = 0;
  let deepest = 0;
  let lastItemEnd = -1;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isText && code === 92) at++;
    else if (code === 34) isText = !isText;
    else if (isText) continue;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth);
    else if (code === 125 || code === 93) {
      depth--;
      if (depth === 2 && code === 125) lastItemEnd = at;
    }
  }
  return { deepest, lastItemEnd };
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function clean(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  return dropLoneSurrogates(value).replace(CONTROL, '').trim() || null;
}

function lineOf(value: unknown): string | null {
  const text = clean(value);
  return text === null ? null : collapse(text);
}

function address(value: unknown, base: string | null): string | null {
  const text = clean(value);
  return text === null ? null : resolveAddress(text, base);
}
