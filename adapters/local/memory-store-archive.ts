import type { Archive, Listing, Page, PageRequest } from '../../core/ports.ts';
import type { MemoryTables } from './memory-store-tables.ts';

/** Rows that one page looks at, at most: a filter that keeps few answers with a short page and a cursor, never with a long wait. */
export const MOST_EXAMINED = 1000;

type SortKey = readonly [at: string, id: string];
type PageOptions<T> = PageRequest & {
  readonly keyOf: (row: T) => SortKey;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly keep?: (row: T) => boolean;
  readonly isOldestFirst?: boolean;
};

/** One page of rows, newest first. The cursor is the sort key of the last row looked at. */
export function pageOf<T>(all: Iterable<T>, options: PageOptions<T>): Page<T> {
  const keyed = [...all].map((row) => ({ row, at: options.keyOf(row)[0], key: options.keyOf(row).join('#') }));
  const sign = options.isOldestFirst === true ? 1 : -1;
  const open = keyed
    .filter(({ at }) => (options.from ?? at) <= at && at <= (options.to ?? at))
    .filter(({ key }) => options.cursor === null || (key < options.cursor ? -1 : key > options.cursor ? 1 : 0) === sign)
    .sort((a, b) => (a.key < b.key ? -sign : sign));
  const rows: T[] = [];
  let examined = 0;
  for (const { row } of open) {
    if (rows.length >= options.limit || examined >= MOST_EXAMINED) break;
    examined += 1;
    if (options.keep?.(row) ?? true) rows.push(row);
  }
  const cursor = examined < open.length ? (open[examined - 1]?.key ?? null) : null;
  return { rows, cursor, examined, readUnits: 0 };
}

/** The memory twin of the read side. It sorts on each call: made for tests and replays, not for large stores. */
export function memoryArchive(tables: MemoryTables): Archive {
  const listing = <T>(rows: Iterable<T>, wanted: Listing<T>, keyOf: (row: T) => SortKey, hasParties: (row: T, pair: string) => boolean) => {
    const pair = wanted.parties?.join('-');
    const mine = pair === undefined ? rows : [...rows].filter((row) => hasParties(row, pair));
    return pageOf(mine, { ...wanted, keyOf });
  };
  return {
    listStories: async (wanted) =>
      listing(
        [...tables.stories.values()].map(({ row }) => row),
        wanted,
        ({ story }) => [story.lastMovedAt, story.id],
        ({ story }, pair) => story.parties.join('-') === pair,
      ),
    getStory: async (id) => tables.stories.get(id)?.row ?? null,
    listByOccasion: async ({ occasions, role, ...page }) => {
      const ids = new Set(occasions.flatMap((occasion) => [...(tables.storiesByOccasion.get(`${role} ${occasion}`) ?? [])]));
      const rows = [...ids].flatMap((id) => tables.stories.get(id)?.row ?? []);
      return pageOf(rows, { ...page, keyOf: ({ story }) => [story.openedAt, story.id] });
    },
    listDevelopments: async (wanted) =>
      listing(
        [...tables.developments.values()].map(({ development }) => development),
        wanted,
        ({ at, id }) => [at, id],
        ({ parties }, pair) => parties.join('-') === pair,
      ),
    listDevelopmentsOfStory: async (storyId, page) => pageOf(developmentsOf(tables, storyId), { ...page, ...IN_SEQUENCE }),
    listDenials: async (wanted) =>
      listing(
        [...tables.denials.values()].map(({ row }) => row),
        wanted,
        ({ firstAt, id }) => [firstAt, id],
        ({ dossierKey }, pair) => partiesIn(dossierKey) === pair,
      ),
    listItems: async (wanted) =>
      listing(
        [...tables.items.values()].filter(({ item }) => wanted.feedId === null || item.feedId === wanted.feedId),
        wanted,
        ({ item }) => [item.firstSeenAt, item.id],
        ({ decisions }, pair) => decisions.some(({ dossierKey }) => partiesIn(dossierKey) === pair),
      ),
    ...listingsWithoutParties(tables),
  };
}

const IN_SEQUENCE = {
  keyOf: (row: { readonly sequence: number; readonly id: string }): SortKey => [String(row.sequence).padStart(6, '0'), row.id],
  isOldestFirst: true,
};

const developmentsOf = (tables: MemoryTables, storyId: string) =>
  [...(tables.developmentsByStory.get(storyId) ?? [])].flatMap((id) => {
    const entry = tables.developments.get(id);
    return entry === undefined ? [] : [entry.development];
  });

const listingsWithoutParties = (
  tables: MemoryTables,
): Pick<Archive, 'listParkedItems' | 'listAlerts' | 'listFeedStates' | 'readLiveness'> => ({
  listParkedItems: async (page) => pageOf(tables.parked.values(), { ...page, keyOf: ({ at, itemId }) => [at, itemId] }),
  listAlerts: async (wanted) => pageOf(tables.alerts.values(), { ...wanted, keyOf: ({ createdAt, id }) => [createdAt, id] }),
  listFeedStates: async (page) => pageOf(tables.feedStates.values(), { ...page, keyOf: ({ feedId }) => ['', feedId], isOldestFirst: true }),
  readLiveness: async () => [...tables.liveness.values()],
});

/** `leader:RU-US` -> `RU-US`. */
const partiesIn = (dossierKey: string): string => dossierKey.slice(dossierKey.indexOf(':') + 1);
