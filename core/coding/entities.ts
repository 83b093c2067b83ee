import type { EntityContext, Hit } from './entity-hits.ts';
import { linkNeighbours } from './entity-links.ts';
import { fitsTitle, type NameClues, type Resolved, resolvePerson } from './entity-people.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import type { TitleWords } from './lexicon-data.ts';
import { levelOfOffice } from './people.ts';
import type { Entity, Token } from './text.ts';
import { fold } from './tokens.ts';

/**
 * Who is named in a sentence: phrases of the lexicon, composed with titles, places and names around them
 * ("former US President X", "Thai Prime Minister Y", "Trump envoy Z", "spokesman for the Kremlin"), settled by date and context.
 * Entities come in order and do not overlap.
 */
export function findEntities(tokens: readonly Token[], hits: readonly Hit[], lexicon: Lexicon, context: EntityContext): Entity[] {
  const reader = new Reader(tokens, hits, lexicon, context);
  const entities: Entity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const entity = reader.readAt(at);
    if (entity === null) at += 1;
    else {
      entities.push(entity);
      at = Math.max(entity.to, at + 1);
    }
  }
  return linkNeighbours(tokens, entities, reader.ownerLast);
}

export { contextOf, type EntityContext, findHits, type Hit } from './entity-hits.ts';

type Title = Extract<Sense, { is: 'title' }>;
type Place = { readonly party: string; readonly to: number; readonly isDemonym: boolean; readonly sense: Sense };

const AIDE = new Set([
  'aide',
  'spokesperson',
  'envoy',
  'official',
  'security_adviser',
  'politician',
  'minister',
  'foreign_minister',
  'defence_minister',
  'vice_president',
  'counterpart',
]);
const OF = new Set(['of', 'for', 'to']);
const POST = new Set(['to', 'in', 'for', 'on', 'at']);
const ARTICLES = new Set(['the', 'a', 'an']);
const MAX_NAME_WORDS = 4;
const NAME_JOINERS = new Set(['al', 'bin', 'bint', 'ibn', 'el', 'de', 'da', 'del', 'van', 'von', 'der', 'ould', 'dos', 'di', 'la', '-']);

class Reader {
  private readonly hitAt = new Map<number, Hit>();
  private readonly isTitleCase: boolean;
  /** Where entities begin whose state stands last ("presidents of Russia"): a list may go on behind them. */
  readonly ownerLast = new Set<number>();
  private readonly tokens: readonly Token[];
  private readonly lexicon: Lexicon;
  private readonly context: EntityContext;

  constructor(tokens: readonly Token[], hits: readonly Hit[], lexicon: Lexicon, context: EntityContext) {
    this.tokens = tokens;
    this.lexicon = lexicon;
    this.context = context;
    for (const hit of hits) this.hitAt.set(hit.from, hit);
    this.isTitleCase = isTitleCase(tokens);
  }

  /** The entity that starts exactly here, or null. */
  readAt(at: number): Entity | null {
    const token = this.tokens[at];
    if (token === undefined || token.kind === 'mark') return null;
    const hit = this.hitAt.get(at);
    if (hit === undefined) return this.is('modifiers', token.norm) ? this.readModified(at) : null;
    return this.readHit(at, hit, false);
  }

  private readHit(at: number, hit: Hit, isFormer: boolean): Entity | null {
    if (hit.senses.some((sense) => sense.is === 'namesake')) return this.make(at, hit.to, { kind: 'private' });
    return (
      this.readInstitutionOf(at, hit) ??
      this.readPlaced(at, hit, isFormer) ??
      this.readTitled(at, hit, isFormer) ??
      this.readPerson(at, hit, isFormer) ??
      this.readPlain(at, hit)
    );
  }

  /** "former ...", "ex-...", "top ...": only when something titled follows. */
  private readModified(at: number): Entity | null {
    let next = at;
    let isFormer = false;
    while (next - at < 5 && !this.hasTitle(next)) {
      const norm = this.tokens[next]?.norm ?? '';
      if (!this.is('modifiers', norm) && norm !== '-') break;
      isFormer ||= this.is('former', norm);
      next += 1;
    }
    const hit = this.hitAt.get(next);
    if (hit === undefined) return null;
    const entity = this.readHit(next, hit, isFormer);
    if (entity === null || !isFormer) return null;
    return { ...entity, from: at, isFormer: true, level: entity.level === null ? null : 'envoy' };
  }

