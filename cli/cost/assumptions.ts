/** What cannot be counted on a desk. Printed with every estimate; the command line sets what an owner knows better. */
export type Assumptions = {
  readonly feeds: number;
  readonly intervalMinutes: number;
  /** Share of polls that bring a changed body; the others are "not modified", or the same body. */
  readonly changedShare: number;
  /** New items of one feed a day, on average over all feeds. */
  readonly itemsPerFeedDay: number;
  /** Share of items about contacts or denials (all are stored in full). */
  readonly relevantShare: number;
  readonly developmentsPerDay: number;
  readonly emailSubscribers: number;
  readonly smsSubscribers: number;
  readonly alertsPerSubscriberDay: number;
  /** Due feeds are handed out so often, in batches of so many at most. */
  readonly dispatchMinutes: number;
  readonly batchFeeds: number;
  readonly pollMemoryMb: number;
  /** What a batch waits for its slowest publisher (seconds). */
  readonly waitSeconds: number;
  /** Milliseconds of a whole processor for one poll: 4 measured (bench/poll-batch.ts), 2 more for encryption, which loopback does not have. */
  readonly cpuMsPerPoll: number;
  readonly egressKbPerPoll: number;
};

export const ASSUMED = {
  changedShare: 0.15,
  itemsPerFeedDay: 13,
  relevantShare: 0.05,
  developmentsPerDay: 10,
  alertsPerSubscriberDay: 3,
  /** As in infra/functions.ts (a test compares them). */
  pollMemoryMb: 512,
  waitSeconds: 2.6,
  cpuMsPerPoll: 6,
  egressKbPerPoll: 1.5,
} as const;

/** Days of the month that is estimated. */
export const DAYS = 30.4;
export const MINUTES = 43_800;

/** A Lambda has a whole processor at so much memory. */
const MB_PER_PROCESSOR = 1769;

/** Polls of a month, and the batches that they come in. */
export function pollsOf(a: Assumptions): { readonly polls: number; readonly batches: number; readonly batchSeconds: number } {
  const polls = (a.feeds * MINUTES) / a.intervalMinutes;
  const ticks = MINUTES / a.dispatchMinutes;
  const perTick = polls / ticks;
  const batches = perTick < 1 ? polls : ticks * Math.ceil(perTick / a.batchFeeds);
  const processor = a.pollMemoryMb / MB_PER_PROCESSOR;
  const feeds = batches === 0 ? 0 : polls / batches;
  return { polls, batches, batchSeconds: a.waitSeconds + (feeds * a.cpuMsPerPoll) / 1000 / processor };
}
