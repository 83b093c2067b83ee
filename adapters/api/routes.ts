import * as z from 'zod';
import {
  type ListingRequest,
  type ListingResult,
  listAlerts,
  listDenials,
  listDevelopments,
  listItems,
  listStories,
  type QueryPorts,
} from '../../core/pipeline/query.ts';
import { explainAlert, explainItem } from '../../core/pipeline/query-explanation.ts';
import { listFeeds } from '../../core/pipeline/query-feeds.ts';
import { readStory } from '../../core/pipeline/query-story.ts';
import { parseFilter } from '../../core/story/filter.ts';
import { completeFilter } from '../../core/story/filter-complete.ts';
import { ROW_KINDS } from '../../core/story/filter-facet.ts';
import { readCursor, signCursor } from './cursor.ts';
import { filterProblem, type Problem, problem } from './problem.ts';
import { recentCalendar } from './recent-calendar.ts';
import type { AnswerName } from './schemas.ts';

/** What a handler needs beside its parameters. */
export type RouteContext = { readonly ports: QueryPorts; readonly secret: string; readonly refreshSeconds: number };
export type RouteAnswer =
  | { readonly kind: 'answer'; readonly body: unknown; readonly readUnits: number }
  | { readonly kind: 'problem'; readonly problem: Problem };
type Params = Readonly<Record<string, string>>;

/** One row of the API: the app, the OpenAPI document and the tests are made from this table. */
export type Route = {
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly answer: AnswerName;
  readonly cacheControl: string;
  handle(params: Params, query: Readonly<Record<string, unknown>>, context: RouteContext): Promise<RouteAnswer>;
};

export const LIMITS = { normal: 25, most: 100 } as const;
/** Anyone may keep a copy that asks first: rows change whenever a story moves. */
const ASK_FIRST = 'private, no-cache';

const paging = {
  limit: z.coerce.number().int().min(1).max(LIMITS.most).default(LIMITS.normal).describe(`rows on a page, ${LIMITS.most} at most`),
  cursor: z.string().max(4000).optional().describe('from the page before'),
};
const listingQuery = z.strictObject({
  filter: z.string().max(4000).default('').describe('in the filter grammar (docs/filter.md)'),
  ...paging,
});
const pageQuery = z.strictObject(paging);
const noQuery = z.strictObject({});
const helpQuery = z.strictObject({ text: z.string().max(4000).default(''), kind: z.enum(ROW_KINDS).optional() });

type ListFunction = (request: ListingRequest, ports: QueryPorts) => Promise<ListingResult<unknown>>;

function listing(path: string, summary: string, answer: AnswerName, list: ListFunction): Route {
  const handle: Route['handle'] = async (_params, query, context) => {
    const { filter, limit, cursor } = listingQuery.parse(query);
    const question = `${path}?${filter}`;
    const opened = openCursor(cursor, question, context);
    if ('problem' in opened) return { kind: 'problem', problem: opened.problem };
    const result = await list({ filter, limit, cursor: opened.store, now: opened.now }, context.ports);
    if (result.kind === 'bad_filter') return { kind: 'problem', problem: filterProblem(result.error) };
    const { rows, examined, readUnits } = result.page;
    const next = sealCursor(result.page.cursor, { question, now: opened.now }, context);
    return { kind: 'answer', readUnits, body: { rows, cursor: next, examined, filter: result.page.filter } };
  };
  return { path, summary, query: listingQuery, answer, cacheControl: ASK_FIRST, handle };
}

type OpenedCursor = { readonly store: string | null; readonly now: string } | { readonly problem: Problem };
function openCursor(cursor: string | undefined, question: string, { ports, secret }: RouteContext): OpenedCursor {
  const now = ports.clock.now();
  if (cursor === undefined) return { store: null, now };
  const content = readCursor(cursor, { question, now }, secret);
  if (typeof content !== 'string') return { store: content.store, now: content.now };
  const why = {
    forged: 'it was not made here, or was cut',
    other_question: 'it belongs to another question',
    expired: 'it is older than a day',
  };
  return { problem: problem('bad-cursor', { parameter: 'cursor', detail: why[content] }) };
}

const sealCursor = (
  store: string | null,
  at: { readonly question: string; readonly now: string },
  { secret }: RouteContext,
): string | null => (store === null ? null : signCursor({ ...at, store }, secret));

const notFound = (what: string): RouteAnswer => ({
  kind: 'problem',
  problem: problem('not-found', { detail: `there is no ${what} with this id` }),
});

const storyRoute: Route = {
  path: '/stories/{id}',
  summary: 'One story: its facts by side, its developments as they were told; a merged story answers with its target',
  query: pageQuery,
  answer: 'StoryDetail',
  cacheControl: ASK_FIRST,
  handle: async (params, query, context) => {
    const { limit, cursor } = pageQuery.parse({ limit: LIMITS.most, ...query });
    const question = `/stories/${params['id']}`;
    const opened = openCursor(cursor, question, context);
    if ('problem' in opened) return { kind: 'problem', problem: opened.problem };
    const detail = await readStory(params['id'] ?? '', { limit, cursor: opened.store }, context.ports);
    if (detail === null) return notFound('story');
    const { timelineCursor, readUnits, ...body } = detail;
    return { kind: 'answer', readUnits, body: { ...body, cursor: sealCursor(timelineCursor, { question, now: opened.now }, context) } };
  },
};

