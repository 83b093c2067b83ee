import type { Arguments } from './arguments.ts';
import type { Level } from './coded-item.ts';
import type { Frame } from './frames.ts';
import { phraseStart } from './phrase.ts';
import { readPlace } from './places.ts';
import type { Entity } from './text.ts';
import { DOMESTIC_WORDS, REGION } from './word-sets.ts';

/** The settled sides of a contact. */
export type Sides = { readonly parties: readonly string[]; readonly leaders: readonly string[]; readonly level: Level };

/** What was last spoken of: for "the two leaders", "the meeting", "they". */
export type Topic = { readonly entities: readonly Entity[]; readonly isDomestic: boolean };

const RANK: Readonly<Record<Level, number>> = { leader: 3, minister: 2, envoy: 1 };
const BY_RANK: readonly Level[] = ['envoy', 'envoy', 'minister', 'leader'];

/** Parties, leaders and level of a frame; null when there is no second state. */
export function settleSides(frame: Frame, topic: Topic | null): Sides | null {
  if (topic?.isDomestic === true && frame.args.core.length === 0 && isDefinite(frame)) return null;
  if (frame.args.hasDomesticObject && codesOf(frame.args.core).length < 2) return null;
  const named = gather(frame, topic);
  if (isHomeTrip(frame)) return null;
  if (frame.nucleus.row.isTravel === true && !named.some(isVisitor)) return null;
  if (
    frame.nucleus.row.needsPair === true &&
    frame.args.isOneSided &&
    codesOf(frame.args.subject).length < 2 &&
    frame.args.core.length === 0
  )
    return null;
  if (isLoneCall(frame)) return null;
  const all = codesOf(named);
  const codes = all.length > 2 ? all.filter((code) => code !== 'XX') : all;
  if (
    codes.length === 1 &&
    codes[0] === 'XX' &&
    named.some((entity) => entity.kind === 'group') &&
    /^(?:meet|summit)$/.test(frame.nucleus.row.id)
  )
    return { parties: codes, leaders: [], level: 'leader' };
  const parties = codes.length >= 2 ? codes : completed(frame, codes, named);
  if (parties === null) return null;
  const kept = parties.length > 6 ? parties.slice(0, 6) : parties;
  const level = statedLevel(frame) ?? levelOf(frame, named, kept);
  if (level === 'envoy' && frame.form === 'letter') return null;
  return { parties: [...kept].sort(), leaders: level === 'leader' || statedLevel(frame) === null ? leadersOf(named) : [], level };
}

/** "Trump's call" alone is as often an appeal as a telephone call. */
function isLoneCall({ nucleus, args, chain }: Frame): boolean {
  if (nucleus.row.id !== 'call' || nucleus.to - nucleus.from > 1) return false;
  if (args.core.length === 0 && chain.some((operator) => operator.row.isPreposition !== true)) return false;
  return args.core.length === 0 || (!args.hasRight && codesOf(args.core).length < 2);
}

/** "Biden's trip to the U.S. state of Georgia". */
const isHomeTrip = ({ args, nucleus }: Frame): boolean => nucleus.row.isTravel === true && args.destination !== null && isAtHome(args);

function isAtHome({ doers, destination }: Arguments): boolean {
  const travellers = doers.filter((entity) => entity !== destination && entity.kind === 'person');
  return travellers.length > 0 && travellers.every((entity) => entity.country === destination?.country);
}

/** States do not travel; somebody does. */
const isVisitor = (entity: Entity): boolean => /^(?:person|office|aide|group)$/.test(entity.kind) && !entity.isFormer;
const codesOf = (entities: readonly Entity[]): readonly string[] => [
  ...new Set(entities.flatMap((entity) => (entity.country === null ? [] : [entity.country]))),
];

