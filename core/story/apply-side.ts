import type { Level, Status } from '../coding/codebook/coded-item.ts';
import { isBacked, isSure } from './backing.ts';
import type { Severity } from './development.ts';
import type { Fact } from './dossier.ts';
import { DAY, earlier, elapsed, HOUR } from './duration.ts';
import { type Episode, moveTo, takeSlots } from './episode.ts';
import { type Applied, type Move, unmoved } from './move.ts';
import { STATUS_SPEC } from './status.ts';
import { weightAtLevel } from './transition.ts';
import { isByParty } from './weigh-fact.ts';

/** After this much silence a side that says no again makes news again; the second time it takes a week, and then it is its known position. */
const RESTATED_AFTER: readonly number[] = [48 * HOUR, 7 * DAY];

/** A refusal in the words of before, after a silence: the position did not change, that it is held again is news. */
export function isRestated(episode: Episode, fact: Fact): boolean {
  const { isRefusal, isFinal } = STATUS_SPEC[fact.status];
  if (fact.status !== episode.status || isRefusal !== true || isFinal === true || !isSure(episode, fact)) return false;
  if (!isByParty(fact) && !isBacked(episode, fact)) return false;
  const silence = RESTATED_AFTER[episode.restated] ?? Number.POSITIVE_INFINITY;
  return episode.facts
    .filter((known) => known !== fact && known.status === fact.status)
    .every((known) => elapsed(known.lastAt < fact.firstAt ? known.lastAt : earlier(known.firstAt, fact.firstAt), fact.firstAt) >= silence);
}

/** What one side says is due at once. */
const sideMove = (fact: Fact, { from, before, severity, reasons }: Pick<Move, 'from' | 'before' | 'severity' | 'reasons'>): Move => ({
  key: fact.id,
  kind: 'side',
  fact,
  from,
  to: fact.status,
  severity,
  reasons,
  before,
  dueAt: fact.firstAt,
});

/** Tells a refusal that was said again. */
export function applyRestated(episode: Episode, fact: Fact, level: Level): Applied {
  const severity: Severity = weightAtLevel('major', level) === 'major' ? 'major' : 'minor';
  const [from, before] = [episode.status, episode.mover];
  if (from === null) return unmoved('known', 'nothing to say again');
  moveTo(episode, fact);
  episode.restated += 1;
  const move = sideMove(fact, { from, before, severity, reasons: ['said again'] });
  return { move, weight: 'known', reason: 'said again after a silence' };
}

/** One side answers: it takes its own position where the others' is known. */
export function isAnswer(episode: Episode, fact: Fact): boolean {
  if (fact.side === null || episode.sides.has(fact.side) || episode.mover?.side === fact.side || !isSure(episode, fact)) return false;
  if (fact.status === episode.status && episode.mover?.side === null && elapsed(episode.statusAt, fact.firstAt) < OF_THE_NEWS) return false;
  return fact.parties.includes(fact.side) && ANSWERS[episode.status ?? 'held'].includes(fact.status);
}
/** So soon after "they invite" without a name, who invites is part of that news. */
const OF_THE_NEWS = DAY;
const ANY_ANSWER: readonly Status[] = ['willing', 'proposed', 'agreed'];
/** What counts as an answer where a story stands. To what is scheduled, readiness adds nothing. */
const ANSWERS: Readonly<Record<Status, readonly Status[]>> = {
  premature: ANY_ANSWER,
  possible: ANY_ANSWER,
  willing: ANY_ANSWER,
  proposed: ANY_ANSWER,
  agreed: ANY_ANSWER,
  scheduled: ['agreed'],
  underway: [],
  held: [],
  postponed: [],
  cancelled: [],
  declined: [],
  denied: [],
};

/** Tells a side's answer; the story stands where it stood. */
export function applyAnswer(episode: Episode, fact: Fact): Applied {
  const [from, before] = [episode.status, episode.mover];
  takeSlots(episode, fact);
  const move = sideMove(fact, { from, before, severity: 'minor', reasons: ['answers'] });
  return { move, weight: 'known', reason: `${fact.side} answers` };
}
