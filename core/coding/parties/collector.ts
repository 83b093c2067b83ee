import { isUnnamedGroup } from '../entities/actors.ts';
import type { Entity } from '../words/text.ts';
import { asPrincipal } from './sentence-parties.ts';
import type { Topic } from './topic.ts';

/** The sides of a contact while they are gathered. */
export type Collector = { readonly found: readonly Entity[]; count(): number; add(list: readonly Entity[]): void };

/** Entities without doubles, and how many states they are of. */
export function collector(topic: Topic | null): Collector {
  const found: Entity[] = [];
  const codes = new Set<string>();
  return {
    found,
    count: () => codes.size,
    add: (list) => {
      for (const entity of list)
        for (const one of resolve(entity, topic)) {
          if (found.some((known) => isAlike(known, one))) continue;
          found.push(one);
          if (one.country !== null) codes.add(one.country);
        }
    },
  };
}
const isAlike = (a: Entity, b: Entity): boolean => a.country === b.country && a.surname === b.surname && a.kind === b.kind;

/** "the two leaders" are those of whom the text spoke last. */
function resolve(entity: Entity, topic: Topic | null): readonly Entity[] {
  if (entity.country?.includes('-') === true) {
    const kind = entity.country.includes('XX') ? 'group' : 'country';
    return entity.country.split('-').map((country) => ({ ...entity, country, kind }));
  }
  if (!isUnnamedGroup(entity)) return [asPrincipal(entity)];
  return topic === null ? [] : topic.entities;
}