/** The nucleus's own phrase first; the subject, the speaker and the topic only while a side is missing. */
export function gather(frame: Frame, topic: Topic | null): readonly Entity[] {
  const { args, scan, chain, nucleus } = frame;
  const found: Entity[] = args.core.flatMap((entity) => resolve(entity, topic));
  const count = (): number => codesOf(found).length;
  const add = (list: readonly Entity[]): void => {
    for (const entity of list) for (const one of resolve(entity, topic)) if (!found.includes(one)) found.push(one);
  };
  const isThird = chain.some((operator) => operator.row.isThirdParty === true);
  if (args.core.length === 0 && isMarkedOff(frame)) add(personsOf(frame));
  if (count() < 2 || args.isOneSided) add(args.linked);
  if (needsSubject(frame, count())) add(args.subject);
  if (count() < 2 && !args.hasDomesticObject && !isThird && scan.speech.group !== null) add(speakersOf(frame, found));
  if (count() < 2 && count() > 0 && !args.hasDomesticObject) add(hostsOf(frame));
  if (count() < 2 && !args.hasDomesticObject && isMarkedOff(frame)) add(personsOf(frame));
  if (count() < 2 && isTheSame(frame, topic, found)) add(topic?.entities ?? []);
  if (count() < 2 && count() > 0 && !args.hasDomesticObject && nucleus.row.kind === 'noun') add(othersOf(frame, found));
  if (count() === 0 && hasTheyAsSubject(frame)) add(personsOf(frame));
  if (count() === 0 && topic !== null && !topic.isDomestic) add(topic.entities);
  return found;
}

/** Who speaks of talks between states does not hold them himself: his state does. */
function speakersOf({ scan, nucleus }: Frame, found: readonly Entity[]): readonly Entity[] {
  const speakers = (scan.speech.group?.members ?? []).map(asPrincipal);
  const ofStates =
    nucleus.row.kind === 'noun' &&
    nucleus.row.form === 'talks' &&
    !found.some((entity) => entity.kind === 'person' || entity.kind === 'office');
  return ofStates ? speakers.map((entity) => ({ ...entity, kind: 'country' as const, surname: null, level: null })) : speakers;
}

function needsSubject(frame: Frame, count: number): boolean {
  if (frame.args.hasDomesticObject) return false;
  return frame.nucleus.row.kind === 'verb' || count < 2 || frame.args.isOneSided;
}

/** "the two leaders" are those of whom the text spoke last. */
function resolve(entity: Entity, topic: Topic | null): readonly Entity[] {
  if (entity.kind !== 'group' || entity.country !== null) return [asPrincipal(entity)];
  return topic === null ? [] : topic.entities;
}

/** A spokesman stands for his state. */
function asPrincipal(entity: Entity): Entity {
  if (entity.kind !== 'spokesperson') return entity;
  return { ...entity, country: entity.behalf ?? entity.country, surname: null, level: null, kind: 'metonym' };
}

const MARKS: ReadonlySet<string> = new Set(['presuppose-future', 'presuppose-past', 'presuppose-now']);
/** "ahead of the meeting", "at talks": the phrase names nobody, the sentence around it does. */
const isMarkedOff = ({ nucleus, chain }: Frame): boolean =>
  nucleus.row.kind === 'noun' && chain.some((operator) => MARKS.has(operator.row.effect));

/** The state that a trip goes to, or with whom, when the phrase itself is silent: "police clash in Athens during Obama visit". */
function othersOf({ scan, nucleus, status, chain }: Frame, found: readonly Entity[]): readonly Entity[] {
  const isMarked = chain.some((operator) => MARKS.has(operator.row.effect) || operator.row.effect === 'hold');
  if (!isMarked && nucleus.row.isTravel !== true) return [];
  const home = new Set(found.map((entity) => entity.country));
  const isOther = (entity: Entity): boolean => entity.country !== null && !home.has(entity.country) && entity.kind !== 'aide';
  const groups = scan.groups.filter((group) => group.members.some(isOther));
  const linked = groups.find(
    (group) =>
      /^(?:with|between)$/.test(group.preposition ?? '') ||
      (group.isPossessive && group.members.some((entity) => entity.kind === 'person')),
  );
  const state =
    nucleus.row.isTravel === true && status !== 'declined'
      ? groups.find((group) => group.members.some((entity) => entity.kind !== 'person' && isOther(entity)))
      : undefined;
  return ((nucleus.row.isTravel === true ? state : linked)?.members ?? []).filter(isOther).slice(0, 1);
}

/** "the talks", "such a contact" speak of one that is known. */
function isDefinite({ scan, nucleus }: Frame): boolean {
  if (nucleus.row.kind === 'verb') return false;
  const opener = scan.sentence.tokens[phraseStart(scan.sentence, nucleus)]?.norm ?? '';
  return /^(?:the|such|this|these|those|that|another)$/.test(opener) || scan.sentence.tokens[nucleus.from - 1]?.norm === 'such';
}

/** "the talks", "such a contact": the one last spoken of, when who is named here belongs to it. */
function isTheSame(frame: Frame, topic: Topic | null, found: readonly Entity[]): boolean {
  if (topic === null || topic.isDomestic) return false;
  return (
    isDefinite(frame) && found.every((entity) => entity.country === null || topic.entities.some((one) => one.country === entity.country))
  );
}

