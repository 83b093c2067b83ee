import { MONTHS, ZONES } from './date-words.ts';

const LONGEST_DATE = 120;

/** What a date says; month from 1, offset in minutes east of Greenwich. */
type Parts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: Time;
};
type Time = { readonly hour: number; readonly minute: number; readonly second: number; readonly ms: number; readonly offset: number };

const MIDNIGHT: Time = { hour: 0, minute: 0, second: 0, ms: 0, offset: 0 };

/**
 * A date as publishers write it -> ISO in UTC, or null when it cannot be read: RFC 822 and its misspellings, ISO 8601, asctime,
 * local month names, "7:48 PM", 2004年1月1日, Unix seconds. Without a zone it is taken as UTC. A day that its month
 * does not have rolls over, as do 24:00 and a leap second.
 */
export function parseDate(written: string): string | null {
  if (written.length > LONGEST_DATE) return null;
  const text = written.trim();
  for (const read of READERS) {
    const parts = read(text);
    if (parts !== null) return toIso(parts);
  }
  return null;
}

function toIso({ year, month, day, time }: Parts): string | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (time.hour > 24 || time.minute > 59 || time.second > 60 || Math.abs(time.offset) > 16 * 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(time.hour, time.minute - time.offset, time.second, time.ms);
  return date.toISOString();
}

const int = (digits: string | undefined): number => (digits === undefined || digits === '' ? 0 : Number.parseInt(digits, 10));

/** 04 -> 2004, 99 -> 1999. */
function fullYear(digits: string): number {
  const year = int(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** "+0100", "GMT+2", "PST" -> minutes; an unknown name counts as UTC. */
function offsetOf(zone: string): number {
  const numeric = /([+\-−])(\d{1,2}):?(\d{2})?(?!\d)/.exec(zone);
  if (numeric) return (numeric[1] === '+' ? 1 : -1) * (int(numeric[2]) * 60 + int(numeric[3]));
  const name = /[a-z]{1,5}/i.exec(zone)?.[0].toUpperCase();
  return name === undefined ? 0 : (ZONES.get(name) ?? 0);
}

const milliseconds = (fraction: string | undefined): number => int(`${fraction ?? ''}000`.slice(0, 3));

const RFC_822 = /^(?:[a-z]{2,9}[.,]*\s+)?(\d{1,2})\s([a-z]{3,9})\s(\d{4})\s(\d{2}):(\d{2})(?::(\d{2}))?\s*([a-z+\-:\d]*)$/i;

function readRfc822(text: string): Parts | null {
  const match = RFC_822.exec(text);
  const month = match && MONTHS.get((match[2] ?? '').toLowerCase());
  if (!match || month === undefined || month === null) return null;
  const time = { hour: int(match[4]), minute: int(match[5]), second: int(match[6]), ms: 0, offset: offsetOf(match[7] ?? '') };
  return { year: int(match[3]), month, day: int(match[1]), time };
}

const ISO =
  /^(\d{4})(?:([-/.]?)(\d{1,2})(?:\2(\d{1,2}))?)?(?:(?:\s*t\s*|[\s,]+|:)(\d{1,2})(?:[:.]?(\d{2})(?:[:.]?(\d{2})(?:[.,:](\d+))?)?)?\s*(z|[a-z]{2,5}|(?:utc|gmt)?\s*[+\-−]\s*\d{1,2}:?(?:\d{2})?)?(?:\s*\(.{1,40}\))?)?\s*$/i;

function readIso(text: string): Parts | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const isCompact = match[2] === '' && match[3] !== undefined && match[3].length < 2;
  if (isCompact) return null;
  const time = { hour: int(match[5]), minute: int(match[6]), second: int(match[7]), ms: milliseconds(match[8]) };
  return {
    year: int(match[1]),
    month: match[3] === undefined ? 1 : int(match[3]),
    day: match[4] === undefined ? 1 : int(match[4]),
    time: { ...time, offset: offsetOf((match[9] ?? '').replace(/\s+/g, '')) },
  };
}

/** 2004-W01-4 and 2004-001. */
function readWeekOrOrdinal(text: string): Parts | null {
  const match = /^(\d{4})-?(?:w(\d{2})-?(\d)?|(\d{3}))(?:$|t(.*)$)/i.exec(text);
  if (!match) return null;
  const year = int(match[1]);
  const time = timeIn(match[5] ?? '')?.time ?? MIDNIGHT;
  const january4 = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((january4.getUTCDay() + 6) % 7);
  const dayOfYear =
    match[4] === undefined ? monday + (int(match[2]) - 1) * 7 + (match[3] === undefined ? 0 : int(match[3]) - 1) : int(match[4]);
  const date = new Date(Date.UTC(year, 0, dayOfYear));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), time };
}

/** Unix seconds or milliseconds between 1990 and 2100. */
function readUnix(text: string): Parts | null {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return null;
  const date = new Date(text.length > 10 ? Number(text) : Number(text) * 1000);
  if (date.getUTCFullYear() < 1990 || date.getUTCFullYear() > 2100) return null;
  const time = {
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    ms: date.getUTCMilliseconds(),
    offset: 0,
  };
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), time };
}

