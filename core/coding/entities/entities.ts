import { isCommonSurname } from '../facts/lexicon-data.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import { type Entity, normOf, type Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { EntityContext } from './entity-context.ts';
import type { Hit } from './entity-hits.ts';
import { Line, placeOf, type Title, titleOf } from './entity-line.ts';
import { linkNeighbours } from './entity-links.ts';
import { Names } from './entity-names.ts';
import type { Resolved } from './entity-people.ts';
import { institutionOf, plainEntity } from './entity-plain.ts';
import { Servants } from './entity-servants.ts';
import { Titles } from './entity-titles.ts';
import { titleOfOrganisation } from './foreign-titles.ts';
import { halfAt } from './korean-halves.ts';
import { hasForeignFirstName } from './name-look.ts';

/**
 * Who is named in a sentence: phrases of the lexicon, composed with titles, places and names around them
 * ("former US President X", "Thai Prime Minister Y", "Trump envoy Z", "spokesman for the Kremlin"), settled by date and context.
 * Entities come in order and do not overlap.
 */
export function findEntities(tokens: readonly Token[], hits: readonly Hit[], lexicon: Lexicon, context: EntityContext): Entity[] {
  if (hits.length === 0) return [];
  const reader = new Reader(tokens, hits, lexicon, context);
  const entities: Entity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const entity = reader.readAt(at);
    if (entity === null) at += 1;
    else {
      entities.push(entity.kind === 'person' ? (asKin(tokens, entity) ?? withHonorific(tokens, entity)) : entity);
      at = Math.max(entity.to, at + 1);
    }
  }
  return linkNeighbours(tokens, entities, reader.titles.ownerLast);
}

/** "Mr. Lavrov", "H.E. Dr. Wadephul": how a ministry names somebody is a part of the name. */
function withHonorific(tokens: readonly Token[], person: Entity): Entity {
  let { from } = person;
  while (true) {
    const before = tokens[from - 1]?.norm === '.' ? from - 2 : from - 1;
    if (!HONORIFICS.has(normOf(tokens, before))) return from === person.from ? person : { ...person, from };
    from = before;
  }
}
const HONORIFICS = wordSet('mr mrs ms dr prof h.e. hon sir excellency');

/** "relatives of Assad": his, and not he. */
function asKin(tokens: readonly Token[], person: Entity): Entity | null {
  const { from, country } = person;
  if (normOf(tokens, from - 1) !== 'of' || !KIN.has(normOf(tokens, from - 2))) return null;
  return { ...person, from: from - 2, kind: 'private', country: null, surname: null, level: null, behalf: country };
}
const KIN = wordSet('family families relatives parents widow supporters opponents followers critics loyalists backers friends victims');

/** What "top US diplomat" is said for. */
const FOREIGN_MINISTER: Title = {
  is: 'title',
  office: 'foreign_minister',
  level: 'minister',
  party: null,
  takesPost: false,
  ownerFollows: false,
};
const PLACE_LEADS = wordSet('in to from near visit visits visited visiting tours across');

const POSTED = wordSet('for in on at of');

/** "Beijing military | parade": no body of the state. */
const IN_UNIFORM = wordSet('parade parades');

/** Reads one entity at a time, the longest reading first: a party with its title, a title, a name, a plain word. */
class Reader {
  readonly titles: Titles;
  private readonly line: Line;
  private readonly names: Names;
  private readonly servants: Servants;

  constructor(tokens: readonly Token[], hits: readonly Hit[], lexicon: Lexicon, context: EntityContext) {
    this.line = new Line(tokens, hits, { lexicon, context });
    this.names = new Names(this.line);
    this.servants = new Servants(this.line, this.names);
    this.titles = new Titles(this.line, this.names, (at, hit, isFormer) => this.readHit(at, hit, isFormer));
  }

