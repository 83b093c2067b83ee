import type { Level, Status } from '../coding/coded-item.ts';
import type { DevelopmentKind, Severity } from './development.ts';
import type { Fact } from './dossier.ts';
import { elapsed, HOUR, later, shifted } from './duration.ts';
import { chooseEpisode, type Episode, isLateEcho } from './episode.ts';
import { countSources, FORM_FAMILY, mergeNames } from './fact.ts';
import { seatOf } from './seat.ts';
import { compareDates, comparePlaces, isNarrower, type SlotChange } from './slot.ts';
import { STATUS_SPEC } from './status.ts';
import { transitionWeight, type Weight, weightAtLevel } from './transition.ts';

/** One change that the facts make, in order of what they say. `key` names it for good: nothing with that key is told twice. */
export type Move = {
  readonly key: string;
  readonly kind: DevelopmentKind;
  readonly fact: Fact;
  readonly from: Status | null;
  readonly to: Status;
  readonly severity: Severity;
  readonly reasons: readonly string[];
  readonly before: Fact | null;
  /** Not before this time: a reversal waits for the other side. */
  readonly dueAt: string;
};
/** What became of one fact: the episode it joined, and why it moved or not. */
export type Verdict = {
  readonly factId: string;
  readonly episode: number;
  readonly runnerUp: number | null;
  readonly weight: Weight | 'moved';
  readonly reason: string;
};
export type Folded = {
  readonly episodes: readonly Episode[];
  readonly moves: ReadonlyMap<Episode, readonly Move[]>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
};

/** Facts in order of what they say, whatever the order in which they came. */
const inOrder = (one: Fact, other: Fact): number =>
  one.firstAt === other.firstAt
    ? STATUS_SPEC[one.status].rank - STATUS_SPEC[other.status].rank || (one.id < other.id ? -1 : 1)
    : one.firstAt < other.firstAt
      ? -1
      : 1;

/** Derives all episodes of a dossier from its facts: a pure function of the set, so that order of arrival does not matter. */
export function foldFacts(facts: readonly Fact[], level: Level): Folded {
  const episodes: Episode[] = [];
  const moves = new Map<Episode, Move[]>();
  const verdicts = new Map<string, Verdict>();
  for (const fact of [...facts].sort(inOrder)) {
    const choice = chooseEpisode(episodes, fact);
    const episode = choice.episode ?? openEpisode(fact, isLateEcho(episodes, fact));
    if (choice.episode === null) episodes.push(episode);
    const found = applyFact(episode, fact, level);
    moves.set(episode, [...(moves.get(episode) ?? []), ...found.moves]);
    verdicts.set(fact.id, {
      factId: fact.id,
      episode: episodes.indexOf(episode),
      runnerUp: choice.runnerUp === null ? null : episodes.indexOf(choice.runnerUp),
      weight: found.moves.length > 0 ? 'moved' : found.weight,
      reason: `${choice.reason}; ${found.reason}`,
    });
  }
  return { episodes, moves, verdicts };
}

const openEpisode = (fact: Fact, needsBacking: boolean): Episode => ({
  needsBacking,
  facts: [],
  status: null,
  statusAt: fact.firstAt,
  mover: null,
  form: null,
  date: null,
  place: null,
  parties: [],
  leaders: [],
  summit: null,
  stood: new Map(),
  sides: new Map(),
  isContested: false,
  openedAt: fact.firstAt,
  lastAt: fact.lastAt,
  lastMovedAt: fact.firstAt,
  placeAt: null,
});

type Applied = { readonly moves: readonly Move[]; readonly weight: Weight; readonly reason: string };

/** Puts one fact to its episode; the episode is this fold's own and grows in place. */
function applyFact(episode: Episode, fact: Fact, level: Level): Applied {
  episode.facts.push(fact);
  if (fact.lastAt > episode.lastAt) episode.lastAt = fact.lastAt;
  const weight = weighFact(episode, fact);
  if (weight === 'doubtful') return { moves: [], weight, reason: `${episode.status} -> ${fact.status} waits for a second source` };
  if (weight === 'next') return { moves: [], weight, reason: `an echo after ${episode.status}` };
  if (weight === 'known') return isRestated(episode, fact) ? applyRestated(episode, fact, level) : applySlots(episode, fact, level);
  const cut = weightOfForm(weight, fact);
  return { moves: applyStatus(episode, fact, weightAtLevel(cut, level)), weight, reason: `${fact.status} moves it` };
}

