import { placeAt, placeOf } from '../entities/locatives.ts';
import type { Frame } from '../frames/frames.ts';
import type { Place } from '../lexicon/cities.ts';
import { placeEntityAt } from '../lexicon/place-names.ts';
import type { Clause } from '../sentences/clauses.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

/** A state by its name, not by its capital. */
export const isNamedState = ({ kind, via }: Entity): boolean => kind === 'country' && via === 'name';

/** A capital or a known city whose last word stands before `to`. */
const cityEndingAt = (sentence: Sentence, to: number): Entity | null =>
  sentence.entities.find((entity) => entity.kind === 'country' && entity.to === to) ??
  [1, 2, 3].map((words) => placeEntityAt(sentence, to - words)).find((place) => place?.to === to) ??
  null;

/** "Norway says it stands ready to | host". */
const isOffering = ({ tokens, entities }: Sentence, from: number, verb: number): boolean =>
  verb - from <= 7 &&
  !entities.some((one) => isNamedState(one) && one.from >= from && one.to <= verb) &&
  tokens.slice(from, verb).some(({ norm }) => OFFERING.has(norm)) &&
  tokens.slice(from, verb).every(({ norm }) => norm !== ',');
const OFFERING = wordSet('ready willing offers offered prepared happy keen volunteers wants hopes offer bids');

/** "UK to host Trump", "Istanbul to host talks", "Qatar hosts talks between": the host's own state, when a state is the host. */
export function hostState({ scan, nucleus, args, status }: Frame): Place | null {
  if (status === 'declined' || status === 'denied' || status === 'cancelled') return null;
  const { sentence } = scan;
  const verb =
    nucleus.row.isHosting === true
      ? nucleus.from
      : sentence.tokens.findIndex(({ norm }, at) => at < nucleus.from && nucleus.from - at <= 6 && HOSTS.has(norm));
  if (verb < 0) return null;
  const host = [...args.subject, ...sentence.entities].find(
    (entity) => isNamedState(entity) && entity.to <= verb && (verb - entity.to <= 3 || isOffering(sentence, entity.to, verb)),
  );
  if (host !== undefined) return placeOf(sentence, host);
  const city = [1, 2, 3].map((back) => cityEndingAt(sentence, verb - back + 1)).find((one) => one !== null);
  return city == null ? null : placeOf(sentence, city);
}
const HOSTS = wordSet('host hosts hosted hosting');

/** "flew to Oslo, where he is to meet him": the town before "where". */
export function townBeforeWhere({ scan: { sentence }, nucleus }: Frame, { from, kind }: Clause): Place | null {
  if (kind !== 'relative' || normOf(sentence.tokens, from) !== 'where') return null;
  if (sentence.tokens.slice(from, nucleus.from).some(({ norm }) => norm === ',')) return null;
  const city = cityEndingAt(sentence, normOf(sentence.tokens, from - 1) === ',' ? from - 1 : from);
  return city === null ? null : placeOf(sentence, city);
}

/** "welcomes Merz to the Elysee", "greets him to Ankara": the host's own town or house. */
export function welcomedTo({ scan: { sentence }, nucleus, args }: Frame, end: number): Place | null {
  if (nucleus.row.isHosting !== true) return null;
  for (let at = nucleus.to + 1; at < Math.min(end, nucleus.to + MAX_GUEST); at += 1) {
    if (normOf(sentence.tokens, at) !== 'to') continue;
    const found = placeAt(sentence, at + 1);
    const isOwn = ({ country }: Entity): boolean => country !== null && country === found?.place.country;
    if (found !== null && (args.subject.some(isOwn) || args.core.some(isOwn))) return found.place;
  }
  return null;
}
const MAX_GUEST = 12;
