import type { Status } from '../coding/codebook/coded-item.ts';
import type { DevelopmentKind, Severity } from './development.ts';
import type { Fact } from './dossier.ts';
import type { Weight } from './transition.ts';

/** One change that the facts make, in order of what they say. `key` names it for good: nothing with that key is told twice. */
export type Move = {
  /** The id of the fact that moves: a fact moves its story once. */
  readonly key: string;
  readonly kind: DevelopmentKind;
  readonly fact: Fact;
  readonly from: Status | null;
  readonly to: Status;
  readonly severity: Severity;
  readonly reasons: readonly string[];
  /** What stood before. */
  readonly before: Fact | null;
  /** Not before this time: a reversal waits for the other side. */
  readonly dueAt: string;
  /** Settled without a word: a detail of what was told just before. */
  readonly isQuiet?: true;
};

/** What a fact does to its episode: it moves it, or the reason why it does not. */
export type Applied = { readonly move: Move | null; readonly weight: Weight; readonly reason: string };

export const unmoved = (weight: Weight, reason: string): Applied => ({ move: null, weight, reason });
