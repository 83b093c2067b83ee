import type { Status } from './coded-item.ts';

/**
 * The operator algebra: a contact's status is built from the nucleus outwards, one operator at a time.
 * Inner states beside the statuses: `bare` (a noun that says nothing yet), `unheld` ("did not meet"), `occurs` ("take place"),
 * `unagreed` ("has not agreed"), `absent` ("no meeting"), `dropped` ("will not take place"), `left` ("leaves the summit early"),
 * `none` (nothing is asserted).
 */
export type State = Status | 'bare' | 'during' | 'unheld' | 'occurs' | 'unagreed' | 'absent' | 'dropped' | 'left' | 'none';

type Row = Partial<Record<State | 'open' | 'on' | 'off' | 'any', State>>;

const CLASS: Record<State, 'on' | 'open' | 'off' | null> = {
  bare: 'on',
  during: 'on',
  occurs: 'on',
  held: 'on',
  underway: 'on',
  scheduled: 'on',
  agreed: 'on',
  possible: 'open',
  premature: 'open',
  willing: 'open',
  proposed: 'open',
  unagreed: 'open',
  absent: 'open',
  dropped: 'off',
  left: 'off',
  postponed: 'off',
  cancelled: 'off',
  declined: 'off',
  denied: 'off',
  unheld: 'off',
  none: null,
};

/** effect -> what each state becomes: by its own name, else by its class (on, open, off), else `any`, else unchanged. */
const TABLE = {
  hold: { bare: 'held', during: 'held', absent: 'unheld' },
  occur: { bare: 'occurs', during: 'occurs' },
  begin: { bare: 'underway', during: 'underway', held: 'underway' },
  infinitive: {
    bare: 'scheduled',
    during: 'scheduled',
    occurs: 'scheduled',
    held: 'scheduled',
    underway: 'scheduled',
    unheld: 'declined',
    left: 'underway',
  },
  future: {
    bare: 'scheduled',
    during: 'scheduled',
    occurs: 'scheduled',
    held: 'scheduled',
    underway: 'scheduled',
    agreed: 'scheduled',
    unheld: 'declined',
    unagreed: 'declined',
    absent: 'declined',
    left: 'underway',
  },
  schedule: { bare: 'scheduled', during: 'scheduled', occurs: 'scheduled', agreed: 'scheduled', postponed: 'postponed', unheld: 'dropped' },
  announce: { bare: 'scheduled', during: 'scheduled' },
  undated: { bare: 'premature', during: 'premature', occurs: 'premature', scheduled: 'agreed' },
  plan: { on: 'scheduled', held: 'scheduled', left: 'underway', unheld: 'dropped' },
  prepare: { bare: 'agreed', during: 'agreed', held: 'agreed', scheduled: 'agreed', underway: 'agreed', proposed: 'agreed' },
  agree: { on: 'agreed', proposed: 'agreed', possible: 'agreed', willing: 'agreed', unheld: 'declined' },
  accept: { on: 'agreed', proposed: 'agreed', possible: 'agreed', willing: 'agreed' },
  ready: { on: 'willing', proposed: 'willing', possible: 'willing', cancelled: 'scheduled', unheld: 'declined' },
  propose: { on: 'proposed', possible: 'proposed', willing: 'proposed', unheld: 'declined', cancelled: 'scheduled' },
  possible: {
    on: 'possible',
    willing: 'possible',
    proposed: 'possible',
    unheld: 'premature',
    unagreed: 'premature',
    cancelled: 'scheduled',
    postponed: 'scheduled',
    declined: 'possible',
  },
  await: { on: 'proposed', open: 'proposed', agreed: 'proposed' },
  revive: { on: 'scheduled', off: 'scheduled', open: 'scheduled' },
  whether: {
    on: 'possible',
    agreed: 'proposed',
    willing: 'possible',
    premature: 'possible',
    absent: 'possible',
    cancelled: 'scheduled',
    declined: 'possible',
    unheld: 'possible',
  },
  premature: {
    on: 'premature',
    willing: 'premature',
    possible: 'premature',
    proposed: 'premature',
    cancelled: 'scheduled',
    postponed: 'premature',
  },
  refuse: { on: 'declined', open: 'declined', cancelled: 'scheduled', postponed: 'scheduled', declined: 'possible', unheld: 'possible' },
  wont: {
    on: 'declined',
    occurs: 'dropped',
    open: 'declined',
    declined: 'possible',
    cancelled: 'scheduled',
    postponed: 'scheduled',
    unheld: 'scheduled',
  },
  unable: {
    on: 'premature',
    declined: 'possible',
    cancelled: 'premature',
    postponed: 'premature',
    premature: 'premature',
    willing: 'premature',
    agreed: 'unagreed',
  },
  cancel: { on: 'cancelled', proposed: 'cancelled', possible: 'cancelled' },
  drop: {
    on: 'cancelled',
    proposed: 'cancelled',
    willing: 'declined',
    possible: 'premature',
    declined: 'willing',
    cancelled: 'scheduled',
    postponed: 'scheduled',
  },
  leave: { on: 'left' },
  postpone: { on: 'postponed' },
  deny: {
    on: 'denied',
    open: 'denied',
    declined: 'none',
    cancelled: 'scheduled',
    postponed: 'scheduled',
    dropped: 'scheduled',
    unheld: 'denied',
  },
  dissuade: { on: 'none', open: 'none', declined: 'proposed', unheld: 'proposed', cancelled: 'scheduled', postponed: 'scheduled' },
  threaten: { cancelled: 'scheduled', postponed: 'scheduled', declined: 'scheduled' },
  negate: {
    bare: 'absent',
    during: 'absent',
    occurs: 'premature',
    held: 'unheld',
    underway: 'unheld',
    scheduled: 'premature',
    agreed: 'unagreed',
    willing: 'declined',
    possible: 'premature',
    premature: 'possible',
    proposed: 'premature',
    declined: 'possible',
    cancelled: 'scheduled',
    postponed: 'scheduled',
    denied: 'possible',
    absent: 'possible',
    dropped: 'scheduled',
    unheld: 'held',
    unagreed: 'agreed',
  },
  'presuppose-future': { bare: 'scheduled', during: 'scheduled', held: 'scheduled' },
  'presuppose-past': { bare: 'held', during: 'held', underway: 'held' },
  'presuppose-now': { bare: 'during' },
  purpose: { bare: 'scheduled' },
  none: { any: 'none' },
  keep: {},
  no: { any: 'declined', on: 'declined', open: 'declined', off: 'declined' },
} as const satisfies Record<string, Row>;

