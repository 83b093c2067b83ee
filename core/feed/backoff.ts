import { LONGEST_HOLD_MINUTES } from './interval.ts';

const MINUTE_MS = 60_000;
/** What is waited after a first failure where neither server nor interval says more. */
const FIRST_WAIT_MINUTES = 10;
/** This share on top is left to chance. */
const CHANCE = 0.2;

/** `jitter`: 0 <= x < 1, from the random port. */
export type Failure = {
  readonly failures: number;
  readonly intervalMinutes: number;
  readonly retryAfter: string | null;
  readonly jitter: number;
};

/**
 * When a feed that failed is asked again: after the interval doubled with each failure in a row, or at the server's own Retry-After where that is later
 * ("Retry-After: 1" is no leave to ask each minute); after a day at most.
 * Up to a fifth is added by chance, so that feeds that failed together do not come back together.
 */
export function holdAfterFailure(failure: Failure, now: string): string {
  const doubled = Math.max(failure.intervalMinutes, FIRST_WAIT_MINUTES) * 2 ** Math.min(failure.failures - 1, 20);
  const own = Math.min(doubled, LONGEST_HOLD_MINUTES / (1 + CHANCE)) * (1 + CHANCE * failure.jitter);
  const asked = failure.retryAfter === null ? 0 : (Date.parse(failure.retryAfter) - Date.parse(now)) / MINUTE_MS;
  const bounded = Math.min(Math.max(own, asked * (1 + 0.02 * failure.jitter)), LONGEST_HOLD_MINUTES);
  return new Date(Date.parse(now) + Math.round(bounded * MINUTE_MS)).toISOString();
}
