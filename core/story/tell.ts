import type { Development } from './development.ts';
import type { Dossier, Report, Story } from './dossier.ts';
import { DAY, earlier, elapsed } from './duration.ts';
import { hashId } from './identity.ts';
import type { Move } from './move.ts';
import { overdueMove } from './overdue.ts';
import { BESIDE_LEADERS, isBesideLeaders, preparedBy } from './preparation.ts';
import type { Settled } from './settle.ts';
import { describeMove } from './words.ts';

/** What was told is remembered by its key; the newest of so many. */
const MAX_TOLD = 160;
const MAX_SUPPORT = 20;

export type Telling = {
  readonly dossier: Dossier;
  readonly reports: readonly Report[];
  readonly now: string;
  /** Keys of all that the dossier has told or settled. */
  readonly known: ReadonlySet<string>;
  /** Everything counts as told and nothing is: corrections and rebuilds. */
  readonly isSilent: boolean;
  /** Stories of the leaders that this dossier's may prepare; empty where nobody looked. */
  readonly above: readonly Story[];
};
export type Told = { readonly story: Story; readonly developments: readonly Development[] };

/**
 * Makes developments of the moves that are due and were never told. What a told move has overtaken, what was learnt from a baseline,
 * what another dossier tells and what a person muted is settled in silence: it is never told later either.
 */
export function tellMoves(settled: Settled, telling: Telling): Told {
  const known = telling.known;
  const lastTold = settled.moves.findLastIndex((move) => move.isQuiet !== true && known.has(move.key));
  const open: { move: Move; isOvertaken: boolean }[] = [];
  settled.moves.forEach((reported, i) => {
    if (known.has(reported.key)) return;
    const move = liveMove(reported, settled);
    if (!isUndecided(move, telling.now)) open.push({ move, isOvertaken: i < lastTold || isToldByAnother(move, settled, known) });
  });
  const overdue = overdueMove(settled, (key) => known.has(key) || open.some(({ move }) => move.key === key));
  if (overdue !== null && !known.has(overdue.key)) open.push({ move: overdue, isOvertaken: false });
  if (open.length === 0) return { developments: [], story: settled.story };
  const due = open.filter(({ move }) => move.dueAt <= telling.now);
  const waiting = open.filter(({ move }) => move.dueAt > telling.now).map(({ move }) => move.dueAt);
  const spoken = due
    .filter(({ move, isOvertaken }) => !isOvertaken && isSpoken(move, settled.story, telling) && isCaused(move, settled, telling.reports))
    .map(({ move }) => move);
  const developments = spoken.map((move, i) => developmentOf(move, settled.story, { telling, sequence: settled.story.sequence + i + 1 }));
  const { story } = settled;
  return {
    developments,
    story: {
      ...story,
      sequence: story.sequence + developments.length,
      told: due.length === 0 ? story.told : [...story.told, ...due.map(({ move }) => move.key)].slice(-MAX_TOLD),
      lookAgainAt: waiting.reduce<string | null>((first, at) => (first === null ? at : earlier(first, at)), story.lookAgainAt),
    },
  };
}

/**
 * A fact that was told may lose its place to an earlier one that says the same, once that is better founded: the news was told already.
 */
function isToldByAnother(move: Move, { episode, moves }: Settled, known: ReadonlySet<string>): boolean {
  return episode.facts.some(
    (fact) =>
      known.has(fact.id) &&
      fact.status === move.fact.status &&
      move.fact.firstAt <= fact.firstAt &&
      moves.every(({ key }) => key !== fact.id),
  );
}

/**
 * News comes with a report that says it, or was waiting for its time. An old fact that looks like a move only since something else
 * came to light is no news.
 */
function isCaused(move: Move, { episode }: Settled, reports: readonly Report[]): boolean {
  if (move.dueAt > move.fact.firstAt) return true;
  const said = episode.facts.filter((fact) => fact.id === move.fact.id || fact.status === move.to);
  return said.some((fact) => fact.itemIds.some((id) => reports.some(({ itemId }) => itemId === id)));
}

/** What a baseline taught is told after all when a live item says it within this time of its date. */
const UNTOLD_WINDOW = DAY;

/** A move learnt from a baseline, with the live fact that repeats it in place of the untold one. */
function liveMove(move: Move, { episode }: Settled): Move {
  if (!move.fact.isUntold) return move;
  const live = episode.facts.find(
    (fact) => !fact.isUntold && fact.status === move.to && isWithin(elapsed(move.fact.firstAt, fact.firstAt), UNTOLD_WINDOW),
  );
  return live === undefined ? move : { ...move, fact: live };
}

const isWithin = (span: number, limit: number): boolean => span >= 0 && span <= limit;

/** An untold move stays open until its window has passed; nobody needs to look at it until a report comes. */
const isUndecided = (move: Move, now: string): boolean => move.fact.isUntold && elapsed(move.fact.firstAt, now) <= UNTOLD_WINDOW;

const isSpoken = (move: Move, story: Story, telling: Telling): boolean =>
  move.isQuiet !== true && !telling.isSilent && !story.isMuted && !move.fact.isUntold && !move.fact.isShadow;

function developmentOf(move: Move, story: Story, from: { readonly telling: Telling; readonly sequence: number }): Development {
  const { dossier, reports, now } = from.telling;
  const { fact } = move;
  const alike = story.facts.filter((other) => other.status === fact.status).flatMap((other) => other.itemIds);
  const cause = reports.find(({ itemId }) => fact.itemIds.includes(itemId)) ?? reports.find(({ itemId }) => alike.includes(itemId));
  const itemId = cause?.itemId ?? fact.firstItemId;
  const prepares = preparedBy(story.prepares ?? null, from.telling.above);
  const beside = isBesideLeaders(move.to, fact.firstAt, prepares) ? [BESIDE_LEADERS] : [];
  return {
    id: hashId(dossier.key, 'development', move.key),
    storyId: story.id,
    dossierKey: dossier.key,
    sequence: from.sequence,
    kind: move.kind,
    severity: move.severity,
    parties: fact.parties,
    leaders: fact.leaders,
    level: dossier.level,
    form: fact.form,
    from: move.from,
    to: move.to,
    side: fact.side,
    date: fact.date ?? story.date,
    place: fact.place ?? story.place,
    summit: story.summit,
    denial: null,
    what: describeMove(move, story),
    quote: fact.quote,
    before: move.before?.quote ?? null,
    itemId,
    support: [...new Set([itemId, ...fact.itemIds, ...alike])].slice(0, MAX_SUPPORT),
    confidence: fact.confidence,
    reasons: [...move.reasons, ...beside, ...sourceReasons(move)],
    at: now,
    effectiveAt: fact.firstAt,
    ...(prepares === null ? {} : { prepares }),
  };
}

/** How well it is founded, for the reader: one source, one agency behind several outlets, or the official itself. */
function sourceReasons({ fact }: Move): readonly string[] {
  if (fact.bestSource === 'official') return ['official-source'];
  if (fact.agencies.length === 1 && fact.outlets.length > 1) return [`${fact.outlets.length} outlets, 1 agency`];
  return fact.outlets.length === 1 ? ['single-source'] : [`${fact.outlets.length} outlets`];
}
