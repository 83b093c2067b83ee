import type { Form, Status } from '../coding/coded-item.ts';
import type { Fact } from './dossier.ts';
import { DAY, elapsed, HOUR, shifted } from './duration.ts';
import { FORM_FAMILY, type FormFamily } from './fact.ts';
import { compareDates, firstDay, lastDay } from './slot.ts';
import { type Family, STATUS_SPEC } from './status.ts';

/** A story while its facts are folded: what was derived so far. */
export type Episode = {
  readonly facts: Fact[];
  status: Status | null;
  statusAt: string;
  /** The fact that last moved the status. */
  mover: Fact | null;
  form: Form | null;
  date: string | null;
  place: string | null;
  parties: readonly string[];
  leaders: readonly string[];
  summit: string | null;
  /** Statuses this story has stood at, with the time of the last move to each. */
  readonly stood: Map<Status, string>;
  readonly sides: Map<string, { status: Status; at: string }>;
  isContested: boolean;
  openedAt: string;
  lastAt: string;
  lastMovedAt: string;
};

/** How long a story stays open after it reached a status, in a family of forms. Calls are over sooner than summits. */
const OPEN_FOR: Readonly<Record<Family, Readonly<Record<FormFamily, number>>>> = {
  open: { together: 45 * DAY, remote: 45 * DAY, any: 45 * DAY, letter: 7 * DAY },
  committed: { together: 45 * DAY, remote: 45 * DAY, any: 45 * DAY, letter: 7 * DAY },
  done: { together: 3 * DAY, remote: 2 * DAY, any: 3 * DAY, letter: 2 * DAY },
  off: { together: 14 * DAY, remote: 14 * DAY, any: 14 * DAY, letter: 7 * DAY },
};
/** Off for now, not for good: such a story waits like an open one. */
const WAITS_ON: ReadonlySet<Status> = new Set(['postponed', 'denied']);

/** When an episode ends if nothing more is heard of it, and why. */
export function endOf(episode: Episode): { readonly at: string; readonly because: string } {
  const status = episode.status ?? 'possible';
  const family = WAITS_ON.has(status) ? 'open' : STATUS_SPEC[status].family;
  const span = OPEN_FOR[family][FORM_FAMILY[episode.form ?? 'talks']];
  if (family === 'done') return { at: shifted(episode.statusAt, span), because: 'over' };
  if (family === 'off') return { at: shifted(episode.statusAt, span), because: 'off' };
  const silent = shifted(episode.lastAt, span);
  const day = lastDay(episode.date);
  const passed = day === null || family !== 'committed' ? null : shifted(`${day}T23:59:59.000Z`, 3 * DAY);
  if (passed !== null && passed > episode.lastAt && passed < silent) return { at: passed, because: 'date passed' };
  return { at: silent, because: 'silence' };
}

export type Choice = { readonly episode: Episode | null; readonly runnerUp: Episode | null; readonly reason: string };

/** Where a fact belongs: the open episode that fits it best, or a new one (null). */
export function chooseEpisode(episodes: readonly Episode[], fact: Fact): Choice {
  const scored = episodes
    .filter((episode) => elapsed(fact.firstAt, endOf(episode).at) >= 0)
    .map((episode) => ({ episode, fit: fitOf(episode, fact) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit || (one.episode.lastMovedAt < other.episode.lastMovedAt ? 1 : -1));
  const [best, second] = scored;
  if (best === undefined) return { episode: null, runnerUp: null, reason: episodes.length === 0 ? 'no open story' : 'fits no open story' };
  return { episode: best.episode, runnerUp: second?.episode ?? null, reason: second === undefined ? 'the only open story' : 'fits best' };
}

const ECHO = 36 * HOUR;

/** How well a fact fits an episode: 0 = not at all. */
function fitOf(episode: Episode, fact: Fact): number {
  const forms = fitOfForms(FORM_FAMILY[episode.form ?? 'talks'], FORM_FAMILY[fact.form ?? 'talks']);
  if (forms === 0) return 0;
  const dates = compareDates(episode.date, fact.date);
  const isDone = episode.status !== null && STATUS_SPEC[episode.status].family === 'done';
  if (isDone && STATUS_SPEC[fact.status].family !== 'done') return fitAfterDone(episode, fact) * forms;
  if (isDone && dates === 'changed' && isLaterDay(episode, fact)) return 0;
  return forms * (dates === 'none' && fact.date !== null ? 3 : dates === 'changed' ? 1 : 2);
}

/** After a contact took place: an echo of its announcement belongs to it, the plan of the next one does not. */
function fitAfterDone(episode: Episode, fact: Fact): number {
  const isPlan = STATUS_SPEC[fact.status].family !== 'off';
  if (isPlan && (isLaterDay(episode, fact) || isElsewhere(episode, fact))) return 0;
  return elapsed(episode.statusAt, fact.firstAt) <= ECHO ? 1 : 0;
}

const isElsewhere = (episode: Episode, fact: Fact): boolean =>
  fact.place !== null && episode.place !== null && fact.place.toLowerCase() !== episode.place.toLowerCase();

function isLaterDay(episode: Episode, fact: Fact): boolean {
  const day = firstDay(fact.date);
  return day !== null && day > (lastDay(episode.date) ?? '') && day > episode.statusAt.slice(0, 10);
}

/** The same family fits best; talks fit anything; a letter only letters. */
function fitOfForms(one: FormFamily, other: FormFamily): number {
  if (one === other) return 2;
  return (one === 'any' || other === 'any') && one !== 'letter' && other !== 'letter' ? 1 : 0;
}