const explanationRoute: Route = {
  path: '/items/{id}/explanation',
  summary: "Why an item was told or was not: what was read then, what today's rules read, what became of it",
  query: noQuery,
  answer: 'Explanation',
  cacheControl: ASK_FIRST,
  handle: async (params, _query, { ports }) => {
    const body = await explainItem(params['id'] ?? '', ports);
    return body === null ? notFound('item') : { kind: 'answer', readUnits: 0, body };
  },
};

const alertExplanationRoute: Route = {
  path: '/alerts/{id}/explanation',
  summary: 'Why an alert was sent: its developments with their reasons and the items behind them',
  query: noQuery,
  answer: 'AlertExplanation',
  cacheControl: ASK_FIRST,
  handle: async (params, _query, { ports }) => {
    const body = await explainAlert(params['id'] ?? '', ports);
    return body === null ? notFound('alert') : { kind: 'answer', readUnits: 0, body };
  },
};

const parkedRoute: Route = {
  path: '/items/parked',
  summary: 'Items that failed three times, with their errors',
  query: pageQuery,
  answer: 'ParkedItemPage',
  cacheControl: ASK_FIRST,
  handle: async (_params, query, context) => {
    const { limit, cursor } = pageQuery.parse(query);
    const opened = openCursor(cursor, '/items/parked', context);
    if ('problem' in opened) return { kind: 'problem', problem: opened.problem };
    const page = await context.ports.archive.listParkedItems({ limit, cursor: opened.store });
    const next = sealCursor(page.cursor, { question: '/items/parked', now: opened.now }, context);
    const rows = page.rows.map(({ item, ...row }) => row);
    return { kind: 'answer', readUnits: page.readUnits, body: { rows, cursor: next, examined: page.examined } };
  },
};

const feedsRoute: Route = {
  path: '/feeds',
  summary: 'The feeds and how they do',
  query: noQuery,
  answer: 'FeedList',
  cacheControl: ASK_FIRST,
  handle: async (_params, _query, { ports }) => {
    const { feeds, readUnits } = await listFeeds(ports);
    return { kind: 'answer', readUnits, body: { feeds } };
  },
};

const calendarQuery = listingQuery.pick({ filter: true });
const calendarRoute: Route = {
  path: '/calendar',
  summary: 'Contacts with a date, the earliest first; /out/contacts.ics is the same for calendars',
  query: calendarQuery,
  answer: 'Calendar',
  cacheControl: ASK_FIRST,
  handle: async (_params, query, { ports }) => {
    const calendar = await recentCalendar(calendarQuery.parse(query).filter, ports);
    if (calendar.kind === 'bad_filter') return { kind: 'problem', problem: filterProblem(calendar.error) };
    return { kind: 'answer', readUnits: calendar.readUnits, body: { contacts: calendar.contacts, isWhole: calendar.isWhole } };
  },
};

/** No worker for half an hour: nothing is being polled. */
const STALE_MS = 1_800_000;
const healthRoute: Route = {
  path: '/health',
  summary: 'Whether feeds are being polled',
  query: noQuery,
  answer: 'Health',
  cacheControl: 'no-store',
  handle: async (_params, _query, { ports, refreshSeconds }) => {
    const workers = await ports.archive.readLiveness();
    const now = ports.clock.now();
    const newest = workers
      .map(({ at }) => at)
      .sort()
      .at(-1);
    const status = newest === undefined ? 'starting' : Date.parse(now) - Date.parse(newest) > STALE_MS ? 'stale' : 'ok';
    return { kind: 'answer', readUnits: 0, body: { status, now, refreshSeconds, workers } };
  },
};

const filterRoute: Route = {
  path: '/filter',
  summary: 'Reads a filter: its error with column and suggestion, and what may come next',
  query: helpQuery,
  answer: 'FilterHelp',
  cacheControl: 'public, max-age=3600',
  handle: async (_params, query) => {
    const { text, kind } = helpQuery.parse(query);
    const parsed = parseFilter(text);
    const error = parsed.kind === 'error' ? { message: parsed.message, column: parsed.column, suggestion: parsed.suggestion } : null;
    return {
      kind: 'answer',
      readUnits: 0,
      body: { filter: error === null ? text : null, error, completions: completeFilter(text, kind ?? null) },
    };
  },
};

/** In the order of the OpenAPI document; a fixed path stands before one with a parameter. */
export const ROUTES: readonly Route[] = [
  listing('/stories', 'Stories, the last moved first', 'StoryPage', listStories),
  storyRoute,
  listing('/developments', 'Developments, the newest first', 'DevelopmentPage', listDevelopments),
  listing('/denials', 'Denials, the newest first', 'DenialPage', listDenials),
  listing('/items', 'Items with what was read from them, the newest first', 'ItemPage', listItems),
  parkedRoute,
  explanationRoute,
  listing('/alerts', 'Alerts, the newest first', 'AlertPage', listAlerts),
  alertExplanationRoute,
  calendarRoute,
  feedsRoute,
  healthRoute,
  filterRoute,
];
