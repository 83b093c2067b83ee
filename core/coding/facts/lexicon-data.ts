/**
 * The door by which facts about people, places and institutions enter the core: JSON modules, typed here. Their schemas stand in test/data/.
 */
import commonSurnames from '../../../data/common-surnames.json' with { type: 'json' };
import cues from '../../../data/cues.json' with { type: 'json' };
import denialWords from '../../../data/denial-words.json' with { type: 'json' };
import denials from '../../../data/denials.json' with { type: 'json' };
import domestic from '../../../data/domestic.json' with { type: 'json' };
import givenNames from '../../../data/given-names.json' with { type: 'json' };
import groups from '../../../data/groups.json' with { type: 'json' };
import institutions from '../../../data/institutions.json' with { type: 'json' };
import movements from '../../../data/movements.json' with { type: 'json' };
import namesakes from '../../../data/namesakes.json' with { type: 'json' };
import outlets from '../../../data/outlets.json' with { type: 'json' };
import russianDenials from '../../../data/ru/denials.json' with { type: 'json' };
import russianEntities from '../../../data/ru/entities.json' with { type: 'json' };
import russianInflection from '../../../data/ru/inflection.json' with { type: 'json' };
import russianNuclei from '../../../data/ru/nuclei.json' with { type: 'json' };
import russianOperators from '../../../data/ru/operators.json' with { type: 'json' };
import russianOrder from '../../../data/ru/order.json' with { type: 'json' };
import russianText from '../../../data/ru/text.json' with { type: 'json' };
import russianTitleWords from '../../../data/ru/title-words.json' with { type: 'json' };
import russianWords from '../../../data/ru/words.json' with { type: 'json' };
import titleWords from '../../../data/title-words.json' with { type: 'json' };
import titles from '../../../data/titles.json' with { type: 'json' };
import { STRENGTHS, type Strength } from '../codebook/coded-item.ts';
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
const institutionKind = (name: string): 'metonym' | 'domestic' => (name === 'domestic' ? name : 'metonym');

/** How words of a language change: the longest ending that fits gives the forms; "*" fits any other consonant. */
export type InflectionRow = { readonly ending: string; readonly forms: readonly string[] };
/** One wording and the English wording that it is read as. */
export type GlossRow = {
  readonly as: string;
  readonly phrases: readonly string[];
  /** Whose it is follows without a preposition ("визит Макрона"); the English one that stands there ("of"). */
  readonly ownerFollows?: string;
  /** To whom it is stands behind the owner ("звонок Макрона Трампу"); the English preposition of it. */
  readonly receiverFollows?: string;
  /** Only before one of these words, beginnings ("встреч*") or endings ("*ую"). */
  readonly next?: readonly string[];
  /** Only before a name that one of these follows ("в Анкаре опровергли": Ankara denied). */
  readonly behindName?: readonly string[];
  /** Only between two names before the first of which one of these stands ("саммит ЕС - Китай": of the EU and China). */
  readonly between?: readonly string[];
  /** Not in a sentence that has one of these. */
  readonly unless?: readonly string[];
  /** Only as the first words of a sentence. */
  readonly atStart?: boolean;
  /** Titles, each with the status of its contact or the strength of its denial; "none": nothing is read. */
  readonly reads?: Readonly<Record<string, string>>;
};
/** What is asked of a text before its words are looked up. */
export type TextRows = {
  /** How months begin in datelines, also short. */
  readonly monthStarts: readonly string[];
  /** No sentence ends behind these. */
  readonly abbreviations: readonly string[];
  /** A hyphen always divides behind these ("экс-президент"). */
  readonly freePrefixes: readonly string[];
  /** Tied to a surname ("аль-Судани"). */
  readonly nameArticles: readonly string[];
  /** Written small within a name. */
  readonly nameParticles: readonly string[];
};
/** The words of a language by which its word order is read (word-order.ts). */
export type WordOrder = {
  /** Prepositions: they open an adverbial. */
  readonly openers: readonly string[];
  /** Those that lead to the other side ("с"). */
  readonly partners: readonly string[];
  readonly adverbs: readonly string[];
  /** Between several people: "and", ",". */
  readonly joiners: readonly string[];
  /** Behind these a clause begins. */
  readonly openings: readonly string[];
  /** Before an object: words and endings ("*ую"). */
  readonly modifiers: readonly string[];
  /** Contacts as objects. */
  readonly objects: readonly string[];
  /** Verbs that take one of the objects; those that take people; those whose subject may stand behind them. */
  readonly verbs: readonly string[];
  readonly takers: readonly string[];
  readonly arrivals: readonly string[];
  /** Verbs with an object that may have the other one before them ("X с Y обсудил"); others that may have any adverbial there. */
  readonly pairs: readonly string[];
  readonly others: readonly string[];
  readonly negations: readonly string[];
  /** Say behind it that there is none ("нет"; with a negation: "не поступало") of what these words name ("планов"). */
  readonly absences: readonly string[];
  readonly absent: readonly string[];
  /** "телефону" behind a preposition, and the nouns that it belongs to ("разговор*"). */
  readonly channels: readonly string[];
  readonly spoken: readonly string[];
};
/** Another language is one folder of data/: the names of known leaders and states in it, its titles, institutions and endings. */
export type LanguageRows = {
  /** Name as in data/leaders.json, or its last word where nobody else has it, and the name in this language. */
  readonly leaders: readonly (readonly [string, string])[];
  readonly text: TextRows;
  /** Surnames that are small words: alone they name nobody ("То", "Во"). */
  readonly noSurnames: readonly string[];
  readonly countries: readonly {
    readonly code: string;
    readonly names: readonly string[];
    readonly demonyms?: readonly string[];
    readonly capitals?: readonly string[];
    /** Its adjective as the first part of another's ("российско-китайский"). */
    readonly stems?: readonly string[];
  }[];
  readonly metonyms: readonly MetonymRow[];
  readonly bodies: readonly PartyNamesRow[];
  readonly movements: readonly PartyNamesRow[];
  readonly titles: readonly TitleRow[];
  readonly institutions: readonly InstitutionRow[];
  readonly groups: readonly GroupRow[];
  readonly outlets: readonly OutletRow[];
  readonly inflection: readonly InflectionRow[];
  /** Its contact words, operators, denials and small words. */
  readonly glosses: readonly GlossRow[];
  readonly order: WordOrder;
};

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