export type Effect = keyof typeof TABLE;
export const EFFECTS = Object.keys(TABLE);

/** The state after one more operator around it. */
export const applyEffect = (effect: Effect, state: State): State => NEXT.get(effect)?.get(state) ?? state;

const after = (row: Row, state: State): State => {
  const kind = CLASS[state];
  return row[state] ?? (kind === null ? undefined : row[kind]) ?? row.any ?? state;
};
const STATES = Object.keys(CLASS) as readonly State[];
/** The table in full: what each effect makes of each state. */
const NEXT: ReadonlyMap<string, ReadonlyMap<State, State>> = new Map(
  Object.entries(TABLE).map(([effect, row]) => [effect, new Map(STATES.map((state) => [state, after(row, state)]))]),
);

/** What an inner state says when nothing more stands around it. `rests`: what the nucleus means by itself. */
export function settle(state: State, rests: Status): Status | null {
  switch (state) {
    case 'bare':
      return rests;
    case 'none':
      return null;
    default:
      return SETTLED[state] ?? rests;
  }
}

const SETTLED: Record<Exclude<State, 'bare' | 'none'>, Status | null> = {
  during: null,
  occurs: 'held',
  unheld: 'denied',
  unagreed: 'proposed',
  absent: 'premature',
  dropped: 'cancelled',
  left: 'cancelled',
  held: 'held',
  underway: 'underway',
  scheduled: 'scheduled',
  agreed: 'agreed',
  possible: 'possible',
  premature: 'premature',
  willing: 'willing',
  proposed: 'proposed',
  postponed: 'postponed',
  cancelled: 'cancelled',
  declined: 'declined',
  denied: 'denied',
};
