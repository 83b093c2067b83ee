// biome-ignore-all assist/source/organizeImports: lists of like words stand together, so that they pack 1.5 kB smaller
/**
 * The door by which facts about people, places and institutions enter the core: JSON modules, typed here. Their schemas stand in test/data/.
 */
import russianEntities from '../../../data/ru/entities.json' with { type: 'json' };
import commonSurnames from '../../../data/common-surnames.json' with { type: 'json' };
import givenNames from '../../../data/given-names.json' with { type: 'json' };
import russianTitleWords from '../../../data/ru/title-words.json' with { type: 'json' };
import titleWords from '../../../data/title-words.json' with { type: 'json' };
import titles from '../../../data/titles.json' with { type: 'json' };
import institutions from '../../../data/institutions.json' with { type: 'json' };
import groups from '../../../data/groups.json' with { type: 'json' };
import domestic from '../../../data/domestic.json' with { type: 'json' };
import movements from '../../../data/movements.json' with { type: 'json' };
import cues from '../../../data/cues.json' with { type: 'json' };
import namesakes from '../../../data/namesakes.json' with { type: 'json' };
import outlets from '../../../data/outlets.json' with { type: 'json' };
import { BODY_ROWS, COUNTRY_ROWS, LEADER_ROWS, METONYM_ROWS } from './state-data.ts';

/** One person. `terms`: "RU head_of_state 2012-05-07/" (party, office, from/to; open = still in office; "acting", "low" may follow). */
export type LeaderRow = {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Lower-case surname as newspapers print it, where the usual rule (last word) does not give it. */
  readonly surname?: string;
  readonly terms: readonly string[];
};
export type CountryRow = {
  readonly code: string;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  readonly capitals: readonly string[];
  /** Offices whose holder goes to summits, first = the one "the X leader" means. */
  readonly leader: readonly string[];
};
export type PartyNamesRow = { readonly names: readonly string[]; readonly party: string };
/** `reads`: texts in which it speaks for its state, which a test runs. */
export type MetonymRow = PartyNamesRow & { readonly office: string; readonly from?: string; readonly reads?: readonly string[] };
export type TitleRow = {
  readonly words: readonly string[];
  readonly office: string;
  /** Null: the office's own level. */
  readonly level: 'leader' | 'minister' | 'envoy' | null;
  readonly party?: string;
  /** Its state follows without "of" ("президент России"). */
  readonly ownerFollows?: boolean;
  /** The title takes a place of duty that is no party ("ambassador to France"). */
  readonly post?: boolean;
};
export type GroupRow = {
  readonly words: readonly string[];
  readonly party: string | null;
  readonly level: 'leader' | 'minister' | 'envoy';
};
export type InstitutionRow = { readonly kind: 'metonym' | 'domestic'; readonly words: readonly string[]; readonly ownerFollows?: boolean };
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
export const institutionKind = (name: string): 'metonym' | 'domestic' => (name === 'domestic' ? name : 'metonym');

/** The bundled rows. */
export const ENTITY_ROWS: EntityRows = {
  leaders: LEADER_ROWS,
  countries: COUNTRY_ROWS,
  metonyms: METONYM_ROWS,
  bodies: BODY_ROWS,
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
export const COMMON_SURNAMES: readonly string[] = [...commonSurnames.words, ...russianEntities.wordSurnames, ...commonSurnames.names];
const common = new Set(COMMON_SURNAMES);
const words = new Set([...commonSurnames.words, ...russianEntities.wordSurnames]);
/** A word, a first name or a name of very many people: alone it names a leader only when the text supports it. */
export const isCommonSurname = (norm: string): boolean => common.has(norm);
/** A common surname that is a word or a first name too: it needs more support than another leader beside it. */
export const isWordSurname = (norm: string): boolean => words.has(norm);

/** Closed classes of words around titles: "former", "top", "X's administration", "X's book". */
export type TitleWords = keyof typeof titleWords;
const foreignTitleWords: Partial<Readonly<Record<TitleWords, readonly string[]>>> = russianTitleWords;
/** The same class in several languages is one set: scripts tell the words apart. */
const titleSet = (name: TitleWords): ReadonlySet<string> => new Set([...titleWords[name], ...(foreignTitleWords[name] ?? [])]);
export const TITLE_WORDS: Readonly<Record<TitleWords, ReadonlySet<string>>> = {
  former: titleSet('former'),
  modifiers: titleSet('modifiers'),
  belongings: titleSet('belongings'),
  offices: titleSet('offices'),
  noNames: titleSet('noNames'),
  privateNouns: titleSet('privateNouns'),
};
