import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { PlannedContact } from '../../core/pipeline/query-calendar.ts';
import { STATUS_SPEC } from '../../core/story/status.ts';

const STANDING = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * RFC 5545. One event a story: its UID never changes and SEQUENCE grows with the story, so a calendar that subscribes moves the entry
 * when the contact moves and crosses it out when it is called off. DTSTAMP is the last change: the same state gives the same bytes.
 */
export function renderCalendar(contacts: readonly PlannedContact[], home: string): string {
  const calendar = ical({
    name: 'Summitwire: planned contacts',
    prodId: { company: 'summitwire', product: 'contacts', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const contact of contacts) {
    calendar.createEvent({
      id: `${contact.storyId}@summitwire`,
      sequence: contact.sequence,
      ...timesOf(contact),
      stamp: new Date(contact.changedAt),
      lastModified: new Date(contact.changedAt),
      summary: `${contact.title}: ${STATUS_SPEC[contact.status].label}`,
      ...(contact.place === null ? {} : { location: contact.place }),
      description: [contact.quote, contact.link].filter((each) => each !== null).join('\n'),
      url: `${home}#/story/${encodeURIComponent(contact.storyId)}`,
      status: STANDING[contact.standing],
    });
  }
  return calendar.toString();
}

/** Whole days end with the day after the last one (RFC 5545, 3.6.1); an hour without an end lasts one. */
function timesOf({ start, end, isAllDay }: PlannedContact): { start: Date; end: Date; allDay: boolean } {
  const first = new Date(start);
  const last = new Date(end);
  if (isAllDay) return { start: first, end: new Date(last.getTime() + DAY_MS), allDay: true };
  return { start: first, end: last > first ? last : new Date(first.getTime() + HOUR_MS), allDay: false };
}
