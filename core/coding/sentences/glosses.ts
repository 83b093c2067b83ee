import type { GlossRow } from '../facts/language-data.ts';
import { findMatches, type Match } from '../words/pattern.ts';
import { type Entity, isTied, normOf, type Token } from '../words/text.ts';
import { type WordCheck, wordCheck } from '../words/word-check.ts';
import { wordSet } from '../words/word-set.ts';
import { type TokenLine, tokenise } from './tokens.ts';
import { classesOfAll, hasWordOf, WORD_CLASS } from './word-classes.ts';
import { inOrder } from './word-order.ts';

/**
 * Other languages are read through glosses: rows of data/<language>/ say which English wording a wording stands for ("встретится" = "will
 * meet"), and the tokens of a sentence are exchanged before contacts and denials are looked for. A gloss keeps the place of what it stands
 * for, so evidence and claims quote the text as written.
 */
export type Glossed = TokenLine & { readonly entities: readonly Entity[] };
/** A token where it stands in its sentence. */
type Placed = { readonly token: Token; readonly start: number; readonly end: number };

/** What a row asks and gives, read once. */
type Reading = {
  readonly words: readonly Token[];
  readonly link: readonly Token[];
  readonly toward: readonly Token[];
  readonly isNext: WordCheck;
  readonly isBehindName: WordCheck | null;
  readonly isBetween: WordCheck | null;
  readonly isUnless: WordCheck | null;
};

/** Rows are read when they are first met. */
const readings = new WeakMap<GlossRow, Reading>();
function readingOf(row: GlossRow): Reading {
  const known = readings.get(row);
  if (known !== undefined) return known;
  const reading = {
    words: tokenise(row.as),
    link: tokenise(row.ownerFollows ?? ''),
    toward: tokenise(row.receiverFollows ?? ''),
    isNext: nextWord(row.next),
    isBehindName: row.behindName === undefined ? null : nextWord(row.behindName),
    isBetween: row.between === undefined ? null : nextWord(row.between),
    isUnless: row.unless === undefined ? null : nextWord(row.unless),
  };
  readings.set(row, reading);
  return reading;
}

/** Without a list any word may follow. */
const nextWord = (list: readonly string[] | undefined): WordCheck => (list === undefined ? () => true : wordCheck(list));

/** Exchanges what has a gloss; a sentence without a letter of those scripts stays as it is. */
export function glossed(line: TokenLine, entities: readonly Entity[], baseForms: () => ReadonlyMap<string, string>): Glossed {
  const { tokens, starts, ends, classes } = line;
  if (!hasWordOf(line, WORD_CLASS.gloss)) return { tokens, starts, ends, classes, entities };
  const ordered = inOrder({ tokens, starts, ends, classes, entities });
  const matches = findGlosses(ordered, ordered.entities);
  return matches.length === 0 ? ordered : exchange(ordered, ordered.entities, { matches, baseForms: baseForms() });
}

/** The rows that read some words of a sentence, left to right; names are left alone. */
export function findGlosses(line: TokenLine, entities: readonly Entity[]): readonly Match<GlossRow>[] {
  if (!hasWordOf(line, WORD_CLASS.gloss)) return [];
  const { tokens } = line;
  const inside = new Set<number>();
  for (const { from, to } of entities) for (let at = from; at < to; at += 1) inside.add(at);
  return findMatches(line, {
    openingOf: ({ word }) => word.gloss,
    accepts: (_, { row, from, to }) => {
      const reading = readingOf(row);
      if (row.atStart === true && from > 0) return false;
      if (reading.isUnless !== null && tokens.some(({ norm }) => reading.isUnless?.(norm))) return false;
      for (let at = from; at < to; at += 1) if (inside.has(at)) return false;
      if (reading.isBehindName === null && reading.isBetween === null) return reading.isNext(normOf(tokens, endOfCompound(line, to)));
      const name = entities.find((entity) => entity.from === to);
      if (name === undefined) return false;
      if (reading.isBehindName !== null) return reading.isBehindName(normOf(tokens, name.to));
      const first = entities.find((entity) => entity.to === from);
      return first !== undefined && reading.isBetween?.(normOf(tokens, first.from - 1)) === true;
    },
  });
}

