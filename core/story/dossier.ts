import type { Contact, Denial, Form, Level, Status, Strength } from '../coding/codebook/coded-item.ts';
import type { EffectiveReason, SourceKind } from '../feed/item.ts';
import type { Admission } from './admission.ts';
import type { Development, PreparationReason, Quote } from './development.ts';

/**
 * A dossier's key: `leader:RU-US` (level and sorted parties), or `denier:RU` for denials without a contact.
 * The unit of consistency: one stored record, one version.
 */
export type DossierKey = string;

/** A run of reports that assert the same: one side (or none), one status, one set of slots. A known fact changes nothing. */
export type Fact = {
  /** Hash of what it asserts; two reports of one fact have one id. */
  readonly id: string;
  /** Parties and persons as the report names them; a third party may stand beside the dossier's pair. */
  readonly parties: readonly string[];
  readonly leaders: readonly string[];
  readonly summit: string | null;
  /** Told in the dossier of another pair (a contact of three parties is told once): stands here, is never told here. */
  readonly isShadow: boolean;
  /** One report at least is about it: its central contact, said in its title. */
  readonly isProminent: boolean;
  /** Items that reported it, the first one first; at most 8. */
  readonly itemIds: readonly string[];
  readonly side: string | null;
  readonly status: Status;
  readonly form: Form | null;
  readonly date: string | null;
  readonly place: string | null;
  readonly conditional: boolean;
  /** Learnt from a baseline or a flood: stands, but was told to nobody. */
  readonly isUntold: boolean;
  readonly firstItemId: string;
  readonly lastItemId: string;
  /** Effective times (ISO) of the first and the last report that was recorded. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** Outlets that reported it, at most 8; after that a repeat writes nothing. */
  readonly outlets: readonly string[];
  readonly agencies: readonly string[];
  /** Hashes of the headlines, so that copies count once. */
  readonly wordings: readonly string[];
  readonly bestSource: SourceKind;
  readonly confidence: number;
  readonly quote: Quote;
};

/** One episode: the running matter between the parties. Status and slots are derived from the facts in order of `firstAt`. */
export type Story = {
  readonly id: string;
  readonly parties: readonly string[];
  readonly leaders: readonly string[];
  readonly level: Level;
  readonly summit: string | null;
  readonly status: Status | null;
  readonly statusAt: string | null;
  /** Position per side: party code -> status and when. */
  readonly sides: Readonly<Record<string, { readonly status: Status; readonly at: string }>>;
  readonly isContested: boolean;
  readonly form: Form | null;
  readonly date: string | null;
  readonly place: string | null;
  readonly openedAt: string;
  readonly lastMovedAt: string;
  readonly closedAt: string | null;
  readonly closedBecause: string | null;
  /** Bounded (see STORY_LIMITS in develop). */
  readonly facts: readonly Fact[];
  /** Last sequence number given to a development. */
  readonly sequence: number;
  /** Ids of what was told, so that nothing is told twice; bounded by age. */
  readonly told: readonly string[];
  /** When `tick-stories` should look again (date passed, silence, pending reversal), or null. */
  readonly lookAgainAt: string | null;
  readonly isMuted: boolean;
  readonly mergedInto: string | null;
  /** The leaders' story that this story of ministers or envoys prepares; absent when there is none. */
  readonly prepares?: Preparation;
};

/** Why a story belongs under another, and since when (ISO). The reasons stand in preparation.ts. */
export type Preparation = { readonly storyId: string; readonly because: PreparationReason; readonly at: string };

/** A denial as an object: one per denier and claim, across outlets and wordings. */
export type DenialRecord = {
  readonly id: string;
  /** Where it is kept: tells the parties of the denied contact (`leader:RU-US`), or the denier alone (`denier:RU`). */
  readonly dossierKey: DossierKey;
  readonly by: string | null;
  readonly byName: string | null;
  readonly strength: Strength;
  readonly claim: string;
  readonly claimBy: string | null;
  readonly aboutContact: boolean;
  readonly storyId: string | null;
  readonly firstItemId: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly outlets: readonly string[];
  readonly quote: Quote;
  readonly isUntold: boolean;
  /** A later admission or confirmation: the development that told it, or null. */
  readonly reversedBy: string | null;
};

/** All that is kept about one set of parties at one level. Under 100 kB however many items report it. */
export type Dossier = {
  readonly key: DossierKey;
  /** 0 = never stored. Grows by one with each write. */
  readonly version: number;
  readonly rulesVersion: number;
  readonly parties: readonly string[];
  readonly level: Level;
  /** Open stories, at most 8, and what is left of those that closed lately (without their facts), so that an echo opens nothing. */
  readonly stories: readonly Story[];
  /** Stories that closed and left so far: part of the ids, so that the next run of an old fact is a new one. */
  readonly episodes: number;
  readonly denials: readonly DenialRecord[];
  /** What people set right, oldest first; kept through every rebuild. */
  readonly corrections: readonly Correction[];
  readonly lookAgainAt: string | null;
  readonly mergedInto: DossierKey | null;
};

/** Who set something right, when and why. Stories are named by items, so that a correction outlives a rebuild. */
export type Correction = {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly note: string | null;
} & (
  | { readonly kind: 'assign'; readonly storyId: string; readonly itemIds: readonly string[] }
  | {
      readonly kind: 'status';
      readonly storyId: string;
      readonly itemIds: readonly string[];
      readonly status: Status;
      readonly date: string | null;
      readonly place: string | null;
    }
  | { readonly kind: 'false'; readonly storyId: string; readonly itemIds: readonly string[]; readonly developmentId: string }
  | { readonly kind: 'mute'; readonly storyId: string; readonly isMuted: boolean }
);

/** What one item says to one dossier. All reports of one poll that touch a dossier are folded in one write. */
export type Report = {
  readonly itemId: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly outlet: string;
  readonly sourceKind: SourceKind;
  readonly effectiveAt: string;
  readonly effectiveReason: EffectiveReason;
  readonly firstSeenAt: string;
  /** Part of a baseline or a flood: folded in as untold facts. */
  readonly isBaseline: boolean;
  readonly contacts: readonly Contact[];
  /** The item's central contact, in this dossier or in another; null when it has none, or is analysis and moves nothing. */
  readonly central: Contact | null;
  readonly denials: readonly Denial[];
  /** The item names a coming contact of the leaders of the same parties, too: what ministers do here prepares it. */
  readonly namesLeaders?: boolean;
  /** The title says that a side admits something; it matters where that side denied it. */
  readonly admission?: Admission;
};

/** What became of one report in one dossier: kept with the item, so that "why" and "why not" can be answered. */
export type Decision = {
  readonly itemId: string;
  readonly dossierKey: DossierKey;
  readonly storyId: string | null;
  readonly runnerUp: string | null;
  readonly outcome: 'development' | 'repeat' | 'background' | 'untold' | 'implausible' | 'waiting' | 'no_story';
  readonly developmentIds: readonly string[];
  readonly reason: string;
};

/** `develop` is pure: the same arguments give the same answer. `dossier` is the argument itself when nothing changed. */
export type DevelopResult = {
  readonly dossier: Dossier;
  readonly developments: readonly Development[];
  readonly decisions: readonly Decision[];
};
