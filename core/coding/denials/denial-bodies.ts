import { denialWordSet } from '../facts/data.ts';
import type { Entity, Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Denier } from './denial-officials.ts';

const HEADS = denialWordSet('officialHeads');
const GENERIC = denialWordSet('genericOfficials');
const REBELS = denialWordSet('rebels');
const STRONG = denialWordSet('strongHeads');
const PRIVATE = denialWordSet('blockedSubjects');

/** What was passed on the way back from a verb to its subject. */
export type Walk = {
  readonly sentence: Sentence;
  readonly known: ReadonlyMap<string, Entity>;
  /** A place passed on the way ("officials in Kabul"). */
  place: string | null;
  /** Words passed that are no entity, nearest to the verb first. */
  readonly unknown: string[];
  /** A "who" stands between: the noun before it is the subject, whatever governs it. */
  isRelative: boolean;
  /** Words of no party stand behind "for" or "of": a spokesman for them speaks for no state. */
  isServant: boolean;
  /** A capitalised word that is no entity stands before the head: a company or an unknown name. */
  hasForeignName: boolean;
};

/** Words without an entity are a body when their head says so ("the drug agency", "police"). */
export function bodyFrom(walk: Walk, owner: string | null): Denier | null {
  const head = walk.unknown[0];
  if (head === undefined) return null;
  // She speaks for the state in its own news agency.
  if (head === 'sister' && owner === 'KP') return { kind: 'body', country: owner, name: 'sister' };
  const isOfOfficial = HEADS.has(head) && walk.unknown.slice(1).some((word) => GENERIC.has(word) || OF_STATE.has(word));
  const isWeak = owner === null && walk.place === null && !(isOfOfficial && head === 'office') && (walk.hasForeignName || walk.isServant);
  if (
    (walk.unknown[1] !== 'royal' &&
      (PRIVATE.has(head) || walk.unknown.some((word) => REBELS.has(word) || (PRIVATE.has(word) && owner === null)))) ||
    (isWeak && !STRONG.has(head))
  )
    return { kind: 'private' };
  const country = owner ?? walk.place;
  const isBody = country === null ? GENERIC.has(head) || isOfOfficial || walk.unknown[1] === 'royal' : HEADS.has(head);
  const isNamed = country !== null && walk.unknown.length <= MAX_NAMED && walk.unknown.slice(1).some((word) => SERVING.has(word));
  return isBody || isNamed ? { kind: 'body', country, name: nameOf(walk.unknown, country !== null) } : { kind: 'private' };
}

/** "the presidential office". */
const OF_STATE = wordSet('presidential royal ministerial');
const SERVING = wordSet(
  'deputy minister spokesman spokeswoman spokesperson aide adviser advisor ambassador envoy president premier director secretary official commander general governor chancellor speaker negotiator representative chief head admiral colonel brigadier commissioner coordinator',
);
/** Words of "deputy minister X", at most. */
const MAX_NAMED = 5;

export function nameOf(unknown: readonly string[], isOwned: boolean): string {
  const words = isOwned ? unknown : unknown.slice(0, 2);
  return words
    .toReversed()
    .filter((word) => word !== 'the' && word !== 'a' && word !== 'an')
    .join(' ');
}
