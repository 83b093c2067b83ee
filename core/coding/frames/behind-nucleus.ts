import { isReport } from '../entities/attribution.ts';
import type { Group } from '../entities/groups.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Scan } from '../operators/scan.ts';
import { behindAdverbials } from '../sentences/adverbials.ts';
import type { Clause } from '../sentences/clauses.ts';
import { MARGINS } from '../sentences/word-classes.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import type { Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, MODIFIERS, WITH } from '../words/word-sets.ts';
import { onlyModifiers } from './before-nucleus.ts';

const RIGHT_REACH = 9;

/** "with X", "between X and Y", "of X", or a direct object, before another nucleus takes over. */
export function rightGroups(scan: Scan, n: number, clause: Clause): readonly Group[] {
  const nucleus = scan.nuclei[n];
  const nextNucleus = scan.nuclei[n + 1];
  if (nucleus === undefined) return [];
  const found: Group[] = [];
  let edge = nucleus.to;
  for (const group of scan.groups) {
    if (group.from < nucleus.to || group.from >= clause.to) continue;
    if (nextNucleus !== undefined && group.from >= nextNucleus.from) break;
    const joins = joinsNucleus(scan, n, group, edge);
    if (joins === 'stop') break;
    if (joins === 'yes') {
      if (isCompoundOf(scan.sentence, group, nextNucleus?.from ?? -1) && found.length > 0) break;
      found.push(group);
      edge = group.to;
    }
  }
  return found;
}

function joinsNucleus(scan: Scan, n: number, group: Group, edge: number): 'yes' | 'no' | 'stop' {
  const { sentence } = scan;
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined || group.from - edge > RIGHT_REACH) return 'stop';
  if (isReport(normAt(sentence, group.to)) && normAt(sentence, group.from - 1) === ',') return 'stop';
  const preposition = takesObject(scan, n, group) || isCounted(sentence, group) ? null : group.preposition;
  if (isOfAnotherNoun(sentence, group, nucleus)) return 'no';
  if (preposition === null) return nucleus.row.needsPair !== true && isObject(scan, n, group) ? 'yes' : 'no';
  if (WITH.has(preposition)) return 'yes';
  if (preposition === 'for' && nucleus.row.isTravel === true && isTraveller(scan, group)) return 'yes';
  if ((preposition === 'for' || preposition === 'to') && nucleus.row.isForGuest === true) return 'yes';
  if (preposition === 'of')
    return nucleus.row.kind === 'noun' &&
      !isOfMargins(sentence, group.from) &&
      /^(?:meeting|summit|visit|talks|meet|conversation|call|contact|trip|dialogue|consultation|negotiation|discussion|session|conference)/.test(
        normAt(sentence, nucleus.to - 1),
      ) &&
      group.from - nucleus.to <= 5
      ? 'yes'
      : 'no';
  if (preposition === 'by')
    return nucleus.row.kind === 'noun' && !isDoneBy(scan, group) && !isOfOtherThing(sentence, group, nucleus) ? 'yes' : 'no';
  if (preposition === 'from' && nucleus.row.kind === 'noun')
    return /^(?:call|letter|visit|message|note|missive|cable|epistle|e-?mail|text|memo|dispatch|postcard|card)/.test(
      normAt(sentence, nucleus.to - 1),
    )
      ? 'yes'
      : 'no';
  if (preposition === 'to')
    return nucleus.row.isTravel === true || isOffered(scan, n, group) || ADDRESSED.has(nucleus.row.id) || group.from === nucleus.to
      ? 'yes'
      : 'no';
  return 'no';
}
const ADDRESSED = wordSet('phone call letter message speak write invitation send');

/** "meets dozens of African leaders". */
const isCounted = (sentence: Sentence, { from, preposition }: Group): boolean =>
  (preposition === 'of' || preposition === 'from') && COUNTS.has(normAt(sentence, from - 2)) && normAt(sentence, from - 1) === preposition;
const COUNTS = wordSet('dozens scores group handful number delegation delegations');

/** "meeting on the sidelines of the EU summit": where others meet. */
const isOfMargins = (sentence: Sentence, at: number): boolean =>
  MARGINS.has(normAt(sentence, at - 2)) || MARGINS.has(normAt(sentence, at - 3));

/** "a stopover in Doha for Macron": who is to go there, when nobody before the noun is. */
const isTraveller = ({ groups, sentence }: Scan, { members, to }: Group): boolean =>
  members.every(({ kind }) => kind === 'person') &&
  normAt(sentence, to) !== "'s" &&
  !groups.some((one) => one.to <= to && one.to < (members[0]?.from ?? 0) && one.members.some(({ kind }) => kind === 'person'));

/** "plays host to X", "runs into X", "received by X": the preposition is part of the verb. */
function takesObject({ sentence, nuclei }: Scan, n: number, group: Group): boolean {
  const nucleus = nuclei[n];
  if (nucleus === undefined || nucleus.row.kind !== 'verb' || nucleus.row.isTravel === true) return false;
  return group.from - nucleus.to <= 1 && (nucleus.row.isHosting === true ? AFTER_HOST : AFTER_VERB).has(normAt(sentence, nucleus.to - 1));
}
const AFTER_HOST = wordSet('to by for of with');
const AFTER_VERB = wordSet('to into by on from of for');

