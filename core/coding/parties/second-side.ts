import { DONE_OR_SET } from '../codebook/status-kinds.ts';
import type { Group } from '../entities/groups.ts';
import type { Frame } from '../frames/frames.ts';
import { isLabel } from '../frames/subject-kinds.ts';
import { flatten } from '../words/sequences.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { DOMESTIC_WORDS, REGION } from '../words/word-sets.ts';
import { areHeadsOfMany, hostOf, partyCodes } from './multilateral.ts';

/** One side is named: does the text speak of an unnamed second one, or of nobody? */
export function completed(frame: Frame, codes: readonly string[], named: readonly Entity[]): readonly string[] | null {
  const only = codes[0];
  if (only === undefined || frame.args.hasDomesticObject) return null;
  const mediator = mediatorOf(frame, only);
  if (mediator !== null) return [only, mediator];
  const host = frame.nucleus.row.id === 'summit' ? hostOf(frame) : null;
  if (host !== null && host !== only) return [only, host];
  const body = frame.args.hasRight ? bodyOf(frame, only) : null;
  if (body !== null) return [only, body];
  const other = onlyOther(frame, only);
  if (!isOpenEnded(frame, named, other !== null) && !(DONE_OR_SET.has(frame.status) && named.some((one) => areHeadsOfMany(frame, one))))
    return null;
  return other === null && only === 'XX' ? null : [only, other ?? 'XX'];
}

/** "the Malian government and rebels sign a truce at talks mediated by Chad": who stands between a state and its rebels is the other state, between states neither. */
function mediatorOf(frame: Frame, only: string): string | null {
  const { row } = frame.nucleus;
  const { sentence, groups } = frame.scan;
  if (row.kind !== 'noun' || row.isTravel === true) return null;
  const by = groups.find((group) => isOfMediator(frame, group));
  if (by === undefined) return null;
  if (!sentence.entities.some(({ kind }) => kind === 'movement') && !sentence.tokens.some(({ norm }) => REBELS.has(norm))) return 'XX';
  return by.members.find(({ country }) => country !== null && country !== only)?.country ?? null;
}
const REBELS = wordSet('movement rebel rebels insurgents guerrillas separatists');
/** "talks brokered by Oslo". */
const isOfMediator = ({ nucleus: { to }, scan: { sentence } }: Frame, { from, preposition }: Group): boolean =>
  preposition === 'by' &&
  from >= to &&
  from - to <= MAX_MEDIATOR &&
  sentence.tokens.some(({ norm }, at) => at >= to && at < from && MEDIATES.has(norm));
const MAX_MEDIATOR = 6;
const MEDIATES = wordSet('mediated brokered facilitated moderated');

/** "The Syrian army says it is in talks with Turkey": the state of the body that tells of itself. */
const bodyOf = ({ scan, nucleus }: Frame, only: string): string | null =>
  scan.sentence.entities.find(({ kind, to, country }) => kind === 'domestic' && to <= nucleus.from && country !== null && country !== only)
    ?.country ?? null;

/** "in Algiers": a city is where, not who. */
const isVenue = ({ preposition }: Group, { kind, via }: Entity): boolean =>
  kind === 'country' && via === 'metonym' && VENUE_LEADS.has(preposition ?? '');
const VENUE_LEADS = wordSet('in at near from to');

/** "under threats from Washington": whose they are. */
const isOfPressure = ({ sentence }: Frame['scan'], { from, preposition }: Group): boolean =>
  preposition === 'from' && PRESSURES.has(normOf(sentence.tokens, from - 2));
const PRESSURES = wordSet('threats threat pressure attacks attack strikes sanctions fire blackmail aggression demands');

/** "calls for Cuba to return to talks": not with the one who says so. */
export const isForOthers = ({ scan, chain }: Frame): boolean =>
  chain.some(({ row, from }) => row.isThirdParty === true && normOf(scan.sentence.tokens, from + 1) === 'for') &&
  chain.some(({ row }) => row.effect === 'infinitive');

/** "discussions on North Korea": what they speak of. */
const isSubjectMatter = ({ nucleus, scan }: Frame, { from, to, preposition }: Group): boolean =>
  (from <= 1 && isLabel(scan.sentence, to)) ||
  ((preposition === 'on' || preposition === 'about' || preposition === 'over') && from >= nucleus.to && from - nucleus.to <= 2);

