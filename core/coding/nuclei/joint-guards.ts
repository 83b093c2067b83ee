import { isParty, isPerson, isPersonOrState } from '../entities/actors.ts';
import type { Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { MODIFIERS } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';
import { isForeign, isPair, isWithAnother } from './two-around.ts';

/** "X-Y commission", "X and Y's joint committee": the two right before, and at most adjectives between. */
function isOfPairNext(s: Sentence, from: number): boolean {
  let at = from;
  while (MODIFIERS.has(normAt(s, at - 1)) || PAIR_WORDS.has(normAt(s, at - 1))) at -= 1;
  const last = s.entities.findIndex(({ to }) => to === at);
  return last > 0 && isPair(s, s.entities[last - 1], s.entities[last]);
}
const PAIR_WORDS = wordSet("'s grand high yearly biennial interministerial");

const isJointBody: Guard = (s, m) => isOfPairNext(s, m.from) || isWithAnother(s, m, isPersonOrState);

/** "a back channel between X and Y", "X's back channel to Y", "a covert line to the Kremlin": somebody of another state is named elsewhere. */
const isChannel: Guard = (s, m) => {
  if (isJointBody(s, m)) return true;
  const other = INTO.has(normAt(s, m.to)) ? entityFrom(s, m.to + 1, 2) : undefined;
  return isParty(other) && s.entities.some((one) => isParty(one) && isForeign(one, other));
};
const INTO = wordSet('to into');

/** "shuttles between X and Y". */
const isBetweenTwo: Guard = (s, m) => {
  const first = entityFrom(s, m.to, 2);
  return first !== undefined && isPair(s, first, s.entities[s.entities.indexOf(first) + 1]);
};

/** "sees Macron off at the airport". */
const isSeenOff: Guard = (s, m) => {
  const guest = entityFrom(s, m.to, 1);
  return isPerson(guest) && normAt(s, guest.to) === 'off' && s.entities.some((one) => one.to <= m.from && isForeign(one, guest));
};

/** What bodies of two states, channels and those between them must have around them, by the row's id. */
export const JOINT_GUARDS: Readonly<Record<string, Guard>> = {
  channel: isChannel,
  'joint-body': isJointBody,
  shuttle: isBetweenTwo,
  'see-off': isSeenOff,
};
