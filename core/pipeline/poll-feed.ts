import type { Feed, FeedState } from '../feed/feed.ts';
import { FeedParseError } from '../feed/feed-parse-error.ts';
import { type FeedHealthEvent, longestGap, shapeOf } from '../feed/health.ts';
import { asksOf, type IntervalBounds } from '../feed/interval.ts';
import {
  afterFailure,
  afterGone,
  afterOffline,
  afterSuccess,
  isMachineToBlame,
  isWorthWriting,
  type Reading,
  startingState,
  type Turn,
  type TurnContext,
} from '../feed/next-state.ts';
import type { ParsedFeed } from '../feed/parsed-feed.ts';
import type { FeedFetcher, FeedParser, FeedStore, FetchResult, Random } from '../ports.ts';
import type { AbsorbPorts } from './absorb.ts';
import { floodEvent } from './flood-summary.ts';
import { openSeenRows } from './seen-rows.ts';
import { type Haul, type HaulKind, takeIn } from './take-in.ts';

export type PollPorts = AbsorbPorts & {
  readonly store: { readonly feeds: FeedStore };
  readonly fetcher: FeedFetcher;
  readonly parser: FeedParser;
  readonly random: Random;
  /** The owner's bounds of the interval. */
  readonly bounds: IntervalBounds;
  /** Makes an alert of a feed's trouble, or of a flood; safe to repeat (the event's id is the same). */
  readonly tellFeedHealth: (event: FeedHealthEvent) => Promise<void>;
};

/** What one poll did, for the log, the terminal and the tests. */
export type PollReport = {
  readonly feedId: string;
  readonly outcome: HaulKind | 'unchanged' | 'nothing_new' | 'failed' | 'gone' | 'stopped' | 'conflict';
  /** The host wants no more requests for now. */
  readonly isHostHeld: boolean;
  readonly newItems: number;
  readonly revisions: number;
  readonly parked: number;
  /** What was left out, by the parser or here, and why. */
  readonly dropped: readonly string[];
  /** Why it failed, or what the owner should know; else null. */
  readonly reason: string | null;
  /** Ids of new items and revisions in the order in which they were taken in. */
  readonly itemIds: readonly string[];
};

type Poll = { readonly feed: Feed; readonly state: FeedState; readonly context: TurnContext };

/** One feed: fetch, parse, new items only, absorb; its state last. Never throws for what a feed or its server did. */
export async function pollFeed(feed: Feed, ports: PollPorts): Promise<PollReport> {
  const stored = await ports.store.feeds.readState(feed.id);
  const state = startingState(feed, stored);
  if (state.isStopped) return report(feed, 'stopped', { reason: state.lastError });
  const result = await ports.fetcher.fetch(feed, stored === null ? null : state);
  const poll = { feed, state, context: { feed, now: ports.clock.now(), bounds: ports.bounds, jitter: ports.random.next() } };
  switch (result.kind) {
    case 'fetched':
      return result.bodyHash === state.bodyHash && result.url === state.url ? unchanged(result, poll, ports) : fetched(result, poll, ports);
    case 'unchanged':
      return unchanged(result, poll, ports);
    case 'gone':
      return finish(afterGone(state, result.reason, poll.context), report(feed, 'gone', { reason: result.reason }), { poll, ports });
    case 'failed':
      return failed(result, poll, ports);
  }
}

/** A 304 may leave out the validators: those that were sent still stand. */
async function unchanged(
  result: Extract<FetchResult, { kind: 'fetched' | 'unchanged' }>,
  poll: Poll,
  ports: PollPorts,
): Promise<PollReport> {
  const { url, bodyHash, etag, lastModified } = poll.state;
  const told = answerOf(result);
  const kept = result.kind === 'unchanged' ? { etag: told.etag ?? etag, lastModified: told.lastModified ?? lastModified } : {};
  const turn = afterSuccess(poll.state, { ...told, ...kept, url, bodyHash }, null, poll.context);
  return finish(turn, report(poll.feed, 'unchanged'), { poll, ports });
}

async function failed(result: Extract<FetchResult, { kind: 'failed' }>, poll: Poll, ports: PollPorts): Promise<PollReport> {
  const { reason, retryAfter, scope } = result;
  const told = report(poll.feed, 'failed', { reason, isHostHeld: scope === 'host' });
  const { now } = poll.context;
  if (scope === 'machine' && isMachineToBlame(poll.state, now)) return finish(afterOffline(poll.state, reason, now), told, { poll, ports });
  const failure = { reason, retryAfter, scope: scope === 'host' ? ('host' as const) : ('feed' as const) };
  return finish(afterFailure(poll.state, failure, poll.context), told, { poll, ports });
}