  /** The entity that starts exactly here, or null. */
  readAt(at: number): Entity | null {
    const token = this.line.tokens[at];
    if (token === undefined || token.kind === 'mark') return null;
    const hit = this.line.hitAt.get(at);
    if (hit === undefined) return isOfClass(token, WORD_CLASS.titleModifier) ? this.readModified(at) : halfAt(this.line, at);
    return this.readHit(at, hit, false);
  }

  private readHit(at: number, hit: Hit, isFormer: boolean): Entity | null {
    if (hit.senses.some((sense) => sense.is === 'namesake')) return this.line.make(at, hit.to, { kind: 'private' });
    const entity =
      institutionOf(this.line, at, hit) ??
      this.readPlaced(at, hit, isFormer) ??
      this.readTitled(at, hit, isFormer) ??
      this.readPerson(at, hit, isFormer) ??
      plainEntity(this.line, at, hit);
    if (
      entity?.level === 'leader' &&
      (entity.via === 'name' || entity.kind === 'office') &&
      entity.to > hit.to &&
      this.line.norm(entity.to) === "'s"
    ) {
      const next = this.servants.pastModifiers(entity.to);
      return (this.line.norm(next).startsWith('official') ? null : this.servants.servantOf(at, entity, next)) ?? entity;
    }
    return this.withRuler(at, entity === null ? hit.to : entity.to, entity);
  }

  /** "the Venezuelan government of Nicolas Maduro": it, not he. */
  private withRuler(at: number, to: number, entity: Entity | null): Entity | null {
    if (this.line.norm(to) !== 'of' || !this.line.is('offices', this.line.norm(to - 1))) return entity;
    const ruler = this.readAt(to + 1);
    if (ruler?.kind !== 'person' || ruler.level !== 'leader') return entity;
    return this.line.make(at, ruler.to, {
      kind: 'metonym',
      country: entity?.country ?? ruler.country,
      office: ruler.office,
      via: 'metonym',
    });
  }

  /** "former ...", "ex-...", "top ...": only when something titled follows. */
  private readModified(at: number): Entity | null {
    let next = at;
    let isFormer = false;
    while (next - at < 5 && !this.line.hasTitle(next)) {
      const norm = normOf(this.line.tokens, next);
      if (!this.line.is('modifiers', norm) && norm !== '-') break;
      isFormer ||= this.line.is('former', norm);
      next += 1;
    }
    const hit = this.line.hitAt.get(next);
    if (hit === undefined) return null;
    const entity = this.readHit(next, hit, isFormer);
    if (entity === null || !isFormer) return null;
    return { ...entity, from: at, isFormer: true, level: entity.level === null ? null : 'envoy' };
  }

  private readPlaced(at: number, hit: Hit, isFormer: boolean): Entity | null {
    const place = placeOf(hit);
    if (place === null) return null;
    let next = this.line.skipPossessive(hit.to);
    if (titleOfOrganisation(this.line, next) !== null) return this.line.make(at, next, { kind: 'private' });
    let former = isFormer;
    const start = next;
    while (
      next - start < 4 &&
      !this.line.hasTitle(next) &&
      (this.line.is('modifiers', this.line.norm(next)) ||
        (this.line.norm(next) === '-' && this.line.is('former', this.line.norm(next - 1))))
    ) {
      former ||= this.line.is('former', this.line.norm(next));
      next += 1;
    }
    const after = this.line.hitAt.get(next);
    if (after === undefined) return null;
    const posted = this.postedTitle(after);
    if (posted !== null) return this.titles.composeTitle(at, posted.title, { place, nameAt: posted.to, isFormer: former });
    const title = next === hit.to && this.isTop(at, after.to) ? FOREIGN_MINISTER : titleOf(after);
    if (title !== null)
      return title.ownerFollows && !place.isDemonym
        ? null
        : this.titles.composeTitle(at, title, { place, nameAt: after.to, isFormer: former });
    const institution = after.senses.find((sense) => sense.is === 'institution');
    if (place.sense.is === 'domestic') return null;
    const staff = institution === undefined || this.line.norm(next) === 'government' ? null : this.staffAt(after.to);
    if (staff !== null) return this.titles.composeTitle(at, staff.title, { place, nameAt: staff.to, isFormer: former });
    if (
      institution?.is === 'institution' &&
      !IN_UNIFORM.has(this.line.norm(after.to)) &&
      !after.senses.some((sense) => sense.is === 'metonym' && sense.party === place.party)
    )
      return this.line.make(at, after.to, { kind: institution.kind, country: place.party, via: 'metonym' });
    if (next > hit.to ? !place.isDemonym : place.sense.is === 'place') {
      const person = this.names.resolveAt(after, next, { party: place.party, office: null, hasForeignFirstName: false });
      if (person?.standing.term.party === place.party) return this.servants.withOwner(at, after, person, former);
    }
    return null;
  }

