/** The vocabulary of the codebook (docs/codebook.md): what a careful editor writes down for one item. */

export const STATUSES = [
  'possible',
  'premature',
  'willing',
  'proposed',
  'agreed',
  'scheduled',
  'underway',
  'held',
  'postponed',
  'cancelled',
  'declined',
  'denied',
] as const;
export type Status = (typeof STATUSES)[number];

export const LEVELS = ['leader', 'minister', 'envoy'] as const;
export type Level = (typeof LEVELS)[number];

export const FORMS = ['in_person', 'phone', 'video', 'visit', 'talks', 'letter'] as const;
export type Form = (typeof FORMS)[number];

export const STRENGTHS = ['refuted', 'fake', 'denied', 'rejected', 'no_confirm'] as const;
export type Strength = (typeof STRENGTHS)[number];

export type Zone = 'title' | 'text';

/** One operator that fired: its row in data/, the words it matched, and what it did to the status. */
export type FiredOperator = { readonly id: string; readonly words: string; readonly effect: string };

/** Why an assertion was made. `start` and `end` are offsets of the nucleus (UTF-16 units) in `sentence`. */
export type Evidence = {
  readonly zone: Zone;
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly operators: readonly FiredOperator[];
};

/** One assertion of a leader contact. Fields and values as in docs/codebook.md section 1. */
export type Contact = {
  /** ISO 3166-1 alpha-2 or body code, sorted; at least two, but for a body that meets within itself. */
  readonly parties: readonly string[];
  /** Surnames as written, lower case. */
  readonly leaders: readonly string[];
  readonly level: Level;
  readonly form: Form;
  readonly status: Status;
  readonly conditional: boolean;
  readonly background: boolean;
  /** ISO date, or `start/end`; null when the text gives none. */
  readonly date: string | null;
  /** Alternative dates ("Friday or Monday"), each as `date`, which spans them; empty when there is one or none. */
  readonly alternatives: readonly string[];
  readonly place: string | null;
  /** Name of a multilateral summit, or null. */
  readonly summit: string | null;
  readonly note: string | null;
  /** The party whose position this is (Kremlin willing = RU); null when both, neither or unknown. */
  readonly side: string | null;
  /** Who says so, as written, lower case; and on whose behalf (party code). */
  readonly speaker: string | null;
  readonly behalf: string | null;
  /** The outlet that the text itself cites ("TASS reports"), lower case. */
  readonly via: string | null;
  /** CAMEO code, a string ("036"). */
  readonly cameo: string | null;
  /** PLOVER type, with its mode after a slash ("CONSULT/phone"). */
  readonly plover: string | null;
  /** 0..1: how likely parties and status are both right. */
  readonly confidence: number;
  readonly evidence: Evidence;
};

/** An official says that a claim is not true. Fields and values as in docs/codebook.md section 2. */
export type Denial = {
  readonly by: string | null;
  readonly by_name: string | null;
  readonly strength: Strength;
  readonly claim: string;
  readonly claim_by: string | null;
  readonly about_contact: boolean;
  readonly domestic: boolean;
  readonly background: boolean;
  readonly cameo: string | null;
  readonly confidence: number;
  readonly evidence: Evidence;
};

/** An item with what was read from it. */
export type CodedItem = {
  readonly id: string;
  /** 0..1: how much this item is about leader contacts or official denials. */
  readonly relevance: number;
  /** The language it was read as, or null when that language is not read (the item is kept, marked and counted). */
  readonly readAs: string | null;
  readonly contacts: readonly Contact[];
  readonly denials: readonly Denial[];
  /** Names with a title that the gazetteer does not know. */
  readonly gaps: readonly string[];
};

/** What the coder reads: the door `summitwire code` and the pipeline both make this. Null = absent. */
export type CodingInput = {
  readonly id: string;
  readonly title: string | null;
  readonly text: string | null;
  /** ISO time or date of publication or first sight; offices and relative dates are resolved against it. */
  readonly date: string | null;
  readonly outlet: string | null;
  readonly lang: string | null;
};
