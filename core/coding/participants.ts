import { isOfStrife } from './behind-nucleus.ts';
import { partnersInDialog } from './dialog.ts';
import type { Frame } from './frames.ts';
import type { Group } from './groups.ts';
import { heAnd } from './he-and.ts';
import { onlyTwo } from './only-two.ts';
import { asState, isMarkedOff, isTopicOnly, MARKS, otherSide, withoutTheirHeads } from './other-side.ts';
import { phraseStart } from './phrase.ts';
import { flatten, lastWhere } from './sequences.ts';
import { type Entity, normOf } from './text.ts';
import { pronounPair, toldPair, urgedPair } from './urged-pair.ts';
import { wordSet } from './word-set.ts';

/** What was last spoken of: for "the two leaders", "the meeting", "they". */
export type Topic = { readonly entities: readonly Entity[]; readonly isDomestic: boolean };

/** The nucleus's own phrase first; the subject, the speaker, the sentence around and the topic only while a side is missing. */
export function gather(frame: Frame, topic: Topic | null, lead: Entity | null = null): readonly Entity[] {
  const { args, scan, chain, nucleus } = frame;
  const sides = collector(topic);
  if (nucleus.row.isLastResort === true) return personsOf(frame);
  if (nucleus.row.id === 'send-person') return sentTo(frame);
  if (nucleus.row.id === 'on-soil') return onSoil(frame);
  if (isTopicOnly(frame)) return scan.nuclei.length > 1 ? [] : personsOf(frame);
  sides.add(ofBothStates(frame) ?? args.core);
  if (sides.count() < 2 && args.core.length > 0) sides.add(ofThatCountry(frame));
  const partners = sides.count() < 2 ? partnersInDialog(scan, nucleus) : [];
  if (partners.length > 0) sides.add(partners);
  if (partners.length > 0 && sides.count() > 1) return sides.found;
  if (args.core.length === 0 && topic !== null && nucleus.row.id === 'see') sides.add(topic.entities);
  if (args.core.length === 0 && isMarkedOff(frame) && !hasPartner(frame)) sides.add(personsOf(frame));
  if (nucleus.row.isOfWhoIsNamed === true && sides.count() < 2) sides.add(personsOf(frame));
  if (sides.count() < 2 || args.isOneSided) sides.add(withoutTheirHeads(frame, sides.found, args.linked));
  if (needsSubject(frame, sides)) sides.add(withoutTheirHeads(frame, sides.found, otherSide(frame, sides.found)));
  if (sides.count() === 1 && !args.hasDomesticObject) sides.add(whoDenies(frame));
  if (sides.count() < 2) {
    const isThird = chain.some((operator) => operator.row.isThirdParty === true);
    if (!args.hasDomesticObject && !isThird && scan.speech.group !== null && !isTripToldBy(frame, scan.speech.group))
      sides.add(speakersOf(frame, sides.found));
    if (sides.count() === 1 && !args.hasDomesticObject) sides.add(hostsOf(frame));
    if (sides.count() < 2 && !args.hasDomesticObject && isMarkedOff(frame)) sides.add(personsOf(frame));
    if (sides.count() === 1 && isOfferToTheSame(frame, topic, sides.found)) sides.add(topic?.entities ?? []);
    if (sides.count() < 2 && isTheSame(frame, topic, sides.found)) sides.add(topic?.entities ?? []);
    if (sides.count() === 1 && !args.hasDomesticObject && (nucleus.row.kind === 'noun' || isToTheCountry(frame)))
      sides.add(othersOf(frame, sides.found));
    if (sides.count() === 0 && hasTheyAsSubject(frame)) sides.add(personsOf(frame));
    if (sides.count() === 0 && nucleus.row.kind === 'noun' && !args.hasDomesticObject) sides.add(pairOf(frame));
    if (sides.count() === 0 && topic !== null && !topic.isDomestic) sides.add(topic.entities);
    if (sides.count() < 2 && isBetweenTheTwo(frame)) sides.add(theTwo(frame));
    if (sides.count() < 2) sides.add(onlyTwo(frame));
    if (sides.count() < 2) sides.add(urgedPair(frame));
    if (sides.count() < 2) sides.add(heAnd(frame));
    if (sides.count() < 2) sides.add(toldPair(frame));
    if (sides.count() < 2) sides.add(pronounPair(frame));
    if (sides.count() === 1 && lead !== null && ((topic === null && (isOfNobodyElse(frame) || isHis(frame))) || isOfPronoun(frame)))
      sides.add([lead]);
  }
  return sides.found;
}

