import * as z from 'zod';
import { listDenials, listDevelopments } from '../../core/pipeline/query.ts';
import { renderCalendar } from './out-calendar.ts';
import { renderClaims } from './out-claims.ts';
import { type OutChannel, outEntry, renderAtom, renderJsonFeed, renderRss } from './out-feeds.ts';
import { filterProblem, type Problem } from './problem.ts';
import { recentCalendar } from './recent-calendar.ts';
import { LIMITS, type RouteContext } from './routes.ts';

/** What others subscribe to: feeds of developments per filter, a calendar of planned contacts, denials as claims. */
export type OutContext = RouteContext & { readonly address: string };
export type OutAnswer = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'problem'; readonly problem: Problem };
export type OutFormat = {
  readonly path: string;
  readonly summary: string;
  readonly contentType: string;
  readonly query: z.ZodObject;
  render(query: Readonly<Record<string, unknown>>, context: OutContext): Promise<OutAnswer>;
};

const outQuery = z.strictObject({
  filter: z.string().max(4000).default('').describe('in the filter grammar (docs/filter.md)'),
  limit: z.coerce.number().int().min(1).max(LIMITS.most).default(50),
});
const calendarQuery = outQuery.pick({ filter: true });

function feed(path: string, name: string, contentType: string, render: (channel: OutChannel) => string): OutFormat {
  return {
    path,
    summary: `Developments of a filter as ${name}`,
    contentType,
    query: outQuery,
    render: async (query, context) => {
      const { filter, limit } = outQuery.parse(query);
      const now = context.ports.clock.now();
      const result = await listDevelopments({ filter, limit, cursor: null, now }, context.ports);
      if (result.kind === 'bad_filter') return { kind: 'problem', problem: filterProblem(result.error) };
      const home = new URL('/', context.address).href;
      const entries = result.page.rows.map((row) => outEntry(row, home));
      const title = result.page.filter === '' ? 'Summitwire' : `Summitwire: ${result.page.filter}`;
      return { kind: 'text', text: render({ title, address: context.address, home, updated: new Date(entries[0]?.at ?? now), entries }) };
    },
  };
}

export const OUT_FORMATS: readonly OutFormat[] = [
  feed('/out/developments.rss', 'RSS 2.0', 'application/rss+xml; charset=utf-8', renderRss),
  feed('/out/developments.atom', 'Atom', 'application/atom+xml; charset=utf-8', renderAtom),
  feed('/out/developments.json', 'JSON Feed 1.1', 'application/feed+json; charset=utf-8', renderJsonFeed),
  {
    path: '/out/contacts.ics',
    summary: 'Planned contacts as a calendar (iCalendar) that updates itself',
    contentType: 'text/calendar; charset=utf-8',
    query: calendarQuery,
    render: async (query, { ports, address }) => {
      const calendar = await recentCalendar(calendarQuery.parse(query).filter, ports);
      if (calendar.kind === 'bad_filter') return { kind: 'problem', problem: filterProblem(calendar.error) };
      return { kind: 'text', text: renderCalendar(calendar.contacts, new URL('/', address).href) };
    },
  },
  {
    path: '/out/denials.jsonld',
    summary: 'Denials as schema.org Claim (never ClaimReview: nobody here rates them)',
    contentType: 'application/ld+json; charset=utf-8',
    query: outQuery,
    render: async (query, { ports }) => {
      const { filter, limit } = outQuery.parse(query);
      const result = await listDenials({ filter, limit, cursor: null, now: ports.clock.now() }, ports);
      if (result.kind === 'bad_filter') return { kind: 'problem', problem: filterProblem(result.error) };
      return { kind: 'text', text: renderClaims(result.page.rows) };
    },
  },
];
