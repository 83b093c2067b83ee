// biome-ignore-all assist/source/organizeImports: lists of like words stand together, so that they pack 1.5 kB smaller
/** Languages beside English: each is one folder of data/. */
import russianInflection from '../../../data/ru/inflection.json' with { type: 'json' };
import russianEntities from '../../../data/ru/entities.json' with { type: 'json' };
import russianDenials from '../../../data/ru/denials.json' with { type: 'json' };
import russianWords from '../../../data/ru/words.json' with { type: 'json' };
import russianOperators from '../../../data/ru/operators.json' with { type: 'json' };
import russianNuclei from '../../../data/ru/nuclei.json' with { type: 'json' };
import russianOrder from '../../../data/ru/order.json' with { type: 'json' };
import russianText from '../../../data/ru/text.json' with { type: 'json' };
import { type EntityRows, institutionKind } from './lexicon-data.ts';

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
export type LanguageRows = Pick<EntityRows, 'metonyms' | 'bodies' | 'movements' | 'titles' | 'institutions' | 'groups' | 'outlets'> & {
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
  readonly inflection: readonly InflectionRow[];
  /** Its contact words, operators, denials and small words. */
  readonly glosses: readonly GlossRow[];
  readonly order: WordOrder;
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
