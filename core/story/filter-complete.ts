import type { RowKind } from './filter-facet.ts';
import { fold } from './filter-fold.ts';
import { partyNames } from './filter-party.ts';
import { FLAG_SPEC, isTermKey, TERM_SPEC, type TermKey, type TermSpec } from './filter-terms.ts';

/** A whole text that may stand in place of what was typed, and what its last word means. */
export type Completion = { readonly text: string; readonly about: string };

const PARTY_KEYS: readonly string[] = ['parties', 'party', 'side', 'by'] satisfies readonly TermKey[];
const TIMES = [
  { text: '24h', about: 'the last day' },
  { text: '7d', about: 'the last week' },
  { text: '30d', about: 'the last month' },
  { text: '90d', about: 'the last quarter' },
];
const MOST = 20;

/** What may stand at the end of a filter that is being typed, for these rows: keys, flags, values, names of states. */
export function completeFilter(text: string, kind: RowKind | null): readonly Completion[] {
  const cut = text.search(/\S*$/);
  const head = text.slice(0, cut);
  const word = text.slice(cut);
  const minus = word.startsWith('-') ? '-' : '';
  const [, key = '', list] = /^([^:]*)(?::(.*))?$/s.exec(word.slice(minus.length)) ?? [];
  const found = list === undefined ? completeKey(key, kind) : completeValue(key, list);
  return found.slice(0, MOST).map((each) => ({ ...each, text: head + minus + each.text }));
}

function completeKey(start: string, kind: RowKind | null): readonly Completion[] {
  const rows: readonly (readonly [string, { readonly about: string; readonly appliesTo: readonly RowKind[] }, string])[] = [
    ...Object.entries(TERM_SPEC).map(([key, spec]) => [key, spec, ':'] as const),
    ...Object.entries(FLAG_SPEC).map(([key, spec]) => [key, spec, ''] as const),
  ];
  const bounds = ['since', 'until'].map((key) => ({ text: `${key}:`, about: `${key} a time: 7d, 2026-02-24` }));
  const known = rows
    .filter(([, spec]) => kind === null || spec.appliesTo.includes(kind))
    .map(([key, spec, colon]) => ({ text: key + colon, about: spec.about }));
  return [...known, ...bounds].filter(({ text }) => text.startsWith(start.toLowerCase()));
}

function completeValue(key: string, list: string): readonly Completion[] {
  const at = list.lastIndexOf(',') + 1;
  const head = `${key}:${list.slice(0, at)}`;
  return valuesOf(key, fold(list.slice(at))).map(({ text, about }) => ({ text: head + text, about }));
}

function valuesOf(key: string, start: string): readonly Completion[] {
  if (key === 'since' || key === 'until') return TIMES.filter(({ text }) => text.startsWith(start));
  if (!isTermKey(key)) return [];
  if (PARTY_KEYS.includes(key))
    return partyNames()
      .filter(([name, code]) => name.startsWith(start) || code.toLowerCase() === start)
      .map(([name, code]) => ({ text: code, about: name }));
  const spec: TermSpec = TERM_SPEC[key];
  return spec.choices.filter((value) => fold(value).startsWith(start)).map((value) => ({ text: value, about: spec.about }));
}