/** A press report of an older state, soon after a move away from it, is an echo of old news. */
const ECHO_WINDOW = 12 * HOUR;
/** Below this the coder is not sure enough for one press source alone. */
const SURE = 0.5;

function weighFact(episode: Episode, fact: Fact): Weight {
  const weight = transitionWeight(episode.status, fact.status);
  const isBacked = countBacking(episode, fact) >= 2 || fact.bestSource === 'official';
  if (weight === 'doubtful') return isBacked ? 'minor' : 'doubtful';
  if (weight === 'known' || weight === 'next') return weight;
  const hasStood = episode.stood.has(fact.status) && compareDates(episode.date, fact.date) === 'none';
  if (hasStood && elapsed(episode.statusAt, fact.firstAt) < ECHO_WINDOW) return 'known';
  if (episode.needsBacking && !isBacked) return 'doubtful';
  return isBacked || (fact.isInTitle && fact.confidence >= SURE) ? weight : 'doubtful';
}

const BACKING_WINDOW = 36 * HOUR;

/** Independent sources for a status: of this fact and of those of the same status shortly before it. */
function countBacking(episode: Episode, fact: Fact): number {
  const alike = episode.facts.filter((known) => known.status === fact.status && elapsed(known.firstAt, fact.firstAt) <= BACKING_WINDOW);
  return countSources({ outlets: alike.flatMap(({ outlets }) => outlets), agencies: alike.flatMap(({ agencies }) => agencies) });
}

const isSure = (episode: Episode, fact: Fact): boolean =>
  (fact.isInTitle && fact.confidence >= SURE) || fact.bestSource === 'official' || countBacking(episode, fact) >= 2;

/** A call that is only planned wakes nobody; a letter never does. */
const weightOfForm = (weight: Weight, fact: Fact): Weight =>
  weight === 'major' && (fact.form === 'letter' || (fact.form === 'phone' && STATUS_SPEC[fact.status].family === 'committed'))
    ? 'minor'
    : weight;

/** After this much silence a side that says no again makes news again. */
const RESTATED_AFTER = 48 * HOUR;

function isRestated(episode: Episode, fact: Fact): boolean {
  if (fact.status !== episode.status || STATUS_SPEC[fact.status].isRefusal !== true || !isSure(episode, fact)) return false;
  const said = episode.facts
    .filter((known) => known !== fact && known.status === fact.status)
    .map((known) => later(known.firstAt, known.lastAt < fact.firstAt ? known.lastAt : known.firstAt));
  return said.every((at) => elapsed(at, fact.firstAt) >= RESTATED_AFTER);
}

function applyRestated(episode: Episode, fact: Fact, level: Level): Applied {
  const [from, before] = [episode.status, episode.mover];
  moveTo(episode, fact);
  const severity: Severity = weightAtLevel('major', level) === 'major' ? 'major' : 'minor';
  const move: Move = {
    key: fact.id,
    kind: 'side',
    fact,
    from,
    to: fact.status,
    severity,
    reasons: ['said again'],
    before,
    dueAt: fact.firstAt,
  };
  return { moves: [move], weight: 'known', reason: `${fact.status}, said again after a silence` };
}

/** A reversal this soon after a move waits, to become one message with both sides. */
const REVERSAL_WAIT = 2 * HOUR;

function applyStatus(episode: Episode, fact: Fact, weight: Weight): readonly Move[] {
  const before = episode.mover;
  const from = episode.status;
  const isReversal = from !== null && (STATUS_SPEC[from].family === 'off') !== (STATUS_SPEC[fact.status].family === 'off');
  const isContested = isReversal && fact.side !== null && before?.side !== null && fact.side !== before?.side;
  const waits = isReversal && elapsed(episode.statusAt, fact.firstAt) < REVERSAL_WAIT;
  const dueAt = waits ? shifted(episode.statusAt, REVERSAL_WAIT) : fact.firstAt;
  moveTo(episode, fact);
  episode.isContested = isContested;
  if (weight !== 'major' && weight !== 'minor') return [];
  const kind: DevelopmentKind = waits ? 'contested' : 'status';
  const reasons = [isReversal ? 'reversal' : from === null ? 'first report' : 'new status'];
  return [{ key: fact.id, kind, fact, from, to: fact.status, severity: weight, reasons, before, dueAt }];
}

