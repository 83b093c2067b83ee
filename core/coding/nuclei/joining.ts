import { isParty, isPerson, isState } from '../entities/actors.ts';
import { placeEntityAt } from '../lexicon/place-names.ts';
import { type Entity, normsBetween, type Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import type { Guard } from './guard.ts';
import { isForeign } from './two-around.ts';

/** "joins Macron in Oslo", "joins EU leaders by video", "joins Xi for parade"; not "joins Merz in condemning". */
export const isJoining: Guard = (s, m) => {
  const host = entityFrom(s, m.to, 1);
  if (host === undefined || !HOSTS.has(host.kind) || normAt(s, host.to) === "'s") return false;
  if (!s.entities.some((one) => one.to <= m.from && isPerson(one) && isForeign(one, host))) return false;
  const end = lastListed(s, host);
  const behind = normsBetween(s.tokens, end, end + 7);
  if (TOLD_OF.test(behind)) return false;
  if (BY_VIDEO.test(behind)) return true;
  if (host.kind === 'body' || normAt(s, m.from).startsWith('addr')) return false;
  return AT_OR_FOR.test(behind) || (normAt(s, end) === 'in' && isState(entityFrom(s, end + 1, 1) ?? placeEntityAt(s, end + 1)));
};
const HOSTS = wordSet('person office group body');
const FLANKS = wordSet('person office group');
/** What is told by its own word. */
const TOLD_OF = /\b(?:meetings?|talks|summit|calls?|visit|trip|tour|negotiations|conference|discussions)\b/;
const BY_VIDEO = /^(?:by|via|over|on|through|from) (?:[a-z]+ )?(?:video|zoom|videolink|video-link|videoconference|video-conference)\b/;
const AT_OR_FOR =
  /^(?:at\b|on (?:[a-z]+ )?(?:stage|podium|balcony|board|stand)\b|for (?:[a-z'-]+ ){0,3}(?:dinner|lunch|breakfast|ceremony|ceremonies|parade|commemorations?|celebrations?|mass|drinks|tea)\b)/;

/** The end of a list of names: "Putin, Xi". */
function lastListed({ entities, tokens }: Sentence, first: Entity): number {
  let { to } = first;
  for (;;) {
    const next = entities.find(({ from }) => from === to + 1);
    const joint = tokens[to]?.norm;
    if (next === undefined || (joint !== ',' && joint !== 'and') || !isParty(next)) return to;
    to = next.to;
  }
}

/** "Xi, flanked by Putin and Kim,": who stands beside whom. */
export const isFlanked: Guard = (s, m) => {
  const other = entityFrom(s, m.to, 3);
  return (
    other !== undefined && FLANKS.has(other.kind) && s.entities.some((one) => one.to <= m.from && isPerson(one) && isForeign(one, other))
  );
};
