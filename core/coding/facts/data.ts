// biome-ignore-all assist/source/organizeImports: lists of like words stand together, so that they pack 1.5 kB smaller
/** The one door by which word lists and rules enter the core: JSON modules, because bundles have no paths. */
import attribution from '../../../data/attribution.json' with { type: 'json' };
import calibration from '../../../data/calibration.json' with { type: 'json' };
import feasts from '../../../data/feasts.json' with { type: 'json' };
import places from '../../../data/places.json' with { type: 'json' };
import verbForms from '../../../data/verb-forms.json' with { type: 'json' };
import denialWords from '../../../data/denial-words.json' with { type: 'json' };
import words from '../../../data/words.json' with { type: 'json' };
import nuclei from '../../../data/nuclei.json' with { type: 'json' };
import operators from '../../../data/operators.json' with { type: 'json' };
import denials from '../../../data/denials.json' with { type: 'json' };
import conditions from '../../../data/conditions.json' with { type: 'json' };
import type { Effect } from '../codebook/algebra.ts';
import { type Form, STRENGTHS, type Status, type Strength } from '../codebook/coded-item.ts';
import { withAllFields } from './row-shape.ts';

/** What each row of word patterns has: its name in explanations, its wordings, and texts in which it is read and is not, which a test runs. */
type PatternRow = {
  readonly id: string;
  readonly phrases: readonly string[];
  readonly reads?: readonly string[];
  readonly ignores?: readonly string[];
};

/** One word or phrase that names a contact. */
export type NucleusRow = PatternRow & {
  readonly kind: 'noun' | 'verb';
  readonly form: Form;
  /** What it means with no operator around it; a verb says it by its tense. */
  readonly rests?: Status;
  /** States that are named without a person meet at this level (a summit is of leaders). */
  readonly statesMeetAs?: 'leader';
  readonly isTravel?: boolean;
  readonly isDeparture?: boolean;
  readonly isHosting?: boolean;
  readonly isMultilateral?: boolean;
  /** Says something only with both sides in its own clause ("talk", "discuss"). */
  readonly needsPair?: boolean;
  /** Whom its object names meet each other; its subject only brings them together ("lures both to the table"). */
  readonly bringsOthers?: boolean;
  /** Any two persons of the sentence take part: "no room for X in Y's diary". */
  readonly isOfWhoIsNamed?: boolean;
  /** "for X" and "to X" behind it name a side: "his door is open to X". */
  readonly isForGuest?: boolean;
  /** Its guard asks for an entity: nothing is looked for in a sentence that names nobody. */
  readonly isAmongNamed?: boolean;
  /** Names a contact only in a sentence that has no other word for one; the two leaders named there take part. */
  readonly isLastResort?: boolean;
};

/** One word pattern that changes a contact's status. */
export type OperatorRow = PatternRow & {
  readonly effect: Effect;
  /** Tokens between it and what it governs, at most. */
  readonly reach?: number;
  /** May follow its nucleus as predicate ("the summit was put off"). */
  readonly isPredicate?: boolean;
  /** Counts only as a predicate: "talks stall", never "stalled talks". */
  readonly isOnlyPredicate?: boolean;
  /** Stands behind a verb, too, and tells of it: "will fly there later than planned". */
  readonly isAdverbial?: boolean;
  readonly isVerb?: boolean;
  /** Says that it is over, or how it went. */
  readonly tellsEnd?: boolean;
  /** Counts only where its phrase ends: "the summit is over", never "over grain". */
  readonly endsPhrase?: boolean;
  /** Counts only before the base form of a verb ("to meet"). */
  readonly isInfinitive?: boolean;
  /** Stands directly before the nucleus and its parties ("ahead of", "after"). */
  readonly isPreposition?: boolean;
  /** A preposition that says something only right before the nucleus's own phrase ("in a call with"), not at the head of a clause. */
  readonly isTight?: boolean;
  /** Its subject is not one of the parties that would meet ("Erdogan urges Putin to meet Zelensky"). */
  readonly isThirdParty?: boolean;
  /** Who stands behind it takes part as well ("joins Scholz for talks", "thanks Trump for talks"). */
  readonly takesPartner?: boolean;
  /** What it governs is only recalled ("weeks after the summit", "fallout over the visit"). */
  readonly recalls?: boolean;
  /** With a place it is an appointment: "prepares to meet him in Oslo". */
  readonly isNear?: boolean;
  /** Governs only contacts of these forms ("on a call", never "on a summit"). */
  readonly forms?: readonly Form[];
  /** Ties the contact to a condition by itself ("names its terms for"). */
  readonly isConditional?: boolean;
  /** Names conditions, which can be refused or met without a word on the contact ("rejects his terms for"). */
  readonly isTerms?: boolean;
};

