import type { Alert } from '../alert/alert.ts';
import type { Contact, Denial, Form, Level, Status } from '../coding/codebook/coded-item.ts';
import type { Item } from '../feed/item.ts';
import type { ItemRecord, StoryRow } from '../ports.ts';
import type { Quote } from '../story/development.ts';
import type { Decision, Fact } from '../story/dossier.ts';
import { PREPARATION_SPEC } from '../story/preparation.ts';
import { type Family, STATUS_SPEC } from '../story/status.ts';

/** Where a story stood, and since when. `side` null: overall or not told. */
export type PathStep = { readonly status: Status; readonly side: string | null; readonly at: string; readonly isUntold: boolean };

/** A story as doors show it: what is known, without the bookkeeping of the state machine. */
export type StoryView = {
  readonly id: string;
  readonly dossierKey: string;
  readonly parties: readonly string[];
  readonly leaders: readonly string[];
  readonly level: Level;
  readonly summit: string | null;
  readonly form: Form | null;
  readonly status: Status | null;
  readonly family: Family | null;
  readonly statusAt: string | null;
  readonly sides: readonly { readonly party: string; readonly status: Status; readonly at: string }[];
  readonly isContested: boolean;
  readonly isMuted: boolean;
  readonly date: string | null;
  readonly place: string | null;
  readonly openedAt: string;
  readonly lastMovedAt: string;
  readonly closedAt: string | null;
  readonly closedBecause: string | null;
  readonly mergedInto: string | null;
  readonly confidence: number | null;
  /** The newest words behind where it stands. */
  readonly quote: Quote | null;
  /** How it got there: each status that was asserted, oldest first. */
  readonly path: readonly PathStep[];
  /** The leaders' story that it prepares, and why it is taken to; null when it stands alone. */
  readonly prepares: { readonly storyId: string; readonly because: string; readonly at: string } | null;
};

/** Another story in short, and why it is linked: one that this one prepares, or that prepares it; a summit, or a meeting inside it. */
export type StoryRef = Pick<
  StoryView,
  'id' | 'parties' | 'leaders' | 'level' | 'summit' | 'form' | 'status' | 'statusAt' | 'date' | 'place'
> & { readonly because: string };

export function storyRef({ story }: StoryRow, because: string): StoryRef {
  const { id, parties, leaders, level, summit, form, status, statusAt, date, place } = story;
  return { ...{ id, parties, leaders, level, summit, form, status, statusAt, date, place }, because };
}

export function storyView({ story, dossierKey }: StoryRow): StoryView {
  const { id, parties, leaders, level, summit, form, status, statusAt, isContested, isMuted, date, place } = story;
  const { openedAt, lastMovedAt, closedAt, closedBecause, mergedInto } = story;
  const sure = story.facts.map((fact) => fact.confidence);
  return {
    ...{ id, dossierKey, parties, leaders, level, summit, form, status, statusAt, isContested, isMuted, date, place },
    ...{ openedAt, lastMovedAt, closedAt, closedBecause, mergedInto },
    family: status === null ? null : STATUS_SPEC[status].family,
    sides: Object.entries(story.sides).map(([party, position]) => ({ party, status: position.status, at: position.at })),
    confidence: sure.length === 0 ? null : Math.max(...sure),
    quote: quoteOf(story),
    path: pathOf(story.facts),
    prepares: story.prepares === undefined ? null : { ...story.prepares, because: PREPARATION_SPEC[story.prepares.because].label },
  };
}

function quoteOf({ facts, status }: StoryRow['story']): Quote | null {
  const standing = facts.filter((fact) => fact.status === status);
  const newest = [...(standing.length > 0 ? standing : facts)].sort((a, b) => (a.firstAt < b.firstAt ? 1 : -1))[0];
  return newest?.quote ?? null;
}

/** Steps in order of time; the same status of the same side twice in a row is one step. */
function pathOf(facts: readonly Fact[]): readonly PathStep[] {
  const steps = [...facts]
    .sort((a, b) => (a.firstAt < b.firstAt ? -1 : 1))
    .map(({ status, side, firstAt, isUntold }) => ({ status, side, at: firstAt, isUntold }));
  return steps.filter((step, i) => steps[i - 1]?.status !== step.status || steps[i - 1]?.side !== step.side);
}

/** A fact as doors show it: who said what, when first and last, and how many reported it. */
export type FactView = Pick<
  Fact,
  'side' | 'status' | 'form' | 'date' | 'place' | 'conditional' | 'isUntold' | 'firstItemId' | 'lastItemId' | 'firstAt' | 'lastAt'
> &
  Pick<Fact, 'outlets' | 'agencies' | 'bestSource' | 'confidence' | 'quote'>;

export function factView(fact: Fact): FactView {
  const { side, status, form, date, place, conditional, isUntold, firstItemId, lastItemId, firstAt, lastAt } = fact;
  const { outlets, agencies, bestSource, confidence, quote } = fact;
  return {
    ...{ side, status, form, date, place, conditional, isUntold, firstItemId, lastItemId, firstAt, lastAt },
    ...{ outlets, agencies, bestSource, confidence, quote },
  };
}

/** An item in a listing: without its body, with what was read from it and what became of that. */
export type ItemView = Omit<Item, 'content'> & {
  readonly relevance: number;
  readonly readAs: string | null;
  readonly contacts: readonly Contact[];
  readonly denials: readonly Denial[];
  readonly decisions: readonly Decision[];
};

export function itemView({ item, coded, decisions }: ItemRecord): ItemView {
  const { content, ...rest } = item;
  return { ...rest, relevance: coded.relevance, readAs: coded.readAs, contacts: coded.contacts, denials: coded.denials, decisions };
}

/** An alert without its lease and receipt. */
export type AlertView = Omit<Alert, 'lease' | 'receipt' | 'message'> & { readonly subject: string; readonly text: string };

export function alertView({ lease, receipt, message, ...alert }: Alert): AlertView {
  return { ...alert, subject: message.subject, text: message.text };
}
