import { isParty, isPerson, isPrincipal, isState } from '../entities/actors.ts';
import { lastWhere } from '../words/sequences.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import type { Guard } from './guard.ts';
import { endsName, isForeign, isPair } from './two-around.ts';

/** "Sharaa calls on Erdogan", "drops in on Erdogan"; not "calls on him to act", "... for help". */
const isCallingOn: Guard = (s, m) => {
  const host = entityFrom(s, m.to, 2);
  if (!isPrincipal(host) || !endsName(s, host.to)) return false;
  const isOnlyVisit = m.to - m.from > 2;
  if (!isOnlyVisit && URGED_TO.has(normAt(s, host.to))) return false;
  if ([1, 2, 3, 4, 5].some((k) => normAt(s, host.to + k) === 'to')) return false;
  const guest = lastWhere(s.entities, (one) => one.to <= m.from && one.to >= m.from - (isOnlyVisit ? 4 : 2));
  return isPerson(guest) && isForeign(guest, host);
};
const URGED_TO = wordSet('to for not over and ,');

const OFFERS =
  /^(?:offer|put|volunteer|propos|pitch|present|suggest|nominat|float|lend|tout|cast|position|step|promot|recommend|advanc)(?:e|es|ed|s|ing|t|ting)?$/;
/** "offers himself as host for X and Y". */
const isOfferedAs: Guard = (s, m) => {
  const first = FOR_WHOM.has(normAt(s, m.to)) ? entityFrom(s, m.to + 1, 2) : undefined;
  if (first === undefined || !isPair(s, first, s.entities[s.entities.indexOf(first) + 1])) return false;
  return [1, 2, 3, 4, 5, 6].some((k) => OFFERS.test(normAt(s, m.from - k))) && s.entities.some((one) => isParty(one) && one.to < m.from);
};
const FOR_WHOM = wordSet('for between to');

/** "sends Y to Oslo": a minister or envoy, and a state that is not his. */
const isSendingSomebody: Guard = (s, m) => {
  const sent = entityFrom(s, m.to, 2);
  if (sent === undefined || !SENDABLE.has(sent.kind) || normAt(s, sent.to) !== 'to') return false;
  const place = entityFrom(s, sent.to + 1, 1);
  return isState(place) && isForeign(sent, place) && endsName(s, place.to);
};
const SENDABLE = wordSet('person office aide spokesperson');

/** Calls that one pays on another, and who wants to be host to two, by the row's id. */
export const CALL_GUARDS: Readonly<Record<string, Guard>> = {
  'call-on': isCallingOn,
  'send-person': isSendingSomebody,
  'as-host': isOfferedAs,
};
