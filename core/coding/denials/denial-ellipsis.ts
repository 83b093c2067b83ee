import { DENIAL_ROWS, type DenialRow, denialWordSet } from '../facts/data.ts';
import { hasWordOf, TRUE, VERDICT_KINDS, WORD_CLASS } from '../sentences/word-classes.ts';
import { normOf, type Sentence, type Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { QUOTES } from '../words/word-sets.ts';
import type { DenialCue } from './denial-cues.ts';

const CLAIM_NOUNS = denialWordSet('claimNouns');
/** What a verdict in one word means, as a row says it. */
export const VERDICT_ROWS: ReadonlyMap<string, DenialRow> = new Map(
  VERDICT_KINDS.flatMap((kind) => {
    const row = DENIAL_ROWS.find(({ id }) => id === `is-${kind}`);
    return row === undefined ? [] : [...denialWordSet(kind)].map((word) => [word, row] as const);
  }),
);

/** "Lima on reports of a coup: pure fantasy", '"Rubbish": Lima on ...': a verdict without a verb, alone between marks, on something claimed. */
export function verdictAlone(sentence: Sentence, earlier: Sentence | undefined): DenialCue | null {
  if (!hasWordOf(sentence, WORD_CLASS.verdict)) return null;
  const { tokens, zone, text } = sentence;
  if (zone === 'text' && !text.includes('"')) return null;
  for (let at = 0; at < tokens.length; at += 1) {
    const row = rowAt(tokens, at);
    if (row === undefined) continue;
    const from = startOf(tokens, at);
    const to = endOf(tokens, at);
    const opens = from === 0 ? zone === 'title' : OPENS.has(normOf(tokens, from - 1));
    const isAlone = opens && AFTER_VERDICT.has(normOf(tokens, to)) && !isQualifying(tokens, to);
    if (
      isAlone &&
      (zone === 'title' || isQuoted(tokens, from, to)) &&
      (hasClaim(tokens, from, to) || (zone === 'text' && earlier?.zone === zone && hasClaim(earlier.tokens, 0, 0)))
    )
      return { row, from, to };
    at = to;
  }
  return null;
}
/** "fiction", "not true", and the answer "no". */
function rowAt(tokens: readonly Token[], at: number): DenialRow | undefined {
  const norm = normOf(tokens, at);
  if (norm === 'no')
    return AFTER_VERDICT.has(normOf(tokens, at + 1)) && normOf(tokens, at - 1) === '"' ? VERDICT_ROWS.get('untrue') : undefined;
  return TRUE.has(norm) ? (normOf(tokens, at - 1) === 'not' ? VERDICT_ROWS.get('untrue') : undefined) : VERDICT_ROWS.get(norm);
}
const EMPHASIS = wordSet(
  'not a an the sheer pure utter utterly complete completely total totally simply just absolute absolutely all mere another more plain mostly patently entirely wholly',
);
const OPENS = wordSet(': " \' - ?');
/** What may stand right behind a verdict in one word. */
export const AFTER_VERDICT = new Set(['', ...wordSet('. , ; : ! " \' -')]);

function startOf(tokens: readonly Token[], at: number): number {
  let from = at;
  while (EMPHASIS.has(normOf(tokens, from - 1))) from -= 1;
  return from;
}

/** "absolutely false and groundless", "fake news". */
function endOf(tokens: readonly Token[], at: number): number {
  let to = at + 1;
  while (GOES_ON.has(normOf(tokens, to)) || VERDICT_ROWS.has(normOf(tokens, to))) to += 1;
  return to;
}
const GOES_ON = wordSet('and news report story');

/** "'false' claims": the quoted word belongs to the noun behind it. */
const isQualifying = (tokens: readonly Token[], to: number): boolean =>
  QUOTES.has(normOf(tokens, to)) && CLAIM_NOUNS.has(normOf(tokens, to + 1));

const isQuoted = (tokens: readonly Token[], from: number, to: number): boolean =>
  normOf(tokens, from - 1) === '"' && (normOf(tokens, to) === '"' || normOf(tokens, to + 1) === '"');

const hasClaim = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.some(({ norm }, at) => (at < from || at >= to) && (CLAIM_NOUNS.has(norm) || TALES.has(norm)));
const TALES = wordSet('word news video clip footage posts photo');
