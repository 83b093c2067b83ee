import type { Status } from '../coding/codebook/coded-item.ts';
import { STATUS_SPEC } from '../story/status.ts';
import type { StoryView } from './query-view.ts';

/** How the matters of one pair at one level went: counts, shares, and hours between rungs (medians; null where no story has both). */
export type LadderRow = {
  readonly parties: string;
  readonly level: string;
  readonly stories: number;
  readonly held: number;
  readonly cancelled: number;
  readonly declined: number;
  readonly postponed: number;
  readonly contested: number;
  readonly open: number;
  readonly shareHeld: number;
  readonly shareOff: number;
  readonly hoursProposedToScheduled: number | null;
  readonly hoursScheduledToHeld: number | null;
  readonly hoursProposedToHeld: number | null;
};
export const LADDER_COLUMNS = [
  'parties',
  'level',
  'stories',
  'held',
  'cancelled',
  'declined',
  'postponed',
  'contested',
  'open',
  'shareHeld',
  'shareOff',
  'hoursProposedToScheduled',
  'hoursScheduledToHeld',
  'hoursProposedToHeld',
] as const satisfies readonly (keyof LadderRow)[];

/** One row a pair and level, the one with the most stories first. */
export function ladderRows(stories: readonly StoryView[]): readonly LadderRow[] {
  const groups = new Map<string, StoryView[]>();
  for (const story of stories) {
    const key = `${story.parties.join('-')} ${story.level}`;
    groups.set(key, [...(groups.get(key) ?? []), story]);
  }
  return [...groups.values()].map(ladderRow).sort((a, b) => b.stories - a.stories || (a.parties < b.parties ? -1 : 1));
}

function ladderRow(stories: readonly StoryView[]): LadderRow {
  const ended = (status: Status): number => stories.filter((story) => story.status === status).length;
  const hours = (from: Status, to: Status): number | null => median(stories.flatMap((story) => hoursBetween(story, from, to) ?? []));
  const off = stories.filter(({ status }) => status !== null && STATUS_SPEC[status].family === 'off').length;
  return {
    parties: stories[0]?.parties.join('-') ?? '',
    level: stories[0]?.level ?? '',
    stories: stories.length,
    held: ended('held'),
    cancelled: ended('cancelled'),
    declined: ended('declined'),
    postponed: stories.filter(({ path }) => path.some(({ status }) => status === 'postponed')).length,
    contested: stories.filter(({ isContested }) => isContested).length,
    open: stories.filter(({ closedAt }) => closedAt === null).length,
    shareHeld: round(ended('held') / stories.length),
    shareOff: round(off / stories.length),
    hoursProposedToScheduled: hours('proposed', 'scheduled'),
    hoursScheduledToHeld: hours('scheduled', 'held'),
    hoursProposedToHeld: hours('proposed', 'held'),
  };
}

/** From the first report of one rung to the first of the other; null unless they came in that order. */
function hoursBetween({ path }: StoryView, from: Status, to: Status): number | null {
  const start = path.find(({ status }) => status === from)?.at;
  const end = path.find(({ status }) => status === to)?.at;
  return start === undefined || end === undefined || end < start ? null : (Date.parse(end) - Date.parse(start)) / 3_600_000;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return round(sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2);
}

const round = (value: number): number => Math.round(value * 100) / 100;
