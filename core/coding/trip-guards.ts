import { isPerson, isState } from './actors.ts';
import type { NucleusRow } from './data.ts';
import { entityFrom, type Guard, normAt } from './nucleus-context.ts';
import type { Match } from './pattern.ts';
import type { Entity, Sentence } from './text.ts';
import { wordSet } from './word-set.ts';
import { ARTICLES, MODIFIERS } from './word-sets.ts';

/** "two visits", "Orban's visits", "exchange visits": else "visits" is a verb. */
export const isVisitsNoun: Guard = (s, m) =>
  m.from === 0 ||
  /^(?:to|by|between)$/.test(normAt(s, m.to)) ||
  ARTICLES.has(normAt(s, m.from - 1)) ||
  MODIFIERS.has(normAt(s, m.from - 1)) ||
  /^(?:'s|exchange|exchanged|mutual|reciprocal|diplomatic|of|for|\d+)$/.test(normAt(s, m.from - 1));

/** "Powell to visit Asia", "will tour the region": a verb. */
export const isGoing: Guard = (s, m) =>
  /^(?:visit|tour)$/.test(normAt(s, m.from)) &&
  m.to - m.from === 1 &&
  (/^(?:will|would|may|might|could|should|must|'ll)$/.test(normAt(s, m.from - 1)) ||
    (normAt(s, m.from - 1) === 'to' && isPerson(s.entities.find(({ to }) => to === m.from - 1)))) &&
  !/^(?:by|of|from|with|was|is|has|had|will)$/.test(normAt(s, m.to));

/** "will stay away", "to stay out": a verb. */
export const isStaying: Guard = (s, m) =>
  normAt(s, m.from) === 'stay' &&
  (/^(?:away|out|home|clear|put|off|aloof|on|with|at)$/.test(normAt(s, m.to)) ||
    /^(?:to|will|would|may|might|can|could|must|should|not|n't|'ll|won't)$/.test(normAt(s, m.from - 1)));

/** "Wade's dash to Khartoum", "a stop in Kyiv": somewhere that is a state's, by somebody. */
export const isJourney: Guard = (s, m) => {
  const owner = s.entities.find((entity) => entity.to === m.from || entity.to === m.from - 1);
  if (isTripOf(s, m, owner) || isJourneyTo(s, m, owner)) return true;
  const at = normAt(s, m.to - 1) === 'to' ? m.to : m.to + 1;
  if (at > m.to && !/^(?:to|in|at)$/.test(normAt(s, m.to)) && !(normAt(s, m.from) === 'departure' && normAt(s, m.to) === 'for'))
    return false;
  const isOwned = isPerson(owner) || /^(?:his|her)$/.test(normAt(s, m.from - 1));
  return isState(entityFrom(s, at, 1)) || (isOwned && s.tokens[at]?.isCapital === true);
};

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
  (/^(?:legs?|stops?|stopovers?|layovers?|detours?)$/.test(normAt(s, to - 1)) && place.to === from
    ? place.via === 'metonym'
    : s.entities.some(
        (entity) =>
          isPerson(entity) &&
          (entity.to === place.from - 1 ||
            entity.to === place.from ||
            (entity.to < place.from && place.from - entity.to <= MAX_ADJECTIVES && normAt(s, entity.to) === "'s")),
      ));
/** "Macron's rumoured secret Moscow mission". */
const MAX_ADJECTIVES = 4;
