import type { Arguments } from './arguments.ts';
import type { Level } from './coded-item.ts';
import { partnersInDialog } from './dialog.ts';
import type { Frame } from './frames.ts';
import type { Group } from './groups.ts';
import { heAnd } from './he-and.ts';
import { amongMembers, hostOf, partyCodes, withHost } from './multilateral.ts';
import { codesOf, gather, isDefinite, isTraveller, type Topic } from './participants.ts';
import { flatten } from './sequences.ts';
import { type Entity, normOf } from './text.ts';
import { urgedPair } from './urged-pair.ts';
import { wordSet } from './word-set.ts';
import { DOMESTIC_WORDS, isPreposition, PRIVATE_OCCASIONS, REGION } from './word-sets.ts';

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
  if (isAmongThemselves(frame)) return null;
  if (frame.nucleus.row.id === 'sign' && frame.status !== 'held' && frame.status !== 'underway' && frame.status !== 'scheduled')
    return null;
  const named = gather(frame, topic, lead);
  if (isHomeTrip(frame) || isPrivateTrip(frame)) return null;
  if (frame.nucleus.row.isTravel === true && !named.some(isTraveller) && !isExchanged(frame) && !isDeniedTrip(frame)) return null;
  if (
    frame.nucleus.row.needsPair === true &&
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
  const all = partyCodes(named);
  const codes = all.length > 2 ? all.filter((code) => code !== 'XX') : all;
  const members = amongMembers(frame, named, codes);
  if (members !== null) return { ...members, leaders: [], named };
  const parties = codes.length >= 2 ? withHost(frame, codes) : completed(frame, codes, named);
  if (parties === null) return null;
  const kept = parties.length > 6 ? parties.slice(0, 6) : parties;
  const level = statedLevel(frame) ?? levelOf(frame, named, kept);
  if (level === 'envoy' && frame.form === 'letter') return null;
  return { parties: [...kept].sort(), leaders: level === 'leader' || statedLevel(frame) === null ? leadersOf(named) : [], level, named };
}

/** "The two last spoke in June": the leaders of whom the text has told. */
const isKnownPair = ({ args }: Frame, topic: Topic | null): boolean =>
  topic !== null && codesOf(topic.entities).length > 1 && args.subject.some(({ kind, country }) => kind === 'group' && country === null);

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

/** "Trump's call" alone is as often an appeal as a telephone call. */
function isLoneCall(frame: Frame): boolean {
  const { nucleus, args, chain } = frame;
  if (nucleus.row.id !== 'call' || nucleus.to - nucleus.from > 1 || isTaken(frame) || isInCall(frame)) return false;
  if (args.core.length === 0 && chain.some((operator) => operator.row.isPreposition !== true)) return false;
  return args.core.length === 0 || (!args.hasRight && codesOf(args.core).length < 2);
}

/** "Macron warns Putin in call", "Modi, Xi upbeat after call": what two leaders who are named do in it. */
const isInCall = ({ chain, scan, args }: Frame): boolean =>
  args.core.length === 0 &&
  chain.some(({ row }) => row.isPreposition === true && IN_TIME.has(row.effect)) &&
  new Set(
    scan.sentence.entities.flatMap(({ kind, country }) => (country !== null && (kind === 'person' || kind === 'office') ? [country] : [])),
  ).size > 1;
const IN_TIME: ReadonlySet<string> = new Set(['presuppose-now', 'presuppose-past', 'presuppose-future']);

/** "refuses to take Putin's call", "leaves Putin's call unanswered": what somebody else does with it. */
const isTaken = ({ scan, args }: Frame): boolean =>
  /^(?:tak|let|screen|block|answer|return|ignor|declin|reject|refus|accept|leav|dodg|duck|miss|await|snub|spurn|avoid|took)(?:e|es|ed|ing|s|en|t)?$/.test(
    scan.sentence.tokens[(args.core[0]?.from ?? 0) - (scan.sentence.tokens[(args.core[0]?.from ?? 0) - 1]?.norm === 'the' ? 2 : 1)]?.norm ??
      '',
  ) && args.core.every(({ kind }) => kind === 'person' || kind === 'office');

/** "denies an adviser's visit to Oslo": whoever it was. */
const isDeniedTrip = ({ status, nucleus }: Frame): boolean =>
  status === 'denied' && (nucleus.row.kind === 'noun' || nucleus.row.id === 'visit-verb' || nucleus.row.id === 'depart');

/** "Iran, Oman to exchange visits": states send somebody. */
const isExchanged = ({ scan, nucleus }: Frame): boolean =>
  [1, 2].some((k) => /^(?:exchang(?:e|es|ed|ing)|mutual|reciprocal)$/.test(normOf(scan.sentence.tokens, nucleus.from - k)));

/** "Biden's trip to the U.S. state of Georgia". */
const isHomeTrip = ({ args, nucleus, scan }: Frame): boolean =>
  nucleus.row.isTravel === true && args.destination !== null && isAtHome(args) && partnersInDialog(scan, nucleus).length === 0;

function isAtHome({ doers, destination }: Arguments): boolean {
  const travellers = doers.filter((entity) => entity !== destination && entity.kind === 'person');
  return travellers.length > 0 && travellers.every((entity) => entity.country === destination?.country || isSeatOf(entity, destination));
}

/** "The Pope returns to Rome": he is at home there. */
const isSeatOf = (traveller: Entity, destination: Entity | null): boolean =>
  traveller.country === 'VA' && destination?.country === 'IT' && destination.via === 'metonym';

