import { locatives, placeAt, placeOf } from '../entities/locatives.ts';
import { clauseOf, readArguments } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { cityAt, type Place } from '../lexicon/cities.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { hasWordOf, isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import { type Entity, normOf } from '../words/text.ts';
import { normInFrame as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { groundsEnding, groundsVenue } from './venue-grounds.ts';

const REACH = 28;

/** Where a contact takes place, when no "in Geneva" of its own clause says so: by the other wordings that a sentence has for it. */
export function otherVenue(frame: Frame): Place | null {
  for (const read of WAYS) {
    const place = read(frame);
    if (place !== null) return place;
  }
  return null;
}

/** "his Moscow summit with Obama", "Amman talks with the king", "a White House invitation": the place right before the noun, when somebody else stands for its state. */
function compoundVenue(frame: Frame): Place | null {
  const { nucleus, scan, args } = frame;
  if (nucleus.row.kind === 'verb') return null;
  const { entities, tokens } = scan.sentence;
  const entity = entities.find((one) => one.to === nucleus.from);
  if (entity === undefined) return null;
  const isHouse = entity.kind === 'metonym' && HOUSE_WORDS.has(normOf(tokens, entity.to - 1));
  const isCapital = entity.kind === 'country' && entity.via === 'metonym';
  if (!isHouse && !isCapital) return null;
  const others = entities.filter((one) => one !== entity && one.country !== null && one.kind !== 'demonym');
  const isGone = GOES.has(normAt(frame, entity.from - 1)) && GOES.has(normAt(frame, entity.from - 2));
  const isElsewhere = others.some(({ country }) => country === entity.country) || args.core.filter((one) => one !== entity).length > 1;
  return isHouse || isGone || isElsewhere || isInPossession(frame, entity) ? placeOf(scan.sentence, entity) : null;
}
const GOES = wordSet('head heads headed heading leave leaves left fly flies flew bound travel travels depart departs for to');
const HOUSE_WORDS = wordSet('house palace office street david elysee');

/** "his Minsk summit": whose it is stands before the place. */
const isInPossession = (frame: Frame, { from }: Entity): boolean => OWNED.has(normAt(frame, from - 1));
const OWNED = wordSet("his her their 's");

/** "on the fringes of the Suva forum", "on Bali margins". */
function marginVenue(frame: Frame): Place | null {
  const { sentence } = frame.scan;
  if (!hasWordOf(sentence, WORD_CLASS.margin)) return null;
  const at = sentence.tokens.findIndex((token) => isOfClass(token, WORD_CLASS.margin));
  if (at < 0) return null;
  const before = [1, 2].map((words) => cityAt(frame.scan.sentence, at - words)).find((city) => city?.to === at);
  if (before !== undefined && before !== null) return before.place;
  if (normAt(frame, at + 1) !== 'of') return null;
  const start = DETERMINERS.has(normAt(frame, at + 2)) ? at + 3 : at + 2;
  return cityAt(frame.scan.sentence, start)?.place ?? null;
}
const DETERMINERS = wordSet('the a an this next');

const SITE = wordSet('site venue host location place setting meeting');
/** "Geneva favoured as the site", "puts Dakar forward for", "puts forward Dakar as venue". */
function favouredVenue({ scan, nucleus }: Frame): Place | null {
  const { sentence } = scan;
  if (!hasWordOf(sentence, WORD_CLASS.chosen)) return null;
  const norm = (at: number): string => normOf(sentence.tokens, at);
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    if (Math.abs(at - nucleus.from) > REACH || !isOfClass(sentence.tokens[at], WORD_CLASS.chosen)) continue;
    const link = norm(at + 1);
    const isVenue = link === 'as' && [at + 2, at + 3, at + 4].some((k) => SITE.has(norm(k)));
    const before = isVenue || (norm(at) === 'forward' && link === 'for') ? cityEnding(sentence, norm(at - 1) === 'is' ? at - 1 : at) : null;
    if (before !== null) return before;
    const named = norm(at) === 'forward' ? placeAt(sentence, at + 1) : null;
    if (named !== null && FOR_OR_AS.has(norm(named.to))) return named.place;
  }
  return null;
}
const FOR_OR_AS = wordSet('as for');

const cityEnding = (sentence: Frame['scan']['sentence'], to: number): Place | null =>
  [1, 2, 3].map((words) => cityAt(sentence, to - words)).find((city) => city?.to === to)?.place ?? null;

const SET = wordSet('set planned scheduled slated listed due booked pencilled penciled arranged earmarked in mooted tipped');
/** "a summit set for Budapest", "sends him to Moscow for talks", "visits Lima for a meeting". */
function venueSetFor(frame: Frame): Place | null {
  const { sentence } = frame.scan;
  const { nucleus } = frame;
  const isSetFor = (at: number): boolean => at >= nucleus.to && normAt(frame, at) === 'for' && SET.has(normAt(frame, at - 1));
  for (let at = Math.max(0, nucleus.from - 8); at < Math.min(sentence.tokens.length, nucleus.to + 8); at += 1) {
    const isOnTheWay = VISITS.has(normAt(frame, at)) && at < nucleus.from;
    if (!isSetFor(at) && !isOnTheWay) continue;
    const place = placeAt(sentence, at + 1);
    if (place === null) continue;
    if (!isOnTheWay || (normAt(frame, place.to) === 'for' && nucleus.from - place.to <= 4)) return place.place;
  }
  return null;
}
const VISITS = wordSet('to visit visits visited visiting');

