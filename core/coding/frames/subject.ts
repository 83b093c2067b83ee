import { isPerson } from '../entities/actors.ts';
import { isReport } from '../entities/attribution.ts';
import type { Group } from '../entities/groups.ts';
import { countryOfCity } from '../lexicon/cities.ts';
import { isAboard } from '../nuclei/last-resort.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Operator } from '../operators/operators.ts';
import type { Scan } from '../operators/scan.ts';
import { ENDS_PLANS } from '../operators/shared-fate.ts';
import type { Clause } from '../sentences/clauses.ts';
import { WEEKDAYS } from '../words/calendar.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, normOf } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ABOUT, ADVERBS, AUXILIARY, HE, HIS, isPreposition, ON_TOPIC, PRONOUNS } from '../words/word-sets.ts';
import { speaksBefore } from './speaks-before.ts';

/** The nearest group before the nucleus and its operators that is nobody's object; else the subject of the neighbouring clause. */
export function findSubject(scan: Scan, n: number, clause: Clause, compound: readonly Group[], right: readonly Group[]): Group | null {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return null;
  const running =
    nucleus.form === 'ing' ? scan.groups.find((group) => group.to === nucleus.from && OF_TOPIC.has(group.preposition ?? '')) : undefined;
  if (running !== undefined && !compound.includes(running)) return running;
  const blamed = blamedFor(scan, n, nucleus.from);
  if (blamed !== undefined) return blamed;
  const doer = doerOf(scan, n);
  if (doer !== undefined && !compound.includes(doer) && !right.includes(doer)) return doer;
  const usable = (group: Group): boolean =>
    !compound.includes(group) &&
    !right.includes(group) &&
    canBeSubject(scan, group) &&
    !isBeside(group) &&
    !isGiven(group) &&
    !(right.length === 0 && isForWhom(scan, group));
  const isGiven = (group: Group): boolean => (scan.chains[n] ?? []).some((operator) => isReceiver(scan, group, operator));
  const isBeside = (group: Group): boolean => (scan.chains[n] ?? []).some((operator) => isPartner(group, operator));
  const edge = compound[0]?.from ?? nucleus.from;
  const mine = scan.groups.filter((group) => group.to <= edge && group.from >= clause.from && usable(group));
  const acting = mine.filter((group) => acts(scan, group));
  const inClause = lastWhere(acting, (group) => !isElse(scan, group)) ?? acting.at(-1) ?? mine.at(-1);
  if (inClause !== undefined && nucleus.row.isTravel === true && isOrdered(scan, inClause)) return inClause;
  const home = mine.length === 0 ? homeOfUnknown(scan, nucleus, right) : undefined;
  if (home !== undefined) return home;
  const since = inClause !== undefined && areSeveral(inClause) ? inClause.to : clause.from;
  const hasPronoun = scan.sentence.tokens.slice(since, nucleus.from).some((token) => PRONOUNS.has(token.norm));
  const owner = ownerBehindHis(scan, edge);
  if (owner !== undefined && !compound.includes(owner) && (inClause === undefined || owner.from > inClause.from || !acts(scan, inClause)))
    return owner;
  if (inClause !== undefined && !hasPronoun) return inClause;
  const before =
    whoIsMeant(scan, clause) ?? subjectBefore(scan, clause.from, { usable, isTravel: nucleus.row.isTravel === true, hasPronoun });
  if (inClause !== undefined) return scan.groups.find((group) => group.to <= edge && usable(group)) ?? inClause;
  if (clause.kind === 'time' && normAt(scan.sentence, clause.from + 1) === 'it')
    return stateBefore(scan, clause.from, before) ?? before ?? null;
  const isTraveller = hasPronoun && nucleus.row.isTravel === true;
  return before ?? subjectBehind(scan, clause, { nucleus, usable }) ?? (isTraveller ? onlyPerson(scan, clause.from) : null);
}

