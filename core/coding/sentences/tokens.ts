import { AsciiScanner } from '../words/ascii.ts';
import type { Sentence, Token } from '../words/text.ts';
import { type Form, formOf } from './forms.ts';
import { partsOf } from './token-parts.ts';

// acronyms with dots, also behind "anti-" | words with inner ' . & or - | numbers | runs of dots | one mark
const TOKEN =
  /(?:(?:anti|pro|non|post|pre)-)?(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:(?:['&]|-(?!(?:\p{L}\.){2}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+(?:[.,:]\p{N}+)*(?:\p{L}{1,3})?|\.{2,}|\S/iuy;

/** The tokens of a sentence, and where each of them starts and ends in it. */
export type TokenLine = Pick<Sentence, 'tokens' | 'starts' | 'ends' | 'classes'>;

/** Divides a sentence into words, numbers and marks. "Putin-Biden" and "US-China" become three tokens; "'s" is a token of its own. */
export function readTokens(text: string): TokenLine {
  const line: Writing = { tokens: [], starts: [], ends: [], classes: 0 };
  const units = unitsOf(text);
  const scanner = new AsciiScanner(units, text.length);
  for (let at = 0; at < text.length; ) {
    const end = units[at] === SPACE ? at : scanner.read(at) ? scanner.end : patternEnd(text, at);
    if (end === at) at += 1;
    else {
      add(line, formOf(units, at, end), at, end);
      at = end;
    }
  }
  return line;
}

/** The norms of the same tokens, for rows of data: nothing is looked up for words that no text has used yet. */
export function normsOf(text: string): string[] {
  const norms: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = patternEnd(text, at);
    if (end > at) for (const { norm } of partsOf(text.slice(at, end))) norms.push(norm);
    at = end > at ? end : at + 1;
  }
  return norms;
}

type Writing = { readonly tokens: Token[]; readonly starts: number[]; readonly ends: number[]; classes: number };

function add(line: Writing, form: Form, at: number, end: number): void {
  if (form.kind !== 'compound') addToken(line, form, at, end);
  else for (const { token, start } of form.parts) addToken(line, token, at + start, at + start + token.text.length);
}

function addToken(line: Writing, token: Token, start: number, end: number): void {
  line.tokens.push(token);
  line.starts.push(start);
  line.ends.push(end);
  line.classes |= token.word.classes;
}

/** Sentences are read one after the other: one sheet serves them all. */
const SHEET = new Uint16Array(2048);
/** The UTF-16 units of a text as numbers, which are read several times over. */
function unitsOf(text: string): Uint16Array {
  const units = text.length > SHEET.length ? new Uint16Array(text.length) : SHEET;
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/** The same where places do not matter. */
export const tokenise = (text: string): readonly Token[] => readTokens(text).tokens;
const SPACE = 32;

/** Where the token that the pattern finds at `at` ends; `at` itself when only space stands there. */
function patternEnd(text: string, at: number): number {
  TOKEN.lastIndex = at;
  return TOKEN.test(text) ? TOKEN.lastIndex : at;
}
