import { type IsActor, isHouse, isParty, isPerson, isState } from '../entities/actors.ts';
import { placeEntityAt } from '../lexicon/place-names.ts';
import { normsBetween } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { isPreposition } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';
import {
  isCaption,
  isComing,
  isFeastOf,
  isGuestOf,
  isHostingPlace,
  isLeaving,
  isOnSoil,
  isToPlace,
  isTripPutOff,
  isUnwelcome,
  isWaitingFor,
} from './guests-and-places.ts';
import { isFlanked, isJoining } from './joining.ts';
import { endsName, isForeign, isOfPairBefore, isOfTwo, isPair, isWithAnother } from './two-around.ts';

/** "a sixth round", not "a round of strikes". */
const isRoundOfTalks: Guard = (s, m) => isOfTwo(s, m) && (normAt(s, m.to) !== 'of' || TALKS.has(normAt(s, m.to + 1)));
const TALKS = wordSet('talks negotiation negotiations dialogue discussion discussions consultation consultations bargaining');

/** "his Thursday with Y", "gets half an hour with Y": a span of time that somebody has with another. */
const isTimeWith: Guard = (s, m) =>
  isWithAnother(s, m, isPerson) && (!WEEKDAY.has(normAt(s, m.from)) || OWN_TIME.has(normAt(s, m.from - 1)));
const WEEKDAY = wordSet('monday tuesday wednesday thursday friday saturday sunday');
const OWN_TIME = wordSet("'s his her their a this");

/** Whether the name right behind a verb and the words behind that name make an idiom of both. */
const withName =
  (isFit: IsActor, idiom: RegExp): Guard =>
  (s, m) => {
    const object = entityFrom(s, m.to, 1) ?? (isFit === isState ? placeEntityAt(s, m.to) : null);
    if (!isFit(object)) return false;
    return idiom.test(normsBetween(s.tokens, object.to, object.to + 5));
  };

/** "wants no truck with Y"; not "has no time for Y's tariffs". */
const isNothingWith: Guard = (s, m) => {
  const other = entityFrom(s, m.to, 3);
  return isParty(other) && normAt(s, other.to) !== "'s";
};

/** "not to bother coming": between two who are named before. */
const isToldToStay: Guard = (s, m) => {
  const named = s.entities.filter((one) => one.to <= m.from && isPerson(one));
  return named.some((one) => named.some((other) => isForeign(one, other)));
};

/** "the idea of X dealing with Y". */
const isDealing: Guard = (s, m) => {
  const actor = s.entities.find((one) => one.to === m.from);
  return isPerson(actor) && normAt(s, actor.from - 1) === 'of' && isPerson(entityFrom(s, m.to, 1));
};

/** "keeps X and Y apart". */
const isKeptApart: Guard = (s, m) => {
  const first = entityFrom(s, m.to, 1);
  const last = s.entities[first === undefined ? -1 : s.entities.indexOf(first) + 1];
  return isPair(s, first, last) && normAt(s, last?.to ?? 0) === 'apart';
};

/** "X, Y back in Muscat". */
const isBackThere: Guard = (s, m) => isOfPairBefore(s, m) && entityFrom(s, m.to, 1)?.kind === 'country';