/** "Uganda's Okello meets Rubio", "Ghana's Mensah to meet Lula": the state of somebody unknown who meets a person. */
function homeOfUnknown(scan: Scan, nucleus: Nucleus, right: readonly Group[]): Group | undefined {
  const owner = ownerBefore(scan, nucleus);
  if (nucleus.row.kind !== 'verb' || owner === undefined || !right.some(({ members }) => members.some(isPerson))) return undefined;
  const { tokens, entities } = scan.sentence;
  const isName = tokens[owner.to + 1]?.isCapital === true && !entities.some((one) => one.from === owner.to + 1);
  if (!isName || tokens[nucleus.from]?.isCapital !== false) return undefined;
  return tokens.slice(owner.to + 2, nucleus.from).every(({ norm }) => AUXILIARY.has(norm) || norm === 'to') ? owner : undefined;
}
const ownerBefore = ({ groups }: Scan, { from }: Nucleus): Group | undefined =>
  lastWhere(
    groups,
    ({ to, isPossessive, members }) =>
      isPossessive && to < from && from - to <= MAX_TO_VERB && members.every(({ kind }) => kind === 'country'),
  );
const MAX_TO_VERB = 5;

/** "Putin's aide says his talks": whoever owned something last. */
const ownerBehindHis = ({ sentence, groups }: Scan, edge: number): Group | undefined =>
  HIS.has(normAt(sentence, edge - 1))
    ? lastWhere(groups, ({ to, isPossessive, members }) => to <= edge && isPossessive && members.some(({ kind }) => kind === 'person'))
    : undefined;

type Behind = { readonly nucleus: Nucleus; readonly usable: (group: Group) => boolean };
/** "He will meet Xi while he attends the UN assembly": a body is no "he". */
function subjectBehind(scan: Scan, { from, to }: Clause, { nucleus, usable }: Behind): Group | null {
  const isHe = HE.has(normAt(scan.sentence, from));
  const isFit = (group: Group): boolean => group.from >= to && usable(group) && !isSource(scan, group) && !(isHe && isBody(group));
  return scan.groups.find(isFit) ?? behindComma(scan, nucleus.to, usable);
}
const isBody = ({ members }: Group): boolean => members.every(({ kind }) => kind === 'body');
const OF_TOPIC = wordSet('of about for');

/** "asks his foreign minister X to cancel a trip", "told Vance to skip his visit": who is told to travels, or does not. */
const isOrdered = ({ sentence }: Scan, { from, to }: Group): boolean =>
  normAt(sentence, to) === 'to' && [1, 2, 3].some((k) => ORDERS.test(normAt(sentence, from - k)));
const ORDERS = /^(?:ask|tell|order|instruct|direct|advis|command|dispatch)(?:e|es|ed|s|ing)?$|^told$/;

/** "For Ukraine, the summit was a disappointment": who judges it. */
const isForWhom = ({ sentence }: Scan, { preposition, from, to }: Group): boolean =>
  preposition === 'for' && from <= 1 && normAt(sentence, to) === ',';

/** "Tusk rebukes Orban for meeting Putin": he of whom it is said did it. */
function blamedFor({ sentence, chains, groups }: Scan, n: number, at: number): Group | undefined {
  if (normAt(sentence, at - 1) !== 'for' || !normAt(sentence, at).endsWith('ing')) return undefined;
  const verb = chains[n]?.find(({ row, to }) => row.recalls === true && to === at);
  return verb && lastWhere(groups, ({ from, to }) => from > verb.from && to < verb.to);
}

/** "Seoul regrets Trump's sudden cancellation of the summit": whose deed it is. */
function doerOf({ sentence, chains, groups }: Scan, n: number): Group | undefined {
  const deed = chains[n]?.find(({ row, to }) => ENDS_PLANS.has(row.effect) && normAt(sentence, to - 1) === 'of');
  return deed && groups.find(({ isPossessive, to }) => isPossessive && to < deed.from && deed.from - to <= MAX_MODIFIERS);
}
/** "'s" and two words. */
const MAX_MODIFIERS = 3;

