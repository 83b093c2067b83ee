import { isInOffice, isPerson, isPersonOfState, isUnnamedGroup } from '../entities/actors.ts';
import type { Group } from '../entities/groups.ts';
import { codesOf, oneOfEach } from '../entities/party-codes.ts';
import { isOfStrife } from '../frames/behind-nucleus.ts';
import type { Frame } from '../frames/frames.ts';
import { asState, MARKS } from '../frames/other-side.ts';
import { flatten, lastWhere } from '../words/sequences.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { HIS, WITH_OR_BETWEEN } from '../words/word-sets.ts';

/** Who speaks of talks between states does not hold them himself: his state does. */
export function speakersOf({ scan, nucleus }: Frame, found: readonly Entity[]): readonly Entity[] {
  const { group } = scan.speech;
  if (group === null || PRESS.has(normOf(scan.sentence.tokens, group.to))) return [];
  const speakers = group.members.map(asPrincipal);
  const isOfStates = nucleus.row.form === 'talks' || SUBJECTS.has(normOf(scan.sentence.tokens, nucleus.from - 1));
  const ofStates = nucleus.row.kind === 'noun' && isOfStates && !found.some(isPerson);
  return ofStates ? speakers.map(asState) : speakers;
}

/** "says a trade meeting with China is still on": of those who deal with it. */
const SUBJECTS = wordSet('trade technical expert working-level');

/** "according to South Korean media": who only writes of it. */
const PRESS = wordSet(
  'media press newspaper newspapers daily dailies broadcaster broadcasters television tv radio papers paper outlets journalists reporters',
);

/** "Trump visit puts ...": right behind his name, in a title that goes on. */
const isVisitAlone = ({ row, from, to }: Frame['nucleus'], { sentence }: Frame['scan']): boolean =>
  row.isTravel === true &&
  row.kind === 'noun' &&
  sentence.zone === 'title' &&
  sentence.entities.some((one) => one.to === from && isInOffice(one)) &&
  sentence.tokens[to]?.kind === 'word';

/** "Trump visit puts Starmer in a bind": the leader whom it touches. */
const isHostBehind = ({ to }: Frame['nucleus'], { from, preposition, isPossessive, members }: Group): boolean =>
  from > to && from - to <= 3 && preposition === null && !isPossessive && members.every(isInOffice);

/** "denies Moscow trip", "denies that an aide flew to Ankara": nobody else is named, and it is the denier's own affair. */
export function whoDenies({ scan, chain }: Frame): readonly Entity[] {
  const denial = chain.find(({ row }) => row.effect === 'deny');
  if (denial === undefined || scan.sentence.zone !== 'title') return [];
  const group = lastWhere(scan.groups, ({ to, preposition }) => to <= denial.from && denial.from - to <= 2 && preposition === null);
  return (group?.members ?? []).map(asPrincipal).map(asState);
}

/** A spokesman stands for his state. */
export function asPrincipal(entity: Entity): Entity {
  if (entity.kind !== 'spokesperson') return entity;
  return { ...entity, country: entity.behalf ?? entity.country, surname: null, level: null, kind: 'metonym' };
}

/** The state that a trip goes to, or with whom, when the phrase itself is silent: "police clash in Athens during Obama visit". */
export function othersOf({ scan, nucleus, status, chain }: Frame, found: readonly Entity[]): readonly Entity[] {
  const isMarked = chain.some((operator) => MARKS.has(operator.row.effect) || operator.row.effect === 'hold');
  if (!isMarked && nucleus.row.isTravel !== true) return [];
  const home = new Set(found.map((entity) => entity.country));
  const isOther = (entity: Entity): boolean => entity.country !== null && !home.has(entity.country) && entity.kind !== 'aide';
  const isTeller = (group: Group): boolean => group === scan.speech.group && group.members.every(({ kind }) => kind === 'body');
  const groups = scan.groups.filter((group) => group.members.some(isOther) && !isTeller(group) && !isOfStrife(scan.sentence, group));
  const linked = groups.find(
    (group) =>
      WITH_OR_BETWEEN.has(group.preposition ?? '') ||
      (group.isPossessive && group.members.some(({ kind }) => kind === 'person' || (kind === 'country' && scan.sentence.zone === 'title'))),
  );
  const isThere = normOf(scan.sentence.tokens, nucleus.to) === 'the';
  const state =
    nucleus.row.isTravel === true && status !== 'declined'
      ? groups.find((group) =>
          group.members.some((entity) => entity.kind !== 'person' && !(isThere && entity.kind === 'body') && isOther(entity)),
        )
      : undefined;
  const host = state === undefined && isVisitAlone(nucleus, scan) ? groups.find((group) => isHostBehind(nucleus, group)) : undefined;
  if (nucleus.row.isTravel === true && state === undefined && host === undefined) return policeOf(scan).filter(isOther);
  return ((nucleus.row.isTravel === true ? (state ?? host) : linked)?.members ?? []).filter(isOther).slice(0, 1);
}

/** "Austrian police arrest 40 at protest over Turkish president's visit": it is a visit there. */
const policeOf = ({ sentence: { zone, tokens, entities } }: Frame['scan']): readonly Entity[] =>
  zone === 'title'
    ? entities
        .filter(({ kind, to }) => kind === 'domestic' && normOf(tokens, to - 1) === 'police' && normOf(tokens, to) !== 'chief')
        .map(asState)
    : [];

