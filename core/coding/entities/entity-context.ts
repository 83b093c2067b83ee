import { isCommonSurname, isWordSurname } from '../facts/lexicon-data.ts';
import { covers, levelOfOffice, type Person, standingOn, type Term, termsOf } from '../lexicon/people.ts';
import { flatten } from '../words/sequences.ts';
import { normOf, type Token } from '../words/text.ts';
import type { Hit } from './entity-hits.ts';

/** The parties and the fully named persons of an item: what ambiguous short names are settled by. Sets that few names ask for are made when one does. */
export class EntityContext {
  readonly parties = new Set<string>();
  readonly personIds = new Set<string>();
  /** How many names of persons and parties the item has at all. */
  readonly nameCount: number;
  /** For an item without a date: a day on which most of those it names held an office, else null. */
  readonly era: string | null;
  readonly date: string | null;
  private readonly sentences: readonly Found[];
  private readonly givenNames: ReadonlySet<string>;
  private leaders: ReadonlySet<string> | null = null;
  private others: ReadonlySet<string> | null = null;

  constructor(sentences: readonly Found[], date: string | null, givenNames: ReadonlySet<string>) {
    this.sentences = sentences;
    this.date = date;
    this.givenNames = givenNames;
    let count = 0;
    for (const { hits } of sentences) for (const hit of hits) count += this.add(hit) ? 1 : 0;
    this.nameCount = count;
    this.era = date === null ? eraOf(sentences.map(({ hits }) => hits)) : null;
  }

  /** States and bodies whose leader on that day is named by a name that is nobody else's. */
  leadersOf(): ReadonlySet<string> {
    this.leaders ??= leadersNamed(this.sentences, this.date);
    return this.leaders;
  }

  /** Common surnames that the item gives to somebody else ("Ilham Ahmed"): alone they are his or hers. */
  ofOthers(): ReadonlySet<string> {
    this.others ??= surnamesOfOthers(this.sentences, this.givenNames);
    return this.others;
  }

  /** Whether the hit is a name of a person or a party. */
  private add({ senses }: Hit): boolean {
    let isName = false;
    for (const sense of senses) {
      isName ||= sense.is === 'person' || sense.is === 'place' || sense.is === 'metonym' || sense.is === 'body';
      if (sense.is === 'person') {
        if (!sense.isFullName) continue;
        this.personIds.add(sense.person.id);
        for (const { party } of termsOf(sense.person)) this.parties.add(party);
      } else if ('party' in sense && sense.party !== null && sense.is !== 'outlet') this.parties.add(sense.party);
    }
    return isName;
  }
}

/** The start of the office at which most persons of an item held one; of equal ones the latest. Null when fewer than two are named. */
function eraOf(sentences: readonly (readonly Hit[])[]): string | null {
  const named = new Map<string, readonly Term[]>();
  for (const { senses } of sentences.flat()) {
    const people = flatten(senses, (sense) => (sense.is === 'person' ? [sense.person] : []));
    const terms = flatten(people, (person) => termsOf(person).filter(({ office }) => levelOfOffice(office) !== 'envoy'));
    if (terms.length > 0) named.set(people.map(({ id }) => id).join(), terms);
  }
  if (named.size < 2) return null;
  const all = [...named.values()];
  const votes = (day: string): number => all.filter((terms) => terms.some((term) => covers(term, day))).length;
  const days = [...new Set(all.flat().map(({ from }) => from))].sort().slice(-MAX_STARTS);
  return days.reduce((best, day) => (votes(day) >= votes(best) ? day : best), days[0] ?? '');
}
/** Starts of offices that are looked at: enough for a score of names. */
const MAX_STARTS = 60;

function surnamesOfOthers(sentences: readonly Found[], givenNames: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { tokens, hits } of sentences)
    for (const { from, to } of hits) {
      const before = tokens[from - 1];
      const norm = normOf(tokens, from);
      if (to - from === 1 && before?.isCapital === true && isCommonSurname(norm) && givenNames.has(before.norm)) found.add(norm);
    }
  return found;
}

type Found = { readonly tokens: readonly Token[]; readonly hits: readonly Hit[] };

/** Common surnames vouch for each other: "Chávez and Santos". */
function leadersNamed(sentences: readonly Found[], date: string | null): ReadonlySet<string> {
  const namesOf = (isUsable: (norm: string) => boolean): ReadonlySet<string> =>
    new Set(flatten(sentences, ({ tokens, hits }) => flatten(hits, (hit) => leaderParty(tokens, { hit, date, isUsable }))));
  const all = namesOf((norm) => !isWordSurname(norm));
  return all.size > 1 ? all : namesOf((norm) => !isCommonSurname(norm));
}

type Asked = { readonly hit: Hit; readonly date: string | null; readonly isUsable: (norm: string) => boolean };

/** The state whose leader this name can only mean. */
function leaderParty(tokens: readonly Token[], { hit: { from, to, senses }, date, isUsable }: Asked): readonly string[] {
  if (to - from === 1 && !isUsable(normOf(tokens, from))) return [];
  const parties = flatten(senses, (sense) => (sense.is === 'person' ? leads(sense.person, date) : []));
  return new Set(parties).size === 1 ? parties.slice(0, 1) : [];
}

function leads(person: Person, date: string | null): readonly string[] {
  const standing = standingOn(person, date);
  if (standing === null || standing.when === 'former' || standing.when === 'future') return [];
  return levelOfOffice(standing.term.office) === 'leader' ? [standing.term.party] : [];
}
