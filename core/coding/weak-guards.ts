import { entityFrom, type Guard, normAt } from './nucleus-context.ts';
import { placeEntityAt } from './place-names.ts';
import type { Entity, Sentence } from './text.ts';
import { AUXILIARY, BOUNDARIES, isPreposition } from './word-sets.ts';

/**
 * Words of many senses ("lunch", "slot", "share a room") name a contact only where two of different states stand around them
 * in the places of those who meet.
 */
const PARTY = /^(?:person|office|country|metonym|movement|aide|body)$/;
const PERSON = /^(?:person|office)$/;
const PLACE = /^(?:country|metonym)$/;

const isForeign = (a: Entity, b: Entity): boolean => a.country !== b.country && (a.country !== null || b.country !== null);
const isParty = (entity: Entity | undefined): entity is Entity => entity !== undefined && PARTY.test(entity.kind);
const isPerson = (entity: Entity | undefined): entity is Entity => entity !== undefined && PERSON.test(entity.kind);

/** "with Y", "between X and Y", "beside Y" behind, and somebody of another state elsewhere in the sentence. */
const partnerAt = (s: Sentence, at: number): Entity | undefined =>
  /^(?:with|between|beside|alongside|opposite)$/.test(normAt(s, at)) ? entityFrom(s, at + 1, 3) : undefined;

function isWithAnother(s: Sentence, m: { readonly from: number; readonly to: number }, kinds: RegExp): boolean {
  const partner = partnerAt(s, m.to) ?? partnerAt(s, m.to - 1) ?? partnerAt(s, m.to + 1);
  if (partner === undefined || !kinds.test(partner.kind)) return false;
  return s.entities.some((one) => one !== partner && isParty(one) && isForeign(one, partner) && (one.to <= m.from || isPerson(partner)));
}

/** "X-Y reconciliation lunch", "X and Y agree on a sitting": two who are named together before it, and nobody else in between. */
function isOfPairBefore(s: Sentence, m: { readonly from: number }): boolean {
  const named = s.entities.filter((entity) => entity.to <= m.from && isParty(entity) && entity.country !== null);
  return isPair(s, named.at(-2), named.at(-1));
}

