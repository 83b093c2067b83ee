import { describe, expect, it } from 'vitest';
import { type PollFeedsPorts, pollFeeds } from '../../../core/pipeline/poll-feeds.ts';
import { T0 } from '../../builders.ts';
import { parsedItemNo } from '../../feed-builders.ts';
import { aPollWorld, failure, hostFeeds, type PollWorld } from './poll-world.ts';

const options = { deadline: '2026-03-01T09:00:00.000Z', hostSpacingMs: 1_500, concurrency: 8, worker: 'worker-1' };

/** A world in which each fetch takes a second of the virtual clock. */
function slowWorld(pauses: number[] = []): PollWorld & { slow: PollFeedsPorts; most: () => number } {
  const world = aPollWorld();
  const open = { now: 0, most: 0 };
  const slow: PollFeedsPorts = {
    ...world.ports,
    pause: async (milliseconds) => void pauses.push(milliseconds),
    fetcher: {
      fetch: async (feed, state) => {
        open.now += 1;
        open.most = Math.max(open.most, open.now);
        await Promise.resolve();
        world.clock.set(new Date(Date.parse(world.clock.now()) + 1_000).toISOString());
        open.now -= 1;
        return world.ports.fetcher.fetch(feed, state);
      },
    },
  };
  return { ...world, slow, most: () => open.most };
}

describe('a batch', () => {
  it('asks the feeds of one host one after the other, with space between', async () => {
    const pauses: number[] = [];
    const world = slowWorld(pauses);
    await pollFeeds(hostFeeds(4, 'one'), world.slow, options);
    expect(world.most()).toBe(1);
    expect(pauses).toEqual([1_500, 1_500, 1_500]);
  });

  it('asks hosts side by side, as many as it may', async () => {
    const world = slowWorld();
    const feeds = Array.from({ length: 20 }, (_, n) => hostFeeds(2, `host${n}`)).flat();
    const { reports } = await pollFeeds(feeds, world.slow, { ...options, concurrency: 5 });
    expect(reports).toHaveLength(40);
    expect(world.most()).toBe(5);
  });

  it('gives back what was not begun before the deadline', async () => {
    const world = slowWorld();
    const deadline = new Date(Date.parse(T0) + 2_500).toISOString();
    const { reports, unfinished } = await pollFeeds(hostFeeds(6, 'one'), world.slow, { ...options, deadline });
    expect(reports.map(({ feedId }) => feedId)).toEqual(['one-0', 'one-1', 'one-2']);
    expect(unfinished).toEqual(['one-3', 'one-4', 'one-5']);
  });

  it('leaves the other feeds of a host alone after its 429, and says so', async () => {
    const world = aPollWorld();
    world.publish('one-0', failure({ scope: 'host' }));
    const { reports, unfinished } = await pollFeeds([...hostFeeds(3, 'one'), ...hostFeeds(1, 'two')], world.ports, options);
    expect(world.calls.fetches.sort()).toEqual(['one-0', 'two-0']);
    expect(reports).toHaveLength(2);
    expect(unfinished).toEqual([]);
  });

  it('is not failed by one feed, whatever is thrown', async () => {
    const world = aPollWorld();
    for (const n of [0, 2]) world.publish(`one-${n}`, [parsedItemNo(n)]);
    const ports: PollFeedsPorts = {
      ...world.ports,
      fetcher: {
        fetch: (feed, state) => (feed.id === 'one-1' ? Promise.reject(new Error('a bug')) : world.ports.fetcher.fetch(feed, state)),
      },
    };
    const { reports } = await pollFeeds(hostFeeds(3, 'one'), ports, options);
    expect(reports.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['baseline', null],
      ['failed', 'a bug'],
      ['baseline', null],
    ]);
  });

  it('writes one row of liveness', async () => {
    const world = aPollWorld();
    world.publish('one-0', [parsedItemNo(0)]);
    await pollFeeds(hostFeeds(3, 'one'), world.ports, options);
    expect(await world.store.archive.readLiveness()).toMatchObject([{ worker: 'worker-1', checked: 3, changed: 1, failed: 2 }]);
  });

  it('of no feeds is no batch that hangs', async () => {
    expect(await pollFeeds([], aPollWorld().ports, options)).toEqual({ reports: [], unfinished: [] });
  });
});
