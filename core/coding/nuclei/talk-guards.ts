import { isActor, isPerson } from '../entities/actors.ts';
import type { NucleusRow } from '../facts/data.ts';
import { isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import type { Match } from '../words/pattern.ts';
import type { Sentence } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { entityAt, entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, FOR_OR_TO, HAVE, LIST_JOINTS, WITH_OR_BETWEEN } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';
import { isTripOf } from './trip-guards.ts';

/** "Erdogan calls Putin", "Bush calls slavery a crime" are verbs. */
export const isCalling = (s: Sentence, m: Match<NucleusRow>): boolean =>
  m.to - m.from === 1 &&
  !isBetweenPeople(s, m) &&
  (isPerson(entityAt(s, m.to)) ||
    (normAt(s, m.from) === 'calls' && entityAt(s, m.from - 1) !== undefined && !WITH_OR_BETWEEN.has(normAt(s, m.to))));

/** "spying on millions of phone calls": anybody's. */
export const isOverheard = (s: Sentence, { from, to }: Match<NucleusRow>): boolean =>
  normAt(s, to - 1) === 'calls' &&
  [1, 2, 3, 4, 5, 6].some((k) =>
    /^(?:spying|spied|tapp\w+|intercept\w*|eavesdrop\w*|monitor\w*|wiretap\w*|record\w*)$/.test(normAt(s, from - k)),
  );

/** "calls to act", but "a call to Putin", "calls to the Kremlin", "agreed in a call to act". */
export const isCallToAct = (s: Sentence, m: Match<NucleusRow>): boolean => {
  if (normAt(s, m.to) !== 'to' || isToldInCall(s, m.from) || isOnPhone(s, m.from)) return false;
  const called = entityFrom(s, m.to + 1, 1);
  return called === undefined || (called.kind !== 'metonym' && !isPerson(called));
};

/** "held a long phone call to discuss grain": what they spoke for. */
const isOnPhone = (s: Sentence, at: number): boolean =>
  PHONES.has(normAt(s, at)) || PHONES.has(normAt(s, at - 1)) || isHeld(s, at, normAt(s, at) === 'calls' ? HOLDS : HAS_OR_HOLDS);
const PHONES = wordSet('phone telephone video conference');
const HOLDS = wordSet('hold holds held holding');
const HAS_OR_HOLDS = new Set([...HOLDS, ...HAVE, 'having']);

/** "held a planned call", not "has rejected a call": no other verb has it as its object. */
function isHeld(s: Sentence, call: number, verbs: ReadonlySet<string>): boolean {
  let isOther = false;
  for (let at = call - 1; at >= call - 4; at -= 1) {
    const norm = normAt(s, at);
    if (verbs.has(norm)) return !isOther;
    if (ARTICLES.has(norm)) isOther = false;
    else if (verbFormOf(norm) === 'past') isOther = true;
  }
  return false;
}

/** "tells Trump in call to lift tariffs", "agree in a call to lift them": what one is told, or they agree, and how. */
const isToldInCall = (s: Sentence, at: number): boolean => {
  const lead = normAt(s, at - 1) === 'a' || normAt(s, at - 1) === 'phone' ? at - 2 : at - 1;
  if (!DURING.has(normAt(s, lead))) return false;
  if (AGREES.has(normAt(s, lead - 1))) return true;
  const told = s.entities.find(({ to }) => to === lead);
  return isPerson(told) && TELLS.has(normAt(s, told.from - 1));
};
const AGREES = wordSet('agree agrees agreed decide decided vowed pledged');
const TELLS = wordSet('tell tells told ask asks asked urge urges urged press presses pressed warn warns warned');

/** "Macron and Merz call on Putin to stop": they urge him. */
export const isCallOn = (s: Sentence, m: Match<NucleusRow>): boolean => {
  if (!ON.has(normAt(s, m.to)) || normAt(s, m.from) !== 'call') return false;
  const called = entityFrom(s, m.to + 1, 1);
  return called !== undefined && normAt(s, called.to) === 'to' && normAt(s, called.to + 1) !== 'be';
};
const ON = wordSet('on upon');

/** "hold a friendly call on tariffs", "in a call on Gaza", "told X in call that", "Putin-Trump call on Monday": a noun, whatever "call on" means elsewhere. */
export const isCallHeld = (s: Sentence, { from, to }: Match<NucleusRow>): boolean => {
  if (isHeld(s, from, HOLDING)) return true;
  if (normAt(s, to) !== 'on' && normAt(s, to) !== 'that') return false;
  if ([1, 2, 3, 4, 5].some((k) => DURING.has(normAt(s, from - k)) && !s.entities.some((one) => one.to <= from && one.to > from - k)))
    return true;
  return isOfClass(s.tokens[to + 1], WORD_CLASS.date) && ![2, 3, 4].some((k) => FOR_OR_TO.has(normAt(s, to + k)));
};
const HOLDING = new Set([...HAS_OR_HOLDS, ...wordSet('took takes take made makes make')]);
const DURING = wordSet('in during after before following since by over via');

/** "will call a snap election": a verb with its own object. */
export const isSummoning = (s: Sentence, m: Match<NucleusRow>): boolean =>
  AFTER_CALL.has(normAt(s, m.to)) && WILL.has(normAt(s, m.from - 1));
const AFTER_CALL = wordSet('a an new early snap fresh');
const WILL = wordSet("will would may might could can must should 'll not to");

/** "backs out of Putin dinner": the host right before. */
export const isMealOf: Guard = (s, m) =>
  MEALS.has(normAt(s, m.to - 1)) &&
  s.entities.some(
    (entity) =>
      (entity.to === m.from || (entity.to === m.from - 1 && normAt(s, entity.to) === "'s")) &&
      (isPerson(entity) || (AUDIENCE.has(normAt(s, m.from)) && isTripOf(s, m, entity))),
  );
const MEALS = wordSet('dinner lunch breakfast supper banquet tea coffee audience appointment');
const AUDIENCE = wordSet('audience appointment date');

const ROUND = wordSet('rounds round sessions session parley sitting exchanges exchange');

/** "Putin-Macron session", "a round between X and Y": a word of many senses, between people who meet. */
export function isBetweenPeople(s: Sentence, m: Match<NucleusRow>): boolean {
  const partner = WITH_OR_BETWEEN.has(normAt(s, m.to)) ? entityFrom(s, m.to + 1, 2) : undefined;
  const first = normAt(s, m.to) === 'of' ? entityFrom(s, m.to + 1, 1) : undefined;
  if (isPerson(first) && AND.has(normAt(s, first.to)) && isPerson(entityFrom(s, first.to + 1, 1))) return true;
  if (isPerson(partner) || (ROUND.has(normAt(s, m.from)) && isActor(partner))) return true;
  const last = s.entities.find((entity) => entity.to === m.from);
  if (last === undefined) return false;
  const joint = normAt(s, last.from - 1);
  const other = s.entities.find((entity) => entity.to === last.from - 1);
  if (ROUND.has(normAt(s, m.from)) && joint === '-') return isActor(last) && isActor(other);
  if (joint === ',' && isPerson(entityFrom(s, m.to, 1))) return false; // "After talks with Putin, Trump calls Merz"
  return isPerson(last) && JOINTS.has(joint) && isPerson(other);
}
const AND = wordSet('and &');
const JOINTS = wordSet('- , & and');

/** "Merz talks trade with Xi": a verb, between a name and what they talk of; "as Merz talks of reform": to nobody. */
export function isTalkingOf(s: Sentence, { from, to }: Match<NucleusRow>): boolean {
  const speaker = normAt(s, from) === 'talks' && to - from === 1 ? s.entities.find((entity) => entity.to === from) : undefined;
  if (!isPerson(speaker) || !CLAUSE_STARTS.has(normAt(s, speaker.from - 1))) return false;
  if (SPOKEN.has(normAt(s, to))) return s.tokens.every(({ norm }, at) => at < to || norm !== 'with');
  for (let at = to; at < to + MAX_TOPICS; at += 1) {
    const norm = normAt(s, at);
    if (at > to && norm === 'with') return isPerson(entityFrom(s, at + 1, 2));
    if (!(TALKED_OF.has(norm) || LIST_JOINTS.has(norm) || s.entities.some((one) => one.from <= at && at < one.to))) return false;
  }
  return false;
}
const MAX_TOPICS = 7;
const SPOKEN = wordSet('of about');
const CLAUSE_STARTS = new Set(['', ...wordSet(', ; : - as and while but')]);
/** "his ties to Russian contacts": people. */
export const isInformant: Guard = (s, m) =>
  normAt(s, m.from) === 'contacts' &&
  s.entities.some(({ kind, from, to }) => kind === 'demonym' && to === m.from && BEFORE_DEMONYM.has(normAt(s, from - 1)));
const BEFORE_DEMONYM = wordSet('to by of his her their');
const TALKED_OF = wordSet(
  'trade tariffs tariff business energy oil gas peace war security defence defense climate sanctions migration ties politics arms nuclear investment economy weapons terrorism steel chips brexit agreement deal pact accord ceasefire borders border reforms reform aid grain',
);