/** "Erdogan on Egyptian soil": who is there, and whose it is. */
const onSoil = ({ scan: { sentence }, nucleus: { from, to } }: Frame): readonly Entity[] =>
  sentence.entities.filter((one) => (one.from > from && one.from < to) || one.to === from || one.to === from - 1);

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

/** "The announcement came after a meeting with Y": he of whom the item tells. */
const isOfNobodyElse = ({ args, scan, nucleus }: Frame): boolean =>
  scan.sentence.zone === 'text' && nucleus.row.kind === 'noun' && args.isOneSided && args.hasRight && scan.groups.length === 1;

/** "It came days after his meeting with Y": his of whom the item tells. */
const isHis = ({ args, scan, nucleus }: Frame): boolean =>
  scan.sentence.zone === 'text' &&
  nucleus.row.kind === 'noun' &&
  args.subject.length === 0 &&
  scan.groups.every(({ members }) => members.every((one) => one.kind !== 'person' || args.core.includes(one))) &&
  scan.sentence.tokens.slice(Math.max(0, nucleus.from - 3), nucleus.from).some(({ norm }) => norm === 'his' || norm === 'her');

/** "He met Xi in Bali in November.": at the head of a later sentence, he of whom the item tells. */
const isOfPronoun = ({ args, scan, nucleus }: Frame): boolean =>
  scan.sentence.zone === 'text' &&
  args.hasRight &&
  args.subject.length === 0 &&
  [0, 1].some((at) => /^(?:he|she)$/.test(normOf(scan.sentence.tokens, at))) &&
  nucleus.from <= (nucleus.row.kind === 'verb' ? 4 : 6) &&
  (nucleus.row.kind === 'verb' || args.isOneSided);

/** "as Macron visits the country": the one that the sentence tells of. */
const isToTheCountry = ({ scan, nucleus }: Frame): boolean =>
  nucleus.row.isTravel === true &&
  scan.sentence.tokens[nucleus.to]?.norm === 'the' &&
  /^(?:country|capital|kingdom|republic|island)$/.test(normOf(scan.sentence.tokens, nucleus.to + 1));

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

/** Who speaks of talks between states does not hold them himself: his state does. */
function speakersOf({ scan, nucleus }: Frame, found: readonly Entity[]): readonly Entity[] {
  const { group } = scan.speech;
  if (group === null || PRESS.has(normOf(scan.sentence.tokens, group.to))) return [];
  const speakers = group.members.map(asPrincipal);
  const ofStates =
    nucleus.row.kind === 'noun' &&
    nucleus.row.form === 'talks' &&
    !found.some((entity) => entity.kind === 'person' || entity.kind === 'office');
  return ofStates ? speakers.map(asState) : speakers;
}

/** "according to South Korean media": who only writes of it. */
const PRESS = wordSet(
  'media press newspaper newspapers daily dailies broadcaster broadcasters television tv radio papers paper outlets journalists reporters',
);

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
  if (frame.nucleus.row.isTravel === true && !sides.found.some(isTraveller)) return true;
  return frame.nucleus.row.kind === 'verb' || sides.count() < 2 || frame.args.isOneSided;
}

/** States do not travel; somebody does. */
export const isTraveller = (entity: Entity): boolean => /^(?:person|office|aide|group)$/.test(entity.kind) && !entity.isFormer;

const hasPartner = ({ chain }: Frame): boolean => chain.some((operator) => operator.row.takesPartner === true);

/** "the two leaders" are those of whom the text spoke last. */
function resolve(entity: Entity, topic: Topic | null): readonly Entity[] {
  if (entity.country?.includes('-') === true) return entity.country.split('-').map((country) => ({ ...entity, country, kind: 'country' }));
  if (entity.kind !== 'group' || entity.country !== null) return [asPrincipal(entity)];
  return topic === null ? [] : topic.entities;
}

/** "denies Moscow trip", "denies that an aide flew to Ankara": nobody else is named, and it is the denier's own affair. */
function whoDenies({ scan, chain }: Frame): readonly Entity[] {
  const denial = chain.find(({ row }) => row.effect === 'deny');
  if (denial === undefined || scan.sentence.zone !== 'title') return [];
  const group = lastWhere(scan.groups, ({ to, preposition }) => to <= denial.from && denial.from - to <= 2 && preposition === null);
  return (group?.members ?? []).map(asPrincipal).map(asState);
}

