import { parseFeed } from '../../core/feed/parse.ts';
import type { FeedParser } from '../../core/ports.ts';

/** Parses in the caller's own thread: for tests and samples, where nobody sends feeds that are made to cost. */
export const plainParser: FeedParser = {
  parse: (bytes, { contentType, url }) => parseFeed(bytes, { url, ...(contentType === null ? {} : { contentType }) }),
};
