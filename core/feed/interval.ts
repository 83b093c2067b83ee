import type { Feed, FeedState, PollAsks } from './feed.ts';
import type { PollHints } from './parsed-feed.ts';

/** The owner's bounds (config `polling`), in minutes. */
export type IntervalBounds = { readonly minMinutes: number; readonly maxMinutes: number };

/** Intervals are classes, so that a feed's schedule changes, and is written, seldom. */
export const INTERVAL_CLASSES = [5, 10, 15, 20, 30, 60, 120, 240, 480, 720, 1440];

/** Publishers and back-off hold a feed for a day at most. */
export const LONGEST_HOLD_MINUTES = 1440;

/** A feed that has been quiet for a while is asked about this often in as long a time again: after a quiet day every 20 minutes, after a week every two hours. */
const POLLS_PER_SILENCE = 72;
/** When more of the document than this is new, items may have passed unseen. */
const BUSY_SHARE = 0.5;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** `newShare`: new items of the last poll as a share of the document, null when it was not read. */
export type Habit = { readonly lastChangeAt: string | null; readonly newShare: number | null; readonly now: string };

/** Minutes to the next poll: shorter while news outruns us, longer in a long silence or where the publisher asks, within the bounds. */
export function nextInterval(feed: Feed, state: Pick<FeedState, 'intervalMinutes' | 'asks'>, habit: Habit, bounds: IntervalBounds): number {
  const quiet = habit.lastChangeAt === null ? 0 : minutesBetween(habit.lastChangeAt, habit.now);
  const isBusy = habit.newShare !== null && habit.newShare > BUSY_SHARE;
  const patient = Math.max(feed.intervalMinutes, classBelow(quiet / POLLS_PER_SILENCE));
  const wanted = isBusy ? Math.min(feed.intervalMinutes, classBelow(state.intervalMinutes / 2)) : patient;
  const bounded = Math.min(Math.max(wanted, bounds.minMinutes), Math.max(bounds.maxMinutes, feed.intervalMinutes));
  return Math.max(bounded, Math.min(state.asks?.ttlMinutes ?? 0, LONGEST_HOLD_MINUTES));
}

/** The feed's own wishes, as they are kept; null when it has none. Skipping every hour or every day is no wish that can be met. */
export function asksOf(hints: PollHints): PollAsks | null {
  const ttlMinutes = Math.ceil(Math.max(hints.ttlMinutes ?? 0, hints.updatePeriodMinutes ?? 0));
  const skipHours = hints.skipHours.length >= 24 ? [] : [...hints.skipHours];
  const skipDays = hints.skipDays.length >= 7 ? [] : [...hints.skipDays];
  if (ttlMinutes <= 0 && skipHours.length === 0 && skipDays.length === 0) return null;
  return { ttlMinutes: ttlMinutes > 0 ? ttlMinutes : null, skipHours, skipDays };
}

/**
 * When the publisher wants us later than the interval would bring us: the HTTP answer is fresh until then, or the hours or days are skipped.
 * Null = the interval alone decides.
 */
export function publisherHold(
  freshUntil: string | null,
  asks: PollAsks | null,
  next: { readonly now: string; readonly intervalMinutes: number },
): string | null {
  const due = Date.parse(next.now) + next.intervalMinutes * MINUTE_MS;
  const latest = Date.parse(next.now) + LONGEST_HOLD_MINUTES * MINUTE_MS;
  const fresh = freshUntil === null ? due : Math.max(due, Math.min(Date.parse(freshUntil), latest));
  const wanted = asks === null ? fresh : afterSkips(fresh, asks, latest);
  return wanted > due ? new Date(wanted).toISOString() : null;
}

/** The first hour from `at` on that the feed does not skip. */
function afterSkips(at: number, asks: PollAsks, latest: number): number {
  let moment = at;
  while (moment < latest && isSkipped(moment, asks)) moment = (Math.floor(moment / HOUR_MS) + 1) * HOUR_MS;
  return Math.min(moment, Math.max(latest, at));
}

function isSkipped(moment: number, asks: PollAsks): boolean {
  const date = new Date(moment);
  return asks.skipHours.includes(date.getUTCHours()) || asks.skipDays.includes(WEEKDAYS[date.getUTCDay()] ?? '');
}

const classBelow = (minutes: number): number => INTERVAL_CLASSES.findLast((one) => one <= minutes) ?? INTERVAL_CLASSES[0] ?? 5;
const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MINUTE_MS;
