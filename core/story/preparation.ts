import type { Level } from '../coding/codebook/coded-item.ts';
import { PREPARATION_REASONS, type PreparationReason, type Prepared } from './development.ts';
import type { Preparation, Report, Story } from './dossier.ts';
import { DAY, elapsed, startOfDay } from './duration.ts';
import { compareDates, comparePlaces, firstDay, lastDay } from './slot.ts';
import { STATUS_SPEC } from './status.ts';

/** What links a ministers' story to the leaders' own: its words, and for which levels it is reason enough. Envoys meet too often. */
export const PREPARATION_SPEC: Record<PreparationReason, { readonly label: string; readonly levels: readonly Level[] }> = {
  named_together: { label: 'one report names both', levels: ['minister', 'envoy'] },
  same_occasion: { label: 'the same day or place', levels: ['minister', 'envoy'] },
  days_before: { label: 'in the weeks before the leaders meet', levels: ['minister', 'envoy'] },
  while_planned: { label: 'while the leaders plan to meet', levels: ['minister'] },
};

/** Preparations are held in these last weeks before the leaders' day. */
const WEEKS_BEFORE = 21 * DAY;
/** A leaders' story that nobody has heard of for so long is prepared by nobody. */
const FRESH = 21 * DAY;
/** Ministers who came along are still reported so long after the leaders met. */
const AFTERWARDS = 1.5 * DAY;

/** `above`: the stories of the leaders' dossier. `isNamed`: a report of this story names the leaders' contact, too. */
type Preparing = { readonly above: readonly Story[]; readonly isNamed: boolean; readonly now: string };

/**
 * The leaders' story that a ministers' or envoys' story prepares, with the reason; null when it stands alone. A link stays as it was made
 * unless a stronger reason points elsewhere; a story that was merged is followed.
 */
function linkPreparation(story: Story, before: Preparation | null, { above, isNamed, now }: Preparing): Preparation | null {
  if (story.level === 'leader' || story.status === null) return before;
  const known = before === null ? null : followMerge(before, above);
  const able = above.filter((other) => isAhead(other, now)).sort(byStanding);
  for (const because of PREPARATION_REASONS) {
    if (because === known?.because) return known;
    if (!PREPARATION_SPEC[because].levels.includes(story.level)) continue;
    const found = able.find((other) => HOLDS[because](story, other, isNamed));
    if (found !== undefined) return { storyId: found.id, because, at: now };
  }
  return known;
}

type Holds = (story: Story, other: Story, isNamed: boolean) => boolean;
/** When each reason holds. */
const HOLDS: Readonly<Record<PreparationReason, Holds>> = {
  named_together: (_story, _other, isNamed) => isNamed,
  same_occasion: isSameOccasion,
  days_before: isDaysBefore,
  while_planned: (_story, other) => other.date === null && isPlanned(other),
};

/** Agreed or scheduled, by one of the sides at least. */
const isPlanned = ({ status, sides }: Story): boolean =>
  [status, ...Object.values(sides).map((side) => side.status)].some((one) => one !== null && STATUS_SPEC[one].family === 'committed');

/** The leaders have not met yet, or only just; nothing is called off. */
function isAhead(other: Story, now: string): boolean {
  if (other.status === null || other.mergedInto !== null || STATUS_SPEC[other.status].rank < -1) return false;
  const isOver = other.closedAt !== null || other.status === 'held';
  return isOver ? elapsed(other.statusAt ?? other.lastMovedAt, now) <= AFTERWARDS : elapsed(other.lastMovedAt, now) <= FRESH;
}

/** What is firmest first, then what moved last. */
const byStanding = (one: Story, other: Story): number =>
  STATUS_SPEC[other.status ?? 'premature'].rank - STATUS_SPEC[one.status ?? 'premature'].rank ||
  (one.lastMovedAt < other.lastMovedAt ? 1 : -1);

/** The day of a contact: the one that is planned, or the one on which it took place. */
const dayOf = (story: Story): string | null =>
  story.date ?? (story.status !== null && STATUS_SPEC[story.status].family === 'done' ? (story.statusAt?.slice(0, 10) ?? null) : null);

function isSameOccasion(story: Story, other: Story): boolean {
  const [date, place] = [compareDates(dayOf(other), dayOf(story)), comparePlaces(other.place, story.place)];
  const shares = (dayOf(story) !== null && date === 'none') || (story.place !== null && place === 'none');
  return shares && date !== 'changed' && place !== 'changed';
}

function isDaysBefore(story: Story, other: Story): boolean {
  const [day, leaders] = [lastDay(dayOf(story)), firstDay(dayOf(other))];
  if (day === null || leaders === null) return false;
  const ahead = startOfDay(leaders) - startOfDay(day);
  return ahead >= 0 && ahead <= WEEKS_BEFORE;
}

function followMerge(link: Preparation, above: readonly Story[]): Preparation {
  const heir = above.find(({ id }) => id === link.storyId)?.mergedInto ?? null;
  return heir === null ? link : { ...link, storyId: heir };
}

type Linking = { readonly above: readonly Story[] | undefined; readonly reports: readonly Report[]; readonly now: string };

/** The story with its link; itself when nothing changed or nobody looked above. */
export function linkStory(story: Story, { above, reports, now }: Linking): Story {
  if (above === undefined || story.level === 'leader') return story;
  const naming = reports.filter(({ namesLeaders }) => namesLeaders === true).map(({ itemId }) => itemId);
  const isNamed = naming.length > 0 && story.facts.some(({ itemIds }) => itemIds.some((id) => naming.includes(id)));
  const link = linkPreparation(story, story.prepares ?? null, { above, isNamed, now });
  return link === null || link === story.prepares ? story : { ...story, prepares: link };
}

/** Where the leaders' story stands now, for the reader of a ministers' development; null when it is not known here. */
export function preparedBy(link: Preparation | null, above: readonly Story[]): Prepared | null {
  const other = above.find(({ id }) => id === link?.storyId);
  if (link === null || other === undefined) return null;
  const { id, parties, leaders, summit, status, statusAt, date, place } = other;
  return { storyId: id, because: link.because, parties, leaders, summit, status, statusAt, date, place };
}

/** Ministers who sit beside their leaders, or come along: their meeting is part of what the leaders' story tells. */
export const BESIDE_LEADERS = 'beside-leaders';

/** True for a ministers' contact that takes place while the leaders' own does. */
export function isBesideLeaders(to: Story['status'], at: string, prepares: Prepared | null): boolean {
  if (to === null || prepares === null || prepares.status === null || prepares.statusAt === null) return false;
  if (STATUS_SPEC[to].family !== 'done' || STATUS_SPEC[prepares.status].family !== 'done') return false;
  return Math.abs(elapsed(prepares.statusAt, at)) <= AFTERWARDS;
}
