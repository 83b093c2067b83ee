import type { EntityRows, LeaderRow } from '../facts/lexicon-data.ts';
import type { PhraseBuilder } from '../words/trie.ts';
import { levelOfOffice, type Person } from './people.ts';
import { phraseNorms, type Sense } from './senses.ts';
import { surnamesOf } from './surnames.ts';

export function addLeaders(names: PhraseBuilder<Sense>, leaders: readonly LeaderRow[], people: Map<string, Person>): void {
  for (const row of leaders) {
    const person: Person = {
      id: `${row.name}/${row.terms[0]?.slice(0, 2)}`,
      name: row.name,
      row,
      terms: null,
      slug: null,
      lastStanding: null,
    };
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

export function addParties(names: PhraseBuilder<Sense>, rows: Partial<EntityRows>): void {
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

export function addWords(words: PhraseBuilder<Sense>, rows: Partial<Pick<EntityRows, 'groups' | 'titles' | 'institutions'>>): void {
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
