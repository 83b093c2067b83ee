import { createHash } from 'node:crypto';
import type { Feed, FeedShape, FeedState } from './feed.ts';
import type { ParsedFeed } from './parsed-feed.ts';

/**
 * Told once when a feed dies or goes silent, once when it recovers, and when it sends its archive again ("flooded").
 * `id` is hashed from feed, kind and what it is about, so a repeat is the same event.
 */
export type FeedHealthEvent = {
  readonly id: string;
  readonly feedId: string;
  readonly outlet: string;
  readonly kind: 'dead' | 'silent' | 'recovered' | 'flooded';
  /** When the trouble began. */
  readonly since: string;
  readonly at: string;
  /** One line for a person: what is wrong and what to do. */
  readonly what: string;
};

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A feed is dead when it has failed this often in a row for so long; shorter outages mend themselves. */
const DEAD = { failures: 5, hours: 24 };
/** A feed is silent when it has brought nothing for this many times its longest ordinary gap, and for two days at least (weekends, holidays). */
const SILENT = { gaps: 3, hours: 48 };
/** A long gap is half forgotten after a month, so that a feed that has become busy is missed sooner. */
const GAP_HALF_LIFE_MS = 30 * 24 * HOUR_MS;

/** Fewer item times than this show no habit. */
const FEWEST_TIMES = 5;

type Trouble = FeedState['trouble'];
type Vital = Pick<FeedState, 'failures' | 'failingSince' | 'lastChangeAt' | 'longestGapMinutes' | 'isStopped' | 'trouble'>;

/** What is wrong with a feed now, or null. */
export function troubleOf(state: Vital, now: string): Trouble {
  const since = state.failingSince ?? now;
  if (state.isStopped) return { kind: 'dead', since };
  if (state.failures >= DEAD.failures && age(since, now) >= DEAD.hours * HOUR_MS) return { kind: 'dead', since };
  if (state.failures > 0) return state.trouble;
  return isSilent(state, now) && state.lastChangeAt !== null ? { kind: 'silent', since: state.lastChangeAt } : null;
}

function isSilent({ lastChangeAt, longestGapMinutes }: Vital, now: string): boolean {
  if (lastChangeAt === null || longestGapMinutes === null) return false;
  return age(lastChangeAt, now) > Math.max(SILENT.hours * HOUR_MS, SILENT.gaps * longestGapMinutes * MINUTE_MS);
}

/** The event to tell when trouble begins, changes its kind or ends; null when nothing moved. */
export function healthEvent(
  feed: Feed,
  turn: { readonly before: Trouble; readonly after: Trouble; readonly reason: string | null; readonly at: string },
): FeedHealthEvent | null {
  const { before, after, reason, at } = turn;
  if (before?.kind === after?.kind) return null;
  const kind = after?.kind ?? 'recovered';
  const since = after?.since ?? before?.since ?? at;
  const id = eventId(feed.id, kind, since);
  return {
    id,
    feedId: feed.id,
    outlet: feed.outlet,
    kind,
    since,
    at,
    what: WHAT[kind](feed, since.slice(0, 16).replace('T', ' '), reason),
  };
}

export const eventId = (feedId: string, kind: FeedHealthEvent['kind'], about: string): string =>
  createHash('sha256').update(`feed-health\u0000${feedId}\u0000${kind}\u0000${about}`).digest('hex').slice(0, 16);

const WHAT: Record<Exclude<FeedHealthEvent['kind'], 'flooded'>, (feed: Feed, since: string, reason: string | null) => string> = {
  dead: (feed, since, reason) =>
    `The feed "${feed.id}" (${feed.outlet}) has not been readable since ${since} UTC: ${reason ?? 'no answer'}. Check its address with \`summitwire feeds check ${feed.id}\`.`,
  silent: (feed, since) =>
    `The feed "${feed.id}" (${feed.outlet}) answers but has brought nothing new since ${since} UTC, far longer than is its habit. It may have moved: \`summitwire feeds check ${feed.id}\`.`,
  recovered: (feed, since) => `The feed "${feed.id}" (${feed.outlet}) is back; its trouble began ${since} UTC.`,
};

/**
 * The longest ordinary gap between two items, in minutes, after new ones came: measured by their own times, so that a machine that was switched off
 * teaches nothing. What was known fades; a gap that was told as trouble is no habit. Null while fewer than five times are known.
 */
export function longestGap(
  state: Pick<FeedState, 'newestItemAt' | 'longestGapMinutes' | 'trouble'>,
  newTimes: readonly string[],
): number | null {
  const before = state.newestItemAt === null || state.trouble !== null ? [] : [state.newestItemAt];
  const times = [...before, ...newTimes].map((time) => Date.parse(time)).sort((a, b) => a - b);
  if (state.longestGapMinutes === null && times.length < FEWEST_TIMES) return null;
  let longest = (state.longestGapMinutes ?? 0) * MINUTE_MS;
  for (const [i, time] of times.entries()) {
    const gap = time - (times[i - 1] ?? time);
    longest = Math.max(gap, longest * 2 ** (-gap / GAP_HALF_LIFE_MS));
  }
  return Math.round((100 * longest) / MINUTE_MS) / 100;
}

/** What the document looks like, and what got worse since the poll before. */
export function shapeOf(parsed: ParsedFeed, before: FeedShape | null): FeedShape {
  const now = {
    format: parsed.format,
    items: parsed.items.length,
    dated: parsed.items.filter(({ published }) => published !== null).length,
    dropped: parsed.dropped.count,
  };
  return { ...now, drift: before === null ? null : driftOf(before, now) };
}

type Look = Omit<FeedShape, 'drift'>;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Each kind of drift: when it is seen, and what is said. A drift stays until the feed looks well again. */
const DRIFTS: readonly { isSeen(before: FeedShape, now: Look): boolean; say(before: FeedShape, now: Look): string; readonly id: string }[] =
  [
    {
      id: 'empty',
      isSeen: (before, now) => now.items === 0 && (before.items > 0 || hasDrift(before, 'empty')),
      say: () => 'empty: the feed lists no items any more',
    },
    {
      id: 'undated',
      isSeen: (before, now) =>
        now.items > 0 && share(now.dated, now.items) < 0.5 && (share(before.dated, before.items) > 0.9 || hasDrift(before, 'undated')),
      say: (_before, now) => `undated: ${now.items - now.dated} of ${now.items} items carry no date that can be read`,
    },
    {
      id: 'damaged',
      isSeen: (_before, now) => share(now.dropped, now.items + now.dropped) > 0.2,
      say: (_before, now) => `damaged: ${now.dropped} of ${now.items + now.dropped} items cannot be read`,
    },
    {
      id: 'format',
      isSeen: (before, now) => before.format !== now.format,
      say: (before, now) => `format: ${before.format} became ${now.format}`,
    },
  ];

const hasDrift = (shape: FeedShape, id: string): boolean => shape.drift?.startsWith(`${id}:`) ?? false;

function driftOf(before: FeedShape, now: Look): string | null {
  const drift = DRIFTS.find((one) => one.isSeen(before, now));
  return drift === undefined ? null : drift.say(before, now);
}

const age = (from: string, to: string): number => Date.parse(to) - Date.parse(from);
