import type { Correction, Fact } from './dossier.ts';

type StatusSetting = Extract<Correction, { kind: 'status' }>;

/** What people decided, as the fold needs it. */
export type CorrectionPlan = {
  /** Nobody decided anything. */
  readonly isPlain: boolean;
  /** The story that a person put this fact into, or null. */
  pinOf(fact: Fact): string | null;
  /** A person found all reports of this fact false. */
  isFalse(fact: Fact): boolean;
  readonly settings: readonly StatusSetting[];
};

/** Reads the corrections of a dossier; a later one overrules an earlier one about the same items. */
export function planCorrections(corrections: readonly Correction[]): CorrectionPlan {
  if (corrections.length === 0) return PLAIN;
  const pins = new Map<string, string>();
  const falseItems = new Set<string>();
  for (const correction of corrections) {
    if (correction.kind === 'assign') for (const id of correction.itemIds) pins.set(id, correction.storyId);
    if (correction.kind === 'false') for (const id of correction.itemIds) falseItems.add(id);
  }
  return {
    isPlain: false,
    pinOf: (fact) => (pins.size === 0 ? null : (fact.itemIds.map((id) => pins.get(id)).find((pin) => pin !== undefined) ?? null)),
    isFalse: (fact) => falseItems.size > 0 && fact.itemIds.every((id) => falseItems.has(id)),
    settings: corrections.filter((correction): correction is StatusSetting => correction.kind === 'status'),
  };
}

const PLAIN: CorrectionPlan = { isPlain: true, pinOf: () => null, isFalse: () => false, settings: [] };

const PREFIX = 'correction:';

/** A person's word, as a fact that needs no backing. It stands in no story's list of facts. */
export function correctedFact(correction: StatusSetting): Fact {
  return {
    id: `${PREFIX}${correction.id}`,
    parties: [],
    leaders: [],
    summit: null,
    isShadow: false,
    isProminent: true,
    itemIds: correction.itemIds,
    side: null,
    status: correction.status,
    form: null,
    date: correction.date,
    place: correction.place,
    conditional: false,
    isUntold: false,
    firstItemId: correction.itemIds[0] ?? '',
    lastItemId: correction.itemIds[0] ?? '',
    firstAt: correction.at,
    lastAt: correction.at,
    outlets: [],
    agencies: [],
    wordings: [],
    bestSource: 'official',
    confidence: 1,
    quote: { text: correction.note ?? `set to ${correction.status}`, speaker: correction.by, outlet: null, link: null, at: correction.at },
  };
}

export const isCorrection = (fact: Fact): boolean => fact.id.startsWith(PREFIX);
