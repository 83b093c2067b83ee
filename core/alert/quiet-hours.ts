import { localMinutes, minutesOf, nextLocal } from './local-time.ts';
import type { QuietHours } from './subscription.ts';

/** When the quiet hours that hold at `at` end (ISO), or null outside them. They hold delivery, never evaluation. */
export function quietUntil(quiet: QuietHours | null, at: string): string | null {
  if (quiet === null || !isQuiet(quiet, localMinutes(at, quiet.zone))) return null;
  return nextLocal(at, quiet.to, quiet.zone);
}

/** From 22:00 to 07:00 spans midnight; from 07:00 to 07:00 is never. */
function isQuiet(quiet: QuietHours, now: number): boolean {
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  return from <= to ? now >= from && now < to : now >= from || now < to;
}
