import { hasWordOf, WORD_CLASS } from '../sentences/word-classes.ts';
import type { Sentence } from '../words/text.ts';
import { contradictionOf } from './denial-contradictions.ts';
import { type DenialCue, findDenialCues } from './denial-cues.ts';
import { verdictAlone } from './denial-ellipsis.ts';
import { factDenied } from './denied-facts.ts';
import { answerOf } from './denied-questions.ts';

/** The sentences before and behind one: what it answers, and what tells of the report that it contradicts. */
type Beside = { readonly asked: Sentence | undefined; readonly next: Sentence | undefined };

/** The wordings of a denial in a sentence; where there are none, the answer to a question, or what the next sentence or a plain fact shows to be one. */
export function signsOf(sentence: Sentence, { asked, next }: Beside): readonly DenialCue[] {
  const cues = hasWordOf(sentence, WORD_CLASS.denial) ? findDenialCues(sentence) : [];
  const other =
    cues.length > 0
      ? null
      : (answerOf(asked, sentence) ?? verdictAlone(sentence, asked) ?? contradictionOf(sentence, next) ?? factDenied(sentence));
  return other === null ? cues : [other];
}