/** "squeezes X into his diary". */
const isFittedIn = withName(
  isPerson,
  /^in for\b|^(?:in|into) (?:[a-z']+ ){0,3}(?:diary|schedule|calendar|agenda|programme|program|day|morning|weekend|timetable)\b/,
);

/** "X, Y in Oslo on Friday": a headline without a verb that opens with two who meet. */
const isPairThere: Guard = (s, m) => {
  const [first, last] = [s.entities.at(0), s.entities.at(1)];
  if (s.zone !== 'title' || first?.from !== 0 || !isPair(s, first, last) || last?.to !== m.from || !isPerson(first) || !isPerson(last))
    return false;
  const place = entityFrom(s, m.to, 1) ?? placeEntityAt(s, m.to);
  return (
    place !== null &&
    isState(place) &&
    /^(?:next|this|on|as|amid|after|for|despite|with|to|in|:|tomorrow|today|tonight|[a-z]+day)?$/.test(normAt(s, place.to))
  );
};

/** "No audience for X, says Y". */
const isNothingFor: Guard = (s, m) => {
  const other = entityFrom(s, m.to, 1);
  return isPerson(other) && endsName(s, other.to) && s.entities.some((one) => isParty(one) && isForeign(one, other));
};

/** "stays away from Brasilia": a capital, and somebody who is not of its state. */
const isStayingAway: Guard = (s, m) => (entityFrom(s, m.to, 0)?.via ?? 'metonym') === 'metonym' && isTripPutOff(s, m);

/** "called each other good friends", "call one another liars": a word of theirs for each other; "called each other on Monday" is a call. */
const isNaming: Guard = (s, m) =>
  OTHER.has(normAt(s, m.to - 1)) &&
  /^call/.test(normAt(s, m.from)) &&
  s.tokens[m.to]?.kind === 'word' &&
  !isPreposition(normAt(s, m.to)) &&
  !AFTER_RUNG.has(normAt(s, m.to));
const OTHER = wordSet('other another');
/** What may follow when they telephone: time, manner, the next clause. */
const AFTER_RUNG = wordSet(
  'up and but or as when while if again after before since until today tonight yesterday tomorrow late early next last this every daily weekly twice once often regularly monthly directly privately personally separately three four several more less soon now almost only monday tuesday wednesday thursday friday saturday sunday',
);

/** What the rows of weak words must have around them, by id. */
export const WEAK_GUARDS: Readonly<Record<string, Guard>> = {
  company: isOfTwo,
  'next-round': isRoundOfTalks,
  'span-with': isTimeWith,
  together: (s, m) => isOfTwo(s, m) || s.entities.some((one) => one.kind === 'group' && one.to <= m.from),
  'await-guest': withName(isPerson, /^(?:in|at|on|tomorrow|next|this|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/),
  'have-over': withName(
    isPerson,
    /^(?:over|round|around|back|in(?: [a-z]+)?)(?:$| (?:soon|says?|to|at|on|for|next|this|today|tonight|tomorrow|[a-z]+day)\b)/,
  ),
  'first-stop': withName(
    isState,
    /^(?:(?:his|her|its|the|a) )?(?:first|second|third|fourth|next|opening|maiden|debut|inaugural|last|final|only) (?:[a-z]+ )?(?:port of|stop|destination|trip|visit|leg|call|journey)/,
  ),
  threshold: withName(isState, /^(?:'s )?(?:threshold|doorstep|door)\b/),
  'go-by-road': isToPlace(isState),
  'step-inside': isToPlace(isHouse),
  guest: isGuestOf,
  'come-along': isComing,
  'not-come-along': isToldToStay,
  'no-truck': isNothingWith,
  'no-time': isNothingWith,
  'on-the-phone': (s, m) => !isNaming(s, m) && (isOfTwo(s, m) || (normAt(s, m.to - 1) === 'for' && isPerson(entityFrom(s, m.to, 2)))),
  'fit-in': isFittedIn,
  'look-at': withName(isPerson, /^in the (?:eye|eyes|face)\b/),
  'seen-with': (s, m) => isPerson(entityFrom(s, m.to, 1)),
  'deal-with': isDealing,
  unwelcome: isUnwelcome,
  'postpone-place': isTripPutOff,
  'cancel-place': isTripPutOff,
  'wait-for': isWaitingFor,
  'place-awaits': isHostingPlace,
  occasion: isFeastOf,
  caption: isCaption,
  'on-soil': isOnSoil,
  'cold-shoulder': withName(
    isPerson,
    /^(?:a|the) (?:[a-z]+ )?(?:cold shoulder|brush-off|brushoff|brush|slip|snub|miss|wide berth|runaround|boot|cold-shoulder|thumbs-down|heave-ho|go-by)\b|^no (?:time of day|hearing|audience|welcome|quarter)\b/,
  ),
  'cross-off': withName(isPerson, /^(?:off|out of|from) (?:[a-z']+ ){0,2}(?:calendar|diary|schedule|agenda|programme|program|itinerary)\b/),
  'leave-off-list': withName(isPerson, /^(?:off|out of|from) (?:[a-z']+ ){0,3}(?:list|guests|invitations)\b/),
  'give-a-miss': withName(isState, /^(?:a|the) (?:[a-z]+ )?(?:miss|wide berth|slip|cold shoulder|swerve|pass|skip)\b/),
  bypass: withName(
    isState,
    /^(?:(?:on|during|in|from|off|out of) (?:[a-z']+ ){0,3}(?:tour|trip|visit|swing|itinerary|journey|way|rounds)|again|altogether)\b/,
  ),
  'door-on': isNothingWith,
  'shelve-place': withName(isState, /^for (?:later|now|another|the (?:moment|present|time))\b/),
  'stay-away': isStayingAway,
  'pair-there': isPairThere,
  'no-for': isNothingFor,
  'on-hold': withName(isPerson, /^(?:on hold|hanging|dangling)\b/),
  'keep-apart': isKeptApart,
  'keep-waiting': withName(isPerson, /^wait(?:ing)? (?:till|until|another|longer)\b/),
  'turn-down': withName(isPerson, /^down(?:$| (?:[.;:,?!]|again|flat|cold|for|says?)(?:$|\b| ))/),
  'put-off': withName(isPerson, /^off(?:$| (?:[,.;:]|once|again|for|until|till|to|another|a)\b)/),
  'back-there': isBackThere,
  join: isJoining,
  'leave-place': isLeaving,
  flanked: isFlanked,
};
