import type { Store } from '../ports.ts';
import type { Development } from '../story/development.ts';
import { shifted } from '../story/duration.ts';
import { findInhibitor, INHIBITION_WINDOW } from '../story/inhibition.ts';

/** Developments of one pair in two days: far more than there can be. */
const MOST = 50;

/**
 * The development of a pair that said shortly before what this one says of a wider circle, or null. (The other way round is known to
 * the dossiers themselves: a contact of three is folded into the dossiers of all its pairs.)
 */
export async function toldElsewhere(
  development: Development,
  archive: Pick<Store['archive'], 'listDevelopments'>,
): Promise<Development | null> {
  if (development.kind !== 'status') return null;
  for (const pair of pairsWithin(development.parties)) {
    const window = { from: shifted(development.effectiveAt, -INHIBITION_WINDOW), to: shifted(development.effectiveAt, INHIBITION_WINDOW) };
    const page = await archive.listDevelopments({ ...window, limit: MOST, cursor: null, parties: pair, feedId: null, keep: () => true });
    const inhibitor = findInhibitor(development, page.rows);
    if (inhibitor !== null) return inhibitor;
  }
  return null;
}

/** The pairs of three or four parties; none of two, which are told as they are. */
function pairsWithin(parties: readonly string[]): readonly (readonly string[])[] {
  const sorted = [...parties].sort();
  if (sorted.length < 3 || sorted.length > 4) return [];
  return sorted.flatMap((one, i) => sorted.slice(i + 1).map((other) => [one, other]));
}
