import type { Level } from '../codebook/coded-item.ts';
import { isOfState, isPerson, isTraveller, isUnnamedGroup } from '../entities/actors.ts';
import { codesOf } from '../entities/party-codes.ts';
import { clauseOf } from '../frames/arguments.ts';
import { partnersInDialog } from '../frames/dialog.ts';
import type { Frame } from '../frames/frames.ts';
import { flatten } from '../words/sequences.ts';
import type { Entity } from '../words/text.ts';
import { normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { THEY } from '../words/word-sets.ts';
import { heAnd } from './he-and.ts';
import { isLoneCall } from './lone-call.ts';
import { amongMembers, partyCodes, withHost } from './multilateral.ts';
import { withoutTheirPersons } from './own-actor.ts';
import { gather, isOpenToTalk } from './participants.ts';
import { completed, isSummit } from './second-side.ts';
import { isDefinite, type Topic } from './topic.ts';
import {
  isCalledOff,
  isDeniedTrip,
  isExchanged,
  isHomeTrip,
  isOwnLand,
  isPrivateTrip,
  isToldByHouse,
  isTourOfRegion,
} from './trip-kinds.ts';
import { urgedPair } from './urged-pair.ts';

/** The settled sides of a contact. */
export type Sides = {
  readonly parties: readonly string[];
  readonly leaders: readonly string[];
  readonly level: Level;
  readonly named: readonly Entity[];
};

const RANK: Readonly<Record<Level, number>> = { leader: 3, minister: 2, envoy: 1 };

const BY_RANK: readonly Level[] = ['envoy', 'envoy', 'minister', 'leader'];

/** Parties, leaders and level of a frame; null when there is no second state. */
export function settleSides(frame: Frame, topic: Topic | null, lead: Entity | null = null): Sides | null {
  if (topic?.isDomestic === true && frame.args.core.length === 0 && isDefinite(frame)) return null;
  if (frame.args.hasDomesticObject && codesOf(frame.args.core).length < 2) return null;
  if (
    isAtHome(frame) ||
    isAmongThemselves(frame) ||
    isWithOwnRebels(frame) ||
    isProtestedTrip(frame) ||
    isOfOwnBody(frame) ||
    isToldOfBefore(frame, topic)
  )
    return null;
  if (frame.nucleus.row.id === 'sign' && frame.status !== 'held' && frame.status !== 'underway' && frame.status !== 'scheduled')
    return null;
  const named = withoutTheirPersons(frame, gather(frame, topic, lead));
  if (isHomeTrip(frame) || isPrivateTrip(frame) || isOwnLand(frame) || (isTourOfRegion(frame) && codesOf(named).length > 1)) return null;
  if (frame.nucleus.row.isTravel === true && !named.some(isTraveller) && !travelsUnnamed(frame, named)) return null;
  if (
    frame.nucleus.row.needsPair === true &&
    !isOpenToTalk(frame) &&
    frame.args.isOneSided &&
    codesOf(frame.args.subject).length < 2 &&
    !isKnownPair(frame, topic) &&
    frame.args.core.length === 0 &&
    frame.args.linked.length === 0 &&
    partnersInDialog(frame.scan, frame.nucleus).length === 0 &&
    heAnd(frame).length === 0 &&
    urgedPair(frame).length === 0
  )
    return null;
  if (isLoneCall(frame)) return null;
  const all = inStandingTalks(frame, seatOfUnion(frame, named, partyCodes(named)));
  const codes = all.length > 2 ? all.filter((code) => code !== 'XX') : all;
  const members = amongMembers(frame, named, codes);
  if (members !== null) return { parties: members.parties, leaders: members.leaders ?? [], level: members.level, named };
  const parties = codes.length >= 2 ? withHost(frame, codes) : completed(frame, codes, named);
  if (parties === null) return null;
  const kept = parties.length > 6 ? parties.slice(0, 6) : parties;
  const level = statedLevel(frame) ?? levelOf(frame, named, codes.length > 1 && codes.includes('XX') ? codes : kept);
  if (level === 'envoy' && frame.form === 'letter') return null;
  return { parties: [...kept].sort(), leaders: level === 'leader' || statedLevel(frame) === null ? leadersOf(named) : [], level, named };
}

/** "will have to accept talks with M23": a state and those who fight it at home, whoever says so; a mediator makes it a contact. */
const isWithOwnRebels = ({ args: { core, subject, hasRight }, scan }: Frame): boolean =>
  hasRight &&
  core.length === 1 &&
  core[0]?.kind === 'movement' &&
  subject.length > 0 &&
  subject.every(({ country }) => country === core[0]?.country) &&
  !MEDIATED.test(scan.sentence.text);
const MEDIATED = /\b(?:mediat|broker|facilitat|host|in [A-Z])/;

/** "Iran's Guardian Council held a meeting on the deal with the US": a body of one state. */
const isOfOwnBody = ({ nucleus, args: { core }, scan: { sentence }, chain }: Frame): boolean => {
  if (nucleus.row.id !== 'meeting') return false;
  const verb = chain.find(({ row, from }) => row.effect === 'hold' && from < nucleus.from)?.from ?? 0;
  return (
    OWN_BODIES.has(normOf(sentence.tokens, verb - 1)) &&
    core.every(({ to }) => to < verb) &&
    sentence.entities.some(({ kind, to }) => (kind === 'country' || kind === 'demonym') && to < verb && verb - to <= MAX_BODY_NAME)
  );
};
/** "as Israel holds emergency meeting", "Hamas to hold a meeting on Egypt's plan": of one state, which meets nobody. */
const isAtHome = ({ nucleus, args: { core, subject }, scan: { sentence }, chain }: Frame): boolean => {
  if (nucleus.row.id !== 'meeting' || core.length > 0 || subject.length === 0 || OF_MANY.has(subject[0]?.country ?? '')) return false;
  const isUrgent = CRISIS.has(normOf(sentence.tokens, nucleus.from - 1));
  if (!isUrgent && normOf(sentence.tokens, nucleus.to) !== 'on') return false;
  return (
    subject.every(({ kind, country }) => OF_ONE_STATE.has(kind) && country === subject[0]?.country) &&
    chain.some(({ row, from, to }) => (row.effect === 'hold' || CONVENES.test(normOf(sentence.tokens, from))) && nucleus.from - to <= 3)
  );
};
const OF_MANY = wordSet('EU UN NATO XX');
const CRISIS = wordSet('emergency crisis urgent security cabinet late-night');
const OF_ONE_STATE = wordSet('country metonym person office movement domestic');
const CONVENES = /^(?:call|convene|chair|summon)(?:s|ed|d|ing)?$/;
const MAX_BODY_NAME = 5;
const OWN_BODIES = wordSet('council commission committee cabinet parliament assembly board bureau politburo');

/** "Japan protests a visit by X to the disputed islands": who protests is not visited. */
function isProtestedTrip({ nucleus, args, scan: { sentence } }: Frame): boolean {
  if (nucleus.row.isTravel !== true || nucleus.row.kind !== 'noun' || args.destination !== null || codesOf(args.core).length > 1)
    return false;
  const first = args.core[0]?.from ?? nucleus.from;
  return sentence.entities.some(
    ({ kind, to }) =>
      (kind === 'country' || kind === 'metonym') &&
      to < nucleus.from &&
      nucleus.from - to <= MAX_PROTEST &&
      first > to &&
      PROTESTS.test(normOf(sentence.tokens, HAS.has(normOf(sentence.tokens, to)) ? to + 1 : to)),
  );
}
const MAX_PROTEST = 6;
const HAS = wordSet('has have strongly');
const PROTESTS =
  /^(?:express|voic|lodg|protest|condemn|criticis|criticiz|denounc|deplor|decr|slam|blast|resent|lambast)(?:e|es|ed|s|ies|ied)?$/;

/** "May heads to Brussels as Brexit talks begin", "... to see von der Leyen": to those who sit there. */
const seatOfUnion = ({ scan }: Frame, named: readonly Entity[], codes: readonly string[]): readonly string[] => {
  if (!codes.includes('BE') || named.some(({ country, kind, via }) => country === 'BE' && !(kind === 'country' && via === 'metonym')))
    return codes;
  const seat =
    scan.sentence.entities.find((one) => isPerson(one) && SEATED.has(one.country ?? ''))?.country ??
    (UNION.test(scan.sentence.text) ? 'EU' : null);
  return seat === null ? codes : [...new Set(codes.map((code) => (code === 'BE' ? seat : code)))];
};
const SEATED = new Set(['EU', 'NATO']);
const UNION = /\b(?:Brexit|EU|European)\b/;

/** "Brexit talks stall", "NAFTA talks resume": between whom is known by their name. */
const inStandingTalks = ({ nucleus, scan }: Frame, codes: readonly string[]): readonly string[] => {
  const sides = nucleus.row.id === 'talks' && codes.length < 2 ? STANDING.get(normOf(scan.sentence.tokens, nucleus.from - 1)) : undefined;
  return sides ?? codes;
};
const STANDING: ReadonlyMap<string, readonly string[]> = new Map([
  ['brexit', ['EU', 'GB']],
  ['nafta', ['CA', 'MX', 'US']],
]);

const travelsUnnamed = (frame: Frame, named: readonly Entity[]): boolean =>
  isExchanged(frame) || isDeniedTrip(frame) || isCalledOff(frame, named) || isToldByHouse(frame, named);

/** "The two last spoke in June": the leaders of whom the text has told. */
const isKnownPair = ({ args, scan, nucleus }: Frame, topic: Topic | null): boolean =>
  topic !== null &&
  codesOf(topic.entities).length > 1 &&
  (args.subject.some(isUnnamedGroup) ||
    (args.subject.length === 0 && THEY.has(normOf(scan.sentence.tokens, nucleus.from - 1 - Number(isBehindAdverb(scan, nucleus))))));
/** "They last spoke by phone in June". */
const isBehindAdverb = ({ sentence: { tokens } }: Frame['scan'], { from }: Frame['nucleus']): boolean =>
  BEFORE_VERB.has(normOf(tokens, from - 1));
const BEFORE_VERB = wordSet('last first also then later have had will');

/** "talks between the president and his officials": all of one state. */
const isAmongThemselves = ({ scan, nucleus }: Frame): boolean => {
  const between = scan.groups.find((group) => group.preposition === 'between' && group.from >= nucleus.to && group.from - nucleus.to <= 3);
  return (
    between !== undefined &&
    between.members.length > 1 &&
    codesOf(between.members).length === 1 &&
    !between.members.some(({ country }) => country === null)
  );
};

/** "said that the summit was to divide them": the one that the text has told of, of which others speak. */
const isToldOfBefore = ({ args, scan, nucleus }: Frame, topic: Topic | null): boolean =>
  nucleus.row.id === 'summit' &&
  topic !== null &&
  args.core.length === 0 &&
  args.subject.length > 0 &&
  normOf(scan.sentence.tokens, nucleus.from - 1) === 'the' &&
  (normOf(scan.sentence.tokens, nucleus.from - 2) === 'that' || clauseOf(scan, nucleus.from).from >= nucleus.from - 1) &&
  args.subject.every(({ country }) => country !== null && topic.entities.every((one) => one.country !== country));

/** "dialogue at the foreign minister level". */
const statedLevel = ({ scan }: Frame): Level | null =>
  scan.sentence.text.includes(' level') && /\b(?:ministerial|ministers?'?|foreign minister) level\b/i.test(scan.sentence.text)
    ? 'minister'
    : null;

function leadersOf(named: readonly Entity[]): readonly string[] {
  return [...new Set(flatten(named, (entity) => (entity.surname === null ? [] : [entity.surname])))];
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
  if (known.length === 0) return headsOf(named) ?? (isSummit(frame.nucleus, frame.scan) ? 'leader' : 'envoy');
  return BY_RANK[Math.min(...known)] ?? 'envoy';
}

/** "a foreign ministers' meeting with China", "consultations of deputy ministers": who meets is said once for all. */
const headsOf = (named: readonly Entity[]): Level | null =>
  named.find(({ kind, country, level }) => kind === 'office' && country === null && level !== null)?.level ?? null;

function entityLevel(entity: Entity): Level | null {
  if (entity.kind === 'aide' || entity.kind === 'movement') return 'envoy';
  if (isOfState(entity)) return null;
  return entity.level;
}
