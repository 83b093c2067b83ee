import { type GlossRow, LANGUAGES } from './lexicon-data.ts';
import { compilePatterns, findMatches, type Match } from './pattern.ts';
import type { Entity, Token } from './text.ts';
import { tokenise } from './tokens.ts';

/**
 * Other languages are read through glosses: rows of data/<language>/ say which English wording a wording stands for ("встретится" = "will
 * meet"), and the tokens of a sentence are exchanged before contacts and denials are looked for. A gloss keeps the place of what it stands
 * for, so evidence and claims quote the text as written.
 */
export type Glossed = { readonly tokens: readonly Token[]; readonly entities: readonly Entity[] };

type WordCheck = (norm: string) => boolean;
type Row = GlossRow & {
  readonly words: readonly Token[];
  readonly link: readonly Token[];
  readonly isNext: WordCheck;
  readonly isBehindName: WordCheck | null;
};

const ROWS: readonly Row[] = LANGUAGES.flatMap(({ glosses }) => glosses).map((row) => ({
  ...row,
  words: tokenise(row.as),
  link: tokenise(row.ownerFollows ?? ''),
  isNext: nextWord(row.next),
  isBehindName: row.behindName === undefined ? null : nextWord(row.behindName),
}));
const TABLE = compilePatterns(ROWS);

/** `next` lists words, beginnings ("встреч*") and endings ("*ую"); without it any word may follow. */
function nextWord(list: readonly string[] | undefined): WordCheck {
  if (list === undefined) return () => true;
  const words = new Set(list.filter((one) => !one.includes('*')));
  const ends = list.filter((one) => one.startsWith('*')).map((one) => one.slice(1));
  const starts = list.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
  return (norm) => words.has(norm) || ends.some((end) => norm.endsWith(end)) || starts.some((start) => norm.startsWith(start));
}

/** Exchanges what has a gloss; a sentence without a letter of those scripts stays as it is. */
export function glossed(tokens: readonly Token[], entities: readonly Entity[], baseForms: ReadonlyMap<string, string>): Glossed {
  const matches = findGlosses(tokens, entities);
  return matches.length === 0 ? { tokens, entities } : exchange(tokens, entities, { matches, baseForms });
}

/** The rows that read some words of a sentence, left to right; names are left alone. */
export function findGlosses(tokens: readonly Token[], entities: readonly Entity[]): readonly Match<Row>[] {
  if (!tokens.some(({ norm }) => norm.charCodeAt(0) >= TABLE.leastInitial)) return [];
  const inside = new Set<number>();
  for (const { from, to } of entities) for (let at = from; at < to; at += 1) inside.add(at);
  return findMatches(TABLE, tokens, ({ row, from, to }) => {
    if (row.atStart === true && from > 0) return false;
    for (let at = from; at < to; at += 1) if (inside.has(at)) return false;
    if (row.isBehindName === null) return row.isNext(tokens[to]?.norm ?? '');
    const name = entities.find((entity) => entity.from === to);
    return name !== undefined && row.isBehindName(tokens[name.to]?.norm ?? '');
  });
}

type Exchange = { readonly matches: readonly Match<Row>[]; readonly baseForms: ReadonlyMap<string, string> };

function exchange(tokens: readonly Token[], entities: readonly Entity[], { matches, baseForms }: Exchange): Glossed {
  const out: Token[] = [];
  /** Where each old token begins in the new list. */
  const places: number[] = [];
  const byStart = new Map(entities.map((entity) => [entity.from, entity]));
  let k = 0;
  for (let at = 0; at < tokens.length; ) {
    const match = matches[k]?.from === at ? matches[k] : undefined;
    if (match === undefined) {
      places[at] = out.length;
      const token = tokens[at];
      if (token !== undefined) out.push(token);
      at += 1;
      continue;
    }
    k += 1;
    for (let old = match.from; old < match.to; old += 1) places[old] = out.length;
    out.push(...wordsOf(match, tokens, out));
    at = match.to;
    const owner = match.row.ownerFollows === undefined ? undefined : byStart.get(at);
    if (owner !== undefined && !isNominative(tokens, owner, baseForms)) out.push(...standIn(match.row.link, tokens, match));
  }
  places[tokens.length] = out.length;
  return { tokens: out, entities: entities.map((entity) => ({ ...entity, ...moved(entity, places) })) };
}

const moved = ({ from, to }: Entity, places: readonly number[]): Pick<Entity, 'from' | 'to'> => {
  const start = places[from] ?? 0;
  return { from: start, to: start + (to - from) };
};

/** The English words of a row, at the place of the words that they stand for; "not" goes behind an auxiliary ("will not meet"). */
function wordsOf({ row, from, to }: Match<Row>, tokens: readonly Token[], out: Token[]): readonly Token[] {
  const words = standIn(row.words, tokens, { from, to });
  const last = out.at(-1);
  const [first, ...rest] = words;
  if (last?.norm !== 'not' || first === undefined || !AUXILIARY.test(first.norm)) return words;
  out.pop();
  return [first, last, ...rest];
}
const AUXILIARY = /^(?:will|would|may|can|could|did|does|is|are|was|were|has|have)$/;

const standIn = (
  words: readonly Token[],
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): Token[] => words.map((word) => ({ ...word, start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }));

/** In the form that a subject has, by its first word that has several: it is not the owner of the noun before it. */
function isNominative(tokens: readonly Token[], { from, to }: Entity, baseForms: ReadonlyMap<string, string>): boolean {
  const word = tokens.slice(from, to).find(({ norm, text }) => !isAcronym(text) && changes(baseForms.get(norm) ?? norm, baseForms));
  return word !== undefined && baseForms.get(word.norm) === word.norm;
}

const isAcronym = (text: string): boolean => text.length > 1 && text === text.toUpperCase();

/** Base forms of words that have others; a name that never changes may stand in any case. */
const changing = new WeakMap<ReadonlyMap<string, string>, ReadonlySet<string>>();
function changes(norm: string, baseForms: ReadonlyMap<string, string>): boolean {
  const known = changing.get(baseForms) ?? new Set([...baseForms].filter(([form, base]) => form !== base).map(([, base]) => base));
  changing.set(baseForms, known);
  return known.has(norm);
}
