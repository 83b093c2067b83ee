import type { Form, Status } from '../coding/codebook/coded-item.ts';
import type { Fact } from './dossier.ts';
import { DAY, startOfDay, timeOf } from './duration.ts';
import { FORM_FAMILY, type FormFamily, mergeNames } from './fact.ts';
import { compareDates, comparePlaces, isNarrower, lastDay } from './slot.ts';
import { type Family, STATUS_SPEC } from './status.ts';

/** A story while its facts are folded: what was derived so far. */
export type Episode = {
  /** The story that a person made of these facts, or null. */
  readonly pin: string | null;
  readonly facts: Fact[];
  status: Status | null;
  statusAt: string;
  /** The fact that last moved the status. */
  mover: Fact | null;
  form: Form | null;
  date: string | null;
  place: string | null;
  /** All places named so far. */
  readonly places: string[];
  parties: readonly string[];
  /** Who is known to come: the parties that were named since the plan became firm. Who was asked before is not yet coming. */
  circle: readonly string[];
  leaders: readonly string[];
  summit: string | null;
  /** Statuses this story has stood at, with the time of the last move to each. */
  readonly stood: Map<Status, string>;
  readonly sides: Map<string, { status: Status; at: string }>;
  isContested: boolean;
  openedAt: string;
  lastAt: string;
  lastMovedAt: string;
  /** When the place last changed. */
  placeAt: string | null;
  /** How often a refusal was told again since the status last changed. */
  restated: number;
  /** Every fact of it was told in another pair's dossier. */
  isShadow: boolean;
  /** When it ends as things stand; null = to be worked out again. */
  end: End | null;
};

/** Milliseconds since 1970, and why. */
export type End = { readonly time: number; readonly because: string };

export function openEpisode(fact: Fact, pin: string | null): Episode {
  return {
    pin,
    facts: [],
    status: null,
    statusAt: fact.firstAt,
    mover: null,
    form: null,
    date: null,
    place: null,
    places: [],
    parties: [],
    circle: [],
    leaders: [],
    summit: null,
    stood: new Map(),
    sides: new Map(),
    isContested: false,
    openedAt: fact.firstAt,
    lastAt: fact.lastAt,
    lastMovedAt: fact.firstAt,
    placeAt: null,
    restated: 0,
    isShadow: true,
    end: null,
  };
}

/** The episode hears of a fact. */
export function addFact(episode: Episode, fact: Fact): void {
  episode.facts.push(fact);
  if (fact.lastAt > episode.lastAt) episode.lastAt = fact.lastAt;
  episode.isShadow = episode.isShadow && fact.isShadow;
  episode.end = null;
}

/** The fact's status becomes the episode's. A plan that becomes firm for a day of its own need not be where it was only talked of. */
export function moveTo(episode: Episode, fact: Fact): void {
  if (!isFirm(episode.status)) {
    episode.circle = fact.parties;
    if (isFirm(fact.status) && isOpen(episode.status) && compareDates(episode.date, fact.date) !== 'none') episode.place = null;
  }
  episode.status = fact.status;
  episode.statusAt = fact.firstAt;
  episode.lastMovedAt = fact.firstAt;
  episode.mover = fact;
  episode.stood.set(fact.status, fact.firstAt);
  takeSlots(episode, fact);
}

const isOpen = (status: Status | null): boolean => status !== null && STATUS_SPEC[status].family === 'open';
const isFirm = (status: Status | null): boolean => status !== null && STATUS_SPEC[status].family === 'committed';

/** What a fact adds: its side's position, form, date, place, parties. */
export function takeSlots(episode: Episode, fact: Fact): void {
  episode.end = null;
  if (fact.side !== null) episode.sides.set(fact.side, { status: fact.status, at: fact.firstAt });
  if (fact.form !== null && (episode.form === null || FORM_FAMILY[episode.form] === 'any')) episode.form = fact.form;
  if (compareDates(episode.date, fact.date) !== 'none' || isNarrower(episode.date, fact.date)) episode.date = fact.date;
  if (fact.place !== null && isNewPlace(episode, fact)) {
    episode.place = fact.place;
    episode.places.push(fact.place);
  }
  episode.parties = mergeNames(episode.parties, fact.parties);
  episode.circle = mergeNames(episode.circle, fact.parties);
  episode.leaders = mergeNames(episode.leaders, fact.leaders);
  episode.summit = episode.summit ?? fact.summit;
}

/** True when the fact names a place that the episode has not heard of. */
export const isNewPlace = (episode: Episode, fact: Fact): boolean =>
  fact.place !== null &&
  fact.place !== episode.place &&
  comparePlaces(episode.place, fact.place) !== 'none' &&
  episode.places.every((known) => comparePlaces(known, fact.place) === 'changed');

/** How long a story stays open after it reached a status, in a family of forms. Calls are over sooner than summits. */
const OPEN_FOR: Readonly<Record<Family, Readonly<Record<FormFamily, number>>>> = {
  open: { together: 45 * DAY, remote: 45 * DAY, any: 45 * DAY, letter: 7 * DAY },
  committed: { together: 45 * DAY, remote: 45 * DAY, any: 45 * DAY, letter: 7 * DAY },
  done: { together: 3 * DAY, remote: 2 * DAY, any: 3 * DAY, letter: 2 * DAY },
  off: { together: 14 * DAY, remote: 14 * DAY, any: 14 * DAY, letter: 7 * DAY },
};
/** Off for now, not for good: such a story waits like an open one. */
const WAITS_ON: ReadonlySet<Status> = new Set(['postponed', 'denied']);

/** How long after its date an episode without an outcome stays open: one that was only talked of is over with its date. */
const AFTER_DATE: Readonly<Record<Family, number>> = { open: DAY, committed: 3 * DAY, done: 0, off: 14 * DAY };

/** Reports that go on after the day of the contact keep a story open so long. */
const LINGER = 14 * DAY;

/** When an episode ends if nothing more is heard of it. */
export function endOf(episode: Episode): End {
  episode.end ??= workOutEnd(episode);
  return episode.end;
}

function workOutEnd(episode: Episode): End {
  const status = episode.status ?? 'possible';
  const family = WAITS_ON.has(status) ? 'open' : STATUS_SPEC[status].family;
  const span = OPEN_FOR[family][FORM_FAMILY[episode.form ?? 'talks']];
  if (family === 'done') return { time: timeOf(episode.statusAt) + span, because: 'over' };
  if (family === 'off') return { time: timeOf(episode.statusAt) + span, because: 'off' };
  const lastAt = timeOf(episode.lastAt);
  const day = lastDay(episode.date);
  if (day === null) return { time: lastAt + span, because: 'silence' };
  const dayEnd = startOfDay(day) + DAY;
  return { time: Math.max(dayEnd + AFTER_DATE[family], lastAt > dayEnd ? lastAt + LINGER : 0), because: 'date passed' };
}
