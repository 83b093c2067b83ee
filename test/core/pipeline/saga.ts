import type { LocalPipeline } from '../../../cli/local/local-pipeline.ts';
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
const EACH_ROUND: readonly number[] = [1, 4, 1, 4];
/** The reversal waits two hours; then its alert, and whatever a crash delayed. */
const LAST_MINUTES: readonly number[] = [120, 1, 1, 1, 1, 1, 1, 1];

type Step = { readonly round: number | null; readonly minutes: number };
/** The saga as steps: what is published, and how much time passes before the process looks at its feeds again. */
export const STEPS: readonly Step[] = [
  ...ROUNDS.flatMap((_, round) => EACH_ROUND.map((minutes, i): Step => ({ round: i === 0 ? round : null, minutes }))),
  ...LAST_MINUTES.map((minutes): Step => ({ round: null, minutes })),
];

/** Brings the feeds to the state of a step; what they said before stays in them. */
export function publish(world: World, step: number): void {
  for (const [feedId, line] of ROUNDS[STEPS[step]?.round ?? -1] ?? []) world.documents.get(feedId)?.push(line);
}

/** Time passes, then the process does what it does every minute. */
export async function live(world: World, step: number, process: LocalPipeline): Promise<void> {
  const minutes = STEPS.slice(0, step + 1).reduce((sum, one) => sum + one.minutes, 0);
  world.clock.set(minutesAfter(T0, minutes));
  await process.settle();
  await process.poll();
}
