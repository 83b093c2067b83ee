import { T0 } from '../../builders.ts';
import { minutesAfter, type World } from './small-world.ts';

/** What the feeds say, round by round: a baseline, two stories in one item, a repeat elsewhere, a reversal, a new pair. */
const ROUNDS: readonly (readonly (readonly [feedId: string, line: string])[])[] = [
  [
    ['wire-a', `a0 @ ${T0} | RU-US proposed`],
    ['wire-b', `b0 @ ${T0} | the weather stays fine`],
  ],
  [['wire-a', `a1 @ ${minutesAfter(T0, 9)} | RU-US scheduled Budapest 2026-03-20 | CN-US proposed`]],
  [
    ['wire-b', `b1 @ ${minutesAfter(T0, 15)} | RU-US scheduled Budapest 2026-03-20`],
    ['wire-a', `a2 @ ${minutesAfter(T0, 18)} | JP-KR proposed`],
  ],
  [['wire-b', `b2 @ ${minutesAfter(T0, 28)} | RU-US postponed`]],
];
export const SAGA_ROUNDS = ROUNDS.length;

/** Brings the feeds to the state of a round; what they said before stays in them. */
export function publish(world: World, round: number): void {
  for (const [feedId, line] of ROUNDS[round] ?? []) world.documents.get(feedId)?.push(line);
}