  // ---- a party first: "Russian President X", "Kremlin spokesman Y", "Israel's army", "Russia"

  private readPlaced(at: number, hit: Hit, isFormer: boolean): Entity | null {
    const place = placeOf(hit);
    if (place === null) return null;
    let next = this.skipPossessive(hit.to);
    let former = isFormer;
    const start = next;
    while (
      next - start < 4 &&
      !this.hasTitle(next) &&
      (this.is('modifiers', this.norm(next)) || (this.norm(next) === '-' && this.is('former', this.norm(next - 1))))
    ) {
      former ||= this.is('former', this.norm(next));
      next += 1;
    }
    const after = this.hitAt.get(next);
    if (after === undefined) return null;
    const posted = this.postedTitle(after);
    if (posted !== null) return this.composeTitle(at, posted.title, { place, nameAt: posted.to, isFormer: former });
    const title = titleOf(after);
    if (title !== null) return this.composeTitle(at, title, { place, nameAt: after.to, isFormer: former });
    const institution = after.senses.find((sense) => sense.is === 'institution');
    if (place.sense.is === 'domestic') return null;
    if (institution?.is === 'institution') return this.make(at, after.to, { kind: institution.kind, country: place.party, via: 'metonym' });
    if (next > hit.to && !place.isDemonym) {
      const person = this.resolveAt(after, next, { party: place.party, office: null, hasForeignFirstName: false });
      if (person?.standing.term.party === place.party) return this.withOwner(at, after, person, former);
    }
    return null;
  }

  /** "Russia's UN ambassador": the body before the title is where he sits. */
  private postedTitle(post: Hit): { readonly title: Title; readonly to: number } | null {
    if (!post.senses.some((sense) => sense.is === 'body')) return null;
    const hit = this.hitAt.get(post.to);
    const title = hit === undefined ? null : titleOf(hit);
    return hit !== undefined && title !== null && title.takesPost ? { title, to: hit.to } : null;
  }

  /** "the government of Pakistan", "the Ministry of Defence of Russia". */
  private readInstitutionOf(at: number, hit: Hit): Entity | null {
    const institution = hit.senses.find((sense) => sense.is === 'institution');
    if (institution?.is !== 'institution' || (this.norm(hit.to) !== 'of' && !institution.ownerFollows)) return null;
    const of = institution.ownerFollows ? hit.to : hit.to + 1;
    const next = ARTICLES.has(this.norm(of)) ? of + 1 : of;
    const place = this.placeAt(next);
    if (place === null || place.isDemonym) return null;
    return this.make(at, place.to, { kind: institution.kind, country: place.party, via: 'metonym' });
  }

  private placeAt(at: number): Place | null {
    const hit = this.hitAt.get(at);
    return hit === undefined ? null : placeOf(hit);
  }

  // ---- a title first: "President X", "the foreign ministers of Y and Z", "spokesman for W"

  private readTitled(at: number, hit: Hit, isFormer: boolean): Entity | null {
    const title = titleOf(hit);
    if (title === null) return null;
    return this.composeTitle(at, title, { place: null, nameAt: hit.to, isFormer });
  }

  private composeTitle(
    at: number,
    title: Title,
    found: { readonly place: Place | null; readonly nameAt: number; readonly isFormer: boolean },
  ): Entity | null {
    let { place } = found;
    let to = found.nameAt;
    if (title.takesPost && place !== null) to = this.skipPost(to);
    if (place === null) {
      const owner = this.ownerAfter(to, title);
      if (owner !== null) {
        if ('entity' in owner) return owner.entity(at);
        place = owner.place;
        to = owner.place.to;
        this.ownerLast.add(at);
        if (title.takesPost) to = this.skipPost(to);
      } else if (title.takesPost) to = this.skipPost(to);
    }
    if (place === null && this.isForeignTitle(at, title)) return this.make(at, to, { kind: 'private' });
    const party = place?.party ?? title.party;
    if (title.office === 'private') return this.stranger(at, to, title, party);
    if (title.office === 'chief') return this.chief(at, to, place, found.isFormer);
    const named = this.nameAfter(to, title, party);
    if (named?.resolved !== undefined && named.resolved !== null)
      return this.officeOf(
        at,
        this.titledPerson(at, title, party, { ...found, ...named, to: this.homeAfter(named.to, named.resolved), resolved: named.resolved }),
      );
    if (named !== null) return this.adHoc(at, title, party, { isFormer: found.isFormer, ...named });
    return this.unnamed(at, to, title, { party, isFormer: found.isFormer, isPlaced: place !== null });
  }

