import type { Status } from '../coding/codebook/coded-item.ts';
import { REVERSES_DENIAL } from '../story/denial-reversal.ts';
import type { Development, DevelopmentKind } from '../story/development.ts';
import { STATUS_SPEC } from '../story/status.ts';
import { contactLabel, partyName, surnameOf } from './party-name.ts';
import { cleanLine, shorten } from './sanitise.ts';

/** How a kind of development is told: the change in a few words (for subject, text message, terminal). */
type HeadlineRow = { readonly label: string; change(development: Development): string };

/** A kind without its row does not compile. */
export const HEADLINES: Record<DevelopmentKind, HeadlineRow> = {
  status: { label: 'new status', change: (d) => `${fromTo(d)}${slots(d)}` },
  slot: { label: 'date or place', change: (d) => (slots(d) === '' ? cleanLine(d.what) : `${statusLabel(d.to ?? d.from)}${slots(d)}`) },
  side: { label: 'a side moved', change: (d) => `${sideName(d)} ${fromTo(d)}${slots(d)}` },
  contested: { label: 'contested', change: (d) => `contested: ${cleanLine(d.what) || fromTo(d)}` },
  denial: { label: 'denial', change: (d) => denialLine(d) },
  correction: { label: 'correction', change: (d) => `correction: ${cleanLine(d.what) || fromTo(d)}` },
  outcome_unknown: { label: 'outcome unknown', change: (d) => `outcome unknown${d.date === null ? '' : `, was due ${dateLabel(d.date)}`}` },
};

/** "scheduled -> postponed, Budapest": the change without the parties. */
export const changeOf = (development: Development): string => cleanLine(HEADLINES[development.kind].change(development)) || 'moved';

/** Who it is about: leaders or parties, and the summit at which they meet. */
export const labelOf = (development: Development): string => cleanLine(contactLabel(development));

/** "Putin-Trump: scheduled -> postponed, Budapest". */
export const headlineOf = (development: Development): string =>
  development.kind === 'denial' && development.denial !== null
    ? changeOf(development)
    : `${labelOf(development)}: ${changeOf(development)}`;

export const statusLabel = (status: Status | null): string => (status === null ? 'new' : STATUS_SPEC[status].label);

const fromTo = (d: Development): string =>
  d.from === null || d.from === d.to ? statusLabel(d.to) : `${statusLabel(d.from)} -> ${d.to === null ? 'unknown' : statusLabel(d.to)}`;

const slots = (d: Development): string =>
  [d.place, d.date === null ? null : dateLabel(d.date)]
    .filter((slot) => slot !== null && slot !== '')
    .map((slot) => `, ${slot}`)
    .join('');

const sideName = (d: Development): string => (d.side === null ? 'one side' : partyName(d.side));

function denialLine(d: Development): string {
  const denial = d.denial;
  if (denial === null) return `denied: ${cleanLine(d.what)}`;
  const by = [denial.byName === null ? null : surnameOf(cleanLine(denial.byName)), denial.by === null ? null : partyName(denial.by)].filter(
    (name) => name !== null,
  );
  const who = by.length === 2 ? `${by[0]} (${by[1]})` : (by[0] ?? 'official');
  const said = d.reasons.includes(REVERSES_DENIAL) ? admittedWords(d) : DENIAL_VERBS[denial.strength];
  return `${who} ${said}: ${cleanLine(denial.claim)}`;
}

const admittedWords = ({ before }: Development): string =>
  before === null ? 'admits what was denied' : `admits what was denied on ${dateLabel(before.at)}`;

const DENIAL_VERBS = {
  refuted: 'refutes',
  fake: 'calls it fake',
  denied: 'denies',
  rejected: 'rejects',
  no_confirm: 'does not confirm',
} as const satisfies Record<NonNullable<Development['denial']>['strength'], string>;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2025-08-15" -> "15 Aug 2025"; "2025-08-15/2025-08-17" -> "15 Aug 2025 - 17 Aug 2025"; other text as it is. */
export function dateLabel(iso: string): string {
  return iso.split('/').map(dayLabel).join(' - ');
}

function dayLabel(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (match === null) return shorten(cleanLine(iso), 40);
  const month = MONTHS[Number(match[2] ?? 0) - 1];
  return [match[3] === undefined ? null : String(Number(match[3])), month, match[1]].filter((part) => part != null).join(' ');
}
