import type { Log, Page, Store, StoryRow } from '../ports.ts';
import type { Development, SidelineReason } from '../story/development.ts';
import type { DevelopResult, Story } from '../story/dossier.ts';
import { DAY, shifted } from '../story/duration.ts';
import { type Occasion, type OccasionRole, occasionsOf, rolesOf } from '../story/occasion.ts';
import { areOneGathering, chooseSummit, insideOf, whyInside } from '../story/sidelines.ts';

type Reading = Pick<Store, 'archive'>;
export type Sideline = { readonly row: StoryRow; readonly because: SidelineReason };
/** The last opened of the meetings inside a summit. */
export type Pairs = { readonly shown: readonly Sideline[]; readonly mayHaveMore: boolean };
export type Sidelines<T> = { readonly found: T; readonly readUnits: number };

/** A summit of one name comes back every year: stories opened so long before or after are of another one. */
const ONE_EDITION = 150 * DAY;
/** Summits around a meeting: each guest may have a story of its own, opened after the summit's, and the widest must be among them. */
const MOST_SUMMITS = 100;
/** Other stories of one gathering whose meetings are shown too. */
const MOST_OTHERS = 12;
/** Meetings inside one summit that are shown. */
const MOST_PAIRS = 24;
/** Keys that one look asks for. */
const MOST_OCCASIONS = 24;
/** What an alert may spend to name its summit (read units). */
const UNITS_FOR_ALERT = 30;

/**
 * The summit that a meeting is inside of, and why. The link is not stored: it follows from the two stories as they stand, so that it
 * does not matter which came first, and no correction or rebuild can leave a wrong one behind.
 */
export async function readSummit(pair: Story, mostUnits: number, { archive }: Reading): Promise<Sidelines<Sideline | null>> {
  const keep = (summit: Story): boolean => whyInside(pair, summit) !== null;
  const page = await listOthers({ asker: pair, as: 'pair', role: 'summit', limit: MOST_SUMMITS, mostUnits, keep }, archive);
  return { found: chooseSummit(pair, uniqueRows(page.rows)), readUnits: page.readUnits };
}

/** The meetings inside a summit, also those that another story of the same gathering has; the first opened first. */
export async function readPairs(summit: Story, mostUnits: number, { archive }: Reading): Promise<Sidelines<Pairs>> {
  if (!rolesOf(summit).includes('summit')) return { found: { shown: [], mayHaveMore: false }, readUnits: 0 };
  const asking = { asker: summit, as: 'summit', mostUnits } as const;
  const others = await listOthers({ ...asking, role: 'summit', limit: MOST_OTHERS, keep: (story) => isOther(summit, story) }, archive);
  const gathering = [summit, ...uniqueRows(others.rows).map(({ story }) => story)];
  const left = mostUnits - others.readUnits;
  const reasonOf = (pair: Story) => gathering.map((one) => whyInside(pair, one)).find((because) => because !== null) ?? null;
  const occasions = [...new Set(gathering.flatMap((one) => occasionsOf(one, 'summit')))].slice(0, MOST_OCCASIONS);
  const pairs = await listOthers(
    { ...asking, occasions, role: 'pair', limit: MOST_PAIRS, mostUnits: left, keep: (story) => reasonOf(story) !== null },
    archive,
  );
  const found = uniqueRows(pairs.rows).flatMap((row) => {
    const because = reasonOf(row.story);
    return because === null ? [] : [{ row, because }];
  });
  return { found: { shown: found.reverse(), mayHaveMore: pairs.cursor !== null }, readUnits: others.readUnits + pairs.readUnits };
}

const isOther = (summit: Story, story: Story): boolean => story.id !== summit.id && areOneGathering(summit, story);

type Asking = {
  readonly asker: Story;
  /** What the asker is there; its occasions are asked for unless others are given. */
  readonly as: OccasionRole;
  readonly occasions?: readonly Occasion[];
  readonly role: OccasionRole;
  readonly limit: number;
  readonly mostUnits: number;
  readonly keep: (story: Story) => boolean;
};
const NOBODY: Page<StoryRow> = { rows: [], cursor: null, examined: 0, readUnits: 0 };

async function listOthers({ asker, as, role, keep, ...asking }: Asking, archive: Store['archive']): Promise<Page<StoryRow>> {
  const occasions = asking.occasions ?? (rolesOf(asker).includes(as) ? occasionsOf(asker, as) : []);
  if (occasions.length === 0 || asking.mostUnits < 1) return NOBODY;
  return archive.listByOccasion({
    ...{ ...asking, occasions, role, cursor: null },
    ...{ from: shifted(asker.openedAt, -ONE_EDITION), to: shifted(asker.closedAt ?? asker.lastMovedAt, ONE_EDITION) },
    keep: ({ story }) => keep(story),
  });
}

const uniqueRows = (rows: readonly StoryRow[]): readonly StoryRow[] => [...new Map(rows.map((row) => [row.story.id, row])).values()];

/** The developments with the summit on whose sidelines they are. What is no news reads nothing; a summit that cannot be read stops no news. */
export async function withSummits(result: DevelopResult, { store, log }: SummitPorts): Promise<DevelopResult> {
  if (result.developments.length === 0) return result;
  const developments: Development[] = [];
  for (const one of result.developments) {
    const story = result.dossier.stories.find(({ id }) => id === one.storyId);
    const summit = story === undefined ? null : await summitOrNone(story, { store, log });
    developments.push(summit === null ? one : { ...one, inside: insideOf(summit.row.story, summit.because) });
  }
  return { ...result, developments };
}

type SummitPorts = { readonly store: Reading; readonly log: Pick<Log, 'error'> };

async function summitOrNone(story: Story, { store, log }: SummitPorts): Promise<Sideline | null> {
  try {
    return (await readSummit(story, UNITS_FOR_ALERT, store)).found;
  } catch (error) {
    log.error('the summit around a meeting could not be read; the news goes without it', {
      story: story.id,
      error: error instanceof Error ? error.message : String(error),
    });
    return null;
  }
}
