import { FORMS, LEVELS, STATUSES, STRENGTHS } from '../coding/codebook/coded-item.ts';
import { DEVELOPMENT_KINDS } from './development.ts';
import type { Facet, FilterRow, RowKind } from './filter-facet.ts';
import { fold, hasWordStart, hasWords, nearest } from './filter-fold.ts';
import { readParty } from './filter-party.ts';
import { readPeriod, touches } from './filter-time.ts';
import { STATUS_SPEC } from './status.ts';

/** A value as it is kept, or what is wrong with it. */
export type ReadValue = { readonly value: string } | { readonly message: string; readonly suggestion: string | null };
type Probe = { readonly facet: Facet; readonly row: FilterRow; readonly now: string };

/** One key of the grammar. A new key is one row of `TERM_SPEC`; parser, matcher, completion and docs/filter.md follow. */
export type TermSpec = {
  readonly about: string;
  readonly example: string;
  readonly appliesTo: readonly RowKind[];
  /** For completion; empty when any word may stand. */
  readonly choices: readonly string[];
  /** Several values: any of them must hold, or all. */
  readonly joins: 'any' | 'all';
  read(text: string): ReadValue;
  matches(value: string, probe: Probe): boolean;
};

const EVERYWHERE = ['story', 'development', 'denial', 'item'] as const;
const CONTACTS = ['story', 'development', 'item'] as const;

function choice(choices: readonly string[]): Pick<TermSpec, 'choices' | 'joins' | 'read'> {
  const read = (text: string): ReadValue => {
    const value = text.toLowerCase();
    if (choices.includes(value)) return { value };
    return { message: `"${text}" is none of ${choices.join(', ')}`, suggestion: nearest(value, choices) };
  };
  return { choices, joins: 'any', read };
}

const words: Pick<TermSpec, 'choices' | 'joins' | 'read'> = {
  choices: [],
  joins: 'any',
  read: (text) =>
    fold(text) === '' ? { message: `"${text}" has no letter or digit to look for`, suggestion: null } : { value: fold(text) },
};

const party: Pick<TermSpec, 'choices' | 'read'> = {
  choices: [],
  read: (text) => {
    const found = readParty(text);
    return 'code' in found ? { value: found.code } : { message: `no state or body is called "${text}"`, suggestion: found.suggestion };
  },
};

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

function readConfidence(text: string): ReadValue {
  const found = /^(>=|<=|>|<)?\s*(\d*\.?\d+)$/.exec(text);
  const number = Number(found?.[2]);
  if (found === null || !(number <= 1))
    return { message: `wanted: a comparison with a number from 0 to 1, found "${text}"`, suggestion: '>0.7' };
  return { value: `${found[1] ?? '>='}${number}` };
}

function compareConfidence(value: string, confidence: number | null): boolean {
  const [, sign = '>=', number = '0'] = /^(>=|<=|>|<)(.*)$/.exec(value) ?? [];
  return confidence !== null && (COMPARE[sign]?.(confidence, Number(number)) ?? false);
}

function readPair(text: string): ReadValue {
  const codes = text.split('-').map(readParty);
  const wrong = codes.find((code) => !('code' in code));
  if (wrong !== undefined || codes.length < 2) return { message: `wanted: codes joined by "-", found "${text}"`, suggestion: 'RU-US' };
  return {
    value: codes
      .flatMap((code) => ('code' in code ? [code.code] : []))
      .sort()
      .join('-'),
  };
}

const asIs = (text: string): ReadValue => ({ value: text.toLowerCase() });
const anyWords = (hays: readonly string[], needle: string): boolean => hays.some((hay) => hasWords(fold(hay), needle));
const FAMILIES = ['open', 'committed', 'done', 'off'] as const;