/** "Green light from Chavez and Santos for meeting", "Handshakes in Quito: Uribe and Correa make up": leaders of several states who are named together. */
export const pairOf = ({ scan }: Frame): readonly Entity[] => {
  const leaders = (group: Group): readonly Entity[] => group.members.filter(({ kind, level }) => kind === 'person' && level === 'leader');
  const groups = scan.sentence.zone === 'title' ? scan.groups.map(leaders) : [];
  return groups.find((members) => codesOf(members).length > 1) ?? [];
};

/** The two states that a sentence names, when there are no more. */
export function theTwo({ scan, nucleus }: Frame): readonly Entity[] {
  const states = flatten(
    scan.groups.filter((group) => group !== scan.speech.group && group.to <= nucleus.from),
    ({ members }) => members,
  ).filter(({ kind, country }) => kind !== 'group' && kind !== 'body' && country !== null);
  const two = oneOfEach(states).map(asState);
  return two.length === 2 ? two : [];
}

/** "Merz: Iran humiliates the US in talks", "Merz says Hamas is stalling Israel in talks": who acts there and on whom, not who tells of it. */
export function toldOf(frame: Frame): readonly Entity[] {
  const { args, scan, nucleus } = frame;
  const { group } = scan.speech;
  if (group === null || nucleus.row.kind !== 'noun' || args.core.length > 0 || !isSetIn(frame)) return [];
  const acting = scan.groups.filter(
    (one) => one !== group && one.from >= group.to && one.to <= nucleus.from && one.preposition === null && !one.isPossessive,
  );
  const [doer, other] = acting;
  return acting.length === 2 && doer !== undefined && other !== undefined && codesOf([...doer.members, ...other.members]).length === 2
    ? [...doer.members, ...other.members]
    : [];
}
const isSetIn = ({ chain }: Frame): boolean => chain.length === 1 && chain[0]?.row.id === 'at';

/** "Vance says Iran gave ground in talks with US": who speaks is of the side that the phrase names; the first whom he speaks of is the other one. */
export function toldSide(frame: Frame, found: readonly Entity[]): readonly Entity[] {
  const { args, chain, scan, nucleus } = frame;
  const { group } = scan.speech;
  if (group === null || !args.hasRight || nucleus.row.form !== 'talks' || chain.length !== 1 || !MARKS.has(chain[0]?.row.effect ?? ''))
    return [];
  if (found.some(({ country }) => country !== group.members[0]?.country)) return [];
  const first = scan.groups.find(({ from, to }) => from > group.to && from - group.to <= 2 && to <= nucleus.from);
  return first === undefined || first.isPossessive || first.preposition !== null ? [] : first.members;
}

/** "X presses Y, but talks between the two countries drag on": of these two, whatever the text told before. */
export function ofBothStates(frame: Frame): readonly Entity[] | null {
  const [pair, ...others] = frame.args.core;
  if (pair === undefined || others.length > 0 || !isUnnamedGroup(pair)) return null;
  if (!STATES.has(normOf(frame.scan.sentence.tokens, pair.to - 1))) return null;
  const two = theTwo(frame);
  return two.length === 2 ? two : null;
}
const STATES = wordSet('countries nations governments states');

/** The persons of the sentence, when they are of two states; who only speaks of others comes last. */
export function personsOf({ scan }: Frame): readonly Entity[] {
  const speaks = (group: Group): boolean => group === scan.speech.group;
  const persons = flatten([...scan.groups.filter((group) => !speaks(group)), ...scan.groups.filter(speaks)], (group) =>
    group.members.filter(isPersonOfState),
  );
  const each = oneOfEach(persons);
  const [first, second] = each;
  if (first === undefined || second === undefined) return [];
  const list = scan.groups.find(({ members }) => members.includes(first))?.members ?? [];
  return list.includes(second) ? each.filter((one) => list.includes(one)) : [first, second];
}

/** "Berlin lifts ban on Goita ahead of Kremlin visit": the one leader or minister of another state than the one it goes to. */
export function onlyGuest({ scan, args }: Frame): readonly Entity[] {
  const guests = scan.sentence.entities.filter((one) => isInOffice(one) && one.country !== args.destination?.country);
  return codesOf(guests).length === 1 && guests.every(({ from }) => from !== 0) ? guests.slice(0, 1) : [];
}

const TROUBLE = wordSet('conflict war crisis fighting violence situation unrest truce ceasefire peace deal future hostages coup role');
const TAKES_PLACE = wordSet('hold begin');
/** "leaks before his scheduled talks in Moscow". */
const isHis = ({ scan: { sentence }, nucleus }: Frame): boolean => [1, 2].some((k) => HIS.has(normOf(sentence.tokens, nucleus.from - k)));
/** "at the White House", "in the Kremlin": the house of a side, when nobody else is named; "Witkoff holds talks in Moscow": with those of there. */
export function hostsOf(frame: Frame): readonly Entity[] {
  const { scan, nucleus, args, chain } = frame;
  const isOfHost =
    nucleus.row.id === 'talks' &&
    !args.hasRight &&
    args.subject.some(isPersonOfState) &&
    (chain.some(({ row }) => TAKES_PLACE.has(row.effect)) || isHis(frame));
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
          entity.kind === 'metonym' ||
          (isOfHost &&
            group.from >= nucleus.to &&
            entity.kind === 'country' &&
            !TROUBLE.has(normOf(scan.sentence.tokens, group.from - 2))) ||
          (frame.status === 'underway' && frame.chain.some((operator) => operator.row.effect === 'purpose')),
      ),
  );
}
