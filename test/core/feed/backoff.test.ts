import { describe, expect, it } from 'vitest';
import { holdAfterFailure } from '../../../core/feed/backoff.ts';
import { T0 } from '../../builders.ts';

const minutesUntil = (hold: string): number => (Date.parse(hold) - Date.parse(T0)) / 60_000;
const wait = (failures: number, jitter = 0, part = {}): number =>
  minutesUntil(holdAfterFailure({ failures, intervalMinutes: 10, retryAfter: null, jitter, ...part }, T0));

describe('a feed that fails', () => {
  it('waits twice as long each time, up to a day', () => {
    expect([1, 2, 3, 4, 8, 9, 100].map((failures) => wait(failures))).toEqual([10, 20, 40, 80, 1200, 1200, 1200]);
    expect(wait(100, 1)).toBe(1440);
  });

  it('waits up to a fifth longer by chance, so that feeds that fail together do not come back together', () => {
    expect(wait(3, 0.5)).toBe(44);
    expect(wait(3, 1)).toBe(48);
  });

  it('waits ten minutes at least after a failure, however short its interval', () => {
    expect(wait(1, 0, { intervalMinutes: 5 })).toBe(10);
  });

  it('waits as long as the server says when that is longer, a little more by chance, a day at most', () => {
    expect(wait(1, 0, { retryAfter: '2026-03-01T08:30:00.000Z' })).toBe(30);
    expect(wait(1, 1, { retryAfter: '2026-03-01T08:50:00.000Z' })).toBe(51);
    expect(wait(1, 1, { retryAfter: '2036-03-01T08:00:00.000Z' })).toBe(1440);
  });

  it('never comes back sooner because the server says so', () => {
    expect(wait(1, 0, { retryAfter: '2026-03-01T08:00:01.000Z' })).toBe(10);
    expect(wait(4, 0, { retryAfter: '2026-03-01T08:01:00.000Z' })).toBe(80);
  });
});
