import type { StoryRow } from '../ports.ts';
import type { Development } from '../story/development.ts';
import { DAY, shifted } from '../story/duration.ts';
import { PREPARATION_SPEC } from '../story/preparation.ts';
import { SIDELINE_SPEC } from '../story/sidelines.ts';
import { MOST_PAGE_UNITS, type QueryPorts } from './query.ts';
import { type FactView, factView, type StoryRef, type StoryView, storyRef, storyView } from './query-view.ts';
import { readPairs, readSummit, type Sideline } from './summit-family.ts';

/** A story with all that is known of it: its facts by side, and its developments as they were told. */
export type StoryDetail = {
  readonly story: StoryView;
  readonly facts: readonly FactView[];
  /** The leaders' story that this one of ministers or envoys prepares, and those that prepare this one, the last moved first. */
  readonly parent: StoryRef | null;
  readonly children: readonly StoryRef[];
  /** The summit of many inside of which these meet, and the meetings inside this summit, the first opened first. */
  readonly inside: StoryRef | null;
  readonly pairs: readonly StoryRef[];
  /** Only the meetings opened last are shown: older ones may be stored. */
  readonly mayHaveMorePairs: boolean;
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
  const family = await readFamily(row, MOST_PAGE_UNITS - developments.readUnits, ports);
  const gathering = await readGathering(row, MOST_PAGE_UNITS - developments.readUnits - family.readUnits, ports);
  return {
    story: storyView(row),
    facts: row.story.facts.map(factView),
    parent: family.parent,
    children: family.children,
    inside: gathering.inside,
    pairs: gathering.pairs,
    mayHaveMorePairs: gathering.mayHaveMorePairs,
    timeline: developments.rows,
    timelineCursor: developments.cursor,
    readUnits: developments.readUnits + family.readUnits + gathering.readUnits,
  };
}

/** Preparations of one meeting that are shown. */
const MOST_CHILDREN = 12;
/** Ministers begin so long before the leaders' story opens. */
const HEAD_START = 30 * DAY;

type Family = Pick<StoryDetail, 'parent' | 'children' | 'readUnits'>;

/** Above it the leaders' story, or below it those that prepare it. Children come short rather than cost more than `mostUnits`. */
async function readFamily({ story }: StoryRow, mostUnits: number, ports: QueryPorts): Promise<Family> {
  const link = story.prepares;
  if (link !== undefined) {
    const above = await followMerges(link.storyId, ports);
    return { parent: above === null ? null : storyRef(above, PREPARATION_SPEC[link.because].label), children: [], readUnits: 0 };
  }
  if (story.level !== 'leader' || story.parties.length < 2 || mostUnits < 1) return { parent: null, children: [], readUnits: 0 };
  const below = await ports.archive.listStories({
    ...{ limit: MOST_CHILDREN, cursor: null, feedId: null, parties: story.parties, mostUnits },
    ...{ from: shifted(story.openedAt, -HEAD_START), to: null },
    keep: (row) => row.story.prepares?.storyId === story.id && row.story.mergedInto === null,
  });
  const children = below.rows.flatMap((row) =>
    row.story.prepares === undefined ? [] : [storyRef(row, PREPARATION_SPEC[row.story.prepares.because].label)],
  );
  return { parent: null, children, readUnits: below.readUnits };
}

type Gathering = Pick<StoryDetail, 'inside' | 'pairs' | 'mayHaveMorePairs' | 'readUnits'>;

/** The summit around a meeting, and the meetings inside a summit; a few guests of a summit who meet others have both. */
async function readGathering({ story }: StoryRow, mostUnits: number, ports: QueryPorts): Promise<Gathering> {
  const around = await readSummit(story, mostUnits, ports);
  const within = await readPairs(story, mostUnits - around.readUnits, ports);
  return {
    inside: around.found === null ? null : sidelineRef(around.found),
    pairs: within.found.shown.map(sidelineRef),
    mayHaveMorePairs: within.found.mayHaveMore,
    readUnits: around.readUnits + within.readUnits,
  };
}

const sidelineRef = ({ row, because }: Sideline): StoryRef => storyRef(row, SIDELINE_SPEC[because].label);

async function followMerges(id: string, { archive }: QueryPorts): Promise<StoryRow | null> {
  let row = await archive.getStory(id);
  for (let link = 0; link < MOST_LINKS && row?.story.mergedInto; link += 1) row = await archive.getStory(row.story.mergedInto);
  return row;
}
