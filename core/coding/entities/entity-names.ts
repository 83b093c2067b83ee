import { LANGUAGES } from '../facts/language-data.ts';
import { isCommonSurname } from '../facts/lexicon-data.ts';
import { levelOfOffice } from '../lexicon/people.ts';
import { fold } from '../words/fold.ts';
import { type Entity, normOf, type Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Hit } from './entity-hits.ts';
import { ARTICLES, type Line, type Title } from './entity-line.ts';
import { type NameClues, type Resolved, resolvePerson } from './entity-people.ts';
import { isMayAName, isPlainlyName } from './name-look.ts';
import { FAMILY_FIRST, surnameOf } from './surname-written.ts';

const MAX_NAME_WORDS = 4;
const NAME_JOINERS = new Set([
  ...LANGUAGES.flatMap(({ text }) => text.nameParticles),
  'al',
  'bin',
  'bint',
  'ibn',
  'el',
  'de',
  'da',
  'del',
  'van',
  'von',
  'der',
  'ould',
  'dos',
  'di',
  'la',
  '-',
]);
/** Names of persons in a sentence: known ones by date and context, unknown ones behind a title. */
export class Names {
  private readonly line: Line;

  constructor(line: Line) {
    this.line = line;
  }

  /** The name that follows a title: a known person, or capitalised words that are no phrase of the lexicon. */
  nameAfter(
    from: number,
    title: Title,
    party: string | null,
  ): { readonly to: number; readonly surname: string; readonly resolved: Resolved | null } | null {
    for (let at = from; at < from + MAX_NAME_WORDS; at += 1) {
      const token = this.line.tokens[at];
      if (token === undefined || !(token.isCapital || NAME_JOINERS.has(token.norm) || isInitialDot(this.line.tokens, at))) break;
      const hit = this.line.hitAt.get(at);
      if (hit === undefined) continue;
      if (!hit.senses.some((sense) => sense.is === 'person')) break;
      const clues = { party, office: title.office, hasForeignFirstName: false };
      const resolved = this.resolveAt(hit, at, clues);
      if (resolved === null || this.isFirstNameOfOther(hit, resolved)) break;
      const isFit = fitsParty(resolved, party, title);
      if (resolved.isFullName && !isFit) return null;
      if (!isFit || (at > from && !resolved.isFullName && !sharesFirstName(this.line.tokens, from, resolved))) break;
      return { to: hit.to, surname: surnameOf(this.line.tokens, { from: at, to: hit.to }, resolved), resolved };
    }
    const unknown = this.unknownName(from) ?? this.appositionAfter(from);
    if (unknown === null || party === null || !FAMILY_FIRST.test(`${party} `)) return unknown;
    return { ...unknown, surname: this.line.tokens[unknown.to - this.nameLength(from, unknown.to)]?.text.toLowerCase() ?? unknown.surname };
  }

  /** The name behind a title of no state: capitalised words even where they begin with the name of somebody known. */
  outsiderAfter(
    from: number,
    title: Title,
  ): { readonly to: number; readonly surname: string; readonly isKnown: boolean; readonly isFullName: boolean } | null {
    const known = this.nameAfter(from, title, null);
    const written = this.unknownName(from);
    if (known?.resolved?.isFullName === true) return { ...known, isKnown: true, isFullName: true };
    if (known === null || (written !== null && written.to > known.to))
      return written === null ? null : { ...written, isKnown: false, isFullName: false };
    return { ...known, isKnown: known.resolved !== null, isFullName: false };
  }

  private nameLength(from: number, to: number): number {
    return this.line.norm(from) === ',' ? to - from - 1 : to - from;
  }

  /** "a UN envoy, Jean Arnault,": two or three capitalised words between commas. */
  private appositionAfter(from: number): { readonly to: number; readonly surname: string; readonly resolved: null } | null {
    if (this.line.norm(from) !== ',') return null;
    const named = this.unknownName(from + 1);
    return named !== null && named.to - from >= 3 && this.line.norm(named.to) === ',' ? named : null;
  }

  private unknownName(from: number): { readonly to: number; readonly surname: string; readonly resolved: null } | null {
    let to = from;
    let surname = '';
    while (to < this.line.tokens.length && to - from < MAX_NAME_WORDS) {
      const token = this.line.tokens[to];
      if (token === undefined) break;
      const isPart = token.isCapital && token.text.length > 1 && !this.isNoName(to);
      if (isPart) surname = token.text.toLowerCase();
      else if (
        to === from ||
        !(NAME_JOINERS.has(token.norm) || isInitialDot(this.line.tokens, to) || (token.isCapital && token.text.length === 1))
      )
        break;
      to += 1;
    }
    while (to > from && this.line.tokens[to - 1]?.text.toLowerCase() !== surname) to -= 1;
    return surname === '' ? null : { to, surname, resolved: null };
  }

