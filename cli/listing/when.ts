const UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['y', 31_557_600],
  ['mo', 2_629_800],
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
];
const SAME_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const OTHER_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** `3 h ago, 9 Mar, 09:00`: what people read and what they quote, in the zone of this machine. */
export function when(iso: string | null, now: string): string {
  if (iso === null) return '';
  const time = new Date(iso);
  const format = time.getFullYear() === new Date(now).getFullYear() ? SAME_YEAR : OTHER_YEAR;
  return `${relative(iso, now)}, ${format.format(time)}`;
}

function relative(iso: string, now: string): string {
  const seconds = (Date.parse(now) - Date.parse(iso)) / 1000;
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  if (unit === undefined) return 'now';
  const count = Math.round(Math.abs(seconds) / unit[1]);
  return seconds < 0 ? `in ${count} ${unit[0]}` : `${count} ${unit[0]} ago`;
}
