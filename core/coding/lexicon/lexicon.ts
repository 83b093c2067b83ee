import { LANGUAGES } from '../facts/language-data.ts';
import { ENTITY_ROWS, type EntityRows, TITLE_WORDS, type TitleWords } from '../facts/lexicon-data.ts';
import { PLACES } from '../sentences/forms.ts';
import { fold } from '../words/fold.ts';
import { firstNamesOf } from '../words/name-words.ts';
import { type PhraseRow, type PhraseTable, phraseBuilder } from '../words/trie.ts';
import type { Word } from '../words/word.ts';
import { type ForeignTables, foreignTables } from './lexicon-languages.ts';
import { addLeaders, addParties, addWords } from './lexicon-rows.ts';
import type { Person } from './people.ts';
import { phraseNorms, type Sense } from './senses.ts';

/** Names are told from words by their capital; titles and institutions may be written small. */
export type Lexicon = {
  /** Phrases that count only when capitalised. */
  readonly names: PhraseTable<Sense>;
  /** Phrases that count in any case. */
  readonly words: PhraseTable<Sense>;
  readonly givenNames: ReadonlySet<string>;
  readonly titleWords: Readonly<Record<TitleWords, ReadonlySet<string>>>;
  /** Phrases of other languages, made when a word of theirs is first met. */
  readonly foreign: () => ForeignTables;
  /** What was found for words so far, by their place. */
  readonly entries: (LexiconEntry | undefined)[];
  /** Office whose holder goes to summits for a party, first = the one that counts ("RU" -> head_of_state). */
  readonly leaderOffice: ReadonlyMap<string, readonly string[]>;
  readonly isOutlet: (name: string) => boolean;
  /** The state of an outlet by its name, or null. */
  readonly countryOfOutlet: (name: string) => string | null;
  /** The state that an outlet writes for at home, when its name says so ("ABC News (Australia)", "abc.net.au"). */
  readonly homeOfOutlet: (name: string) => string | null;
};

/** What begins with a word: its names and its plain phrases, or null. `key`: the word in its base form. */
export type LexiconEntry = {
  readonly word: Word;
  readonly key: string;
  /** May open a name though it is written small ("al-Sisi", "de Villepin"). */
  readonly isParticle: boolean;
  readonly names: PhraseRow<Sense> | null;
  readonly words: PhraseRow<Sense> | null;
};

/** The lexicon for one run: bundled rows, then the owner's rows. Costs some 20 ms; build it once. */
export function buildLexicon(overlay: Partial<EntityRows> = {}, rows: EntityRows = ENTITY_ROWS): Lexicon {
  const names = phraseBuilder<Sense>();
  const words = phraseBuilder<Sense>();
  const people = new Map<string, Person>();
  const outletNames = new Map<string, string>();
  for (const part of [overlay, rows]) {
    addLeaders(names, part.leaders ?? [], people);
    addParties(names, part);
    addWords(words, part);
    for (const row of part.namesakes ?? [])
      for (const name of row.names) if (/^\p{Ll}/u.test(name)) words.add(phraseNorms(name), { is: 'namesake' });
    for (const row of part.outlets ?? []) for (const name of row.names) outletNames.set(name.toLowerCase(), row.country);
  }
  return {
    names: names.build(),
    words: words.build(),
    foreign: foreignTables(LANGUAGES, people),
    entries: new Array<undefined>(PLACES).fill(undefined),
    titleWords: TITLE_WORDS,
    givenNames: new Set([...[...rows.givenNames, ...(overlay.givenNames ?? [])].map(fold), ...firstNamesOf(rows.leaders)]),
    leaderOffice: new Map([...rows.countries, ...(overlay.countries ?? [])].map((row) => [row.code, row.leader])),
    isOutlet: (name) => outletNames.has(name),
    countryOfOutlet: (name) => outletNames.get(name.toLowerCase()) ?? homeOfOutlet(name.toLowerCase(), rows),
    homeOfOutlet: (name) => homeOfOutlet(name.toLowerCase(), rows),
  };
}

/** By a state in brackets ("ABC News (Australia)"), or by the country domain ("abc.net.au"). */
function homeOfOutlet(name: string, rows: EntityRows): string | null {
  const bracket = /\(([^()]+)\)$/.exec(name)?.[1];
  if (bracket !== undefined) return rows.countries.find((row) => row.names.some((one) => one.toLowerCase() === bracket))?.code ?? null;
  const domain = /\.([a-z]{2})$/.exec(name)?.[1]?.toUpperCase();
  return domain === 'UK' ? 'GB' : (rows.countries.find((row) => row.code === domain)?.code ?? null);
}