  private isNoName(at: number): boolean {
    const hit = this.line.hitAt.get(at);
    if (hit !== undefined && !hit.senses.every((sense) => sense.is === 'person' || (sense.is === 'place' && sense.via === 'capital')))
      return true;
    const norm = this.line.norm(at);
    return (
      this.line.is('noNames', norm) || (this.line.isTitleCase && /(?:s|ed|ing)$/.test(norm) && !this.line.lexicon.givenNames.has(norm))
    );
  }

  /** "Marcos Example": a short name that somebody unknown bears as a first name. */
  isFirstNameOfOther(hit: Hit, resolved: Resolved): boolean {
    if (resolved.isFullName || this.line.isTitleCase || !this.hasOwnSurname(hit)) return false;
    return resolved.standing.when !== 'now' || isRare(resolved) || isCommonSurname(this.line.norm(hit.from));
  }

  /** A capitalised word that is no other phrase stands right behind: "president Michel Example". */
  private hasOwnSurname({ to }: Hit): boolean {
    const next = this.line.tokens[to];
    if (next !== undefined && ARAB_ARTICLES.has(next.norm) && this.line.norm(to + 1) === '-') return true;
    return next?.isCapital === true && next.kind === 'word' && !this.line.hitAt.has(to) && !this.line.is('noNames', next.norm);
  }

  /** "King Abdullah of Jordan": the state behind the name is his own and no second party. */
  homeAfter(to: number, { standing }: Resolved): number {
    if (this.line.norm(to) !== 'of') return to;
    const place = this.line.placeAt(ARTICLES.has(this.line.norm(to + 1)) ? to + 2 : to + 1);
    return place !== null && !place.isDemonym && place.party === standing.term.party ? place.to : to;
  }

  person(from: number, to: number, resolved: Resolved, isFormer: boolean): Entity {
    const { standing } = resolved;
    const isPast = isFormer || standing.when === 'former';
    const office = standing.when === 'elect' ? 'elect' : standing.term.office;
    const level = isPast || standing.when === 'future' ? 'envoy' : levelOfOffice(office);
    const isSpokesperson = office === 'spokesperson' && !isPast;
    return this.line.make(from, to, {
      kind: isSpokesperson ? 'spokesperson' : 'person',
      country: standing.term.party,
      personId: personIdOf(resolved),
      level,
      office,
      isFormer: isPast,
      behalf: isSpokesperson ? standing.term.party : null,
      confidence: resolved.confidence,
    });
  }

  resolveAt(hit: Hit, at: number, clues: NameClues): Resolved | null {
    if (hit.to - at === 1 && this.line.norm(at) === 'may' && !isMayAName(this.line, at)) return null;
    return resolvePerson(
      hit,
      this.line.norm(hit.to - 1),
      {
        party: clues.party,
        office: clues.office,
        hasForeignFirstName: clues.hasForeignFirstName,
        isPlainlyName: isPlainlyName(this.line, at, hit.to),
      },
      this.line.context,
    );
  }
}

/** "george-w-bush": stable as long as the name in data/ is. */
export function personIdOf({ person }: Resolved): string {
  person.slug ??= fold(person.name).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return person.slug;
}

/** "the president of Tajikistan Putin met" are two: a leading title of one state is no title of another's leader. */
const fitsParty = ({ person }: Resolved, party: string | null, title: Title): boolean =>
  party === null || title.level === 'envoy' || person.row.terms.some((term) => term.startsWith(`${party} `));

/** Not somebody whom headlines call by surname alone. */
const isRare = ({ standing }: Resolved): boolean => levelOfOffice(standing.term.office) !== 'leader' || standing.term.isActing;

/** "Ali al-Sistani": what stands before the article is a first name. */
const ARAB_ARTICLES = wordSet('al el ul');
const isInitialDot = (tokens: readonly Token[], at: number): boolean => tokens[at]?.text === '.' && tokens[at - 1]?.text.length === 1;

function sharesFirstName(tokens: readonly Token[], from: number, resolved: Resolved): boolean {
  const first = normOf(tokens, from);
  return resolved.person.row.name.toLowerCase().includes(first.slice(0, 3)) || first.length <= 2;
}
