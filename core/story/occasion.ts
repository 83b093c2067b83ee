import type { Story } from './dossier.ts';
import { isState, MAX_STATES_IN_PAIRS } from './dossier-key.ts';
import { DAY, startOfDay } from './duration.ts';
import { remember } from './remember.ts';
import { seatOf } from './seat.ts';
import { firstDay, lastDay } from './slot.ts';
import { STATUS_SPEC } from './status.ts';

/** What a story is at a gathering: the summit of many, or a meeting that may be inside it. A few of a named summit are both. */
export const OCCASION_ROLES = ['summit', 'pair'] as const;
export type OccasionRole = (typeof OCCASION_ROLES)[number];
/** Where stories of one gathering meet: "name g20", or a day with a word of its place, "day 2026-03-20 vienna". */
export type Occasion = string;
export const isDayOccasion = (occasion: Occasion): boolean => occasion.startsWith('day ');

/** A date of more days than this names no days ("in March"). */
const MOST_DAYS = 4;
const MOST_PLACES = 2;
const MOST_WORDS = 2;
const LONGEST_KEY = 60;
/** Guests come the day before and leave the day after. */
export const SLACK_DAYS = 1;

/** Names of one body in words, beside its letters. */
const LETTERS: Readonly<Record<string, string>> = {
  'group of seven': 'g7',
  'group of eight': 'g8',
  'group of twenty': 'g20',
  'european union': 'eu',
  'african union': 'au',
  'shanghai cooperation': 'sco',
};
/** Words of a summit's name that do not tell it from another, and numbers of its editions. */
const COMMON =
  /^(?:the|a|an|of|on|for|in|at|and|summits?|conferences?|meetings?|gatherings?|leaders|ministers|foreign|annual|organi[sz]ation|\d{4}|\d{1,3}(?:st|nd|rd|th))$/;

/** "19th G-20 summit", "the Group of Twenty" -> "g20"; "Alpine Peace Conference" -> "alpine peace". */
export const nameKeyOf = remember((name): string => {
  const plain = name
    .toLowerCase()
    .replace(/\bg-(?=\d)/g, 'g')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const spelt = Object.entries(LETTERS).find(([words]) => plain.includes(words));
  if (spelt !== undefined) return spelt[1];
  const acronym = /\p{Lu}{3,}|\bG-?\d{1,2}\b|\bEU\b|\bAU\b/u.exec(name);
  if (acronym !== null) return acronym[0].toLowerCase().replace('-', '');
  return plain
    .split(' ')
    .filter((word) => !COMMON.test(word))
    .join(' ')
    .slice(0, LONGEST_KEY);
});

/** The name's key, or null where a story has no name that tells anything. */
export const summitKeyOf = ({ summit }: Pick<Story, 'summit'>): string | null => (summit === null ? null : nameKeyOf(summit) || null);

/** One guest who does not come is not the summit. */
const STAYS_AWAY: ReadonlySet<Story['status']> = new Set(['declined', 'denied', 'premature']);

/**
 * How surely a story is that of a gathering of many, 0 = not at all: many states; a body, or leaders who are not named; a named summit
 * with its host or a guest; a few of those who come to a named summit, where they are told.
 */
export function summitRank(story: Story): number {
  const states = story.parties.filter(isState);
  if (states.length > MAX_STATES_IN_PAIRS) return 4;
  const key = summitKeyOf(story);
  const isOfMembers = story.parties.some((party) => party === 'XX' || party.toLowerCase() === key);
  if (states.length === 0) return story.parties.length === 1 || isOfMembers ? 3 : 0;
  if (key === null || STAYS_AWAY.has(story.status)) return 0;
  if (states.length === 1) return isOfMembers ? 2 : 0;
  return states.length > 2 && !isShadow(story) ? 1 : 0;
}

/** Told in another pair's dossier. */
const isShadow = ({ facts }: Story): boolean => facts.length > 0 && facts.every((fact) => fact.isShadow);

export function rolesOf(story: Story): readonly OccasionRole[] {
  const rank = summitRank(story);
  const key = summitKeyOf(story);
  const named = story.parties.filter((party) => party !== 'XX' && party.toLowerCase() !== key);
  const isPair = rank <= 1 && named.length >= 2 && !isShadow(story);
  return [...(rank > 0 ? (['summit'] as const) : []), ...(isPair ? (['pair'] as const) : [])];
}

export type Days = readonly [first: string, last: string];

/** Days of a contact: those that it was given, or those on which it took place; null where they are not known to the day. */
export function daysOf(story: Story): Days | null {
  const days = givenDays(story) ?? doneDays(story);
  return days === null || (startOfDay(days[1]) - startOfDay(days[0])) / DAY >= MOST_DAYS ? null : days;
}

function givenDays({ date }: Story): Days | null {
  const [first, last] = [firstDay(date), lastDay(date)];
  return first === null || last === null ? null : [first, last];
}

/** From the first report that they meet to the last that says something new. */
function doneDays({ facts, status, statusAt }: Story): Days | null {
  if (status === null || statusAt === null || STATUS_SPEC[status].family !== 'done') return null;
  const times = [...facts.filter((fact) => STATUS_SPEC[fact.status].family === 'done').map(({ firstAt }) => firstAt), statusAt].sort();
  return [(times[0] ?? statusAt).slice(0, 10), statusAt.slice(0, 10)];
}

/** Places at which a summit was said to be, the one that stands first; of a pair only the one that stands: it may have moved elsewhere. */
export function placesOf(story: Story, role: OccasionRole): readonly string[] {
  const all = role === 'pair' ? [story.place] : [story.place, ...story.facts.map(({ place }) => place)];
  return [...new Set(all.filter((place) => place !== null))].slice(0, MOST_PLACES);
}

/**
 * Under what a story of this role is found, and finds those of the other role. A summit stands also on the days around its own, but in
 * the seats of governments, where others meet on any day.
 */
export function occasionsOf(story: Story, role: OccasionRole): readonly Occasion[] {
  if (story.status === null || story.mergedInto !== null) return [];
  const key = summitKeyOf(story);
  const days = daysOf(story);
  const byPlace = days === null ? [] : placesOf(story, role).flatMap((place) => occasionsAt(place, days, role));
  return [...new Set([...(key === null ? [] : [`name ${key}`]), ...byPlace])];
}

function occasionsAt(place: string, [first, last]: Days, role: OccasionRole): readonly Occasion[] {
  const slack = role === 'summit' && seatOf(place) === null ? SLACK_DAYS : 0;
  const days: string[] = [];
  for (let at = startOfDay(first) - slack * DAY; at <= startOfDay(last) + slack * DAY; at += DAY)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days.flatMap((day) => placeKeysOf(place).map((key) => `day ${day} ${key}`));
}

const SMALL_WORDS = /^(?:the|de|do|da|del|la|le|al|el|of|in|near|at|and|city|hotel|palace|house|island)$/;

/** Words under which a place is looked up: its seat of government, and the words of its name before the comma. */
function placeKeysOf(place: string): readonly string[] {
  const seat = seatOf(place);
  const words = place
    .toLowerCase()
    .replace(/,.*$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !SMALL_WORDS.test(word));
  return [...(seat === null ? [] : [`@${seat}`]), ...words.slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_KEY))];
}
