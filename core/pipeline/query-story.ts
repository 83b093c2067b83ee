import type { StoryRow } from '../ports.ts';
import type { Development } from '../story/development.ts';
import { MOST_PAGE_UNITS, type QueryPorts } from './query.ts';
import { type FactView, factView, type StoryView, storyView } from './query-view.ts';

/** A story with all that is known of it: its facts by side, and its developments as they were told. */
export type StoryDetail = {
  readonly story: StoryView;
  readonly facts: readonly FactView[];
  /** Oldest first. */
  readonly timeline: readonly Development[];
  /** Store's cursor of the next developments, or null. */
  readonly timelineCursor: string | null;
  readonly readUnits: number;
};

/** A merged story points to its target; more links than this are a fault in the data. */
const MOST_LINKS = 3;

/** The story, or the one it was merged into; null when there is none. */
export async function readStory(
  id: string,
  page: { readonly limit: number; readonly cursor: string | null },
  ports: QueryPorts,
): Promise<StoryDetail | null> {
  const row = await followMerges(id, ports);
  if (row === null) return null;
  const developments = await ports.archive.listDevelopmentsOfStory(row.story.id, { ...page, mostUnits: MOST_PAGE_UNITS });
  return {
    story: storyView(row),
    facts: row.story.facts.map(factView),
    timeline: developments.rows,
    timelineCursor: developments.cursor,
    readUnits: developments.readUnits,
  };
}

async function followMerges(id: string, { archive }: QueryPorts): Promise<StoryRow | null> {
  let row = await archive.getStory(id);
  for (let link = 0; link < MOST_LINKS && row?.story.mergedInto; link += 1) row = await archive.getStory(row.story.mergedInto);
  return row;
}
