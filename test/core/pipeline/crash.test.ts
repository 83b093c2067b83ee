import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { type Fate, fate, mortalChannel, mortalStore } from './crashing-store.ts';
import { publish, SAGA_ROUNDS } from './saga.ts';
import { aWorld, minutesAfter, recordingChannel, startProcess, subscribeAll, type World } from './small-world.ts';

const EACH_MINUTE: readonly number[] = [1, 4, 1, 4];
/** The reversal waits two hours; then its alert, and whatever a crash delayed. */
const LAST_STEPS: readonly number[] = [1, 4, 1, 4, 1, 120, 1, 1, 1, 1, 1, 1, 1];

/** Plays the saga; when the process dies it is started again at once. Then lets the time pass that alerts may take. */
async function play(mine: Fate): Promise<World> {
  const world = aWorld(openMemoryStore());
  await subscribeAll(world);
  let wasRestarted = false;
  let process = startProcess(world, { store: mortalStore(world.store, mine), channel: mortalChannel(recordingChannel(world), mine) });
  const orRestart = async (step: () => Promise<unknown>): Promise<void> => {
    await step().catch((error) => expect(mine.isDead, String(error)).toBe(true));
    if (!mine.isDead || wasRestarted) return;
    wasRestarted = true;
    process = startProcess(world);
    await process.poll();
  };
  for (let round = 0; round < SAGA_ROUNDS; round += 1) {
    publish(world, round);
    for (const minutes of round === SAGA_ROUNDS - 1 ? LAST_STEPS : EACH_MINUTE) {
      world.clock.set(minutesAfter(world.clock.now(), minutes));
      await orRestart(() => process.settle());
      await orRestart(() => process.poll());
    }
  }
  return world;
}

const told = (world: World): readonly string[] => [...new Set(world.deliveries.flatMap(({ developmentIds }) => developmentIds))].sort();
const NEVER = Number.POSITIVE_INFINITY;

describe('a process that dies at any step and is started again', async () => {
  const whole = fate(NEVER, 'before');
  const calm = await play(whole);
  const allItems = (await calm.store.archive.listItems(listing)).rows.map(({ item }) => item.id).sort();
  const allDevelopments = (await calm.store.archive.listDevelopments(listing)).rows.map(({ id }) => id).sort();

  test('tells each development of the calm run once, both stories of one item in one message', () => {
    expect(allDevelopments.length).toBeGreaterThanOrEqual(4);
    expect(told(calm)).toEqual(allDevelopments);
    expect(timesTold(calm)).toBe(1);
    expect(calm.deliveries.some(({ developmentIds }) => developmentIds.length === 2)).toBe(true);
  });

  test.each(['before', 'after'] as const)('loses nothing and tells nothing twice, dying %s each of its calls', async (when) => {
    for (let k = 1; k <= whole.calls; k += 1) {
      const mine = fate(k, when);
      const world = await play(mine);
      const where = `dying ${when} call ${k} (${mine.trace.at(-1)})`;
      expect(told(world), where).toEqual(allDevelopments);
      expect((await world.store.archive.listItems(listing)).rows.map(({ item }) => item.id).sort(), where).toEqual(allItems);
      const isInGap =
        (mine.trace.at(-1) === 'channel.send' && when === 'after') || (mine.trace.at(-1) === 'alerts.settle' && when === 'before');
      const repeats = world.deliveries.length - new Set(world.deliveries.map(({ alertId }) => alertId)).size;
      expect(repeats, where).toBeLessThanOrEqual(isInGap ? 1 : 0);
      expect(timesTold(world), where).toBeLessThanOrEqual(isInGap ? 2 : 1);
      expect(await leftOver(world), where).toEqual([]);
    }
  });
});

const listing = { limit: 1000, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };
const leftOver = (world: World) => world.store.work.listDue('9999', 100);

/** How often the most told development was told. */
function timesTold(world: World): number {
  const counts = new Map<string, number>();
  for (const id of world.deliveries.flatMap(({ developmentIds }) => developmentIds)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Math.max(...counts.values());
}
