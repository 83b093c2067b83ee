import { FeedParseError } from './feed-parse-error.ts';

const HEAD = 65_536;
const ROOT = /<(?:[\w-]{1,30}:)?(?:rss|rdf|feed|entry|channel)[\s>/]/i;

export type BodyKind = 'json' | 'markup';

/** What kind of feed begins in the first 64 kB of the text; throws a FeedParseError that says what the body is instead. */
export function sniffFeed(text: string): BodyKind {
  const head = text.slice(0, HEAD);
  const start = /\S/.exec(head)?.[0];
  if (start === undefined) throw new FeedParseError('empty', 'the body is empty: ask again later');
  if (start === '{') return 'json';
  if (ROOT.test(head)) return 'markup';
  throw refusal(head);
}

const OTHERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\s*<svg[\s>]|<svg\s[^>]{0,300}xmlns/i, 'an SVG image'],
  [/<(?:sitemapindex|urlset)[\s>]/i, 'a sitemap'],
  [/<opml[\s>]/i, 'an OPML list of feeds: import it with "feeds import-opml"'],
  [/^\s*<[a-z?!]/i, 'XML, but no RSS, RDF or Atom'],
  [/^\s*\[/, 'a JSON list, but no JSON Feed'],
  [/^(?:.?PNG|GIF8|%PDF|PK|.{0,8}JFIF)|\ufffd{2}/s, 'a binary file'],
];

function refusal(head: string): FeedParseError {
  if (/<!doctype html|<html[\s>]|<body[\s>]/i.test(head)) {
    return new FeedParseError(
      'html_page',
      'the body is an HTML page and no feed: give the address of the feed behind it ("feeds add" finds it)',
    );
  }
  const what = OTHERS.find(([pattern]) => pattern.test(head))?.[1] ?? 'plain text';
  return new FeedParseError('not_a_feed', `the body is ${what}, not a feed: check the address`);
}
