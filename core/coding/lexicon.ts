import { formsOfWord, inflectionOf } from './inflection.ts';
import {
  ENTITY_ROWS,
  type EntityRows,
  LANGUAGES,
  type LanguageRows,
  type LeaderRow,
  TITLE_WORDS,
  type TitleWords,
} from './lexicon-data.ts';
import { firstNamesOf } from './name-words.ts';
import { levelOfOffice, type Person } from './people.ts';
import { surnamesOf } from './surnames.ts';
import { fold, tokenise } from './tokens.ts';
import { type PhraseBuilder, type PhraseTable, phraseBuilder } from './trie.ts';

type Level = 'leader' | 'minister' | 'envoy';

/** What a phrase can mean. One phrase may carry several senses ("Georgia" the state, "Kim" three persons). */
export type Sense =
  | { readonly is: 'person'; readonly person: Person; readonly isFullName: boolean }
  | { readonly is: 'place'; readonly party: string; readonly via: 'country' | 'capital' | 'demonym' }
  | { readonly is: 'metonym'; readonly party: string; readonly office: string }
  | { readonly is: 'body'; readonly party: string }
  | { readonly is: 'movement'; readonly party: string }
  | { readonly is: 'outlet'; readonly party: string }
  | { readonly is: 'domestic'; readonly party: string | null }
  | { readonly is: 'cue'; readonly party: string }
  | { readonly is: 'namesake' }
  | {
      readonly is: 'title';
      readonly office: string;
      readonly level: Level;
      readonly party: string | null;
      readonly takesPost: boolean;
      readonly ownerFollows: boolean;
    }
  | { readonly is: 'institution'; readonly kind: 'metonym' | 'domestic'; readonly ownerFollows: boolean }
  | { readonly is: 'group'; readonly party: string | null; readonly level: Level };

/** Names are told from words by their capital; titles and institutions may be written small. */
export type Lexicon = {
  /** Phrases that count only when capitalised. */
  readonly names: PhraseTable<Sense>;
  /** Phrases that count in any case. */
  readonly words: PhraseTable<Sense>;
  readonly givenNames: ReadonlySet<string>;
  readonly titleWords: Readonly<Record<TitleWords, ReadonlySet<string>>>;
  /** Inflected form -> the form that phrases are keyed by; words that do not change are not in it. */
  readonly baseForms: ReadonlyMap<string, string>;
  /** First letters of those forms: words that begin otherwise need no look. */
  readonly formInitials: ReadonlySet<number>;
  /** Office whose holder goes to summits for a party, first = the one that counts ("RU" -> head_of_state). */
  readonly leaderOffice: ReadonlyMap<string, readonly string[]>;
  readonly isOutlet: (name: string) => boolean;
  /** The state of an outlet by its name, or null. */
  readonly countryOfOutlet: (name: string) => string | null;
  /** The state that an outlet writes for at home, when its name says so ("ABC News (Australia)", "abc.net.au"). */
  readonly homeOfOutlet: (name: string) => string | null;
};

