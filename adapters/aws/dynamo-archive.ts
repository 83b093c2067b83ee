import type { Alert } from '../../core/alert/alert.ts';
import { LEVELS } from '../../core/coding/codebook/coded-item.ts';
import type { FeedState } from '../../core/feed/feed.ts';
import type { Archive, ItemRecord, Listing, Page, ParkedItem, StoryRow } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';
import type { DenialRecord } from '../../core/story/dossier.ts';
import { alertOf } from './dynamo-alerts.ts';
import { type DynamoContext, isExpired, partitionsOf, queryAll } from './dynamo-context.ts';
import { idAfterTime } from './dynamo-items.ts';
import { listMerged, type Source } from './dynamo-listing.ts';
import type { RowKey } from './table-client.ts';
import {
  DEVELOPMENT_LINE,
  developmentKey,
  dossierPartition,
  feedItemsPartition,
  feedStateKey,
  INDEX,
  ITEM_LINE,
  itemKey,
  LAST,
  LIVENESS_PARTITION,
  manyPartition,
  OCCASION_LINE,
  occasionPartition,
  pairPartition,
  storyKey,
} from './table-keys.ts';
import { numberOf, type Row, textOf, unpackBody } from './table-row.ts';

/** The read side: every listing is a query on one index (or a few partitions of it), then the rows by their keys. Never a scan. */
export function dynamoArchive(context: DynamoContext): Archive {
  const { table } = context;
  return {
    listStories: (listing) => byKind<StoryRow>(context, INDEX.stories, listing, unpackBody),
    getStory: async (id) => {
      const row = await table.get(storyKey(id));
      return row === null || isExpired(row, context.clock.now()) ? null : unpackBody<StoryRow>(row);
    },
    listByOccasion: ({ occasions, role, ...listing }) =>
      listMerged<StoryRow>(context, {
        ...listing,
        sources: occasions.map((occasion) => ({ index: null, partition: occasionPartition(occasion), prefix: OCCASION_LINE[role] })),
        keyOf: (_, sortKey) => storyKey(idAfterTime(sortKey)),
        decode: (row) => unpackBody<StoryRow>(row),
      }),
    listDevelopments: (listing) => byKind<Development>(context, INDEX.developments, listing, unpackBody),
    listDevelopmentsOfStory: (storyId, page) =>
      listMerged<Development>(context, {
        ...page,
        sources: [{ index: null, partition: storyKey(storyId).pk, prefix: DEVELOPMENT_LINE }],
        isOldestFirst: true,
        keyOf: (_, sortKey) => developmentKey(idAfterTime(sortKey)),
        decode: (row) => unpackBody<Development>(row),
      }),
    listDenials: (listing) => byKind<DenialRecord>(context, INDEX.denials, listing, unpackBody),
    listItems: (listing) => listItems(context, listing),
    listParkedItems: (page) =>
      listMerged<ParkedItem>(context, { ...page, ...whole(context, INDEX.parked), decode: (row) => unpackBody(row) }),
    listAlerts: (listing) => listMerged<Alert>(context, { ...listing, ...whole(context, INDEX.alerts), decode: alertOf }),
    listFeedStates: (page) => listFeedStates(context, page),
    readLiveness: async () => {
      const rows = await queryAll(table, { index: null, partition: LIVENESS_PARTITION, from: ' ', to: LAST }, 'sk');
      return rows.map(livenessOf);
    },
  };
}

const rowKeyOf = (entry: Row): RowKey => ({ pk: String(entry['pk']), sk: String(entry['sk']) });
/** All rows of a kind: every shard of its newest-first index. */
const whole = (context: DynamoContext, kind: string): { readonly sources: readonly Source[]; keyOf(entry: Row): RowKey } => ({
  sources: partitionsOf(context, kind).map((partition) => ({ index: 'gsi1', partition })),
  keyOf: rowKeyOf,
});

function byKind<T>(context: DynamoContext, kind: string, listing: Listing<T>, decode: (row: Row) => T): Promise<Page<T>> {
  const all = whole(context, kind);
  return listMerged<T>(context, { ...listing, ...all, sources: partySources(kind, listing) ?? all.sources, decode: (row) => decode(row) });
}

/** The partitions that hold all rows of these parties, or null when the question names none that an index serves. */
function partySources(kind: string, { parties, allOf = [] }: Pick<Listing<unknown>, 'parties' | 'allOf'>): readonly Source[] | null {
  if (parties !== null) return [{ index: 'gsi2', partition: pairPartition(kind, parties) }];
  if (allOf.length < 2) return null;
  return [...new Set([pairPartition(kind, allOf), manyPartition(kind)])].map((partition) => ({ index: 'gsi2', partition }));
}

/** By feed, by parties (the lines of their dossiers), or all. */
function listItems(context: DynamoContext, listing: Listing<ItemRecord>): Promise<Page<ItemRecord>> {
  const decode = (row: Row): ItemRecord => unpackBody<ItemRecord>(row);
  if (listing.feedId !== null) {
    const sources: Source[] = [{ index: 'gsi2', partition: feedItemsPartition(listing.feedId) }];
    return listMerged<ItemRecord>(context, { ...listing, sources, keyOf: rowKeyOf, decode });
  }
  if (listing.parties === null) return listMerged<ItemRecord>(context, { ...listing, ...whole(context, INDEX.items), decode });
  const pair = listing.parties.join('-');
  const sources = [...LEVELS, 'denier'].map(
    (level): Source => ({
      index: null,
      partition: dossierPartition(`${level}:${pair}`),
      prefix: ITEM_LINE,
    }),
  );
  return listMerged<ItemRecord>(context, { ...listing, sources, keyOf: (_, sortKey) => itemKey(idAfterTime(sortKey)), decode });
}

const listFeedStates = (context: DynamoContext, page: { readonly limit: number; readonly cursor: string | null }) =>
  listMerged<FeedState>(context, {
    ...page,
    sources: partitionsOf(context, INDEX.feeds).map((partition) => ({ index: 'gsi1', partition })),
    isOldestFirst: true,
    keyOf: (_, feedId) => feedStateKey(feedId),
    decode: (row) => unpackBody<FeedState>(row),
  });

const livenessOf = (row: Row) => ({
  worker: String(row['sk']),
  at: textOf(row, 'at') ?? '',
  checked: numberOf(row, 'checked'),
  changed: numberOf(row, 'changed'),
  failed: numberOf(row, 'failed'),
});
