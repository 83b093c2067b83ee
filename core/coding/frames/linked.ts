import type { Group } from '../entities/groups.ts';
import type { Operator } from '../operators/operators.ts';
import type { Scan } from '../operators/scan.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { canBeSubject, isPartner } from './subject-kinds.ts';

const OFFERS: ReadonlySet<string> = new Set(['propose', 'await', 'premature', 'refuse', 'agree', 'accept', 'cancel', 'postpone']);

/** Who offers and who is asked, by the operators of nucleus `n`. */
export function linkedGroups(scan: Scan, n: number): readonly Group[] {
  const chain = scan.chains[n] ?? [];
  if (chain.length === 0) return [];
  const offers = chain.filter((operator) => OFFERS.has(operator.row.effect) && operator.row.isThirdParty !== true);
  const asked = scan.groups.filter((group) => isSeveral(group) && offers.some(({ from, to }) => group.from >= from && group.to <= to));
  if (asked.length > 0) return asked;
  return scan.groups.filter(
    (group) =>
      (!isObjectOf(scan, n, group) && offers.some((operator) => isLinked(scan, group, operator))) ||
      chain.some((operator) => isPartner(group, operator)),
  );
}

/** "refuses to discuss Taiwan with Xi": what they talk of. */
const isObjectOf = ({ nuclei }: Scan, n: number, { from }: Group): boolean => nuclei[n]?.row.id === 'discuss' && nuclei[n]?.to === from;

/** "offers its roof to Moscow and Kyiv for talks": several who are asked meet each other. */
const isSeveral = ({ members }: Group): boolean => members.some(({ country }) => country !== members[0]?.country);

function isLinked(scan: Scan, group: Group, operator: Operator): boolean {
  if (group.isPossessive && group.to + 1 >= operator.from && group.to < operator.to) return true;
  if (group.from >= operator.from && group.to <= operator.to) return true;
  if (isAdjectiveOf(scan, group, operator)) return true;
  if (group.preposition === 'from' && group.from - operator.to <= 2 && group.from >= operator.from) return true;
  if (isDoneOrOfferedBy(scan, group, operator)) return true;
  if (group.preposition === null && group.from - operator.to <= 1 && group.from >= operator.to) return true;
  if (group.from === operator.to && normAt(scan.sentence, operator.to - 1) === 'to' && operator.row.effect === 'premature') return true;
  const isGiver =
    operator.row.effect === 'propose' && /^(?:offer|invit|propos|challeng|suggest|ask)/.test(normAt(scan.sentence, operator.from));
  return isGiver && group.to <= operator.from && operator.from - group.to <= 2 && canBeSubject(scan, group);
}

/** "a proposal by Putin", "taken up by Putin", "spurned by Putin": whose offer it is, or whose answer. */
const isDoneOrOfferedBy = (scan: Scan, { preposition, from }: Group, { row, from: at, to }: Operator): boolean =>
  preposition === 'by' &&
  from >= at &&
  from - to <= 2 &&
  (row.effect === 'refuse' || row.effect === 'agree' || row.effect === 'accept' || OFFER.has(normAt(scan.sentence, to - 1)));
const OFFER = wordSet('offer proposal request invitation invite plea bid appeal suggestion');

/** "a French request for": who asks, as an adjective of what he asks. */
const isAdjectiveOf = (scan: Scan, { members, to }: Group, { from }: Operator): boolean =>
  to === from &&
  members.every(({ kind }) => kind === 'demonym') &&
  /^(?:request|offer|proposal|invitation|plea|appeal|bid|suggestion|overture|approach)s?$/.test(normAt(scan.sentence, from));
