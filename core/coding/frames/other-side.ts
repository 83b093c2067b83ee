import { DONE_OR_SET } from '../codebook/status-kinds.ts';
import { isLeader, isPersonOfState, isState } from '../entities/actors.ts';
import { governingPreposition } from '../nuclei/phrase.ts';
import { flatten, lastWhere } from '../words/sequences.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { HIS } from '../words/word-sets.ts';
import type { Frame } from './frames.ts';

/** Effects of words that only place a contact in time. */
export const MARKS: ReadonlySet<string> = new Set(['presuppose-future', 'presuppose-past', 'presuppose-now']);
/** "ahead of the meeting", "at talks": the phrase stands beside other news; the sentence around it names who takes part. */
export const isMarkedOff = ({ nucleus, chain }: Frame): boolean =>
  nucleus.row.kind === 'noun' && chain.some((operator) => MARKS.has(operator.row.effect));

/** Who only lends his state: a minister who speaks of a leaders' summit, a spokesman of talks between states. */
export const asState = (entity: Entity): Entity => ({ ...entity, kind: 'country', surname: null, level: null });

/** Effects of words by which somebody takes part himself ("holds talks", "arrives for talks"). */
const TAKES_PART: ReadonlySet<string> = new Set(['hold', 'begin', 'purpose', 'presuppose-now']);

const isActor = (frame: Frame): boolean => {
  const { chain, nucleus, status, scan } = frame;
  return DONE_OR_SET.has(status) && !isJudge(frame) && takesPart(scan, chain, nucleus);
};
/** "Trump hails progress in China trade talks", "Trump: no rush in India talks": a leader who judges talks between states. */
const isJudge = ({ args: { subjectGroup, hasRight }, chain, scan }: Frame): boolean =>
  subjectGroup !== null &&
  !hasRight &&
  subjectGroup.members.every((one) => isLeader(one) || isState(one)) &&
  chain.every(({ row }) => row.isPreposition === true) &&
  (MOMENTS.has(normOf(scan.sentence.tokens, (chain[0]?.from ?? 0) - 1)) || isMomentOf(scan, chain) || judges(scan, subjectGroup.to));
/** "at a delicate moment in talks". */
const MOMENTS = wordSet('moment time stage phase point juncture');
const isMomentOf = ({ sentence: { tokens } }: Frame['scan'], chain: Frame['chain']): boolean =>
  [2, 3].some((k) => MOMENTS.has(normOf(tokens, (chain[0]?.to ?? 0) + k)) && TO_TALKS.has(normOf(tokens, (chain[0]?.to ?? 0) + k + 1)));
const TO_TALKS = wordSet('in for of');
const judges = (scan: Frame['scan'], end: number): boolean => [end, end + 1].some((at) => JUDGES.has(normOf(scan.sentence.tokens, at)));
const JUDGES = wordSet(
  ': says said hails hailed sees saw reports reported expects expect expected hopes hope touts touted claims claimed boasts predicts predicted signals upbeat optimistic confident hopeful gloomy doubts welcomes welcomed cites',
);
const takesPart = (scan: Frame['scan'], chain: Frame['chain'], nucleus: Frame['nucleus']): boolean =>
  chain.some(({ row, from }) => from < nucleus.from && TAKES_PART.has(row.effect) && !TOPIC_LEADS.has(normOf(scan.sentence.tokens, from)));
const TOPIC_LEADS = wordSet('on over about amid as while');

/** "White House has yet to accept Putin's offer of talks": his to the one who resides there. */
const isOfferToTheHead = ({ args }: Frame, list: readonly Entity[]): boolean =>
  list === args.linked && args.subject.some(({ kind, office }) => kind === 'metonym' && /^head_of_/.test(office ?? ''));

/** "Macron rejects talks with Mali", "Trump suspends Canada talks": talks of states are not held by the one leader who decides or speaks of them. */
export function withoutTheirHeads(frame: Frame, found: readonly Entity[], list: readonly Entity[]): readonly Entity[] {
  const { nucleus } = frame;
  if (nucleus.row.kind !== 'noun' || nucleus.row.form !== 'talks' || isActor(frame) || isOfferToTheHead(frame, list)) return list;
  if (found.some((entity) => isPersonOfState(entity) || entity.kind === 'group' || entity.kind === 'aide')) return list;
  return new Set(list.filter(isPersonOfState).map((entity) => entity.country)).size > 1
    ? list
    : list.map((one) => (isPersonOfState(one) || one.kind === 'office' ? asState(one) : one));
}

/**
 * Who stands on the other side of what the phrase names. "Macron and Merz call Trump ahead of Putin summit": a summit of one name is
 * not of them all, but of the one named last. "Rubio speaks after the Putin summit": a minister lends his state to it.
 */