  /** "top | US diplomat", "top US, | Russian diplomats": who leads the ministry, as in "the US top diplomat". */
  private isTop(at: number, to: number): boolean {
    if (!this.line.norm(to - 1).startsWith('diplomat') || this.isPosted(to)) return false;
    const joint = this.line.norm(at - 1);
    return (
      (joint === 'top' && this.line.norm(to - 1) === 'diplomat') || ((joint === ',' || joint === 'and') && this.line.norm(at - 3) === 'top')
    );
  }

  /** "top US diplomat | for Africa", "| to Ukraine", but "| to visit". */
  private isPosted(at: number): boolean {
    const hit = this.line.hitAt.get(this.line.norm(at + 1) === 'the' ? at + 2 : at + 1);
    return POSTED.has(this.line.norm(at)) || (this.line.norm(at) === 'to' && hit !== undefined && placeOf(hit) !== null);
  }

  /** "Russia's UN ambassador": the body before the title is where he sits. */
  private postedTitle(post: Hit): { readonly title: Title; readonly to: number } | null {
    if (!post.senses.some((sense) => sense.is === 'body')) return null;
    const hit = this.line.hitAt.get(post.to);
    const title = hit === undefined ? null : titleOf(hit);
    if (hit === undefined || title === null) return null;
    return title.takesPost ? { title, to: hit.to } : null;
  }

  /** "Chinese military | officials", "US treasury | delegation": those who act for an institution that is named before them. */
  private staffAt(at: number): { readonly title: Title; readonly to: number } | null {
    const hit = this.line.hitAt.get(at);
    const title = hit === undefined ? null : titleOf(hit);
    return hit !== undefined && title?.office === 'official' ? { title, to: hit.to } : null;
  }

  private readTitled(at: number, hit: Hit, isFormer: boolean): Entity | null {
    const title = titleOf(hit);
    if (title === null) return null;
    return this.titles.composeTitle(at, title, { place: null, nameAt: hit.to, isFormer });
  }

  private readPerson(at: number, hit: Hit, isFormer: boolean): Entity | null {
    if (!hit.senses.some((sense) => sense.is === 'person')) return null;
    const resolved = this.names.resolveAt(hit, at, { party: null, office: null, hasForeignFirstName: hasForeignFirstName(this.line, at) });
    if (resolved === null || this.names.isFirstNameOfOther(hit, resolved) || this.isPlaceThere(at, hit, resolved)) return null;
    return this.servants.withOwner(at, hit, resolved, isFormer);
  }

  /** "arrives in Nepal", "talks with Muscat", "India-Pak talks": a place, when the leader of that name has left office or it stands behind "in", "to". */
  private isPlaceThere(at: number, { senses, from }: Hit, { isFullName, standing }: Resolved): boolean {
    if (isFullName || !senses.some((sense) => sense.is === 'place')) return false;
    if (isCommonSurname(this.line.norm(from))) return !this.line.context.parties.has(standing.term.party);
    return standing.when !== 'now' || PLACE_LEADS.has(this.line.norm(at - 1));
  }
}
