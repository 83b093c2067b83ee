import type { Level } from '../coding/codebook/coded-item.ts';
import { applyAnswer, applyRestated, isAnswer, isRestated } from './apply-side.ts';
import { applySlots } from './apply-slots.ts';
import { applyStatus } from './apply-status.ts';
import { type Choice, chooseEpisode, isLateEcho } from './choose-episode.ts';
import { type CorrectionPlan, correctedFact, isCorrection } from './correction-plan.ts';
import type { Fact } from './dossier.ts';
import { addFact, type Episode, moveTo, openEpisode } from './episode.ts';
import { type Applied, type Move, unmoved } from './move.ts';
import { STATUS_SPEC } from './status.ts';
import type { Weight } from './transition.ts';
import { type FactContext, weighFact } from './weigh-fact.ts';

/** What became of one fact: the episode it joined, and why it moved or not. */
export type Verdict = {
  readonly episode: number;
  readonly runnerUp: number | null;
  readonly weight: Weight;
  readonly hasMoved: boolean;
  readonly reason: string;
};
export type Folded = {
  readonly episodes: readonly Episode[];
  readonly moves: ReadonlyMap<Episode, readonly Move[]>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
};

/** Facts in order of what they say, whatever the order in which they came; of one moment, what items are about, then the weaker status. */
const inOrder = (one: Fact, other: Fact): number =>
  compare(one.firstAt, other.firstAt) ||
  Number(other.isProminent) - Number(one.isProminent) ||
  STATUS_SPEC[one.status].rank - STATUS_SPEC[other.status].rank ||
  compare(one.id, other.id);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** `asked`: ids of the facts whose verdicts are wanted; the others are folded without a word. */
export type Folding = { readonly level: Level; readonly plan: CorrectionPlan; readonly asked: ReadonlySet<string> };

/** Derives all episodes of a dossier from its facts: a function of the set, so that order of arrival does not matter. */
export function foldFacts(facts: readonly Fact[], { level, plan, asked }: Folding): Folded {
  const episodes: Episode[] = [];
  const moves = new Map<Episode, Move[]>();
  const verdicts = new Map<string, Verdict>();
  const known = plan.isPlain ? [...facts] : [...facts.filter((fact) => !plan.isFalse(fact)), ...plan.settings.map(correctedFact)];
  for (const fact of known.sort(inOrder)) {
    const choice = plan.isPlain ? chooseEpisode(episodes, fact) : choose(episodes, fact, plan);
    const episode = choice.episode ?? openEpisode(fact, plan.pinOf(fact));
    if (choice.episode === null) episodes.push(episode);
    const mayBeEcho = episode.status === null && isLateEcho(episodes, fact);
    const applied = !plan.isPlain && isCorrection(fact) ? setByPerson(episode, fact) : applyFact(episode, fact, { level, mayBeEcho });
    if (applied.move !== null) addMove(moves, episode, applied.move);
    if (!asked.has(fact.id)) continue;
    verdicts.set(fact.id, {
      episode: episodes.indexOf(episode),
      runnerUp: choice.runnerUp === null ? null : episodes.indexOf(choice.runnerUp),
      weight: applied.weight,
      hasMoved: applied.move !== null && applied.move.isQuiet !== true,
      reason: `${choice.reason}: ${applied.reason}`,
    });
  }
  return { episodes, moves, verdicts };
}

function addMove(moves: Map<Episode, Move[]>, episode: Episode, move: Move): void {
  const mine = moves.get(episode);
  if (mine === undefined) moves.set(episode, [move]);
  else mine.push(move);
}

/** People decide where a fact belongs; where they did not, the fact's own slots do. */
function choose(episodes: readonly Episode[], fact: Fact, plan: CorrectionPlan): Choice {
  const pin = plan.pinOf(fact);
  if (pin !== null)
    return { episode: episodes.find((episode) => episode.pin === pin) ?? null, runnerUp: null, reason: 'put there by a person' };
  if (isCorrection(fact)) {
    const named = episodes.find((episode) => episode.facts.some(({ itemIds }) => itemIds.some((id) => fact.itemIds.includes(id))));
    return { episode: named ?? null, runnerUp: null, reason: 'set by a person' };
  }
  return chooseEpisode(episodes, fact);
}

/** Puts one fact to its episode; the episode is this fold's own and grows in place. */
function applyFact(episode: Episode, reported: Fact, context: FactContext): Applied {
  addFact(episode, reported);
  const fact = asArrival(episode, reported);
  const weight = weighFact(episode, fact, context);
  if (weight === 'doubtful') return unmoved(weight, `${fact.status} after ${episode.status ?? 'nothing'} waits for a second source`);
  if (weight === 'next') return unmoved(weight, `an echo of the time before it was ${episode.status}`);
  if (weight === 'known') return applyKnown(episode, fact, context.level);
  return applyStatus(episode, fact, { weight, level: context.level });
}

/** The visit for a meeting that was planned "took place" when the guest has come: the meeting itself is under way. */
function asArrival(episode: Episode, fact: Fact): Fact {
  if (fact.form !== 'visit' || fact.status !== 'held' || episode.form !== 'in_person') return fact;
  return episode.status === 'scheduled' || episode.status === 'agreed' ? { ...fact, status: 'underway' } : fact;
}

/** A known status may be said again after a silence, bring a date or a place, or be a side's answer. */
function applyKnown(episode: Episode, fact: Fact, level: Level): Applied {
  if (isRestated(episode, fact)) return applyRestated(episode, fact, level);
  const applied = applySlots(episode, fact, level);
  return applied.move === null && level === 'leader' && isAnswer(episode, fact) ? applyAnswer(episode, fact) : applied;
}

/** A person's word is taken as it stands and told apart from the news: it makes no move. */
function setByPerson(episode: Episode, fact: Fact): Applied {
  if (episode.facts.length > 0) moveTo(episode, fact);
  return unmoved('known', 'set by a person');
}