  /** "Example Motors spokesman", "university president": a title outside any state. */
  private isForeignTitle(at: number, title: Title): boolean {
    const before = this.tokens[at - 1];
    if (before === undefined || this.hitAt.has(at - 1)) return false;
    if (this.is('privateNouns', before.norm)) return true;
    const isOpen = title.office === 'spokesperson' || title.office === 'envoy';
    return isOpen && before.isCapital && !this.isTitleCase && at > 1 && !this.isInsideHit(at - 1) && !this.is('noNames', before.norm);
  }

  /** "Prime Minister X's office" is an institution, not the person. */
  private officeOf(at: number, person: Entity): Entity {
    const next = this.skipPossessive(person.to);
    if (next === person.to || !this.is('offices', this.norm(next))) return person;
    return this.make(at, next + 1, { kind: 'metonym', country: person.country, office: person.office, via: 'metonym' });
  }

  /** Opposition figures, rebels and business people are no parties, whatever state they come from. */
  private stranger(at: number, to: number, title: Title, party: string | null): Entity {
    const named = this.nameAfter(to, title, party);
    return this.make(at, named?.to ?? to, { kind: 'private', surname: named?.surname ?? null, behalf: party });
  }

  /** "the NATO chief" heads the body itself; "the MI6 chief" and "the head of the party" are officials. */
  private chief(at: number, to: number, place: Place | null, isFormer: boolean): Entity | null {
    if (place === null) return null;
    const office =
      place.sense.is === 'body'
        ? 'org_head'
        : place.sense.is === 'metonym' && place.sense.office.endsWith('_minister')
          ? place.sense.office
          : 'official';
    return this.composeTitle(
      at,
      { is: 'title', office, level: levelOfOffice(office), party: null, takesPost: false, ownerFollows: false },
      { place, nameAt: to, isFormer },
    );
  }

  /** A known person behind a title: the title says in which role ("White House adviser Jared Kushner", "Treasury Secretary X"). */
  private titledPerson(
    at: number,
    title: Title,
    party: string | null,
    found: { readonly to: number; readonly surname: string; readonly resolved: Resolved; readonly isFormer: boolean },
  ): Entity {
    const { standing } = found.resolved;
    const keepsOffice =
      standing.when !== 'former' && standing.when !== 'future'
        ? fitsTitle(standing.term.office, title.office) || levelRank(standing.term.office) >= levelRank(title.office)
        : fitsTitle(standing.term.office, title.office);
    const entity = { ...this.person(at, found.to, found.resolved, found.isFormer), surname: found.surname };
    const isSpoken = title.office === 'spokesperson' || standing.term.office === 'spokesperson';
    return {
      ...entity,
      kind: isSpoken ? 'spokesperson' : 'person',
      country: party ?? entity.country,
      office: keepsOffice ? entity.office : title.office,
      level: found.isFormer ? 'envoy' : keepsOffice ? levelOfOffice(standing.term.office) : title.level,
      isFormer: found.isFormer || (standing.when === 'former' && this.context.date !== null && !keepsOffice && title.level === 'leader'),
      behalf: isSpoken ? (party ?? entity.country) : entity.behalf,
      via: 'name',
    };
  }

  private adHoc(
    at: number,
    title: Title,
    party: string | null,
    found: { readonly to: number; readonly surname: string; readonly isFormer: boolean },
  ): Entity {
    const kind = title.office === 'spokesperson' ? 'spokesperson' : title.office === 'aide' ? 'aide' : 'person';
    return this.make(at, found.to, {
      kind,
      country: party,
      surname: found.surname,
      office: title.office,
      level: found.isFormer ? 'envoy' : title.level,
      isFormer: found.isFormer,
      behalf: kind === 'person' ? null : party,
      via: 'title',
      confidence: party === null ? 0.5 : 0.8,
    });
  }

