import { type IsActor, isParty, isPerson, isPrincipal, isState } from '../entities/actors.ts';
import { isReport } from '../entities/attribution.ts';
import { placeEntityAt } from '../lexicon/place-names.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { LIST_JOINTS } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';
import { endsName, isForeign } from './two-around.ts';

/** "drives to Ankara", "steps into the Kremlin"; not "rushes to Kyiv's aid". */
export const isToPlace =
  (isFit: IsActor): Guard =>
  (s, m) => {
    if (normAt(s, m.from) === 'set' && normAt(s, m.from + 1) === 'for' && !s.entities.some((one) => one.to === m.from && isPerson(one)))
      return false;
    const place = entityFrom(s, m.to, 1);
    return isFit(place) && endsName(s, place.to);
  };

/** "be Putin's guest", "as a guest of Putin". */
export const isGuestOf: Guard = (s, m) => {
  const owner = s.entities.find((entity) => entity.to === m.from - 1 && normAt(s, entity.to) === "'s");
  if (isPerson(owner)) return BECOMES.has(normAt(s, owner.from - 1));
  if (normAt(s, m.to) !== 'of' || !isPerson(entityFrom(s, m.to + 1, 1))) return false;
  return AS_GUEST.has(normAt(s, m.from - 1)) || (s.zone === 'title' && s.entities.some((one) => one.to === m.from && isPerson(one)));
};
const BECOMES = wordSet('be as is was become becomes');
const AS_GUEST = wordSet('a the as be');

/** "tells Xi he will come": who promises it to whom is named before, and nothing more is said of where. */
export const isComing: Guard = (s, m) =>
  s.entities.some((one) => isPerson(one) && one.to <= m.from && one.to > m.from - 4) &&
  !(normAt(s, m.to) === 'to' && isReport(normAt(s, m.from - 1))) &&
  AFTER_COMING.has(normAt(s, m.to));
const AFTER_COMING = new Set(['', ...wordSet('. , ; : ! ? " \' - to and but on in soon next this later when')]);

/** "not welcome", "not wanted in Paris": somebody, and a state that is not his. */
export const isUnwelcome: Guard = (s, m) => {
  const guest = lastWhere(s.entities, (one) => one.to <= m.from && isPerson(one));
  return guest !== undefined && s.entities.some((one) => isParty(one) && isForeign(one, guest));
};

/** "Wang in Delhi next week", "Macron at the Kremlin": a headline without a verb. */
export const isCaption: Guard = (s, m) => {
  if (m.from === 0) return isFrontedPlace(s, m.to);
  const end = THERE.has(normAt(s, m.from - 1)) ? m.from - 1 : m.from;
  const guest = firstOfMany(s, end);
  if (s.zone !== 'title' || !isPrincipal(guest) || !CAPTION_START.has(normAt(s, guest.from - 1))) return false;
  const place = entityFrom(s, m.to, 1) ?? placeEntityAt(s, m.to);
  if (!isState(place) || !isForeign(guest, place)) return false;
  const next = normAt(s, place.to);
  return (
    next === '' ||
    WHEN.has(next) ||
    (next === 'for' && FIRST.has(normAt(s, place.to + 1)) && OCCASIONS.has(normAt(s, place.to + 2))) ||
    (next === 'to' && verbFormOf(normAt(s, place.to + 1)) === 'base' && !MEETS.has(normAt(s, place.to + 1)))
  );
};
/** "In Cairo, Macron urges a truce": a capital, then a leader or minister from elsewhere who does something there. */
function isFrontedPlace(s: Sentence, at: number): boolean {
  const place = entityFrom(s, at, 0);
  const guest = place === undefined ? undefined : s.entities.find(({ from }) => from === place.to + 1);
  if (s.zone !== 'title' || !isState(place) || normAt(s, place.to) !== ',' || !isPrincipal(guest)) return false;
  const isThere = place.via === 'metonym' || guest.country === 'VA';
  return isThere && isForeign(guest, place) && DOES_THERE.test(normAt(s, guest.to));
}
const DOES_THERE =
  /^(?:vow|hail|urge|call|warn|tell|pledge|promise|praise|sign|seek|meet|address|visit|say|greet|tout|press|defend|appeal|offer|back|find|get|pray|honou?r|reassure|announce|mark|make)(?:e?s)?$/;

