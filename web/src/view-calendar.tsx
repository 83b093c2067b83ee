import type { PlannedContact } from './api.ts';
import { useAnswer, useLive } from './live.ts';
import { Empty, Heading, Loading, Problem, StatusChip } from './parts.tsx';
import { linkTo, storyLink } from './route.ts';
import { contactDate, familyOf, labelOf, levelLabel } from './words.ts';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Planned contacts: a month at a time, and what lies ahead as a list. */
export function CalendarView({ query }: { query: URLSearchParams }) {
  const { now } = useLive();
  const { data, error, isLoading } = useAnswer<{ contacts: PlannedContact[] }>('/calendar');
  const today = new Date(now).toISOString().slice(0, 10);
  const asked = query.get('month') ?? '';
  const month = /^\d{4}-\d{2}$/.test(asked) ? asked : today.slice(0, 7);
  const contacts = data?.contacts ?? [];
  const ahead = contacts.filter(({ end, standing }) => end.slice(0, 10) >= today && standing !== 'cancelled');
  return (
    <>
      <Heading title="Calendar">
        <p class="soft">
          Contacts with a date, as reported. <a href="/out/contacts.ics">Subscribe in your calendar</a>
        </p>
      </Heading>
      {error && <Problem error={error} />}
      {isLoading && <Loading />}
      {data && (
        <>
          <MonthHead month={month} />
          <MonthGrid month={month} today={today} contacts={contacts} />
          <h2>Ahead</h2>
          {ahead.length === 0 && <Empty>Nothing with a date lies ahead.</Empty>}
          <ul class="list agenda">
            {ahead.map((contact) => (
              <AgendaRow key={contact.storyId} contact={contact} now={now} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function shiftMonth(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

function MonthHead({ month }: { month: string }) {
  const name = (each: string): string => MONTH.format(new Date(`${each}-01`));
  const before = shiftMonth(month, -1);
  const after = shiftMonth(month, 1);
  return (
    <div class="month-head">
      <a href={linkTo('calendar', { month: before })} aria-label={name(before)}>
        ←
      </a>
      <h2>{name(month)}</h2>
      <a href={linkTo('calendar', { month: after })} aria-label={name(after)}>
        →
      </a>
    </div>
  );
}

/** Weeks from Monday that hold the month. */
function weeksOf(month: string): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const start = new Date(first);
  start.setUTCDate(1 - ((first.getUTCDay() + 6) % 7));
  const days = Array.from({ length: 42 }, (_, i) => new Date(start.getTime() + i * 86_400_000).toISOString().slice(0, 10));
  const weeks = Array.from({ length: 6 }, (_, i) => days.slice(i * 7, i * 7 + 7));
  return weeks.filter((week) => week.some((each) => each.startsWith(month)));
}

function MonthGrid({ month, today, contacts }: { month: string; today: string; contacts: PlannedContact[] }) {
  const on = (day: string) => contacts.filter(({ start, end }) => start.slice(0, 10) <= day && day <= end.slice(0, 10));
  return (
    <table class="month">
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                class={`${day.startsWith(month) ? '' : 'outside'} ${day === today ? 'today' : ''}`}
                aria-current={day === today ? 'date' : undefined}
              >
                <span class="day">{Number(day.slice(8))}</span>
                {on(day).map((contact) => (
                  <a
                    key={contact.storyId}
                    class={`event ${familyOf(contact.status)} ${contact.standing}`}
                    href={storyLink(contact.storyId)}
                    title={`${contact.title}: ${labelOf(contact.status)}`}
                  >
                    {contact.title}
                    <span class="sr">, {labelOf(contact.status)}</span>
                  </a>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AgendaRow({ contact, now }: { contact: PlannedContact; now: number }) {
  const date = contact.start === contact.end ? contact.start : `${contact.start}/${contact.end}`;
  return (
    <li>
      <div class="row-head">
        <span class="agenda-date">{contactDate(date, now)}</span>
        <a class="row-title" href={storyLink(contact.storyId)}>
          {contact.title}
        </a>
        <StatusChip status={contact.status} isSmall />
        <span class="soft">{[contact.place, levelLabel(contact.level)].filter(Boolean).join(' · ')}</span>
      </div>
    </li>
  );
}