  private unnamed(
    at: number,
    to: number,
    title: Title,
    found: { readonly party: string | null; readonly isFormer: boolean; readonly isPlaced: boolean },
  ): Entity | null {
    if (!found.isPlaced && title.office === 'aide') return null;
    if (!found.isPlaced && LOOSE_TITLES.has(title.office)) return null;
    const kind = title.office === 'spokesperson' ? 'spokesperson' : title.office === 'aide' ? 'aide' : 'office';
    return this.make(at, to, {
      kind,
      country: found.party,
      office: title.office,
      level: found.isFormer ? 'envoy' : title.level,
      isFormer: found.isFormer,
      behalf: kind === 'office' ? null : found.party,
      via: found.isPlaced ? 'title' : 'descriptor',
      confidence: found.party === null ? 0.4 : 0.9,
    });
  }

  /** "... of Russia", "... for President Putin", "to Trump". */
  private ownerAfter(to: number, title: Title): { readonly place: Place } | { readonly entity: (at: number) => Entity } | null {
    const isServant = title.office === 'aide' || title.office === 'spokesperson';
    if (title.ownerFollows) return this.ownerFollowing(to, title, isServant);
    if (!OF.has(this.norm(to)) || (this.norm(to) !== 'of' && !isServant)) return null;
    const next = ARTICLES.has(this.norm(to + 1)) ? to + 2 : to + 1;
    const hit = this.hitAt.get(next);
    if (hit === undefined) return null;
    const place = placeOf(hit);
    if (isServant) {
      const owner = this.readHit(next, hit, false);
      if (owner !== null && owner.country !== null) return { entity: (at) => this.servant(at, owner, title) };
      return null;
    }
    if (place === null || place.isDemonym) return null;
    return { place: { ...place, to: hit.to } };
  }

  /** "президент России", "пресс-секретарь президента РФ": the owner follows without a preposition. */
  private ownerFollowing(
    to: number,
    title: Title,
    isServant: boolean,
  ): { readonly place: Place } | { readonly entity: (at: number) => Entity } | null {
    const hit = this.hitAt.get(to);
    if (hit === undefined) return null;
    const place = placeOf(hit);
    if (place !== null) return place.isDemonym ? null : { place };
    const owner = titleOf(hit);
    if (!isServant || owner === null) return null;
    const beyond = this.placeAt(hit.to);
    const end = beyond?.to ?? hit.to;
    return { entity: (at) => this.servant(at, { ...this.make(to, end, { kind: 'office', country: beyond?.party ?? null }) }, title) };
  }

  private servant(at: number, owner: Entity, title: Title): Entity {
    const kind = title.office === 'spokesperson' ? 'spokesperson' : 'aide';
    const named = this.nameAfter(this.norm(owner.to) === ',' ? owner.to + 1 : owner.to, title, owner.country);
    const country = owner.country ?? named?.resolved?.standing.term.party ?? null;
    return this.make(at, named?.to ?? owner.to, {
      kind,
      country,
      surname: named?.surname ?? null,
      personId: named?.resolved == null ? null : personIdOf(named.resolved),
      office: title.office,
      level: 'envoy',
      behalf: country,
      via: 'title',
      confidence: 0.9,
    });
  }

  /** The name that follows a title: a known person, or capitalised words that are no phrase of the lexicon. */
  private nameAfter(
    from: number,
    title: Title,
    party: string | null,
  ): { readonly to: number; readonly surname: string; readonly resolved: Resolved | null } | null {
    for (let at = from; at < from + MAX_NAME_WORDS; at += 1) {
      const token = this.tokens[at];
      if (token === undefined || !(token.isCapital || NAME_JOINERS.has(token.norm) || isInitialDot(this.tokens, at))) break;
      const hit = this.hitAt.get(at);
      if (hit === undefined) continue;
      if (!hit.senses.some((sense) => sense.is === 'person')) break;
      const clues = { party, office: title.office, hasForeignFirstName: false };
      const resolved = this.resolveAt(hit, at, clues);
      if (resolved !== null && resolved.isFullName && !fitsParty(resolved, party, title)) return null;
      if (
        resolved === null ||
        !fitsParty(resolved, party, title) ||
        (at > from && !resolved.isFullName && !sharesFirstName(this.tokens, from, resolved))
      )
        break;
      return { to: hit.to, surname: this.surnameOf(at, hit.to, resolved), resolved };
    }
    const unknown = this.unknownName(from) ?? this.appositionAfter(from);
    if (unknown === null || party === null || !FAMILY_FIRST.test(`${party} `)) return unknown;
    return { ...unknown, surname: this.tokens[unknown.to - this.nameLength(from, unknown.to)]?.text.toLowerCase() ?? unknown.surname };
  }

