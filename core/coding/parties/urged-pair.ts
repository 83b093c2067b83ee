import type { Frame } from '../frames/frames.ts';
import { isHim, twoBefore } from '../nuclei/pronoun-object.ts';
import { lastWhere } from '../words/sequences.ts';
import type { Entity } from '../words/text.ts';
import { normAt, normInFrame } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

const URGES = wordSet('propose await');
const PARTY = wordSet('person office country metonym movement');
const MAX_BEFORE = 3;

/**
 * "Lee urges Kim to come to the table", "Morales calls on Chile to talk": who bids one other do something that takes two, and names nobody
 * else, means himself. Where the one who is bidden has somebody to do it with ("urges Kim to meet Trump") he is a third party.
 */
export function urgedPair({ scan, chain, nucleus, args }: Frame): readonly Entity[] {
  if (args.hasRight || args.hasDomesticObject || nucleus.row.kind !== 'verb' || nucleus.row.isTravel === true) return [];
  const urge = chain.find(({ row }) => URGES.has(row.effect) && row.isVerb === true);
  if (urge === undefined || urge.to > nucleus.from) return [];
  const named = scan.sentence.entities.filter(({ country, kind }) => country !== null && PARTY.has(kind));
  const urger = lastWhere(named, ({ to }) => to <= urge.from && urge.from - to <= MAX_BEFORE);
  const urged = named.find(({ from, to }) => from >= urge.from && to <= nucleus.from);
  if (urger === undefined || urged === undefined || urger.country === urged.country) return [];
  const isBesides = named.some(({ from, to }) => from >= urged.to && to <= nucleus.from);
  const isOwned = normInFrame({ scan }, urged.to) === "'s" || normInFrame({ scan }, urger.to) === "'s";
  return isBesides || isOwned ? [] : [urger, urged];
}

const TELLS = wordSet('tell tells told inform informs informed notify notifies notified assure assures assured ask asks asked');
/** "Macron told his Omani counterpart that the visit would have to wait": what is known to both. */
export function toldPair({ scan, nucleus, args }: Frame): readonly Entity[] {
  if (args.hasRight || args.hasDomesticObject || nucleus.row.kind !== 'noun') return [];
  const named = scan.sentence.entities.filter(({ country, kind }) => country !== null && PARTY.has(kind) && kind !== 'movement');
  const k = named.findIndex(({ to }, at) => {
    const told = named[at + 1];
    return told !== undefined && told.to <= nucleus.from && told.from - to <= 2 && TELLS.has(normInFrame({ scan }, to));
  });
  const [speaker, told] = [named[k], named[k + 1]];
  if (speaker === undefined || told === undefined || speaker.country === told.country) return [];
  const opener = normInFrame({ scan }, nucleus.from - 1);
  const isKnown = KNOWN.has(opener) && normInFrame({ scan }, told.to) === 'that';
  return isKnown && named.every(({ from }) => from <= told.from || from > nucleus.from) ? [speaker, told] : [];
}
const KNOWN = wordSet('the their planned his her');

/** "asked Macron to phone him": who speaks and who is spoken to. */
export function pronounPair({ scan: { sentence }, nucleus: { from, to, row } }: Frame): readonly Entity[] {
  if (row.kind !== 'verb' || !(isHim(sentence, to) || (WITH.has(normAt(sentence, to)) && isHim(sentence, to + 1)))) return [];
  return twoBefore(sentence, from);
}
const WITH = wordSet('with to on');
