import { LEVELS } from '../coding/codebook/coded-item.ts';
import { type Inside, SIDELINE_REASONS, type SidelineReason } from './development.ts';
import type { Story } from './dossier.ts';
import { DAY, startOfDay, timeOf } from './duration.ts';
import { FORM_FAMILY } from './fact.ts';
import {
  type Days,
  daysOf,
  isDayOccasion,
  nameKeyOf,
  occasionsOf,
  placesOf,
  rolesOf,
  SLACK_DAYS,
  summitKeyOf,
  summitRank,
} from './occasion.ts';
import { comparePlaces } from './slot.ts';
import { STATUS_SPEC } from './status.ts';

/** What links a meeting to the summit it is held inside of: its words, and when it holds. */
export const SIDELINE_SPEC: Record<SidelineReason, { readonly label: string; holds(pair: Story, summit: Story): boolean }> = {
  same_name: { label: 'the same summit by name', holds: isCalledAlike },
  same_place: { label: 'the same place and days', holds: isAtOnePlace },
};

/** "At the G20", told of a meeting so many days from it: on its eve, or as it ends. */
const EVE_DAYS = 2;
/** A meeting may be reported so long after its summit's story has closed, or before it opens. */
const LATE = 3 * DAY;

/**
 * Why a meeting is inside a summit, or null. A function of the two stories alone: it does not matter which was known first, and a
 * meeting that moved to another day or place is inside no more.
 */
export function whyInside(pair: Story, summit: Story): SidelineReason | null {
  if (!mayBeInside(pair, summit)) return null;
  return SIDELINE_REASONS.find((reason) => SIDELINE_SPEC[reason].holds(pair, summit)) ?? null;
}

/**
 * Two stories of one gathering of many: "the SCO summit" of its host, and six leaders who meet in its place on its days. What is inside the
 * one is inside the other.
 */
export function areOneGathering(one: Story, other: Story): boolean {
  const isWide = [one, other].every((story) => story.status !== null && story.mergedInto === null && summitRank(story) >= 2);
  if (!isWide || one.level !== other.level) return false;
  const apart = daysApart(one, other);
  const isOfOneName = summitKeyOf(one) !== null && summitKeyOf(one) === summitKeyOf(other);
  if (isOfOneName && (apart === null ? areOfOneTime(one, other) : apart <= EVE_DAYS)) return true;
  const isNear = apart !== null && apart <= SLACK_DAYS && compareWithSummit(one, other) === 'same';
  return isNear && !areOfTwoNames(one, other) && (summitRank(one) === 3 || summitRank(other) === 3 || sharesParty(one, other));
}

const areOfTwoNames = (one: Story, other: Story): boolean =>
  summitKeyOf(one) !== null && summitKeyOf(other) !== null && summitKeyOf(one) !== summitKeyOf(other);

/** Those who meet in a wider circle, of their rank or above, and face to face. */
function mayBeInside(pair: Story, summit: Story): boolean {
  const isLiving = [pair, summit].every(({ status, mergedInto }) => status !== null && mergedInto === null);
  const meet = [pair, summit].every(({ form }) => ['together', 'any'].includes(FORM_FAMILY[form ?? 'talks']));
  const isOfLevel = LEVELS.indexOf(pair.level) >= LEVELS.indexOf(summit.level);
  return isLiving && meet && isOfLevel && rolesOf(pair).includes('pair') && summitRank(summit) > summitRank(pair);
}

function isCalledAlike(pair: Story, summit: Story): boolean {
  const key = summitKeyOf(pair);
  if (key === null || key !== summitKeyOf(summit)) return false;
  const apart = daysApart(pair, summit);
  if (apart === 0) return true;
  return (apart === null ? areOfOneTime(pair, summit) : apart <= EVE_DAYS) && !isElsewhere(pair, summit);
}

/** On the same days, or around them where nobody else would be. Envoys meet too often for a place to say anything. */
function isAtOnePlace(pair: Story, summit: Story): boolean {
  if (pair.level === 'envoy' || compareWithSummit(pair, summit) !== 'same') return false;
  if (pair.status !== null && STATUS_SPEC[pair.status].family === 'off') return false;
  const occasions = new Set(occasionsOf(summit, 'summit').filter(isDayOccasion));
  return occasionsOf(pair, 'pair').some((one) => occasions.has(one)) && (summitRank(summit) === 3 || sharesParty(pair, summit));
}

const sharesParty = (pair: Story, summit: Story): boolean => pair.parties.some((party) => summit.parties.includes(party));

/** Whole days between the two, 0 when they share one; null where the days of one are not known. */
function daysApart(pair: Story, summit: Story): number | null {
  const [one, other] = [daysOf(pair), daysOf(summit)];
  return one === null || other === null ? null : Math.max(0, gap(one, other), gap(other, one));
}
const gap = ([, last]: Days, [first]: Days): number => Math.round((startOfDay(first) - startOfDay(last)) / DAY);

/** Both were talked of at one time: a summit of one name comes back every year. */
const areOfOneTime = (one: Story, other: Story): boolean => begins(one) <= ends(other) && begins(other) <= ends(one);
const begins = ({ openedAt }: Story): number => timeOf(openedAt) - LATE;
const ends = ({ closedAt }: Story): number => (closedAt === null ? Number.POSITIVE_INFINITY : timeOf(closedAt) + LATE);

function compareWithSummit(pair: Story, summit: Story): 'same' | 'other' | 'unknown' {
  const places = placesOf(summit, 'summit');
  if (pair.place === null || places.length === 0) return 'unknown';
  return places.some((place) => comparePlaces(place, pair.place) === 'none') ? 'same' : 'other';
}

/** It was to be at the summit and is now at a place that no report calls the summit's. */
const isElsewhere = (pair: Story, summit: Story): boolean =>
  compareWithSummit(pair, summit) === 'other' &&
  !pair.facts.some((fact) => fact.place === pair.place && fact.summit !== null && nameKeyOf(fact.summit) === summitKeyOf(summit));

/** The summit that a meeting belongs to, of those it may be inside of: by the strongest reason, then the widest circle, then the first. */
export function chooseSummit<T extends { readonly story: Story }>(
  pair: Story,
  summits: readonly T[],
): { readonly row: T; readonly because: SidelineReason } | null {
  const able = summits.flatMap((row) => {
    const because = whyInside(pair, row.story);
    return because === null ? [] : [{ row, because }];
  });
  const [best] = able.sort(
    (one, other) =>
      SIDELINE_REASONS.indexOf(one.because) - SIDELINE_REASONS.indexOf(other.because) ||
      summitRank(other.row.story) - summitRank(one.row.story) ||
      (keyOf(one.row.story) < keyOf(other.row.story) ? -1 : 1),
  );
  return best ?? null;
}
const keyOf = ({ openedAt, id }: Story): string => `${openedAt} ${id}`;

/** The summit as it stands now, for the reader of a development inside it. */
export function insideOf({ id, parties, leaders, summit, status, statusAt, date, place }: Story, because: SidelineReason): Inside {
  return { storyId: id, because, parties, leaders, summit, status, statusAt, date, place };
}