  private nameLength(from: number, to: number): number {
    return this.norm(from) === ',' ? to - from - 1 : to - from;
  }

  /** "a UN envoy, Jean Arnault,": two or three capitalised words between commas. */
  private appositionAfter(from: number): { readonly to: number; readonly surname: string; readonly resolved: null } | null {
    if (this.norm(from) !== ',') return null;
    const named = this.unknownName(from + 1);
    return named !== null && named.to - from >= 3 && this.norm(named.to) === ',' ? named : null;
  }

  private unknownName(from: number): { readonly to: number; readonly surname: string; readonly resolved: null } | null {
    let to = from;
    let surname = '';
    while (to < this.tokens.length && to - from < MAX_NAME_WORDS) {
      const token = this.tokens[to];
      if (token === undefined) break;
      const isPart = token.isCapital && token.text.length > 1 && !this.isNoName(to);
      if (isPart) surname = token.text.toLowerCase();
      else if (
        to === from ||
        !(NAME_JOINERS.has(token.norm) || isInitialDot(this.tokens, to) || (token.isCapital && token.text.length === 1))
      )
        break;
      to += 1;
    }
    while (to > from && this.tokens[to - 1]?.text.toLowerCase() !== surname) to -= 1;
    return surname === '' ? null : { to, surname, resolved: null };
  }

  private isNoName(at: number): boolean {
    const hit = this.hitAt.get(at);
    if (hit !== undefined && !hit.senses.every((sense) => sense.is === 'person' || (sense.is === 'place' && sense.via === 'capital')))
      return true;
    const norm = this.norm(at);
    return this.is('noNames', norm) || (this.isTitleCase && /(?:s|ed|ing)$/.test(norm) && !this.lexicon.givenNames.has(norm));
  }

  // ---- a name first

  private readPerson(at: number, hit: Hit, isFormer: boolean): Entity | null {
    if (!hit.senses.some((sense) => sense.is === 'person')) return null;
    const resolved = this.resolveAt(hit, at, { party: null, office: null, hasForeignFirstName: this.hasForeignFirstName(at) });
    if (resolved === null || this.isFirstNameOfOther(hit, resolved)) return null;
    return this.withOwner(at, hit, resolved, isFormer);
  }

  /** "Marcos Example": a short name that somebody unknown bears as a first name. */
  private isFirstNameOfOther(hit: Hit, resolved: Resolved): boolean {
    if (resolved.isFullName || (resolved.standing.when === 'now' && !isRare(resolved)) || this.isTitleCase) return false;
    const next = this.tokens[hit.to];
    return next?.isCapital === true && !this.hitAt.has(hit.to) && !this.is('noNames', next.norm);
  }

  /** "Trump", but also "Trump's envoy Witkoff", "the Trump administration", "Trump Tower". */
  private withOwner(at: number, hit: Hit, resolved: Resolved, isFormer: boolean): Entity {
    const { to } = hit;
    const person = { ...this.person(at, to, resolved, isFormer), surname: this.surnameOf(hit.from, to, resolved) };
    const home = this.homeAfter(to, resolved);
    if (home > to) return { ...person, to: home };
    let next = this.skipPossessive(to);
    const start = next;
    while (next - start < 3 && !this.hasTitle(next) && this.is('modifiers', this.norm(next))) next += 1;
    const after = this.hitAt.get(next);
    const title = after === undefined ? null : titleOf(after);
    if (after !== undefined && title !== null && AIDE.has(title.office) && person.country !== null && !this.isVerbLike(next))
      return this.servedBy(at, after, title, person);
    if (this.is('offices', this.norm(next)))
      return this.make(at, after?.to ?? next + 1, { kind: 'metonym', country: person.country, office: person.office, via: 'metonym' });
    if (this.is('belongings', this.norm(next)) && this.tokens[next]?.kind === 'word' && next - to <= 2)
      return this.make(at, next + 1, { kind: 'private', behalf: person.country });
    return person;
  }

  /** "King Abdullah of Jordan": the state behind the name is his own and no second party. */
  private homeAfter(to: number, { standing }: Resolved): number {
    if (this.norm(to) !== 'of') return to;
    const place = this.placeAt(ARTICLES.has(this.norm(to + 1)) ? to + 2 : to + 1);
    return place !== null && !place.isDemonym && place.party === standing.term.party ? place.to : to;
  }

