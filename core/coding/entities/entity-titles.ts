import { levelOfOffice } from '../lexicon/people.ts';
import type { Entity } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Hit } from './entity-hits.ts';
import type { Line, Place, Title } from './entity-line.ts';
import type { Names } from './entity-names.ts';
import { Owners } from './entity-owners.ts';
import { fitsTitle, type Resolved } from './entity-people.ts';
import { isBorneByMany, isInOrganisation, organisationAfter, organisationBefore } from './foreign-titles.ts';

const LOOSE_TITLES = new Set(['official', 'politician', 'mayor', 'chief', 'agency_head', 'org_head']);
/** "The leaders of Chile and Peru head to Lyon": a verb. */
const HEADING = wordSet('to for into towards toward back home off out north south east west');
const RANK = { leader: 3, minister: 2, envoy: 1 } as const;
const levelRank = (office: string): number => RANK[levelOfOffice(office)];

/** Titles with their states, owners and names: "US President X", "the foreign ministers of Y and Z", "spokesman for W". */
export class Titles {
  /** Where entities begin whose state stands last ("presidents of Russia"): a list may go on behind them. */
  readonly ownerLast = new Set<number>();
  private readonly line: Line;
  private readonly names: Names;
  private readonly owners: Owners;

  /** `readHit` reads whatever stands at a hit: the owner of a servant may be anybody. */
  constructor(line: Line, names: Names, readHit: (at: number, hit: Hit, isFormer: boolean) => Entity | null) {
    this.line = line;
    this.names = names;
    this.owners = new Owners(line, names, readHit);
  }

  composeTitle(
    at: number,
    title: Title,
    found: { readonly place: Place | null; readonly nameAt: number; readonly isFormer: boolean },
  ): Entity | null {
    let { place } = found;
    let to = found.nameAt;
    if (title.takesPost && place !== null) to = this.line.skipPost(to);
    const outsider = this.outsider(at, title, found);
    if (outsider !== null) return outsider;
    if (place === null) {
      const owner = this.owners.after(to, title);
      if (owner !== null) {
        if ('entity' in owner) return owner.entity(at);
        place = owner.place;
        to = owner.place.to;
        this.ownerLast.add(at);
        if (title.takesPost) to = this.line.skipPost(to);
      } else if (title.takesPost) to = this.line.skipPost(to);
    }
    const party = place?.party ?? title.party;
    if (title.office === 'private') return this.stranger(at, to, title, party);
    if (title.office === 'chief') return this.chief(at, to, place, found.isFormer);
    if (place?.sense.is === 'movement' && title.level === 'leader') return this.ofMovement(at, to, title, party);
    const named = this.names.nameAfter(to, title, party);
    if (named?.resolved !== undefined && named.resolved !== null)
      return this.officeOf(
        at,
        this.titledPerson(at, title, party, {
          surname: named.surname,
          isFormer: found.isFormer,
          to: this.names.homeAfter(named.to, named.resolved),
          resolved: named.resolved,
        }),
      );
    if (named !== null) return this.adHoc(at, title, party, { isFormer: found.isFormer, ...named });
    return this.unnamed(at, to, title, { party, isFormer: found.isFormer, isPlaced: place !== null });
  }

  /** Who has a title of an organisation outside any state, with his name; null when it is a leader whom the text names in full. */
  private outsider(at: number, title: Title, { place, nameAt }: { readonly place: Place | null; readonly nameAt: number }): Entity | null {
    const { line } = this;
    const beyond = place === null ? organisationAfter(line, nameAt, title) : null;
    const inName = place !== null && isInOrganisation(line, at, place.sense.is === 'place' && place.sense.via === 'capital');
    const kind =
      beyond !== null || inName
        ? 'noun'
        : place === null && this.owners.after(nameAt, title) === null
          ? organisationBefore(line, at, title)
          : null;
    if (kind === null) return null;
    const named = this.names.outsiderAfter(beyond ?? nameAt, title);
    if (named?.isFullName === true) return null;
    if (kind === 'name' && named?.isKnown === true && (line.tokens[at]?.isCapital === true || !isBorneByMany(line, named.surname)))
      return null;
    return line.make(at, named?.to ?? beyond ?? nameAt, { kind: 'private', surname: named?.surname ?? null });
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
    if (place === null || (this.line.norm(to - 1) === 'head' && HEADING.has(this.line.norm(to)))) return null;
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
    if (!found.isPlaced && title.party === null && LOOSE_TITLES.has(title.office)) return null;
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
}
