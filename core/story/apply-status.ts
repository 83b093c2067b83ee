import type { Level } from '../coding/codebook/coded-item.ts';
import type { Severity } from './development.ts';
import type { Fact } from './dossier.ts';
import { elapsed, HOUR, shifted } from './duration.ts';
import { type Episode, moveTo } from './episode.ts';
import { FORM_FAMILY } from './fact.ts';
import type { Applied, Move } from './move.ts';
import { STATUS_SPEC } from './status.ts';
import { type Weight, weightAtLevel } from './transition.ts';

/** A reversal this soon after a move waits, to become one message with both sides. */
const REVERSAL_WAIT = 2 * HOUR;

/** A call that is only planned wakes nobody, that it goes on is no news before it is over; a letter is no news of a contact. */
function weightOfForm(weight: Weight, fact: Fact): Weight {
  if (fact.form === 'letter' || (fact.form !== null && FORM_FAMILY[fact.form] === 'remote' && fact.status === 'underway')) return 'known';
  return weight === 'major' && fact.form === 'phone' && STATUS_SPEC[fact.status].family === 'committed' ? 'minor' : weight;
}

/** Moves the episode to the fact's status; a move too light for its level is taken over in silence. */
export function applyStatus(episode: Episode, fact: Fact, from: { readonly weight: Weight; readonly level: Level }): Applied {
  const weight = weightAtLevel(weightOfForm(from.weight, fact), from.level);
  const move = weight === 'major' || weight === 'minor' ? statusMove(episode, fact, weight) : null;
  episode.isContested = contradicts(episode, fact);
  moveTo(episode, fact);
  episode.restated = 0;
  return { move, weight, reason: `moves to ${STATUS_SPEC[fact.status].label}` };
}

function statusMove(episode: Episode, fact: Fact, severity: Severity): Move {
  const from = episode.status;
  const isReversal = from !== null && isOff(from) !== isOff(fact.status) && !(from === 'premature' && isOff(fact.status));
  const waits = isReversal && elapsed(episode.statusAt, fact.firstAt) < REVERSAL_WAIT;
  return {
    key: fact.id,
    kind: waits ? 'contested' : 'status',
    fact,
    from,
    to: fact.status,
    severity,
    reasons: [isReversal ? 'reversal' : from === null ? 'first report' : 'new status'],
    before: episode.mover,
    dueAt: waits ? shifted(episode.statusAt, REVERSAL_WAIT) : fact.firstAt,
  };
}

const isOff = (status: Fact['status']): boolean => STATUS_SPEC[status].family === 'off';

/** One side goes ahead, the other says no. */
function contradicts(episode: Episode, fact: Fact): boolean {
  const before = episode.mover;
  if (before === null || before.side === null || fact.side === null || before.side === fact.side) return false;
  return isOff(before.status) !== isOff(fact.status);
}