/** "Macron scolds Hungary as it prepares for talks": "it" is no person. */
const stateBefore = ({ groups }: Scan, at: number, first: Group | null | undefined): Group | undefined =>
  first?.members.every(isPerson) === true
    ? lastWhere(groups, ({ to, members, isPossessive }) => to <= at && !isPossessive && members.every(({ kind }) => !isSomebody({ kind })))
    : undefined;

type Wanted = { readonly usable: (group: Group) => boolean; readonly isTravel: boolean; readonly hasPronoun: boolean };
/** The first who acts; states do not travel: "police foil a plot against Macron while he visits", "the row hurts Iran, Putin says before a trip". */
function subjectBefore(scan: Scan, at: number, { usable, isTravel, hasPronoun }: Wanted): Group | undefined {
  const first = scan.groups.find((group) => group.to <= at && usable(group));
  if (!isTravel || first === undefined || first.members.some(isSomebody)) return first;
  const isPersons = (group: Group): boolean =>
    group.to <= at && group.members.some(({ kind, level }) => kind === 'person' && (level === 'leader' || level === 'minister'));
  const speaker = scan.speech.group !== null && isPersons(scan.speech.group) ? scan.speech.group : undefined;
  return (hasPronoun ? lastWhere(scan.groups, isPersons) : speaker) ?? first;
}
const isSomebody = ({ kind }: Pick<Entity, 'kind'>): boolean => kind !== 'country' && kind !== 'metonym' && kind !== 'demonym';

/** "he told Putin that the leaders of Oman, Iran and Iraq should meet": several who are named behind "he" are meant. */
const areSeveral = ({ members }: Group): boolean => members.length > 1 && members.every(isPerson);

/** "brawls over Deby visit: U.N.": a body at the very end only tells of it. */
const isSource = ({ sentence }: Scan, { from, to, members }: Group): boolean =>
  normAt(sentence, from - 1) === ':' && to === sentence.tokens.length && members.every(({ kind }) => kind === 'body');

/** "a plot against Macron, who is on a visit": the person right before "who"; "..., Sisi says after a call": who speaks before. */
function whoIsMeant(scan: Scan, clause: Clause): Group | null {
  const { groups, sentence } = scan;
  const { kind, from } = clause;
  if (kind === 'time') return speaksBefore(scan, clause) ?? null;
  if (kind !== 'relative' || normAt(sentence, from) !== 'who') return null;
  const end = normAt(sentence, from - 1) === ',' ? from - 1 : from;
  return groups.find(({ to, members }) => to === end && members.some(isPerson)) ?? null;
}

/** "Cheers for Macron as he lands": who "he" is when one person alone was named. */
function onlyPerson({ groups }: Scan, at: number): Group | null {
  const named = groups.filter((group) => group.to <= at && group.members.some(({ kind }) => kind === 'person'));
  return named.length === 1 && named[0]?.members.length === 1 ? named[0] : null;
}

/** "arrives in Ankara, Turkey, for talks": the state behind its city only says where that is. */
function isStateOfCity({ sentence: { tokens }, groups }: Scan, { from, members }: Group): boolean {
  const [only] = members;
  if (members.length > 1 || only?.kind !== 'country' || normOf(tokens, from - 1) !== ',') return false;
  if (TOWNS.has(normOf(tokens, from - 2))) return true;
  if (groups.some((one) => one.to === from - 1 && PLACED.has(one.preposition ?? '') && one.members[0]?.country === only.country))
    return true;
  if (only.via !== 'name') return false;
  if (normOf(tokens, only.to) === ',' && tokens[from - 2]?.isCapital === true && PLACED.has(normOf(tokens, from - 3))) return true;
  return [1, 2].some((words) => {
    const city = tokens.slice(from - 1 - words, from - 1).map(({ norm }) => norm);
    return countryOfCity(city.join(' ')) === only.country && PLACED.has(normOf(tokens, from - 2 - words));
  });
}
const TOWNS = wordSet('capital city town port resort');
const PLACED = wordSet('in at to near from outside');

