import { isAskedTrip } from './asked-trip.ts';
import { isAskedOf, isHadByTwo, isInDiary, isInPage, isOpenTo } from './between-two.ts';
import type { NucleusRow } from './data.ts';
import { entityAt, entityFrom, type Guard, normAt } from './nucleus-context.ts';
import type { Match } from './pattern.ts';
import type { Entity, Sentence } from './text.ts';
import { isPlaceNext } from './verb-guards.ts';
import { wordSet } from './word-set.ts';
import { ADVERBS, ARTICLES, BE, MODIFIERS } from './word-sets.ts';

/** "is meeting", "was also meeting" is a verb, "'s meeting" is not. */
const isRunning = (s: Sentence, at: number): boolean =>
  [1, 2].some((k) => BE.has(normAt(s, at - k)) && normAt(s, at - k) !== "'s" && (k === 1 || ADVERBS.has(normAt(s, at - 1))));

/** "two visits", "Orban's visits", "exchange visits": else "visits" is a verb. */
const isVisitsNoun: Guard = (s, m) =>
  m.from === 0 ||
  /^(?:to|by|between)$/.test(normAt(s, m.to)) ||
  ARTICLES.has(normAt(s, m.from - 1)) ||
  MODIFIERS.has(normAt(s, m.from - 1)) ||
  /^(?:'s|exchange|exchanged|mutual|reciprocal|diplomatic|of|for|\d+)$/.test(normAt(s, m.from - 1));

/** "Powell to visit Asia", "will tour the region": a verb. */
const isGoing: Guard = (s, m) =>
  /^(?:visit|tour)$/.test(normAt(s, m.from)) &&
  m.to - m.from === 1 &&
  (/^(?:will|would|may|might|could|should|must|'ll)$/.test(normAt(s, m.from - 1)) ||
    (normAt(s, m.from - 1) === 'to' && isNamed(s.entities.find(({ to }) => to === m.from - 1)))) &&
  !/^(?:by|of|from|with|was|is|has|had|will)$/.test(normAt(s, m.to));

/** "will stay away", "to stay out": a verb. */
const isStaying: Guard = (s, m) =>
  normAt(s, m.from) === 'stay' &&
  (/^(?:away|out|home|clear|put|off|aloof|on|with|at)$/.test(normAt(s, m.to)) ||
    /^(?:to|will|would|may|might|can|could|must|should|not|n't|'ll|won't)$/.test(normAt(s, m.from - 1)));

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

/** "Erdogan calls Putin", "Bush calls slavery a crime" are verbs. */
const isCalling = (s: Sentence, m: Match<NucleusRow>): boolean =>
  m.to - m.from === 1 &&
  !isOfTwo(s, m) &&
  (/^(?:person|office)$/.test(entityAt(s, m.to)?.kind ?? '') ||
    (normAt(s, m.from) === 'calls' && entityAt(s, m.from - 1) !== undefined && !/^(?:with|between)$/.test(normAt(s, m.to))));

/** "spying on millions of phone calls": anybody's. */
const isOverheard = (s: Sentence, { from, to }: Match<NucleusRow>): boolean =>
  normAt(s, to - 1) === 'calls' &&
  [1, 2, 3, 4, 5, 6].some((k) =>
    /^(?:spying|spied|tapp\w+|intercept\w*|eavesdrop\w*|monitor\w*|wiretap\w*|record\w*)$/.test(normAt(s, from - k)),
  );

/** "calls to act", but "a call to Putin". */
const isCallToAct = (s: Sentence, m: Match<NucleusRow>): boolean =>
  normAt(s, m.to) === 'to' && !/^(?:person|office)$/.test(entityFrom(s, m.to + 1, 1)?.kind ?? '');

/** "will call a snap election": a verb with its own object. */
const isSummoning = (s: Sentence, m: Match<NucleusRow>): boolean =>
  /^(?:a|an|new|early|snap|fresh)$/.test(normAt(s, m.to)) &&
  /^(?:will|would|may|might|could|can|must|should|'ll|not|to)$/.test(normAt(s, m.from - 1));

const isNamed = (entity: Entity | undefined): boolean => entity !== undefined && (entity.kind === 'person' || entity.kind === 'office');

/** "backs out of Putin dinner": the host right before. */
const isMealOf: Guard = (s, m) =>
  /^(?:dinner|lunch|breakfast|supper|banquet|tea|coffee|audience|appointment)$/.test(normAt(s, m.to - 1)) &&
  s.entities.some(
    (entity) =>
      (entity.to === m.from || (entity.to === m.from - 1 && normAt(s, entity.to) === "'s")) &&
      (isNamed(entity) || (/^(?:audience|appointment|date)$/.test(normAt(s, m.from)) && isTripOf(s, m, entity))),
  );

const ROUND = wordSet('rounds round sessions session parley sitting exchanges exchange');
const isState = (entity: Entity | undefined): boolean =>
  entity !== undefined && /^(?:country|metonym|person|office|movement|body)$/.test(entity.kind);

/** "Putin-Macron session", "a round between X and Y": a word of many senses, between people who meet. */
function isOfTwo(s: Sentence, m: Match<NucleusRow>): boolean {
  const partner = /^(?:with|between)$/.test(normAt(s, m.to)) ? entityFrom(s, m.to + 1, 2) : undefined;
  const first = normAt(s, m.to) === 'of' ? entityFrom(s, m.to + 1, 1) : undefined;
  if (first !== undefined && isNamed(first) && /^(?:and|&)$/.test(normAt(s, first.to)) && isNamed(entityFrom(s, first.to + 1, 1)))
    return true;
  if (isNamed(partner) || (ROUND.has(normAt(s, m.from)) && isState(partner))) return true;
  const last = s.entities.find((entity) => entity.to === m.from);
  if (last === undefined) return false;
  const joint = normAt(s, last.from - 1);
  const other = s.entities.find((entity) => entity.to === last.from - 1);
  if (ROUND.has(normAt(s, m.from)) && joint === '-') return isState(last) && isState(other);
  return isNamed(last) && /^[-,&]$|^and$/.test(joint) && isNamed(other);
}

/** "Wade's dash to Khartoum", "a stop in Kyiv": somewhere that is a state's, by somebody. */
const isJourney: Guard = (s, m) => {
  const owner = s.entities.find((entity) => entity.to === m.from || entity.to === m.from - 1);
  if (isTripOf(s, m, owner) || isJourneyTo(s, m, owner)) return true;
  const at = normAt(s, m.to - 1) === 'to' ? m.to : m.to + 1;
  if (at > m.to && !/^(?:to|in|at)$/.test(normAt(s, m.to)) && !(normAt(s, m.from) === 'departure' && normAt(s, m.to) === 'for'))
    return false;
  const isOwned = isNamed(owner) || /^(?:his|her)$/.test(normAt(s, m.from - 1));
  return /^(?:country|metonym)$/.test(entityFrom(s, at, 1)?.kind ?? '') || (isOwned && s.tokens[at]?.isCapital === true);
};

const JOURNEY = wordSet(
  'journeys journey voyages voyage pilgrimage foray outing expedition sojourn detour stopovers stopover layovers layover odyssey excursion jaunt swing dash hop leg stop trek junket',
);

/** "Starmer keeps options open on Beijing journey": where to right before, and who goes somewhere before that. */
const isJourneyTo = (s: Sentence, { from, to }: Match<NucleusRow>, place: Entity | undefined): boolean =>
  place !== undefined &&
  JOURNEY.has(normAt(s, to - 1)) &&
  place.to === from &&
  (place.kind === 'country' || place.kind === 'metonym') &&
  s.entities.some((entity) => isNamed(entity) && entity.to <= place.from && entity.country !== place.country);

/** "Lapid's Doha layover", "drops Minsk leg": whose it is, and where, both before the noun; or a capital that is only a part of a tour. */
const isTripOf = (s: Sentence, { from, to }: Match<NucleusRow>, place: Entity | undefined): boolean =>
  place !== undefined &&
  (place.kind === 'country' || place.kind === 'metonym') &&
  (/^(?:legs?|stops?|stopovers?|layovers?|detours?)$/.test(normAt(s, to - 1)) && place.to === from
    ? place.via === 'metonym'
    : s.entities.some(
        (entity) =>
          isNamed(entity) &&
          (entity.to === place.from - 1 ||
            entity.to === place.from ||
            (entity.to < place.from && place.from - entity.to <= MAX_ADJECTIVES && normAt(s, entity.to) === "'s")),
      ));
/** "Macron's rumoured secret Moscow mission". */
const MAX_ADJECTIVES = 4;

/** "Merz talks trade with Xi": a verb, between a name and what they talk of. */
function isTalkingOf(s: Sentence, { from, to }: Match<NucleusRow>): boolean {
  const speaker = normAt(s, from) === 'talks' && to - from === 1 ? s.entities.find((entity) => entity.to === from) : undefined;
  if (!isNamed(speaker) || speaker === undefined || !/^(?:|[,;:-]|as|and|while|but)$/.test(normAt(s, speaker.from - 1))) return false;
  if (!TALKED_OF.has(normAt(s, to))) return false;
  return [1, 2, 3, 4, 5].some((k) => normAt(s, to + k) === 'with' && isNamed(entityFrom(s, to + k + 1, 2)));
}
/** "his ties to Russian contacts": people. */
const isInformant: Guard = (s, m) =>
  normAt(s, m.from) === 'contacts' &&
  s.entities.some(({ kind, from, to }) => kind === 'demonym' && to === m.from && /^(?:to|by|of|his|her|their)$/.test(normAt(s, from - 1)));
const TALKED_OF = wordSet(
  'trade tariffs tariff business energy oil gas peace war security defence defense climate sanctions migration ties politics arms nuclear investment economy weapons terrorism steel chips ceasefire borders border reforms reform aid grain',
);

/** "no discussion of triggering the clause": a matter that is talked of, and no talks. */
const isOfDoing: Guard = (s, m) =>
  /^discussions?$/.test(normAt(s, m.to - 1)) &&
  normAt(s, m.to) === 'of' &&
  /^[a-z]{3,}ing$/.test(normAt(s, m.to + 1)) &&
  entityAt(s, m.to + 1) === undefined;

/** "a message from King Abdullah": from one to another who are named. */
const isMessage: Guard = (s, m) => (/^(?:from|to)$/.test(normAt(s, m.to)) && isNamed(entityFrom(s, m.to + 1, 3))) || isSpurned(s, m);

/** "spurns Putin message", "ignored Macron's note": what somebody does with another's. */
const isSpurned: Guard = (s, m) => {
  const owner = s.entities.find((entity) => entity.to === m.from || (entity.to === m.from - 1 && normAt(s, entity.to) === "'s"));
  return (
    isNamed(owner) &&
    /^(?:spurn|ignor|answer|return|reject|receiv|snub|rebuff|get|read|dismiss)(?:s|es|ed|ing)?$/.test(normAt(s, (owner?.from ?? 0) - 1))
  );
};

/** "accepts Trump invitation": whose it is right before, and somebody of another state who was named first. */
const isInvitationOf = (s: Sentence, { from, to }: Match<NucleusRow>): boolean => {
  const host = s.entities.find((entity) => entity.to === from);
  return (
    isNamed(host) && normAt(s, to) !== 'for' && s.entities.some((one) => isState(one) && one.to < from && one.country !== host?.country)
  );
};

/** "accepts invitation from Putin"; what it invites to, when that is said, is the contact. */
const isInvitationFrom = (s: Sentence, { to }: Match<NucleusRow>): boolean => {
  const host = normAt(s, to) === 'from' ? entityFrom(s, to + 1, 1) : undefined;
  return host !== undefined && normAt(s, host.to) !== 'to' && /^(?:country|metonym|person|office)$/.test(host.kind);
};

/** "sends Xi a letter": to whom stands between. */
const isSentTo = (s: Sentence, { from }: Match<NucleusRow>): boolean => {
  const verb = [2, 3, 4, 5].find((k) => /^(?:sends?|sent|writes?|wrote|hands?|handed|extends?|extended)$/.test(normAt(s, from - k)));
  return verb !== undefined && isNamed(entityFrom(s, from - verb + 1, 0));
};

/** "bilateral relations": an adjective of something else, or of talks that count themselves. */
const BILATERAL_THINGS = wordSet(
  'relations relation relationship ties trade talks cooperation co-operation agreements agreement accords accord treaty pact deals deal issues issue matters disputes dispute visits visit meetings meeting dialogue negotiations basis aid links level conversations conversation contacts contact calls call exchanges exchange projects project friendship',
);

/** What a noun must have around it to be a contact at all, by its row's id. */
export const NOUN_GUARDS: Readonly<Record<string, Guard>> = {
  session: (s, m) => isOfTwo(s, m) || isMealOf(s, m) || isAskedOf(s, m) || isHadByTwo(s, m),
  'time-with': (s, m) => isAskedOf(s, m) || isInPage(s, m),
  diary: isInDiary,
  'open-house': isOpenTo,
  'open-line': isOpenTo,
  'asked-trip': isAskedTrip,
  contact: (s, m) =>
    (isOfTwo(s, m) || isAskedOf(s, m) || isHadByTwo(s, m)) && !/^(?:stock|prisoner|currency|foreign)$/.test(normAt(s, m.from - 1)),
  journey: isJourney,
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
    /^(?:country|metonym)$/.test(entityAt(s, m.from - 1)?.kind ?? '') ||
    isInvitationFrom(s, m) ||
    (normAt(s, m.to) === 'to' && /^(?:country|metonym|person|office)$/.test(entityFrom(s, m.to + 1, 1)?.kind ?? '')) ||
    (normAt(s, m.to) === 'to' && s.tokens[m.to + 1]?.isCapital === true && isSentTo(s, m)),
  summit: (s, m) => !NOT_A_SUMMIT.has(normAt(s, m.from - 1)) && isSummit(s, m),
  signing: (s, m) => !/^(?:a|an|the|any|off|up|on)$/.test(normAt(s, m.to)) && !/^(?:den|admit)/.test(normAt(s, m.from - 1)),
  call: (s, m) =>
    !isCalling(s, m) &&
    !isOverheard(s, m) &&
    !isCallToAct(s, m) &&
    !isSummoning(s, m) &&
    normAt(s, m.to) !== 'each' &&
    !(m.to - m.from === 1 && !isOfTwo(s, m) && /^(?:for|on|upon|that|him|her|it|them|itself|himself|time)$/.test(normAt(s, m.to))) &&
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
