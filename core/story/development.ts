import type { Form, Level, Status, Strength } from '../coding/codebook/coded-item.ts';

export const DEVELOPMENT_KINDS = ['status', 'slot', 'side', 'contested', 'denial', 'correction', 'outcome_unknown'] as const;
export type DevelopmentKind = (typeof DEVELOPMENT_KINDS)[number];
export type Severity = 'major' | 'minor';

/** Words behind a development: the sentence, who said it, where it stands. Nothing here is markup. */
export type Quote = {
  readonly text: string;
  readonly speaker: string | null;
  readonly outlet: string | null;
  readonly link: string | null;
  readonly at: string;
};

/** Why a ministers' story is taken to prepare the leaders' own, the strongest reason first. */
export const PREPARATION_REASONS = ['named_together', 'same_occasion', 'days_before', 'while_planned'] as const;
export type PreparationReason = (typeof PREPARATION_REASONS)[number];

/** The leaders' story that a ministers' development belongs under, as it stood when the development was made. */
export type Prepared = {
  readonly storyId: string;
  readonly because: PreparationReason;
  readonly parties: readonly string[];
  readonly leaders: readonly string[];
  readonly summit: string | null;
  readonly status: Status | null;
  readonly statusAt: string | null;
  readonly date: string | null;
  readonly place: string | null;
};

/** Why a meeting is taken to be held inside a summit of many, the strongest reason first. */
export const SIDELINE_REASONS = ['same_name', 'same_place'] as const;
export type SidelineReason = (typeof SIDELINE_REASONS)[number];

/** The summit inside of which a development's meeting is, as it stood when the development was made. */
export type Inside = Omit<Prepared, 'because'> & { readonly because: SidelineReason };

/** One change of a story and the item behind it. Append-only; `id` is hashed from dossier, story and run. */
export type Development = {
  readonly id: string;
  readonly storyId: string;
  readonly dossierKey: string;
  /** Place in the story's sequence, from 1: development n is told after n-1. */
  readonly sequence: number;
  readonly kind: DevelopmentKind;
  readonly severity: Severity;
  readonly parties: readonly string[];
  readonly leaders: readonly string[];
  readonly level: Level;
  readonly form: Form | null;
  readonly from: Status | null;
  readonly to: Status | null;
  /** Whose position moved (a `side` development), or who denies. */
  readonly side: string | null;
  /** Slots as they stand after the change. */
  readonly date: string | null;
  readonly place: string | null;
  readonly summit: string | null;
  /** For a denial: its words and strength; else null. */
  readonly denial: {
    readonly by: string | null;
    readonly byName: string | null;
    readonly strength: Strength;
    readonly claim: string;
    readonly claimBy: string | null;
  } | null;
  /** One line a person understands: "scheduled -> postponed; before: 15 Aug, Anchorage". */
  readonly what: string;
  readonly quote: Quote | null;
  /** What stood before, with its quote. */
  readonly before: Quote | null;
  readonly itemId: string;
  /** Items seen so far that assert the same fact, the causing one first; at most 20. */
  readonly support: readonly string[];
  readonly confidence: number;
  /** Reason codes, most telling first ("single-source", "official-source", "reversal"). */
  readonly reasons: readonly string[];
  /** When it was decided (the clock), and the effective time of the item behind it. */
  readonly at: string;
  readonly effectiveAt: string;
  /** What it prepares; absent when it stands alone. */
  readonly prepares?: Prepared | undefined;
  /** The summit on whose sidelines it is; absent when none was known then. */
  readonly inside?: Inside | undefined;
};
