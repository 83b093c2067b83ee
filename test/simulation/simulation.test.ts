import { describe, expect, test } from 'vitest';
import { CALM, FAULTS, STORM } from './faults.ts';
import { PLANTS } from './plants.ts';
import { shrink, wrongsOf } from './shrink.ts';
import { SETTINGS, simulate } from './simulate.ts';

const SEEDS = Array.from({ length: 12 }, (_, n) => n + 1);
const slow = { timeout: 180_000 };

describe('the pipeline under faults', () => {
  test('keeps its promises whatever goes wrong', slow, async () => {
    for (const seed of SEEDS) expect(await wrongsOf({ ...SETTINGS, seed }), `seed ${seed}`).toEqual([]);
  });

  test('keeps them in a storm, with one call in seven in trouble', slow, async () => {
    for (const seed of SEEDS) expect(await wrongsOf({ ...SETTINGS, seed, faults: STORM }), `seed ${seed}`).toEqual([]);
  });

  test('one feed that never answers delays no other by more than a slot', slow, async () => {
    const { witness, newsroom } = await simulate({ ...SETTINGS, faults: CALM });
    for (const feedId of newsroom.feedIds) {
      const polls = witness.polls.get(feedId) ?? [];
      const gaps = polls.slice(1).map((at, i) => at - (polls[i] ?? at));
      expect(polls.length).toBeGreaterThan(10);
      expect(Math.max(...gaps), feedId).toBeLessThan(2 * 30 * 60_000 + 60_000);
    }
  });

  test('a seed plays the same run again, call by call', slow, async () => {
    const [one, other] = [await simulate({ ...SETTINGS, seed: 5 }), await simulate({ ...SETTINGS, seed: 5 })];
    expect(other.history).toEqual(one.history);
    expect(one.history.length).toBeGreaterThan(10);
    expect(other.witness.publishes.map(({ at }) => at)).toEqual(one.witness.publishes.map(({ at }) => at));
  });
});

describe('the simulation can fail', () => {
  test.each(Object.entries(PLANTS))('%s is caught', slow, async (_, { spoil }) => {
    for (let seed = 1; seed <= 40; seed += 1) if ((await wrongsOf({ ...SETTINGS, seed, faults: STORM, plant: spoil })).length > 0) return;
    expect.fail('40 seeds found nothing wrong');
  });

  test('a failing run shrinks to fewer faults and fewer hours, and fails still', slow, async () => {
    const plant = PLANTS['swallowed-error']?.spoil;
    if (plant === undefined) throw new Error('no such plant');
    let seed = 1;
    while ((await wrongsOf({ ...SETTINGS, seed, plant })).length === 0) seed += 1;
    const smallest = await shrink({ ...SETTINGS, seed, faults: FAULTS, plant });
    expect(Object.values(smallest.faults).filter((likelihood) => likelihood > 0).length).toBeLessThan(Object.keys(FAULTS).length);
    expect((await wrongsOf(smallest)).length).toBeGreaterThan(0);
  });
});
