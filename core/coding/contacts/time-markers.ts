import { OFF } from '../codebook/status-kinds.ts';
import { isPerson } from '../entities/actors.ts';
import { isReport } from '../entities/attribution.ts';
import type { Group } from '../entities/groups.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { MARKS } from '../frames/other-side.ts';
import { speaksBefore } from '../frames/speaks-before.ts';
import type { Operator } from '../operators/operators.ts';
import type { Sides } from '../parties/sides.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { AS_OR_WHILE, BOUNDARIES, INCIDENTS, MARKETS, MODIFIERS } from '../words/word-sets.ts';
import { isObject, isOtherNews, isWithOthers } from './other-news.ts';

/** "Markets fall ahead of Trump-Xi summit": no party of the contact does anything in the main clause. */
export function isTimeMarker(frame: Frame, sides: Sides): boolean {
  if (isSpokenAfter(frame)) return false;
  if (isTimeOfAnother(frame) || isBesideIncident(frame)) return true;
  const marker = markerOf(frame);
  if (marker === null) return isOtherNews(frame, sides, undefined);
  const { scan, nucleus } = frame;
  const actor =
    (marker.row.effect === 'presuppose-future' ? undefined : speaksBefore(scan, clauseOf(scan, nucleus.from))) ??
    scan.groups.find(
      (group) =>
        (group.to <= marker.from || group.from > nucleus.to) &&
        !isTopic(scan, group) &&
        (group.preposition === null || group.preposition === 'against') &&
        ((marker.row.effect === 'presuppose-future' && isOpening(scan, group)) ||
          group.members.some((entity) => entity.kind !== 'demonym')),
    );
  const isBelow = (entity: Entity): boolean => sides.level === 'leader' && entity.surname !== null && entity.level !== 'leader';
  const isOwn = (entity: Entity): boolean => entity.country !== null && sides.parties.includes(entity.country) && !isBelow(entity);
  const isOwnLeader =
    actor !== undefined &&
    !(marker.row.effect === 'presuppose-now' && isObject(scan, actor)) &&
    actor.members.some((entity) => isOwn(entity) && entity.surname !== null);
  // "before the G20 summit": one of many is hardly the news.
  if (marker.row.effect !== 'presuppose-now' && nucleus.row.id === 'summit' && sides.parties.includes('XX')) return true;
  if (marker.row.effect === 'presuppose-future' && hasOtherContact(frame, marker)) return !isOwnLeader || isWithOthers(frame, sides, actor);
  if (isPastIncident(frame, marker) || isIncident(frame, marker)) return !isOwnLeader;
  if (actor === undefined && isOfMarkets(frame, marker)) return true;
  if (actor !== undefined && (!actor.members.some(isOwn) || isOfObject(frame, marker, actor))) return true;
  return isOtherNews(frame, sides, actor);
}

/** "Georgian-Abkhaz conflict: Merz calls": what all of it is about. */
const isTopic = ({ sentence: { tokens } }: Frame['scan'], { from, to, members }: Group): boolean =>
  from <= 1 && members.every(({ surname }) => surname === null) && tokens[to]?.norm !== ':' && tokens[to + 1]?.norm === ':';

/** "Russian drones hit Kyiv": whose they are that do something; not "Libyan war: NATO meets". */
const isOpening = ({ sentence: { tokens } }: Frame['scan'], { from, to }: Group): boolean =>
  from <= 1 && tokens.slice(to, to + MAX_OPENING).every(({ norm }) => norm !== ':');
const MAX_OPENING = 4;

/** "A plot against Macron while he visited Warsaw", "Polls put Macron ahead after his trip": he of whom others do something. */
function isOfObject({ scan, nucleus }: Frame, marker: Operator, { from, to }: Group): boolean {
  const { tokens } = scan.sentence;
  const before = tokens[from - 1];
  return (
    nucleus.row.isTravel === true &&
    to <= marker.from &&
    before?.kind === 'word' &&
    !before.isCapital &&
    !BOUNDARIES.has(before.norm) &&
    tokens.slice(marker.to, nucleus.from).some(({ norm }) => HE.has(norm))
  );
}
const HE = wordSet('he she his her');

/** "Rouble steadies ahead of the call", "Polls show a surge after her trip": nobody acts, prices and polls move. */
const isOfMarkets = ({ scan }: Frame, marker: Operator): boolean =>
  scan.sentence.tokens.some(({ norm }, at) => at < marker.from && MARKETS.has(norm));