/** "to Beijing, where, he says, he will meet Xi", "the army base where they will meet": what is no town right before "where" (townBeforeWhere). */
function placeBeforeWhere(frame: Frame): Place | null {
  const { scan, nucleus } = frame;
  const { sentence } = scan;
  const clause = clauseOf(scan, nucleus.from);
  if (normAt(frame, clause.from) !== 'where') return null;
  const to = normAt(frame, clause.from - 1) === ',' ? clause.from - 1 : clause.from;
  for (let from = Math.max(0, to - 6); from < to; from += 1) {
    const place = placeAt(sentence, from);
    if (place !== null && place.to === to) return place.place;
  }
  return groundsEnding(frame, to);
}

/** "talks, which were to have taken place in Seoul": a clause about the contact right behind it. */
function relativeVenue(frame: Frame): Place | null {
  const { scan, nucleus } = frame;
  const clause = scan.clauses.find((one) => one.kind === 'relative' && one.from >= nucleus.to && one.from - nucleus.to <= 8);
  if (clause === undefined || !WHICH.has(normAt(frame, clause.from))) return null;
  if (scan.nuclei.some((other) => other.from >= clause.from && other.from < clause.to)) return null;
  const found = locatives(scan.sentence).find(({ from, to }) => from > clause.from && to <= clause.to && from - clause.from <= 10);
  return found !== undefined && scan.sentence.tokens.slice(clause.from, found.from).some(({ norm }) => HELD.has(norm)) ? found.place : null;
}
const HELD = wordSet('place held set planned scheduled due hosted opens open begins begin start starts');
const WHICH = wordSet('which that');

/** "Handshakes in Lima: the rivals make up": the place stands before the colon. */
function headingVenue(frame: Frame): Place | null {
  const { scan, nucleus } = frame;
  const clause = clauseOf(scan, nucleus.from);
  if (normAt(frame, clause.from) !== ':' || clause.from > MAX_HEADING) return null;
  return locatives(scan.sentence).find(({ to }) => to === clause.from)?.place ?? null;
}
const MAX_HEADING = 6;

/** "will not receive him during his March trip to Paris", "meets him on Argentina trip": where the trip goes. */
function tripVenue(frame: Frame): Place | null {
  const { scan, nucleus } = frame;
  const trip = scan.nuclei.find(
    (other) =>
      other !== nucleus &&
      other.row.kind === 'noun' &&
      other.row.isTravel === true &&
      other.from >= nucleus.to &&
      isOnTrip(frame, phraseStart(scan.sentence, other)),
  );
  if (trip === undefined || isOfThird(frame, readArguments(scan, scan.nuclei.indexOf(trip)).subject)) return null;
  return normAt(frame, trip.to) === 'to' ? (placeAt(scan.sentence, trip.to + 1)?.place ?? null) : cityEnding(scan.sentence, trip.from);
}
/** "Rubio asks Peru to see Chile on his trip to Lima": he is of neither side. */
const isOfThird = ({ args: { core, subject } }: Frame, travellers: readonly Entity[]): boolean =>
  core.length > 0 &&
  subject.length > 0 &&
  travellers.length > 0 &&
  travellers.every(({ country }) => country !== null && ![core, subject].some((list) => list.some((one) => one.country === country)));
/** "during", "on his trip", "in his visit"; what somebody speaks "on" is a topic ("focused on the visit to"). */
const isOnTrip = (frame: Frame, start: number): boolean =>
  DURING.has(normAt(frame, start - 1)) ||
  (ON_OR_IN.has(normAt(frame, start - 1)) && (ON_HIS.has(normAt(frame, start)) || frame.scan.sentence.zone === 'title'));
const ON_OR_IN = wordSet('on in');
const DURING = wordSet('during amid');
const ON_HIS = wordSet('his her their a');

/** "met during the ASEAN meetings in Vientiane": where the gathering is at which they met. */
function gatheringVenue({ scan, nucleus }: Frame): Place | null {
  const { sentence } = scan;
  const during = sentence.tokens.findIndex(({ norm }, at) => at >= nucleus.to && norm === 'during');
  if (during < 0 || !hasWordOf(sentence, WORD_CLASS.locative)) return null;
  const end = clauseOf(scan, during).to;
  const found = locatives(sentence).find(({ from, to }) => from > during && to <= end && from - during <= MAX_GATHERING);
  if (found === undefined) return null;
  const noun = normOf(sentence.tokens, found.from - (normOf(sentence.tokens, found.from - 1) === 'the' ? 3 : 2));
  return GATHERING.has(noun) ? found.place : null;
}
const MAX_GATHERING = 10;
const GATHERING = wordSet(
  'summit summits meeting meetings forum conference assembly talks session gathering ceremony parade festival games funeral inauguration events week celebrations',
);

const WAYS: readonly ((frame: Frame) => Place | null)[] = [
  compoundVenue,
  marginVenue,
  favouredVenue,
  venueSetFor,
  placeBeforeWhere,
  relativeVenue,
  headingVenue,
  tripVenue,
  gatheringVenue,
  groundsVenue,
];