/** "X and Y", "X, Y", "X-Y" of two states. */
function isPair(s: Sentence, first: Entity | undefined, last: Entity | undefined): boolean {
  if (!isParty(first) || !isParty(last) || !isForeign(first, last) || first.to >= last.from) return false;
  return s.tokens.slice(first.to, last.from).every(({ norm }) => /^(?:,|and|&|-|the|or|')$/.test(norm));
}

/** "golf for X and Y", "a gathering of X and the Gulf rulers". */
function isForPair(s: Sentence, { to }: { readonly to: number }): boolean {
  if (!/^(?:for|of)$/.test(normAt(s, to))) return false;
  const first = entityFrom(s, to + 1, 2);
  return isPair(s, first, s.entities[s.entities.findIndex((one) => one === first) + 1]);
}

/** "spurns X's offer of a chat", "a week before their dinner": two who were named before, and what one offers or both have. */
function isOfBoth(s: Sentence, { from }: { readonly from: number }): boolean {
  const isTheirs = [1, 2].some((k) => normAt(s, from - k) === 'their');
  const isOffered = [2, 3, 4].some((k) => OFFER.test(normAt(s, from - k)) && /^(?:of|for|to)$/.test(normAt(s, from - k + 1)));
  if (!isTheirs && !isOffered) return false;
  const named = s.entities.filter((one) => one.to <= from && (isPerson(one) || (isOffered && isParty(one))));
  return named.some((one) => named.some((other) => isForeign(one, other)));
}
const OFFER =
  /^(?:offers?|invitations?|invites?|requests?|proposals?|ideas?|pleas?|bids?|suggestions?|prospects?|appeals?|chances?|promise)$/;

/** "grants X an audience", "refuses X a handshake": a person right before the phrase, and another who gives it. */
function isGivenTo(s: Sentence, { from }: { readonly from: number }): boolean {
  if (!/^(?:a|an|any|his|her|the|another)$/.test(normAt(s, from - 1))) return false;
  const given = s.entities.find((one) => one.to === from - 1);
  return isPerson(given) && s.entities.some((one) => one.to < given.from && isParty(one) && isForeign(one, given));
}

const isOfTwo: Guard = (s, m) => isWithAnother(s, m, PARTY) || isOfPairBefore(s, m) || isForPair(s, m) || isOfBoth(s, m) || isGivenTo(s, m);

/** "a sixth round", not "a round of strikes". */
const isRoundOfTalks: Guard = (s, m) =>
  isOfTwo(s, m) &&
  (normAt(s, m.to) !== 'of' || /^(?:talks|negotiations?|dialogue|discussions?|consultations?|bargaining)$/.test(normAt(s, m.to + 1)));

/** "his Thursday with Y", "gets half an hour with Y": a span of time that somebody has with another. */
const isTimeWith: Guard = (s, m) =>
  isWithAnother(s, m, PERSON) && (!WEEKDAY.test(normAt(s, m.from)) || /^(?:'s|his|her|their|a|this)$/.test(normAt(s, m.from - 1)));
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** Whether the name right behind a verb and the words behind that name make an idiom of both. */
const withName =
  (kinds: RegExp, idiom: RegExp): Guard =>
  (s, m) => {
    const object = entityFrom(s, m.to, 1) ?? (kinds === PLACE ? placeEntityAt(s, m.to) : null);
    if (object === null || !kinds.test(object.kind)) return false;
    const words = s.tokens.slice(object.to, object.to + 5).map(({ norm }) => norm);
    return idiom.test(words.join(' '));
  };

/** Nothing that the name before it could belong to follows. */
const endsName = (s: Sentence, at: number): boolean => {
  const token = s.tokens[at];
  if (token === undefined || token.kind !== 'word') return token?.norm !== "'s";
  return isPreposition(token.norm) || BOUNDARIES.has(token.norm) || AUXILIARY.has(token.norm) || TIME.test(token.norm);
};
const TIME = /^(?:and|next|this|today|tonight|tomorrow|soon|again|early|late|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** "drives to Ankara", "steps into the Kremlin"; not "rushes to Kyiv's aid". */
const isToPlace =
  (kinds: RegExp): Guard =>
  (s, m) => {
    const place = entityFrom(s, m.to, 1);
    return place !== undefined && kinds.test(place.kind) && endsName(s, place.to);
  };

/** "be Putin's guest", "as a guest of Putin". */
const isGuestOf: Guard = (s, m) => {
  const owner = s.entities.find((entity) => entity.to === m.from - 1 && normAt(s, entity.to) === "'s");
  if (isPerson(owner)) return /^(?:be|as|is|was|become|becomes)$/.test(normAt(s, owner.from - 1));
  return normAt(s, m.to) === 'of' && isPerson(entityFrom(s, m.to + 1, 1)) && /^(?:a|the|as|be)$/.test(normAt(s, m.from - 1));
};

/** "tells Xi he will come": who promises it to whom is named before, and nothing more is said of where. */
const isComing: Guard = (s, m) =>
  s.entities.some((one) => isPerson(one) && one.to <= m.from && one.to > m.from - 4) &&
  /^(?:|[.,;:!?"'-]|to|and|but|on|in|soon|next|this|later|when)$/.test(normAt(s, m.to));

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
  const last = s.entities[s.entities.findIndex((one) => one === first) + 1];
  return isPair(s, first, last) && normAt(s, last?.to ?? 0) === 'apart';
};

/** "not welcome", "not wanted in Paris": somebody, and a state that is not his. */
const isUnwelcome: Guard = (s, m) => {
  const guest = s.entities.findLast((one) => one.to <= m.from && isPerson(one));
  return guest !== undefined && s.entities.some((one) => isParty(one) && isForeign(one, guest));
};

/** "Wang in Delhi next week", "Macron at the Kremlin": a headline without a verb. */
const isCaption: Guard = (s, m) => {
  const guest = s.entities.find((one) => one.to === m.from);
  if (s.zone !== 'title' || !isPerson(guest) || guest.level === 'envoy' || !/^(?:|:|-)$/.test(normAt(s, guest.from - 1))) return false;
  const place = entityFrom(s, m.to, 1) ?? placeEntityAt(s, m.to);
  if (place === null || !PLACE.test(place.kind) || !isForeign(guest, place)) return false;
  const next = normAt(s, place.to);
  return next === '' || WHEN.test(next);
};
const WHEN =
  /^(?:next|this|on|tomorrow|tonight|today|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/;

/** "Gaddafi wishes his reception of Berlusconi": who is received, and somebody of another state before. */
const isReceptionOf: Guard = (s, m) => {
  const guest = entityFrom(s, m.to, 2);
  return isPerson(guest) && s.entities.some((one) => one.to <= m.from && isParty(one) && isForeign(one, guest));
};

/** "Modi asks to be excused from Male's celebrations", "Xi to attend Putin's parade": who goes or stays away, and whose feast it is. */
const isFeastOf: Guard = (s, m) => {
  const host = s.entities.findLast((one) => one.to <= m.from && one.to >= m.from - 4 && isParty(one) && normAt(s, one.to) === "'s");
  const guest = host === undefined ? undefined : s.entities.find((one) => one.to < host.from && isPerson(one) && isForeign(one, host));
  if (host === undefined || guest === undefined) return false;
  return s.tokens.slice(guest.to, host.from).some(({ norm }) => GOES.test(norm));
};
const GOES =
  /^(?:attend|join|skip|miss|snub|boycott|shun|excus|absent|declin|accept|avoid|invit|grac|travel|fl|head)(?:s|es|e|ed|ing|ies|y|ying)?$|^(?:away|guest|out)$/;

/** "Merz postpones Beijing": a state in place of the trip to it. */
const isTripPutOff: Guard = (s, m) => {
  const place = entityFrom(s, m.to, 0);
  if (place === undefined || !PLACE.test(place.kind) || !endsName(s, place.to)) return false;
  return s.entities.some((one) => one.to <= m.from && isPerson(one) && isForeign(one, place));
};

/** "Kyiv must wait for Merz", "Macron told to wait for Putin": who waits, and for whom of another state. */
const isWaitingFor: Guard = (s, m) => {
  const other = entityFrom(s, m.to, 1);
  const waits = s.entities.find((one) => one.to <= m.from && one.to >= m.from - 2 && isParty(one));
  if (other === undefined || waits === undefined) return false;
  const isForSomebody = PERSON.test(other.kind) || (PLACE.test(other.kind) && PERSON.test(waits.kind));
  return isForSomebody && isForeign(waits, other) && endsName(s, other.to);
};

/** "Ankara awaits Putin", "Delhi braces for Trump": a state or its capital, and who comes. */
const isHostingPlace: Guard = (s, m) => {
  const place = s.entities.find((one) => one.to === m.from);
  const guest = entityFrom(s, m.to, 1);
  if (place === undefined || !PLACE.test(place.kind) || !isPerson(guest) || guest.level === 'envoy') return false;
  return s.zone === 'title' && isForeign(place, guest) && endsName(s, guest.to) && normAt(s, guest.to) !== 'to';
};

/** "X, Y back in Muscat". */
const isBackThere: Guard = (s, m) => isOfPairBefore(s, m) && entityFrom(s, m.to, 1)?.kind === 'country';

/** "squeezes X into his diary". */
const isFittedIn = withName(
  PERSON,
  /^(?:in|into) (?:[a-z']+ ){0,3}(?:diary|schedule|calendar|agenda|programme|program|day|morning|weekend|timetable)\b/,
);

/** What the rows of weak words must have around them, by id. */
export const WEAK_GUARDS: Readonly<Record<string, Guard>> = {
  company: isOfTwo,
  'next-round': isRoundOfTalks,
  'span-with': isTimeWith,
  together: (s, m) => isOfTwo(s, m) || s.entities.some((one) => one.kind === 'group' && one.to <= m.from),
  'await-guest': withName(PERSON, /^(?:in|at|on|tomorrow|next|this|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/),
  'have-over': withName(PERSON, /^(?:over|round|around|in|back)(?:$| (?:to|at|on|for|next|this|today|tonight|tomorrow|[a-z]+day)\b)/),
  'first-stop': withName(
    PLACE,
    /^(?:(?:his|her|its|the|a) )?(?:first|next|opening|maiden|last|final|only) (?:[a-z]+ )?(?:port of|stop|destination|trip|visit|leg|call|journey)/,
  ),
  threshold: withName(PLACE, /^(?:'s )?(?:threshold|doorstep|door)\b/),
  'go-by-road': isToPlace(PLACE),
  'step-inside': isToPlace(/^metonym$/),
  guest: isGuestOf,
  'come-along': isComing,
  'not-come-along': isToldToStay,
  'no-truck': isNothingWith,
  'no-time': isNothingWith,
  'on-the-phone': (s, m) => isOfTwo(s, m) || (normAt(s, m.to - 1) === 'for' && isPerson(entityFrom(s, m.to, 2))),
  'fit-in': isFittedIn,
  'look-at': withName(PERSON, /^in the (?:eye|eyes|face)\b/),
  'seen-with': (s, m) => isPerson(entityFrom(s, m.to, 1)),
  'deal-with': isDealing,
  unwelcome: isUnwelcome,
  'postpone-place': isTripPutOff,
  'cancel-place': isTripPutOff,
  'wait-for': isWaitingFor,
  'place-awaits': isHostingPlace,
  'reception-of': isReceptionOf,
  occasion: isFeastOf,
  caption: isCaption,
  'cold-shoulder': withName(
    PERSON,
    /^(?:a|the) (?:[a-z]+ )?(?:cold shoulder|brush-off|brushoff|brush|slip|snub|miss|wide berth|runaround|boot|cold-shoulder|thumbs-down|heave-ho|go-by)\b/,
  ),
  'leave-off-list': withName(PERSON, /^(?:off|out of|from) (?:[a-z']+ ){0,3}(?:list|guests|invitations)\b/),
  'give-a-miss': withName(PLACE, /^(?:a|the) (?:[a-z]+ )?(?:miss|wide berth|slip|cold shoulder|swerve|pass|skip)\b/),
  bypass: withName(
    PLACE,
    /^(?:(?:on|during|in|from|off|out of) (?:[a-z']+ ){0,3}(?:tour|trip|visit|swing|itinerary|journey|way|rounds)|again|altogether)\b/,
  ),
  'door-on': isNothingWith,
  'keep-apart': isKeptApart,
  'keep-waiting': withName(PERSON, /^wait(?:ing)? (?:till|until|another|longer)\b/),
  'put-off': withName(PERSON, /^off(?:$| (?:[,.;:]|once|again|for|until|till|to|another|a)\b)/),
  'back-there': isBackThere,
};