/** Token norms of a name as it stands in data/. */
export function phraseNorms(name: string): string[] {
  return /[-.,'/&]/.test(name) ? tokenise(name).map((token) => token.norm) : fold(name).split(' ');
}

/** The lexicon for one run: bundled rows, then the owner's rows. Costs some 20 ms; build it once. */
export function buildLexicon(overlay: Partial<EntityRows> = {}, rows: EntityRows = ENTITY_ROWS): Lexicon {
  const names = phraseBuilder<Sense>();
  const words = phraseBuilder<Sense>();
  const people = new Map<string, Person>();
  const baseForms = new Map<string, string>();
  const outletNames = new Map<string, string>();
  for (const part of [overlay, rows]) {
    addLeaders(names, part.leaders ?? [], people);
    addParties(names, part);
    addWords(words, part);
    for (const row of part.namesakes ?? [])
      for (const name of row.names) if (/^\p{Ll}/u.test(name)) words.add(phraseNorms(name), { is: 'namesake' });
    for (const row of part.outlets ?? []) for (const name of row.names) outletNames.set(name.toLowerCase(), row.country);
  }
  for (const language of LANGUAGES) addLanguage({ names, words, baseForms, people }, language);
  return {
    names: names.build(),
    words: words.build(),
    baseForms,
    formInitials: new Set([...baseForms].filter(([form, base]) => form !== base).map(([form]) => form.charCodeAt(0))),
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

function addLeaders(names: PhraseBuilder<Sense>, leaders: readonly LeaderRow[], people: Map<string, Person>): void {
  for (const row of leaders) {
    const person: Person = { id: `${row.name}/${row.terms[0]?.slice(0, 2)}`, name: row.name, row, terms: null, lastStanding: null };
    if (!people.has(row.name)) people.set(row.name, person);
    addPerson(names, person);
  }
}

/** Full names, their spellings without hyphen ("Jong-un", "Jong Un"), and surnames. */
function addPerson(names: PhraseBuilder<Sense>, person: Person): void {
  const { row } = person;
  const fullName: Sense = { is: 'person', person, isFullName: true };
  const shortName: Sense = { is: 'person', person, isFullName: false };
  const seen: string[] = [];
  for (const name of row.aliases === undefined ? [row.name] : [row.name, ...row.aliases]) {
    const norms = phraseNorms(name);
    if (norms.length === 1) addShort(names, norms, shortName, seen);
    else {
      names.add(norms, fullName);
      if (name.includes('-')) addUnhyphened(names, norms, fullName);
      for (const surname of surnamesOf(row, norms)) addShort(names, surname, shortName, seen);
    }
  }
}

function addShort(names: PhraseBuilder<Sense>, norms: readonly string[], sense: Sense, seen: string[]): void {
  const key = norms.length === 1 ? (norms[0] ?? '') : norms.join(' ');
  if (seen.includes(key)) return;
  seen.push(key);
  names.add(norms, sense);
}

function addUnhyphened(names: PhraseBuilder<Sense>, norms: readonly string[], sense: Sense): void {
  const spaced = norms.flatMap((norm) => (norm === '-' ? [] : norm.split('-')));
  if (spaced.length !== norms.length) names.add(spaced, sense);
}

function addParties(names: PhraseBuilder<Sense>, rows: Partial<EntityRows>): void {
  const add = (list: readonly string[], sense: Sense): void => {
    for (const name of list) names.add(phraseNorms(name), sense);
  };
  for (const row of rows.namesakes ?? []) add(row.names, { is: 'namesake' });
  for (const row of rows.countries ?? []) {
    add(row.names, { is: 'place', party: row.code, via: 'country' });
    add(row.demonyms, { is: 'place', party: row.code, via: 'demonym' });
    add(
      row.demonyms.filter((word) => /[anic]$|i$/.test(word)).map((word) => `${word}s`),
      { is: 'place', party: row.code, via: 'demonym' },
    );
    add(row.capitals, { is: 'place', party: row.code, via: 'capital' });
  }
  for (const row of rows.metonyms ?? []) add(row.names, { is: 'metonym', party: row.party, office: row.office });
  for (const row of rows.bodies ?? []) add(row.names, { is: 'body', party: row.party });
  for (const row of rows.movements ?? []) add(row.names, { is: 'movement', party: row.party });
  for (const row of rows.outlets ?? []) add(row.names, { is: 'outlet', party: row.country });
  for (const row of rows.cues ?? []) add(row.names, { is: 'cue', party: row.party });
  for (const row of rows.domestic ?? []) add(row.names, { is: 'domestic', party: row.party ?? null });
}

function addWords(words: PhraseBuilder<Sense>, rows: Partial<Pick<EntityRows, 'groups' | 'titles' | 'institutions'>>): void {
  const add = (list: readonly string[], sense: Sense): void => {
    for (const phrase of list) words.add(phraseNorms(phrase), sense);
  };
  for (const row of rows.groups ?? []) add(row.words, { is: 'group', party: row.party, level: row.level });
  for (const row of rows.titles ?? []) {
    const level = levelOfOffice(row.office);
    add(row.words, {
      is: 'title',
      office: row.office,
      level: row.level ?? level,
      party: row.party ?? null,
      takesPost: row.post === true,
      ownerFollows: row.ownerFollows === true,
    });
  }
  for (const row of rows.institutions ?? []) add(row.words, { is: 'institution', kind: row.kind, ownerFollows: row.ownerFollows === true });
}

type Building = {
  readonly names: PhraseBuilder<Sense>;
  readonly words: PhraseBuilder<Sense>;
  readonly baseForms: Map<string, string>;
  readonly people: ReadonlyMap<string, Person>;
};

/** A language's phrases, keyed by base forms; every form of every word leads to its base form. */
function addLanguage(building: Building, language: LanguageRows): void {
  const names = inflecting(building.names, language, building.baseForms);
  const words = inflecting(building.words, language, building.baseForms);
  for (const [known, written] of language.leaders) {
    const person = building.people.get(known);
    if (person !== undefined) addForeignName(names, person, written);
  }
  addWords(words, { titles: language.titles, institutions: language.institutions });
  addWords(words, { groups: language.groups });
  const { leaders: _, inflection: __, countries, ...rows } = language;
  addParties(names, { ...rows, countries: countries.map((row) => ({ ...row, demonyms: [], capitals: row.capitals ?? [], leader: [] })) });
  for (const row of countries)
    for (const demonym of row.demonyms ?? []) words.add([demonym], { is: 'place', party: row.code, via: 'demonym' });
}

function addForeignName(names: PhraseBuilder<Sense>, person: Person, written: string): void {
  const norms = phraseNorms(written);
  names.add(norms, { is: 'person', person, isFullName: norms.length > 1 });
  if (norms.length === 1) return;
  for (const surname of surnamesOf({ name: written, terms: person.row.terms }, norms))
    names.add(surname, { is: 'person', person, isFullName: false });
}

/** Registers all forms of each word on the way into the phrase table. */
function inflecting(builder: PhraseBuilder<Sense>, language: LanguageRows, baseForms: Map<string, string>): PhraseBuilder<Sense> {
  const inflection = inflectionOf(language.inflection);
  return {
    build: builder.build,
    add(norms, value) {
      const bases = norms.map((norm) => baseForms.get(norm) ?? norm);
      for (const base of bases) {
        if (baseForms.has(base)) continue;
        for (const form of formsOfWord(base, inflection)) if (!baseForms.has(form)) baseForms.set(form, base);
      }
      builder.add(bases, value);
    },
  };
}
