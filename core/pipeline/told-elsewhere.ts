import type { Store } from '../ports.ts';
import type { Development } from '../story/development.ts';
import { DAY, shifted } from '../story/duration.ts';
import { findInhibitor, INHIBITION_WINDOW, isStandingThere } from '../story/inhibition.ts';
import { BESIDE_LEADERS } from '../story/preparation.ts';

/** Developments of one pair in two days: far more than there can be. */
const MOST = 50;

/**
 * True for what another story tells: ministers who sit beside their leaders, and a wider circle of which a pair said the same shortly
 * before. (The other way round is known to the dossiers themselves: a contact of three is folded into the dossiers of all its pairs.)
 */
export async function isToldElsewhere(
  development: Development,
  archive: Pick<Store['archive'], 'listDevelopments' | 'listStories'>,
): Promise<boolean> {
  if (development.reasons.includes(BESIDE_LEADERS)) return true;
  if (development.kind !== 'status') return false;
  for (const pair of pairsWithin(development.parties)) {
    const window = { from: shifted(development.effectiveAt, -INHIBITION_WINDOW), to: shifted(development.effectiveAt, INHIBITION_WINDOW) };
    const page = await archive.listDevelopments({ ...window, limit: MOST, cursor: null, parties: pair, feedId: null, keep: () => true });
    if (findInhibitor(development, page.rows) !== null || (await standsAlready(development, pair, archive))) return true;
  }
  return false;
}

/** A story that nobody has moved for so long says nothing of what is reported now. */
const STANDING = 45 * DAY;

/** A third party that one source alone names beside a pair whose own story stands just there: more often misread than new. */
async function standsAlready(
  development: Development,
  pair: readonly string[],
  archive: Pick<Store['archive'], 'listStories'>,
): Promise<boolean> {
  if (!development.reasons.includes('single-source')) return false;
  const window = { from: shifted(development.effectiveAt, -STANDING), to: null };
  const page = await archive.listStories({
    ...{ ...window, limit: MOST, cursor: null, parties: pair, feedId: null },
    keep: ({ story }) => story.closedAt === null && story.mergedInto === null,
  });
  return page.rows.some(({ story }) => isStandingThere(story, development));
}

/** The pairs of three or four parties; none of two, which are told as they are. */
function pairsWithin(parties: readonly string[]): readonly (readonly string[])[] {
  const sorted = [...parties].sort();
  if (sorted.length < 3 || sorted.length > 4) return [];
  return sorted.flatMap((one, i) => sorted.slice(i + 1).map((other) => [one, other]));
}
