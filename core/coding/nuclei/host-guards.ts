import { isPerson } from '../entities/actors.ts';
import { behindAdverbials } from '../sentences/adverbials.ts';
import type { Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { BE } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';
import { OBJECT_KINDS } from './invitation-guards.ts';
import { isPronounOfTwo } from './pronoun-object.ts';

/** "Wang received by Modi": a headline leaves "is" out. */
const isHeadlinePassive = (s: Sentence, at: number): boolean =>
  s.zone === 'title' && s.entities.some((one) => isPerson(one) && (one.to === at || (one.to === at - 1 && normAt(s, one.to) === ',')));

/** "hosts a dinner for Putin": somebody for whom it is, and nothing that he owns. */
export const isFeasted: Guard = (s, m) => {
  const guest = entityFrom(s, m.to, 2);
  return (
    guest !== undefined && (guest.kind === 'person' || guest.kind === 'office' || guest.kind === 'group') && normAt(s, guest.to) !== "'s"
  );
};

const TO_HOST = wordSet("to will would could may might can 'd 'll not gladly happily warmly");
/** "hosts Putin", "welcomed by him"; not "welcomes Putin's offer". */
export const isHostOf: Guard = (s, m) => {
  if (isPronounOfTwo(s, m) && TO_HOST.has(normAt(s, m.from - 1))) return true;
  if (isDelegationOf(s, m.to)) return true;
  if (BETWEEN_THEM.has(normAt(s, (entityFrom(s, m.to, 4)?.from ?? 0) - 1))) return false;
  if (normAt(s, m.to - 1) === 'by' && ![1, 2].some((k) => BE.has(normAt(s, m.from - k))) && !isHeadlinePassive(s, m.from)) return false;
  const object = entityFrom(s, behindAdverbials(s, m.to), 4);
  return object !== undefined && OBJECT_KINDS.has(object.kind) && normAt(s, object.to) !== "'s" && !HIS_DOINGS.has(normAt(s, object.to));
};
/** "a visiting delegation from the US Congress". */
const isDelegationOf = (s: Sentence, from: number): boolean => {
  let at = from;
  while (at < from + 3 && BEFORE_DELEGATION.has(normAt(s, at))) at += 1;
  return DELEGATION.has(normAt(s, at)) && OF_OR_FROM.has(normAt(s, at + 1)) && entityFrom(s, at + 2, 1)?.country != null;
};
const BEFORE_DELEGATION = wordSet('a an the visiting senior high-level bipartisan top another large');
const DELEGATION = wordSet('delegation delegations');
const OF_OR_FROM = wordSet('of from');
const BETWEEN_THEM = wordSet('with of between in');
const HIS_DOINGS = wordSet(
  'invitation invite overture overtures initiative announcement withdrawal pullout truce ceasefire restraint agreement proposal offer plan decision statement deal move talks summit meeting report letter engagement comment comments remark remarks vow pledge call victory win speech policy role backing support -',
);
