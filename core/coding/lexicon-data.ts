/**
 * The door by which facts about people, places and institutions enter the core: JSON modules, typed here. Their schemas stand in test/data/.
 */
import bodies from '../../data/bodies.json' with { type: 'json' };
import commonSurnames from '../../data/common-surnames.json' with { type: 'json' };
import countries from '../../data/countries.json' with { type: 'json' };
import cues from '../../data/cues.json' with { type: 'json' };
import denialWords from '../../data/denial-words.json' with { type: 'json' };
import denials from '../../data/denials.json' with { type: 'json' };
import domestic from '../../data/domestic.json' with { type: 'json' };
import givenNames from '../../data/given-names.json' with { type: 'json' };
import groups from '../../data/groups.json' with { type: 'json' };
import institutions from '../../data/institutions.json' with { type: 'json' };
import leaders from '../../data/leaders.json' with { type: 'json' };
import metonyms from '../../data/metonyms.json' with { type: 'json' };
import movements from '../../data/movements.json' with { type: 'json' };
import namesakes from '../../data/namesakes.json' with { type: 'json' };
import outlets from '../../data/outlets.json' with { type: 'json' };
import titles from '../../data/titles.json' with { type: 'json' };
import { STRENGTHS, type Strength } from './coded-item.ts';

/** One person. `terms`: "RU head_of_state 2012-05-07/" (party, office, from/to; open = still in office; "acting", "low" may follow). */
export type LeaderRow = {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly ru?: string;
  /** Lower-case surname as newspapers print it, where the usual rule (last word) does not give it. */
  readonly surname?: string;
  readonly terms: readonly string[];
};
export type CountryRow = {
  readonly code: string;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  readonly capitals: readonly string[];
  readonly ru?: string;
  /** Offices whose holder goes to summits, first = the one "the X leader" means. */
  readonly leader: readonly string[];
};
export type PartyNamesRow = { readonly names: readonly string[]; readonly party: string; readonly ru?: readonly string[] };
export type MetonymRow = PartyNamesRow & { readonly office: string; readonly from?: string };
export type TitleRow = {
  readonly words: readonly string[];
  readonly office: string;
  readonly level: 'leader' | 'minister' | 'envoy';
  readonly party?: string;
  /** The title takes a place of duty that is no party ("ambassador to France"). */
  readonly post?: boolean;
};
export type GroupRow = {
  readonly words: readonly string[];
  readonly party: string | null;
  readonly level: 'leader' | 'minister' | 'envoy';
};
export type InstitutionRow = { readonly kind: 'metonym' | 'domestic'; readonly words: readonly string[] };
export type OutletRow = { readonly names: readonly string[]; readonly country: string };
export type NamesRow = { readonly names: readonly string[]; readonly party?: string };

/** All rows about people, places and institutions. */
export type EntityRows = {
  readonly leaders: readonly LeaderRow[];
  readonly countries: readonly CountryRow[];
  readonly metonyms: readonly MetonymRow[];
  readonly bodies: readonly PartyNamesRow[];
  readonly movements: readonly PartyNamesRow[];
  readonly titles: readonly TitleRow[];
  readonly institutions: readonly InstitutionRow[];
  readonly groups: readonly GroupRow[];
  readonly outlets: readonly OutletRow[];
  readonly domestic: readonly NamesRow[];
  /** Words that are nobody, but tell which state a text is about ("Brexit"). */
  readonly cues: readonly PartyNamesRow[];
  readonly namesakes: readonly NamesRow[];
  readonly givenNames: readonly string[];
};

// The JSON was checked by its schemas in the tests; literal unions widen to string on import, hence these two annotations by function.
const level = (name: string): 'leader' | 'minister' | 'envoy' => (name === 'leader' || name === 'minister' ? name : 'envoy');
const institutionKind = (name: string): 'metonym' | 'domestic' => (name === 'domestic' ? name : 'metonym');

/** The bundled rows. */
export const ENTITY_ROWS: EntityRows = {
  leaders,
  countries,
  metonyms,
  bodies,
  movements,
  titles: titles.map((row) => ({ ...row, level: level(row.level) })),
  institutions: institutions.map((row) => ({ ...row, kind: institutionKind(row.kind) })),
  groups: groups.map((row) => ({ ...row, level: level(row.level) })),
  outlets,
  domestic,
  cues,
  namesakes,
  givenNames,
};

/** Surnames that are also words or belong to very many people: alone they name a leader only when the text supports it. */
export const COMMON_SURNAMES: readonly string[] = commonSurnames;

/** One wording of a denial: a verb whose subject denies ("denies"), or a predicate whose speaker denies ("is fiction, X said"). */
export type DenialRow = {
  readonly id: string;
  readonly kind: 'verb' | 'predicate';
  /** What its object must be: a claim word, a claim word anywhere in the sentence, "as ..." within the pattern, anything but what is blocked, none. */
  readonly object: 'any' | 'claim' | 'claimed' | 'as' | 'none';
  readonly strength: Strength;
  readonly phrases: readonly string[];
  readonly reads: readonly string[];
  readonly ignores: readonly string[];
};

const objectOf = (name: string): DenialRow['object'] => (['claim', 'claimed', 'as', 'none'] as const).find((one) => one === name) ?? 'any';
export const DENIAL_ROWS: readonly DenialRow[] = denials.map((row) => ({
  ...row,
  kind: row.kind === 'verb' ? 'verb' : 'predicate',
  object: objectOf(row.object),
  strength: STRENGTHS.find((strength) => strength === row.strength) ?? 'denied',
}));

const wordSets = new Map(Object.entries(denialWords).map(([name, words]) => [name, new Set(words)]));
/** A closed class of words that denials are read by, by its name in data/denial-words.json. */
export const denialWordSet = (name: keyof typeof denialWords): ReadonlySet<string> => wordSets.get(name) ?? new Set();
