import { DAY, shifted } from './duration.ts';
import type { Move } from './move.ts';
import type { Settled } from './settle.ts';
import { lastDay } from './slot.ts';

/** Reports of an outcome come within this time after the day (UTC) of the contact. */
const GRACE = DAY;

/**
 * A scheduled day that passes without news: told once, when the grace is over, of a story that was told before. A new date counts anew.
 */
export function overdueMove({ episode, story }: Settled, isTold: (key: string) => boolean): Move | null {
  const day = lastDay(episode.date);
  const { mover } = episode;
  if (episode.status !== 'scheduled' || day === null || mover === null || mover.isShadow || story.level === 'envoy') return null;
  if (!story.facts.some((fact) => isTold(fact.id))) return null;
  return {
    key: `${mover.id}:outcome:${day}`,
    kind: 'outcome_unknown',
    fact: mover,
    from: 'scheduled',
    to: 'scheduled',
    severity: 'minor',
    reasons: [`${day} passed without news of the outcome`],
    before: mover,
    dueAt: shifted(`${day}T23:59:59.000Z`, GRACE),
  };
}
