import { isPersonOfState, isUnnamedGroup } from '../entities/actors.ts';
import type { Group } from '../entities/groups.ts';
import { codesOf } from '../entities/party-codes.ts';
import { partnersInDialog } from '../frames/dialog.ts';
import type { Frame } from '../frames/frames.ts';
import { isMarkedOff, isTopicOnly, MARKS, otherSide, withoutTheirHeads } from '../frames/other-side.ts';
import { governingPreposition } from '../nuclei/phrase.ts';
import { flatten, lastWhere } from '../words/sequences.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES } from '../words/word-sets.ts';
import { heAnd } from './he-and.ts';
import { onlyTwo } from './only-two.ts';
import { hasOwnActor, inTheirTalks, lentTo, ofOwnClause } from './own-actor.ts';
import { isForOthers } from './second-side.ts';
import {
  asPrincipal,
  hostsOf,
  ofBothStates,
  ofThatCountry,
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
import { isOfferToTheSame, isOfWhoLeads, isTheSame, type Topic } from './topic.ts';
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
  if (sides.count() < 2 && args.core.length > 0) sides.add(ofThatCountry(frame));
  const partners = sides.count() < 2 ? partnersInDialog(scan, nucleus) : [];
  if (partners.length > 0) sides.add(partners);
  if (partners.length > 0 && sides.count() > 1) return sides.found;
  if (args.core.length === 0 && topic !== null && nucleus.row.id === 'see') sides.add(topic.entities);
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
  if (sides.count() === 0 && topic !== null && !topic.isDomestic) sides.add(topic.entities);
  if (sides.count() < 2 && isBetweenTheTwo(frame)) sides.add(theTwo(frame));
  if (sides.count() < 2 && !isForOthers(frame)) sides.add(onlyTwo(frame));
  if (sides.count() < 2) sides.add(urgedPair(frame));
  if (sides.count() < 2) sides.add(heAnd(frame));
  if (sides.count() < 2) sides.add(toldPair(frame));
  if (sides.count() < 2) sides.add(pronounPair(frame));
  if (sides.count() === 1 && lead !== null && isOfWhoLeads(frame, topic, lead)) sides.add([lead]);
}

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

/** Who takes part where the kind of nucleus, or what else is spoken of, settles it; null for any other. */
function ofItsKind(frame: Frame): readonly Entity[] | null {
  const { row } = frame.nucleus;
  if (row.isLastResort === true) return personsOf(frame);
  if (isOfManyOnly(frame)) return frame.args.subject;
  if (row.id === 'caption' && frame.nucleus.from === 0) return frame.scan.sentence.entities.slice(0, 2);
  if (isRegionalTrip(frame)) return frame.args.core;
  if (row.id === 'send-person') return sentTo(frame);
  if (row.id === 'on-soil') return onSoil(frame);
  if (row.bringsOthers === true) return broughtTogether(frame);
  const speakers = speakingOfOthers(frame);
  if (speakers.length > 0) return speakers;
  if (!isTopicOnly(frame)) return null;
  return frame.scan.nuclei.length > 1 ? [] : personsOf(frame);
}

/** "hours after Trump's visit to the region", "Blinken's regional tour": not to the one who acts meanwhile. */
const isRegionalTrip = ({ nucleus: { row, from, to }, args, scan: { sentence } }: Frame): boolean =>
  row.isTravel === true &&
  row.kind === 'noun' &&
  args.destination === null &&
  args.core.length > 0 &&
  args.core.every(isTraveller) &&
  (normOf(sentence.tokens, from - 1) === 'regional' ||
    (normOf(sentence.tokens, to + 1) === 'the' && normOf(sentence.tokens, to + 2) === 'region'));

/** "offers to bring Putin, Zelensky together", "bring together X and Y": the two right behind; null when they stand elsewhere. */
function broughtTogether({ scan: { sentence }, nucleus: { to } }: Frame): readonly Entity[] | null {
  const { tokens, entities } = sentence;
  const start = normOf(tokens, to) === 'together' ? to + 1 : to;
  const first = entities.findIndex(({ from }) => from === start || (from === start + 1 && ARTICLES.has(normOf(tokens, start))));
  const [one, other] = [entities[first], entities[first + 1]];
  if (one === undefined || other === undefined || other.from - one.to > 2 || !BESIDE.has(normOf(tokens, one.to))) return null;
  return one.country !== null && other.country !== null && one.country !== other.country ? [one, other] : null;
}
const BESIDE = wordSet('and & ,');

/** "Erdogan on Egyptian soil": who is there, and whose it is. */
const onSoil = ({ scan: { sentence }, nucleus: { from, to } }: Frame): readonly Entity[] =>
  sentence.entities.filter((one) => (one.from > from && one.from < to) || one.to === from || one.to === from - 1);

/** "Macron and Merz discuss the Trump-Putin summit in a call": those two, and nobody of what they speak of. */
function speakingOfOthers({ scan, nucleus, args }: Frame): readonly Entity[] {
  if (nucleus.row.form !== 'phone' || nucleus.row.kind !== 'noun' || args.hasRight || args.core.length > 0) return [];
  if (governingPreposition(scan.sentence, nucleus) === null) return [];
  const verb = lastWhere(scan.nuclei, ({ row, to }) => row.id === 'discuss' && to <= nucleus.from);
  if (verb === undefined || !scan.nuclei.some(({ row, from }) => row.kind === 'noun' && from >= verb.to && from < nucleus.from)) return [];
  const who = lastWhere(scan.groups, ({ to, preposition }) => to <= verb.from && preposition === null)?.members ?? [];
  return codesOf(who).length > 1 ? who : [];
}

