import type { Frame } from '../frames/frames.ts';
import type { Sides } from '../parties/sides.ts';
import type { Topic } from '../parties/topic.ts';

/** A frame whose sides are settled. */
export type Settled = {
  readonly frame: Frame;
  readonly sides: Sides;
  /** What was spoken of before. */
  readonly topic: Topic | null;
  /** The name of the multilateral summit that it is, or that it is held beside. */
  readonly summit: string | null;
  /** It is held beside such a summit. */
  readonly isBeside: boolean;
  /** Talks that go on, of which the text says nothing new: the days that it names are of other things. */
  readonly isStanding?: boolean;
};
