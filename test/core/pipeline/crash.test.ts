import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { type Fate, fate, mortalChannel, mortalStore } from './crashing-store.ts';
import { endingOf, repeats, timesTold } from './ending.ts';
import { live, publish, STEPS } from './saga.ts';
import { aWorld, recordingChannel, startProcess, subscribeAll, type World } from './small-world.ts';

/** Plays the saga; when the process dies it is started again at once. */
async function play(mine: Fate): Promise<World> {
  const world = aWorld(openMemoryStore());
  await subscribeAll(world);
  let process = startProcess(world, { store: mortalStore(world.store, mine), channel: mortalChannel(recordingChannel(world), mine) });
  for (let step = 0; step < STEPS.length; step += 1) {
    publish(world, step);
    const wasDead = mine.isDead;
    await live(world, step, process).catch((error) => expect(mine.isDead, String(error)).toBe(true));
    if (!mine.isDead || wasDead) continue;
    process = startProcess(world);
    await process.poll();
  }
  return world;
}

const NEVER = Number.POSITIVE_INFINITY;

describe('a process that dies at any step and is started again', async () => {
  const whole = fate(NEVER, 'before');
  const calm = await play(whole);
  const ending = await endingOf(calm);

  test('tells each development of the calm run once, both stories of one item in one message', () => {
    expect(ending.developments.length).toBeGreaterThanOrEqual(4);
    expect(ending.told).toEqual(ending.developments);
    expect(timesTold(calm)).toBe(1);
    expect(calm.deliveries.some(({ developmentIds }) => developmentIds.length === 2)).toBe(true);
    expect(ending.work).toEqual([]);
  });

  test('loses nothing and tells nothing twice, dying between any two of its calls', { timeout: 180_000 }, async () => {
    for (let k = 1; k <= whole.calls; k += 1) {
      const mine = fate(k, 'before');
      const world = await play(mine);
      const next = mine.trace.at(-1);
      const where = `dying before call ${k} (${next})`;
      expect(await endingOf(world), where).toEqual(ending);
      expect(repeats(world), where).toBeLessThanOrEqual(next === 'alerts.settle' ? 1 : 0);
      expect(timesTold(world), where).toBeLessThanOrEqual(next === 'alerts.settle' ? 2 : 1);
    }
  });
});
