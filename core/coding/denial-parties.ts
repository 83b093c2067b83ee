import { type Denier, mainSubject } from './denial-officials.ts';
import type { Voices } from './denial-speaker.ts';
import { denialWordSet } from './lexicon-data.ts';
import { flatten, lastWhere } from './sequences.ts';
import { type Entity, normOf, type Sentence, wordsBetween } from './text.ts';

/** An item whose denials are read, and whose words its bodies and officials may be. */
export type Reading = Voices & {
  readonly outletCountry: string | null;
  /** The state that the outlet writes for at home: there "the army" is its own. */
  readonly home: string | null;
};

const CLAIM_NOUNS = denialWordSet('claimNouns');
const HOME_BODIES = denialWordSet('homeBodies');
const SCANDAL = denialWordSet('scandal');
const DOMESTIC_HEADS = denialWordSet('domesticHeads');

/** The state of who denies, and his name or the body's. */
export type Who = { readonly by: string | null; readonly name: string | null; readonly isSure: boolean; readonly isDomestic: boolean };

/** Those for whom the words of a denial speak; none when nobody fits. */
export function whoDenies(reading: Reading, sentence: Sentence, denier: Denier, cueFrom: number): readonly Who[] {
  if (denier.kind === 'entity') return denier.entities.map((entity) => fromEntity(reading, sentence, entity));
  if (denier.kind === 'body') {
    const isHome = HOME_BODIES.has(denier.name.split(' ').at(-1) ?? '');
    const by = denier.country ?? (isHome ? reading.home : null) ?? contextCountry(reading, sentence);
    const isDomestic = DOMESTIC_HEADS.has(denier.name.split(' ').at(-1) ?? '') && isOneState(reading, by);
    return [{ by, name: denier.name, isSure: denier.country !== null, isDomestic }];
  }
  const subject =
    accusedBefore(sentence, denier, cueFrom) ?? mainSubject(sentence, cueFrom) ?? (denier.kind === 'same' ? reading.last : null);
  const isFit = subject !== null && (denier.kind !== 'same' || !denier.isPerson || subject.surname !== null || subject.office !== null);
  const isOne = subject !== null && subject.surname !== null;
  if (denier.kind === 'same' && denier.isPlural === true && (isOne || subject?.kind === 'country')) return [];
  return subject === null || !isFit ? [] : [fromEntity(reading, sentence, subject)];
}

function fromEntity(reading: Reading, sentence: Sentence, entity: Entity): Who {
  const by = entity.behalf ?? entity.country ?? contextCountry(reading, sentence);
  const isNamed = entity.surname !== null || entity.via !== 'name' || entity.kind === 'metonym';
  const isPolitician = entity.office === 'politician' || entity.isFormer || entity.kind === 'person';
  const isDomestic = isPolitician && isOneState(reading, by) && (entity.office === 'politician' || hasScandal(sentence));
  return { by, name: isNamed ? (entity.surname ?? wordsOf(sentence, entity)) : null, isSure: entity.country !== null, isDomestic };
}

/** "Washington accuses Tehran of arming them, a charge it denies": "it" is the last state named, not the first. */
function accusedBefore(sentence: Sentence, denier: Denier, cueFrom: number): Entity | null {
  if (denier.kind !== 'same' || denier.isPerson || !CLAIM_NOUNS.has(normOf(sentence.tokens, cueFrom - 2))) return null;
  return lastWhere(sentence.entities, (entity) => entity.to < cueFrom && STATES.has(entity.kind)) ?? null;
}
const STATES: ReadonlySet<Entity['kind']> = new Set(['country', 'metonym', 'movement', 'body']);

const hasScandal = (sentence: Sentence): boolean => sentence.tokens.some((token) => SCANDAL.has(token.norm));

const wordsOf = (sentence: Sentence, entity: Entity): string | null => {
  const text = wordsBetween(sentence, entity.from, entity.to).toLowerCase();
  return text === '' ? null : text;
};

/** The state of a body without one beside it: the first that the item names, else the outlet's. */
function contextCountry(reading: Reading, sentence: Sentence): string | null {
  const near = sentence.entities.find((entity) => entity.country !== null && entity.kind !== 'outlet');
  const first = flatten(reading.sentences, (one) => one.entities).find((entity) => entity.country !== null && entity.kind !== 'outlet');
  return first?.country ?? near?.country ?? (reading.outletCountry === 'XX' ? null : reading.outletCountry);
}

function isOneState(reading: Reading, by: string | null): boolean {
  return reading.sentences.every((sentence) =>
    sentence.entities.every((entity) => entity.country === null || entity.country === by || entity.kind === 'outlet'),
  );
}
