import { randomInt } from 'node:crypto';
import type { Random } from '../../core/ports.ts';

export const systemRandom: Random = { next: () => randomInt(2 ** 32) / 2 ** 32 };

/** The same numbers for the same seed (the 32-bit generator "mulberry32"): for simulations, never for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    next: () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}
