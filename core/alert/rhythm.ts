import { lastLocal } from './local-time.ts';
import type { Rhythm } from './subscription.ts';

/** A digest's place in time: told at `end`, about what was decided in (start, end]. The same for everybody who asks, so a second run makes the same digest. */
export type DigestSlot = { readonly start: string; readonly end: string };

const HOUR = 3_600_000;

/** The last slot that has ended by `now`, or null for an immediate subscription. Exactly one a local day, also when clocks jump. */
export function digestSlot(rhythm: Rhythm, now: string): DigestSlot | null {
  switch (rhythm.kind) {
    case 'immediate':
      return null;
    case 'hourly': {
      const end = Math.floor(Date.parse(now) / HOUR) * HOUR;
      return { start: new Date(end - HOUR).toISOString(), end: new Date(end).toISOString() };
    }
    case 'daily': {
      const end = lastLocal(now, rhythm.at, rhythm.zone);
      return { start: lastLocal(new Date(Date.parse(end) - 1).toISOString(), rhythm.at, rhythm.zone), end };
    }
  }
}