const EAST_ASIAN =
  /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?\s*(?:[(（].[)）])?\s*(上午|下午|午前|午後|오전|오후)?\s*(?:(\d{1,2})\s*[:時时시]\s*(\d{1,2})?\s*[:分분]?\s*(\d{1,2})?)?/;
const AFTERNOON: ReadonlySet<string> = new Set(['下午', '午後', '오후']);
/** Feeds in these scripts that give no zone mean their own. */
const ZONE_OF_SCRIPT: ReadonlyMap<string, number> = new Map([
  ['년', 540],
  ['年', 0],
]);

function readEastAsian(text: string): Parts | null {
  const match = EAST_ASIAN.exec(text);
  if (!match) return null;
  const isAfternoon = match[4] !== undefined && AFTERNOON.has(match[4]);
  const hour = int(match[5]) % (match[4] === undefined ? 100 : 12);
  const rest = text.slice(match[0].length);
  const offset = /[+-]\d|[a-z]/i.test(rest) ? offsetOf(rest) : (ZONE_OF_SCRIPT.get(text.charAt(4)) ?? 0);
  const time = { hour: isAfternoon ? hour + 12 : hour, minute: int(match[6]), second: int(match[7]), ms: 0, offset };
  return { year: int(match[1]), month: int(match[2]), day: int(match[3]), time };
}

const CLOCK = /(\d{1,2})\s*[:h]\s*(\d{2})(?:\s*[:.]\s*(\d{2})(?:[.,](\d+))?)?\s*(?:([ap])\.?m\b\.?)?/i;
const HOUR_ONLY = /\b(\d{1,2})\s*([ap])\.?m\b\.?/i;

/** The time of day in a text, and the text around it. */
function timeIn(text: string): { readonly time: Time; readonly before: string; readonly after: string } | null {
  const match = CLOCK.exec(text) ?? hourOnly(text);
  if (!match) return null;
  const half = match[5]?.toLowerCase();
  const hour = int(match[1]);
  const after = text.slice(match.index + match[0].length);
  const time = {
    hour: half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0),
    minute: int(match[2]),
    second: int(match[3]),
    ms: milliseconds(match[4]),
    offset: offsetOf(after.replace(/(?<![+\-−])\b\d{4}\b/, '')),
  };
  return { time, before: text.slice(0, match.index), after };
}

function hourOnly(text: string): { readonly [index: number]: string | undefined; readonly index: number; readonly 0: string } | null {
  const match = HOUR_ONLY.exec(text);
  return match && { 0: match[0], 1: match[1] ?? '', 5: match[2] ?? '', index: match.index };
}

/** "Do, 01 Dez 2004 19:48:21 +0100", "January 1, 2004", "Thu Jan  1 19:48:21 2004", "1 de enero de 2004, 7:48 pm". */
function readWords(text: string): Parts | null {
  const clock = timeIn(text);
  const date = clock ? `${clock.before} ${clock.after.replace(/[+\-−]\s?\d{1,2}:?\d{2}/, ' ')}` : text;
  const month = monthIn(date);
  if (month === null) return null;
  const numbers = [...date.matchAll(/\d+/g)].map((match) => match[0]).filter((digits) => digits.length <= 4);
  const yearAt = numbers.findIndex((digits) => digits.length === 4);
  const isYearGiven = numbers.length >= 2;
  if (!isYearGiven) return null;
  const year = numbers[yearAt >= 0 ? yearAt : 1] ?? '';
  const day = numbers.find((_, at) => at !== (yearAt >= 0 ? yearAt : 1)) ?? '1';
  return { year: fullYear(year), month, day: int(day), time: clock?.time ?? MIDNIGHT };
}

/** The month after the day, before any other: French and Italian Tuesdays are "mar." too. */
function monthIn(text: string): number | null {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  let month: number | null = null;
  for (const match of plain.matchAll(/(\d[\s.,/-]*(?:de\s+)?)?(\p{L}+)/gu)) {
    const found = MONTHS.get(match[2] ?? '');
    if (found === undefined) continue;
    if (match[1] !== undefined) return found;
    month = found;
  }
  return month;
}

/** 01.02.2004 is a day first; 1/2/2004 a month first, as RFC 822's country writes, unless it cannot be. */
function readNumbers(text: string): Parts | null {
  const match = /^(?:\p{L}+[.,]*\s+)?(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/u.exec(text);
  if (!match) return null;
  const [first, second] = [int(match[1]), int(match[3])];
  const isMonthFirst = match[2] === '/' ? first <= 12 : second > 12;
  const rest = (match[5] ?? '').replace(/^[\s,]+/, '');
  const time = rest === '' ? MIDNIGHT : timeIn(rest)?.time;
  if (time === undefined) return null;
  return { year: fullYear(match[4] ?? ''), month: isMonthFirst ? first : second, day: isMonthFirst ? second : first, time };
}

const READERS: readonly ((text: string) => Parts | null)[] = [
  readRfc822,
  readUnix,
  readWeekOrOrdinal,
  readIso,
  readEastAsian,
  readWords,
  readNumbers,
];
