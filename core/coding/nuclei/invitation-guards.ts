import { isPerson, isState, isStateOrBody } from '../entities/actors.ts';
import { placeEntityAt } from '../lexicon/place-names.ts';
import { type Entity, normsBetween, type Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { FOR_OR_TO } from '../words/word-sets.ts';
import { isInvitedBy } from './between-two.ts';
import type { Guard } from './guard.ts';
import { isHim, twoBefore } from './pronoun-object.ts';

/** Who can be invited. */
export const OBJECT_KINDS: ReadonlySet<string> = new Set(['person', 'office', 'group', 'aide', 'country', 'metonym', 'body', 'movement']);

/** "asks Castro to lunch", "bids him to Oslo": to a table or a place of another state. */
const isBiddenTo = (s: Sentence, guest: Entity): boolean => {
  if (!FOR_OR_TO.has(normAt(s, guest.to))) return false;
  const place = entityFrom(s, guest.to + 1, 1);
  return (
    (isState(place) && place.country !== guest.country && normAt(s, guest.to) === 'to') ||
    MEAL.test(normsBetween(s.tokens, guest.to + 1, guest.to + 5))
  );
};
const MEAL = /^(?:a |an )?(?:[a-z]+ )?(?:lunch|dinner|tea|coffee|breakfast|supper|banquet)\b/;

/** "invites Putin to watch the parade": what guests do. */
const TO_DO = wordSet(
  'watch attend celebrate mark spend inspect tour witness address deliver stay see dine join ride walk sail ski hunt fish',
);

/** "asks Castro over to Montevideo": an invitation; "asks Putin for help" is none. */
const isAsking: Guard = (s, m) => {
  if (/^(?:invit|beckon)/.test(normAt(s, m.from))) return true;
  const guest = entityFrom(s, m.to, 1);
  if (guest === undefined) return false;
  return OVER.has(normAt(s, guest.to)) || isBiddenTo(s, guest);
};
const OVER = wordSet('over round back come');

/** "invites Putin to Paris", "invited by Putin": to a place, to nothing more, or to a table; an invitation to talks is told by the talks. */
export const isInviting: Guard = (s, m) => {
  if (normAt(s, m.to - 1) === 'by') return isInvitedBy(s, m);
  if (!isAsking(s, m)) return false;
  if (isHim(s, m.to) && twoBefore(s, m.from).length > 0) return isState(entityFrom(s, m.to + 2, 1)) || placeEntityAt(s, m.to + 2) !== null;
  const guest = entityFrom(s, m.to, 1);
  if (guest === undefined || !OBJECT_KINDS.has(guest.kind)) return false;
  const to = s.tokens.findIndex((token, at) => at >= guest.to && token.norm === 'to');
  return (
    to < 0 ||
    isBiddenTo(s, guest) ||
    (to === guest.to && isPerson(guest) && TO_DO.has(normAt(s, to + 1))) ||
    isStateOrBody(entityFrom(s, to + 1, 1)) ||
    placeEntityAt(s, to + 1) !== null
  );
};
