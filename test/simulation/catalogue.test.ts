import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import { live, publish, STEPS } from '../core/pipeline/saga.ts';
import { aWorld, minutesAfter, startProcess, subscribeAll, type World } from '../core/pipeline/small-world.ts';
import { CALM } from './faults.ts';
import { wrongsOf } from './shrink.ts';
import { SETTINGS } from './simulate.ts';

/** Faults of docs/faults.md that no other room's tests show. */
const slow = { timeout: 180_000 };

describe('one kind of fault alone', () => {
  test('a stream that never brings anything loses nothing: the sweep tells it all', slow, async () => {
    for (const seed of [1, 2, 3])
      expect(await wrongsOf({ ...SETTINGS, seed, faults: { ...CALM, streamLoss: 1 } }), `seed ${seed}`).toEqual([]);
  });

  test('messages that all come twice, late and in no order, are told once', slow, async () => {
    for (const seed of [1, 2, 3])
      expect(await wrongsOf({ ...SETTINGS, seed, faults: { ...CALM, duplicate: 1 } }), `seed ${seed}`).toEqual([]);
  });

  test('a store that refuses every fourth call loses nothing', slow, async () => {
    for (const seed of [1, 2, 3])
      expect(await wrongsOf({ ...SETTINGS, seed, faults: { ...CALM, throttle: 0.25 } }), `seed ${seed}`).toEqual([]);
  });

  test('clocks ten minutes apart lose nothing and tell nothing twice', slow, async () => {
    for (const seed of [1, 2, 3]) {
      const wrongs = await wrongsOf({ ...SETTINGS, seed, faults: { ...CALM, skewMs: 600_000 } });
      expect(
        wrongs.filter((wrong) => !wrong.startsWith('sequence')),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });
});

async function played(): Promise<World> {
  const world = aWorld(openMemoryStore());
  await subscribeAll(world);
  const process = startProcess(world);
  for (let step = 0; step < STEPS.length; step += 1) {
    publish(world, step);
    await live(world, step, process);
  }
  return world;
}

test('an item that stands in its feed for four hundred days is told once', async () => {
  const world = await played();
  const told = world.deliveries.length;
  const process = startProcess(world);
  for (let day = 1; day <= 400; day += 13) {
    world.clock.set(minutesAfter('2026-03-02T08:00:00.000Z', day * 1440));
    const line = `other-${day} @ ${world.clock.now()} | the weather of day ${day}`;
    for (const lines of world.documents.values()) lines.push(line);
    const { records } = await process.poll();
    await process.settle();
    const texts = records.map(({ item }) => item.title);
    expect(texts, `day ${day}`).toEqual([`the weather of day ${day}`, `the weather of day ${day}`]);
  }
  const later = world.deliveries.slice(told).flatMap(({ developmentIds }) => developmentIds);
  const kinds = await Promise.all(later.map(async (id) => (await world.store.developments.get(id))?.kind));
  expect(kinds.filter((kind) => kind !== 'outcome_unknown')).toEqual([]);
});

test('a way out that is down for six hours loses no alert, and is asked less and less', async () => {
  const world = aWorld(openMemoryStore());
  await subscribeAll(world);
  const tries: string[] = [];
  const sent: string[] = [];
  const backAt = minutesAfter('2026-03-01T08:00:00.000Z', 360);
  const process = startProcess(world, {
    channel: {
      channel: 'terminal',
      send: async (_subscription, alert) => {
        tries.push(alert.id);
        if (world.clock.now() < backAt) return { kind: 'failed', isRetryable: true, isUnsent: true, reason: '503' };
        sent.push(...alert.developmentIds);
        return { kind: 'sent', receipt: null };
      },
    },
  });
  for (let step = 0; step < STEPS.length; step += 1) {
    publish(world, step);
    await live(world, step, process);
  }
  for (let minute = 150; minute < 600; minute += 1) {
    world.clock.set(minutesAfter('2026-03-01T08:00:00.000Z', minute));
    await process.settle();
  }
  const calm = (await played()).deliveries.flatMap(({ developmentIds }) => developmentIds);
  expect([...sent].sort()).toEqual([...calm].sort());
  expect(Math.max(...[...new Set(tries)].map((id) => tries.filter((other) => other === id).length))).toBeLessThan(20);
});
