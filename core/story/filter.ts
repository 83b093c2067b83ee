import type { Development } from './development.ts';
import type { Story } from './dossier.ts';
import { developmentRow, type Facet, type FilterRow, ROW_KINDS, type RowKind, storyRow } from './filter-facet.ts';
import { nearest } from './filter-fold.ts';
import { type ScannedTerm, scanFilter } from './filter-scan.ts';
import {
  FLAG_KEYS,
  FLAG_SPEC,
  type FlagKey,
  isFlagKey,
  isTermKey,
  TERM_KEYS,
  TERM_SPEC,
  type TermKey,
  type TermSpec,
} from './filter-terms.ts';
import { type Moment, readMoment, sinceIso, untilIso } from './filter-time.ts';

/** The one filter grammar (docs/filter.md): terms joined by "and". The empty filter matches everything. */
export type Term =
  | { readonly key: TermKey; readonly values: readonly string[]; readonly isNegated: boolean; readonly column: number }
  | { readonly key: FlagKey; readonly values: null; readonly isNegated: boolean; readonly column: number };
export type Filter = { readonly terms: readonly Term[]; readonly since: Moment | null; readonly until: Moment | null };
export type FilterError = { readonly kind: 'error'; readonly message: string; readonly column: number; readonly suggestion: string | null };
export type ParsedFilter = { readonly kind: 'filter'; readonly filter: Filter } | FilterError;
/** `now`: ISO; relative times (`since:7d`) are counted from it. */
export type FilterContext = { readonly now: string };

export const EMPTY_FILTER: Filter = { terms: [], since: null, until: null };
/** There is no search server: `text:` reads rows, so it looks back this far unless told, and so far at most. */
const TEXT_DAYS = { normal: 7, most: 90 } as const;
const BOUND_KEYS = ['since', 'until'] as const;
const ALL_KEYS: readonly string[] = [...TERM_KEYS, ...BOUND_KEYS, ...FLAG_KEYS];

/** Reads a filter; an error points at the column (from 1) and suggests what may have been meant. Never throws. */
export function parseFilter(text: string): ParsedFilter {
  const scanned = scanFilter(text);
  if ('message' in scanned) return { kind: 'error', ...scanned };
  let filter: Filter = EMPTY_FILTER;
  for (const term of scanned) {
    const next = addTerm(filter, term);
    if ('kind' in next) return next;
    filter = next;
  }
  return boundText(filter);
}

function addTerm(filter: Filter, scanned: ScannedTerm): Filter | FilterError {
  const { key } = scanned;
  if (key === 'since' || key === 'until') return addBound(filter, key, scanned);
  if (isFlagKey(key) && scanned.values === null)
    return { ...filter, terms: [...filter.terms, { key, values: null, isNegated: scanned.isNegated, column: scanned.column }] };
  if (!isTermKey(key) || scanned.values === null) return unknownTerm(scanned);
  const values: string[] = [];
  for (const { text, column } of scanned.values) {
    const read = TERM_SPEC[key].read(text);
    if ('message' in read)
      return { kind: 'error', message: `${key}: ${read.message}`, column, suggestion: read.suggestion && `${key}:${read.suggestion}` };
    values.push(read.value);
  }
  return { ...filter, terms: [...filter.terms, { key, values, isNegated: scanned.isNegated, column: scanned.column }] };
}

function addBound(filter: Filter, key: 'since' | 'until', scanned: ScannedTerm): Filter | FilterError {
  const fail = (message: string): FilterError => ({
    kind: 'error',
    message: `${key}: ${message}`,
    column: scanned.column,
    suggestion: `${key}:7d`,
  });
  const [first, second] = scanned.values ?? [];
  if (first === undefined || second !== undefined) return fail('wanted: one time, such as 7d, 12h or 2026-02-24');
  if (scanned.isNegated) return fail(`has no opposite; use ${key === 'since' ? 'until' : 'since'}:`);
  if (filter[key] !== null) return fail('stands twice');
  const moment = readMoment(first.text);
  if (moment === null) return { ...fail(`wanted: 7d, 12h, 2w, 2026-02 or 2026-02-24, found "${first.text}"`), column: first.column };
  return { ...filter, [key]: moment };
}

function unknownTerm({ key, values, column }: ScannedTerm): FilterError {
  if (values === null && (isTermKey(key) || BOUND_KEYS.some((bound) => bound === key)))
    return { kind: 'error', message: `${key}: wants a value`, column, suggestion: isTermKey(key) ? TERM_SPEC[key].example : `${key}:7d` };
  if (isFlagKey(key)) return { kind: 'error', message: `${key} stands alone, without a value`, column, suggestion: key };
  const near = nearest(key, ALL_KEYS);
  if (values === null && near === null)
    return { kind: 'error', message: `"${key}" alone is no term; a term is key:value`, column, suggestion: `text:${key}` };
  const suggestion = near === null || values === null ? near : `${near}:${values.map(({ text }) => quote(text)).join(',')}`;
  const known = near === null ? `; the keys are ${ALL_KEYS.join(', ')}` : '';
  return { kind: 'error', message: `there is no key "${key}"${known}`, column, suggestion };
}

