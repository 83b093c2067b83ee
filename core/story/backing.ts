import type { Fact } from './dossier.ts';
import { elapsed, HOUR, timeOf } from './duration.ts';
import type { Episode } from './episode.ts';
import { includesAll, isSameList } from './same.ts';
import { comparePlaces } from './slot.ts';
import { countSources } from './sources.ts';

/** Below this the coder is not sure enough for one press source alone. */
const SURE = 0.658;
/** Reports of one status this far apart still back each other. */
export const BACKING_WINDOW = 36 * HOUR;

/**
 * As many independent sources as wanted (two), or one that speaks for itself. Sources of the same status shortly before count too; what
 * is said beside the point (in the text, of others than the item is about) counts half.
 */
export function isBacked(episode: Episode, fact: Fact, wanted = 2): boolean {
  return isBackedBy(
    episode.facts.filter((known) => known.status === fact.status),
    fact,
    wanted,
  );
}

/** How lately the others must have said it (milliseconds), where only what is said just now counts. */
const JUST_NOW = 3 * HOUR;

/** Said just now by two sources, and by more than still say the other; or by one that speaks for itself. */
export function isBackedJustNow(episode: Episode, fact: Fact, against: Fact['status']): boolean {
  const fresh = episode.facts.filter(({ lastAt }) => elapsed(lastAt, fact.firstAt) <= JUST_NOW);
  const mine = fresh.filter(({ status }) => status === fact.status);
  const others = countSources(fresh.filter(({ status, isProminent }) => isProminent && status === against));
  return isBackedBy(mine, fact, Math.max(2, others + 1));
}

/** Two sources that name the same day, place and parties, or one that speaks for itself. */
export const areSlotsBacked = (episode: Episode, fact: Fact): boolean =>
  isBackedBy(
    episode.facts.filter(
      ({ date, place, parties }) => date === fact.date && comparePlaces(place, fact.place) === 'none' && isSameList(parties, fact.parties),
    ),
    fact,
    2,
  );

/** Two sources that name these parties among others, or one that speaks for itself. */
export const arePartiesBacked = (episode: Episode, fact: Fact, named: readonly string[]): boolean =>
  isBackedBy(
    episode.facts.filter(({ parties }) => includesAll(parties, named)),
    fact,
    2,
  );

/** Well founded as to its slots: prominent, or backed. */
export const areSlotsSure = (episode: Episode, fact: Fact): boolean =>
  (fact.isProminent && fact.confidence >= SURE) || areSlotsBacked(episode, fact);

function isBackedBy(facts: readonly Fact[], fact: Fact, wanted: number): boolean {
  if (fact.bestSource === 'official') return true;
  const since = timeOf(fact.firstAt) - BACKING_WINDOW;
  const alike = facts.filter(({ firstAt }) => timeOf(firstAt) >= since);
  if (alike.length < wanted && alike.reduce((sum, { outlets }) => sum + outlets.length, 0) < wanted) return false;
  const [prominent, all] = [countSources(alike.filter(({ isProminent }) => isProminent)), countSources(alike)];
  return prominent + Math.floor((all - prominent) / 2) >= wanted;
}

/** Good enough to move a story: backed, or what an item is about, read with confidence. */
export const isSure = (episode: Episode, fact: Fact): boolean => (fact.isProminent && fact.confidence >= SURE) || isBacked(episode, fact);
