import { holdAfterFailure } from './backoff.ts';
import type { Feed, FeedShape, FeedState } from './feed.ts';
import { type FeedHealthEvent, healthEvent, troubleOf } from './health.ts';
import { type IntervalBounds, nextInterval, publisherHold } from './interval.ts';
import { sightRedirect } from './moved.ts';

/** A feed's next state and what is to be told of its health; the version is already the next one. */
export type Turn = { readonly state: FeedState; readonly event: FeedHealthEvent | null };

/** What every turn needs to know. `jitter`: 0 <= x < 1. */
export type TurnContext = { readonly feed: Feed; readonly now: string; readonly bounds: IntervalBounds; readonly jitter: number };

/** What a good answer said of itself. */
export type Answer = Pick<FeedState, 'url' | 'etag' | 'lastModified' | 'bodyHash'> & {
  readonly freshUntil: string | null;
  readonly permanentUrl: string | null;
};

/** What was read from the body: null parts when it was not read again. */
export type Reading = Pick<FeedState, 'asks' | 'lastChangeAt' | 'newestItemAt' | 'longestGapMinutes' | 'failing'> & {
  readonly shape: FeedShape | null;
  readonly newShare: number | null;
};

/** The state before the first poll, or after the config gave the feed another address: what was learnt of the old one is forgotten, the baseline is not. */
export function startingState(feed: Feed, stored: FeedState | null): FeedState {
  const fresh = { ...NOTHING_YET, feedId: feed.id, configuredUrl: feed.url, url: feed.url, intervalMinutes: feed.intervalMinutes };
  const { version, baselineAt, lastSuccessAt, lastChangeAt, newestItemAt, longestGapMinutes, trouble } = stored ?? NOTHING_YET;
  const start = { ...fresh, version, baselineAt, lastSuccessAt, lastChangeAt, newestItemAt, longestGapMinutes, trouble };
  const isSame = stored !== null && stored.configuredUrl === feed.url;
  return { ...(isSame ? stored : start), defaultMinutes: feed.intervalMinutes };
}

const NOTHING_YET = {
  version: 0,
  movedTo: null,
  etag: null,
  lastModified: null,
  bodyHash: null,
  baselineAt: null,
  lastSuccessAt: null,
  lastChangeAt: null,
  newestItemAt: null,
  failures: 0,
  failingSince: null,
  lastError: null,
  holdUntil: null,
  holdScope: 'feed' as const,
  defaultMinutes: 0,
  asks: null,
  longestGapMinutes: null,
  shape: null,
  failing: [],
  redirect: null,
  isStopped: false,
  trouble: null,
};

/** After an answer that was taken in whole, or that said that nothing changed. */
export function afterSuccess(state: FeedState, answer: Answer, reading: Reading | null, context: TurnContext): Turn {
  const { feed, now } = context;
  const { freshUntil, permanentUrl, ...validators } = answer;
  const { newShare, shape, ...read } = reading ?? unread(state);
  const learnt = {
    ...state,
    ...validators,
    ...read,
    ...sightRedirect(state, permanentUrl, now),
    shape: shape ?? state.shape,
    baselineAt: state.baselineAt ?? (read.failing.length > 0 ? null : now),
    lastSuccessAt: now,
    ...{ failures: 0, failingSince: null, lastError: null, isStopped: false, holdScope: 'feed' as const },
  };
  const intervalMinutes = nextInterval(
    feed,
    learnt,
    { lastChangeAt: learnt.lastChangeAt ?? learnt.baselineAt, newShare, now },
    context.bounds,
  );
  const holdUntil = publisherHold(freshUntil, learnt.asks, { now, intervalMinutes });
  return settle(state, { ...learnt, intervalMinutes, holdUntil }, context);
}

const unread = ({ asks, lastChangeAt, newestItemAt, longestGapMinutes, failing }: FeedState): Reading => ({
  ...{ asks, lastChangeAt, newestItemAt, longestGapMinutes, failing },
  ...{ newShare: null, shape: null },
});

export type FailedAnswer = { readonly reason: string; readonly retryAfter: string | null; readonly scope: 'feed' | 'host' };

/** An address that a redirect led to and that fails as often is given up: the configured one is asked again. */
const MOVED_FAILURES = 3;

/** After an answer that was none, or a body that is no feed. Validators stay those of the last good answer. */
export function afterFailure(state: FeedState, answer: FailedAnswer, context: TurnContext): Turn {
  const failures = state.failures + 1;
  const { intervalMinutes } = state;
  const holdUntil = holdAfterFailure({ failures, intervalMinutes, retryAfter: answer.retryAfter, jitter: context.jitter }, context.now);
  const failed = { failures, failingSince: state.failingSince ?? context.now, lastError: answer.reason.slice(0, 200) };
  const movedTo = failures >= MOVED_FAILURES ? null : state.movedTo;
  return settle(state, { ...state, ...failed, movedTo, holdUntil, holdScope: answer.scope }, context);
}

/**
 * After a failure that was perhaps this machine's, which may have no network: nothing is held against the feed, but since when it cannot be read is
 * remembered (see `isMachineToBlame`).
 */
export const afterOffline = (state: FeedState, reason: string, now: string): Turn => ({
  state: { ...state, failingSince: state.failingSince ?? now, lastError: reason.slice(0, 200), version: state.version + 1 },
  event: null,
});

/** A name that cannot be resolved for longer is the feed's own failure, whatever else was reached: a domain may be dead. */
const OFFLINE_MS = 2 * 24 * 3_600_000;
export const isMachineToBlame = ({ failingSince }: FeedState, now: string): boolean =>
  failingSince === null || Date.parse(now) - Date.parse(failingSince) < OFFLINE_MS;

/** After a 410: the publisher wants no more polls. Another address in the config brings the feed back. */
export function afterGone(state: FeedState, reason: string, context: TurnContext): Turn {
  const stopped = {
    failures: state.failures + 1,
    failingSince: state.failingSince ?? context.now,
    lastError: reason.slice(0, 200),
    isStopped: true,
  };
  return settle(state, { ...state, ...stopped, holdUntil: null }, context);
}

/** A feed that falls silent is asked once without validators: some servers answer 304 for ever. */
function settle(before: FeedState, after: FeedState, { feed, now }: TurnContext): Turn {
  const trouble = troubleOf(after, now);
  const event = healthEvent(feed, { before: before.trouble, after: trouble, reason: after.lastError, at: now });
  const validators = trouble?.kind === 'silent' && event !== null ? { etag: null, lastModified: null } : {};
  return { state: { ...after, ...validators, trouble, version: before.version + 1 }, event };
}

/** The body's hash alone is written once an hour at most: some feeds carry the time of the request, and would cost a write at every poll. */
const HASH_WRITE_MS = 3_600_000;

/** Is the difference worth a write? The time of a poll that found nothing is not: liveness is kept per batch. */
export function isWorthWriting(before: FeedState, after: FeedState): boolean {
  if (telling(before) !== telling(after)) return true;
  const age = Date.parse(after.lastSuccessAt ?? '') - Date.parse(before.lastSuccessAt ?? '');
  return before.bodyHash !== after.bodyHash && !(age < HASH_WRITE_MS);
}

function telling(state: FeedState): string {
  const { version: _version, lastSuccessAt: _at, bodyHash: _hash, shape, ...rest } = state;
  return JSON.stringify([Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)), shape?.drift ?? null]);
}
