import { isPersonOfState, isTraveller, isUnnamedGroup } from '../entities/actors.ts';
import { codesOf } from '../entities/party-codes.ts';
import { partnersInDialog } from '../frames/dialog.ts';
import type { Frame } from '../frames/frames.ts';
import { isMarkedOff, MARKS, otherSide, withoutTheirHeads } from '../frames/other-side.ts';
import { phraseEnd } from '../operators/outcomes.ts';
import { flatten } from '../words/sequences.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { type Collector, collector } from './collector.ts';
import { heAnd } from './he-and.ts';
import { ofItsKind } from './of-its-kind.ts';
import { onlyTwo } from './only-two.ts';
import { hasOwnActor, inTheirTalks, lentTo, ofOwnClause } from './own-actor.ts';
import { isForOthers } from './second-side.ts';
import {
  hostsOf,
  ofBothStates,
  onlyGuest,
  othersOf,
  pairOf,
  personsOf,
  speakersOf,
  theTwo,
  toldOf,
  toldSide,
  whoDenies,
} from './sentence-parties.ts';
import { isOfDay, isOfferToTheSame, isOfWhoLeads, isTheSame, type Topic } from './topic.ts';
import { isBareVisit, isToTheCountry, isTripOfNobody, isTripToldBy } from './trip-kinds.ts';
import { pronounPair, toldPair, urgedPair } from './urged-pair.ts';

/** The nucleus's own phrase first; the subject, the speaker, the sentence around and the topic only while a side is missing. */
export function gather(frame: Frame, topic: Topic | null, lead: Entity | null = null): readonly Entity[] {
  const { args, scan, nucleus } = frame;
  const sides = collector(topic);
  const own = ofItsKind(frame);
  if (own !== null) return own;
  sides.add(ofBothStates(frame) ?? args.core);
  if (isTripOfNobody(frame, sides.found) && onlyGuest(frame).length > 0) return [...sides.found, ...onlyGuest(frame)];
  if (sides.found.some(isUncounted)) sides.add(included(frame));
  const partners = sides.count() < 2 ? partnersInDialog(scan, nucleus) : [];
  if (partners.length > 0) sides.add(partners);
  if (partners.length > 0 && sides.count() > 1) return sides.found;
  if (topic !== null && ((args.core.length === 0 && nucleus.row.id === 'see') || isOfDayBefore(frame, topic))) sides.add(topic.entities);
  if (sides.count() === 0) sides.add(toldOf(frame));
  if (sides.count() < 2 && isWithoutActor(frame)) sides.add(inTheirTalks(frame, personsOf(frame)));
  if (nucleus.row.isOfWhoIsNamed === true && sides.count() < 2) sides.add(personsOf(frame));
  if ((sides.count() < 2 || args.isOneSided) && !isOfferOfThird(frame)) sides.add(withoutTheirHeads(frame, sides.found, askedOf(frame)));
  if (needsSubject(frame, sides)) sides.add(withoutTheirHeads(frame, sides.found, otherSide(frame, sides.found)));
  if (sides.count() === 1 && !args.hasDomesticObject) sides.add(whoDenies(frame));
  if (sides.count() < 2) lookAround(frame, sides, { topic, lead });
  return sides.found;
}

