import { isPower } from '../entities/actors.ts';
import { denialWordSet } from '../facts/data.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence, wordsBetween } from '../words/text.ts';
import { type Denier, mainSubject, stateOf } from './denial-officials.ts';
import type { Voices } from './denial-speaker.ts';

/** An item whose denials are read, and whose words its bodies and officials may be. */
export type Reading = Voices & {
  readonly outletCountry: string | null;
  /** The state in which the text was written. */
  readonly dateline: string | null;
  /** The state that the outlet writes for at home: there "the army" is its own. */
  readonly home: string | null;
};

const CLAIM_NOUNS = denialWordSet('claimNouns');
const HOME_BODIES = denialWordSet('homeBodies');
const SCANDAL = denialWordSet('scandal');
const DOMESTIC_HEADS = denialWordSet('domesticHeads');

/** The state of who denies, and his name or the body's. */
export type Who = { readonly by: string | null; readonly name: string | null; readonly isSure: boolean; readonly isDomestic: boolean };

/** Who denies by the sentence, where its words of denial begin, and who claimed it. */
export type Denied = { readonly denier: Denier; readonly cueFrom: number; readonly claimBy: string | null };

/** Those for whom the words of a denial speak; none when nobody fits. */
export function whoDenies(reading: Reading, sentence: Sentence, denied: Denied): readonly Who[] {
  const { denier, cueFrom, claimBy } = denied;
  if (denier.kind === 'entity') return denier.entities.map((entity) => fromEntity(reading, { sentence, claimBy }, entity));
  if (denier.kind === 'body') {
    const isHome = HOME_BODIES.has(denier.name.split(' ').at(-1) ?? '');
    const by = denier.country ?? (isHome ? reading.home : null) ?? contextCountry(reading, claimBy);
    const isDomestic = DOMESTIC_HEADS.has(denier.name.split(' ').at(-1) ?? '') && isOneState(reading, by);
    return [{ by, name: denier.name, isSure: denier.country !== null, isDomestic }];
  }
  const subject =
    accusedBefore(sentence, denier, cueFrom) ?? mainSubject(sentence, cueFrom) ?? (denier.kind === 'same' ? reading.last : null);
  const isFit = subject !== null && (denier.kind !== 'same' || !denier.isPerson || subject.surname !== null || subject.office !== null);
  const isOne = subject !== null && subject.surname !== null;
  if (denier.kind === 'same' && denier.isPlural === true && (isOne || subject?.kind === 'country')) return [];
  return subject === null || !isFit ? [] : [fromEntity(reading, { sentence, claimBy }, subject)];
}

type Said = { readonly sentence: Sentence; readonly claimBy: string | null };

function fromEntity(reading: Reading, { sentence, claimBy }: Said, entity: Entity): Who {
  const own = stateOf(sentence, entity) ?? contextCountry(reading, claimBy);
  const by = own === 'BE' && isBrussels(reading, sentence, entity) ? 'EU' : own;
  const isNamed = entity.surname !== null || entity.via !== 'name' || entity.kind === 'metonym';
  const isPolitician = entity.office === 'politician' || entity.isFormer || entity.kind === 'person';
  const isDomestic = isPolitician && isOneState(reading, by) && (entity.office === 'politician' || hasScandal(sentence));
  return { by, name: isNamed ? (entity.surname ?? wordsOf(sentence, entity)) : null, isSure: entity.country !== null, isDomestic };
}

/** "Brussels denies": the Union's, where nobody speaks of Belgium. */
const isBrussels = (reading: Reading, sentence: Sentence, { from }: Entity): boolean =>
  normOf(sentence.tokens, from) === 'brussels' &&
  reading.sentences.every(({ entities, tokens }) =>
    entities.every((one) => one.country !== 'BE' || normOf(tokens, one.from) === 'brussels'),
  );

/** "Washington accuses Tehran of arming them, a charge it denies": "it" is the last state named, not the first. */
function accusedBefore(sentence: Sentence, denier: Denier, cueFrom: number): Entity | null {
  if (denier.kind !== 'same' || denier.isPerson || !CLAIM_NOUNS.has(normOf(sentence.tokens, cueFrom - 2))) return null;
  return lastWhere(sentence.entities, (entity) => entity.to < cueFrom && isPower(entity)) ?? null;
}

const hasScandal = (sentence: Sentence): boolean => sentence.tokens.some((token) => SCANDAL.has(token.norm));

const wordsOf = (sentence: Sentence, entity: Entity): string | null => {
  const text = wordsBetween(sentence, entity.from, entity.to).toLowerCase();
  return text === '' ? null : text;
};

/** The state of a body without one beside it: that of the dateline, else the first that the item names, and not whose claim it is, else the outlet's. */
function contextCountry(reading: Reading, claimBy: string | null): string | null {
  if (reading.dateline !== null && reading.dateline !== claimBy) return reading.dateline;
  for (const { entities } of reading.sentences)
    for (const { country, kind } of entities)
      if (country !== null && kind !== 'outlet' && kind !== 'movement' && country !== claimBy) return country;
  return reading.outletCountry === 'XX' || reading.outletCountry === null ? claimBy : reading.outletCountry;
}

function isOneState(reading: Reading, by: string | null): boolean {
  return reading.sentences.every((sentence) =>
    sentence.entities.every((entity) => entity.country === null || entity.country === by || entity.kind === 'outlet'),
  );
}
