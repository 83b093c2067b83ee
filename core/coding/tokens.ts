import { AsciiScanner } from './ascii.ts';
import type { Token } from './text.ts';
import { wordOf } from './vocabulary.ts';

/** Letters that NFD does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ə: 'e',
  ё: 'е',
};

/** Lower case without diacritics: what tokens and lexicon rows are compared by. Cyrillic й stays й. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\u0000-\u007f]/.test(lower)) return lower;
  return lower
    .replace(/[ıłøđðþæœßəё]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFD')
    .replace(/(?<!\u0438)\p{M}+|(?<=\u0438)(?!\u0306)\p{M}+/gu, '')
    .normalize('NFC');
}

// acronyms with dots, also behind "anti-" | words with inner ' . & or - | numbers | runs of dots | one mark
const TOKEN =
  /(?:(?:anti|pro|non|post|pre)-)?(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:(?:['&]|-(?!(?:\p{L}\.){2}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+(?:[.,:]\p{N}+)*(?:\p{L}{1,3})?|\.{2,}|\S/iuy;
/** After these a hyphen never divides: the compound means something else than its parts. */
const BOUND_PREFIX = new Set([
  'anti',
  'pro',
  'non',
  'post',
  'pre',
  'mid',
  'trans',
  'inter',
  'cross',
  'pan',
  'neo',
  'all',
  'e',
  'x',
  'f',
  'k',
]);
/** Second parts that stay with the first even when capitalised. */
const BOUND_SUFFIX = new Set([
  'president',
  'general',
  'minister',
  'chancellor',
  'premier',
  'secretary',
  'elect',
  'designate',
  'chief',
  'chair',
  'in-chief',
  'in-law',
  'un',
  'il',
  'led',
  'backed',
]);
/** Endings that are words of their own: "Xi's", "he'll", "they'd", "we're". */
const ENDING = /(?<=\p{L})'(?:s|ll|d|re|ve)$/iu;
/** "Mar-a-Lago", "Port-au-Prince": a small word inside ties all parts. */
const JOINER = /-(?:a|au|aux|de|du|des|el|en|la|le|on|sur|upon)$/;
/** These prefixes always stand alone ("ex-president", "then-leader"). */
const FREE_PREFIX = new Set(['ex', 'then', 'экс']);
const UPPER = /^\p{Lu}/u;
/** Letters looked at on either side of a hyphen. */
const MAX_PREFIX = 12;
const MAX_PART = 30;

/** Divides a sentence into words, numbers and marks. "Putin-Biden" and "US-China" become three tokens; "'s" is a token of its own. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const scanner = new AsciiScanner(text);
  for (let at = 0; at < text.length; ) {
    const isPlain = scanner.read(at);
    const end = isPlain ? scanner.end : patternEnd(text, at);
    if (end === at) at += 1;
    else {
      if (isPlain && !scanner.isCompound) tokens.push(plainToken(text.slice(at, end), at, scanner));
      else addTokens(tokens, text.slice(at, end), at);
      at = end;
    }
  }
  return tokens;
}

/** Nothing to fold and nothing to divide. */
function plainToken(text: string, start: number, { kind, hasUpper }: AsciiScanner): Token {
  const norm = hasUpper ? text.toLowerCase() : text;
  const isCapital = hasUpper && kind === 'word' && text.charCodeAt(0) <= CAPITAL_Z;
  return { text, norm, start, end: start + text.length, kind, isCapital, word: wordOf(norm) };
}

/** Where the token that the pattern finds at `at` ends; `at` itself when only space stands there. */
function patternEnd(text: string, at: number): number {
  TOKEN.lastIndex = at;
  return TOKEN.test(text) ? TOKEN.lastIndex : at;
}

function addTokens(tokens: Token[], text: string, start: number): void {
  if (text.length > 2 && text.includes('-')) {
    addCompound(tokens, text, start);
    return;
  }
  const ending = text.includes("'") ? (ENDING.exec(text)?.[0].length ?? 0) : 0;
  if (ending > 0) {
    tokens.push(makeToken(text.slice(0, -ending), start));
    tokens.push(makeToken(text.slice(-ending), start + text.length - ending));
    return;
  }
  tokens.push(makeToken(text, start));
}

function addCompound(tokens: Token[], text: string, start: number): void {
  let from = 0;
  for (let hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
    if (!isDivided(text.slice(Math.max(from, hyphen - MAX_PREFIX), hyphen), text.slice(hyphen + 1, hyphen + MAX_PART))) continue;
    addTokens(tokens, text.slice(from, hyphen), start + from);
    tokens.push(makeToken('-', start + hyphen));
    from = hyphen + 1;
  }
  const rest = text.slice(from);
  if (rest.endsWith("'s")) {
    tokens.push(makeToken(rest.slice(0, -2), start + from), makeToken("'s", start + text.length - 2));
  } else tokens.push(makeToken(rest, start + from));
}

function isDivided(before: string, after: string): boolean {
  const left = before.toLowerCase();
  if (FREE_PREFIX.has(left)) return true;
  if (!UPPER.test(after) || BOUND_PREFIX.has(left) || JOINER.test(before)) return false;
  const next = after.toLowerCase().split(/[-']/, 1)[0] ?? '';
  return !BOUND_SUFFIX.has(next);
}

const WORD = /^\p{L}/u;
const NUMBER = /^\p{N}/u;
const CAPITAL_Z = 90;
const SMALL_Z = 122;
const APOSTROPHE = 39;

function makeToken(text: string, start: number): Token {
  const first = text.charCodeAt(0);
  return first <= SMALL_Z
    ? asciiToken(text, start, first)
    : token(text, start, WORD.test(text) ? 'word' : NUMBER.test(text) ? 'number' : 'mark', UPPER.test(text));
}

/** Most tokens begin with an ASCII character: no pattern needed to tell what they are. */
function asciiToken(text: string, start: number, first: number): Token {
  const isUpper = first >= 65 && first <= 90;
  if (isUpper || first >= 97) return token(text, start, 'word', isUpper);
  if (first >= 48 && first <= 57) return token(text, start, 'number', false);
  return token(text, start, text.length > 1 && first === APOSTROPHE ? 'word' : 'mark', false);
}

function token(text: string, start: number, kind: Token['kind'], isUpper: boolean): Token {
  const norm = fold(text);
  return { text, norm, start, end: start + text.length, kind, isCapital: kind === 'word' && isUpper, word: wordOf(norm) };
}