/** Who is told of elsewhere: the speaker, the house, the others whom the sentence names, those of whom the text told before. */
function lookAround(frame: Frame, sides: Collector, { topic, lead }: { readonly topic: Topic | null; readonly lead: Entity | null }): void {
  const { args, scan, chain, nucleus } = frame;
  const isThird = chain.some((operator) => operator.row.isThirdParty === true);
  if (!args.hasDomesticObject && !isThird && scan.speech.group !== null && !isTripToldBy(frame, scan.speech.group))
    sides.add(speakersOf(frame, sides.found));
  if (sides.count() === 1) sides.add(toldSide(frame, sides.found));
  if (sides.count() === 1 && !args.hasDomesticObject) sides.add(hostsOf(frame));
  if (sides.count() < 2 && !args.hasDomesticObject && isMarkedOff(frame))
    sides.add(hasOwnActor(frame) ? lentTo(frame, personsOf(frame)) : inTheirTalks(frame, personsOf(frame)));
  if (sides.count() === 1 && isOfferToTheSame(frame, topic, sides.found)) sides.add(topic?.entities ?? []);
  if (sides.count() < 2 && isTheSame(frame, topic, sides.found)) sides.add(topic?.entities ?? []);
  if (
    sides.count() === 1 &&
    !args.hasDomesticObject &&
    (nucleus.row.kind === 'noun' || isToTheCountry(frame) || isBareVisit(frame) || isOpenToTalk(frame))
  )
    sides.add(ofOwnClause(frame, othersOf(frame, sides.found)));
  if (sides.count() === 1) sides.add(rulerThere(frame, sides.found));
  if (sides.count() < 2 && hasTheyAsSubject(frame)) sides.add(personsOf(frame));
  if (sides.count() === 0 && nucleus.row.kind === 'noun' && !args.hasDomesticObject) sides.add(pairOf(frame));
  if (sides.count() === 0 && topic !== null && !topic.isDomestic && !isWithOthers(frame)) sides.add(topic.entities);
  if (sides.count() < 2 && isBetweenTheTwo(frame)) sides.add(theTwo(frame));
  if (sides.count() < 2 && !isForOthers(frame)) sides.add(onlyTwo(frame));
  if (sides.count() < 2) sides.add(urgedPair(frame));
  if (sides.count() < 2) sides.add(heAnd(frame));
  if (sides.count() < 2) sides.add(toldPair(frame));
  if (sides.count() < 2) sides.add(pronounPair(frame));
  if (sides.count() === 1 && lead !== null && isOfWhoLeads(frame, topic, lead)) sides.add([lead]);
}

/** "Friday's meeting in Geneva will be their second": of those of whom the text told before. */
const isOfDayBefore = (frame: Frame, { isDomestic }: Topic): boolean => {
  if (isDomestic || !isOfDay(frame) || isWithOthers(frame)) return false;
  const end = phraseEnd(frame.scan.sentence, frame.nucleus);
  const hasVerb = [0, 1, 2].some((k) => HAS_VERB.has(normOf(frame.scan.sentence.tokens, end + k)));
  return hasVerb && frame.args.core.every(({ from }) => from > end);
};
/** "Monday's meeting with senators". */
const isWithOthers = (frame: Frame): boolean => isOfDay(frame) && WITH_WHOM.has(normOf(frame.scan.sentence.tokens, frame.nucleus.to));
const WITH_WHOM = wordSet('with of among between');
const HAS_VERB = wordSet('will would is are was were followed lasted marks');

/** "Trump, Xi upbeat after talks": of those whom the sentence names. */
const isWithoutActor = (frame: Frame): boolean =>
  frame.args.core.length === 0 && isMarkedOff(frame) && !hasPartner(frame) && !hasOwnActor(frame);

/** "with leaders including X of Indonesia and Y of Laos": some of those who are not counted. */
const isUncounted = ({ kind, country }: Entity): boolean =>
  (kind === 'group' || kind === 'office') && (country === null || country === 'XX');
function included({ scan: { sentence, groups }, nucleus }: Frame): readonly Entity[] {
  const at = sentence.tokens.findIndex(({ norm }, k) => k >= nucleus.to && norm === 'including');
  if (at < 0) return [];
  return flatten(
    groups.filter((group) => group.from > at),
    ({ members }) => members.filter(isPersonOfState),
  );
}

/** "Erdogan asks Fidan to travel to Oslo": his minister travels, not he. */
const askedOf = ({ args: { linked, subject }, nucleus }: Frame): readonly Entity[] =>
  nucleus.row.isTravel === true && linked.length > 0 && subject.length === 1 && subject[0]?.kind === 'person'
    ? linked.filter(({ kind, country, surname }) => kind !== 'person' || country !== subject[0]?.country || surname === subject[0].surname)
    : linked;

/** "North Korea still willing to talk after Trump scraps summit": with whom is said elsewhere. */
export const isOpenToTalk = ({ nucleus, chain, args }: Frame): boolean =>
  nucleus.row.id === 'discuss' && args.isOneSided && chain.some(({ row }) => row.effect === 'ready');

