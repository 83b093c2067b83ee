import { denialWordSet } from '../facts/data.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { DenialCue } from './denial-cues.ts';
import { AFTER_VERDICT, VERDICT_ROWS } from './denial-ellipsis.ts';
import { type Denier, isOfficial } from './denial-officials.ts';
import { NOT_SO } from './denied-facts.ts';

const NEUTRAL = denialWordSet('neutral');
const NO = wordSet('no never hardly not');

/** "Did Lima arm the rebels? Nonsense, says the minister": a title that asks, and its next sentence. Asked for news, "no" is no denial. */
export function answerOf(asked: Sentence | undefined, { tokens, zone }: Sentence): DenialCue | null {
  if (zone !== 'title' || asked?.zone !== 'title' || !asked.text.endsWith('?')) return null;
  let at = 0;
  while (EMPHASIS.has(normOf(tokens, at))) at += 1;
  const word = normOf(tokens, at);
  if (NO_INDEED.test([0, 1, 2, 3].map((k) => normOf(tokens, at + k)).join(' ')))
    return NOT_SO === undefined ? null : { row: NOT_SO, from: at, to: at + 2 };
  const row = NO.has(word) ? NOT_SO : VERDICT_ROWS.get(word);
  const next = normOf(tokens, at + 1);
  if (row === undefined || (!AFTER_VERDICT.has(next) && next !== 'news')) return null;
  return row.object === 'fact' && asked.tokens.some(({ norm }) => NEUTRAL.has(norm)) ? null : { row, from: at, to: at + 1 };
}
/** "Macron to meet Putin? Not true, says Peskov". */
export const NO_INDEED =
  /^(?:not (?:so(?! fast)|true|correct|at all|a word|in the (?:least|slightest))|far from it|by no means|nothing of)\b/i;
const EMPHASIS = wordSet('" \' a an the sheer pure utter utterly complete completely total totally simply just');

/** "Lima: Did we arm the rebels?": who asks himself what he denies. */
export function askedBy(asked: Sentence | undefined): Denier | null {
  const speaker = asked?.entities.find(({ from, to }) => from < 2 && [0, 1, 2].some((k) => asked.tokens[to + k]?.norm === ':'));
  return speaker !== undefined && asked?.text.endsWith('?') === true && isOfficial(speaker)
    ? { kind: 'entity', entities: [speaker] }
    : null;
}