function moveTo(episode: Episode, fact: Fact): void {
  episode.status = fact.status;
  episode.statusAt = fact.firstAt;
  episode.lastMovedAt = fact.firstAt;
  episode.mover = fact;
  episode.stood.set(fact.status, fact.firstAt);
  takeSlots(episode, fact);
}

function takeSlots(episode: Episode, fact: Fact): void {
  if (fact.side !== null) episode.sides.set(fact.side, { status: fact.status, at: fact.firstAt });
  if (fact.form !== null && (episode.form === null || FORM_FAMILY[episode.form] === 'any')) episode.form = fact.form;
  if (compareDates(episode.date, fact.date) !== 'none' || isNarrower(episode.date, fact.date)) episode.date = fact.date;
  if (comparePlaces(episode.place, fact.place) !== 'none') episode.place = fact.place;
  episode.parties = mergeNames(episode.parties, fact.parties);
  episode.leaders = mergeNames(episode.leaders, fact.leaders);
  episode.summit = episode.summit ?? fact.summit;
}

/** A venue is not told twice a day: agencies name one place in many ways. */
const PLACE_REST = 12 * HOUR;

type SlotNews = { readonly date: SlotChange; readonly place: SlotChange; readonly joined: readonly string[] };

/** A fact of a known status may still bring a date, a place, or another party. */
function applySlots(episode: Episode, fact: Fact, level: Level): Applied {
  const news = slotNews(episode, fact);
  const reasons = wordSlots(news, fact);
  if (reasons.length === 0 || !isPlan(episode) || !isSure(episode, fact)) return { moves: [], weight: 'known', reason: 'says nothing new' };
  const [from, before] = [episode.status, episode.mover];
  takeSlots(episode, fact);
  episode.lastMovedAt = fact.firstAt;
  if (news.place !== 'none') episode.placeAt = fact.firstAt;
  const severity: Severity = weightAtLevel(slotWeight(episode, news), level) === 'major' ? 'major' : 'minor';
  return {
    moves: [{ key: fact.id, kind: 'slot', fact, from, to: fact.status, severity, reasons, before, dueAt: fact.firstAt }],
    weight: 'known',
    reason: reasons.join(', '),
  };
}

const isPlan = (episode: Episode): boolean =>
  episode.form !== 'phone' && ['open', 'committed'].includes(STATUS_SPEC[episode.status ?? 'possible'].family);

function slotNews(episode: Episode, fact: Fact): SlotNews {
  const place = comparePlaces(episode.place, fact.place);
  const isRested = episode.placeAt === null || elapsed(episode.placeAt, fact.firstAt) >= PLACE_REST || areDistinctSeats(episode, fact);
  const joined = fact.parties.filter((code) => code !== 'XX' && !episode.parties.includes(code));
  return {
    date: compareDates(episode.date, fact.date),
    place: place === 'changed' && (!isRested || isWeaker(episode, fact)) ? 'none' : place,
    joined: elapsed(episode.statusAt, fact.firstAt) >= PLACE_REST && !isWeaker(episode, fact) ? joined : [],
  };
}

const areDistinctSeats = (episode: Episode, fact: Fact): boolean =>
  fact.place !== null && episode.place !== null && seatOf(fact.place) !== null && seatOf(episode.place) !== null;

/** A mere possibility does not change the slots of what is fixed. */
const isWeaker = (episode: Episode, fact: Fact): boolean => episode.status === 'scheduled' && fact.status !== 'scheduled';

const wordSlots = (news: SlotNews, fact: Fact): readonly string[] => [
  ...(news.date === 'none' ? [] : [`date ${news.date}: ${fact.date}`]),
  ...(news.place === 'none' ? [] : [`place ${news.place}: ${fact.place}`]),
  ...(news.joined.length === 0 ? [] : [`joined by ${news.joined.join(', ')}`]),
];

/** The first day of an agreed contact and a side that joins wake people; the rest can wait. */
const slotWeight = (episode: Episode, news: SlotNews): Weight =>
  STATUS_SPEC[episode.status ?? 'possible'].family === 'committed' && (news.date === 'set' || news.joined.length > 0) ? 'major' : 'minor';
