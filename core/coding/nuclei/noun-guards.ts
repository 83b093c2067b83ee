import { isPerson, isPersonOrState, isState } from '../entities/actors.ts';
import type { Sentence } from '../words/text.ts';
import { entityAt, entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { BOUNDARIES, FOR_OR_TO, LIST_JOINTS } from '../words/word-sets.ts';
import { isPlaceNext } from './arrival-guards.ts';
import { isAskedTrip } from './asked-trip.ts';
import { isAskedOf, isHadByTwo, isInDiary, isInPage, isOpenTo } from './between-two.ts';
import type { Guard } from './guard.ts';
import { isAttacked, isRunning } from './meet-guards.ts';
import { isInvitationFrom, isInvitationOf, isMessage, isSentTo } from './message-guards.ts';
import {
  isBetweenPeople,
  isCallHeld,
  isCalling,
  isCallOn,
  isCallToAct,
  isInformant,
  isMealOf,
  isOverheard,
  isSummoning,
  isTalkingOf,
} from './talk-guards.ts';
import { isGoing, isJourney, isStaying, isVisitsNoun } from './trip-guards.ts';
import { endsName } from './two-around.ts';
import { MEETING_PLACES, TALKS_BIG } from './verb-guards.ts';

/** Summits of business, science and sport. */
const NOT_A_SUMMIT = new Set([
  'ai',
  'business',
  'tech',
  'technology',
  'investment',
  'investor',
  'youth',
  'sports',
  'ceo',
  'jobs',
  'crypto',
  'education',
  'startup',
  'innovation',
  'music',
  'industry',
  'camp',
]);

const isSummit: Guard = (s, m) =>
  normAt(s, m.to) !== 'lake' &&
  !(normAt(s, m.to) === 'of' && normAt(s, m.from - 1) === 'the' && normAt(s, m.from - 2) === 'on') &&
  (normAt(s, m.to) !== 'of' || !isOfMountain(s, m.to + 1));
/** "the summit of the highest peak"; not "the summit of leaders at Trump Tower". */
function isOfMountain(s: Sentence, from: number): boolean {
  for (let at = from; at < from + 5 && !AWAY.has(normAt(s, at)); at += 1) if (MOUNTAIN.has(normAt(s, at))) return true;
  return false;
}
const AWAY = wordSet('at in on with to for after before , :');
const MOUNTAIN = wordSet('mount mt mountain mountains peak volcano hill hills ridge tower');

/** "Nordic premiers huddle in Oslo", "Macron and Merz huddle": a verb of several. */
const isHuddling: Guard = (s, m) => {
  const who = normAt(s, m.from) === 'huddle' && m.to - m.from === 1 ? s.entities.find(({ to }) => to === m.from) : undefined;
  if (who === undefined || (s.tokens[m.to] !== undefined && !endsName(s, m.to))) return false;
  return normAt(s, who.to - 1).endsWith('s') || LIST_JOINTS.has(normAt(s, who.from - 1));
};

/** "AI rivals at Delhi summit": of the trade that its clause names, when no leader stands before the word. */
const isOfTrade: Guard = (s, m) =>
  s.tokens.some(({ norm }, at) => TRADES.has(norm) && isOfOneClause(s, at, m.from)) &&
  !isPerson(entityAt(s, m.from - 1)) &&
  !SIDES_NEXT.has(normAt(s, m.to));
function isOfOneClause(s: Sentence, one: number, other: number): boolean {
  for (let at = Math.min(one, other); at < Math.max(one, other); at += 1)
    if (s.tokens[at]?.kind === 'word' && BOUNDARIES.has(normAt(s, at))) return false;
  return true;
}
const TRADES = wordSet('ai a.i. ceos startups crypto');
const SIDES_NEXT = wordSet('of with between');

/** "bilateral relations": an adjective of something else, or of talks that count themselves. */
const BILATERAL_THINGS = wordSet(
  'relations relation relationship ties trade talks cooperation co-operation agreements agreement accords accord treaty pact deals deal issues issue matters disputes dispute visits visit meetings meeting dialogue negotiations basis aid links level conversations conversation contacts contact calls call exchanges exchange projects project friendship',
);

/** "Macron, Merz call for calm": a verb; "the Macron-Merz call for Friday" is one of both. */
const isCallOfBoth: Guard = (s, m) =>
  isBetweenPeople(s, m) && s.entities.some(({ from, to }) => to === m.from && normAt(s, from - 1) === '-');

/** "Macron, Putin exchange barbs": a verb with its object. */
const isExchanging: Guard = (s, m) =>
  normAt(s, m.to - 1) === 'exchange' &&
  s.tokens[m.to]?.kind === 'word' &&
  !endsName(s, m.to) &&
  normAt(s, (entityAt(s, m.from - 1)?.from ?? 0) - 1) !== '-';

/** "an invitation to Peru to join the bloc", "an invite to the Board of Peace": to be a member. */
const isOfMembership = (s: Sentence, at: number): boolean => {
  if (normAt(s, at) !== 'to') return false;
  for (let to = at + 1; to < at + 6; to += 1) if (normAt(s, to) === 'join' || normAt(s, to) === 'board') return !JOINABLE.test(s.text);
  return false;
};
const JOINABLE = /\b(?:talks|summit|meeting|negotiations|dinner|conference|call)\b/i;

const DISCUSSED = wordSet('discussion discussions');
/** What a noun must have around it to be a contact at all, by its row's id. */
export const NOUN_GUARDS: Readonly<Record<string, Guard>> = {
  session: (s, m) => isBetweenPeople(s, m) || isMealOf(s, m) || isAskedOf(s, m) || isHadByTwo(s, m),
  'time-with': (s, m) => isAskedOf(s, m) || isInPage(s, m),
  diary: isInDiary,
  'open-house': isOpenTo,
  'open-line': isOpenTo,
  'asked-trip': isAskedTrip,
  contact: (s, m) =>
    (isBetweenPeople(s, m) || isAskedOf(s, m) || isHadByTwo(s, m)) && !isExchanging(s, m) && !EXCHANGED.has(normAt(s, m.from - 1)),
  journey: isJourney,
  conference: (s, m) => m.to - m.from > 1 || ![1, 2, 3].some((k) => BILATERAL_THINGS.has(normAt(s, m.to + k))) || endsName(s, m.to),
  message: isMessage,
  meeting: (s, m) =>
    !isHuddling(s, m) &&
    !(normAt(s, m.from) === 'meeting' && (isRunning(s, m.from) || isAttacked(s, m))) &&
    !MEETING_PLACES.has(normAt(s, m.to)) &&
    (!OTHER_MEETINGS.has(normAt(s, m.from - 1)) || normAt(s, m.from - 2) === 'european') &&
    !(normAt(s, m.to - 1) === 'bilateral' && BILATERAL_THINGS.has(normAt(s, m.to))),
  invitation: (s, m) =>
    !isOfMembership(s, m.to) &&
    ((normAt(s, m.from - 1) === "'s" && !FOR_OR_TO.has(normAt(s, m.to))) ||
      isInvitationOf(s, m) ||
      (normAt(s, m.from - 1) === "'s" && normAt(s, m.to) === 'to' && s.tokens[m.to + 1]?.isCapital === true && s.zone === 'title') ||
      isState(entityAt(s, m.from - 1)) ||
      isInvitationFrom(s, m) ||
      (normAt(s, m.to) === 'to' && isPersonOrState(entityFrom(s, m.to + 1, 1))) ||
      (normAt(s, m.to) === 'to' && s.tokens[m.to + 1]?.isCapital === true && isSentTo(s, m))),
  summit: (s, m) => !NOT_A_SUMMIT.has(normAt(s, m.from - 1)) && isSummit(s, m) && !isOfTrade(s, m),
  signing: (s, m) => !AFTER_SIGNING.has(normAt(s, m.to)) && !/^(?:den|admit)/.test(normAt(s, m.from - 1)),
  call: (s, m) =>
    !isCalling(s, m) &&
    !isOverheard(s, m) &&
    !isCallToAct(s, m) &&
    !isSummoning(s, m) &&
    normAt(s, m.to) !== 'each' &&
    !isCallOn(s, m) &&
    !(m.to - m.from === 1 && !isCallOfBoth(s, m) && !isCallHeld(s, m) && AFTER_CALLS.has(normAt(s, m.to))) &&
    !KIND_OF_CALL.has(normAt(s, m.from - 1)),
  'video-call': (s, m) => !/link$|conferenc/.test(normAt(s, m.to - 1)) || ![1, 2, 3].some((k) => VIA.has(normAt(s, m.from - k))),
  talks: (s, m) =>
    !(normAt(s, m.from - 1) === 'for' && normAt(s, m.from - 2) === 'up' && BARGAIN.has(normAt(s, m.from))) &&
    !(normAt(s, m.to) === 'of' && DISCUSSED.has(normAt(s, m.to - 1))) &&
    !isBeforeTalks(s, m.from - 1) &&
    !OWN_DIALOGUE.has(normAt(s, m.from - 1)) &&
    !TALKS_BIG.has(normAt(s, m.to)) &&
    !isInformant(s, m) &&
    !isTalkingOf(s, m),
  letter: (s, m) => isSentTo(s, m) || LETTER_LINKS.has(normAt(s, m.to)) || normAt(s, m.from - 1) === "'s",
  visit: (s, m) =>
    !isPlaceNext(s, m) &&
    !isGoing(s, m) &&
    (normAt(s, m.from) !== 'visits' || isVisitsNoun(s, m)) &&
    !isStaying(s, m) &&
    !TOUR_TRADE.has(normAt(s, m.to)) &&
    (!SEES.has(normAt(s, m.to - 1)) || isOwned(s, m.from)) &&
    !PILGRIMAGE.has(normAt(s, m.from - 1)),
};
/** "Macron's first trip to see Modi": whose it is right before, or before one word. */
const isOwned = (s: Sentence, at: number): boolean => [1, 2, 3].some((k) => normAt(s, at - k) === "'s" || normAt(s, at - k) === "'");
const SEES = wordSet('see meet');
const EXCHANGED = wordSet('stock prisoner currency foreign');
const OTHER_MEETINGS = wordSet('shareholder shareholders board cabinet council general annual rally world room');
const AFTER_SIGNING = wordSet('a an the any off up on');
const AFTER_CALLS = wordSet('for on upon that him her it them itself himself time');
const KIND_OF_CALL = wordSet(
  'wake-up conference judgment judgement close curtain roll so they he she we who also which rallying distress sources',
);
const VIA = wordSet('via by over through');
/** "interfaith dialogue", "national dialogue": of people, not of states. */
const OWN_DIALOGUE = wordSet(
  'interfaith inter-faith interreligious inter-religious intercultural inter-cultural interethnic inter-ethnic national social',
);
const BEFORE_TALKS = wordSet('press news background lead leads led dominate dominates dominated dominating top tops topped');
/** "not up for negotiation": of a thing that nobody gives away. */
const BARGAIN = wordSet('negotiation discussion');
/** "trade leads talks", "press talks"; who "is to lead talks" is there. */
const isBeforeTalks = (s: Sentence, at: number): boolean =>
  BEFORE_TALKS.has(normAt(s, at)) &&
  !(normAt(s, at) === 'lead' && isToLead(s, at - 1)) &&
  !(LEADS.has(normAt(s, at)) && isPersonOrState(entityAt(s, at - 1)));
const isToLead = (s: Sentence, at: number): boolean =>
  normAt(s, at) === 'to' && isPersonOrState(entityAt(s, DUE.has(normAt(s, at - 1)) ? at - 2 : at - 1));
const DUE = wordSet('set due expected likely slated');
const LEADS = wordSet('leads led');
const LETTER_LINKS = wordSet('to from exchange in sent by');
const TOUR_TRADE = wordSet('guide guides agency operator operators date');
const PILGRIMAGE = wordSet('hajj haj umrah muslim annual');