/** Words that tie a contact to something ("on the understanding that", "hinges on"). */
export type ConditionRow = PatternRow & {
  /** `refusal`: only of what is refused or not planned; `wish`: only of what somebody would do. */
  readonly only?: 'refusal' | 'wish';
  /** What a contact is of which nothing more is said. */
  readonly makes?: 'possible';
  readonly reads: readonly string[];
  readonly ignores: readonly string[];
};

/**
 * One wording of a denial: a verb whose subject denies ("denies"), or a predicate whose speaker denies ("is fiction, X said").
 * `$fake` in a phrase stands for the words of that name in data/denial-words.json.
 */
export type DenialRow = PatternRow & {
  readonly kind: 'verb' | 'predicate';
  /**
   * What its object must be: a claim word, a claim word anywhere in the sentence, "as ..." within the pattern, anything but what is blocked, none;
   * `from`: who denies stands behind it; `negated`: the sentence says that something is not so, and the pattern says against whom;
   * `fact`: an official says in as many words that something did not happen;
   * `quoted`: the verdict is quoted, and the sentence tells of a tale or a contact that it is passed on.
   */
  readonly object: 'any' | 'claim' | 'claimed' | 'as' | 'none' | 'from' | 'negated' | 'quoted' | 'fact';
  /** Its verb is the one by which somebody says it ("insists that it did not"). */
  readonly isOwnVerb?: boolean;
  readonly strength: Strength;
  readonly reads: readonly string[];
  readonly ignores: readonly string[];
};

/** A feast: on a day of a month, on the nth of a weekday (0 = Sunday) in a month, or days from Easter. */
export type FeastRow = {
  readonly names: readonly string[];
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly nth?: number;
  readonly easter?: number;
};

type Rows<T> = readonly T[];
// JSON modules widen string unions; test/core/coding/rows.test.ts checks each row against the unions.
export const NUCLEUS_ROWS = withAllFields(nuclei as Rows<NucleusRow>);
export const OPERATOR_ROWS = withAllFields(operators as Rows<OperatorRow>);
export const VERB_FORMS = verbForms as unknown as Readonly<Record<string, readonly [string, string, string, string, string?]>>;
export const CONDITION_ROWS = withAllFields(conditions as Rows<ConditionRow>);
export const WORDS = words;
export const FEASTS: Rows<FeastRow> = feasts;
export const ATTRIBUTION = attribution;
export const PLACES: Readonly<Record<string, readonly string[]>> = places;
/** Weights of the confidence, fitted by bench/fit-confidence.ts. */
export const CALIBRATION: { readonly bias: number; readonly weights: Readonly<Record<string, number>> } = calibration;

const objectOf = (name: string): DenialRow['object'] =>
  (['claim', 'claimed', 'as', 'none', 'from', 'negated', 'quoted', 'fact'] as const).find((one) => one === name) ?? 'any';
const listed: Readonly<Record<string, readonly string[]>> = denialWords;
const withLists = (phrase: string): string => phrase.replace(/\$(\w+)/g, (_, name: string) => (listed[name] ?? []).join('|'));
export const DENIAL_ROWS: readonly DenialRow[] = denials.map((row) => ({
  ...row,
  phrases: row.phrases.map(withLists),
  kind: row.kind === 'verb' ? 'verb' : 'predicate',
  object: objectOf(row.object),
  strength: STRENGTHS.find((strength) => strength === row.strength) ?? 'denied',
}));

const wordSets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(denialWords).map(([name, words]) => [name, new Set(words)]),
);
/** A closed class of words that denials are read by, by its name in data/denial-words.json. */
export const denialWordSet = (name: keyof typeof denialWords): ReadonlySet<string> => wordSets.get(name) ?? new Set();
