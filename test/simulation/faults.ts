/** What may go wrong, and how often: probabilities of each call to the store or a channel, unless said otherwise. */
export type Faults = {
  /** The process dies, before or after the call took effect. */
  readonly crash: number;
  /** The call is refused, without effect. */
  readonly throttle: number;
  /** The call takes effect, its answer is lost, and the client of the store calls again with the same arguments. */
  readonly lostAnswer: number;
  /** The call takes effect, and the process gets an error. */
  readonly timeout: number;
  /** Of messages: delivered again, with a delay; of the stream: lost. */
  readonly duplicate: number;
  readonly streamLoss: number;
  /** A channel is down for two hours (0 or 1). */
  readonly outage: number;
  /** Clocks of processes differ by up to so many milliseconds either way. */
  readonly skewMs: number;
  /** Of fetches: the feed does not answer, answers with something that is no feed, or very slowly. */
  readonly badFetch: number;
  /** Of items in a feed: edited later; and of polls: the whole feed comes back with other guids. */
  readonly edit: number;
};

export const FAULTS: Faults = {
  crash: 0.004,
  throttle: 0.01,
  lostAnswer: 0.01,
  timeout: 0.005,
  duplicate: 0.1,
  streamLoss: 0.2,
  outage: 1,
  skewMs: 30_000,
  badFetch: 0.1,
  edit: 0.05,
};
/** Much more of everything. */
export const STORM: Faults = {
  ...FAULTS,
  ...{ crash: 0.03, throttle: 0.04, lostAnswer: 0.04, timeout: 0.03, duplicate: 0.3, streamLoss: 0.5 },
};
export const CALM: Faults = {
  ...{ crash: 0, throttle: 0, lostAnswer: 0, timeout: 0, duplicate: 0, streamLoss: 0, outage: 0, skewMs: 0, badFetch: 0, edit: 0 },
};
export type FaultName = keyof Faults;
