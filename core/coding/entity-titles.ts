import type { Hit } from './entity-hits.ts';
import { ARTICLES, type Line, type Place, placeOf, type Title, titleOf } from './entity-line.ts';
import { type Names, personIdOf } from './entity-names.ts';
import { fitsTitle, type Resolved } from './entity-people.ts';
import { levelOfOffice } from './people.ts';
import type { Entity } from './text.ts';

const OF = new Set(['of', 'for', 'to']);
const LOOSE_TITLES = new Set(['official', 'politician', 'mayor', 'chief', 'agency_head', 'org_head']);
/** "The leaders of India and Pakistan head to Rome": a verb. */
const HEADING = /^(?:to|for|into|towards?|back|home|off|out|north|south|east|west)$/;
const RANK = { leader: 3, minister: 2, envoy: 1 } as const;
const levelRank = (office: string): number => RANK[levelOfOffice(office)];

/** Titles with their states, owners and names: "US President X", "the foreign ministers of Y and Z", "spokesman for W". */
export class Titles {
  /** Where entities begin whose state stands last ("presidents of Russia"): a list may go on behind them. */
  readonly ownerLast = new Set<number>();
  private readonly line: Line;
  private readonly names: Names;
  private readonly readHit: (at: number, hit: Hit, isFormer: boolean) => Entity | null;

  /** `readHit` reads whatever stands at a hit: the owner of a servant may be anybody. */
  constructor(line: Line, names: Names, readHit: (at: number, hit: Hit, isFormer: boolean) => Entity | null) {
    this.line = line;
    this.names = names;
    this.readHit = readHit;
  }

  composeTitle(
    at: number,
    title: Title,
    found: { readonly place: Place | null; readonly nameAt: number; readonly isFormer: boolean },
  ): Entity | null {
    let { place } = found;
    let to = found.nameAt;
    if (title.takesPost && place !== null) to = this.line.skipPost(to);
    if (place === null) {
      const owner = this.ownerAfter(to, title);
      if (owner !== null) {
        if ('entity' in owner) return owner.entity(at);
        place = owner.place;
        to = owner.place.to;
        this.ownerLast.add(at);
        if (title.takesPost) to = this.line.skipPost(to);
      } else if (title.takesPost) to = this.line.skipPost(to);
    }
    if (place === null && this.isForeignTitle(at, title)) return this.line.make(at, to, { kind: 'private' });
    const party = place?.party ?? title.party;
    if (title.office === 'private') return this.stranger(at, to, title, party);
    if (title.office === 'chief') return this.chief(at, to, place, found.isFormer);
    if (place?.sense.is === 'movement' && title.level === 'leader') return this.ofMovement(at, to, title, party);
    const named = this.names.nameAfter(to, title, party);
    if (named?.resolved !== undefined && named.resolved !== null)
      return this.officeOf(
        at,
        this.titledPerson(at, title, party, {
          ...found,
          ...named,
          to: this.names.homeAfter(named.to, named.resolved),
          resolved: named.resolved,
        }),
      );
    if (named !== null) return this.adHoc(at, title, party, { isFormer: found.isFormer, ...named });
    return this.unnamed(at, to, title, { party, isFormer: found.isFormer, isPlaced: place !== null });
  }

  /** "Example Motors spokesman", "university president": a title outside any state. */
  private isForeignTitle(at: number, title: Title): boolean {
    const before = this.line.tokens[at - 1];
    if (before === undefined || this.line.hitAt.has(at - 1)) return false;
    if (this.line.is('privateNouns', before.norm)) return true;
    const isOpen = title.office === 'spokesperson' || title.office === 'envoy';
    return (
      isOpen &&
      before.isCapital &&
      !this.line.isTitleCase &&
      at > 1 &&
      !this.line.isInsideHit(at - 1) &&
      !this.line.is('noNames', before.norm)
    );
  }

  /** "Prime Minister X's office" is an institution, not the person. */
  private officeOf(at: number, person: Entity): Entity {
    const next = this.line.skipPossessive(person.to);
    if (next === person.to || !this.line.is('offices', this.line.norm(next))) return person;
    return this.line.make(at, next + 1, { kind: 'metonym', country: person.country, office: person.office, via: 'metonym' });
  }

  /** "Hamas leader Khaled Example": who leads no state takes part as an envoy. */
  private ofMovement(at: number, to: number, title: Title, party: string | null): Entity {
    const named = this.names.nameAfter(to, title, party);
    const surname = named?.surname ?? null;
    return this.line.make(at, named?.to ?? to, {
      kind: surname === null ? 'office' : 'person',
      country: party,
      surname,
      office: 'movement_head',
      level: 'envoy',
      via: 'title',
    });
  }

  /** Opposition figures, rebels and business people are no parties, whatever state they come from. */
  private stranger(at: number, to: number, title: Title, party: string | null): Entity {
    const named = this.names.nameAfter(to, title, party);
    return this.line.make(at, named?.to ?? to, { kind: 'private', surname: named?.surname ?? null, behalf: party });
  }

  /** "the NATO chief" heads the body itself; "the MI6 chief" and "the head of the party" are officials. */
  private chief(at: number, to: number, place: Place | null, isFormer: boolean): Entity | null {
    if (place === null || (this.line.norm(to - 1) === 'head' && HEADING.test(this.line.norm(to)))) return null;
    const office =
      place.sense.is === 'body'
        ? 'org_head'
        : place.sense.is === 'metonym' && /_minister$|^head_of_/.test(place.sense.office)
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
    const entity = { ...this.names.person(at, found.to, found.resolved, found.isFormer), surname: found.surname };
    const isSpoken = title.office === 'spokesperson' || standing.term.office === 'spokesperson';
    return {
      ...entity,
      kind: isSpoken ? 'spokesperson' : 'person',
      country: party ?? entity.country,
      office: keepsOffice ? entity.office : title.office,
      level: found.isFormer ? 'envoy' : keepsOffice ? levelOfOffice(standing.term.office) : title.level,
      isFormer:
        found.isFormer || (standing.when === 'former' && this.line.context.date !== null && !keepsOffice && title.level === 'leader'),
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
    return this.line.make(at, found.to, {
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
    return this.line.make(at, to, {
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
    const isFrom = this.line.norm(to) === 'from' && title.level !== 'envoy';
    if (!isFrom && (!OF.has(this.line.norm(to)) || (this.line.norm(to) !== 'of' && !isServant))) return null;
    const next = ARTICLES.has(this.line.norm(to + 1)) ? to + 2 : to + 1;
    const hit = this.line.hitAt.get(next);
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
    const hit = this.line.hitAt.get(to);
    if (hit === undefined) return null;
    const place = placeOf(hit);
    if (place !== null) return place.isDemonym ? null : { place };
    const owner = titleOf(hit);
    if (!isServant || owner === null) return null;
    const beyond = this.line.placeAt(hit.to);
    const end = beyond?.to ?? hit.to;
    return { entity: (at) => this.servant(at, { ...this.line.make(to, end, { kind: 'office', country: beyond?.party ?? null }) }, title) };
  }

  private servant(at: number, owner: Entity, title: Title): Entity {
    const kind = title.office === 'spokesperson' ? 'spokesperson' : 'aide';
    const named = this.names.nameAfter(this.line.norm(owner.to) === ',' ? owner.to + 1 : owner.to, title, owner.country);
    const country = owner.country ?? named?.resolved?.standing.term.party ?? null;
    return this.line.make(at, named?.to ?? owner.to, {
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
}
