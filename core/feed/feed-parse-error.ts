/** Why bytes are no feed that can be read; none of them is helped by parsing the same bytes again. */
export const FEED_PARSE_CODES = [
  'empty',
  'too_large',
  'undecodable',
  'html_page',
  'not_a_feed',
  'bad_json',
  'too_slow',
  'unreadable',
] as const;
export type FeedParseCode = (typeof FEED_PARSE_CODES)[number];

/** The only error that `parseFeed` throws. The message says what the bytes are instead, and what an owner can do. */
export class FeedParseError extends Error {
  readonly code: FeedParseCode;

  constructor(code: FeedParseCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FeedParseError';
    this.code = code;
  }
}
