/** Wall clocks of people: local times in an IANA zone, correct where clocks jump. Instants are ISO strings in UTC. */

export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** What a clock on the wall shows at an instant. */
export function localTime(at: string, zone: string): LocalTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(new Date(at))
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute') };
}

/** "21:05" -> 1265. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes since local midnight that the wall clock shows. */
export function localMinutes(at: string, zone: string): number {
  const local = localTime(at, zone);
  return local.hour * 60 + local.minute;
}

/**
 * The instant at which the wall clock of a calendar day first shows a time. Where the clock jumps over it, the instant of the jump;
 * where the time comes twice, the first. So every local day has exactly one.
 */
function instantOf(day: { readonly year: number; readonly month: number; readonly day: number }, time: string, zone: string): string {
  const wanted = Date.UTC(day.year, day.month - 1, day.day, 0, minutesOf(time));
  const shown = (instant: number): number => {
    const local = localTime(new Date(instant).toISOString(), zone);
    return Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  };
  // A first guess by the offset of the day, then a search around it: offsets change by a few hours at most.
  const guess = wanted - (shown(wanted) - wanted);
  const [low, high] = [guess - 3 * 60 * MINUTE, guess + 3 * 60 * MINUTE];
  for (let instant = low; instant <= high; instant += 15 * MINUTE) {
    if (shown(instant) >= wanted) return firstMinute(instant - 15 * MINUTE, instant, (at) => shown(at) >= wanted);
  }
  return new Date(high).toISOString();
}

/** All zone offsets are whole minutes today, jumps included; between two probes the answer changes once. */
function firstMinute(from: number, to: number, isReached: (instant: number) => boolean): string {
  let low = from;
  let high = to;
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (isReached(middle)) high = middle;
    else low = middle;
  }
  return new Date(high).toISOString();
}

/** The last instant at or before `at` at which a local day reached a time. */
export function lastLocal(at: string, time: string, zone: string): string {
  const today = localTime(at, zone);
  const candidates = [1, 0, -1, -2].map((shift) => instantOf(dayAfter(today, shift), time, zone));
  return candidates.find((instant) => instant <= at) ?? at;
}

/** The first instant after `at` at which a local day reaches a time. */
export function nextLocal(at: string, time: string, zone: string): string {
  const today = localTime(at, zone);
  const candidates = [-1, 0, 1, 2].map((shift) => instantOf(dayAfter(today, shift), time, zone));
  return candidates.find((instant) => instant > at) ?? at;
}

function dayAfter(day: LocalTime, shift: number): { year: number; month: number; day: number } {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + shift));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