/** Who stands there as somebody's object, as a place, as part of another phrase. */
const isElse = (scan: Scan, group: Group): boolean => isToldOf(scan, group) || isStateOfCity(scan, group) || isOfOtherNoun(scan, group);

/** "threatens to rethink Trump summit, cancels Seoul talks": whose another meeting is. */
const isOfOtherNoun = ({ nuclei, sentence }: Scan, { from, to }: Group): boolean =>
  from > 1 && nuclei.some(({ row, from: at, to: end }) => at === to && row.kind === 'noun' && normAt(sentence, end) === ',');

/** "Putin informs Trump of a meeting", not "invited Trump on Monday to visit": who stands behind a verb and before a preposition is its object. */
const isToldOf = ({ sentence }: Scan, { from, to, preposition }: Group): boolean =>
  preposition === null &&
  sentence.tokens[from - 1]?.isCapital === false &&
  /^[a-z]{3,}(?:s|ed)$/.test(normAt(sentence, from - 1)) &&
  !isReport(normAt(sentence, from - 1)) &&
  AFTER_TOLD.has(normAt(sentence, to)) &&
  !WEEKDAYS.has(normAt(sentence, to + 1));
const AFTER_TOLD = wordSet('of on about over for after before hours days ahead following during');

/** A state before a noun belongs to that noun ("Ukraine ceasefire deal"); one before a verb acts. */
function acts(scan: Scan, group: Group): boolean {
  if (group.members.some((entity) => entity.kind !== 'country' && entity.kind !== 'demonym')) return true;
  const norm = normAt(scan.sentence, group.to);
  if (OFFER.test(norm) && isAnswered(scan, group.from)) return false;
  return (
    scan.operators.some((operator) => operator.from === group.to && operator.row.isPreposition !== true) ||
    scan.nuclei.some((nucleus) => nucleus.from === group.to) ||
    AUXILIARY.has(norm) ||
    (ADVERBS.has(norm) && !isPreposition(norm)) ||
    isReport(norm) ||
    norm === '' ||
    (norm === ',' && !GOES_ON.has(normAt(scan.sentence, group.to + 1)))
  );
}

/** "turns down the US offer": theirs, and somebody else acts. */
const OFFER =
  /^(?:offer|proposal|request|invitation|invite|plea|bid|suggestion|overture|approach|proposals|requests|invitations|overtures)$/;
const isAnswered = ({ sentence, operators }: Scan, at: number): boolean => {
  const to = /^(?:a|an|the|any|new)$/.test(normAt(sentence, at - 1)) ? at - 1 : at;
  return operators.some((operator) => operator.to === to && ANSWERS.has(operator.row.effect));
};
const ANSWERS: ReadonlySet<string> = new Set(['refuse', 'agree', 'accept', 'await']);

/** "visits Egypt, and will go on to Ethiopia": behind the comma the sentence goes on about another. */
const GOES_ON = wordSet('and but then before');

/** "After talks with Xi, Macron said": the subject behind the comma of an opening clause. */
function behindComma(scan: Scan, from: number, usable: (group: Group) => boolean): Group | null {
  const comma = scan.sentence.tokens.findIndex((token, at) => at >= from && token.norm === ',');
  return comma < 0 ? null : (scan.groups.find((group) => group.from > comma && group.from - comma <= 3 && usable(group)) ?? null);
}

/** "calls on X to come", "pleads with X and Y to meet": who is to do it. */
const isBidden = ({ sentence }: Scan, { preposition, from, to }: Group): boolean =>
  BIDDEN_ON.has(preposition ?? '') &&
  normAt(sentence, to) === 'to' &&
  /^(?:call|plead|appeal|prevail|lean)/.test(normAt(sentence, from - 2));
const BIDDEN_ON = wordSet('with on upon');

