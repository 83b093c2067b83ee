import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed, FeedSchedule } from '../../../core/feed/feed.ts';
import { dispatchPolls } from '../../../core/pipeline/dispatch-polls.ts';
import { T0 } from '../../builders.ts';
import { aFeed } from '../../feed-builders.ts';

const minute = (n: number): string => new Date(Date.parse(T0) + n * 60_000).toISOString();
const feeds = (count: number, hosts: number, part: Partial<Feed> = {}): Feed[] =>
  Array.from({ length: count }, (_, i) => aFeed({ id: `feed-${i}`, url: `https://host-${i % hosts}.example/${i}`, ...part }));
const none = new Map<string, FeedSchedule>();
const aSchedule = (part: Partial<FeedSchedule> = {}): FeedSchedule => ({
  ...{ intervalMinutes: 10, holdUntil: null, holdScope: 'feed', isStopped: false, configuredUrl: 'https://host-0.example/0' },
  ...part,
});
const due = (all: readonly Feed[], since: string | null, now: string, schedule: ReadonlyMap<string, FeedSchedule> = none): string[] =>
  dispatchPolls(all, schedule, { since, now }).flatMap(({ feedIds }) => feedIds);
/** Minutes at which each feed was due, ticking once a minute. */
function minutesDue(all: readonly Feed[], minutes: number, schedule: ReadonlyMap<string, FeedSchedule> = none): Map<string, number[]> {
  const found = new Map(all.map(({ id }): [string, number[]] => [id, []]));
  for (let n = 1; n <= minutes; n += 1) for (const id of due(all, minute(n - 1), minute(n), schedule)) found.get(id)?.push(n);
  return found;
}

describe('each feed', () => {
  it('is due once in every interval, whatever the interval', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 90 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (intervalMinutes, count, hosts) => {
          for (const times of minutesDue(feeds(count, hosts, { intervalMinutes }), intervalMinutes * 3).values()) {
            expect(times).toHaveLength(3);
            expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(intervalMinutes);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is due at the first start', () => {
    expect(due(feeds(120, 7), null, T0)).toHaveLength(120);
  });

  it('is never due when it is switched off', () => {
    expect(due(feeds(3, 1, { isEnabled: false }), null, T0)).toEqual([]);
  });
});

describe('ticks', () => {
  it('that come twice dispatch nothing the second time', () => {
    const all = feeds(50, 5);
    expect(due(all, minute(0), minute(1)).length).toBeGreaterThan(0);
    expect(due(all, minute(1), minute(1))).toEqual([]);
  });

  it('that were missed for three hours are caught up once, not eighteen times', () => {
    const all = feeds(50, 5);
    expect(due(all, minute(0), minute(180)).sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it('however they fall, dispatch each slot once', () => {
    const all = feeds(8, 2);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 60, maxLength: 60 }), (steps) => {
        let now = 0;
        const counts = new Map<string, number>();
        for (const step of steps) {
          for (const id of due(all, minute(now), minute(now + step))) counts.set(id, (counts.get(id) ?? 0) + 1);
          now += step;
        }
        for (const { id } of all) expect(Math.abs((counts.get(id) ?? 0) - Math.floor(now / 10))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hosts', () => {
  it('have their feeds spread evenly over the interval', () => {
    const starts = [...minutesDue(feeds(10, 1), 10).values()].flat().sort((a, b) => a - b);
    expect(starts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('are spread over the interval themselves', () => {
    const perMinute = new Map<number, number>();
    for (const times of minutesDue(feeds(1_000, 1_000), 10).values())
      for (const time of times) perMinute.set(time, (perMinute.get(time) ?? 0) + 1);
    expect(perMinute.size).toBe(10);
    expect(Math.max(...perMinute.values())).toBeLessThan(160);
  });

  it('have their due feeds in one batch, so that one worker keeps the spacing', () => {
    const batches = dispatchPolls(feeds(300, 20), none, { since: null, now: T0, batchSize: 50 });
    const homes = new Map<string, Set<number>>();
    batches.forEach(({ feedIds }, index) => {
      for (const id of feedIds) {
        const host = `${Number(id.slice(5)) % 20}`;
        homes.set(host, (homes.get(host) ?? new Set()).add(index));
      }
    });
    expect([...homes.values()].every((places) => places.size === 1)).toBe(true);
    expect(Math.max(...batches.map(({ feedIds }) => feedIds.length))).toBeLessThanOrEqual(50);
  });
});

describe('the schedule', () => {
  const [feed] = feeds(1, 1) as [Feed];
  const other = aFeed({ id: 'feed-9', url: 'https://host-0.example/9' });

  it('stretches the interval of a feed', () => {
    expect(minutesDue([feed], 60, new Map([[feed.id, aSchedule({ intervalMinutes: 30 })]])).get(feed.id)).toHaveLength(2);
  });

  it('holds a feed until its time, then lets it through at once, and once', () => {
    const schedule = new Map([[feed.id, aSchedule({ holdUntil: minute(25), intervalMinutes: 1_440 })]]);
    expect(minutesDue([feed], 40, schedule).get(feed.id)).toEqual([25]);
  });

  it('holds all feeds of a host after its 429, and no other host', () => {
    const schedule = new Map([[feed.id, aSchedule({ holdUntil: minute(25), holdScope: 'host' })]]);
    const elsewhere = aFeed({ id: 'feed-8', url: 'https://else.example/' });
    const times = minutesDue([feed, other, elsewhere], 24, schedule);
    expect([times.get(feed.id), times.get(other.id)]).toEqual([[], []]);
    expect(times.get(elsewhere.id)?.length).toBeGreaterThan(1);
    const alone = new Map([[feed.id, aSchedule({ holdUntil: minute(25), holdScope: 'feed' })]]);
    expect(minutesDue([feed, other], 24, alone).get(other.id)?.length).toBeGreaterThan(1);
  });

  it('never asks a stopped feed, until its config gives it another address', () => {
    const schedule = new Map([[feed.id, aSchedule({ isStopped: true })]]);
    expect(due([feed], null, T0, schedule)).toEqual([]);
    expect(due([{ ...feed, url: 'https://host-0.example/new' }], null, T0, schedule)).toEqual([feed.id]);
  });
});
