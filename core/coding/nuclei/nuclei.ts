import { isPerson } from '../entities/actors.ts';
import { NUCLEUS_ROWS, type NucleusRow } from '../facts/data.ts';
import { hasWordOf, WORD_CLASS } from '../sentences/word-classes.ts';
import { findMatches, type Match, type Search } from '../words/pattern.ts';
import { flatten } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { type VerbForm, verbFormOf } from '../words/verb-forms.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { CALL_GUARDS } from './calls-and-hosts.ts';
import type { Guard } from './guard.ts';
import { JOINT_GUARDS } from './joint-guards.ts';
import { hasTwoOfStates, LAST_RESORT_GUARDS } from './last-resort.ts';
import { NOUN_GUARDS } from './noun-guards.ts';
import { isSigning } from './signings.ts';
import { VERB_GUARDS } from './verb-guards.ts';
import { WEAK_GUARDS } from './weak-guards.ts';

/** A word or phrase that names a contact, where it stands. */
export type Nucleus = { readonly row: NucleusRow; readonly from: number; readonly to: number; readonly form: VerbForm | null };

/** All nuclei of a sentence, left to right. */
export function findNuclei(sentence: Sentence): readonly Nucleus[] {
  const found = mayTell(sentence) ? nucleiOf(sentence, CONTACT_WORDS) : [];
  if (found.length === 0)
    return hasWordOf(sentence, WORD_CLASS.lastResort) && hasTwoOfStates(sentence) ? lastResortOf(nucleiOf(sentence, LAST_RESORTS)) : found;
  return found.length < 2 ? found : flatten(found, (nucleus, k) => joinedWithNext(sentence, nucleus, found[k + 1], found[k - 1]));
}

/** A sentence has a word that a contact cannot do without; words that count only among named parties need one of those, too. */
const mayTell = (sentence: Sentence): boolean =>
  hasWordOf(sentence, WORD_CLASS.contact) || (hasWordOf(sentence, WORD_CLASS.contactAmongNamed) && sentence.entities.some(isNamedParty));
const isNamedParty = ({ kind, country }: Entity): boolean =>
  country !== null || (kind !== 'domestic' && kind !== 'private' && kind !== 'outlet');

const nucleiOf = (sentence: Sentence, search: Search<NucleusRow, Sentence>): readonly Nucleus[] =>
  findMatches(sentence, search).map((match) => toNucleus(sentence, match));

/** One word of last resort; the one that says how they spoke comes first. */
const lastResortOf = (found: readonly Nucleus[]): readonly Nucleus[] => {
  const best = found.find(({ row }) => row.form !== 'in_person') ?? found[0];
  return best === undefined ? [] : [best];
};

/** "a call or meeting": one contact whose form is left open. */
function joinedWithNext(sentence: Sentence, nucleus: Nucleus, next: Nucleus | undefined, last: Nucleus | undefined): readonly Nucleus[] {
  if (joins(sentence, nucleus, next)) return [];
  return joins(sentence, last, nucleus) && last?.row.form !== nucleus.row.form
    ? [{ ...nucleus, row: { ...nucleus.row, form: 'talks' } }]
    : [nucleus];
}

const joins = (sentence: Sentence, a: Nucleus | undefined, b: Nucleus | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.row.kind === 'noun' &&
  b.row.kind === 'noun' &&
  b.from - a.to <= 2 &&
  normAt(sentence, a.to) === 'or';

function toNucleus(sentence: Sentence, { row, from, to }: Match<NucleusRow>): Nucleus {
  const norm = normOf(sentence.tokens, from);
  return { row, from, to, form: row.kind !== 'verb' ? null : norm === 'was' || norm === 'were' ? 'past' : verbFormOf(norm) };
}

const GUARDS: Readonly<Record<string, Guard>> = {
  ...NOUN_GUARDS,
  ...VERB_GUARDS,
  ...WEAK_GUARDS,
  ...JOINT_GUARDS,
  ...CALL_GUARDS,
  ...LAST_RESORT_GUARDS,
  sign: isSigning,
};
const always: Guard = () => true;
const guardOf: ReadonlyMap<NucleusRow, Guard> = new Map(NUCLEUS_ROWS.map((row) => [row, GUARDS[row.id] ?? always]));

function accepts(sentence: Sentence, match: Match<NucleusRow>): boolean {
  if (sentence.entities.some((entity) => entity.from <= match.from && match.from < entity.to)) return false;
  if (match.row.kind === 'verb' && match.row.isLastResort !== true && (isNounHere(sentence, match.from) || isOfTeam(sentence, match.from)))
    return false;
  return (guardOf.get(match.row) ?? always)(sentence, match);
}

const CONTACT_WORDS: Search<NucleusRow, Sentence> = { openingOf: ({ word }) => word.nucleus, accepts };
const LAST_RESORTS: Search<NucleusRow, Sentence> = { openingOf: ({ word }) => word.lastResort, accepts };

/** "football team travels to Oslo": a private party acts. */
const isOfTeam = ({ entities, tokens }: Sentence, at: number): boolean =>
  TEAM.has(normOf(tokens, at - 1)) && entities.some(({ kind, to }) => kind === 'private' && to === at);
const TEAM = wordSet('team squad club band');

/** "Putin's hop to Ankara", "a dash to Oslo": what an article or an owner stands before is no verb. */
function isNounHere(sentence: Sentence, at: number): boolean {
  const form = verbFormOf(normAt(sentence, at));
  if (form !== 'base' && form !== 's') return false;
  return (
    (OWNERS.has(normAt(sentence, at - 1)) && normAt(sentence, at - 2) !== 'let') ||
    (form === 'base' && (isNounOfName(sentence, at) || isBehindPair(sentence, at)))
  );
}
const OWNERS: ReadonlySet<string> = new Set(["'s", 'a', 'an', 'the', 'his', 'her', 'its', 'their']);

/** "Putin-Macron talk": the base form behind two names in one; "Oslo-Lima officials meet" is a verb of many. */
const isBehindPair = ({ entities, tokens }: Sentence, at: number): boolean =>
  entities.some(
    ({ from, to, kind, surname }) =>
      to === at &&
      normOf(tokens, from - 1) === '-' &&
      !(kind === 'office' && surname === null && normOf(tokens, at - 1).endsWith('s')) &&
      entities.some((one) => one.to === from - 1),
  );

/** "a Putin dash to Oslo", "talk of Putin dash": the base form does not agree with one name. */
const isNounOfName = (sentence: Sentence, at: number): boolean => {
  const owner = sentence.entities.find((one) => one.to === at && isPerson(one));
  return owner !== undefined && BEFORE_OWNER.has(normAt(sentence, owner.from - 1));
};
const BEFORE_OWNER = wordSet('a an any no of');
