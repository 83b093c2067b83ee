import { createHash } from 'node:crypto';
import type { Feed, FeedState } from '../../core/feed/feed.ts';
import { addressOf } from '../../core/feed/moved.ts';
import type { Clock, FeedFetcher, FetchResult, SecretStore } from '../../core/ports.ts';
import { readCredential } from './credentials.ts';
import { describeFailure } from './fetch-failure.ts';
import { createHttpClient, type HttpAnswer, type HttpClientOptions, isLoopbackHost } from './http-client.ts';
import { freshUntilOf, headerOf, retryAfterOf, validatorsOf } from './response-headers.ts';

export type FeedFetcherOptions = Omit<HttpClientOptions, 'userAgent'> & {
  readonly clock: Clock;
  readonly secrets: SecretStore;
  /** Where a publisher finds out who we are. */
  readonly contactUrl: string;
};
export type HttpFeedFetcher = FeedFetcher & { close(): Promise<void> };

export const FEED_TYPES =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
/** Grows with package.json; publishers see it in their logs. */
export const userAgentOf = (contactUrl: string): string => `Summitwire/0.1 (+${contactUrl})`;

/** How long an answer from anywhere proves that this machine has a network. */
const ONLINE_MS = 10 * 60_000;

/** One conditional GET over HTTP; see the port. Validators go back byte for byte, and only to the URL that they came from. */
export function createFeedFetcher(options: FeedFetcherOptions): HttpFeedFetcher {
  const client = createHttpClient({ ...options, userAgent: userAgentOf(options.contactUrl) });
  let answeredAt = 0;
  const now = (): string => options.clock.now();
  const fetch = async (feed: Feed, state: FeedState | null): Promise<FetchResult> => {
    try {
      const credential = feed.credentialRef === null ? null : await readCredential(feed.credentialRef, options.secrets);
      const validators = state === null ? null : { forUrl: state.url, etag: state.etag, lastModified: state.lastModified };
      const answer = await client.get({ url: addressOf(feed, state), accept: FEED_TYPES, validators, credential });
      answeredAt = Date.parse(now());
      return resultOf(answer, validators !== null && (validators.etag ?? validators.lastModified) !== null, now());
    } catch (error) {
      return describeFailure(error, { isOnline: Date.parse(now()) - answeredAt < ONLINE_MS });
    }
  };
  return { fetch, close: () => client.close() };
}

/** What an HTTP answer means for a feed. `isConditional`: validators were sent. */
export function resultOf(answer: HttpAnswer, isConditional: boolean, now: string): FetchResult {
  const { status, headers, bytes, trail } = answer;
  const told = { ...validatorsOf(headers), freshUntil: freshUntilOf(headers, now), permanentUrl: trail.permanentUrl };
  const url = trail.urls.at(-1) ?? '';
  if (status >= 200 && status < 300 && bytes.length > 0)
    return { kind: 'fetched', bytes, contentType: headerOf(headers, 'content-type'), url, bodyHash: hashOf(bytes), ...told };
  if (status === 304 && isConditional) return { kind: 'unchanged', ...told };
  if (status === 410 && trail.isPermanent) return { kind: 'gone', reason: `${url} answers 410: ${ENDED}` };
  return failureOf(answer, url, now);
}

const ENDED =
  'the publisher has ended this feed; it is not asked again until its address in the config changes ("#again" at its end is enough)';

/** What a status says to a person, and whether asking again can help. Others are told by their number. */
const STATUS_TEXT: Readonly<Record<number, { readonly text: string; readonly isRetryable: boolean }>> = {
  200: { text: 'with an empty body', isRetryable: true },
  204: { text: 'no content', isRetryable: true },
  304: { text: 'not modified, although nothing was there to compare with', isRetryable: true },
  401: { text: 'it wants credentials (credentialRef)', isRetryable: false },
  403: { text: 'it refuses us', isRetryable: false },
  404: { text: 'there is nothing there (has the feed moved?)', isRetryable: false },
  410: { text: 'ended, says a temporary redirect', isRetryable: true },
  429: { text: 'too many requests', isRetryable: true },
  451: { text: 'withheld for legal reasons', isRetryable: false },
  503: { text: 'not available for now', isRetryable: true },
};

function failureOf({ status, headers }: HttpAnswer, url: string, now: string): FetchResult {
  const known = STATUS_TEXT[status];
  const isHostWide = status === 429 && !isLoopbackHost(new URL(url).hostname);
  return {
    kind: 'failed',
    reason: `${url} answers ${status}${known === undefined ? '' : `: ${known.text}`}`,
    isRetryable: known?.isRetryable ?? status >= 500,
    retryAfter: retryAfterOf(headers, now),
    scope: isHostWide ? 'host' : 'feed',
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