// JSON modules give every row all optional fields of its file, as undefined.
const glossRows = (rows: readonly GlossRow[]): readonly GlossRow[] => rows;

/** Languages beside English, one row each. */
export const LANGUAGES: readonly LanguageRows[] = [
  {
    ...russianEntities,
    leaders: russianEntities.leaders.map((pair) => [pair[0] ?? '', pair[1] ?? '']),
    titles: russianEntities.titles.map((row) => ({ ...row, level: null })),
    institutions: russianEntities.institutions.map((row) => ({ ...row, kind: institutionKind(row.kind) })),
    groups: russianEntities.groups.map((row) => ({ ...row, level: 'leader' })),
    inflection: russianInflection,
    glosses: [...glossRows(russianNuclei), ...glossRows(russianOperators), ...glossRows(russianDenials), ...glossRows(russianWords)],
    order: russianOrder,
    text: russianText,
  },
];

/** Surnames that are also words or belong to very many people: alone they name a leader only when the text supports it. */
export const COMMON_SURNAMES: readonly string[] = [...commonSurnames.words, ...russianEntities.wordSurnames, ...commonSurnames.names];
const common = new Set(COMMON_SURNAMES);
const words = new Set([...commonSurnames.words, ...russianEntities.wordSurnames]);
/** A word, a first name or a name of very many people: alone it names a leader only when the text supports it. */
export const isCommonSurname = (norm: string): boolean => common.has(norm);
/** A common surname that is a word or a first name too: it needs more support than another leader beside it. */
export const isWordSurname = (norm: string): boolean => words.has(norm);

/** One wording of a denial: a verb whose subject denies ("denies"), or a predicate whose speaker denies ("is fiction, X said"). */
export type DenialRow = {
  readonly id: string;
  readonly kind: 'verb' | 'predicate';
  /**
   * What its object must be: a claim word, a claim word anywhere in the sentence, "as ..." within the pattern, anything but what is blocked, none;
   * `from`: who denies stands behind it; `negated`: the sentence says that something is not so, and the pattern says against whom;
   * `fact`: an official says in as many words that something did not happen;
   * `quoted`: the verdict is quoted, and the sentence tells of a tale or a contact that it is passed on.
   */
  readonly object: 'any' | 'claim' | 'claimed' | 'as' | 'none' | 'from' | 'negated' | 'quoted' | 'fact';
  /** Its verb is the one by which somebody says it ("insists that it did not"). */
  readonly isOwnVerb?: boolean;
  /** `$fake` in a phrase stands for the words of that name in data/denial-words.json. */
  readonly strength: Strength;
  readonly phrases: readonly string[];
  readonly reads: readonly string[];
  readonly ignores: readonly string[];
};

const objectOf = (name: string): DenialRow['object'] =>
  (['claim', 'claimed', 'as', 'none', 'from', 'negated', 'quoted', 'fact'] as const).find((one) => one === name) ?? 'any';
const listed: Readonly<Record<string, readonly string[]>> = denialWords;
const withLists = (phrase: string): string => phrase.replace(/\$(\w+)/g, (_, name: string) => (listed[name] ?? []).join('|'));
export const DENIAL_ROWS: readonly DenialRow[] = denials.map((row) => ({
  ...row,
  phrases: row.phrases.map(withLists),
  kind: row.kind === 'verb' ? 'verb' : 'predicate',
  object: objectOf(row.object),
  strength: STRENGTHS.find((strength) => strength === row.strength) ?? 'denied',
}));

/** Closed classes of words around titles: "former", "top", "X's administration", "X's book". */
export type TitleWords = keyof typeof titleWords;
/** The same class in several languages is one set: scripts tell the words apart. */
function joinSets<K extends string>(
  ...lists: readonly Partial<Readonly<Record<K, readonly string[]>>>[]
): ReadonlyMap<string, ReadonlySet<string>> {
  const joined = new Map<string, Set<string>>();
  for (const list of lists)
    for (const [name, words] of Object.entries<readonly string[] | undefined>(list)) {
      const set = joined.get(name) ?? new Set<string>();
      for (const word of words ?? []) set.add(word);
      joined.set(name, set);
    }
  return joined;
}
const titleSets = joinSets<TitleWords>(titleWords, russianTitleWords);
const titleSet = (name: TitleWords): ReadonlySet<string> => titleSets.get(name) ?? new Set();
export const TITLE_WORDS: Readonly<Record<TitleWords, ReadonlySet<string>>> = {
  former: titleSet('former'),
  modifiers: titleSet('modifiers'),
  belongings: titleSet('belongings'),
  offices: titleSet('offices'),
  noNames: titleSet('noNames'),
  privateNouns: titleSet('privateNouns'),
};

const wordSets = joinSets<keyof typeof denialWords>(denialWords);
/** A closed class of words that denials are read by, by its name in data/denial-words.json. */
export const denialWordSet = (name: keyof typeof denialWords): ReadonlySet<string> => wordSets.get(name) ?? new Set();