/** "offers talks to Eritrea", "floats a summit to Biden and Putin": who is asked. */
const isOffered = ({ chains, nuclei }: Scan, n: number, { from }: Group): boolean => {
  const nucleus = nuclei[n];
  if (nucleus === undefined || nucleus.row.kind !== 'noun' || from - nucleus.to > 2) return false;
  return (chains[n] ?? []).some(({ row, to }) => row.effect === 'propose' && to <= nucleus.from);
};

/** "to mend relations with India", "to attend to Putin's needs": what a name behind belongs to is something else; "talks on a deal with Oman" are with Oman. */
const isOfAnotherNoun = (sentence: Sentence, { from, to, isPossessive, preposition }: Group, { row }: Nucleus): boolean =>
  (isPossessive && preposition !== null && preposition !== 'between' && !isOwnBody(sentence, to)) ||
  RELATION.has(nounBefore(sentence, from)) ||
  isOfStrife(sentence, { from, preposition }) ||
  (row.form !== 'talks' && row.id !== 'sign' && DEAL.has(nounBefore(sentence, from)));

/** "relations with the US": the noun that the preposition belongs to. */
const nounBefore = (sentence: Sentence, at: number): string => normAt(sentence, ARTICLES.has(normAt(sentence, at - 1)) ? at - 3 : at - 2);

/** "with Burma's military government": those who rule are the state. */
const isOwnBody = ({ tokens }: Sentence, at: number): boolean => tokens.slice(at + 1, at + 5).some(({ norm }) => OWN_BODY.has(norm));
const OWN_BODY = wordSet(
  'government administration leadership leader leaders regime ruler rulers junta officials negotiators delegation team minister ministers envoy envoys diplomats',
);

/** "the crisis between X and Y": whose it is, not who meets. */
export const isOfStrife = (sentence: Sentence, { from, preposition }: Pick<Group, 'from' | 'preposition'>): boolean =>
  preposition === 'between' && STRIFE.has(normAt(sentence, from - 2));
const STRIFE = wordSet('crisis clash clashes fighting violence standoff stand-off hostilities escalation skirmishes differences spat');
const RELATION = wordSet(
  'relations relationship ties border borders wars war conflicts conflict tariffs alliance friendship rift row feud dispute tensions rivalry competition problems problem patience',
);

const DEAL = wordSet('trade deals deal agreement pact treaty cooperation peace truce ceasefire partnership');

/** "a summit proposed by Macron", "talks hosted by Qatar", "mediated by the UAE": who brings others together. */
const isDoneBy = ({ sentence }: Scan, { from, members }: Group): boolean =>
  /[a-z]ed$/.test(normAt(sentence, from - 2)) ||
  (members.length === 1 && normAt(sentence, from - 1) === 'the' && /^(?:mediat|broker|facilitat)ed$/.test(normAt(sentence, from - 3)));

/** "a trip to Oslo over the accusation by Chile": what is by them is the accusation. */
function isOfOtherThing({ tokens }: Sentence, { from }: Group, { to }: Nucleus): boolean {
  const by = lastIndexWhere(tokens, ({ norm }, at) => at < from && norm === 'by');
  const before = tokens[by - 1];
  if (before === undefined || by - 1 < to || before.kind !== 'word' || before.isCapital) return false;
  return !/(?:ed|^week|^month|^year|^today|^tomorrow|^yesterday|^there|^here|^later|^soon|^country|^city|^capital)$/.test(before.norm);
}

/** Directly behind a verb, "meeting" or "trip to see", with nothing but an article or a title word between. */
function isObject(scan: Scan, n: number, group: Group): boolean {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return false;
  if (nucleus.row.kind === 'noun' && !TAKES_OBJECT.has(normAt(scan.sentence, nucleus.to - 1))) return false;
  const start = nucleus.row.isHosting === true ? behindAdverbials(scan.sentence, nucleus.to) : nucleus.to;
  for (let at = start; at < group.from; at += 1) {
    const norm = normAt(scan.sentence, at);
    if (!ARTICLES.has(norm) && !MODIFIERS.has(norm) && !DESCRIBES.test(norm)) return false;
  }
  return true;
}
const TAKES_OBJECT = wordSet('meeting visiting see meet');

/** "meets 'old friend' X", "hosts scandal-hit Malaysian leader": what may stand between a verb and whom it names. */
const DESCRIBES =
  /^(?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|group|handful|number|delegations?|from|bipartisan|former|visiting|fellow|old|longtime|friend|close|ally|embattled|ousted|outgoing|incoming|rival|foe|"|'|[a-z]+ly|[a-z]+-[a-z]+)$/;

function isCompoundOf(sentence: Sentence, group: Group, at: number): boolean {
  return at >= 0 && group.to <= at && onlyModifiers(sentence, group.to, at);
}