/** A spokesman stands for his state. */
function asPrincipal(entity: Entity): Entity {
  if (entity.kind !== 'spokesperson') return entity;
  return { ...entity, country: entity.behalf ?? entity.country, surname: null, level: null, kind: 'metonym' };
}

/** The state that a trip goes to, or with whom, when the phrase itself is silent: "police clash in Athens during Obama visit". */
function othersOf({ scan, nucleus, status, chain }: Frame, found: readonly Entity[]): readonly Entity[] {
  const isMarked = chain.some((operator) => MARKS.has(operator.row.effect) || operator.row.effect === 'hold');
  if (!isMarked && nucleus.row.isTravel !== true) return [];
  const home = new Set(found.map((entity) => entity.country));
  const isOther = (entity: Entity): boolean => entity.country !== null && !home.has(entity.country) && entity.kind !== 'aide';
  const isTeller = (group: Group): boolean => group === scan.speech.group && group.members.every(({ kind }) => kind === 'body');
  const groups = scan.groups.filter((group) => group.members.some(isOther) && !isTeller(group) && !isOfStrife(scan.sentence, group));
  const linked = groups.find(
    (group) =>
      /^(?:with|between)$/.test(group.preposition ?? '') ||
      (group.isPossessive && group.members.some(({ kind }) => kind === 'person' || (kind === 'country' && scan.sentence.zone === 'title'))),
  );
  const state =
    nucleus.row.isTravel === true && status !== 'declined'
      ? groups.find((group) => group.members.some((entity) => entity.kind !== 'person' && isOther(entity)))
      : undefined;
  return ((nucleus.row.isTravel === true ? state : linked)?.members ?? []).filter(isOther).slice(0, 1);
}

/** "the talks", "such a contact" speak of one that is known. */
export function isDefinite({ scan, nucleus }: Frame): boolean {
  if (nucleus.row.kind === 'verb') return false;
  const opener = normOf(scan.sentence.tokens, phraseStart(scan.sentence, nucleus));
  return /^(?:the|such|this|these|those|that|another)$/.test(opener) || normOf(scan.sentence.tokens, nucleus.from - 1) === 'such';
}

/** "the talks", "such a contact": the one last spoken of, when who is named here belongs to it. */
function isTheSame(frame: Frame, topic: Topic | null, found: readonly Entity[]): boolean {
  if (topic === null || topic.isDomestic) return false;
  return (
    isDefinite(frame) && found.every((entity) => entity.country === null || topic.entities.some((one) => one.country === entity.country))
  );
}

/** "calls Putin and proposes a summit", "in a letter to Putin, Zelensky offers talks": whom the sentence named before as the other side. */
function isOfferToTheSame(frame: Frame, topic: Topic | null, found: readonly Entity[]): boolean {
  const { n, nucleus, status, args } = frame;
  const isFirst = n === 0 && !(frame.scan.sentence.zone === 'text' && OFF_OR_EARLY.has(frame.status));
  if (isFirst || topic === null || topic.isDomestic || args.hasDomesticObject || nucleus.row.kind !== 'noun') return false;
  return (
    (OFFERED.has(status) || OFF_OR_EARLY.has(status)) &&
    found.every((entity) => topic.entities.some((one) => one.country === entity.country))
  );
}
const OFF_OR_EARLY: ReadonlySet<string> = new Set(['premature', 'declined', 'postponed', 'cancelled']);
const OFFERED: ReadonlySet<string> = new Set(['proposed', 'willing', 'agreed', 'possible', 'scheduled']);

/** "since they first met": those whom the sentence names. */
const hasTheyAsSubject = ({ scan, nucleus }: Frame): boolean =>
  nucleus.row.kind === 'verb' &&
  scan.sentence.tokens.some((token, at) => at < nucleus.from && nucleus.from - at <= 4 && /^(?:they|both|two|pair)$/.test(token.norm));

/** "Green light from Chavez and Santos for meeting", "Handshakes in Quito: Uribe and Correa make up": leaders of several states who are named together. */
const pairOf = ({ scan }: Frame): readonly Entity[] => {
  const leaders = (group: Group): readonly Entity[] => group.members.filter(({ kind, level }) => kind === 'person' && level === 'leader');
  const groups = scan.sentence.zone === 'title' ? scan.groups.map(leaders) : [];
  return groups.find((members) => codesOf(members).length > 1) ?? [];
};

