import { describe, expect, it } from 'vitest';
import { asksOf, INTERVAL_CLASSES, nextInterval, publisherHold } from '../../../core/feed/interval.ts';
import { T0 } from '../../builders.ts';
import { aFeed, aFeedState, aParsedFeed } from '../../feed-builders.ts';

const bounds = { minMinutes: 5, maxMinutes: 1440 };
const hoursAgo = (hours: number): string => new Date(Date.parse(T0) - hours * 3_600_000).toISOString();
const hints = aParsedFeed([]).hints;

describe('the interval of a feed', () => {
  const minutesAfter = (quietHours: number, newShare: number | null, part = {}, own = bounds) =>
    nextInterval(aFeed(), aFeedState(part), { lastChangeAt: hoursAgo(quietHours), newShare, now: T0 }, own);

  it.each([
    [0, 10],
    [12, 10],
    [24, 20],
    [24 * 3, 60],
    [24 * 7, 120],
    [24 * 60, 720],
    [24 * 400, 1440],
  ])('grows after %i quiet hours to %i minutes', (hours, minutes) => {
    expect(minutesAfter(hours, null)).toBe(minutes);
  });

  it('is the feed’s own again when news comes', () => {
    expect(minutesAfter(0, 0.1, { intervalMinutes: 240 })).toBe(10);
  });

  it('halves while most of the document is new at each poll, down to the owner’s floor', () => {
    expect(minutesAfter(0, 0.6, { intervalMinutes: 10 })).toBe(5);
    expect(minutesAfter(0, 0.6, { intervalMinutes: 60 })).toBe(10);
    expect(minutesAfter(0, 0.6, { intervalMinutes: 10 }, { ...bounds, minMinutes: 10 })).toBe(10);
  });

  it('never leaves the owner’s bounds, but for a publisher that asks for more patience', () => {
    expect(minutesAfter(24 * 400, null, {}, { minMinutes: 5, maxMinutes: 60 })).toBe(60);
    expect(minutesAfter(0, 0.9, { asks: { ttlMinutes: 30, skipHours: [], skipDays: [] } })).toBe(30);
    expect(minutesAfter(0, null, { asks: { ttlMinutes: 999_999, skipHours: [], skipDays: [] } })).toBe(1440);
    expect(minutesAfter(0, null, { asks: { ttlMinutes: 1, skipHours: [], skipDays: [] } })).toBe(10);
  });

  it('takes few values, so that a schedule is written seldom', () => {
    const values = new Set(Array.from({ length: 5_000 }, (_, hours) => minutesAfter(hours, null)));
    expect([...values].every((minutes) => INTERVAL_CLASSES.includes(minutes))).toBe(true);
  });
});

describe('what a feed asks for', () => {
  it('is the longer of ttl and update period', () => {
    expect(asksOf({ ...hints, ttlMinutes: 15, updatePeriodMinutes: 60 })).toEqual({ ttlMinutes: 60, skipHours: [], skipDays: [] });
  });
  it('is nothing when it asks for nothing, or to be skipped always', () => {
    expect(asksOf(hints)).toBeNull();
    expect(
      asksOf({
        ...hints,
        skipHours: Array.from({ length: 24 }, (_, hour) => hour),
        skipDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
      }),
    ).toBeNull();
  });
});

describe('a hold by the publisher', () => {
  const next = { now: T0, intervalMinutes: 10 };
  const skipping = (skipHours: readonly number[], skipDays: readonly string[] = []) => ({ ttlMinutes: null, skipHours, skipDays });

  it.each([
    [null, null],
    ['2026-03-01T08:05:00.000Z', null],
    ['2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z'],
    ['2036-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z'],
  ])('by an answer that is fresh until %s lasts until %s', (freshUntil, until) => {
    expect(publisherHold(freshUntil, null, next)).toBe(until);
  });

  it('by skipped hours ends with the first hour that is not skipped, GMT', () => {
    expect(publisherHold(null, skipping([8, 9]), next)).toBe('2026-03-01T10:00:00.000Z');
    expect(publisherHold(null, skipping([9]), next)).toBeNull();
    expect(publisherHold('2026-03-01T09:30:00.000Z', skipping([9]), next)).toBe('2026-03-01T10:00:00.000Z');
  });

  it('by skipped days is a day at most', () => {
    expect(publisherHold(null, skipping([], ['sunday']), next)).toBe('2026-03-02T00:00:00.000Z');
    expect(publisherHold(null, skipping([], ['sunday', 'monday', 'tuesday']), next)).toBe('2026-03-02T08:00:00.000Z');
  });
});
