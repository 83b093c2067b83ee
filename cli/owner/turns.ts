import type { LocalPipeline } from '../local/local-pipeline.ts';

/** One thing at a time on the store of a running instance: its own turns, and the work that other commands ask of it, in order of arrival. */
export type Turns = { take<T>(step: () => Promise<T>): Promise<T> };

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(step) {
      const mine = last.then(step);
      last = mine.catch(() => {}); // told to whoever asked; the next turn comes all the same
      return mine;
    },
  };
}

/** The same pipeline, each of its steps in its turn. */
export const inTurns = (pipeline: LocalPipeline, turns: Turns): LocalPipeline => ({
  poll: (which) => turns.take(() => pipeline.poll(which)),
  settle: () => turns.take(() => pipeline.settle()),
});
