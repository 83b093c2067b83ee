import type { DenialCue } from './denial-cues.ts';
import { type Entity, normOf, type Sentence } from './text.ts';
import { wordSet } from './word-set.ts';
import { QUOTES } from './word-sets.ts';

/** Who denies, as the sentence says it. */
export type Denier =
  | { readonly kind: 'entity'; readonly entities: readonly Entity[] }
  /** "police", "Nigeria's drug agency": a body without a name of its own; `country` null when the sentence gives none beside it. */
  | { readonly kind: 'body'; readonly country: string | null; readonly name: string }
  /** "he", "they": whoever spoke before. */
  | { readonly kind: 'same'; readonly isPerson: boolean; readonly isPlural?: boolean }
  /** The verb shares its subject with an earlier verb of its sentence ("warns the US and denies"). */
  | { readonly kind: 'shared' }
  /** A company, a defendant, a paper: no official. */
  | { readonly kind: 'private' };

/** What a noun behind it cannot be the subject of. */
export const PREPOSITIONS: ReadonlySet<string> = new Set('of in at on for from by with over about against near during under to'.split(' '));
const OFFICIAL: ReadonlySet<Entity['kind']> = new Set([
  'person',
  'office',
  'country',
  'metonym',
  'body',
  'movement',
  'spokesperson',
  'aide',
  'domestic',
]);

/** Somebody who speaks for a state or body. */
export const isOfficial = (entity: Entity): boolean =>
  (OFFICIAL.has(entity.kind) && (entity.kind !== 'aide' || entity.country !== null)) ||
  (entity.kind === 'group' && entity.country !== null && entity.country !== 'XX');

/** The subject of a sentence's main verb: the first official name that nothing governs, if it opens its clause before `before`. */
export function mainSubject(sentence: Sentence, before: number): Entity | null {
  const first = sentence.entities.find((entity) => entity.to <= before && entity.kind !== 'demonym' && entity.kind !== 'outlet');
  if (first === undefined || !isOfficial(first)) return null;
  const lead = sentence.tokens.slice(0, first.from);
  const isOpening = lead.length <= 3 || lead.at(-1)?.norm === ',' || lead.at(-1)?.norm === ':';
  const isGoverned = PREPOSITIONS.has(lead.at(-1)?.norm ?? '') || normOf(sentence.tokens, first.to) === "'s";
  return isOpening &&
    !isGoverned &&
    (first.surname !== null ||
      first.kind === 'office' ||
      first.kind === 'metonym' ||
      first.kind === 'movement' ||
      isVerbLike(normOf(sentence.tokens, QUOTES.has(normOf(sentence.tokens, first.to)) ? first.to + 1 : first.to)))
    ? first
    : null;
}

/** What may follow a state or body as its verb, in a rough look at the ending. */
const isVerbLike = (norm: string): boolean =>
  /^(?:to|will|would|has|have|had|is|was|are|were|said|,|and|also|may|could)$|(?:s|ed)$/.test(norm);

/** For whom an official speaks: "Rwandan government | spokesperson N." for the state that stands right before, "Tehran's UN | mission" for Tehran. */
export function stateOf({ entities, tokens }: Sentence, entity: Entity): string | null {
  if (entity.behalf !== null) return entity.behalf;
  if (entity.country !== null && entity.kind !== 'body') return entity.country;
  const start = tokens[entity.from - 1]?.norm === "'s" ? entity.from - 1 : entity.from;
  return entities.find(({ to, country }) => to === start && country !== null)?.country ?? entity.country;
}

/** "the ex-minister denied all charges in court": a defendant, whatever he was. */
export const isInCourt = ({ tokens }: Sentence, { row }: DenialCue, denier: Denier): boolean =>
  row.id === 'deny' &&
  ((denier.kind === 'entity' && (denier.entities[0]?.surname != null || denier.entities[0]?.kind === 'office')) ||
    (denier.kind === 'body' && POSTS.has(denier.name.split(' ').at(-1) ?? ''))) &&
  tokens.some(({ norm }) => norm === 'charges' || norm === 'charge') &&
  tokens.some(({ norm }) => COURT.has(norm));
const POSTS = wordSet('minister president premier governor mayor official officer commander general ambassador');
const COURT = wordSet(
  'court courts judge trial bail plead pleads pleaded prosecutors prosecutor indicted indictment jury tribunal hearing arrest arrested jailed sentenced sentences fraud murder murders bribery embezzlement graft laundering rape',
);