  private servedBy(at: number, after: Hit, title: Title, owner: Entity): Entity {
    const to = title.takesPost ? this.skipPost(after.to) : after.to;
    const named = this.nameAfter(to, title, owner.country);
    const isMinister = title.level === 'minister';
    return this.make(at, named?.to ?? to, {
      kind: title.office === 'spokesperson' ? 'spokesperson' : isMinister ? (named === null ? 'office' : 'person') : 'aide',
      country: owner.country,
      surname: named?.surname ?? null,
      personId: named?.resolved == null ? null : personIdOf(named.resolved),
      office: title.office,
      level: title.office === 'counterpart' ? owner.level : title.level,
      behalf: owner.country,
      via: named === null ? 'title' : 'name',
      confidence: 0.9,
    });
  }

  private readPlain(at: number, hit: Hit): Entity | null {
    for (const sense of hit.senses) {
      const kind = PLAIN_KIND[sense.is];
      if (kind === undefined) continue;
      const party = 'party' in sense ? sense.party : null;
      if (sense.is === 'group') return this.make(at, hit.to, { kind, country: party, level: sense.level, via: 'descriptor' });
      if (sense.is === 'place') {
        const isDemonym = sense.via === 'demonym' && !hit.senses.some((other) => other.is === 'place' && other.via === 'country');
        return this.make(at, hit.to, {
          kind: isDemonym ? 'demonym' : 'country',
          country: party,
          via: sense.via === 'capital' ? 'metonym' : 'name',
        });
      }
      const office = sense.is === 'metonym' ? sense.office : null;
      return this.make(at, hit.to, { kind, country: party, office, via: kind === 'metonym' ? 'metonym' : 'name' });
    }
    return null;
  }

  // ---- small questions

