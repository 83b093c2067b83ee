import { isPersonOrState, isState } from './actors.ts';
import { isPlaceNext } from './arrival-guards.ts';
import { isAskedTrip } from './asked-trip.ts';
import { isAskedOf, isHadByTwo, isInDiary, isInPage, isOpenTo } from './between-two.ts';
import { isRunning } from './meet-guards.ts';
import { isInvitationFrom, isInvitationOf, isMessage, isSentTo } from './message-guards.ts';
import { entityAt, entityFrom, type Guard, normAt } from './nucleus-context.ts';
import {
  isBetweenPeople,
  isCalling,
  isCallOn,
  isCallToAct,
  isInformant,
  isMealOf,
  isOfDoing,
  isOverheard,
  isSummoning,
  isTalkingOf,
} from './talk-guards.ts';
import { isGoing, isJourney, isStaying, isVisitsNoun } from './trip-guards.ts';
import { endsName } from './two-around.ts';
import { wordSet } from './word-set.ts';

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
  (normAt(s, m.to) !== 'of' ||
    !/^(?:the|mount|mountain)$/.test(normAt(s, m.to + 1)) ||
    normAt(s, m.to + 2) === 'americas' ||
    entityAt(s, m.to + 1) !== undefined ||
    entityAt(s, m.to + 2) !== undefined);

/** "bilateral relations": an adjective of something else, or of talks that count themselves. */
const BILATERAL_THINGS = wordSet(
  'relations relation relationship ties trade talks cooperation co-operation agreements agreement accords accord treaty pact deals deal issues issue matters disputes dispute visits visit meetings meeting dialogue negotiations basis aid links level conversations conversation contacts contact calls call exchanges exchange projects project friendship',
);

/** "Macron, Merz call for calm": a verb; "the Macron-Merz call for Friday" is one of both. */
const isCallOfBoth: Guard = (s, m) =>
  isBetweenPeople(s, m) && s.entities.some(({ from, to }) => to === m.from && normAt(s, from - 1) === '-');

/** What a noun must have around it to be a contact at all, by its row's id. */
export const NOUN_GUARDS: Readonly<Record<string, Guard>> = {
  session: (s, m) => isBetweenPeople(s, m) || isMealOf(s, m) || isAskedOf(s, m) || isHadByTwo(s, m),
  'time-with': (s, m) => isAskedOf(s, m) || isInPage(s, m),
  diary: isInDiary,
  'open-house': isOpenTo,
  'open-line': isOpenTo,
  'asked-trip': isAskedTrip,
  contact: (s, m) =>
    (isBetweenPeople(s, m) || isAskedOf(s, m) || isHadByTwo(s, m)) && !/^(?:stock|prisoner|currency|foreign)$/.test(normAt(s, m.from - 1)),
  journey: isJourney,
  conference: (s, m) => m.to - m.from > 1 || ![1, 2, 3].some((k) => BILATERAL_THINGS.has(normAt(s, m.to + k))) || endsName(s, m.to),
  message: isMessage,
  meeting: (s, m) =>
    !(normAt(s, m.from) === 'meeting' && isRunning(s, m.from)) &&
    !/^(?:point|points|place|places|room|rooms|house|hall)$/.test(normAt(s, m.to)) &&
    !/^(?:shareholder|shareholders|board|cabinet|council|general|annual|rally|world)$/.test(normAt(s, m.from - 1)) &&
    !(normAt(s, m.to - 1) === 'bilateral' && BILATERAL_THINGS.has(normAt(s, m.to))),
  invitation: (s, m) =>
    (normAt(s, m.from - 1) === "'s" && !/^(?:to|for)$/.test(normAt(s, m.to))) ||
    isInvitationOf(s, m) ||
    (normAt(s, m.from - 1) === "'s" && normAt(s, m.to) === 'to' && s.tokens[m.to + 1]?.isCapital === true && s.zone === 'title') ||
    isState(entityAt(s, m.from - 1)) ||
    isInvitationFrom(s, m) ||
    (normAt(s, m.to) === 'to' && isPersonOrState(entityFrom(s, m.to + 1, 1))) ||
    (normAt(s, m.to) === 'to' && s.tokens[m.to + 1]?.isCapital === true && isSentTo(s, m)),
  summit: (s, m) => !NOT_A_SUMMIT.has(normAt(s, m.from - 1)) && isSummit(s, m),
  signing: (s, m) => !/^(?:a|an|the|any|off|up|on)$/.test(normAt(s, m.to)) && !/^(?:den|admit)/.test(normAt(s, m.from - 1)),
  call: (s, m) =>
    !isCalling(s, m) &&
    !isOverheard(s, m) &&
    !isCallToAct(s, m) &&
    !isSummoning(s, m) &&
    normAt(s, m.to) !== 'each' &&
    !isCallOn(s, m) &&
    !(m.to - m.from === 1 && !isCallOfBoth(s, m) && /^(?:for|on|upon|that|him|her|it|them|itself|himself|time)$/.test(normAt(s, m.to))) &&
    !/^(?:wake-up|conference|judgment|judgement|close|curtain|roll|so|they|he|she|we|who|also|which|rallying|distress|sources)$/.test(
      normAt(s, m.from - 1),
    ),
  'video-call': (s, m) =>
    !/\blink$/.test(normAt(s, m.to - 1)) || ![1, 2, 3].some((k) => /^(?:via|by|over|through)$/.test(normAt(s, m.from - k))),
  talks: (s, m) =>
    !/^(?:press|news|background|leads?|led|dominat(?:es?|ed|ing)|tops?|topped)$/.test(normAt(s, m.from - 1)) &&
    !/^(?:up|down|tough|big)$/.test(normAt(s, m.to)) &&
    !isInformant(s, m) &&
    !isTalkingOf(s, m) &&
    !isOfDoing(s, m),
  letter: (s, m) => isSentTo(s, m) || /^(?:to|from|exchange|in|sent|by)$/.test(normAt(s, m.to)) || normAt(s, m.from - 1) === "'s",
  visit: (s, m) =>
    !isPlaceNext(s, m) &&
    !isGoing(s, m) &&
    (normAt(s, m.from) !== 'visits' || isVisitsNoun(s, m)) &&
    !isStaying(s, m) &&
    !/^(?:guide|guides|agency|operator|operators|date)$/.test(normAt(s, m.to)) &&
    !/^(?:hajj|haj|umrah|muslim|annual)$/.test(normAt(s, m.from - 1)),
};
