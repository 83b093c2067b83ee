import type { Hit } from './entity-hits.ts';
import { ARTICLES, type Line, type Title } from './entity-line.ts';
import { type NameClues, type Resolved, resolvePerson } from './entity-people.ts';
import { isCommonSurname } from './lexicon-data.ts';
import { levelOfOffice } from './people.ts';
import type { Entity, Token } from './text.ts';
import { fold } from './tokens.ts';

const MAX_NAME_WORDS = 4;
const NAME_JOINERS = new Set(['al', 'bin', 'bint', 'ibn', 'el', 'de', 'da', 'del', 'van', 'von', 'der', 'ould', 'dos', 'di', 'la', '-']);
const FAMILY_PARTICLES = new Set(['von', 'van', 'der', 'de', 'den', 'ter', 'di', 'da', 'la', 'le', 'du']);
const NUMERAL = /^[IVX]+$|^Jr\.?$/;
const FAMILY_FIRST = /^(?:CN|KP|KR|TW) /;
const LATIN = /^\p{Script=Latin}/u;
const MONTH_BEFORE = new Set([
  'in',
  'on',
  'of',
  'until',
  'till',
  'since',
  'by',
  'early',
  'late',
  'mid',
  'last',
  'next',
  'this',
  'from',
  'before',
  'after',
  'that',
  'it',
  'he',
  'she',
  'they',
  'we',
  'you',
]);

/** What follows a person's name at the start of a headline. */
const PERSONAL =
  /^(?:to|will|would|may|might|could|says?|said|tells?|told|meets?|met|visits?|visited|arrives?|arrived|heads|urges?|urged|warns?|warned|calls|called|holds|held|hosts|hosted|has|is|was|not|hopes?|could|can|should|puts|seeks|sought|accepts|accepted|snubs|skips|plans|agrees|agreed|ready|mulls|mulling|weighs|keen|open|rejects?|rejected|denies|denied|wants|hopes|cancels?|cancelled|canceled|postpones?|postponed|invites?|invited|and|,|'s)$/;

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
      return { to: hit.to, surname: this.surnameOf(at, hit.to, resolved), resolved };
    }
    const unknown = this.unknownName(from) ?? this.appositionAfter(from);
    if (unknown === null || party === null || !FAMILY_FIRST.test(`${party} `)) return unknown;
    return { ...unknown, surname: this.line.tokens[unknown.to - this.nameLength(from, unknown.to)]?.text.toLowerCase() ?? unknown.surname };
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

  /** As written, lower case: the family name, without numerals of popes and kings. */
  surnameOf(from: number, to: number, resolved: Resolved): string {
    const written = this.line.tokens.slice(from, to).filter((token) => token.kind === 'word' && !NUMERAL.test(token.text));
    const { surname, terms } = resolved.person.row;
    if (surname !== undefined) return surname;
    const isFamilyFirst = FAMILY_FIRST.test(terms[0] ?? '') && resolved.isFullName;
    if (!LATIN.test(written[0]?.text ?? 'a')) return latinSurname(resolved);
    const particle = written.length > 1 && !isFamilyFirst ? this.particlesBefore(written) : '';
    const word = isFamilyFirst ? written.find((token) => !ARTICLES.has(token.norm)) : written.at(-1);
    return particle + (word?.text.toLowerCase() ?? '');
  }

  /** "von der " of "Ursula von der Leyen". */
  private particlesBefore(written: readonly Token[]): string {
    let from = written.length - 1;
    while (from > 0 && FAMILY_PARTICLES.has(written[from - 1]?.norm ?? '')) from -= 1;
    return written
      .slice(from, -1)
      .map((token) => `${token.norm} `)
      .join('');
  }

  resolveAt(hit: Hit, at: number, clues: NameClues): Resolved | null {
    if (hit.to - at === 1 && this.line.norm(at) === 'may' && !this.isMayAName(at)) return null;
    return resolvePerson(hit, this.line.norm(hit.to - 1), { ...clues, isPlainlyName: this.isPlainlyName(at, hit.to) }, this.line.context);
  }

  /** "Wong-Wang talks": two names with a hyphen. */
  private isInPair(at: number, to: number): boolean {
    const other =
      this.line.norm(at - 1) === '-' ? this.line.tokens[at - 2] : this.line.norm(to) === '-' ? this.line.tokens[to + 1] : undefined;
    return other?.isCapital === true;
  }

  /** "a meeting with Straw", "Cook to hold talks": no word of a heading in title case, no common word at the start. */
  private isPlainlyName(at: number, to: number): boolean {
    if (this.line.isTitleCase || this.line.tokens[at]?.isCapital !== true) return false;
    return this.line.tokens[at - 1]?.kind === 'word' || this.isInPair(at, to) || PERSONAL.test(this.line.norm(to));
  }

  /** The month, the modal verb or the leader: by what stands around it, and by whether the text is about her state. */
  private isMayAName(at: number): boolean {
    const next = this.line.tokens[at + 1];
    if (
      next === undefined ||
      next.kind === 'number' ||
      this.line.tokens[at - 1]?.kind === 'number' ||
      MONTH_BEFORE.has(this.line.norm(at - 1))
    )
      return false;
    if (this.line.context.parties.has('GB')) return true;
    const isDated = this.line.context.date !== null;
    return isDated && /^(?:and|to|will|in|at|on|over|after|,|'s)$|[^s]s$/.test(next.norm) && !/^(?:talks|elections|days)$/.test(next.norm);
  }

  hasForeignFirstName(at: number): boolean {
    const before = this.line.tokens[at - 1];
    if (before === undefined || !before.isCapital) return false;
    const isGiven = this.line.lexicon.givenNames.has(before.norm);
    const known = this.line.hitAt.get(at - 1);
    if (known !== undefined) return isGiven && known.senses.every((sense) => sense.is === 'person');
    if (isGiven) return !this.line.isInsideHit(at - 1);
    const opens = this.line.tokens[at - 2]?.kind !== 'word' && this.line.tokens[at - 2]?.kind !== 'number';
    return (
      !this.line.isTitleCase &&
      !opens &&
      !this.line.isInsideHit(at - 1) &&
      !this.line.is('noNames', before.norm) &&
      before.text !== before.text.toUpperCase()
    );
  }
}

/** "george-w-bush": stable as long as the name in data/ is. */
export const personIdOf = ({ person }: Resolved): string => fold(person.name).replaceAll(/[^\p{L}\p{N}]+/gu, '-');

/** "the president of Tajikistan Putin met" are two: a leading title of one state is no title of another's leader. */
const fitsParty = ({ person }: Resolved, party: string | null, title: Title): boolean =>
  party === null || title.level === 'envoy' || person.row.terms.some((term) => term.startsWith(`${party} `));

/** A name in another script is given as newspapers in English print it, so that one person has one surname. */
function latinSurname({ person }: Resolved): string {
  const words = person.row.name.split(' ');
  return (FAMILY_FIRST.test(person.row.terms[0] ?? '') ? words[0] : words.at(-1))?.toLowerCase() ?? '';
}

/** Not somebody whom headlines call by surname alone. */
const isRare = ({ standing }: Resolved): boolean => levelOfOffice(standing.term.office) !== 'leader' || standing.term.isActing;

const isInitialDot = (tokens: readonly Token[], at: number): boolean => tokens[at]?.text === '.' && tokens[at - 1]?.text.length === 1;

function sharesFirstName(tokens: readonly Token[], from: number, resolved: Resolved): boolean {
  const first = tokens[from]?.norm ?? '';
  return resolved.person.row.name.toLowerCase().includes(first.slice(0, 3)) || first.length <= 2;
}
