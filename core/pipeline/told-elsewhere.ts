import type { Store } from '../ports.ts';
import type { Development } from '../story/development.ts';
import { shifted } from '../story/duration.ts';
import { findInhibitor, INHIBITION_WINDOW } from '../story/inhibition.ts';
import { BESIDE_LEADERS } from '../story/preparation.ts';

/** Developments of one pair in two days: far more than there can be. */
const MOST = 50;

/**
 * True for what another story tells: ministers who sit beside their leaders, and a wider circle of which a pair said the same shortly
 * before. (The other way round is known to the dossiers themselves: a contact of three is folded into the dossiers of all its pairs.)
 */
export async function isToldElsewhere(development: Development, archive: Pick<Store['archive'], 'listDevelopments'>): Promise<boolean> {
  if (development.reasons.includes(BESIDE_LEADERS)) return true;
  if (development.kind !== 'status') return false;
  for (const pair of pairsWithin(development.parties)) {
    const window = { from: shifted(development.effectiveAt, -INHIBITION_WINDOW), to: shifted(development.effectiveAt, INHIBITION_WINDOW) };
    const page = await archive.listDevelopments({ ...window, limit: MOST, cursor: null, parties: pair, feedId: null, keep: () => true });
    if (findInhibitor(development, page.rows) !== null) return true;
  }
  return false;
}

/** The pairs of three or four parties; none of two, which are told as they are. */
function pairsWithin(parties: readonly string[]): readonly (readonly string[])[] {
  const sorted = [...parties].sort();
  if (sorted.length < 3 || sorted.length > 4) return [];
  return sorted.flatMap((one, i) => sorted.slice(i + 1).map((other) => [one, other]));
}
