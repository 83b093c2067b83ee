import { describe, expect, it } from 'vitest';
import { healthEvent, longestGap, shapeOf, troubleOf } from '../../../core/feed/health.ts';
import { T0 } from '../../builders.ts';
import { aFeed, aFeedState, aParsedFeed, parsedItemNo } from '../../feed-builders.ts';

const hoursAgo = (hours: number): string => new Date(Date.parse(T0) - hours * 3_600_000).toISOString();

describe('a feed is dead', () => {
  it.each([
    ['after five failures over a day', 5, 24, true],
    ['not after five failures in an hour', 5, 1, false],
    ['not after four failures in two days', 4, 48, false],
  ])('%s', (_when, failures, hours, isDead) => {
    const trouble = troubleOf(aFeedState({ failures, failingSince: hoursAgo(hours) }), T0);
    expect(trouble).toEqual(isDead ? { kind: 'dead', since: hoursAgo(hours) } : null);
  });

  it('at once when its publisher ended it', () => {
    expect(troubleOf(aFeedState({ isStopped: true, failures: 1, failingSince: T0 }), T0)).toEqual({ kind: 'dead', since: T0 });
  });
});

describe('a feed is silent', () => {
  it.each([
    ['after three times its longest gap', 20, 61, true],
    ['not within its habit', 20, 59, false],
    ['not before two days, however busy it was', 1, 47, false],
    ['after two days when it was busy', 1, 49, true],
  ])('%s', (_when, gapHours, quietHours, isSilent) => {
    const state = aFeedState({ longestGapMinutes: gapHours * 60, lastChangeAt: hoursAgo(quietHours) });
    expect(troubleOf(state, T0)).toEqual(isSilent ? { kind: 'silent', since: hoursAgo(quietHours) } : null);
  });

  it('never while its habit is not known', () => {
    expect(troubleOf(aFeedState({ longestGapMinutes: null, lastChangeAt: hoursAgo(9_999) }), T0)).toBeNull();
  });

  it('keeps its trouble while it fails, so that one failure is no recovery', () => {
    const trouble = { kind: 'silent' as const, since: hoursAgo(99) };
    expect(troubleOf(aFeedState({ trouble, failures: 1, failingSince: T0 }), T0)).toEqual(trouble);
  });
});

describe('an event', () => {
  const dead = { kind: 'dead' as const, since: hoursAgo(30) };
  const event = (before: typeof dead | null, after: typeof dead | null) =>
    healthEvent(aFeed(), { before, after, reason: 'it answers 500', at: T0 });

  it('is told once when trouble begins, and once when it ends', () => {
    expect(event(null, dead)).toMatchObject({ kind: 'dead', feedId: 'example-wire', since: dead.since, at: T0 });
    expect(event(null, dead)?.what).toContain('it answers 500');
    expect(event(dead, dead)).toBeNull();
    expect(event(dead, null)).toMatchObject({ kind: 'recovered', since: dead.since });
    expect(event(null, null)).toBeNull();
  });

  it('has the same id when the poll is done again, and another for the next trouble', () => {
    expect(event(null, dead)?.id).toBe(event(null, dead)?.id);
    expect(event(null, dead)?.id).not.toBe(event(null, { ...dead, since: T0 })?.id);
    expect(event(null, dead)?.id).not.toBe(event(dead, null)?.id);
  });
});

describe('the habit of a feed', () => {
  const unknown = { newestItemAt: null, longestGapMinutes: null, trouble: null };
  const known = { newestItemAt: hoursAgo(20), longestGapMinutes: 600, trouble: null };

  it('starts with the longest gap between the dates of its first document, when it has five', () => {
    expect(longestGap(unknown, [0, 10, 11, 12, 13].map(hoursAgo))).toBe(600);
    expect(longestGap(unknown, [3, 1, 0, 7].map(hoursAgo))).toBeNull();
    expect(longestGap(unknown, [])).toBeNull();
  });

  it('fades: a gap of years ago in an archive is none, a longer one counts at once', () => {
    const year = 24 * 365;
    expect(longestGap(unknown, [3 * year, 2 * year, ...Array.from({ length: year }, (_, hour) => hour)].map(hoursAgo))).toBeLessThan(300);
    expect(longestGap(known, [hoursAgo(0)])).toBe(1200);
    const month = Array.from({ length: 24 * 30 }, (_, hour) => hoursAgo(hour));
    const faded = longestGap({ ...known, newestItemAt: hoursAgo(24 * 30), longestGapMinutes: 10_000 }, month) ?? 0;
    expect(faded).toBeGreaterThan(4_900);
    expect(faded).toBeLessThan(5_100);
  });

  it('is told by the items’ own times, so that a machine that was switched off teaches nothing', () => {
    expect(longestGap(known, [0, 5, 10, 15].map(hoursAgo))).toBeLessThanOrEqual(600);
  });

  it('does not learn from a silence that was told as trouble', () => {
    expect(longestGap({ ...known, newestItemAt: hoursAgo(500), trouble: { kind: 'silent', since: T0 } }, [hoursAgo(0)])).toBe(600);
  });

  it('stays when nothing new came', () => {
    expect(longestGap(known, [])).toBe(600);
  });
});

describe('a drift', () => {
  const items = Array.from({ length: 10 }, (_, n) => parsedItemNo(n));
  const undated = items.map((item) => ({ ...item, published: null }));
  const healthy = shapeOf(aParsedFeed(items), null);

  it('is nothing for a feed that looks as before', () => {
    expect(shapeOf(aParsedFeed(items.slice(3)), healthy).drift).toBeNull();
  });

  it.each([
    ['empty', aParsedFeed([])],
    ['undated', aParsedFeed(undated)],
    ['damaged', aParsedFeed(items, { dropped: { count: 5, reasons: ['5 items: no end'] } })],
    ['format', aParsedFeed(items, { format: 'atom' })],
  ])('is seen when a feed becomes %s', (kind, parsed) => {
    expect(shapeOf(parsed, healthy).drift).toMatch(new RegExp(`^${kind}: `));
  });

  it.each([
    ['empty', aParsedFeed([])],
    ['undated', aParsedFeed(undated)],
  ])('stays while the feed is still %s, and ends when it looks well', (kind, parsed) => {
    const twice = shapeOf(parsed, shapeOf(parsed, healthy));
    expect(twice.drift).toMatch(new RegExp(`^${kind}: `));
    expect(shapeOf(aParsedFeed(items), twice).drift).toBeNull();
  });

  it('is none for a feed that never had dates', () => {
    expect(shapeOf(aParsedFeed(undated), shapeOf(aParsedFeed(undated), null)).drift).toBeNull();
  });
});
