import { isActor, isPerson, isPersonOrState } from '../entities/actors.ts';
import type { NucleusRow } from '../facts/data.ts';
import type { Match } from '../words/pattern.ts';
import type { Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import type { Guard } from './guard.ts';

/** "a message from King Abdullah": from one to another who are named. */
export const isMessage: Guard = (s, m) => (FROM_OR_TO.has(normAt(s, m.to)) && isPerson(entityFrom(s, m.to + 1, 3))) || isSpurned(s, m);
const FROM_OR_TO = wordSet('from to');

/** "spurns Putin message", "ignored Macron's note": what somebody does with another's. */
const isSpurned: Guard = (s, m) => {
  const owner = s.entities.find((entity) => entity.to === m.from || (entity.to === m.from - 1 && normAt(s, entity.to) === "'s"));
  return (
    isPerson(owner) &&
    /^(?:spurn|ignor|answer|return|reject|receiv|snub|rebuff|get|read|dismiss)(?:s|es|ed|ing)?$/.test(normAt(s, owner.from - 1))
  );
};

/** "accepts Trump invitation": whose it is right before, and somebody of another state who was named first. */
export const isInvitationOf = (s: Sentence, { from, to }: Match<NucleusRow>): boolean => {
  const host = s.entities.find((entity) => entity.to === from);
  return (
    isPerson(host) && normAt(s, to) !== 'for' && s.entities.some((one) => isActor(one) && one.to < from && one.country !== host.country)
  );
};

/** "accepts invitation from Putin"; what it invites to, when that is said, is the contact. */
export const isInvitationFrom = (s: Sentence, { to }: Match<NucleusRow>): boolean => {
  const host = normAt(s, to) === 'from' ? entityFrom(s, to + 1, 1) : undefined;
  return isPersonOrState(host) && normAt(s, host.to) !== 'to';
};

/** "sends Xi a letter": to whom stands between. */
export const isSentTo = (s: Sentence, { from }: Match<NucleusRow>): boolean => {
  const verb = [2, 3, 4, 5].find((k) => SENDS.has(normAt(s, from - k)));
  return verb !== undefined && isPerson(entityFrom(s, from - verb + 1, 0));
};
const SENDS = wordSet('send sends sent write writes wrote hand hands handed extend extends extended');
