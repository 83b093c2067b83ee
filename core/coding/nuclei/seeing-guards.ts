import { isPerson } from '../entities/actors.ts';
import type { Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import type { Guard } from './guard.ts';
import { isPronounOfTwo } from './pronoun-object.ts';

/** "writes to Kim, hopes to see him soon": he of whom the sentence told. */
const isSeeingHim: Guard = (s, m) =>
  HIM.has(normAt(s, m.to)) &&
  normAt(s, m.from - 1) === 'to' &&
  /^(?:hop|want|wish|ask|expect|refus|declin|agre)(?:e|es|s|ed|ing)?$/.test(normAt(s, m.from - 2)) &&
  AFTER_SEEN.has(normAt(s, m.to + 1) || '.');
const HIM = wordSet('him her');

/** "Kim, whom he last saw in Hanoi". */
const isLastSeen = (s: Sentence, at: number): boolean =>
  normAt(s, at - 1) === 'last' && normAt(s, at - 3) === 'whom' && normAt(s, at) === 'saw';

/** "hopes to see Kim", "saw Putin in Sochi": a person right behind, and nothing that is seen of him. */
export const isSeeing: Guard = (s, m) => {
  const object = entityFrom(s, m.to, 1);
  if (isSeeingHim(s, m) || (BEFORE_SEE.has(normAt(s, verbStart(s, m.from) - 1)) && isPronounOfTwo(s, m))) return true;
  if (isLastSeen(s, m.from)) return true;
  if (!isPerson(object)) return false;
  if (normAt(s, m.from) === 'seeing' && normAt(s, m.from - 1) === 'is') return false;
  if (normAt(s, m.from) === 'see' && !BEFORE_SEE.has(normAt(s, verbStart(s, m.from) - 1))) return false;
  const next = normAt(s, object.to);
  // "sees Putin in Oslo", not "in a new light"
  if (normAt(s, m.from) === 'sees' && (next === '-' || (ON_TOPIC.has(next) && s.tokens[object.to + 1]?.isCapital !== true))) return false;
  if (HAS.has(next) && s.zone === 'text') return true;
  return next === '' || AFTER_SEEN.has(next) || (next === 'as' && AS_SOON.has(normAt(s, object.to + 1)));
};
const ON_TOPIC = wordSet('in at on over about for');
const HAS = wordSet('has have had is was will would');
const AS_SOON = wordSet('early soon late planned scheduled');

const BEFORE_SEE = wordSet(
  "to will would may might could can cannot 'll 'd should shall must not never than won't wouldn't can't couldn't didn't doesn't don't did shan't even rather sooner",
);
/** Over adverbs between: "will gladly see", "would soon see". */
const verbStart = (s: Sentence, at: number): number =>
  /(?:ly|^also|^soon|^again|^yet|^still|^ever)$/.test(normAt(s, at - 1)) ? at - 1 : at;

const AFTER_SEEN = wordSet(
  '. , ; : ! ? " \' - in on at over about before after again next this during for face face-to-face face-to within tomorrow today and when if once early late later sooner soonest by any anytime anywhere until outside between under either too now yet one monday tuesday wednesday thursday friday saturday sunday here there soon since amid despite without unless first alone privately personally separately or but',
);
