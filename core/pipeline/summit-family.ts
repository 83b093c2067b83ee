import type { Page, Store, StoryRow } from '../ports.ts';
import type { Development, SidelineReason } from '../story/development.ts';
import type { DevelopResult, Story } from '../story/dossier.ts';
import { DAY, shifted } from '../story/duration.ts';
import { type OccasionRole, occasionsOf, rolesOf } from '../story/occasion.ts';
import { chooseSummit, insideOf, whyInside } from '../story/sidelines.ts';

type Reading = Pick<Store, 'archive'>;
export type Sideline = { readonly row: StoryRow; readonly because: SidelineReason };
export type Sidelines<T> = { readonly found: T; readonly readUnits: number };

/** A summit of one name comes back every year: stories opened so long before or after are of another one. */
const ONE_EDITION = 150 * DAY;
/** Summits of one occasion: a handful, each guest's own among them. */
const MOST_SUMMITS = 12;
/** Meetings inside one summit that are shown. */
const MOST_PAIRS = 24;
/** What an alert may spend to name its summit (read units). */
const UNITS_FOR_ALERT = 10;

/**
 * The summit that a meeting is inside of, and why. The link is not stored: it follows from the two stories as they stand, so that it
 * does not matter which came first, and no correction or rebuild can leave a wrong one behind.
 */
export async function readSummit(pair: Story, mostUnits: number, { archive }: Reading): Promise<Sidelines<Sideline | null>> {
  const page = await listOthers(pair, { role: 'pair', other: 'summit', limit: MOST_SUMMITS, mostUnits }, archive);
  return { found: chooseSummit(pair, uniqueRows(page.rows)), readUnits: page.readUnits };
}

/** The meetings inside a summit, the first opened first. */
export async function readPairs(summit: Story, mostUnits: number, { archive }: Reading): Promise<Sidelines<readonly Sideline[]>> {
  const page = await listOthers(summit, { role: 'summit', other: 'pair', limit: MOST_PAIRS, mostUnits }, archive);
  const found = uniqueRows(page.rows).flatMap((row) => {
    const because = whyInside(row.story, summit);
    return because === null ? [] : [{ row, because }];
  });
  return { found: found.reverse(), readUnits: page.readUnits };
}

type Asking = { readonly role: OccasionRole; readonly other: OccasionRole; readonly limit: number; readonly mostUnits: number };
const NOBODY: Page<StoryRow> = { rows: [], cursor: null, examined: 0, readUnits: 0 };

async function listOthers(story: Story, { role, other, limit, mostUnits }: Asking, archive: Store['archive']): Promise<Page<StoryRow>> {
  const occasions = rolesOf(story).includes(role) ? occasionsOf(story, role) : [];
  if (occasions.length === 0 || mostUnits < 1) return NOBODY;
  return archive.listByOccasion({
    ...{ occasions, role: other, limit, cursor: null, mostUnits },
    ...{ from: shifted(story.openedAt, -ONE_EDITION), to: shifted(story.closedAt ?? story.lastMovedAt, ONE_EDITION) },
    keep: (row) => (other === 'summit' ? whyInside(story, row.story) : whyInside(row.story, story)) !== null,
  });
}

const uniqueRows = (rows: readonly StoryRow[]): readonly StoryRow[] => [...new Map(rows.map((row) => [row.story.id, row])).values()];

/** The developments with the summit on whose sidelines they are. What is no news reads nothing. */
export async function withSummits(result: DevelopResult, store: Reading): Promise<DevelopResult> {
  if (result.developments.length === 0) return result;
  const developments: Development[] = [];
  for (const one of result.developments) {
    const story = result.dossier.stories.find(({ id }) => id === one.storyId);
    const summit = story === undefined ? null : (await readSummit(story, UNITS_FOR_ALERT, store)).found;
    developments.push(summit === null ? one : { ...one, inside: insideOf(summit.row.story, summit.because) });
  }
  return { ...result, developments };
}