  private person(from: number, to: number, resolved: Resolved, isFormer: boolean): Entity {
    const { standing } = resolved;
    const isPast = isFormer || standing.when === 'former';
    const office = standing.when === 'elect' ? 'elect' : standing.term.office;
    const level = isPast || standing.when === 'future' ? 'envoy' : levelOfOffice(office);
    const isSpokesperson = office === 'spokesperson' && !isPast;
    return this.make(from, to, {
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
  private surnameOf(from: number, to: number, resolved: Resolved): string {
    const written = this.tokens.slice(from, to).filter((token) => token.kind === 'word' && !NUMERAL.test(token.text));
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

  private resolveAt(hit: Hit, at: number, clues: NameClues): Resolved | null {
    if (hit.to - at === 1 && this.norm(at) === 'may' && !this.isMayAName(at)) return null;
    return resolvePerson(hit, this.norm(hit.to - 1), clues, this.context);
  }

  /** The month, the modal verb or the leader: by what stands around it, and by whether the text is about her state. */
  private isMayAName(at: number): boolean {
    const next = this.tokens[at + 1];
    if (next === undefined || next.kind === 'number' || this.tokens[at - 1]?.kind === 'number' || MONTH_BEFORE.has(this.norm(at - 1)))
      return false;
    if (this.context.parties.has('GB')) return true;
    const isDated = this.context.date !== null;
    return isDated && /^(?:and|to|will|in|at|on|over|after|,|'s)$|[^s]s$/.test(next.norm) && !/^(?:talks|elections|days)$/.test(next.norm);
  }

  private hasForeignFirstName(at: number): boolean {
    const before = this.tokens[at - 1];
    if (before === undefined || !before.isCapital || this.hitAt.has(at - 1)) return false;
    const opens = this.tokens[at - 2]?.kind !== 'word' && this.tokens[at - 2]?.kind !== 'number';
    if (this.lexicon.givenNames.has(before.norm)) return !this.isInsideHit(at - 1);
    return (
      !this.isTitleCase &&
      !opens &&
      !this.isInsideHit(at - 1) &&
      !this.is('noNames', before.norm) &&
      before.text !== before.text.toUpperCase()
    );
  }

  private isInsideHit(at: number): boolean {
    for (let from = at; from >= 0 && from > at - 6; from -= 1) {
      const hit = this.hitAt.get(from);
      if (hit !== undefined) return hit.to > at;
    }
    return false;
  }

  private isVerbLike(at: number): boolean {
    const token = this.tokens[at];
    return token?.norm === 'counsel' || token?.norm === 'sides' || token?.norm === 'teams';
  }

  /** "ambassador to France", "envoy for Syria": the place of duty is no party. */
  private skipPost(from: number): number {
    if (!POST.has(this.norm(from))) return from;
    const next = ARTICLES.has(this.norm(from + 1)) ? from + 2 : from + 1;
    const hit = this.hitAt.get(next);
    if (hit === undefined || placeOf(hit) === null) return this.skipDuty(from, next);
    const and = this.norm(hit.to) === 'and' ? this.hitAt.get(hit.to + 1) : undefined;
    return and !== undefined && placeOf(and) !== null && this.norm(from) === 'to' ? and.to : hit.to;
  }

  /** A title or institution starts here ("foreign minister" is more than the adjective "foreign"). */
  private hasTitle(at: number): boolean {
    return this.hitAt.get(at)?.senses.some((sense) => sense.is === 'title' || sense.is === 'institution') === true;
  }

  /** "envoy for Special Missions Richard X": capitalised words up to a first name. */
  private skipDuty(from: number, next: number): number {
    for (let at = next; at < next + 5; at += 1) {
      const token = this.tokens[at];
      if (token === undefined || !token.isCapital) return from;
      if (this.lexicon.givenNames.has(token.norm)) return at;
    }
    return from;
  }

  private skipPossessive(at: number): number {
    const norm = this.norm(at);
    return norm === "'s" || norm === "'" ? at + 1 : at;
  }

  private is(set: TitleWords, norm: string): boolean {
    return this.lexicon.titleWords[set].has(norm);
  }

  private norm(at: number): string {
    return this.tokens[at]?.norm ?? '';
  }

  private make(from: number, to: number, fields: Partial<Entity> & { readonly kind: Entity['kind'] }): Entity {
    return {
      country: null,
      surname: null,
      personId: null,
      level: null,
      office: null,
      isFormer: false,
      via: 'name',
      behalf: null,
      confidence: 0.95,
      ...fields,
      from,
      to,
    };
  }
}

/** "george-w-bush": stable as long as the name in data/ is. */
const personIdOf = ({ person }: Resolved): string => fold(person.name).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
const LATIN = /^\p{Script=Latin}/u;
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
const FAMILY_PARTICLES = new Set(['von', 'van', 'der', 'de', 'den', 'ter', 'di', 'da', 'la', 'le', 'du']);
const NUMERAL = /^[IVX]+$|^Jr\.?$/;
const FAMILY_FIRST = /^(?:CN|KP|KR|TW) /;
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
const LOOSE_TITLES = new Set(['official', 'politician', 'chief', 'agency_head', 'org_head']);
const PLAIN_KIND: Partial<Record<Sense['is'], Entity['kind']>> = {
  place: 'country',
  metonym: 'metonym',
  body: 'body',
  movement: 'movement',
  outlet: 'outlet',
  domestic: 'domestic',
  group: 'group',
};
const RANK = { leader: 3, minister: 2, envoy: 1 } as const;
const levelRank = (office: string): number => RANK[levelOfOffice(office)];

function placeOf(hit: Hit): Place | null {
  for (const sense of hit.senses)
    if (
      sense.is === 'place' ||
      sense.is === 'metonym' ||
      sense.is === 'body' ||
      sense.is === 'movement' ||
      (sense.is === 'domestic' && sense.party !== null)
    )
      return { party: sense.party ?? '', to: hit.to, isDemonym: sense.is === 'place' && sense.via === 'demonym', sense };
  return null;
}

function titleOf(hit: Hit): Title | null {
  return hit.senses.find((sense): sense is Title => sense.is === 'title') ?? null;
}

const isInitialDot = (tokens: readonly Token[], at: number): boolean => tokens[at]?.text === '.' && tokens[at - 1]?.text.length === 1;

function sharesFirstName(tokens: readonly Token[], from: number, resolved: Resolved): boolean {
  const first = tokens[from]?.norm ?? '';
  return resolved.person.row.name.toLowerCase().includes(first.slice(0, 3)) || first.length <= 2;
}

/** Most longer words capitalised: a headline in title case, where capitals tell little. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let long = 0;
  let capital = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    long += 1;
    if (token.isCapital) capital += 1;
  }
  return long >= 4 && capital / long > 0.75;
}
