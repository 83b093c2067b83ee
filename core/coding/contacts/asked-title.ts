import { ANSWERS } from '../codebook/verdicts.ts';
import { findNuclei } from '../nuclei/nuclei.ts';
import { findOperators } from '../operators/operators.ts';
import type { Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { openingOf } from './answered-title.ts';

/** "A Putin-Macron call? Kremlin expects none": a headline that asks and answers is one sentence, with a colon for the question mark. */
export function joinAnswers(sentences: readonly Sentence[]): readonly Sentence[] {
  const [asked, answer] = sentences;
  if (asked === undefined || answer === undefined || !answersIt(asked, answer)) return sentences;
  return [joined(asked, answer), ...sentences.slice(2)];
}

function answersIt(asked: Sentence, answer: Sentence): boolean {
  if (asked.zone !== 'title' || answer.zone !== 'title' || asked.tokens.at(-1)?.norm !== '?') return false;
  if (ASKS_FOR_MORE.has(normAt(asked, 0)) || findNuclei(asked).length === 0 || findNuclei(answer).length > 0) return false;
  return openingOf(answer) === null && findOperators(answer, []).some(({ row }) => ANSWERS.has(row.effect));
}
/** What opens a question that has a verb of its own. */
const ASKS_FOR_MORE = wordSet(
  'will would could can should might may is are was were did does do has have why how what who when where which',
);

function joined(asked: Sentence, answer: Sentence): Sentence {
  const by = asked.text.length + 1;
  const at = asked.tokens.length;
  return {
    ...asked,
    text: `${asked.text} ${answer.text}`,
    tokens: [...asked.tokens.map((token, k) => (k === at - 1 ? { ...token, norm: ':' } : token)), ...answer.tokens],
    starts: [...asked.starts, ...answer.starts.map((start) => start + by)],
    ends: [...asked.ends, ...answer.ends.map((end) => end + by)],
    classes: asked.classes | answer.classes,
    entities: [...asked.entities, ...answer.entities.map((entity) => ({ ...entity, from: entity.from + at, to: entity.to + at }))],
  };
}
