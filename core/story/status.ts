import type { Status } from '../coding/codebook/coded-item.ts';

export type Family = 'open' | 'committed' | 'done' | 'off';
/** A status without its row does not compile. `rank`: place on the ladder, low to high; negative = off. `isRefusal`: a side says no; said again later, it counts again, unless it `isFinal`. */
export const STATUS_SPEC: Record<
  Status,
  { readonly label: string; readonly family: Family; readonly rank: number; readonly isRefusal?: true; readonly isFinal?: true }
> = {
  premature: { label: 'premature', family: 'open', rank: 0, isRefusal: true },
  possible: { label: 'possible', family: 'open', rank: 1 },
  willing: { label: 'willing', family: 'open', rank: 2 },
  proposed: { label: 'proposed', family: 'open', rank: 3 },
  agreed: { label: 'agreed', family: 'committed', rank: 4 },
  scheduled: { label: 'scheduled', family: 'committed', rank: 5 },
  underway: { label: 'under way', family: 'done', rank: 6 },
  held: { label: 'held', family: 'done', rank: 7 },
  postponed: { label: 'postponed', family: 'off', rank: -1 },
  denied: { label: 'denied', family: 'off', rank: -2, isRefusal: true },
  cancelled: { label: 'cancelled', family: 'off', rank: -3 },
  declined: { label: 'declined', family: 'off', rank: -4, isRefusal: true, isFinal: true },
};
