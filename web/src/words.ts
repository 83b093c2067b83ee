import type { Status } from './api.ts';

/** How statuses look: label, family (one colour each), in the order of the ladder; the four that take it off come last. */
export type Family = 'open' | 'committed' | 'done' | 'off';
export const LADDER: readonly { status: Status; label: string; family: Family }[] = [
  { status: 'premature', label: 'premature', family: 'open' },
  { status: 'possible', label: 'possible', family: 'open' },
  { status: 'willing', label: 'willing', family: 'open' },
  { status: 'proposed', label: 'proposed', family: 'open' },
  { status: 'agreed', label: 'agreed', family: 'committed' },
  { status: 'scheduled', label: 'scheduled', family: 'committed' },
  { status: 'underway', label: 'under way', family: 'done' },
  { status: 'held', label: 'held', family: 'done' },
  { status: 'postponed', label: 'postponed', family: 'off' },
  { status: 'denied', label: 'denied', family: 'off' },
  { status: 'cancelled', label: 'cancelled', family: 'off' },
  { status: 'declined', label: 'declined', family: 'off' },
];
const BY_STATUS = new Map(LADDER.map((rung, index) => [rung.status, { ...rung, index }]));
export const labelOf = (status: Status | null): string => (status === null ? 'unknown' : (BY_STATUS.get(status)?.label ?? status));
export const familyOf = (status: Status | null): Family => (status === null ? 'open' : (BY_STATUS.get(status)?.family ?? 'open'));
export const rungOf = (status: Status): number => BY_STATUS.get(status)?.index ?? 0;

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const NAMES: Record<string, string> = {
  US: 'United States',
  GB: 'United Kingdom',
  EU: 'EU',
  UN: 'UN',
  XX: 'unnamed side',
  PS: 'Palestinians',
  XK: 'Kosovo',
};
export const partyName = (code: string): string => NAMES[code] ?? (/^[A-Z]{2}$/.test(code) ? (REGIONS.of(code) ?? code) : code);

const PARTICLES = new Set(['von', 'van', 'der', 'den', 'de', 'bin', 'al', 'el']);
export const surname = (name: string): string =>
  name
    .split(' ')
    .map((word) =>
      PARTICLES.has(word) && name.includes(' ')
        ? word
        : word.replace(/(^|[-'’])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
    )
    .join(' ');

type Named = { parties: string[]; leaders: string[]; summit?: string | null };
/** Who the matter is between, as a headline: a summit of many by its name, two who meet at one with it. */
export function titleOf({ parties, leaders, summit }: Named): string {
  const named = parties.filter((party) => party !== 'XX' && !(summit && isBody(party) && summit.startsWith(party)));
  if (summit && (named.length < 2 || parties.length > 3)) return summit;
  const who = leaders.length >= 2 ? leaders.slice(0, 4).map(surname) : (summit ? named : parties).map(partyName);
  return `${who.join(' – ')}${summit ? `, at the ${summit.replace(/^the /i, '')}` : ''}`;
}
const isBody = (party: string): boolean => party.length > 2 || party === 'EU' || party === 'UN';

const LEVELS: Record<string, string> = { leader: 'leaders', minister: 'ministers', envoy: 'envoys' };
export const levelLabel = (level: string): string => LEVELS[level] ?? level;
const FORMS: Record<string, string> = {
  in_person: 'in person',
  phone: 'by phone',
  video: 'by video',
  visit: 'visit',
  talks: 'talks',
  letter: 'by letter',
};
export const formLabel = (form: string): string => FORMS[form] ?? form;
const STRENGTHS: Record<string, string> = {
  refuted: 'refuted',
  fake: 'called fake',
  denied: 'denied',
  rejected: 'rejected',
  no_confirm: 'not confirmed',
};
export const strengthLabel = (strength: string): string => STRENGTHS[strength] ?? strength;
const OUTCOMES: Record<string, string> = {
  development: 'made a development',
  repeat: 'repeated what was known',
  background: 'only recalled it',
  untold: 'taken in silently (first reading of the feed)',
  implausible: 'not believed alone',
  waiting: 'waiting for the other side',
  no_story: 'belongs to no story',
};
export const outcomeLabel = (outcome: string): string => OUTCOMES[outcome] ?? outcome;

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
export function relative(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  return unit === undefined ? 'just now' : RELATIVE.format(Math.round(seconds / unit[1]), unit[0]);
}
const SAME_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const OTHER_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
export const absolute = (iso: string, now: number): string =>
  (new Date(iso).getFullYear() === new Date(now).getFullYear() ? SAME_YEAR : OTHER_YEAR).format(new Date(iso));
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const DAY_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
export const day = (iso: string, now: number): string =>
  (iso.slice(0, 4) === new Date(now).toISOString().slice(0, 4) ? DAY : DAY_YEAR).format(new Date(iso.slice(0, 10)));

/** A contact's own date: one day or a range. */
export function contactDate(date: string, now: number): string {
  const [start = '', end] = date.split('/');
  return end === undefined || end === start ? day(start, now) : `${day(start, now)} – ${day(end, now)}`;
}
/** Only web addresses become links: feed text is hostile. */
export const safeLink = (link: string | null): string | undefined => (link !== null && /^https?:\/\//i.test(link) ? link : undefined);

/** Plain text is told with "->"; a page has the sign. */
export const arrows = (text: string): string => text.replaceAll('->', '→');
