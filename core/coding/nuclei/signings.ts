import type { Entity, Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';

/** Words to the other side: "sign a ten-year deal on gas and trade with Oman". */
const REACH = 12;
const PARTY = wordSet('person office country metonym demonym body');
const BETWEEN = wordSet('to will have has had jointly formally today also expected due set scheduled ready poised likely is are be');

/** "Peru and Chile sign a pact", "Peru signs a pact with Chile": two states right where those stand who sign; "refuses to sign" is about terms. */
export const isSigning: Guard = (s, m) => {
  let at = m.from;
  while (BETWEEN.has(normAt(s, at - 1)) || ADVERBS.has(normAt(s, at - 1))) at -= 1;
  const k = s.entities.findIndex(({ to, kind }) => to === at && PARTY.has(kind));
  const signer = s.entities[k];
  if (signer === undefined || signer.country === null) return false;
  return isForeign(s.entities[k - 1], signer) ? isJoined(s, s.entities[k - 1], signer) : isForeign(partnerBehind(s, m.to), signer);
};

const isForeign = (one: Entity | undefined, other: Entity): boolean =>
  one !== undefined && PARTY.has(one.kind) && one.country !== null && one.country !== other.country;

const isJoined = ({ tokens }: Sentence, first: Entity | undefined, last: Entity): boolean =>
  first !== undefined && tokens.slice(first.to, last.from).every(({ norm }) => JOINED.has(norm)) && first.to < last.from;
const JOINED = wordSet(', and & - the');

function partnerBehind(s: Sentence, from: number): Entity | undefined {
  for (let at = from; at < from + REACH; at += 1) if (normAt(s, at) === 'with') return entityFrom(s, at + 1, 2);
  return undefined;
}