/** `text:` looks back 7 days unless told; a relative `since:` beyond 90 days is refused here, a date where the clock is known. */
function boundText(filter: Filter): ParsedFilter {
  const text = filter.terms.find((term) => term.key === 'text');
  if (text === undefined) return { kind: 'filter', filter };
  if (filter.since === null) return { kind: 'filter', filter: { ...filter, since: { kind: 'ago', hours: TEXT_DAYS.normal * 24 } } };
  return filter.since.kind === 'ago' && filter.since.hours > TEXT_DAYS.most * 24 ? textTooFar(text.column) : { kind: 'filter', filter };
}

const textTooFar = (column: number): FilterError => ({
  kind: 'error',
  message: `text: looks back ${TEXT_DAYS.most} days at most`,
  column,
  suggestion: `since:${TEXT_DAYS.most}d`,
});

/** What a parsed filter cannot be asked of these rows, or null: a door calls this before it reads anything. */
export function checkFilter(filter: Filter, kind: RowKind, context: FilterContext): FilterError | null {
  const wrong = filter.terms.find((term) => !appliesTo(term).includes(kind));
  if (wrong !== undefined) return notAsked(wrong, kind);
  const text = filter.terms.find((term) => term.key === 'text');
  if (text === undefined || filter.since === null) return null;
  const oldest = sinceIso({ kind: 'ago', hours: (TEXT_DAYS.most + 1) * 24 }, context.now);
  return sinceIso(filter.since, context.now) < oldest ? textTooFar(text.column) : null;
}

const appliesTo = (term: Term): readonly RowKind[] => (term.values === null ? FLAG_SPEC[term.key] : TERM_SPEC[term.key]).appliesTo;

function notAsked(term: Term, kind: RowKind): FilterError {
  const others = ROW_KINDS.filter((other) => appliesTo(term).includes(other)).map((other) => PLURAL[other]);
  return {
    kind: 'error',
    message: `${term.key} cannot be asked of ${PLURAL[kind]}; it is known of ${others.join(', ')}`,
    column: term.column,
    suggestion: null,
  };
}

const PLURAL: Readonly<Record<RowKind, string>> = {
  story: 'stories',
  development: 'developments',
  denial: 'denials',
  item: 'items',
  alert: 'alerts',
};

/** The filter's bounds in time, for an index: `from` is taken in, `to` left out. */
export const filterBounds = (filter: Filter, { now }: FilterContext): { readonly from: string | null; readonly to: string | null } => ({
  from: filter.since === null ? null : sinceIso(filter.since, now),
  to: filter.until === null ? null : untilIso(filter.until, now),
});

/** All terms hold for one and the same facet of the row, and the row lies in the filter's time. */
export function matchesRow(filter: Filter, row: FilterRow, context: FilterContext): boolean {
  const { from, to } = filterBounds(filter, context);
  if ((from !== null && row.at < from) || (to !== null && row.at >= to)) return false;
  const asksSide = filter.terms.some((term) => term.key === 'side' && !term.isNegated);
  const facets = asksSide && row.sideFacets.length > 0 ? row.sideFacets : row.facets;
  return facets.some((facet) => filter.terms.every((term) => holds(term, { facet, row, now: context.now })));
}

function holds(term: Term, probe: { readonly facet: Facet; readonly row: FilterRow; readonly now: string }): boolean {
  if (term.values === null) return FLAG_SPEC[term.key].matches(probe) !== term.isNegated;
  const spec: TermSpec = TERM_SPEC[term.key];
  const test = (value: string): boolean => spec.matches(value, probe);
  const found = spec.joins === 'all' ? term.values.every(test) : term.values.some(test);
  return found !== term.isNegated;
}

export const matchesStory = (filter: Filter, row: Story, context: FilterContext): boolean => matchesRow(filter, storyRow(row), context);
export const matchesDevelopment = (filter: Filter, row: Development, context: FilterContext): boolean =>
  matchesRow(filter, developmentRow(row), context);

/** The filter written out in one way: what was read, ready to be read again. */
export function formatFilter(filter: Filter): string {
  const terms = filter.terms.map((term) => {
    const body = term.values === null ? term.key : `${term.key}:${term.values.map(quote).join(',')}`;
    return term.isNegated ? `-${body}` : body;
  });
  return [...terms, ...BOUND_KEYS.flatMap((key) => (filter[key] === null ? [] : [`${key}:${formatMoment(filter[key], key)}`]))].join(' ');
}

const quote = (text: string): string => (/^[^\s,:"“”„\\]+$/u.test(text) ? text : `"${text.replace(/(["“”„\\])/gu, '\\$1')}"`);

function formatMoment(moment: Moment, bound: 'since' | 'until'): string {
  if (moment.kind === 'at') return bound === 'since' ? moment.from : moment.to;
  return moment.hours % 24 === 0 ? `${moment.hours / 24}d` : `${moment.hours}h`;
}
