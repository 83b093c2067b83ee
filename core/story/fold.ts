import type { Level, Status } from '../coding/coded-item.ts';
import type { DevelopmentKind, Severity } from './development.ts';
import type { Fact } from './dossier.ts';
import { elapsed, HOUR, shifted } from './duration.ts';
import { chooseEpisode, type Episode } from './episode.ts';
import { countSources, FORM_FAMILY, mergeNames } from './fact.ts';
import { compareDates, comparePlaces, isNarrower } from './slot.ts';
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
  one.firstAt === other.firstAt ? (one.id < other.id ? -1 : 1) : one.firstAt < other.firstAt ? -1 : 1;

/** Derives all episodes of a dossier from its facts: a pure function of the set, so that order of arrival does not matter. */
export function foldFacts(facts: readonly Fact[], level: Level): Folded {
  const episodes: Episode[] = [];
  const moves = new Map<Episode, Move[]>();
  const verdicts = new Map<string, Verdict>();
  for (const fact of [...facts].sort(inOrder)) {
    const choice = chooseEpisode(episodes, fact);
    const episode = choice.episode ?? openEpisode(fact);
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

const openEpisode = (fact: Fact): Episode => ({
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
});

type Applied = { readonly moves: readonly Move[]; readonly weight: Weight; readonly reason: string };

/** Puts one fact to its episode; the episode is this fold's own and grows in place. */
function applyFact(episode: Episode, fact: Fact, level: Level): Applied {
  episode.facts.push(fact);
  if (fact.lastAt > episode.lastAt) episode.lastAt = fact.lastAt;
  const weight = weighFact(episode, fact);
  if (weight === 'doubtful') return { moves: [], weight, reason: `${episode.status} -> ${fact.status} waits for a second source` };
  if (weight === 'next') return { moves: [], weight, reason: `an echo after ${episode.status}` };
  if (weight === 'known') return applySlots(episode, fact, level);
  return { moves: [applyStatus(episode, fact, weightAtLevel(weight, level))].flat(), weight, reason: `${fact.status} moves it` };
}

/** A press report of an older state, soon after a move away from it, is an echo of old news. */
const ECHO_WINDOW = 24 * HOUR;
/** Below this the coder is not sure enough for one press source alone. */
const SURE = 0.5;

function weighFact(episode: Episode, fact: Fact): Weight {
  const weight = transitionWeight(episode.status, fact.status);
  if (weight !== 'major' && weight !== 'minor') return weight === 'doubtful' && isBacked(fact) ? 'minor' : weight;
  const stoodAt = episode.stood.get(fact.status);
  const isSlotNews = compareDates(episode.date, fact.date) !== 'none';
  if (stoodAt !== undefined && !isSlotNews && (elapsed(episode.statusAt, fact.firstAt) < ECHO_WINDOW || !isBacked(fact))) return 'known';
  if (!isSure(fact)) return 'doubtful';
  return weight;
}

const isBacked = (fact: Fact): boolean => fact.bestSource === 'official' || countSources(fact) >= 2;
const isSure = (fact: Fact): boolean => isBacked(fact) || (fact.isInTitle && fact.confidence >= SURE);

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
  return [{ key: `${fact.id}:status`, kind, fact, from, to: fact.status, severity: weight, reasons, before, dueAt }];
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

/** A fact of a known status may still bring a date, a place, or a side's answer. */
function applySlots(episode: Episode, fact: Fact, level: Level): Applied {
  const date = compareDates(episode.date, fact.date);
  const place = comparePlaces(episode.place, fact.place);
  const family = STATUS_SPEC[episode.status ?? 'possible'].family;
  const isPlan = family === 'open' || family === 'committed';
  if (!isPlan || (date === 'none' && place === 'none') || !isSure(fact)) return { moves: [], weight: 'known', reason: 'says nothing new' };
  const before = episode.mover;
  takeSlots(episode, fact);
  episode.lastMovedAt = fact.firstAt;
  const to = episode.status ?? fact.status;
  const severity: Severity = level === 'leader' && family === 'committed' && date === 'set' ? 'major' : 'minor';
  const reasons = [...(date === 'none' ? [] : [`date ${date}`]), ...(place === 'none' ? [] : [`place ${place}`])];
  return {
    moves: [{ key: `${fact.id}:slot`, kind: 'slot', fact, from: to, to, severity, reasons, before, dueAt: fact.firstAt }],
    weight: 'known',
    reason: reasons.join(', '),
  };
}
