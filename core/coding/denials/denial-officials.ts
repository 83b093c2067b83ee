import { denialWordSet } from '../facts/data.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { QUOTES } from '../words/word-sets.ts';
import type { DenialCue } from './denial-cues.ts';

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
  (OFFICIAL.has(entity.kind) && entity.office !== 'rebel' && (entity.kind !== 'aide' || entity.country !== null)) ||
  (entity.kind === 'group' && entity.country !== null && entity.country !== 'XX');

/** The subject of a sentence's main verb: the first official name that nothing governs, if it opens its clause before `before`. */
export function mainSubject(sentence: Sentence, before: number): Entity | null {
  const first = sentence.entities.find((entity) => entity.to <= before && entity.kind !== 'demonym' && entity.kind !== 'outlet');
  if (first === undefined || !isOfficial(first)) return null;
  const lead = sentence.tokens.slice(0, first.from);
  const isOpening = lead.length <= 3 || lead.at(-1)?.norm === ',' || lead.at(-1)?.norm === ':';
  const isGoverned = PREPOSITIONS.has(lead.at(-1)?.norm ?? '') || isOfOutsider(sentence, first);
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

/** "China's Acme", "Trump's claims": whose they are speaks not; but "China's mission". */
export function isOfOutsider({ tokens }: Sentence, { to }: Entity): boolean {
  if (normOf(tokens, to) !== "'s") return false;
  for (let at = to + 1; at < to + MAX_OFFICE; at += 1) if (HEADS.has(normOf(tokens, at))) return false;
  return true;
}
const HEADS = denialWordSet('officialHeads');
const MAX_OFFICE = 5;

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
export const isInCourt = ({ tokens }: Sentence, { row }: DenialCue, denier: Denier): boolean => {
  if (row.id !== 'deny' || !tokens.some(({ norm }) => norm === 'charges' || norm === 'charge')) return false;
  const isNamed = denier.kind === 'entity' && denier.entities[0]?.surname != null;
  const words = isNamed ? COURT : isPost(denier) ? TRIAL : null;
  return words !== null && tokens.some(({ norm }) => words.has(norm));
};
const isPost = (denier: Denier): boolean =>
  denier.kind === 'entity'
    ? denier.entities[0]?.kind === 'office'
    : denier.kind === 'body' && POSTS.has(denier.name.split(' ').at(-1) ?? '');
const TRIAL = wordSet('trial plead pleads pleaded bail jury');
const POSTS = wordSet('minister president premier governor mayor officer commander general ambassador');
const COURT = wordSet(
  'court courts judge trial bail plead pleads pleaded prosecutors prosecutor indicted indictment jury tribunal hearing arrest arrested jailed sentenced sentences fraud murder murders bribery embezzlement graft laundering rape',
);
