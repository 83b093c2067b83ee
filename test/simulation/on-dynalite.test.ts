import { expect, test } from 'vitest';
import { playOnDynalite, wrongsOnDynalite } from './on-dynalite.ts';

test.each([1, 2])('keeps its promises on dynalite and an SNS that lose answers, throttle and fail', { timeout: 180_000 }, async (seed) => {
  const played = await playOnDynalite(seed);
  try {
    expect(await wrongsOnDynalite(played)).toEqual([]);
    expect(played.troubles.ambiguous).toBeGreaterThan(10);
    expect(played.aws.sns.published.length).toBeGreaterThan(10);
  } finally {
    await played.close();
  }
});
