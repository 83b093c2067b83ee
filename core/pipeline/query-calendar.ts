import { contactLabel } from '../alert/party-name.ts';
import type { Status } from '../coding/codebook/coded-item.ts';
import type { StoryRow } from '../ports.ts';
import { checkFilter, EMPTY_FILTER, type FilterError, matchesStory, parseFilter } from '../story/filter.ts';
import { shift } from '../story/filter-time.ts';
import { STATUS_SPEC } from '../story/status.ts';
import { MOST_PAGE_UNITS, type QueryPorts } from './query.ts';

/** A contact that has, or had, a date: one entry of the calendar. `sequence` grows with each change of its story. */
export type PlannedContact = {
  readonly storyId: string;
  readonly sequence: number;
  readonly title: string;
  readonly status: Status;
  /** Whether people should still come: off the calendar, firm, or not yet firm. */
  readonly standing: 'confirmed' | 'tentative' | 'cancelled';
  /** ISO date, or ISO time where the hour is known; `end` is the last day or moment, taken in. */
  readonly start: string;
  readonly end: string;
  readonly isAllDay: boolean;
  readonly place: string | null;
  readonly parties: readonly string[];
  readonly level: string;
  /** Words behind it, and where they stand. */
  readonly quote: string | null;
  readonly link: string | null;
  readonly changedAt: string;
};
export type Calendar =
  | {
      readonly kind: 'calendar';
      readonly contacts: readonly PlannedContact[] /** False when stories that moved long ago were left out. */;
      readonly isWhole: boolean;
      readonly readUnits: number;
    }
  | { readonly kind: 'bad_filter'; readonly error: FilterError };

/** A story is looked for this far back by its last move: a matter that nobody mentioned for longer is closed. */
const LOOK_BACK_HOURS = 120 * 24;
/** Ten pages of answers: a calendar is asked for seldom and wants to be whole. What is left out then has moved longest ago. */
const MOST_UNITS = 10 * MOST_PAGE_UNITS;

/** Contacts with a date among the stories that match, the earliest first. */
export async function listCalendar(filter: string, ports: QueryPorts): Promise<Calendar> {
  const now = ports.clock.now();
  const parsed = parseFilter(filter);
  const error = parsed.kind === 'error' ? parsed : checkFilter(parsed.filter, 'story', { now });
  if (error !== null) return { kind: 'bad_filter', error };
  const wanted = parsed.kind === 'filter' ? parsed.filter : EMPTY_FILTER;
  const keep = ({ story }: StoryRow): boolean => story.mergedInto === null && matchesStory(wanted, story, { now });
  const contacts: PlannedContact[] = [];
  let readUnits = 0;
  let cursor: string | null = null;
  do {
    const found = await ports.archive.listStories({
      limit: 100,
      cursor,
      mostUnits: MOST_PAGE_UNITS,
      from: shift(now, -LOOK_BACK_HOURS),
      to: null,
      parties: null,
      feedId: null,
      keep,
    });
    contacts.push(...found.rows.flatMap((row) => plannedContact(row) ?? []));
    readUnits += found.readUnits;
    cursor = found.cursor;
  } while (cursor !== null && readUnits < MOST_UNITS);
  return { kind: 'calendar', contacts: contacts.sort((a, b) => (a.start < b.start ? -1 : 1)), isWhole: cursor === null, readUnits };
}

const WAS_COMMITTED: readonly Status[] = ['agreed', 'scheduled', 'underway', 'held'];

/** Null for a story that never had a date that anyone agreed to. A contact that was called off keeps its last date, so that the entry can be cancelled. */
function plannedContact({ story }: StoryRow): PlannedContact | null {
  const dated = story.facts
    .filter((fact) => fact.date !== null && WAS_COMMITTED.includes(fact.status))
    .sort((a, b) => (a.firstAt < b.firstAt ? 1 : -1));
  const date = story.date ?? dated[0]?.date ?? null;
  if (story.status === null || date === null || (dated.length === 0 && STATUS_SPEC[story.status].rank < STATUS_SPEC.agreed.rank))
    return null;
  const [start = date, end = start] = date.split('/');
  const source = [...story.facts].sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))[0]?.quote ?? null;
  return {
    storyId: story.id,
    sequence: story.sequence,
    title: contactLabel(story),
    status: story.status,
    standing: standingOf(story.status, story.date),
    start,
    end,
    isAllDay: !start.includes('T'),
    place: story.place ?? dated[0]?.place ?? null,
    parties: story.parties,
    level: story.level,
    quote: source?.text ?? null,
    link: source?.link ?? null,
    changedAt: story.lastMovedAt,
  };
}

/** A postponed contact with a new date stands again; without one its old date is off. */
function standingOf(status: Status, date: string | null): PlannedContact['standing'] {
  const { family, rank } = STATUS_SPEC[status];
  if (status === 'postponed' && date !== null) return 'tentative';
  if (family === 'off') return 'cancelled';
  return rank >= STATUS_SPEC.scheduled.rank ? 'confirmed' : 'tentative';
}