/** "since they first met": those whom the sentence names. */
const hasTheyAsSubject = ({ scan, nucleus }: Frame): boolean =>
  nucleus.row.kind === 'verb' &&
  scan.sentence.tokens.some((token, at) => at < nucleus.from && nucleus.from - at <= 4 && /^(?:they|both|two|pair)$/.test(token.norm));

/** The persons of the sentence, when they are of two states. */
function personsOf({ scan }: Frame): readonly Entity[] {
  const persons = scan.groups.flatMap((group) =>
    group.members.filter((entity) => /^(?:person|office)$/.test(entity.kind) && entity.country !== null),
  );
  const two = persons.filter((entity, at) => persons.findIndex((one) => one.country === entity.country) === at).slice(0, 2);
  return two.length === 2 ? two : [];
}

/** "at the White House", "in the Kremlin": the house of a side, when nobody else is named. */
function hostsOf(frame: Frame): readonly Entity[] {
  const { scan, nucleus } = frame;
  return scan.groups
    .filter((group) => group.preposition !== null && /^(?:at|in|to)$/.test(group.preposition) && Math.abs(group.from - nucleus.from) <= 10)
    .flatMap((group) =>
      group.members.filter(
        (entity) =>
          entity.kind === 'metonym' || (frame.status === 'underway' && frame.chain.some((operator) => operator.row.effect === 'purpose')),
      ),
    );
}

/** One side is named: does the text speak of an unnamed second one, or of nobody? */
function completed(frame: Frame, codes: readonly string[], named: readonly Entity[]): readonly string[] | null {
  const only = codes[0];
  if (only === undefined || frame.args.hasDomesticObject) return null;
  if (named.some((entity) => entity.kind === 'body') && frame.nucleus.row.statesMeetAs === 'leader') return [only];
  const host = frame.nucleus.row.id === 'summit' ? readPlace(frame)?.country : null;
  if (host !== null && host !== undefined && host !== only) return [only, host];
  return isOpenEnded(frame, named) ? [only, 'XX'] : null;
}

const OPEN: ReadonlySet<string> = new Set(['willing', 'declined', 'proposed', 'premature', 'agreed']);

/** The text speaks of a contact with somebody it does not name: a summit, talks that a state offers or refuses, a trip to a region. */
function isOpenEnded({ nucleus, status, scan, chain }: Frame, named: readonly Entity[]): boolean {
  if (nucleus.row.id === 'summit') return named.length > 0;
  if (nucleus.row.form === 'talks')
    return (
      OPEN.has(status) &&
      chain.length > 0 &&
      named.every((entity) => !/^(?:aide|movement)$/.test(entity.kind)) &&
      !scan.sentence.tokens.some((token) => DOMESTIC_WORDS.has(token.norm) || token.norm.startsWith('intra-'))
    );
  return nucleus.row.isTravel === true && REGION.test(scan.sentence.text.toLowerCase());
}

/** "dialogue at the foreign minister level". */
const statedLevel = ({ scan }: Frame): Level | null =>
  scan.sentence.text.includes(' level') && /\b(?:ministerial|ministers?'?|foreign minister) level\b/i.test(scan.sentence.text) ? 'minister' : null;

function leadersOf(named: readonly Entity[]): readonly string[] {
  return [...new Set(named.flatMap((entity) => (entity.surname === null ? [] : [entity.surname])))];
}

/** The highest level at which every side takes part; a bare state follows the other side, at a summit its leader. */
function levelOf(frame: Frame, named: readonly Entity[], parties: readonly string[]): Level {
  const best = new Map<string, number>();
  for (const entity of named) {
    const code = entity.country ?? 'XX';
    const level = entityLevel(entity);
    if (level !== null) best.set(code, Math.max(best.get(code) ?? 0, RANK[level]));
  }
  const known = parties.map((party) => best.get(party)).filter((rank) => rank !== undefined);
  if (known.length === 0) return frame.nucleus.row.statesMeetAs ?? 'envoy';
  return BY_RANK[Math.min(...known)] ?? 'envoy';
}

function entityLevel(entity: Entity): Level | null {
  if (entity.kind === 'aide') return 'envoy';
  if (/^(?:country|demonym|metonym|body)$/.test(entity.kind)) return null;
  return entity.level;
}
