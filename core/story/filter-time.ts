/** A point in time as a filter says it: so long ago (or ahead), or a date. Resolved against the clock only when it is used. */
export type Moment = { readonly kind: 'ago'; readonly hours: number } | { readonly kind: 'at'; readonly from: string; readonly to: string };

const UNIT_HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168, m: 730, y: 8766 };
const HOUR_MS = 3_600_000;
const DATE = /^(\d{4})(-\d{2})?(-\d{2})?$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** `7d`, `12h`, `2w`, `3m`, `1y`; `2026`, `2026-02`, `2026-02-24` (whole days in UTC); `2026-02-24T10:00Z`. Null when it is none of these. */
export function readMoment(text: string): Moment | null {
  const ago = /^(\d{1,4})([hdwmy])$/i.exec(text);
  if (ago !== null) return { kind: 'ago', hours: Number(ago[1]) * (UNIT_HOURS[(ago[2] ?? '').toLowerCase()] ?? 0) };
  if (DATE_TIME.test(text)) return isoOf(text);
  const date = DATE.exec(text);
  return date === null ? null : period(Number(date[1]), date[2], date[3]);
}

function isoOf(text: string): Moment | null {
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  const iso = new Date(time).toISOString();
  return { kind: 'at', from: iso, to: iso };
}

/** A year, month or day: from its first moment up to the first moment after it. */
function period(year: number, month: string | undefined, day: string | undefined): Moment | null {
  const m = month === undefined ? 1 : Number(month.slice(1));
  const d = day === undefined ? 1 : Number(day.slice(1));
  const from = new Date(Date.UTC(year, m - 1, d));
  if (from.getUTCMonth() !== m - 1 || from.getUTCDate() !== d) return null;
  const to = new Date(
    Date.UTC(month === undefined ? year + 1 : year, day === undefined && month !== undefined ? m : m - 1, day === undefined ? 1 : d + 1),
  );
  return { kind: 'at', from: from.toISOString(), to: to.toISOString() };
}

/** First moment that `since:` takes in. */
export const sinceIso = (moment: Moment, now: string): string => (moment.kind === 'at' ? moment.from : shift(now, -moment.hours));
/** First moment that `until:` leaves out: the end of the day, month or year that was named. */
export const untilIso = (moment: Moment, now: string): string => (moment.kind === 'at' ? moment.to : shift(now, -moment.hours));

export const shift = (iso: string, hours: number): string => new Date(Date.parse(iso) + hours * HOUR_MS).toISOString();

/**
 * The period that `date:` asks for, of planned contacts: `2026-03`, `2026-03-01..2026-03-20`, or `30d`: from now to 30 days ahead.
 * First and last moment, the last left out.
 */
export function readPeriod(text: string): ((now: string) => { readonly from: string; readonly to: string }) | null {
  const [first = '', last] = text.split('..');
  const start = readMoment(first);
  if (start === null) return null;
  if (last === undefined) return start.kind === 'at' ? () => start : (now) => ({ from: now.slice(0, 10), to: shift(now, start.hours) });
  const end = readMoment(last);
  return start.kind === 'at' && end?.kind === 'at' && start.from < end.to ? () => ({ from: start.from, to: end.to }) : null;
}

/** A contact's own date (`2026-03-05` or `start/end`) touches the period. */
export function touches(date: string | null, period: { readonly from: string; readonly to: string }): boolean {
  if (date === null) return false;
  const [start = '', end = start] = date.split('/');
  return end >= period.from.slice(0, 10) && start < period.to;
}
