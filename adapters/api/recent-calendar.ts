import type { QueryPorts } from '../../core/pipeline/query.ts';
import { type Calendar, listCalendar } from '../../core/pipeline/query-calendar.ts';

/** A calendar reads many stories and changes seldom: an answer is given again for so long (milliseconds). */
const FRESH_MS = 20_000;
const MOST_FILTERS = 50;

type Remembered = { readonly at: number; readonly calendar: Promise<Calendar> };
const remembered = new WeakMap<QueryPorts, Map<string, Remembered>>();

/** The calendar of a filter, at most twenty seconds old. */
export function recentCalendar(filter: string, ports: QueryPorts): Promise<Calendar> {
  const known = remembered.get(ports) ?? new Map<string, Remembered>();
  remembered.set(ports, known);
  const now = Date.parse(ports.clock.now());
  const last = known.get(filter);
  if (last !== undefined && now - last.at < FRESH_MS) return last.calendar;
  if (known.size >= MOST_FILTERS) known.clear();
  const calendar = listCalendar(filter, ports);
  known.set(filter, { at: now, calendar });
  calendar.catch(() => known.delete(filter));
  return calendar;
}