/** "Crown Prince meets Putin in Riyadh": a ruler without his state is that of the capital. */
function rulerThere({ scan: { sentence, groups } }: Frame, found: readonly Entity[]): readonly Entity[] {
  const ruler = found.find(({ country, kind, to }) => country === null && kind === 'office' && RULERS.has(normOf(sentence.tokens, to - 1)));
  const home = ruler && groups.find(({ preposition, members }) => preposition === 'in' && members.every(({ via }) => via === 'metonym'));
  return ruler && home ? [{ ...ruler, country: home.members[0]?.country ?? null }] : [];
}
const RULERS = wordSet('prince king emir amir sultan counterpart counterparts');

const ANSWERS: ReadonlySet<string> = new Set(['refuse', 'agree', 'accept']);
/** "Sisi turns down an American proposal to meet Netanyahu": who answers meets the one who is named behind the verb. */
const isOfferOfThird = ({ args: { core, subject, linked, hasRight }, chain }: Frame): boolean => {
  if (!hasRight || linked.length === 0 || subject.length === 0 || chain.length < 2 || !chain.some(({ row }) => ANSWERS.has(row.effect)))
    return false;
  const isOther = (list: readonly Entity[], one: Entity): boolean => list.every(({ country }) => country !== one.country);
  return (
    subject.every((one) => one.country !== null && isOther(core, one)) && linked.some((one) => isOther(core, one) && isOther(subject, one))
  );
};

/** "wins nod from X, Y for a meeting", "offers his palace to X, Y": who brings two others together. */
const bringsTogether = ({ args, chain, nucleus }: Frame): boolean =>
  nucleus.row.bringsOthers === true ||
  (args.core.length === 0 &&
    codesOf(args.linked).length > 1 &&
    (args.linked.every(({ kind }) => kind === 'person') || !args.linked.some((one) => args.subject.includes(one))) &&
    chain.some(({ row }) => row.effect === 'agree' || row.effect === 'propose'));

function needsSubject(frame: Frame, sides: Collector): boolean {
  if (frame.args.hasDomesticObject || bringsTogether(frame)) return false;
  if (hasPartner(frame)) return true;
  // "Oslo steers Trump away from Putin's view after summit": theirs
  if (sides.count() > 1 && isBareMarker(frame) && isWithoutActor(frame)) return false;
  if (frame.nucleus.row.isTravel === true && !sides.found.some(isTraveller)) return true;
  return frame.nucleus.row.kind === 'verb' || sides.count() < 2 || frame.args.isOneSided;
}

/** "... after summit": a noun alone that only says when. */
const isBareMarker = ({ scan, nucleus, chain }: Frame): boolean =>
  nucleus.row.kind === 'noun' && chain.length === 1 && chain[0]?.to === nucleus.from && scan.sentence.tokens[nucleus.to]?.kind !== 'word';

const hasPartner = ({ chain }: Frame): boolean => chain.some((operator) => operator.row.takesPartner === true);

/** "since they first met": those whom the sentence names. */
const hasTheyAsSubject = ({ scan, nucleus }: Frame): boolean =>
  nucleus.row.kind === 'verb' &&
  scan.sentence.tokens.some((token, at) => at < nucleus.from && nucleus.from - at <= 4 && BOTH.has(token.norm));
const BOTH = wordSet('they both two pair');

/** "talks between the two countries", "bombs fall as ceasefire talks continue": those of whom the sentence tells. */
const isBetweenTheTwo = ({ args, nucleus, scan, chain }: Frame): boolean =>
  nucleus.row.kind === 'noun' &&
  !args.hasDomesticObject &&
  (args.core.some(isUnnamedGroup) ||
    args.subject.some(isUnnamedGroup) ||
    (TRUCE.has(normOf(scan.sentence.tokens, nucleus.from)) &&
      chain.some(({ row }) => row.effect === 'begin' || row.effect === 'hold') &&
      chain.some(({ row }) => MARKS.has(row.effect))));
const TRUCE = wordSet('ceasefire truce peace border');
