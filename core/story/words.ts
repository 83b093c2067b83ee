import type { Story } from './dossier.ts';
import type { Move } from './move.ts';
import { STATUS_SPEC } from './status.ts';

/** One line a person understands: what moved, and what stood before. */
export function describeMove(move: Move, story: Story): string {
  const change = CHANGE[move.kind]?.(move) ?? statusChange(move);
  const slots = [move.fact.date ?? story.date, move.fact.place ?? story.place].filter((slot) => slot !== null).join(', ');
  return slots === '' ? change : `${change}; ${slots}`;
}

const label = (status: Move['to']): string => STATUS_SPEC[status].label;

const statusChange = (move: Move): string =>
  move.from === null || move.from === move.to ? label(move.to) : `${label(move.from)} -> ${label(move.to)}`;

/** How each kind of development is worded; the others by their status alone. */
const CHANGE: Partial<Record<Move['kind'], (move: Move) => string>> = {
  slot: (move) => `${label(move.to)}: ${move.reasons.join(', ')}`,
  side: (move) => `${move.fact.side ?? 'one side'}: ${label(move.to)}, ${move.reasons.join(', ')}`,
  contested: (move) => `contested: ${statusChange(move)}`,
  outcome_unknown: (move) => `outcome unknown: ${move.reasons.join(', ')}`,
};
