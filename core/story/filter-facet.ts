import type { CodedItem, Contact, Denial, Form, Level, Status, Strength } from '../coding/codebook/coded-item.ts';
import type { Item } from '../feed/item.ts';
import type { Development } from './development.ts';
import type { DenialRecord, Story } from './dossier.ts';
import { readKey } from './dossier-key.ts';

/** What a filter can be asked about. */
export const ROW_KINDS = ['story', 'development', 'denial', 'item', 'alert'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/**
 * One assertion as the filter sees it. All contact terms of a filter must hold for one and the same facet:
 * `parties:RU,US status:held` never matches an item that reports RU-US offered and RU-CN held.
 */
export type Facet = {
  readonly parties: readonly string[];
  readonly sides: readonly string[];
  readonly leaders: readonly string[];
  readonly level: Level | null;
  readonly status: Status | null;
  readonly form: Form | null;
  readonly by: string | null;
  readonly strength: Strength | null;
  /** What the denial is about; null when there is nothing denied and no contact. */
  readonly about: 'contact' | 'other' | null;
  readonly isDenial: boolean;
  readonly isBackground: boolean;
  readonly place: string | null;
  readonly summit: string | null;
  readonly date: string | null;
  readonly confidence: number | null;
};

/** A stored row as the filter sees it: what holds for the whole row, and its facets. */
export type FilterRow = {
  /** The time that `since:` and `until:` are held against. */
  readonly at: string;
  readonly facets: readonly Facet[];
  /** Per-side positions of a story, looked at instead of `facets` when the filter names a `side:`. */
  readonly sideFacets: readonly Facet[];
  readonly outlets: readonly string[];
  readonly lang: string | null;
  readonly feedId: string | null;
  readonly kind: string | null;
  readonly severity: string | null;
  readonly flags: readonly string[];
  /** Called only when the filter asks for `text:`. */
  readonly text: () => string;
};

const EMPTY: Facet = {
  parties: [],
  sides: [],
  leaders: [],
  level: null,
  status: null,
  form: null,
  by: null,
  strength: null,
  about: null,
  isDenial: false,
  isBackground: false,
  place: null,
  summit: null,
  date: null,
  confidence: null,
};
const ROW = { sideFacets: [], outlets: [], lang: null, feedId: null, kind: null, severity: null, flags: [] } as const;
const lines = (parts: readonly (string | null | undefined)[]): string => parts.filter((part) => typeof part === 'string').join('\n');
const list = <T>(value: T | null | undefined): readonly T[] => (value === null || value === undefined ? [] : [value]);

export function storyRow(story: Story): FilterRow {
  const sure = story.facts.map((fact) => fact.confidence);
  const whole: Facet = {
    ...EMPTY,
    parties: story.parties,
    leaders: story.leaders,
    level: story.level,
    status: story.status,
    form: story.form,
    about: 'contact',
    isDenial: story.status === 'denied' || Object.values(story.sides).some((side) => side.status === 'denied'),
    place: story.place,
    summit: story.summit,
    date: story.date,
    confidence: sure.length === 0 ? null : Math.max(...sure),
  };
  return {
    ...ROW,
    at: story.lastMovedAt,
    facets: [whole],
    sideFacets: Object.entries(story.sides).map(([side, { status }]) => ({
      ...whole,
      sides: [side],
      status,
      isDenial: status === 'denied',
    })),
    outlets: story.facts.flatMap((fact) => fact.outlets),
    flags: [story.closedAt === null ? 'open' : 'closed', ...(story.isContested ? ['contested'] : []), ...(story.isMuted ? ['muted'] : [])],
    text: () => lines([story.summit, story.place, ...story.facts.map((fact) => fact.quote.text)]),
  };
}

export function developmentRow(row: Development): FilterRow {
  const facet: Facet = {
    ...EMPTY,
    parties: row.parties,
    sides: list(row.side),
    leaders: [...row.leaders, ...list(row.denial?.byName?.toLowerCase())],
    level: row.level,
    status: row.to,
    form: row.form,
    by: row.denial?.by ?? null,
    strength: row.denial?.strength ?? null,
    about: readKey(row.dossierKey).level === null ? 'other' : 'contact',
    isDenial: row.denial !== null || row.kind === 'denial',
    place: row.place,
    summit: row.summit,
    date: row.date,
    confidence: row.confidence,
  };
  return {
    ...ROW,
    at: row.at,
    facets: [facet],
    outlets: list(row.quote?.outlet),
    kind: row.kind,
    severity: row.severity,
    flags: row.kind === 'contested' ? ['contested'] : [],
    text: () => lines([row.what, row.quote?.text, row.denial?.claim, row.summit, row.place]),
  };
}

export function denialRow(row: DenialRecord): FilterRow {
  const { level, parties } = readKey(row.dossierKey);
  const facet: Facet = {
    ...EMPTY,
    parties,
    sides: list(row.by),
    leaders: list(row.byName?.toLowerCase()),
    level,
    by: row.by,
    strength: row.strength,
    about: row.aboutContact ? 'contact' : 'other',
    isDenial: true,
  };
  return { ...ROW, at: row.firstAt, facets: [facet], outlets: row.outlets, text: () => lines([row.claim, row.quote.text]) };
}

const contactFacet = (contact: Contact): Facet => ({
  ...EMPTY,
  parties: contact.parties,
  sides: list(contact.side),
  leaders: contact.leaders,
  level: contact.level,
  status: contact.status,
  form: contact.form,
  about: 'contact',
  isBackground: contact.background,
  place: contact.place,
  summit: contact.summit,
  date: contact.date,
  confidence: contact.confidence,
});

const denialFacet = (denial: Denial): Facet => ({
  ...EMPTY,
  parties: list(denial.by),
  sides: list(denial.by),
  leaders: list(denial.by_name?.toLowerCase()),
  by: denial.by,
  strength: denial.strength,
  about: denial.about_contact ? 'contact' : 'other',
  isDenial: true,
  isBackground: denial.background,
  confidence: denial.confidence,
});

/** An item with nothing read from it still has one (empty) facet, so that `-status:held outlet:tass` finds it. */
export function itemRow({ item, coded }: { readonly item: Item; readonly coded: CodedItem }): FilterRow {
  const facets = [...coded.contacts.map(contactFacet), ...coded.denials.map(denialFacet)];
  return {
    ...ROW,
    at: item.firstSeenAt,
    facets: facets.length === 0 ? [EMPTY] : facets,
    outlets: [item.outlet],
    lang: item.lang ?? coded.readAs,
    feedId: item.feedId,
    flags: coded.readAs === null ? ['unread'] : [],
    text: () => lines([item.title, item.summary, item.content]),
  };
}

/** An alert is searched by its time and its words. */
export function alertRow(alert: {
  readonly createdAt: string;
  readonly message: { readonly subject: string; readonly text: string };
}): FilterRow {
  return { ...ROW, at: alert.createdAt, facets: [EMPTY], text: () => lines([alert.message.subject, alert.message.text]) };
}