/** "The launch comes as Xi visits Tokyo", "It came hours after the summit": when something else took place. */
function isTimeOfAnother({ scan, chain }: Frame): boolean {
  const outer = chain.at(-1);
  if (outer === undefined || !MARKS.has(outer.row.effect) || outer.row.isTight === true) return false;
  const at = lastIndexWhere(scan.sentence.tokens, ({ norm }, k) => k < outer.from && !SPAN.test(norm));
  const [verb = '', before = ''] = [at, at - 1].map((k) => normOf(scan.sentence.tokens, k));
  if (outer.row.effect !== 'presuppose-future' && outer.to - at === 2 && RESULTS.has(before)) return false;
  return COMES.has(verb) || (verb === 'place' && (before === 'took' || before === 'takes' || before === 'taking'));
}
/** "The announcement came after talks": what was said there, or came of it. */
export const RESULTS = wordSet(
  'announcement agreement deal decision pledge offer accord pact breakthrough statement truce ceasefire concession',
);
const COMES = wordSet('comes come came coming');
const SPAN =
  /^(?:just|only|shortly|soon|right|a|an|one|two|three|four|few|several|some|barely|hardly|\d+|(?:hour|day|week|month|year|minute)s?)$/;

/** "Macron meets Merz ahead of Trump-Putin summit": the news is another contact. */
const hasOtherContact = ({ scan, nucleus }: Frame, marker: Operator): boolean =>
  scan.nuclei.some((other) => other !== nucleus && other.row.kind === 'verb' && other.form !== 'ing' && other.to <= marker.from);

/** The "ahead of", "after", "during" that stands around the nucleus, if that is all that places it. */
function markerOf({ scan, chain, nucleus, fired, status }: Frame): Operator | null {
  const outer = chain.at(-1);
  if (outer === undefined || !MARKS.has(outer.row.effect) || outer.row.isTight === true) return null;
  if (outer.to <= clauseOf(scan, nucleus.from).from) return null;
  const isConjunction = AS_OR_WHILE.has(normOf(scan.sentence.tokens, outer.from));
  if (nucleus.row.kind === 'verb') {
    const isWhileThere = isConjunction && nucleus.row.isTravel === true && nucleus.form === 'past' && status !== 'underway';
    return isWhileThere || (outer.row.effect === 'presuppose-future' && nucleus.form !== 'ing') ? outer : null;
  }
  return isConjunction && !fired.some((operator) => /near|approach|loom/.test(operator.words)) ? null : outer;
}

/** "Troops mass before the visit": news of the streets, not of the meeting. */
const isIncident = ({ scan, nucleus }: Frame, marker: Operator): boolean =>
  marker.row.effect === 'presuppose-future' &&
  scan.sentence.tokens.some(({ norm }, at) => (at < marker.from || at >= nucleus.to) && INCIDENTS.has(norm));

/** "Speaking after a call between Macron and Merz, an aide said": the news is what they spoke of. */
function isSpokenAfter({ scan, chain, status }: Frame): boolean {
  const outer = chain[chain.length - 1];
  return status === 'held' && outer?.row.effect === 'presuppose-past' && normOf(scan.sentence.tokens, outer.from - 1) === 'speaking';
}

/** "Missiles hit Odesa hours after Macron met Putin": nobody who meets acts in what is told first. */
function isBesideIncident({ scan, nucleus, status }: Frame): boolean {
  const { kind, from } = clauseOf(scan, nucleus.from);
  if (kind !== 'time' || from === 0 || nucleus.row.kind === 'noun' || OFF.has(status)) return false;
  const { tokens, entities } = scan.sentence;
  if (AS_OR_WHILE.has(normOf(tokens, from))) return false;
  return tokens.some(({ norm }, at) => at < from && INCIDENTS.has(norm)) && !entities.some((one) => one.to <= from && isPerson(one));
}

/** What those who meet do there: no event of others. */
const OF_TALKS = wordSet(
  'agreed signed pledged vowed discussed concluded decided renewed reaffirmed exchanged finalised finalized initialled inked promised proposed offered reached resumed urged asked pressed raised voiced expressed addressed stressed praised hailed welcomed received presented invited assured warned rejected',
);
/** "two arrested during the visit". */
const SEIZED = wordSet(
  'jails arrests detains charges sentences convicts kills injures wounds shoots stabs arrested detained seized killed injured wounded charged jailed stabbed shot evacuated expelled deported ejected hacked',
);

/** "Police arrested a man during the visit": a finished event of others beside it. */
function isPastIncident({ scan, status }: Frame, marker: Operator): boolean {
  if (marker.row.effect !== 'presuppose-now' || (status !== 'held' && status !== 'underway')) return false;
  return scan.sentence.tokens.some(
    ({ norm }, at) =>
      ((at < marker.from && SEIZED.has(norm)) ||
        ((at < marker.from - 1 || marker.from <= 1) && /[a-z]{2}ed$/.test(norm) && !OF_TALKS.has(norm))) &&
      !MODIFIERS.has(norm) &&
      !isReport(norm),
  );
}
