import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrongsOnHandlers } from './handlers-check.ts';
import { openWorkshop, playOnHandlers, type Workshop } from './on-handlers.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
}, 120_000);
afterAll(() => workshop.close());

test('the built handlers keep their promises while calls fail, workers die, messages and records come twice, late or never', {
  timeout: 240_000,
}, async () => {
  const played = await playOnHandlers(1, workshop);
  try {
    expect(await wrongsOnHandlers(played)).toEqual([]);
    const troubles = new Set(played.cloud.calls.map(({ trouble }) => trouble));
    expect([...troubles]).toEqual(expect.arrayContaining(['refused', 'lost', 'died_before', 'died_after']));
    expect(played.queue.counts.twice).toBeGreaterThan(5);
    expect(played.stream.counts).toMatchObject({ never: expect.any(Number), twice: expect.any(Number) });
    expect(played.stream.counts.never).toBeGreaterThan(0);
    expect(played.aws.sns.published.length).toBeGreaterThan(20);
  } finally {
    await played.close();
  }
});
