import type { LanguageRows } from '../facts/language-data.ts';
import { formsOfWord, inflectionOf } from '../words/inflection.ts';
import { type PhraseBuilder, type PhraseTable, phraseBuilder } from '../words/trie.ts';
import { addParties, addWords } from './lexicon-rows.ts';
import type { Person } from './people.ts';
import { phraseNorms, type Sense } from './senses.ts';
import { surnamesOf } from './surnames.ts';

type Building = {
  readonly names: PhraseBuilder<Sense>;
  readonly words: PhraseBuilder<Sense>;
  readonly baseForms: Map<string, string>;
  readonly people: ReadonlyMap<string, Person>;
};

/** The phrases of all languages beside English. */
export type ForeignTables = {
  readonly names: PhraseTable<Sense>;
  readonly words: PhraseTable<Sense>;
  /** Inflected form -> the form that phrases are keyed by; words that do not change are not in it. */
  readonly baseForms: ReadonlyMap<string, string>;
};

/** A function that builds them when it is first called: forms of a thousand names cost as much as all of English, and most items need none. */
export function foreignTables(languages: readonly LanguageRows[], people: ReadonlyMap<string, Person>): () => ForeignTables {
  let tables: ForeignTables | null = null;
  return () => {
    if (tables !== null) return tables;
    const building = { names: phraseBuilder<Sense>(), words: phraseBuilder<Sense>(), baseForms: new Map<string, string>(), people };
    for (const language of languages) addLanguage(building, language);
    tables = { names: building.names.build(), words: building.words.build(), baseForms: building.baseForms };
    return tables;
  };
}

/** A language's phrases, keyed by base forms; every form of every word leads to its base form. */
function addLanguage(building: Building, language: LanguageRows): void {
  const { baseForms } = building;
  const inflected = new Set<string>();
  const names = inflecting(building.names, language, { baseForms, inflected });
  const words = inflecting(building.words, language, { baseForms, inflected });
  for (const row of language.countries)
    for (const demonym of [...(row.demonyms ?? []), ...(row.stems ?? [])])
      words.add([demonym], { is: 'place', party: row.code, via: 'demonym' });
  const noSurnames = new Set(language.noSurnames);
  // Names are written in their base forms: "Борисов" is none of "Борис".
  for (const [, written] of language.leaders) for (const norm of phraseNorms(written)) if (!baseForms.has(norm)) baseForms.set(norm, norm);
  const bySurname = peopleBySurname(building.people);
  for (const [known, written] of language.leaders) {
    const person = building.people.get(known) ?? bySurname.get(known);
    if (person !== undefined) addForeignName(names, person, { written, noSurnames });
  }
  addTitles(words, language, (phrase) => !phrase.includes(' '));
  const { leaders: _, inflection: __, countries, ...rows } = language;
  addParties(names, { ...rows, countries: countries.map((row) => ({ ...row, demonyms: [], capitals: row.capitals ?? [], leader: [] })) });
  addTitles(words, language, (phrase) => phrase.includes(' '));
}

/** By the last word of the name; the first of several. */
function peopleBySurname(people: ReadonlyMap<string, Person>): ReadonlyMap<string, Person> {
  const found = new Map<string, Person>();
  for (const [name, person] of people) {
    const surname = name.slice(name.lastIndexOf(' ') + 1);
    if (!found.has(surname)) found.set(surname, person);
  }
  return found;
}

/** Each word is known by the form in which it is first met: a title of one word ("президент") before the names that have it in another case ("Офис президента Украины"), and those before longer titles ("глава Белого дома"). */
function addTitles(words: PhraseBuilder<Sense>, language: LanguageRows, isAsked: (phrase: string) => boolean): void {
  const of = <R extends { readonly words: readonly string[] }>(rows: readonly R[]): R[] =>
    rows.map((row) => ({ ...row, words: row.words.filter(isAsked) }));
  addWords(words, { titles: of(language.titles), institutions: of(language.institutions) });
  addWords(words, { groups: of(language.groups) });
}

type Written = { readonly written: string; readonly noSurnames: ReadonlySet<string> };

function addForeignName(names: PhraseBuilder<Sense>, person: Person, { written, noSurnames }: Written): void {
  const norms = phraseNorms(written);
  names.add(norms, { is: 'person', person, isFullName: norms.length > 1 });
  if (norms.length === 1) return;
  for (const surname of surnamesOf({ name: written, terms: person.row.terms }, norms))
    if (surname.length > 1 || !noSurnames.has(surname[0] ?? '')) names.add(surname, { is: 'person', person, isFullName: false });
}

type Forms = { readonly baseForms: Map<string, string>; readonly inflected: Set<string> };

/** Registers all forms of each word on the way into the phrase table. */
function inflecting(builder: PhraseBuilder<Sense>, language: LanguageRows, { baseForms, inflected }: Forms): PhraseBuilder<Sense> {
  const inflection = inflectionOf(language.inflection);
  return {
    build: builder.build,
    add(norms, value) {
      const bases = norms.map((norm) => baseForms.get(norm) ?? norm);
      for (const base of bases) {
        if (inflected.has(base)) continue;
        inflected.add(base);
        for (const form of formsOfWord(base, inflection)) if (!baseForms.has(form)) baseForms.set(form, base);
      }
      builder.add(bases, value);
    },
  };
}
