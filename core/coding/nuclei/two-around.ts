import { type IsActor, isParty, isPerson } from '../entities/actors.ts';
import type { Entity, Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { AUXILIARY, BOUNDARIES, isPreposition } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';

/**
 * Words of many senses ("lunch", "slot", "share a room") name a contact only where two of different states stand around them
 * in the places of those who meet.
 */
export const isForeign = (a: Entity, b: Entity): boolean => a.country !== b.country && (a.country !== null || b.country !== null);

/** "with Y", "between X and Y", "beside Y" behind, and somebody of another state elsewhere in the sentence. */
const partnerAt = (s: Sentence, at: number): Entity | undefined => (BESIDE.has(normAt(s, at)) ? entityFrom(s, at + 1, 3) : undefined);
const BESIDE = wordSet('with between beside alongside opposite');

export function isWithAnother(s: Sentence, m: { readonly from: number; readonly to: number }, isFit: IsActor): boolean {
  const partner =
    partnerAt(s, m.to) ??
    partnerAt(s, m.to - 1) ??
    partnerAt(s, m.to + 1) ??
    (normAt(s, m.to - 1) === 'as' ? entityFrom(s, m.to, 3) : undefined);
  if (!isFit(partner)) return false;
  return s.entities.some((one) => one !== partner && isParty(one) && isForeign(one, partner) && (one.to <= m.from || isPerson(partner)));
}

/** "X-Y reconciliation lunch", "X and Y agree on a sitting": two who are named together before it, and nobody else in between. */
export function isOfPairBefore(s: Sentence, m: { readonly from: number }): boolean {
  const named = s.entities.filter((entity) => entity.to <= m.from && isParty(entity) && entity.country !== null);
  return (
    (isPerson(named.at(-1)) || m.from - (named.at(-1)?.to ?? 0) <= MAX_TO_NOUN) &&
    !ACROSS.has(normAt(s, (named.at(-2)?.from ?? 0) - 1)) &&
    isPair(s, named.at(-2), named.at(-1))
  );
}

const MAX_TO_NOUN = 12;
const ACROSS = wordSet('across throughout around near outside');

/** "X and Y", "X, Y", "X-Y" of two states. */
export function isPair(s: Sentence, first: Entity | undefined, last: Entity | undefined): boolean {
  if (!isParty(first) || !isParty(last) || !isForeign(first, last) || first.to >= last.from) return false;
  return s.tokens.slice(first.to, last.from).every(({ norm }) => PAIR_LINKS.has(norm));
}
const PAIR_LINKS = wordSet(", and & - the or '");

/** "golf for X and Y", "a gathering of X and the Gulf rulers". */
function isForPair(s: Sentence, { to }: { readonly to: number }): boolean {
  if (!OF_OR_FOR.has(normAt(s, to))) return false;
  const first = entityFrom(s, to + 1, 2);
  return isPair(s, first, s.entities[first === undefined ? -1 : s.entities.indexOf(first) + 1]);
}
const OF_OR_FOR = wordSet('for of');

/** "spurns X's offer of a chat", "a week before their dinner": two who were named before, and what one offers or both have. */
function isOfBoth(s: Sentence, { from }: { readonly from: number }): boolean {
  const isTheirs = [1, 2].some((k) => normAt(s, from - k) === 'their');
  const isOffered = [2, 3, 4].some((k) => OFFER.has(normAt(s, from - k)) && OFFER_LINKS.has(normAt(s, from - k + 1)));
  if (!isTheirs && !isOffered) return false;
  const named = s.entities.filter((one) => one.to <= from && (isPerson(one) || (isOffered && isParty(one))));
  return named.some((one) => named.some((other) => isForeign(one, other)));
}
const OFFER_LINKS = wordSet('of for to');
const OFFER = wordSet(
  'offers offer invitations invitation invites invite requests request proposals proposal ideas idea pleas plea bids bid suggestions suggestion prospects prospect appeals appeal chances chance promise',
);

/** "grants X an audience", "refuses X a handshake": a person right before the phrase, and another who gives it. */
function isGivenTo(s: Sentence, { from }: { readonly from: number }): boolean {
  if (!DETERMINERS.has(normAt(s, from - 1))) return false;
  const given = s.entities.find((one) => one.to === from - 1);
  return isPerson(given) && s.entities.some((one) => one.to < given.from && isParty(one) && isForeign(one, given));
}
const DETERMINERS = wordSet('a an any his her the another');

export const isOfTwo: Guard = (s, m) =>
  isWithAnother(s, m, isParty) || isOfPairBefore(s, m) || isForPair(s, m) || isOfBoth(s, m) || isGivenTo(s, m);

/** Nothing that the name before it could belong to follows. */
export const endsName = (s: Sentence, at: number): boolean => {
  const token = s.tokens[at];
  if (token === undefined || token.kind !== 'word') return token?.norm !== "'s";
  return isPreposition(token.norm) || BOUNDARIES.has(token.norm) || AUXILIARY.has(token.norm) || TIME.has(token.norm);
};
const TIME = wordSet(
  'and next this today tonight tomorrow soon again early late later monday tuesday wednesday thursday friday saturday sunday',
);
