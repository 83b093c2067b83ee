import type { Sense } from '../lexicon/senses.ts';
import type { Entity } from '../words/text.ts';
import type { Hit } from './entity-hits.ts';
import { ARTICLES, type Line } from './entity-line.ts';

const PLAIN_KIND: Partial<Record<Sense['is'], Entity['kind']>> = {
  place: 'country',
  metonym: 'metonym',
  body: 'body',
  movement: 'movement',
  outlet: 'outlet',
  domestic: 'domestic',
  group: 'group',
};

/** A word that stands for itself, without title or name around it: a state, a metonym, a body, an outlet. */
export function plainEntity(line: Line, at: number, hit: Hit): Entity | null {
  for (const sense of hit.senses) {
    const kind = PLAIN_KIND[sense.is];
    if (kind === undefined) continue;
    const party = 'party' in sense ? sense.party : null;
    if (sense.is === 'group') return line.make(at, hit.to, { kind, country: party, level: sense.level, via: 'descriptor' });
    if (sense.is === 'place') {
      const isDemonym = sense.via === 'demonym' && !hit.senses.some((other) => other.is === 'place' && other.via === 'country');
      return line.make(at, hit.to, {
        kind: isDemonym ? 'demonym' : 'country',
        country: party,
        via: sense.via === 'capital' ? 'metonym' : 'name',
      });
    }
    const office = sense.is === 'metonym' ? sense.office : null;
    return line.make(at, hit.to, { kind, country: party, office, via: kind === 'metonym' ? 'metonym' : 'name' });
  }
  return null;
}

/** "the government of Pakistan", "the Ministry of Defence of Russia". */
export function institutionOf(line: Line, at: number, hit: Hit): Entity | null {
  const institution = hit.senses.find((sense) => sense.is === 'institution');
  if (institution?.is !== 'institution' || (line.norm(hit.to) !== 'of' && !institution.ownerFollows)) return null;
  const of = institution.ownerFollows ? hit.to : hit.to + 1;
  const next = ARTICLES.has(line.norm(of)) ? of + 1 : of;
  const place = line.placeAt(next);
  if (place === null || place.isDemonym) return null;
  return line.make(at, place.to, { kind: institution.kind, country: place.party, via: 'metonym' });
}
