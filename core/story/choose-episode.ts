import type { Fact } from './dossier.ts';
import { DAY, elapsed, HOUR, timeOf } from './duration.ts';
import { type Episode, endOf, isNewPlace } from './episode.ts';
import { FORM_FAMILY, type FormFamily } from './fact.ts';
import { compareDates, comparePlaces, firstDay, lastDay } from './slot.ts';
import { type Family, STATUS_SPEC } from './status.ts';

export type Choice = { readonly episode: Episode | null; readonly runnerUp: Episode | null; readonly reason: string };

/** Where a fact belongs: the open episode of its own parties that fits best, then one of a wider circle, or a new one (null). */
export function chooseEpisode(episodes: readonly Episode[], fact: Fact): Choice {
  const { open, candidates } = bestClaims(episodes, fact);
  const only = candidates[0];
  if (only === undefined) return { episode: null, runnerUp: open, reason: open === null ? 'no open story' : 'fits no open story' };
  if (candidates.length === 1) return { episode: only, runnerUp: null, reason: 'the only story it fits' };
  const [best, second] = candidates
    .map((episode) => ({ episode, fit: fitOf(episode, fact) }))
    .sort((one, other) => other.fit - one.fit || (one.episode.lastMovedAt < other.episode.lastMovedAt ? 1 : -1));
  return { episode: best?.episode ?? only, runnerUp: second?.episode ?? null, reason: 'fits best' };
}

/** Episodes of the fact's own parties come first, those that moved before those that never did; then those of a wider circle. */
const claimOf = (episode: Episode, fact: Fact): number => (episode.isShadow && !fact.isShadow ? 0 : episode.status === null ? 1 : 2);

/** The first open episode, and those that can hold the fact and have the best claim to it. */
function bestClaims(episodes: readonly Episode[], fact: Fact): { readonly open: Episode | null; readonly candidates: readonly Episode[] } {
  const at = timeOf(fact.firstAt);
  let open: Episode | null = null;
  let candidates: Episode[] = [];
  let claim = -1;
  for (const episode of episodes) {
    if (at > endOf(episode).time) continue;
    open ??= episode;
    const mine = claimOf(episode, fact);
    if (mine < claim || !canHold(episode, fact)) continue;
    if (mine > claim) candidates = [];
    claim = mine;
    candidates.push(episode);
  }
  return { open, candidates };
}

/** After a contact took place, its announcement is still repeated for so long. */
const ECHO = 36 * HOUR;

/** What keeps a fact out of an episode. */
function canHold(episode: Episode, fact: Fact): boolean {
  if (!areFormsCompatible(FORM_FAMILY[episode.form ?? 'talks'], FORM_FAMILY[fact.form ?? 'talks'])) return false;
  if (isForeign(episode, fact)) return false;
  if (episode.status === null || STATUS_SPEC[episode.status].family !== 'done') return true;
  const family = STATUS_SPEC[fact.status].family;
  if (family === 'done') return !isLaterDay(episode, fact);
  if (family === 'off') return elapsed(episode.statusAt, fact.firstAt) <= ECHO;
  return !isLaterDay(episode, fact) && !isNextPlan(episode, fact) && elapsed(episode.statusAt, fact.firstAt) <= ECHO;
}

const areFormsCompatible = (one: FormFamily, other: FormFamily): boolean =>
  one === other || ((one === 'any' || other === 'any') && one !== 'letter' && other !== 'letter');

/** What is known only from a wider circle takes in a report about the pair alone only when it says much the same, at the same time. */
function isForeign(episode: Episode, fact: Fact): boolean {
  if (fact.isShadow || !episode.isShadow) return false;
  if (episode.status === null || elapsed(episode.lastAt, fact.firstAt) > ECHO) return true;
  return STATUS_SPEC[episode.status].family !== STATUS_SPEC[fact.status].family && !isSameOccasion(episode, fact);
}

/** A shared date or place, and nothing that differs. */
function isSameOccasion(episode: Episode, fact: Fact): boolean {
  const [date, place] = [compareDates(episode.date, fact.date), comparePlaces(episode.place, fact.place)];
  const shares = (fact.date !== null && date === 'none') || (fact.place !== null && place === 'none');
  return shares && date !== 'changed' && place !== 'changed';
}

/** How long after its end a contact is still recalled as if it were news. */
const TAIL: Readonly<Record<FormFamily, number>> = { together: 14 * DAY, any: 14 * DAY, remote: 3 * DAY, letter: 3 * DAY };

/**
 * "They met" or "they will meet", without a later day, some days after an episode that ended with a meeting: more likely a late report
 * of that one than the next one.
 */
export function isLateEcho(episodes: readonly Episode[], fact: Fact): boolean {
  const { family } = STATUS_SPEC[fact.status];
  if (family !== 'done' && family !== 'committed') return false;
  return episodes.some((episode) => {
    const forms = FORM_FAMILY[episode.form ?? 'talks'];
    if (episode.status === null || STATUS_SPEC[episode.status].family !== 'done') return false;
    if (episode.status === 'underway' && fact.status === 'held') return false;
    return (
      [forms, FORM_FAMILY[episode.mover?.form ?? 'talks']].some((one) => areFormsCompatible(one, FORM_FAMILY[fact.form ?? 'talks'])) &&
      elapsed(episode.statusAt, fact.firstAt) <= TAIL[forms] &&
      !isLaterDay(episode, fact)
    );
  });
}

function isLaterDay(episode: Episode, fact: Fact): boolean {
  const day = firstDay(fact.date);
  return day !== null && day > (lastDay(episode.date) ?? '') && day > episode.statusAt.slice(0, 10);
}

/** An invitation, or an offer of another place, made while the leaders sit together or after, is about the next time. */
const isNextPlan = (episode: Episode, fact: Fact): boolean =>
  (fact.status === 'proposed' && fact.isProminent) ||
  (STATUS_SPEC[fact.status].family === 'open' && episode.place !== null && isNewPlace(episode, fact));

/** How well a fact fits an episode that can hold it: the same occasion, the same form, a status that follows from where it stands. */
function fitOf(episode: Episode, fact: Fact): number {
  const forms = fitOfForms(FORM_FAMILY[episode.form ?? 'talks'], FORM_FAMILY[fact.form ?? 'talks']);
  const date = fact.date === null || episode.date === null ? 0 : compareDates(episode.date, fact.date) === 'none' ? 4 : -3;
  const place = fact.place === null || episode.place === null ? 0 : isNewPlace(episode, fact) ? -2 : 3;
  const follows = episode.status === null ? 0 : FOLLOWS[STATUS_SPEC[episode.status].family][STATUS_SPEC[fact.status].family];
  return forms + date + place + follows;
}

/** Talks without a channel are more often a meeting than a call. */
const fitOfForms = (one: FormFamily, other: FormFamily): number => (one === other ? 2 : one === 'remote' || other === 'remote' ? -2 : 1);

/** How naturally a report of one family (column) follows a story that stands in another (row). */
const FOLLOWS: Readonly<Record<Family, Readonly<Record<Family, number>>>> = {
  open: { open: 4, committed: 3, done: 1, off: 2 },
  committed: { open: 1, committed: 4, done: 4, off: 4 },
  done: { open: 0, committed: 5, done: 5, off: 0 },
  off: { open: 3, committed: 3, done: 0, off: 4 },
};
