import { DONE } from '../codebook/status-kinds.ts';
import { ENCOUNTERS } from '../dates/date-reading.ts';
import { isReport } from '../entities/attribution.ts';
import { locatives, placeAt, placeOf } from '../entities/locatives.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { isTopicOnly } from '../frames/other-side.ts';
import { isGaza, type Locative, nearerPlace, type Place } from '../lexicon/cities.ts';
import { placeEntityAt } from '../lexicon/place-names.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import type { Scan } from '../operators/scan.ts';
import { hasWordOf, isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { HAVE, isPreposition, LIST_JOINTS } from '../words/word-sets.ts';
import { cityVenue } from './city-venues.ts';
import { isOfOneBefore } from './day-owner.ts';
import { hostState, isNamedState, townBeforeWhere, welcomedTo } from './hosted-at.ts';
import { otherVenue } from './venues.ts';

const REACH = 28;
/** States whose wars and files others meet about: "at the Ukraine summit" is about it, "at the Singapore summit" is there. */
const TOPIC_STATES: ReadonlySet<string> = new Set(['UA', 'SY', 'IR', 'KP', 'AF', 'IQ', 'LY', 'PS', 'YE', 'SD', 'LB', 'VE', 'MM']);

/** A land at war by its name, and Gaza: those who meet over it do so elsewhere, unless that is all the text says of them. */
const isLandOfWar = ({ text, country, isState }: Place): boolean =>
  country !== null && TOPIC_STATES.has(country) && (isState || isGaza(text));

/** Where a contact takes or took place, as written. */
export function readPlace(frame: Frame): Place | null {
  const { scan, nucleus, args, chain } = frame;
  const { sentence } = scan;
  const clause = clauseOf(scan, nucleus.from);
  const isInvitation =
    nucleus.row.form === 'visit' &&
    (nucleus.row.isTravel !== true || chain.some(({ from }) => INVITES.test(normOf(sentence.tokens, from))));
  if (isInvitation && args.destination === null)
    return invitedTo(frame, clause.to) ?? otherVenue(frame) ?? cityVenue(frame) ?? occasionPlace(frame);
  const found = locatives(sentence).filter((place) => isOfContact(frame, place));
  const behind = found.find(
    (place) => place.from >= nucleus.to && place.from < clause.to && !hasNucleusBetween(scan, nucleus.to, place.from),
  );
  if (args.destination !== null && !isOfMembers(sentence, args.destination)) {
    const town = args.destination.kind === 'demonym' ? placeAt(sentence, args.destination.from) : null;
    return nearerPlace(town?.place ?? placeOf(sentence, args.destination), behind?.place ?? null);
  }
  const isBeside = BESIDE.has(normOf(sentence.tokens, clause.from));
  const before = lastWhere(
    found,
    (place) =>
      place.to <= nucleus.from &&
      (place.from >= clause.from || (isBeside && place.to >= clause.from && !isOfBystander(frame, place))) &&
      !isTheatre(frame, place),
  );
  return (
    behind?.place ??
    townBeforeWhere(frame, clause) ??
    welcomedTo(frame, clause.to) ??
    suggestedVenue(frame) ??
    venueOf(frame) ??
    before?.place ??
    otherVenue(frame) ??
    hostState(frame) ??
    cityVenue(frame)
  );
}
const BESIDE = wordSet('during as amid after following');

/** "a tour of G7 countries", "heads to the NATO summit": no place has that name. */
const isOfMembers = ({ tokens }: Sentence, { kind, to }: Entity): boolean => kind === 'body' && MEMBERS.has(normOf(tokens, to));
const MEMBERS = wordSet('nations countries capitals members states member tour partners summit talks meeting gathering');

/** "Rubio in Geneva as Trump is to meet Putin": where somebody else is. */
const isOfBystander = ({ scan: { sentence }, args }: Frame, { from }: Locative): boolean => {
  const there = sentence.entities.find(({ kind, to }) => kind === 'person' && to === from - 1);
  return there !== undefined && !args.core.includes(there) && !args.subject.includes(there);
};

/** "uninvites him from Friday talks in Paris". */
function occasionPlace({ scan: { sentence } }: Frame): Place | null {
  const norm = (at: number): string => normOf(sentence.tokens, at);
  return (
    locatives(sentence).find(({ from }) => ENCOUNTERS.has(norm(from - 2)) || (norm(from - 1) === 'the' && ENCOUNTERS.has(norm(from - 3))))
      ?.place ?? null
  );
}

const INVITES = /^invit/;

function isOfContact(frame: Frame, place: Locative): boolean {
  const { nucleus, args } = frame;
  if (Math.abs(place.from - nucleus.from) > REACH || isWhereItWasSaid(frame, place) || isOfInvitation(frame, place)) return false;
  if (isOfOneBefore(frame, place.from) || (isLandOfWar(place.place) && isOfThingThere(frame, place.from))) return false;
  if (place.to !== nucleus.from || isPersonThere(frame, place)) return true;
  const isTopic = isTopicOnly(frame);
  return isTopic ? !TOPIC_STATES.has(args.core[0]?.country ?? '') : !isSide(frame, place);
}

/** "their stance on aid to | northern Gaza", "destruction in Gaza": what they speak of is there, and they are not. */
function isOfThingThere({ nucleus, scan: { sentence } }: Frame, from: number): boolean {
  let at = from - 1;
  while (at > from - MAX_ADJECTIVES && !isPreposition(normOf(sentence.tokens, at))) at -= 1;
  if (!isPreposition(normOf(sentence.tokens, at))) return false;
  const before = sentence.tokens[at - 1];
  return (
    before?.kind === 'word' &&
    !before.isCapital &&
    at - 1 > 0 &&
    !NO_THING.test(before.norm) &&
    !(at > nucleus.from && at <= nucleus.to) &&
    !sentence.entities.some(({ to }) => to === at)
  );
}
const MAX_ADJECTIVES = 3;
/** What may stand before "in Gaza" and is no thing: a verb of going or meeting, a time, a person. */
const NO_THING =
  /^(?:is|are|was|were|now|land\w*|arriv\w*|held|hold\w*|meet\w*|met|talks|summit|visit|trip|tour|week|leaders?|officials?|.*day|.*ly)$/;

/** "met him and accepted an invitation to the Olympics in Beijing": where he is invited to. */
const isOfInvitation = ({ scan: { sentence }, nucleus }: Frame, { from }: Locative): boolean =>
  sentence.tokens.some(({ norm }, at) => at >= nucleus.to && at < from && INVITED.has(norm));
const INVITED = wordSet('invitation invitations');

/** "Macron in Poland talks trade": behind a person it is where he is. */
const isPersonThere = ({ scan: { sentence } }: Frame, { from, place }: Locative): boolean =>
  normOf(sentence.tokens, from - 1) === 'in' &&
  !TOPIC_STATES.has(place.country ?? '') &&
  sentence.entities.some((entity) => entity.kind === 'person' && entity.to === from - 1);

/** "announces in Oslo that ... will meet", "Merkel in Oslo has voiced hope for", "told reporters in Oslo": where somebody spoke. */
function isWhereItWasSaid({ scan, nucleus, status }: Frame, { from, to }: Locative): boolean {
  const { tokens } = scan.sentence;
  if (to <= nucleus.from)
    return (
      (!DONE.has(status) && scan.sentence.zone === 'text' && isReport(normOf(tokens, HAVE.has(normOf(tokens, to)) ? to + 1 : to))) ||
      (tokens.slice(Math.max(0, from - 4), from).some(({ norm }) => isReport(norm) || norm === 'speaking') &&
        (tokens[to]?.norm === 'that' || tokens[to]?.norm === ','))
    );
  if (isReport(normOf(tokens, to)) && SPEAKER.test(normOf(tokens, from - 2))) return true;
  const verb = tokens.findIndex(({ norm }, at) => at >= nucleus.to && at < from && isReport(norm) && norm !== 'agree');
  return verb >= 0 && from - verb <= 4;
}

/** "an official in his office said". */
const SPEAKER = /^(?:officials?|sources?|spokes\p{L}+|diplomats?|aides?|advisers?)$/u;

/** "in U.S. talks": one of those who talk. */
const isSide = ({ args }: Frame, place: Locative): boolean =>
  args.core.some((entity) => entity.kind === 'country' && entity.from === place.from);

/** "invites Modi to Moscow", "an invitation to Alaska"; "China invites Modi to visit": to itself. */
function invitedTo(frame: Frame, end: number): Place | null {
  const { scan, nucleus } = frame;
  const { sentence } = scan;
  const to = sentence.tokens.findIndex((token, at) => at >= nucleus.to - 1 && at < end && token.norm === 'to');
  if (to >= 0) {
    const entity =
      sentence.entities.find((one) => one.from === to + 1 && (one.kind === 'country' || one.kind === 'metonym')) ??
      placeEntityAt(sentence, to + 1) ??
      sentence.entities.find((one) => one.from === to + 2 && (one.kind === 'country' || one.kind === 'metonym'));
    if (entity !== null && entity !== undefined) return placeOf(sentence, entity);
    if (sentence.tokens[to + 1]?.norm !== 'visit') return null;
  } else if (nucleus.row.isTravel !== true) return null;
  const verb = sentence.tokens.findIndex(({ norm }) => INVITES.test(norm));
  const host = sentence.entities.find((entity) => isNamedState(entity) && entity.to <= verb && verb - entity.to <= 2);
  return host === undefined ? null : placeOf(sentence, host);
}

/** "advances in Ukraine before Trump-Putin summit": where the war is, not the summit. */
const isTheatre = ({ args }: Frame, { place }: Locative): boolean =>
  place.country !== null && TOPIC_STATES.has(place.country) && !args.core.some((entity) => entity.country === place.country);

const hasNucleusBetween = (scan: Scan, from: number, to: number): boolean =>
  scan.nuclei.some((nucleus) => nucleus.from >= from && nucleus.to <= to && nucleus.row.kind === 'verb');

/** "eyes Budapest for talks", "suggests Geneva as a venue". */
function suggestedVenue({ scan, nucleus }: Frame): Place | null {
  if (!hasWordOf(scan.sentence, WORD_CLASS.suggestion)) return null;
  const { tokens } = scan.sentence;
  const clause = clauseOf(scan, nucleus.from);
  for (let at = clause.from; at < clause.to; at += 1) {
    if (!isOfClass(tokens[at], WORD_CLASS.suggestion)) continue;
    const place = placeAt(scan.sentence, at + 1);
    if (place !== null && FOR_OR_AS.has(normOf(tokens, place.to)) && Math.abs(place.from - nucleus.from) <= REACH) return place.place;
  }
  return null;
}
const FOR_OR_AS = wordSet('for as');

/** "Alaska summit", "White House talks": the place before the noun. */
function venueOf(frame: Frame): Place | null {
  const { scan, nucleus, args } = frame;
  if (nucleus.row.kind === 'verb') return null;
  const { sentence } = scan;
  const start = phraseStart(sentence, nucleus);
  for (let at = nucleus.from - 1; at >= Math.max(0, nucleus.from - 4); at -= 1) {
    const metonym = sentence.entities.find((entity) => entity.kind === 'metonym' && entity.to === at + 1);
    if (metonym !== undefined && metonym.to === nucleus.from) return placeOf(sentence, metonym);
    const capital = sentence.entities.find((entity) => entity.to === at + 1 && entity.via === 'metonym' && entity.kind === 'country');
    const isHost = capital !== undefined && (!args.core.includes(capital) || followsPerson(sentence, capital));
    if (capital?.to === nucleus.from && isHost) return placeOf(sentence, capital);
    const known = placeEntityAt(sentence, at);
    if (
      known !== null &&
      known.to <= nucleus.from &&
      known.from >= start &&
      !FORMATS.has(normOf(sentence.tokens, known.to)) &&
      !isPartner(frame, known)
    )
      return placeOf(sentence, known);
  }
  return null;
}

/** "Tehran, Rome open talks": who opens them; "Gaza hostage talks": of those who are held there. */
const isPartner = ({ scan: { sentence }, nucleus }: Frame, { from, to }: Entity): boolean =>
  (to < nucleus.from &&
    ((LIST_JOINTS.has(normOf(sentence.tokens, from - 1)) && sentence.entities.some((one) => one.to === from - 1)) ||
      (LIST_JOINTS.has(normOf(sentence.tokens, to)) && sentence.entities.some((one) => one.from === to + 1)))) ||
  isGaza(normOf(sentence.tokens, from));

/** "the Normandy Four summit", "Minsk group talks": named after a town, and held anywhere. */
const FORMATS = wordSet('four format group quartet process contact framework');

/** "Tillerson Moscow talks": not "Moscow talks", and not "Putin-Moscow talks". */
const followsPerson = (sentence: Sentence, { from }: Entity): boolean =>
  sentence.entities.some(({ kind, to }) => kind === 'person' && (to === from || (to === from - 1 && sentence.tokens[to]?.norm === "'s")));