/** "visit a laboratory" by two leaders, a trip to a son's graduation. */
function isPrivateTrip(frame: Frame): boolean {
  const { nucleus, args, scan } = frame;
  if (nucleus.row.isTravel !== true) return false;
  const next = scan.sentence.tokens[nucleus.to];
  const isThing = next?.kind === 'word' && !next.isCapital && !isPreposition(next.norm) && next.norm !== 'and';
  if (args.destination === null && isThing && codesOf(args.doers).length > 1 && !isLinked(frame)) return true;
  return scan.sentence.tokens.some((token, at) => at > nucleus.from && PRIVATE_OCCASIONS.has(token.norm));
}

/** "Trudeau-Modi visit postponed", "Trudeau's Delhi trip bumped": the visit of one to the other, and words that are no verbs. */
const isLinked = ({ args, scan: { sentence }, nucleus }: Frame): boolean =>
  nucleus.row.kind === 'noun' &&
  (normOf(sentence.tokens, args.doers[0]?.to ?? 0) === '-' || !/^(?:visits?|tours?)$/.test(normOf(sentence.tokens, nucleus.to - 1)));

/** One side is named: does the text speak of an unnamed second one, or of nobody? */
function completed(frame: Frame, codes: readonly string[], named: readonly Entity[]): readonly string[] | null {
  const only = codes[0];
  if (only === undefined || frame.args.hasDomesticObject) return null;
  const host = frame.nucleus.row.id === 'summit' ? hostOf(frame) : null;
  if (host !== null && host !== only) return [only, host];
  const body = frame.args.hasRight ? bodyOf(frame, only) : null;
  if (body !== null) return [only, body];
  const other = onlyOther(frame, only);
  if (!isOpenEnded(frame, named, other !== null)) return null;
  return [only, other ?? 'XX'];
}

/** "The Syrian army says it is in talks with Turkey": the state of the body that tells of itself. */
const bodyOf = ({ scan, nucleus }: Frame, only: string): string | null =>
  scan.sentence.entities.find(({ kind, to, country }) => kind === 'domestic' && to <= nucleus.from && country !== null && country !== only)
    ?.country ?? null;

/** "in Algiers": a city is where, not who. */
const isVenue = ({ preposition }: Group, { kind, via }: Entity): boolean =>
  kind === 'country' && via === 'metonym' && /^(?:in|at|near|from|to)$/.test(preposition ?? '');

/** "Tehran rules out talks while Israel attacks": the one other state that the sentence speaks of, when it does not stand beside the first. */
function onlyOther({ scan, nucleus }: Frame, only: string): string | null {
  if (nucleus.row.isTravel === true) return null;
  const own = scan.groups.filter(({ members }) => members.some(({ country }) => country === only));
  const others = flatten(
    scan.groups.filter((group) => !own.includes(group)),
    (group) => group.members.filter((one) => !isVenue(group, one)),
  );
  const bodies = scan.sentence.entities.filter(({ kind, to, country }) => kind === 'domestic' && to <= nucleus.from && country !== only);
  const codes = new Set(partyCodes([...others, ...bodies]).filter((code) => code !== 'XX'));
  const [other] = codes;
  const isBeside = own.some(({ members }) => members.some(({ country }) => country === other));
  return codes.size === 1 && !isBeside ? (other ?? null) : null;
}

/** A movement holds talks with states about peace; its other talks are with its own state. */
const PEACE = wordSet('peace ceasefire truce');
const talksOf = ({ from, to }: Frame['nucleus'], { sentence }: Frame['scan']): string =>
  normOf(sentence.tokens, to - from > 1 ? from : from - 1);

const isSummit = ({ row, to }: Frame['nucleus'], { sentence }: Frame['scan']): boolean =>
  row.statesMeetAs === 'leader' || /^summits?$/.test(normOf(sentence.tokens, to - 1));

const OPEN: ReadonlySet<string> = new Set(['willing', 'declined', 'proposed', 'premature', 'agreed']);

/** The text speaks of a contact with somebody it does not name: a summit, talks that a state offers or refuses, a trip to a region. */
function isOpenEnded({ nucleus, status, scan, chain, args }: Frame, named: readonly Entity[], isOfOneOther: boolean): boolean {
  if (isSummit(nucleus, scan)) return named.length > 0;
  if (nucleus.row.id === 'meeting' && scan.sentence.zone === 'title' && isOfState(named) && REFUSED.has(status) && chain.length > 0)
    return !scan.sentence.tokens.some(({ norm }) => DOMESTIC_WORDS.has(norm));
  if (nucleus.row.form === 'talks')
    return (
      OPEN.has(status) &&
      chain.length > 0 &&
      named.every(
        (entity) => (entity.kind !== 'aide' || isOfOneOther) && (entity.kind !== 'movement' || PEACE.has(talksOf(nucleus, scan))),
      ) &&
      !scan.sentence.tokens.some((token) => DOMESTIC_WORDS.has(token.norm) || token.norm.startsWith('intra-'))
    );
  return (
    nucleus.row.isTravel === true &&
    (REGION.test(scan.sentence.text.toLowerCase()) || (args.destination === null && ABROAD.test(scan.sentence.text)))
  );
}

const REFUSED: ReadonlySet<string> = new Set(['declined', 'premature', 'willing', 'proposed']);
/** "Kyiv sees no sense in another meeting". */
const isOfState = (named: readonly Entity[]): boolean =>
  named.length === 1 && named.every(({ kind, via }) => kind === 'metonym' || (kind === 'country' && via !== 'descriptor'));

/** A trip to a state that is not named. */
const ABROAD = /\bstate visit\b|\b(?:foreign|overseas|international) (?:trip|visit|tour)s?\b|\b(?:trip|visit|tour) abroad\b/i;

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
  if (/^(?:country|demonym|metonym|body)$/.test(entity.kind)) return null;
  return entity.level;
}
