import { DENIAL_ROWS, denialWordSet } from '../facts/data.ts';
import { hasWordOf, isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { type DenialCue, isSaidNotToBe } from './denial-cues.ts';

const ROW = DENIAL_ROWS.find(({ id }) => id === 'contrary-to');
const CLAIMS = denialWordSet('reports');
const REPORTED = wordSet(
  'reported claimed alleged said suggested asserted accused maintained published written insisted quoted announced declared shown aired named placed broadcast told',
);

/** "X says that no envoy came. The radio had reported that two did": what an official says not to be so was reported, and the next sentence says it. */
export function contradictionOf(sentence: Sentence, next: Sentence | undefined): DenialCue | null {
  if (ROW === undefined || next === undefined || !hasWordOf(sentence, WORD_CLASS.negation)) return null;
  if (!(hadReported(next) || (sentence.zone === 'title' && reactsTo(next)))) return null;
  const from = sentence.tokens.findIndex((token) => isOfClass(token, WORD_CLASS.negation));
  if (from < 0) return null;
  const cue = { row: ROW, from, to: from + 1 };
  return isSaidNotToBe(sentence, { ...cue, to: from }) ? cue : null;
}

/** "had earlier reported", in the past perfect: before what the sentence before says. */
const hadReported = ({ tokens }: Sentence): boolean =>
  tokens.some(({ norm }, at) => norm === 'had' && [1, 2].some((k) => REPORTED.has(normOf(tokens, at + k))));

/** "was reacting to a story", "asked about a report", "an article according to which", "as the daily wrote", "the report came"; not "according to a report". */
const reactsTo = ({ tokens }: Sentence): boolean =>
  tokens.some(({ norm }, at) => {
    if (norm === 'according') return tokens[at + 1]?.norm === 'to' && tokens[at + 2]?.norm === 'which';
    const reach = REACTS_TO.has(normOf(tokens, at + 1)) && REACTS.has(norm) ? MAX_REPORT : WRITES.has(norm) ? -MAX_PRESS : 0;
    if (reach === 0) return CLAIMS.has(norm) && normOf(tokens, at - 2) !== 'to' && normOf(tokens, at - 3) !== 'to';
    return tokens.slice(Math.min(at, at + reach), Math.max(at, at + reach + 1)).some((token) => CLAIMS.has(token.norm));
  });
const REACTS_TO = wordSet('to about of on');
const REACTS = wordSet(
  'reacted reacting reacts react responded responding responds respond reply replied replies replying response reaction answered answering answers answer asked questioned commented commenting correction',
);
const WRITES = wordSet('wrote aired carried published ran');
const MAX_REPORT = 9;
const MAX_PRESS = 3;
