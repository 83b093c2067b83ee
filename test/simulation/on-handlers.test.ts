import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrongsOnHandlers } from './handlers-check.ts';
import { openWorkshop, playOnHandlers, type Workshop } from './on-handlers.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
}, 120_000);
afterAll(() => workshop.close());

test('the built handlers keep their promises while calls fail, workers die, messages and records come twice, late or never', {
  timeout: 400_000,
}, async () => {
  const played = await playOnHandlers(1, workshop, { rounds: 8 });
  try {
    expect(await wrongsOnHandlers(played)).toEqual([]);
    const troubles = new Set(played.cloud.calls.map(({ trouble }) => trouble));
    expect([...troubles]).toEqual(expect.arrayContaining(['refused', 'lost', 'died_before', 'died_after']));
    const { queue, stream } = played;
    const spoilt = [queue.counts.twice, queue.counts.late, stream.counts.never, stream.counts.twice, stream.counts.unreadable];
    expect(spoilt.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(3);
    expect(played.aws.sns.published.length).toBeGreaterThan(10);
  } finally {
    await played.close();
  }
});
