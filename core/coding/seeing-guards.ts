import { isPerson } from './actors.ts';
import { entityFrom, type Guard, normAt } from './nucleus-context.ts';
import { isPronounOfTwo } from './pronoun-object.ts';
import type { Sentence } from './text.ts';

/** "writes to Kim, hopes to see him soon": he of whom the sentence told. */
const isSeeingHim: Guard = (s, m) =>
  /^(?:him|her)$/.test(normAt(s, m.to)) &&
  normAt(s, m.from - 1) === 'to' &&
  /^(?:hop|want|wish|ask|expect|refus|declin|agre)(?:e|es|s|ed|ing)?$/.test(normAt(s, m.from - 2)) &&
  AFTER_SEEN.test(normAt(s, m.to + 1) || '.');

/** "hopes to see Kim", "saw Putin in Sochi": a person right behind, and nothing that is seen of him. */
export const isSeeing: Guard = (s, m) => {
  const object = entityFrom(s, m.to, 1);
  if (isSeeingHim(s, m) || (BEFORE_SEE.test(normAt(s, verbStart(s, m.from) - 1)) && isPronounOfTwo(s, m))) return true;
  if (!isPerson(object)) return false;
  if (normAt(s, m.from) === 'seeing' && normAt(s, m.from - 1) === 'is') return false;
  if (normAt(s, m.from) === 'see' && !BEFORE_SEE.test(normAt(s, verbStart(s, m.from) - 1))) return false;
  const next = normAt(s, object.to);
  // "sees Putin in Oslo", not "in a new light"
  if (
    normAt(s, m.from) === 'sees' &&
    (next === '-' || (/^(?:in|at|on|over|about|for)$/.test(next) && s.tokens[object.to + 1]?.isCapital !== true))
  )
    return false;
  if (/^(?:has|have|had|is|was|will|would)$/.test(next) && s.zone === 'text') return true;
  return (
    next === '' || AFTER_SEEN.test(next) || (next === 'as' && /^(?:early|soon|late|planned|scheduled)$/.test(normAt(s, object.to + 1)))
  );
};

const BEFORE_SEE =
  /^(?:to|will|would|may|might|could|can|cannot|'ll|'d|should|shall|must|not|never|than|won't|wouldn't|can't|couldn't|didn't|doesn't|don't|did|shan't|even|rather|sooner)$/;
/** Over adverbs between: "will gladly see", "would soon see". */
const verbStart = (s: Sentence, at: number): number =>
  /(?:ly|^also|^soon|^again|^yet|^still|^ever)$/.test(normAt(s, at - 1)) ? at - 1 : at;

const AFTER_SEEN =
  /^(?:[.,;:!?"'-]|in|on|at|over|about|before|after|again|next|this|during|for|face|face-to-face|face-to|within|tomorrow|today|and|when|if|once|early|late|later|sooner|soonest|by|any|anytime|anywhere|until|outside|between|under|either|too|now|yet|one|monday|tuesday|wednesday|thursday|friday|saturday|sunday|here|there|soon|since|amid|despite|without|unless|first|alone|privately|personally|separately|alone|or|but)$/;
