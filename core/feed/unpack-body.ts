import { constants, gunzipSync } from 'node:zlib';
import { FeedParseError } from './feed-parse-error.ts';

/** Bytes of one feed, before and after unpacking: ten times the largest real one. */
export const LARGEST_BODY = 10 * 1024 * 1024;

/** A body that is still gzip, because some server packed it twice or did not say so, is unpacked; a cut one as far as it goes. */
export function unpackBody(bytes: Uint8Array): Uint8Array {
  if (bytes.length > LARGEST_BODY) throw tooLarge();
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_BODY, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw new FeedParseError('undecodable', 'the body begins as gzip and cannot be unpacked: ask again later', { cause: error });
  }
}

function tooLarge(): FeedParseError {
  return new FeedParseError('too_large', `the body is larger than ${LARGEST_BODY / 1024 / 1024} MB: no feed is, check the address`);
}
