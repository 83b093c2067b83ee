import { isPerson } from '../entities/actors.ts';
import type { Group } from '../entities/groups.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Scan } from '../operators/scan.ts';
import { ENDS_PLANS } from '../operators/shared-fate.ts';
import type { Clause } from '../sentences/clauses.ts';
import { lastWhere } from '../words/sequences.ts';
import type { Entity } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { AUXILIARY, HE, HIS, PRONOUNS } from '../words/word-sets.ts';
import { acts, isElse } from './acting.ts';
import { speaksBefore } from './speaks-before.ts';
import { canBeSubject, isForWhom, isPartner, isReceiver } from './subject-kinds.ts';

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
  if (inClause !== undefined) return hisOwn(nucleus, inClause, scan.groups.find((group) => group.to <= edge && usable(group)) ?? inClause);
  if (clause.kind === 'time' && normAt(scan.sentence, clause.from + 1) === 'it')
    return stateBefore(scan, clause.from, before) ?? before ?? null;
  const isTraveller = hasPronoun && nucleus.row.isTravel === true;
  return before ?? subjectBehind(scan, clause, { nucleus, usable }) ?? (isTraveller ? onlyPerson(scan, clause.from) : null);
}

/** "the palace said that Macron had cancelled his trip": his own, and not of the house that speaks. */
const hisOwn = ({ row }: Nucleus, near: Group, first: Group): Group =>
  row.isTravel === true && near.members.some(isSomebody) && !first.members.some(isSomebody) ? near : first;

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

/** "After talks with Xi, Macron said": the subject behind the comma of an opening clause. */
function behindComma(scan: Scan, from: number, usable: (group: Group) => boolean): Group | null {
  const comma = scan.sentence.tokens.findIndex((token, at) => at >= from && token.norm === ',');
  return comma < 0 ? null : (scan.groups.find((group) => group.from > comma && group.from - comma <= 3 && usable(group)) ?? null);
}
