import { type DenialCue, isSaidNotToBe } from './denial-cues.ts';
import { DENIAL_ROWS } from './lexicon-data.ts';
import type { Sentence } from './text.ts';

const ROW = DENIAL_ROWS.find(({ id }) => id === 'contrary-to');
const NEGATION = /^(?:not|never|no|none|nobody|neither|nothing)$|n't$/;
const REPORTED = /^(?:reported|claimed|alleged|said|suggested|asserted|accused|maintained|published|written|insisted|quoted)$/;

/** "X says that no envoy came. The radio had reported that two did": what an official says not to be so was reported before. */
export function contradictionOf(sentence: Sentence, next: Sentence | undefined): DenialCue | null {
  if (ROW === undefined || next === undefined || !hadReported(next)) return null;
  const from = sentence.tokens.findIndex(({ norm }) => NEGATION.test(norm));
  if (from < 0) return null;
  const cue = { row: ROW, from, to: from + 1 };
  return isSaidNotToBe(sentence, { ...cue, to: from }) ? cue : null;
}

/** "had earlier reported", in the past perfect: before what the sentence before says. */
const hadReported = ({ tokens }: Sentence): boolean =>
  tokens.some(({ norm }, at) => norm === 'had' && [1, 2].some((k) => REPORTED.test(tokens[at + k]?.norm ?? '')));