export function canBeSubject(scan: Scan, group: Group): boolean {
  if (
    (group.isPossessive && !isAboard(normAt(scan.sentence, group.to + 1)) && !isAboard(normAt(scan.sentence, group.to + 2))) ||
    isTopic(scan, group) ||
    isKindOfFirst(scan, group)
  )
    return false;
  if (isBidden(scan, group)) return true;
  if (isForWhom(scan, group)) return true;
  if ((group.preposition === 'for' || group.preposition === 'to') && normAt(scan.sentence, group.to) === 'to') return true;
  if (
    (group.preposition === 'from' || group.preposition === 'of') &&
    OFFICIALS.has(normAt(scan.sentence, group.from - (normAt(scan.sentence, group.from - 1) === 'the' ? 3 : 2)))
  )
    return true;
  if (group.preposition !== null && normAt(scan.sentence, group.from - 1) !== '')
    return !ABOUT.has(group.preposition) && !NO_SUBJECT.has(group.preposition);
  return group.members.some((entity) => entity.kind !== 'demonym');
}
const OFFICIALS = wordSet(
  'official officials leader leaders minister ministers president presidents delegation delegations negotiator negotiators envoy envoys diplomat diplomats representatives chief chiefs team teams emissaries emissary ambassadors commanders generals countries nations members states',
);
const NO_SUBJECT = wordSet('with between involving of by in at from near outside to among');

/** "becomes the first foreign minister to visit Oslo": what he is, not who. */
const isKindOfFirst = ({ sentence }: Scan, { from, to, members }: Group): boolean =>
  members.every(({ country }) => country === null) &&
  normAt(sentence, to) === 'to' &&
  [1, 2, 3].some((k) => NTH.has(normAt(sentence, from - k)));
const NTH = wordSet('first second third fourth fifth only last latest');

/** "to broach Syria, Russia and trade at the summit", "paralysis on Gaza, Ukraine", "Ukraine conflict: Putin calls": states that are spoken of. */
function isTopic({ sentence, groups }: Scan, { from, to, members }: Group): boolean {
  if (members.some(({ kind }) => kind !== 'country' && kind !== 'demonym')) return false;
  if (from <= 1 && isLabel(sentence, to)) return true;
  let at = from - 1;
  while (at > 0) {
    const before = groups.find(({ to }) => to === at + 1);
    if (before?.members.every(({ kind }) => kind === 'country') === true) at = before.from - 1;
    else if (LISTED.has(normAt(sentence, at))) at -= 1;
    else break;
  }
  return BROACHES.test(normAt(sentence, at)) || (at < from - 1 && ON_TOPIC.has(normAt(sentence, at)));
}
/** "Ukraine conflict: ...", "Iran nuclear deal: ...": what all of it is about. */
export function isLabel({ tokens, entities }: Scan['sentence'], to: number): boolean {
  for (let at = to; at <= to + MAX_LABEL; at += 1) {
    const norm = normOf(tokens, at);
    if (norm === ':') return at > to;
    if (norm === "'s" || norm === '' || isPreposition(norm) || isReport(norm) || entities.some(({ from }) => from === at)) return false;
  }
  return false;
}
const MAX_LABEL = 3;
const LISTED = wordSet(', and the');
const BROACHES = /^(?:broach|discuss|rais|address|tackl|debat|review|confront|cover|mention|highlight)(?:e|es|ed|s|ing)?$/;

/** "joins Scholz for talks", "thanks Trump for talks". */
export const isPartner = (group: Group, { row, from, to }: Operator): boolean =>
  row.takesPartner === true && group.from > from && group.from - to <= 1 && group.preposition === null;

/** "refuses Putin an audience": who stands between the verb and what he does not get. */
const isReceiver = ({ sentence }: Scan, group: Group, { row, to }: Operator): boolean =>
  row.isVerb === true && row.effect === 'refuse' && group.from === to && !group.isPossessive && DETERMINERS.has(normAt(sentence, group.to));
const DETERMINERS = wordSet('a an any the his her');
