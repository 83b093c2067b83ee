import { isState, isStateOrBody } from '../entities/actors.ts';
import type { NucleusRow } from '../facts/data.ts';
import type { Match } from '../words/pattern.ts';
import type { Sentence } from '../words/text.ts';
import { entityAt, entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, isPreposition, MODIFIERS } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';

/** "visits Oslo", "came to Rome": a state or its house right behind a verb. */
export const isPlaceNext = (s: Sentence, m: Match<NucleusRow>): boolean =>
  m.to - m.from === 1 && !BEFORE_NOUN.has(normAt(s, m.from - 1)) && isStateOrBody(entityFrom(s, m.to, 1));
const BEFORE_NOUN = wordSet("'s a an his her their its state official first on during of -");

/** "talks on land in Donbas", "occupied lands at stake": a noun. */
export const isLandNoun: Guard = (s, m) =>
  (normAt(s, m.from) === 'land' && !BEFORE_VERB.has(normAt(s, m.from - 1))) ||
  (normAt(s, m.from) === 'lands' &&
    ((m.to - m.from > 1 && !goesSomewhere(s, m.to)) ||
      isPreposition(normAt(s, m.from - 1)) ||
      MODIFIERS.has(normAt(s, m.from - 1)) ||
      ARTICLES.has(normAt(s, m.from - 1))));
const BEFORE_VERB = wordSet("to will would may might could can 'll should");

const PART_OF_WORLD = wordSet(
  'middle mideast gulf balkans caribbean pacific arctic sahel horn far americas baltics caucasus maghreb levant',
);
/** "going to Ankara", not "going to meet". */
export const goesSomewhere = (s: Sentence, at: number): boolean =>
  s.tokens[at]?.isCapital === true ||
  (normAt(s, at) === 'the' && PART_OF_WORLD.has(normAt(s, at + 1))) ||
  entityFrom(s, at, 2) !== undefined;

/** "will be in Moscow", not "would be in Moscow's interest". */
export const isToBeThere: Guard = (s, m) => {
  const place = entityAt(s, m.to);
  return place !== undefined && place.from === m.to && isState(place) && normAt(s, place.to) !== "'s" && TO_COME.has(normAt(s, m.from - 1));
};
const TO_COME = wordSet("will would to shall may might could 'll 'd won't not");

/** "slips into July": a time is no place to arrive in. */
export const IS_SEASON = wordSet(
  'january february march april may june july august september october november december spring summer autumn winter next the a late early',
);

/** "made no decision on the trip": no trip was made. */
export const MADE = wordSet('no decision decisions plan plans choice case comment mention progress');