async function fetched(result: Extract<FetchResult, { kind: 'fetched' }>, poll: Poll, ports: PollPorts): Promise<PollReport> {
  const parsed = await parse(result, ports);
  if (parsed instanceof FeedParseError) {
    const reason = `what ${result.url} gave cannot be read: ${parsed.message}`;
    return failed({ kind: 'failed', reason, isRetryable: false, retryAfter: null, scope: 'feed' }, poll, ports);
  }
  const seen = await openSeenRows(poll.feed.id, ports.store.feeds);
  const haul = await takeIn(parsed, { feed: poll.feed, state: poll.state, seen }, ports);
  if (haul.kind === 'flood') await ports.tellFeedHealth(floodEvent(poll.feed, haul, poll.context.now));
  if (haul.seen !== null && (await seen.save(haul.seen)) === 'conflict') return report(poll.feed, 'conflict');
  const turn = afterSuccess(poll.state, answerAfter(result, haul, poll.state), readingOf(parsed, haul, poll), poll.context);
  return finish(turn, haulReport(poll.feed, parsed, haul), { poll, ports });
}

async function parse(result: Extract<FetchResult, { kind: 'fetched' }>, ports: PollPorts): Promise<ParsedFeed | FeedParseError> {
  try {
    return await ports.parser.parse(result.bytes, { contentType: result.contentType, url: result.url });
  } catch (error) {
    if (error instanceof FeedParseError) return error;
    throw error;
  }
}

const answerOf = ({ etag, lastModified, freshUntil, permanentUrl }: Extract<FetchResult, { kind: 'fetched' | 'unchanged' }>) => ({
  ...{ etag, lastModified, freshUntil, permanentUrl },
});

/** Items that are to be tried again must be fetched again: the answer is not remembered until all of it was taken in. */
function answerAfter(result: Extract<FetchResult, { kind: 'fetched' }>, haul: Haul, state: FeedState) {
  const { url, bodyHash } = result;
  if (haul.failing.length === 0) return { ...answerOf(result), url, bodyHash };
  return { ...answerOf(result), url: state.url, etag: null, lastModified: null, bodyHash: null };
}

function readingOf(parsed: ParsedFeed, haul: Haul, { state, context }: Poll): Reading {
  const found = haul.newItems.length + haul.revisions.length;
  const times = haul.newItems.filter(({ effectiveReason }) => effectiveReason === 'published').map(({ effectiveAt }) => effectiveAt);
  const newest = [state.newestItemAt ?? '', ...haul.newItems.map(({ effectiveAt }) => effectiveAt)].sort().at(-1) ?? '';
  return {
    asks: asksOf(parsed.hints),
    lastChangeAt: found === 0 ? state.lastChangeAt : haul.kind === 'baseline' ? newest : context.now,
    newestItemAt: newest === '' ? null : newest,
    longestGapMinutes: haul.kind === 'flood' ? state.longestGapMinutes : longestGap(state, times),
    failing: haul.failing,
    shape: shapeOf(parsed, state.shape),
    newShare: haul.kind === 'live' && haul.itemsInFeed > 0 ? haul.newItems.length / haul.itemsInFeed : null,
  };
}

/** Tells what is to be told, then writes the state, if there is something to write. */
async function finish(turn: Turn, told: PollReport, { poll, ports }: { poll: Poll; ports: PollPorts }): Promise<PollReport> {
  if (turn.event !== null) await ports.tellFeedHealth(turn.event);
  const hasNews = told.newItems + told.revisions > 0;
  if (!hasNews && !isWorthWriting(poll.state, turn.state)) return told;
  return (await ports.store.feeds.writeState(turn.state)) === 'stored' ? told : { ...told, outcome: 'conflict' };
}

function haulReport(feed: Feed, parsed: ParsedFeed, haul: Haul): PollReport {
  const counts = { newItems: haul.newItems.length, revisions: haul.revisions.length, parked: haul.parked.length };
  const outcome = haul.kind === 'live' && counts.newItems + counts.revisions === 0 ? 'nothing_new' : haul.kind;
  const dropped = [
    ...parsed.dropped.reasons,
    ...(haul.ignored > 0 ? [`${haul.ignored} items without words, or more than are taken from one feed`] : []),
  ];
  const itemIds = [...haul.newItems, ...haul.revisions].map(({ id }) => id);
  const reason = haul.failing.length > 0 ? `${haul.failing.length} items could not be taken in and will be tried again` : null;
  return report(feed, outcome, { ...counts, dropped, itemIds, reason });
}

const report = (feed: Feed, outcome: PollReport['outcome'], rest: Partial<PollReport> = {}): PollReport => ({
  ...{ newItems: 0, revisions: 0, parked: 0, dropped: [], itemIds: [], isHostHeld: false, reason: null },
  ...rest,
  feedId: feed.id,
  outcome,
});
