import { type Level, STATUSES, type Status } from '../coding/codebook/coded-item.ts';

/**
 * What a report of one status means to a story that stands at another.
 * major, minor: it moved. known: nothing new (a weaker or older position). next: about the next contact of the same parties, never
 * this one. doubtful: cannot follow from what is known; waits for a second source.
 */
export type Weight = 'major' | 'minor' | 'known' | 'next' | 'doubtful';
const CODE: Readonly<Record<string, Weight>> = { M: 'major', m: 'minor', '.': 'known', n: 'next', '?': 'doubtful' };

/**
 * From (row) to (column), in the order of STATUSES:
 * possible premature willing proposed agreed scheduled underway held postponed cancelled declined denied.
 * The weights are those of an editor who follows leaders (docs/why/transitions.md); other levels are cut by LEVEL_WEIGHT.
 */
const TABLE: Readonly<Record<Status | 'none', string>> = {
  none: 'M m M M M M M M M M M M',
  premature: 'm . m m M M M M . M M m',
  possible: '. M m m M M M M m M M M',
  willing: '. M . m M M M M m M M M',
  proposed: '. M . . M M M M m M M M',
  agreed: '. M . . . M M M M M M M',
  scheduled: '. ? . . . . M M M M M M',
  underway: 'n n n n n . . M ? M ? M',
  held: 'n n n n n n . . n n n M',
  postponed: 'm . m m M M M M . M M m',
  cancelled: 'm . m m M M M M . . . .',
  declined: 'm . m m M M M M . . . .',
  denied: 'm . m m M M M M m . M .',
};

/** The table as it is asked: from -> to -> weight. */
const WEIGHTS: ReadonlyMap<string, ReadonlyMap<Status, Weight>> = new Map(
  Object.entries(TABLE).map(([from, row]) => {
    const codes = row.split(' ');
    return [from, new Map(STATUSES.map((to, i) => [to, CODE[codes[i] ?? ''] ?? 'known']))];
  }),
);

/** How much a move from one status to another means between leaders. */
export function transitionWeight(from: Status | null, to: Status): Weight {
  return WEIGHTS.get(from ?? 'none')?.get(to) ?? 'known';
}

/** A ministers' contact is minor at most; an envoys' is recorded as minor and left out by the default filter. */
const LEVEL_CUT: Readonly<Record<Level, Readonly<Record<'major' | 'minor', 'major' | 'minor' | 'known'>>>> = {
  leader: { major: 'major', minor: 'minor' },
  minister: { major: 'minor', minor: 'known' },
  envoy: { major: 'minor', minor: 'known' },
};

/** The weight at a level: what is major between leaders is minor between ministers. */
export function weightAtLevel(weight: Weight, level: Level): Weight {
  return weight === 'major' || weight === 'minor' ? LEVEL_CUT[level][weight] : weight;
}
