import { codeItem } from './code-item.ts';
import type { CodedItem, CodingInput, Contact, FiredOperator } from './codebook/coded-item.ts';
import { readDrafts } from './contacts/drafts.ts';
import type { Draft } from './contacts/fold-purpose.ts';
import { wordsOf } from './entities/attribution.ts';
import { readSentences } from './entities/read-sentences.ts';
import { clauseOf } from './frames/arguments.ts';
import { statusWithoutOutermost } from './frames/frames.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { divideSentences, type Scan, scanSentence } from './operators/scan.ts';
import type { Sentence } from './words/text.ts';

/** How an item was read, step by step: data for the terminal and the page. */
export type Explanation = { readonly coded: CodedItem; readonly sentences: readonly SentenceReading[] };

export type SentenceReading = {
  readonly zone: Sentence['zone'];
  readonly text: string;
  readonly tokens: readonly string[];
  readonly entities: readonly {
    readonly words: string;
    readonly is: string;
    readonly party: string | null;
    readonly level: string | null;
    readonly sureness: number;
  }[];
  /** Stretches in which operators reach their nuclei. */
  readonly scopes: readonly { readonly kind: string; readonly words: string }[];
  readonly nuclei: readonly NucleusReading[];
};

/** One contact word: the operators that govern it, innermost first, what they made of it, and what came second. */
export type NucleusReading = {
  readonly words: string;
  readonly row: string;
  readonly scope: string;
  readonly operators: readonly FiredOperator[];
  /** The contact that was made of it; null when nobody of a second state is named, or nothing is asserted. */
  readonly decision: Pick<Contact, 'parties' | 'status' | 'level' | 'form' | 'conditional' | 'background' | 'confidence'> | null;
  /** The status without the outermost operator: what the reading turns on. */
  readonly runnerUp: string | null;
  /** Signs of the confidence that are set. */
  readonly signs: readonly string[];
};

export function explainItem(input: CodingInput, lexicon: Lexicon): Explanation {
  const sentences = readSentences(input, lexicon);
  const drafts = readDrafts(sentences, input.date);
  return {
    coded: codeItem(input, lexicon),
    sentences: divideSentences(sentences).map((sentence) => explainSentence(sentence, drafts)),
  };
}

function explainSentence(sentence: Sentence, drafts: readonly Draft[]): SentenceReading {
  const scan = scanSentence(sentence);
  return {
    zone: sentence.zone,
    text: sentence.text,
    tokens: sentence.tokens.map((token) => token.norm),
    entities: sentence.entities.map((entity) => ({
      words: wordsOf(sentence, entity),
      is: entity.kind,
      party: entity.country,
      level: entity.level,
      sureness: entity.confidence,
    })),
    scopes: (scan?.clauses ?? []).map((clause) => ({ kind: clause.kind, words: wordsOf(sentence, clause) })),
    nuclei: scan === null ? [] : scan.nuclei.map((_, n) => explainNucleus(scan, n, drafts)),
  };
}

function explainNucleus(scan: Scan, n: number, drafts: readonly Draft[]): NucleusReading {
  const nucleus = scan.nuclei[n];
  const chain = scan.chains[n] ?? [];
  const draft = drafts.find((one) => one.frame.scan.sentence.tokens[0] === scan.sentence.tokens[0] && one.frame.n === n);
  return {
    words: nucleus === undefined ? '' : wordsOf(scan.sentence, nucleus),
    row: nucleus?.row.id ?? '',
    scope: clauseOf(scan, nucleus?.from ?? 0).kind,
    operators: chain.map((operator) => ({ id: operator.row.id, words: wordsOf(scan.sentence, operator), effect: operator.row.effect })),
    decision: draft === undefined ? null : decisionOf(draft.contact),
    runnerUp: draft === undefined ? null : statusWithoutOutermost(draft.frame),
    signs: draft === undefined ? [] : Object.entries(draft.signs).flatMap(([name, value]) => (value > 0 ? [name] : [])),
  };
}

const decisionOf = ({ parties, status, level, form, conditional, background, confidence }: Contact): NucleusReading['decision'] => ({
  parties,
  status,
  level,
  form,
  conditional,
  background,
  confidence,
});

/** The same as lines that a person can follow. */
export function tellExplanation({ sentences }: Explanation): readonly string[] {
  return sentences.flatMap((sentence) => [
    `${sentence.zone}: ${sentence.text}`,
    ...sentence.entities.map(
      (entity) => `  who      ${entity.words}: ${[entity.is, entity.party, entity.level].filter((part) => part !== null).join(', ')}`,
    ),
    ...(sentence.scopes.length > 1 ? sentence.scopes.map((scope) => `  scope    ${scope.kind}: ${scope.words}`) : []),
    ...sentence.nuclei.flatMap(tellNucleus),
  ]);
}

function tellNucleus(nucleus: NucleusReading): readonly string[] {
  const { decision } = nucleus;
  const reading =
    decision === null
      ? 'no contact: no second state takes part, or nothing is asserted'
      : `${decision.parties.join('-')} ${decision.status}, ${decision.level}, ${decision.form}`;
  const flags =
    decision === null
      ? []
      : [decision.conditional ? 'conditional' : '', decision.background ? 'background' : '', `confidence ${decision.confidence}`].filter(
          (flag) => flag !== '',
        );
  return [
    `  contact  "${nucleus.words}" (${nucleus.row}, in the ${nucleus.scope} clause)`,
    ...nucleus.operators.map((operator) => `    operator "${operator.words}" (${operator.id}): ${operator.effect}`),
    `    reads as ${[reading, ...flags].join(', ')}`,
    ...(nucleus.runnerUp === null ? [] : [`    without the last operator: ${nucleus.runnerUp}`]),
  ];
}