/** "sends Y to Oslo": who is sent, of the state of who sends him, and where to. */
function sentTo({ scan: { sentence }, nucleus }: Frame): readonly Entity[] {
  const k = sentence.entities.findIndex(({ from }) => from >= nucleus.to);
  const [sent, place] = [sentence.entities[k], sentence.entities[k + 1]];
  if (sent === undefined || place === undefined) return [];
  const sender = lastWhere(sentence.entities, ({ to, country }) => to <= nucleus.from && country !== null);
  return [sent.country === null ? { ...sent, country: sender?.country ?? null } : sent, place];
}

/** "clashes over Deby visit to the south: U.N.": a body tells of a trip, nobody travels to it. */
const isTripToldBy = ({ nucleus }: Frame, { members }: Group): boolean =>
  nucleus.row.isTravel === true && members.every(({ kind }) => kind === 'body');

/** "North Korea still willing to talk after Trump scraps summit": with whom is said elsewhere. */
export const isOpenToTalk = ({ nucleus, chain, args }: Frame): boolean =>
  nucleus.row.id === 'discuss' && args.isOneSided && chain.some(({ row }) => row.effect === 'ready');

/** "Trump says he waits as Gulf leaders meet": who tells of it is none of them. */
const isOfManyOnly = ({ nucleus, args }: Frame): boolean =>
  nucleus.row.id === 'meet' &&
  !args.hasRight &&
  args.subject.length > 0 &&
  args.subject.every(
    ({ kind, country }) => (kind === 'group' && country?.includes('-') === false) || (kind === 'office' && country === 'XX'),
  );


/** "Crown Prince meets Putin in Riyadh": a ruler without his state is that of the capital. */
function rulerThere({ scan: { sentence, groups } }: Frame, found: readonly Entity[]): readonly Entity[] {
  const ruler = found.find(({ country, kind, to }) => country === null && kind === 'office' && RULERS.has(normOf(sentence.tokens, to - 1)));
  const home = ruler && groups.find(({ preposition, members }) => preposition === 'in' && members.every(({ via }) => via === 'metonym'));
  return ruler && home ? [{ ...ruler, country: home.members[0]?.country ?? null }] : [];
}
const RULERS = wordSet('prince king emir amir sultan counterpart counterparts');

/** "India expects Putin to visit in June": where to is not said again. */
const isBareVisit = ({ nucleus, args, scan: { sentence } }: Frame): boolean =>
  nucleus.row.id === 'visit-verb' &&
  nucleus.to - nucleus.from === 1 &&
  args.destination === null &&
  normOf(sentence.tokens, nucleus.from - 1) === 'to' &&
  !(sentence.tokens[nucleus.to]?.kind === 'word' && sentence.tokens[nucleus.to]?.isCapital === true);

/** "as Macron visits the country": the one that the sentence tells of. */
const isToTheCountry = ({ scan, nucleus }: Frame): boolean =>
  nucleus.row.isTravel === true &&
  scan.sentence.tokens[nucleus.to]?.norm === 'the' &&
  COUNTRY.has(normOf(scan.sentence.tokens, nucleus.to + 1));
const COUNTRY = wordSet('country capital kingdom republic island');

type Collector = { readonly found: readonly Entity[]; count(): number; add(list: readonly Entity[]): void };

/** Entities without doubles, and how many states they are of. */
function collector(topic: Topic | null): Collector {
  const found: Entity[] = [];
  const codes = new Set<string>();
  return {
    found,
    count: () => codes.size,
    add: (list) => {
      for (const entity of list)
        for (const one of resolve(entity, topic)) {
          if (found.some((known) => isAlike(known, one))) continue;
          found.push(one);
          if (one.country !== null) codes.add(one.country);
        }
    },
  };
}
const isAlike = (a: Entity, b: Entity): boolean => a.country === b.country && a.surname === b.surname && a.kind === b.kind;

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

/** "ahead of White House visit": where to, but not whose. */
const isTripOfNobody = ({ nucleus, args, scan }: Frame, found: readonly Entity[]): boolean =>
  nucleus.row.isTravel === true &&
  nucleus.row.kind === 'noun' &&
  scan.sentence.zone === 'title' &&
  args.destination !== null &&
  !args.hasDomesticObject &&
  !found.some(isTraveller) &&
  !args.subject.some(isTraveller) &&
  !args.linked.some(isTraveller);

/** States do not travel; somebody does. */
export const isTraveller = (entity: Entity): boolean => TRAVELLERS.has(entity.kind) && !entity.isFormer;
const TRAVELLERS = wordSet('person office aide group');

const hasPartner = ({ chain }: Frame): boolean => chain.some((operator) => operator.row.takesPartner === true);

/** "the two leaders" are those of whom the text spoke last. */
function resolve(entity: Entity, topic: Topic | null): readonly Entity[] {
  if (entity.country?.includes('-') === true) {
    const kind = entity.country.includes('XX') ? 'group' : 'country';
    return entity.country.split('-').map((country) => ({ ...entity, country, kind }));
  }
  if (!isUnnamedGroup(entity)) return [asPrincipal(entity)];
  return topic === null ? [] : topic.entities;
}

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
