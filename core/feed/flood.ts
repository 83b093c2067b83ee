/** What a poll found, as far as a flood shows in it. */
export type Haul = {
  /** `publishedAt` of the new and revised items. */
  readonly dates: readonly (string | null)[];
  readonly itemsInFeed: number;
  readonly lastSuccessAt: string | null;
};

const FLOOD_ITEMS = 30;
const FLOOD_SHARE = 0.8;

/**
 * A publisher has sent its archive again (a new system, other guids): at least 30 new items, over 80 % of the feed, most of them dated before the
 * last good poll. A true burst of news is dated after it. Undated items count as old when the poll before was good: a burst of 30 undated ones is no news.
 */
export function isFlood(haul: Haul): boolean {
  const { dates, itemsInFeed, lastSuccessAt } = haul;
  if (lastSuccessAt === null || dates.length < FLOOD_ITEMS || dates.length <= FLOOD_SHARE * itemsInFeed) return false;
  const old = dates.filter((date) => date === null || date < lastSuccessAt).length;
  return old > dates.length / 2;
}
