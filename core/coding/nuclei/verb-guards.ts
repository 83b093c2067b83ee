import { ENCOUNTERS } from '../dates/date-reading.ts';
import { isParty, isPerson, isState } from '../entities/actors.ts';
import type { NucleusRow } from '../facts/data.ts';
import type { Match } from '../words/pattern.ts';
import { type Entity, normsBetween, type Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { BE, FOR_OR_TO, isPreposition, QUOTES } from '../words/word-sets.ts';
import { goesSomewhere, IS_SEASON, isLandNoun, isPlaceNext, isToBeThere, MADE } from './arrival-guards.ts';
import {
  isBringingTogether,
  isCaught,
  isFreeToAsk,
  isGuestOfForeigner,
  isInvitedTo,
  isLiftedFor,
  isReceivedAt,
  isSaidTo,
} from './between-two.ts';
import type { Guard } from './guard.ts';
import { isFeasted, isHostOf } from './host-guards.ts';
import { isInviting } from './invitation-guards.ts';
import {
  isAttacked,
  isGoingOn,
  isLeftOut,
  isMeetingIdiom,
  isMeetingThing,
  isMetWith,
  isPlayed,
  isSideBySide,
  isTalking,
  isToldInTalks,
} from './meet-guards.ts';
import { isPronounOfTwo } from './pronoun-object.ts';
import { isSeeing } from './seeing-guards.ts';

const AFTER_PHONED = wordSet(
  ', . ; : ! ? " \' - in on at after before about over to amid as for from with and following again ahead monday tuesday wednesday thursday friday saturday sunday this late early earlier but while during today yesterday if unless until when because next last once would makes now soon personally directly without instead are',
);

/** "calls Orban 'a stranger to truth'": what he calls him; not "calls Orban 'to clear the air'". */
const isNameGiven = (s: Sentence, at: number): boolean => s.tokens[at]?.kind === 'word' && !isPreposition(normAt(s, at));

/** "sends envoys to Ankara"; a mission may be one of rescue, so talks must be spoken of. */
const isSentForTalks: Guard = (s, m) =>
  isState(entityFrom(s, m.to, 1)) && (normAt(s, m.to - 2) !== 'mission' || s.tokens.some(({ norm }, at) => at > m.to && TALKS.has(norm)));
const TALKS = wordSet('talks discuss meet negotiate negotiations');

/** A name ends here, and no noun that it owns follows. */
const isLastOf = (s: Sentence, at: number): boolean => HERE_ENDS.has(normAt(s, at));
const HERE_ENDS = new Set(['', ...wordSet('. , ; : ! ? - and in at on again by over as after during for ahead before')]);

/** Whether the name right behind a verb and the words behind that name make an idiom of both: "give Oslo a miss", "shook his hand". */
const withName =
  (isFit: (entity: Entity) => boolean, idiom: RegExp): Guard =>
  (s, m) => {
    const object = entityFrom(s, m.to, 1);
    if (object === undefined || !isFit(object)) return false;
    return idiom.test(normsBetween(s.tokens, object.to, object.to + 6));
  };

const isBriefed = ({ kind }: Entity): boolean => BRIEFED.has(kind);
const BRIEFED = wordSet('person office group body country metonym demonym');

/** "skips the G20 in Delhi", where leaders meet; not "attends the G20 summit", which has a word of its own. */
const isForumNext: Guard = (s, m) => {
  const forum = entityFrom(s, m.to, 2);
  if (forum?.kind !== 'body' || forum.country !== 'XX' || !isLastOf(s, forum.to)) return false;
  return s.entities.some((one) => one.to <= m.from && (isPerson(one) || isState(one)));
};

/** "in touch with Putin", not "in contact with the virus". */
const isWithSomebody: Guard = (s, m) => isParty(entityFrom(s, m.to, 2));

/** Somewhere that is a state's, or somebody who will go there; "finds himself in | the same room" is no trip. */
const goesOnVisit: Guard = (s, m) =>
  (m.to - m.from > 1 &&
    !s.tokens.slice(m.from + 1, m.to).some(({ norm }) => MADE.has(norm)) &&
    !s.entities.some(({ kind, from }) => from > m.from && from < m.to && kind === 'person') &&
    (normAt(s, m.to - 1) !== 'to' || goesSomewhere(s, m.to))) ||
  isPlaceNext(s, m) ||
  (normAt(s, m.to) === 'the' && COUNTRY.has(normAt(s, m.to + 1))) ||
  entityFrom(s, m.to, 2) !== undefined ||
  s.tokens[m.to]?.isCapital === true ||
  (WILL.has(normAt(s, m.from - 1)) && normAt(s, m.from) !== 'return');
const COUNTRY = wordSet('country capital city region kingdom republic island');
/** "the Visiting Forces Agreement", "a visiting envoy of X". */
const isAdjective: Guard = (s, { from, to }) =>
  VISITORS.has(normAt(s, to)) || (normAt(s, from) === 'visiting' && A_OR_THE.has(normAt(s, from - 1)));
const VISITORS = wordSet('forces professor fellow scholar team hours envoy delegation');
const A_OR_THE = wordSet('a the');
const WILL = wordSet('will to would may might could');

/** What a verb must have around it to be a contact at all, by its row's id. */
export const VERB_GUARDS: Readonly<Record<string, Guard>> = {
  meet: (s, m) =>
    (entityFrom(s, m.to, 2)?.surname != null || !isMeetingIdiom(s, m)) &&
    normAt(s, m.from - 1) !== 'swim' &&
    !isMeetingThing(s, m) &&
    !isMetWith(s, m) &&
    !isPlayed(s, m) &&
    !isAttacked(s, m) &&
    !(normAt(s, m.from) === 'meeting' && normAt(s, m.from - 1) === 'room') &&
    !(normAt(s, m.from) === 'meeting' && MEETING_PLACES.has(normAt(s, m.to))) &&
    !(normAt(s, m.from) === 'met' && BE.has(normAt(s, QUOTES.has(normAt(s, m.from - 1)) ? m.from - 2 : m.from - 1))),
  discuss: (s, m) =>
    !(/ed$/.test(normAt(s, m.from)) && BE.has(normAt(s, m.from - 1))) &&
    !(TALKS_BIG.has(normAt(s, m.to)) && !normAt(s, m.from).startsWith('discuss')) &&
    !isLeftOut(s, m) &&
    !(normAt(s, m.to) === 'of' && normAt(s, m.from).startsWith('talk')) &&
    !(NEGOTIATING_THINGS.has(normAt(s, m.to)) && normAt(s, m.from) === 'negotiating') &&
    !(normAt(s, m.from) === 'talk' && OTHER_TALK.has(normAt(s, m.from - 1))) &&
    !isOfPlan(s, m),
  invite: isInviting,
  phone: (s, m) => {
    if (isPronounOfTwo(s, m)) return true;
    if (m.to - m.from > 1) return true;
    const object = entityFrom(s, m.to, 2);
    const isHouse = object?.kind === 'metonym' && /^(?:dial|ring|rang|phon|telephon)/.test(normAt(s, m.from));
    if (object === undefined || !(isHouse || object.kind === 'person' || object.kind === 'office')) return false;
    const next = normAt(s, object.to);
    return next === '' || (AFTER_PHONED.has(next) && !(QUOTES.has(next) && isNameGiven(s, object.to + 1)));
  },
  arrive: (s, m) =>
    !isLandNoun(s, m) && !(normAt(s, m.to - 1) === 'into' && entityFrom(s, m.to, 1) === undefined && IS_SEASON.has(normAt(s, m.to))),
  due: (s, m) => isState(entityFrom(s, m.to, 1)),
  depart: (s, m) => !isOfForces(s, m) && (goesSomewhere(s, m.to) || !FOR_OR_TO.has(normAt(s, m.to - 1))),
  host: isHostOf,
  'would-welcome': isHostOf,
  snub: (s, m) => {
    const object = entityFrom(s, m.to, 1);
    return isPerson(object) && normAt(s, object.to) !== "'s" && isLastOf(s, object.to);
  },
  feast: isFeasted,
  attended: isFeasted,
  send: (s, m) => isSentForTalks(s, m),
  see: isSeeing,
  'bring-together': isBringingTogether,
  'coax-together': isBringingTogether,
  'find-time': isGuestOfForeigner,
  catch: isCaught,
  bidden: isInvitedTo,
  'name-day': isSaidTo,
  'lift-phone': isLiftedFor,
  'received-at': isReceivedAt,
  'only-ring': isFreeToAsk,
  'only-ask': isFreeToAsk,
  'side-by-side': isSideBySide,
  'at-forum': isForumNext,
  'off-forum': isForumNext,
  'in-touch': isWithSomebody,
  engage: isWithSomebody,
  'been-in-touch': isWithSomebody,
  'be-there': isToBeThere,
  'come-and-see': (s, m) => isState(entityFrom(s, m.to, 0)) || BIDS.has(normAt(s, m.from - 1)),
  chair: (s, m) => isPerson(entityFrom(s, m.to, 1)),
  treat: withName(
    isPerson,
    /^(?:(?:over|round|around) )?(?:to|for) (?:a |an )?(?:[a-z]+ )?(?:lunch|dinner|tea|coffee|breakfast|supper|talks)\b/,
  ),
  hand: withName(isPerson, /^'s (?:[a-z]+ )?hand/),
  'pass-by': withName(isState, /^(?:a|the) (?:miss|wide berth|slip|cold shoulder)/),
  'leave-out': withName(
    isState,
    /^(?:from|off) (?:the |his |her |its |their )?(?:[a-z]+ )?(?:itinerary|programme|program|schedule|agenda|tour|trip|route|diary|calendar)\b/,
  ),
  tell: isToldInTalks,
  brief: withName(
    isBriefed,
    /^(?:(?:and |, )(?:[a-z]+ ){1,3}?)?(?:(?:[a-z]+ ){0,2}(?:leaders|officials|allies|ministers|diplomats|colleagues|counterparts?) )?(?:on|about|of|over) /,
  ),
  'visit-verb': (s, m) => normAt(s, m.to + 1) !== 'same' && !isAdjective(s, m) && goesOnVisit(s, m),
  speak: (s, m) => !TALK.has(normAt(s, m.from)) || (isTalking(s, m) && !(normAt(s, m.from) === 'talks' && isGoingOn(s, m))),
};
export const MEETING_PLACES = wordSet('point points place places room rooms house hall');
export const TALKS_BIG = wordSet('up down tough big');
/** "a negotiating chip with China". */
const NEGOTIATING_THINGS = wordSet(
  'chip chips tool ploy tactic tactics position positions power leverage strategy skills style text tables lever',
);
const OTHER_TALK = wordSet('another one phone quiet first');
/** "discuss dates", "... the matter", "... the idea of a summit": what is told is the summit; "discuss a peace plan" is a talk. */
function isOfPlan(s: Sentence, { to }: Match<NucleusRow>): boolean {
  for (let at = to; at < to + 4; at += 1) {
    const norm = normAt(s, at);
    if (OF_SUMMIT.has(norm)) return true;
    if (DETAILS.has(norm)) return [1, 2, 3, 4, 5, 6].some((k) => ENCOUNTERS.has(normAt(s, at + k)));
  }
  return false;
}
const OF_SUMMIT = wordSet('date dates venue matter');
const DETAILS = wordSet('details possibility prospect idea plan plans');
const BIDS = wordSet(': " \' do please just');
const TALK = wordSet('talk talks');
/** "Marines head to the Gulf", "carrier is heading for Manila"; not "the negotiating team is heading to Oslo". */
function isOfForces(s: Sentence, { from }: { readonly from: number }): boolean {
  const at = FORCES.has(normAt(s, from - 1)) ? from - 1 : from - 2;
  return FORCES.has(normAt(s, at)) && !(normAt(s, at) === 'team' && NEGOTIATING.has(normAt(s, at - 1)));
}
const FORCES = wordSet(
  'marines troops soldiers forces carrier carriers warship warships destroyer destroyers frigate frigates fleet bombers jets fighters submarine submarines ship ships convoy team squad aid athletes fans tankers tanker refugees migrants',
);
const NEGOTIATING = wordSet(
  'negotiating negotiation negotiators nuclear technical trade diplomatic peace truce ceasefire advance mediation expert ministerial',
);
