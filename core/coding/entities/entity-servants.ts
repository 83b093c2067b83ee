import type { Entity } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Hit } from './entity-hits.ts';
import { type Line, type Title, titleOf } from './entity-line.ts';
import { type Names, personIdOf } from './entity-names.ts';
import type { Resolved } from './entity-people.ts';
import { surnameOf } from './surname-written.ts';

/** "fears a Zelensky moment": what is called after somebody. */
const EPONYMOUS = wordSet('moment treatment');

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
/** Who stands behind the name of his master, and what does: "Trump's envoy Witkoff", "the Trump administration", "Trump Tower". */
export class Servants {
  private readonly line: Line;
  private readonly names: Names;

  constructor(line: Line, names: Names) {
    this.line = line;
    this.names = names;
  }

  /** "Trump", but also "Trump's envoy Witkoff", "the Trump administration", "Trump Tower". */
  withOwner(at: number, hit: Hit, resolved: Resolved, isFormer: boolean): Entity {
    const { to } = hit;
    const person = {
      ...this.names.person(at, to, resolved, isFormer),
      surname: surnameOf(this.line.tokens, { from: hit.from, to }, resolved),
    };
    const home = this.names.homeAfter(to, resolved);
    if (home > to) return { ...person, to: home };
    const next = this.pastModifiers(to);
    const servant = this.servantOf(at, person, next);
    if (servant !== null) return servant;
    const after = this.line.hitAt.get(next);
    if (this.line.is('offices', this.line.norm(next)))
      return this.line.make(at, after?.to ?? next + 1, { kind: 'metonym', country: person.country, office: person.office, via: 'metonym' });
    if (next === to && EPONYMOUS.has(this.line.norm(to))) return this.line.make(at, to + 1, { kind: 'private', behalf: person.country });
    if (this.line.is('belongings', this.line.norm(next)) && this.line.tokens[next]?.kind === 'word' && next - to <= 2)
      return this.line.make(at, next + 1, { kind: 'private', behalf: person.country });
    return person;
  }

  /** Behind "'s" and what describes a title: "'s special | envoy". */
  pastModifiers(to: number): number {
    const start = this.line.skipPossessive(to);
    let next = start;
    while (next - start < 3 && !this.line.hasTitle(next) && this.line.is('modifiers', this.line.norm(next))) next += 1;
    return next;
  }

  /** "Trump's envoy Witkoff", "President Xi Jinping's special envoy". */
  servantOf(at: number, person: Entity, next: number): Entity | null {
    const after = this.line.hitAt.get(next);
    const title = after === undefined ? null : titleOf(after);
    if (after === undefined || title === null || !AIDE.has(title.office) || person.country === null || this.isVerbLike(next)) return null;
    return this.servedBy(at, after, title, person);
  }

  private servedBy(at: number, after: Hit, title: Title, owner: Entity): Entity {
    const to = title.takesPost ? this.line.skipPost(after.to) : after.to;
    const named = this.names.nameAfter(to, title, owner.country);
    const isMinister = title.level === 'minister';
    return this.line.make(at, named?.to ?? to, {
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

  private isVerbLike(at: number): boolean {
    const token = this.line.tokens[at];
    return token?.norm === 'counsel' || token?.norm === 'sides' || token?.norm === 'teams';
  }
}