/** The grammar's keys, in the order of docs/filter.md. `since` and `until` are moments, not values: see filter.ts. */
export const TERM_SPEC = {
  parties: {
    about: 'all of these are parties; code or English name',
    example: 'parties:RU,US',
    appliesTo: EVERYWHERE,
    ...party,
    joins: 'all',
    matches: (value, { facet }) => facet.parties.includes(value),
  },
  party: {
    about: 'one of these is a party',
    example: 'party:FR,DE',
    appliesTo: EVERYWHERE,
    ...party,
    joins: 'any',
    matches: (value, { facet }) => facet.parties.includes(value),
  },
  pair: {
    about: 'exactly these are the parties',
    example: 'pair:RU-US',
    appliesTo: CONTACTS,
    choices: [],
    joins: 'any',
    read: readPair,
    matches: (value, { facet }) => [...facet.parties].sort().join('-') === value,
  },
  leader: {
    about: 'surname of a person who meets or denies',
    example: 'leader:putin',
    appliesTo: EVERYWHERE,
    ...words,
    matches: (value, { facet }) => anyWords(facet.leaders, value),
  },
  level: {
    about: 'highest level at which both sides meet',
    example: 'level:leader',
    appliesTo: EVERYWHERE,
    ...choice(LEVELS),
    matches: (value, { facet }) => facet.level === value,
  },
  status: {
    about: 'where it stands',
    example: 'status:scheduled,postponed',
    appliesTo: CONTACTS,
    ...choice(STATUSES),
    matches: (value, { facet }) => facet.status === value,
  },
  family: {
    about: 'family of the status',
    example: 'family:off',
    appliesTo: CONTACTS,
    ...choice(FAMILIES),
    matches: (value, { facet }) => facet.status !== null && STATUS_SPEC[facet.status].family === value,
  },
  form: {
    about: 'how they meet',
    example: 'form:phone,video',
    appliesTo: CONTACTS,
    ...choice(FORMS),
    matches: (value, { facet }) => facet.form === value,
  },
  kind: {
    about: 'kind of the development',
    example: 'kind:contested',
    appliesTo: ['development'],
    ...choice(DEVELOPMENT_KINDS),
    matches: (value, { row }) => row.kind === value,
  },
  severity: {
    about: 'how much it matters',
    example: 'severity:major',
    appliesTo: ['development'],
    ...choice(['major', 'minor']),
    matches: (value, { row }) => row.severity === value,
  },
  side: {
    about: "whose position it is; with status: that side's status",
    example: 'side:US status:declined',
    appliesTo: EVERYWHERE,
    ...party,
    joins: 'any',
    matches: (value, { facet }) => facet.sides.includes(value),
  },
  by: {
    about: 'who denies',
    example: 'denial by:RU',
    appliesTo: ['development', 'denial', 'item'],
    ...party,
    joins: 'any',
    matches: (value, { facet }) => facet.by === value,
  },
  strength: {
    about: 'how strongly it is denied',
    example: 'strength:fake,refuted',
    appliesTo: ['development', 'denial', 'item'],
    ...choice(STRENGTHS),
    matches: (value, { facet }) => facet.strength === value,
  },
  about: {
    about: 'what is denied: a contact or its plan, or something else',
    example: 'denial about:contact',
    appliesTo: EVERYWHERE,
    ...choice(['contact', 'other']),
    matches: (value, { facet }) => facet.about === value,
  },
  place: {
    about: 'where they meet',
    example: 'place:budapest',
    appliesTo: CONTACTS,
    ...words,
    matches: (value, { facet }) => anyWords(facet.place === null ? [] : [facet.place], value),
  },
  summit: {
    about: 'name of a summit of many',
    example: 'summit:g20',
    appliesTo: CONTACTS,
    ...words,
    matches: (value, { facet }) => anyWords(facet.summit === null ? [] : [facet.summit], value),
  },
  date: {
    about: 'when they meet: a day, month, range, or so far ahead',
    example: 'date:2026-03',
    appliesTo: CONTACTS,
    choices: [],
    joins: 'any',
    read: (text) =>
      readPeriod(text.toLowerCase()) === null
        ? { message: `wanted: 2026-03, 2026-03-05, 2026-03-01..2026-03-20 or 30d, found "${text}"`, suggestion: '30d' }
        : asIs(text),
    matches: (value, { facet, now }) => {
      const period = readPeriod(value);
      return period !== null && touches(facet.date, period(now));
    },
  },
  outlet: {
    about: 'who published it',
    example: 'outlet:tass',
    appliesTo: EVERYWHERE,
    ...words,
    matches: (value, { row }) => anyWords(row.outlets, value),
  },
  feed: {
    about: 'id of the feed',
    example: 'feed:bbc-world',
    appliesTo: ['item'],
    choices: [],
    joins: 'any',
    read: asIs,
    matches: (value, { row }) => row.feedId === value,
  },
  lang: {
    about: 'language of the item',
    example: 'lang:en',
    appliesTo: ['item'],
    choices: [],
    joins: 'any',
    read: (text) =>
      /^[a-z]{2,3}$/i.test(text)
        ? asIs(text)
        : { message: `wanted: a language code of two or three letters, found "${text}"`, suggestion: 'en' },
    matches: (value, { row }) => row.lang === value,
  },
  confidence: {
    about: 'how sure the reading is, 0 to 1',
    example: 'confidence:>0.7',
    appliesTo: CONTACTS,
    choices: ['>0.5', '>0.7', '>0.9'],
    joins: 'all',
    read: readConfidence,
    matches: (value, { facet }) => compareConfidence(value, facet.confidence),
  },
  text: {
    about: 'words that stand in it; looks back 7 days unless since: says more, 90 at most',
    example: 'text:"hit list"',
    appliesTo: ['story', 'development', 'denial', 'item', 'alert'],
    ...words,
    matches: (value, { row }) => hasWordStart(fold(row.text()), value),
  },
} as const satisfies Readonly<Record<string, TermSpec>>;

export type TermKey = keyof typeof TERM_SPEC;
export const TERM_KEYS = Object.keys(TERM_SPEC) as readonly TermKey[];
export const isTermKey = (key: string): key is TermKey => Object.hasOwn(TERM_SPEC, key);

type FlagSpec = { readonly about: string; readonly appliesTo: readonly RowKind[]; matches(probe: Probe): boolean };
const ofRow = (flag: string, appliesTo: readonly RowKind[], about: string): FlagSpec => ({
  about,
  appliesTo,
  matches: ({ row }) => row.flags.includes(flag),
});

/** Bare words of the grammar. */
export const FLAG_SPEC = {
  denial: { about: 'an official denies it', appliesTo: EVERYWHERE, matches: ({ facet }) => facet.isDenial },
  background: { about: 'only recalled, not news', appliesTo: ['item'], matches: ({ facet }) => facet.isBackground },
  contested: ofRow('contested', ['story', 'development'], 'the sides contradict each other'),
  open: ofRow('open', ['story'], 'the matter still runs'),
  closed: ofRow('closed', ['story'], 'the matter is over'),
  muted: ofRow('muted', ['story'], 'muted by the owner'),
  unread: ofRow('unread', ['item'], 'in a language that is not read'),
} as const satisfies Readonly<Record<string, FlagSpec>>;

export type FlagKey = keyof typeof FLAG_SPEC;
export const FLAG_KEYS = Object.keys(FLAG_SPEC) as readonly FlagKey[];
export const isFlagKey = (key: string): key is FlagKey => Object.hasOwn(FLAG_SPEC, key);