/** "has signalled to Washington": who is told, not where. */
const isAddressed = ({ sentence }: Frame['scan'], { from, preposition }: Group): boolean =>
  preposition === 'to' && SIGNALS.test(normOf(sentence.tokens, from - 2));
const SIGNALS = /^(?:signal|convey|indicat|communicat|messag|relay|hint|mak|sa|word|explain|suggest)(?:l?ed|e|es|s|ing|id|ys)?$/;

/** "Tehran rules out talks while Israel attacks": the one other state that the sentence speaks of, when it does not stand beside the first. */
function onlyOther(frame: Frame, only: string): string | null {
  const { scan, nucleus } = frame;
  if (nucleus.row.isTravel === true || isForOthers(frame)) return null;
  const own = scan.groups.filter(({ members }) => members.some(({ country }) => country === only));
  const others = flatten(
    scan.groups.filter((group) => !own.includes(group) && !isSubjectMatter(frame, group)),
    (group) => group.members.filter((one) => isOfPressure(scan, group) || isAddressed(scan, group) || !isVenue(group, one)),
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

/** By its word, or as a contact at which states meet by their leaders. */
export const isSummit = ({ row, to }: Frame['nucleus'], { sentence }: Frame['scan']): boolean =>
  row.statesMeetAs === 'leader' || SUMMIT.has(normOf(sentence.tokens, to - 1));
const SUMMIT = wordSet('summit summits');

const OPEN: ReadonlySet<string> = new Set(['willing', 'declined', 'proposed', 'premature', 'agreed']);
/** "Pyongyang breaks off talks": the state that is named does it, just before. */
const isBrokenOff = ({ nucleus, scan, chain, args }: Frame, named: readonly Entity[]): boolean =>
  !args.hasRight &&
  isStateAlone(named) &&
  normOf(scan.sentence.tokens, nucleus.to) !== 'with' &&
  chain.some(
    ({ row, from, to }) => OFF_BY.has(row.effect) && to <= nucleus.from && named.every((who) => from >= who.to && from - who.to <= 2),
  );
const OFF_BY = wordSet('cancel postpone');

/** The text speaks of a contact with somebody it does not name: a summit, talks that a state offers or refuses, a trip to a region. */
function isOpenEnded(frame: Frame, named: readonly Entity[], isOfOneOther: boolean): boolean {
  const { nucleus, status, scan, chain, args } = frame;
  if (isSummit(nucleus, scan)) return named.length > 0;
  if (nucleus.row.id === 'conference' && named.length === 1 && isStateAlone(named))
    return HOSTS.test(normOf(scan.sentence.tokens, chain.find(({ row }) => row.effect === 'hold')?.from ?? -1));
  if (nucleus.row.id === 'meeting' && scan.sentence.zone === 'title' && isStateAlone(named) && REFUSED.has(status) && chain.length > 0)
    return !scan.sentence.tokens.some(({ norm }) => DOMESTIC_WORDS.has(norm));
  if (nucleus.row.form === 'talks' || nucleus.row.id === 'table')
    return (
      (OPEN.has(status) || isBrokenOff(frame, named) || isToResume(frame)) &&
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

/** "Tehran says nuclear talks will resume": with another state, whichever. */
const isToResume = ({ nucleus: { from, to }, status, scan: { sentence }, chain }: Frame): boolean =>
  status === 'scheduled' &&
  sentence.zone === 'title' &&
  OF_STATES.has(normOf(sentence.tokens, from)) &&
  chain.some(({ row, from: at }) => at >= to && row.effect === 'begin');
const OF_STATES = wordSet('nuclear trade accession');
/** "Paris to host a ministerial meeting". */
const HOSTS = /^(?:host|hold|held|conven|chair|stag)(?:e|es|s|ed|ing)?$/;

const REFUSED: ReadonlySet<string> = new Set(['declined', 'premature', 'willing', 'proposed']);
/** "Kyiv sees no sense in another meeting". */
const isStateAlone = (named: readonly Entity[]): boolean =>
  named.length === 1 && named.every(({ kind, via }) => kind === 'metonym' || (kind === 'country' && via !== 'descriptor'));

/** A trip to a state that is not named. */
const ABROAD =
  /\bstate visit\b|\b(?:foreign|overseas|international) (?:trip|visit|tour)s?\b|\b(?:trip|visit|tour) (?:abroad|(?:to|of) the region)\b/i;
