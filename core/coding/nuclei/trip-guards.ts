import { isPerson, isState } from '../entities/actors.ts';
import type { NucleusRow } from '../facts/data.ts';
import type { Match } from '../words/pattern.ts';
import type { Entity, Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, HIS, MODIFIERS } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';

/** "two visits", "Orban's visits", "exchange visits": else "visits" is a verb. */
export const isVisitsNoun: Guard = (s, m) =>
  m.from === 0 ||
  LINKS.has(normAt(s, m.to)) ||
  ARTICLES.has(normAt(s, m.from - 1)) ||
  MODIFIERS.has(normAt(s, m.from - 1)) ||
  /^(?:'s|exchange|exchanged|mutual|reciprocal|diplomatic|of|for|\d+)$/.test(normAt(s, m.from - 1));
const LINKS = wordSet('to by between');

/** "Powell to visit Asia", "will tour the region": a verb. */
export const isGoing: Guard = (s, m) =>
  VISIT.has(normAt(s, m.from)) &&
  m.to - m.from === 1 &&
  (MODAL.has(normAt(s, m.from - 1)) || (normAt(s, m.from - 1) === 'to' && isPerson(s.entities.find(({ to }) => to === m.from - 1)))) &&
  !AFTER_NOUN.has(normAt(s, m.to));
const VISIT = wordSet('visit tour');
const MODAL = wordSet("will would may might could should must 'll");
const AFTER_NOUN = wordSet('by of from with was is has had will');

/** "will stay away", "to stay out": a verb. */
export const isStaying: Guard = (s, m) =>
  normAt(s, m.from) === 'stay' && (AFTER_STAY.has(normAt(s, m.to)) || BEFORE_STAY.has(normAt(s, m.from - 1)));
const AFTER_STAY = wordSet('away out home clear put off aloof on with at');
const BEFORE_STAY = wordSet("to will would may might can could must should not n't 'll won't");

/** "Wade's dash to Khartoum", "a stop in Kyiv": somewhere that is a state's, by somebody. */
export const isJourney: Guard = (s, m) => {
  const owner = s.entities.find((entity) => entity.to === m.from || entity.to === m.from - 1);
  if (isTripOf(s, m, owner) || isJourneyTo(s, m, owner)) return true;
  const at = normAt(s, m.to - 1) === 'to' ? m.to : m.to + 1;
  if (at > m.to && !PLACE_LEADS.has(normAt(s, m.to)) && !(normAt(s, m.from) === 'departure' && normAt(s, m.to) === 'for')) return false;
  const isOwned = isPerson(owner) || HIS.has(normAt(s, m.from - 1));
  return isState(entityFrom(s, at, 1)) || (isOwned && s.tokens[at]?.isCapital === true);
};
const PLACE_LEADS = wordSet('to in at');

const JOURNEY = wordSet(
  'journeys journey voyages voyage pilgrimage foray outing expedition sojourn detour stopovers stopover layovers layover odyssey excursion jaunt swing dash hop leg stop trek junket',
);

/** "Starmer keeps options open on Beijing journey": where to right before, and who goes somewhere before that. */
const isJourneyTo = (s: Sentence, { from, to }: Match<NucleusRow>, place: Entity | undefined): boolean =>
  place !== undefined &&
  JOURNEY.has(normAt(s, to - 1)) &&
  place.to === from &&
  isState(place) &&
  s.entities.some((entity) => isPerson(entity) && entity.to <= place.from && entity.country !== place.country);

/** "Lapid's Doha layover", "drops Minsk leg": whose it is, and where, both before the noun; or a capital that is only a part of a tour. */
export const isTripOf = (s: Sentence, { from, to }: Match<NucleusRow>, place: Entity | undefined): boolean =>
  isState(place) &&
  (STOPS.has(normAt(s, to - 1)) && place.to === from
    ? place.via === 'metonym'
    : s.entities.some(
        (entity) =>
          isPerson(entity) &&
          (entity.to === place.from - 1 ||
            entity.to === place.from ||
            (entity.to < place.from && place.from - entity.to <= MAX_ADJECTIVES && normAt(s, entity.to) === "'s")),
      ));
const STOPS = wordSet('leg legs stop stops stopover stopovers layover layovers detour detours');
/** "Macron's rumoured secret Moscow mission". */
const MAX_ADJECTIVES = 4;
