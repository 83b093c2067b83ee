import type { Entity } from '../words/text.ts';
import type { Hit } from './entity-hits.ts';
import { ARTICLES, type Line, type Place, placeOf, type Title, titleOf } from './entity-line.ts';
import { type Names, personIdOf } from './entity-names.ts';

const OF = new Set(['of', 'for', 'to']);

/** Whose title it is: a place, or somebody whom the titled one serves (then the whole is one entity). */
type Owner = { readonly place: Place } | { readonly entity: (at: number) => Entity };

/** Owners that stand behind a title: "president of Russia", "spokesman for the Kremlin". */
export class Owners {
  private readonly line: Line;
  private readonly names: Names;
  private readonly readHit: (at: number, hit: Hit, isFormer: boolean) => Entity | null;

  constructor(line: Line, names: Names, readHit: (at: number, hit: Hit, isFormer: boolean) => Entity | null) {
    this.line = line;
    this.names = names;
    this.readHit = readHit;
  }

  /** "... of Russia", "... for President Putin", "to Trump". */
  after(to: number, title: Title): Owner | null {
    const isServant = title.office === 'aide' || title.office === 'spokesperson';
    if (title.ownerFollows) return this.ownerFollowing(to, title, isServant);
    const isFrom = this.line.norm(to) === 'from' && (title.level !== 'envoy' || this.line.norm(to - 1).endsWith('s'));
    if (!isFrom && (!OF.has(this.line.norm(to)) || (this.line.norm(to) !== 'of' && !isServant))) return null;
    const next = ARTICLES.has(this.line.norm(to + 1)) ? to + 2 : to + 1;
    const hit = this.line.hitAt.get(next);
    if (hit === undefined) return null;
    const place = placeOf(hit);
    if (isServant) {
      const owner = this.readHit(next, hit, false);
      if (owner?.office === 'rebel') return { entity: (at) => this.line.make(at, owner.to, { kind: 'private' }) };
      if (owner !== null && owner.country !== null) return { entity: (at) => this.servant(at, owner, title) };
      return null;
    }
    if (place !== null && !place.isDemonym) return { place: { ...place, to: hit.to } };
    return title.level === 'envoy' ? this.sentBy(next, hit) : null;
  }

  /** "an envoy of Chinese President X": whom he serves is a leader. */
  private sentBy(at: number, hit: Hit): Owner | null {
    const owner = this.readHit(at, hit, false);
    const [sense] = hit.senses;
    if (owner?.level !== 'leader' || owner.country === null || sense === undefined) return null;
    return { place: { party: owner.country, to: owner.to, isDemonym: false, sense } };
  }

  /** "президент России", "пресс-секретарь президента РФ": the owner follows without a preposition. */
  private ownerFollowing(to: number, title: Title, isServant: boolean): Owner | null {
    const hit = this.line.hitAt.get(to);
    if (hit === undefined) return null;
    const place = placeOf(hit);
    if (place !== null) return place.isDemonym ? null : { place };
    const owner = titleOf(hit);
    if (owner === null) return this.servedPerson(to, title, isServant);
    const beyond = this.line.placeAt(hit.to);
    if (!isServant) return title.level === 'envoy' && beyond !== null && !beyond.isDemonym ? { place: beyond } : null;
    const end = beyond?.to ?? hit.to;
    return { entity: (at) => this.servant(at, { ...this.line.make(to, end, { kind: 'office', country: beyond?.party ?? null }) }, title) };
  }

  /** "помощник Путина", "спецпосланник Трампа": whom an envoy serves is a leader. */
  private servedPerson(at: number, title: Title, isServant: boolean): Owner | null {
    const hit = this.line.hitAt.get(at);
    const sense = hit?.senses.find((one) => one.is === 'person');
    if (hit === undefined || sense === undefined || title.level !== 'envoy') return null;
    if (!isServant) return this.sentBy(at, hit);
    const owner = this.readHit(at, hit, false);
    return owner?.level === 'leader' && owner.country !== null ? { entity: (from) => this.servant(from, owner, title) } : null;
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
