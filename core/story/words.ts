import type { Story } from './dossier.ts';
import type { Move } from './fold.ts';
import { STATUS_SPEC } from './status.ts';

/** One line a person understands: what moved, and what stood before. */
export function describeMove(move: Move, story: Story): string {
  const to = STATUS_SPEC[move.to].label;
  const slots = [move.fact.date ?? story.date, move.fact.place ?? story.place].filter((slot) => slot !== null).join(', ');
  const change =
    move.kind === 'slot' ? `${to}: ${move.reasons.join(', ')}` : move.from === null ? to : `${STATUS_SPEC[move.from].label} -> ${to}`;
  return slots === '' ? change : `${change}; ${slots}`;
}
