/** The read side: one function per listing of the query API. Queries on indexes, never scans; the filter grammar is the same everywhere. */
import type { Alert } from '../alert/alert.ts';
import type { CodedItem } from '../coding/codebook/coded-item.ts';
import type { Feed } from '../feed/feed.ts';
import type { Item } from '../feed/item.ts';
import type { AlertStore, Archive, Clock, DevelopmentStore, FeedStore, ItemRecord, ItemStore, Listing, Page, StoryRow } from '../ports.ts';
import type { Development } from '../story/development.ts';
import type { DenialRecord } from '../story/dossier.ts';
import { checkFilter, type Filter, type FilterError, filterBounds, formatFilter, matchesRow, parseFilter } from '../story/filter.ts';
import { alertRow, denialRow, developmentRow, type FilterRow, itemRow, type RowKind, storyRow } from '../story/filter-facet.ts';
import { type AlertView, alertView, type ItemView, itemView, type StoryView, storyView } from './query-view.ts';

export type QueryPorts = {
  readonly archive: Archive;
  readonly items: Pick<ItemStore, 'get'>;
  readonly developments: Pick<DevelopmentStore, 'get'>;
  readonly alerts: Pick<AlertStore, 'get'>;
  readonly feeds: Pick<FeedStore, 'readSchedule'>;
  readonly clock: Clock;
  /** The feeds of the config, with or without a state of their own yet. */
  readonly knownFeeds: readonly Feed[];
  /** What today's rules read in an item; null where the coder is not at hand. */
  readonly codeNow: ((item: Item) => CodedItem) | null;
};

/** Read units that a page of answers may cost (docs/storage.md): 40 cost half a thousandth of a cent. */
export const MOST_PAGE_UNITS = 40;

/** `now` is kept over the pages of one listing, so that `since:7d` means the same on each. */
export type ListingRequest = { readonly filter: string; readonly limit: number; readonly cursor: string | null; readonly now: string };
/** A page may come short with a cursor: it looked at `examined` rows and stopped before it cost too much. */
export type ListingPage<T> = {
  readonly rows: readonly T[];
  readonly cursor: string | null;
  readonly examined: number;
  readonly readUnits: number;
  /** The filter as it was read. */
  readonly filter: string;
};
export type ListingResult<T> =
  | { readonly kind: 'page'; readonly page: ListingPage<T> }
  | { readonly kind: 'bad_filter'; readonly error: FilterError };

type ListingSpec<Row, View> = {
  readonly kind: RowKind;
  list(listing: Listing<Row>): Promise<Page<Row>>;
  asFilterRow(row: Row): FilterRow;
  view(row: Row): View;
  /** Rows that no listing shows. */
  readonly isHidden?: (row: Row) => boolean;
};

async function runListing<Row, View>(spec: ListingSpec<Row, View>, request: ListingRequest): Promise<ListingResult<View>> {
  const parsed = parseFilter(request.filter);
  if (parsed.kind === 'error') return { kind: 'bad_filter', error: parsed };
  const context = { now: request.now };
  const wrong = checkFilter(parsed.filter, spec.kind, context);
  if (wrong !== null) return { kind: 'bad_filter', error: wrong };
  const page = await spec.list({
    limit: request.limit,
    cursor: request.cursor,
    mostUnits: MOST_PAGE_UNITS,
    ...filterBounds(parsed.filter, context),
    ...indexKeys(parsed.filter, spec.kind),
    keep: (row) => spec.isHidden?.(row) !== true && matchesRow(parsed.filter, spec.asFilterRow(row), context),
  });
  return { kind: 'page', page: { ...page, rows: page.rows.map(spec.view), filter: formatFilter(parsed.filter) } };
}

/** What an index can serve of a filter: an exact pair, parties that must all be there, one feed. The rest is asked of each row. */
function indexKeys(filter: Filter, kind: RowKind): Pick<Listing<unknown>, 'parties' | 'allOf' | 'feedId'> {
  const valuesOf = (key: string): readonly string[] => filter.terms.find((term) => term.key === key && !term.isNegated)?.values ?? [];
  const [pair, otherPair] = valuesOf('pair');
  const [feedId, otherFeed] = valuesOf('feed');
  const parties = otherPair === undefined && pair !== undefined && isServed(pair, kind) ? pair.split('-') : null;
  const all = [...new Set(valuesOf('parties'))].sort();
  return {
    parties,
    feedId: otherFeed === undefined ? (feedId ?? null) : null,
    ...(all.length >= 2 && kind !== 'item' ? { allOf: all } : {}),
  };
}

/** An item's lines stand under the states of its contacts (core/story/dossier-key.ts): only a pair is sure to be its own key. */
const isServed = (pair: string, kind: RowKind): boolean => kind !== 'item' || pair.split('-').length === 2;

export const listStories = (request: ListingRequest, { archive }: QueryPorts): Promise<ListingResult<StoryView>> =>
  runListing(
    { kind: 'story', list: archive.listStories, asFilterRow: ({ story }) => storyRow(story), view: storyView, isHidden: isShadow },
    request,
  );

/** A story that was merged stands under its target; one without a status only echoes what another pair's story tells. */
const isShadow = ({ story }: StoryRow): boolean => story.mergedInto !== null || story.status === null;

export const listDevelopments = (request: ListingRequest, { archive }: QueryPorts): Promise<ListingResult<Development>> =>
  runListing({ kind: 'development', list: archive.listDevelopments, asFilterRow: developmentRow, view: (row) => row }, request);

export const listDenials = (request: ListingRequest, { archive }: QueryPorts): Promise<ListingResult<DenialRecord>> =>
  runListing({ kind: 'denial', list: archive.listDenials, asFilterRow: denialRow, view: (row) => row }, request);

export const listItems = (request: ListingRequest, { archive }: QueryPorts): Promise<ListingResult<ItemView>> =>
  runListing<ItemRecord, ItemView>({ kind: 'item', list: archive.listItems, asFilterRow: itemRow, view: itemView }, request);

export const listAlerts = (request: ListingRequest, { archive }: QueryPorts): Promise<ListingResult<AlertView>> =>
  runListing<Alert, AlertView>({ kind: 'alert', list: archive.listAlerts, asFilterRow: alertRow, view: alertView }, request);
