import { randomUUID } from 'node:crypto';
import type { Ids } from '../../core/ports.ts';

export const systemIds: Ids = { next: () => randomUUID() };

/** Ids that count up: replays and tests give the same ones each time. */
export function countingIds(prefix = 'id'): Ids {
  let last = 0;
  return {
    next: () => {
      last += 1;
      return `${prefix}-${last}`;
    },
  };
}
