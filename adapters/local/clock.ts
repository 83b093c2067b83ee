import type { Clock } from '../../core/ports.ts';

/** The time of this machine. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
/** A clock that stands still until it is set: replays, tests. It never goes back. */
export function virtualClock(start: string): Clock & { set(at: string): void } {
  let now = start;
  return {
    now: () => now,
    set: (at) => {
      if (at > now) now = at;
    },
  };
}
