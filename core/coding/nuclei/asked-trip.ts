import { isPerson, isState } from '../entities/actors.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import type { Guard } from './guard.ts';

const MAX_WHEN = 5;

/** "Macron to Moscow? ...", "Moscow for Macron? ...": a question without a verb, of somebody and a place of another state. */
export const isAskedTrip: Guard = (s, { from, to }) => {
  if (s.zone !== 'title' || from === 0 || from > MAX_WHEN) return false;
  const first = s.entities.find((entity) => entity.to === from);
  const second = entityFrom(s, to, 1);
  if (first === undefined || first.from > 1 || second === undefined || first.country === second.country) return false;
  const isTrip = normAt(s, from) === 'for' ? isState(first) && isPerson(second) : isPerson(first) && isState(second);
  if (!isTrip) return false;
  const rest = s.tokens.slice(second.to, second.to + MAX_WHEN).findIndex(({ text }) => text === '?');
  return rest >= 0;
};