export function otherSide(frame: Frame, found: readonly Entity[]): readonly Entity[] {
  const { args, nucleus } = frame;
  const { subject } = args;
  const told = isTopicOfBriefing(frame) ? tellers(frame) : [];
  if (told.length > 0) return told;
  if (args.hasRight || !found.some(isLeader)) return subject;
  if (isSpokenOf(frame)) return addressee(frame, found) ?? subject;
  if (!isMarkedOff(frame)) return subject;
  if (nucleus.row.isTravel === true && isSeveral(subject)) return subject.filter((entity) => isNamedPlace(frame, entity));
  const last = lastActing(frame, found) ?? lastNamed(frame, found);
  if (last !== undefined) return [last];
  return nucleus.row.id === 'summit' && !subject.some(isLeader) ? subject.map(asState) : subject;
}

/** "X to brief Y and Z on Putin meeting": it is X who has met him. */
const isTopicOfBriefing = ({ scan, nucleus, n }: Frame): boolean =>
  nucleus.row.kind === 'noun' &&
  scan.nuclei[n - 1]?.row.id === 'brief' &&
  OF_TOPIC.has(governingPreposition(scan.sentence, nucleus)?.norm ?? '');
const OF_TOPIC = wordSet('on about of over');
const tellers = ({ scan, n }: Frame): readonly Entity[] =>
  lastWhere(scan.groups, ({ to, preposition }) => preposition === null && to <= (scan.nuclei[n - 1]?.from ?? 0))?.members ?? [];

/** "speaks to Trump about Putin meeting": it is the meeting of the one who is spoken to. */
const isSpokenOf = ({ scan, nucleus }: Frame): boolean => governingPreposition(scan.sentence, nucleus)?.norm === 'about';

function addressee({ args, scan, nucleus }: Frame, found: readonly Entity[]): readonly Entity[] | undefined {
  const from = governingPreposition(scan.sentence, nucleus)?.at ?? 0;
  if (HIS.has(normOf(scan.sentence.tokens, from + 1))) return undefined;
  const home = new Set([...found, ...args.subject].map((entity) => entity.country));
  const last = lastWhere(
    flatten(
      scan.groups.filter((group) => group.to <= from),
      (group) => group.members,
    ),
    (entity) => isLeader(entity) && !home.has(entity.country),
  );
  return last === undefined ? undefined : [last];
}

const isSeveral = (entities: readonly Entity[]): boolean =>
  new Set(entities.map((entity) => entity.country)).size > 1 || entities.some((entity) => entity.kind === 'group');

/** "Xi and Putin meet in Beijing a week after Trump's visit": whose state the sentence names as a place. */
const isNamedPlace = ({ scan }: Frame, { country }: Entity): boolean =>
  scan.groups.some((group) => group.members.some((entity) => entity.country === country && isState(entity)));

/** "Merz to visit Spain, Macron rings Sanchez after Xi summit": the leader whose verb stands nearest before the phrase. */
function lastActing({ args, scan, nucleus }: Frame, found: readonly Entity[]): Entity | undefined {
  const acting = lastWhere(
    scan.groups,
    ({ to, preposition, members }) =>
      to <= nucleus.from &&
      preposition === null &&
      members.length === 1 &&
      scan.nuclei.some(({ row, from }) => row.kind === 'verb' && from === to),
  );
  if (acting === undefined || acting === args.subjectGroup) return undefined;
  return acting.members.find((entity) => isLeader(entity) && !found.some(({ country }) => country === entity.country));
}

const isPlain = ({ preposition, isPossessive }: Frame['scan']['groups'][number]): boolean => preposition === null && !isPossessive;
/** When many or a state act, or only a minister tells of it, the leader beside them who is named nearest before the phrase, unless he only tells of it. */
function lastNamed({ args, scan, nucleus }: Frame, found: readonly Entity[]): Entity | undefined {
  const { subject } = args;
  if (subject.length === 0) return undefined;
  const isOfStates = subject.every(({ kind }) => kind !== 'person' && kind !== 'office');
  const isOther = scan.speech.group === args.subjectGroup && !subject.some(isLeader);
  if (!isSeveral(subject) && !isOfStates && !isOther) return undefined;
  const home = new Set([...found, ...subject].map((entity) => entity.country));
  return lastWhere(
    flatten(
      scan.groups.filter((group) => group.to <= nucleus.from && group !== scan.speech.group && (isSeveral(subject) || isPlain(group))),
      (group) => group.members,
    ),
    (entity) => isLeader(entity) && !home.has(entity.country),
  );
}

/** "Trump and Putin at the Ukraine summit", "for Ukraine talks": a state before the noun that is its topic, when persons of two others act. */
export function isTopicOnly({ args, scan, nucleus, chain }: Frame): boolean {
  const [state, ...rest] = args.core;
  if (nucleus.row.kind !== 'noun' || nucleus.row.isTravel === true || args.hasRight || rest.length > 0) return false;
  if (state?.kind !== 'country' || state.to > nucleus.from || scan.sentence.tokens[state.to]?.norm === "'s") return false;
  if (!chain.some((operator) => MARKS.has(operator.row.effect) || operator.row.effect === 'purpose')) return false;
  const others = flatten(scan.groups, (group) => group.members).filter((entity) => isPersonOfState(entity) && entity.level !== 'envoy');
  const states = new Set(others.map((entity) => entity.country));
  return states.size > 1 && !states.has(state.country);
}