/** "talks between the two countries", "bombs fall as ceasefire talks continue": those of whom the sentence tells. */
const isBetweenTheTwo = ({ args, nucleus, scan, chain }: Frame): boolean =>
  nucleus.row.kind === 'noun' &&
  !args.hasDomesticObject &&
  (args.core.some(({ kind, country }) => kind === 'group' && country === null) ||
    (/^(?:ceasefire|truce|peace|border)$/.test(normOf(scan.sentence.tokens, nucleus.from)) &&
      chain.some(({ row }) => row.effect === 'begin' || row.effect === 'hold') &&
      chain.some(({ row }) => MARKS.has(row.effect))));

/** The two states that a sentence names, when there are no more. */
function theTwo({ scan, nucleus }: Frame): readonly Entity[] {
  const states = flatten(
    scan.groups.filter((group) => group !== scan.speech.group && group.to <= nucleus.from),
    ({ members }) => members,
  ).filter(({ kind, country }) => kind !== 'group' && kind !== 'body' && country !== null);
  const two = states.filter((entity, at) => states.findIndex(({ country }) => country === entity.country) === at).map(asState);
  return two.length === 2 ? two : [];
}

/** "X presses Y, but talks between the two countries drag on": of these two, whatever the text told before. */
function ofBothStates(frame: Frame): readonly Entity[] | null {
  const [pair, ...others] = frame.args.core;
  if (pair === undefined || others.length > 0 || pair.kind !== 'group' || pair.country !== null) return null;
  if (!/^(?:countries|nations|governments|states)$/.test(normOf(frame.scan.sentence.tokens, pair.to - 1))) return null;
  const two = theTwo(frame);
  return two.length === 2 ? two : null;
}

/** "in Khartoum for talks with the country's leaders": of the state named last. */
function ofThatCountry({ args, scan }: Frame): readonly Entity[] {
  const theirs = args.core.find(
    ({ kind, country, from }) => kind === 'office' && country === null && isOfTheCountry(scan.sentence.tokens, from),
  );
  if (theirs === undefined) return [];
  const place = lastWhere(scan.groups, ({ to, members }) => to <= theirs.from && members.every(({ kind }) => kind === 'country'));
  return place === null || place === undefined ? [] : place.members.map((one) => ({ ...one, level: theirs.level }));
}
const isOfTheCountry = (tokens: Frame['scan']['sentence']['tokens'], at: number): boolean =>
  normOf(tokens, at - 1) === "'s" && COUNTRY.has(normOf(tokens, at - 2)) && normOf(tokens, at - 3) === 'the';
const COUNTRY = wordSet('country nation kingdom republic island');

/** The persons of the sentence, when they are of two states; who only speaks of others comes last. */
function personsOf({ scan }: Frame): readonly Entity[] {
  const speaks = (group: Group): boolean => group === scan.speech.group;
  const persons = flatten([...scan.groups.filter((group) => !speaks(group)), ...scan.groups.filter(speaks)], (group) =>
    group.members.filter((entity) => (entity.kind === 'person' || entity.kind === 'office') && entity.country !== null),
  );
  const two = persons.filter((entity, at) => persons.findIndex((one) => one.country === entity.country) === at).slice(0, 2);
  return two.length === 2 ? two : [];
}

/** "at the White House", "in the Kremlin": the house of a side, when nobody else is named. */
function hostsOf(frame: Frame): readonly Entity[] {
  const { scan, nucleus } = frame;
  return flatten(
    scan.groups.filter(
      (group) =>
        group.preposition !== null &&
        (group.preposition === 'at' || group.preposition === 'in' || group.preposition === 'to') &&
        Math.abs(group.from - nucleus.from) <= 10,
    ),
    (group) =>
      group.members.filter(
        (entity) =>
          entity.kind === 'metonym' || (frame.status === 'underway' && frame.chain.some((operator) => operator.row.effect === 'purpose')),
      ),
  );
}

/** The states of entities, each once. */
export const codesOf = (entities: readonly Entity[]): readonly string[] => [
  ...new Set(flatten(entities, (entity) => (entity.country === null ? [] : [entity.country]))),
];
