import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import { T0 } from '../builders.ts';
import { aWorld, FEEDS, minutesAfter, startProcess } from '../core/pipeline/small-world.ts';

describe('the pipeline of one machine', () => {
  it('that is asked each minute polls each feed once in its interval', async () => {
    const world = aWorld(openMemoryStore());
    const pipeline = startProcess(world);
    const polled: string[] = [];
    for (let minute = 0; minute <= 30; minute += 1) {
      world.clock.set(minutesAfter(T0, minute));
      polled.push(...(await pipeline.poll()).reports.map(({ feedId }) => feedId));
    }
    for (const { id } of FEEDS) expect(polled.filter((feedId) => feedId === id)).toHaveLength(1 + 30 / 5);
  });

  it('begins the next turn with the feeds for which the turn before had no time left', async () => {
    const world = aWorld(openMemoryStore());
    const { feeds } = world.store;
    const slowFeeds = {
      ...feeds,
      readState: (id: string) => {
        if (id === FEEDS[0]?.id) world.clock.set(minutesAfter(T0, 11));
        return feeds.readState(id);
      },
    };
    const pipeline = startProcess(world, {
      store: { ...world.store, feeds: slowFeeds },
      feeds: FEEDS.map((feed) => ({ ...feed, intervalMinutes: 1440 })),
    });
    expect((await pipeline.poll()).reports.map(({ feedId }) => feedId)).toEqual([FEEDS[0]?.id]);
    world.clock.set(minutesAfter(T0, 12));
    expect((await pipeline.poll()).reports.map(({ feedId }) => feedId)).toContain(FEEDS[1]?.id);
    world.clock.set(minutesAfter(T0, 13));
    expect((await pipeline.poll()).reports.map(({ feedId }) => feedId)).not.toContain(FEEDS[1]?.id);
  });
});
