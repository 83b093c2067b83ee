import type { LeaderRow } from '../facts/lexicon-data.ts';
import { DAY_MS } from '../words/calendar.ts';

/** One office held: dates are ISO days, `to` empty = still in office. */
export type Term = {
  readonly party: string;
  readonly office: string;
  readonly from: string;
  readonly to: string;
  readonly isActing: boolean;
};

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly row: LeaderRow;
  /** Parsed on first use: most rows are never asked for. */
  terms: readonly Term[] | null;
  /** "george-w-bush", made on first use. */
  slug: string | null;
  /** What was last asked of this person and the answer: items of one day ask the same again and again. */
  lastStanding: { readonly day: string; readonly standing: Standing | null } | null;
};

/** What a person is on a day: the office that counts and how it relates to the day. */
export type Standing = { readonly term: Term; readonly when: 'now' | 'elect' | 'former' | 'future' };

const LEVEL: Readonly<Record<string, 'leader' | 'minister' | 'envoy'>> = {
  head_of_state: 'leader',
  head_of_government: 'leader',
  party_leader: 'leader',
  crown_prince: 'leader',
  org_head: 'leader',
  leader: 'leader',
  elect: 'leader',
  foreign_minister: 'minister',
  defence_minister: 'minister',
  security_adviser: 'minister',
  vice_president: 'minister',
  minister: 'minister',
  agency_head: 'minister',
};
const RANK: Readonly<Record<string, number>> = { leader: 3, minister: 2, envoy: 1 };
/** Days on either side of a term that still count: a handover is reported on both sides of midnight. */
const HANDOVER_DAYS = 2;
/** An election winner counts as elect this long before taking office (the longest regular wait is the American one). */
const ELECT_DAYS = 78;

/** The level at which a holder of this office takes part in a contact. */
export const levelOfOffice = (office: string): 'leader' | 'minister' | 'envoy' => LEVEL[office] ?? 'envoy';

export function termsOf(person: Person): readonly Term[] {
  person.terms ??= person.row.terms.map(parseTerm);
  return person.terms;
}

export const covers = ({ from, to }: Term, day: string): boolean => from <= day && (to === '' || to >= day);

/** The highest office held on a day of an undated text's time, in one state when that is known; null when none was held. */
export function standingIn(
  person: Person,
  { era, party }: { readonly era: string | null; readonly party: string | null },
): Standing | null {
  const own = termsOf(person).filter((term) => party === null || term.party === party);
  const held = era === null ? [] : own.filter((term) => covers(term, era));
  return pick(held, 'now') ?? pick(own, 'now') ?? pick(termsOf(person), 'now');
}

function parseTerm(text: string): Term {
  const [party = '', office = '', span = '/', flag] = text.split(' ');
  const [from = '', to = ''] = span.split('/');
  return { party, office, from, to, isActing: flag === 'acting' };
}

/** Who this person is on `date` (ISO day or null): the highest office held then, else the one won, else the last one left. */
export function standingOn(person: Person, date: string | null): Standing | null {
  if (date === null) return pick(termsOf(person), 'now');
  const day = date.slice(0, 10);
  if (person.lastStanding?.day !== day) person.lastStanding = { day, standing: settleStanding(termsOf(person), day) };
  return person.lastStanding.standing;
}

function settleStanding(terms: readonly Term[], day: string): Standing | null {
  const after = shift(day, HANDOVER_DAYS);
  const before = shift(day, -HANDOVER_DAYS);
  return (
    pick(
      terms.filter((term) => term.from <= after && (term.to === '' || term.to >= before)),
      'now',
    ) ??
    pick(
      terms.filter((term) => isLeading(term) && term.from > day && term.from <= shift(day, ELECT_DAYS)),
      'elect',
    ) ??
    latest(
      terms.filter((term) => term.to !== '' && term.to < before),
      'former',
    ) ??
    pick(
      terms.filter((term) => term.from > after),
      'future',
    )
  );
}

const isLeading = (term: Term): boolean => levelOfOffice(term.office) === 'leader';

function pick(terms: readonly Term[], when: Standing['when']): Standing | null {
  let best: Term | null = null;
  for (const term of terms) if (best === null || isAbove(term, best)) best = term;
  return best === null ? null : { term: best, when };
}

/** Of two offices at one time the higher counts; of equal ones the own state's before a borrowed title, then the later. */
function isAbove(a: Term, b: Term): boolean {
  const difference = (RANK[levelOfOffice(a.office)] ?? 0) - (RANK[levelOfOffice(b.office)] ?? 0);
  if (difference !== 0) return difference > 0;
  if (TITULAR.has(a.party) !== TITULAR.has(b.party)) return TITULAR.has(b.party);
  return a.from > b.from;
}

/** Andorra's princes are France's president and a bishop: a borrowed title. */
const TITULAR = new Set(['AD']);

function latest(terms: readonly Term[], when: Standing['when']): Standing | null {
  const last =
    terms
      .map((term) => term.to)
      .toSorted()
      .at(-1) ?? '';
  const nearby = terms.filter((term) => term.to >= shift(last, -1500) && (isLeading(term) || term.to === last));
  return pick(nearby, when);
}

/** An ISO day some days later; an unreadable day stays as it is. */
export function shift(day: string, days: number): string {
  const time = Date.parse(day);
  if (Number.isNaN(time)) return day;
  return new Date(time + days * DAY_MS).toISOString().slice(0, 10);
}