/** "A, B and C in Oslo": the first of at least three; else whoever stands right before. */
function firstOfMany({ entities, tokens }: Sentence, end: number): Entity | undefined {
  const last = entities.findIndex(({ to }) => to === end);
  let k = last;
  while (
    k > 0 &&
    isPerson(entities[k - 1]) &&
    LIST_JOINTS.has(normOf(tokens, (entities[k]?.from ?? 0) - 1)) &&
    entities[k - 1]?.to === (entities[k]?.from ?? 0) - 1
  )
    k -= 1;
  return entities[last - k > 1 ? k : last];
}
const THERE = wordSet('back again now finally already still alone also');
const CAPTION_START = new Set(['', ':', '-']);
const OCCASIONS = wordSet('time visit trip');
const FIRST = wordSet('first second third fourth fifth sixth rare');
/** What is told by its own words. */
const MEETS = wordSet('meet see hold visit talk speak discuss confer attend join host greet welcome negotiate');
const WHEN = wordSet(
  'as amid after in despite with without following : next this on tomorrow tonight today later monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december',
);

/** "Macron asks to be excused from Putin's jubilee", "Xi to attend Putin's parade": who goes or stays away, and whose feast it is. */
export const isFeastOf: Guard = (s, m) => {
  const host = lastWhere(
    s.entities,
    (one) => one.to <= m.from && one.to >= m.from - 4 && isParty(one) && (normAt(s, one.to) === "'s" || one.to === m.from),
  );
  const guest = host === undefined ? undefined : s.entities.find((one) => one.to < host.from && isPerson(one) && isForeign(one, host));
  if (host === undefined || guest === undefined) return false;
  return s.tokens.slice(guest.to, host.from).some(({ norm }) => GOES.test(norm));
};
const GOES =
  /^(?:attend|join|skip|miss|snub|boycott|shun|excus|absent|declin|accept|avoid|invit|grac|travel|fl|head)(?:s|es|e|ed|ing|ies|y|ying)?$|^(?:away|guest|out)$/;

/** "Merz postpones Beijing": a state in place of the trip to it. */
export const isTripPutOff: Guard = (s, m) => {
  const place = entityFrom(s, m.to, 0) ?? placeEntityAt(s, m.to);
  if (!isState(place) || !(endsName(s, place.to) || EVENT.has(normAt(s, place.to)))) return false;
  return s.entities.some((one) => one.to <= m.from && isPerson(one) && isForeign(one, place));
};
/** "stays away from Kyiv conference": what is on there. */
const EVENT = wordSet(
  'conference forum gathering ceremony celebration celebrations commemoration commemorations parade funeral inauguration festivities anniversary congress gala opening',
);

/** "Rubio leaves Ankara empty-handed": a state that is not his; not "leaves Europe guessing". */
export const isLeaving: Guard = (s, m) => {
  const place = entityFrom(s, m.to, 0);
  const guest = s.entities.find((one) => one.to === m.from);
  if (!isState(place) || !isPerson(guest) || !isForeign(guest, place)) return false;
  if (s.entities.some((one) => one.from > place.to && isPerson(one))) return false;
  const next = normAt(s, place.to);
  return next !== 'out' && (endsName(s, place.to) || next === 'empty-handed') && !/ing$/.test(next);
};

/** "Kyiv must wait for Merz", "Macron told to wait for Putin": who waits, and for whom of another state. */
export const isWaitingFor: Guard = (s, m) => {
  const other = entityFrom(s, m.to, 1);
  const waits = s.entities.find((one) => one.to <= m.from && one.to >= m.from - 2 && isParty(one));
  if (other === undefined || waits === undefined) return false;
  const isForSomebody = isPerson(other) || (isState(other) && isPerson(waits));
  return isForSomebody && isForeign(waits, other) && endsName(s, other.to);
};

/** "Ankara awaits Putin", "Delhi braces for Trump": a state or its capital, and who comes. */
export const isHostingPlace: Guard = (s, m) => {
  const place = s.entities.find((one) => one.to === m.from);
  const guest = entityFrom(s, m.to, 1);
  if (!isState(place) || !isPrincipal(guest)) return false;
  return s.zone === 'title' && isForeign(place, guest) && endsName(s, guest.to) && normAt(s, guest.to) !== 'to';
};

/** "Erdogan on Egyptian soil": of another state. */
export const isOnSoil: Guard = (s, m) => {
  const land = s.entities.find(({ from }) => from > m.from && from < m.to);
  const guest = s.entities.find(({ to }) => to === m.from || to === m.from - 1);
  return s.zone === 'title' && land?.kind === 'demonym' && isPerson(guest) && isForeign(guest, land);
};
