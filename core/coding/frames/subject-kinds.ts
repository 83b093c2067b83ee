import { isReport } from '../entities/attribution.ts';
import type { Group } from '../entities/groups.ts';
import { isAboard } from '../nuclei/last-resort.ts';
import type { Operator } from '../operators/operators.ts';
import type { Scan } from '../operators/scan.ts';
import { normOf } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ABOUT, isPreposition, ON_TOPIC } from '../words/word-sets.ts';

/** "For Ukraine, the summit was a disappointment": who judges it. */
export const isForWhom = ({ sentence }: Scan, { preposition, from, to }: Group): boolean =>
  preposition === 'for' && from <= 1 && normAt(sentence, to) === ',';

/** "calls on X to come", "pleads with X and Y to meet": who is to do it. */
const isBidden = ({ sentence }: Scan, { preposition, from, to }: Group): boolean =>
  BIDDEN_ON.has(preposition ?? '') &&
  normAt(sentence, to) === 'to' &&
  /^(?:call|plead|appeal|prevail|lean)/.test(normAt(sentence, from - 2));
const BIDDEN_ON = wordSet('with on upon');

/** Whether a group can be the subject of anything: no topic, no label, nobody's company. */
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
export const isReceiver = ({ sentence }: Scan, group: Group, { row, to }: Operator): boolean =>
  row.isVerb === true && row.effect === 'refuse' && group.from === to && !group.isPossessive && DETERMINERS.has(normAt(sentence, group.to));
const DETERMINERS = wordSet('a an any the his her');
