import type { Status } from '../codebook/coded-item.ts';
import type { Frame } from '../frames/frames.ts';
import type { Sides } from '../parties/sides.ts';
import { DAY_MS } from '../words/calendar.ts';

const MAX_APPOINTMENT_DAYS = 10;
/** "in two weeks" is an appointment, "by May" is none. */
function isNarrow(date: string): boolean {
  const [start = date, end = start] = date.split('/');
  return Date.parse(end) - Date.parse(start) <= MAX_APPOINTMENT_DAYS * DAY_MS;
}

/** "Putin: no talks with Macron": who says so of himself refuses. */
export const isOwnNo = ({ state, chain, scan }: Frame, { leaders }: Sides): boolean =>
  state === 'absent' && chain.length === 1 && leaders.includes(scan.speech.speaker ?? '');

/** "No call with Macron on Monday, Kremlin says", told on Tuesday: it did not take place. */
export const isAbsentThen = ({ state, status }: Frame, date: string | null, published: string | null): boolean =>
  state === 'absent' &&
  status === 'premature' &&
  date !== null &&
  published !== null &&
  (date.split('/').at(-1) ?? date) < published.slice(0, 10);

type Setting = { readonly place: string | null; readonly isToCome: boolean };
/** A date turns an agreement into an appointment, and so does a day to come what is told in the present; for who gets ready a place does; "would meet only if" is a wish. */
export function settleStatus({ status, fired, chain, isConditional }: Frame, date: string | null, { place, isToCome }: Setting): Status {
  if (isToCome) return 'scheduled';
  if (status === 'agreed' && date !== null && isNarrow(date)) return 'scheduled';
  if (status === 'agreed' && place !== null && chain.some(({ row }) => row.isNear === true)) return 'scheduled';
  const isWish =
    status === 'scheduled' &&
    isConditional &&
    (date === null || !isNarrow(date)) &&
    fired.some(({ effect }) => effect === 'future' || effect === 'infinitive');
  return isWish ? 'willing' : status;
}