/** The last word of what hyphens tie together: it shows the case ("в Эр-Рияде", "в Эр-Рияд"). */
function endOfCompound(line: TokenLine, from: number): number {
  let at = from;
  while (line.tokens[at + 1]?.norm === '-' && isTied(line, at + 1) && isTied(line, at + 2)) at += 2;
  return at;
}

type Exchange = { readonly matches: readonly Match<GlossRow>[]; readonly baseForms: ReadonlyMap<string, string> };

function exchange(line: TokenLine, entities: readonly Entity[], { matches, baseForms }: Exchange): Glossed {
  const { tokens } = line;
  const out: Placed[] = [];
  /** Where each old token begins in the new list. */
  const places: number[] = [];
  const byStart = new Map(entities.map((entity) => [entity.from, entity]));
  let k = 0;
  let given: Match<GlossRow> | null = null;
  let receiverAt = -1;
  for (let at = 0; at < tokens.length; ) {
    if (at === receiverAt && given !== null) out.push(...standIn(readingOf(given.row).toward, line, given));
    const match = matches[k]?.from === at ? matches[k] : undefined;
    if (match === undefined) {
      places[at] = out.length;
      const token = tokens[at];
      if (token !== undefined) out.push({ token, start: line.starts[at] ?? 0, end: line.ends[at] ?? 0 });
      at += 1;
      continue;
    }
    k += 1;
    for (let old = match.from; old < match.to; old += 1) places[old] = out.length;
    out.push(...wordsOf(match, line, out));
    at = match.to;
    const owner = match.row.ownerFollows === undefined ? undefined : byStart.get(at);
    const isCoupled = owner !== undefined && matches[k]?.from === owner.to && matches[k]?.row.between !== undefined;
    if (owner !== undefined && (isCoupled || !isNominative(tokens, owner, baseForms)))
      out.push(...standIn(readingOf(match.row).link, line, match));
    if (owner !== undefined && match.row.receiverFollows !== undefined && byStart.has(owner.to)) [given, receiverAt] = [match, owner.to];
  }
  places[tokens.length] = out.length;
  const exchanged = out.map(({ token }) => token);
  return {
    tokens: exchanged,
    classes: classesOfAll(exchanged),
    starts: out.map(({ start }) => start),
    ends: out.map(({ end }) => end),
    entities: entities.map((entity) => ({ ...entity, ...moved(entity, places) })),
  };
}

const moved = ({ from, to }: Entity, places: readonly number[]): Pick<Entity, 'from' | 'to'> => {
  const start = places[from] ?? 0;
  return { from: start, to: start + (to - from) };
};

/** The English words of a row, at the place of the words that they stand for; "not" goes behind an auxiliary ("will not meet"). */
function wordsOf({ row, from, to }: Match<GlossRow>, line: TokenLine, out: Placed[]): readonly Placed[] {
  const words = standIn(readingOf(row).words, line, { from, to });
  const last = out.at(-1);
  const [first, ...rest] = words;
  if (last?.token.norm !== 'not' || first === undefined || !AUXILIARY.has(first.token.norm)) return words;
  out.pop();
  return [first, last, ...rest];
}
const AUXILIARY = wordSet('will would may can could did does is are was were has have');

const standIn = (
  words: readonly Token[],
  { starts, ends }: TokenLine,
  { from, to }: { readonly from: number; readonly to: number },
): Placed[] => words.map((token) => ({ token, start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }));

/** In the form that a subject has: some word of it has several, and none stands in another. It is not the owner of the noun before it. */
function isNominative(tokens: readonly Token[], { from, to }: Entity, baseForms: ReadonlyMap<string, string>): boolean {
  let isChanging = false;
  for (let at = from; at < to; at += 1) {
    const { norm = '', text = '' } = tokens[at] ?? {};
    const base = baseForms.get(norm) ?? norm;
    if (isAcronym(text) || !changes(base, baseForms)) continue;
    if (base !== norm) return false;
    isChanging = true;
  }
  return isChanging;
}

const isAcronym = (text: string): boolean => text.length > 1 && text === text.toUpperCase();

/** Base forms of words that have others; a name that never changes may stand in any case. */
const changing = new WeakMap<ReadonlyMap<string, string>, ReadonlySet<string>>();
function changes(norm: string, baseForms: ReadonlyMap<string, string>): boolean {
  const known = changing.get(baseForms) ?? new Set([...baseForms].filter(([form, base]) => form !== base).map(([, base]) => base));
  changing.set(baseForms, known);
  return known.has(norm);
}
