import { LANGUAGES } from '../facts/language-data.ts';
import { fold } from '../words/fold.ts';
import type { Token } from '../words/text.ts';

/** A token of a stretch without spaces, and where it starts in that stretch. */
export type Part = Omit<Token, 'word'> & { readonly start: number };

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
/** These prefixes always stand alone ("ex-president", "then-leader"), also those of other languages. */
const FREE_PREFIX = new Set([
  'ex',
  'then',
  ...LANGUAGES.flatMap(({ text, countries }) => [...text.freePrefixes, ...countries.flatMap(({ stems }) => stems ?? [])]),
]);
const UPPER = /^\p{Lu}/u;
/** Letters looked at on either side of a hyphen. */
const MAX_PREFIX = 16;
const MAX_PART = 30;

/** Divides what stands between two spaces or marks: "Putin-Biden" and "US-China" are three tokens each; "'s" is a token of its own. */
export function partsOf(written: string): Part[] {
  const parts: Part[] = [];
  addParts(parts, written, 0);
  return parts;
}

function addParts(parts: Part[], text: string, start: number): void {
  if (text.length > 2 && text.includes('-')) {
    addCompound(parts, text, start);
    return;
  }
  const ending = text.includes("'") ? (ENDING.exec(text)?.[0].length ?? 0) : 0;
  if (ending > 0) {
    parts.push(makePart(text.slice(0, -ending), start));
    parts.push(makePart(text.slice(-ending), start + text.length - ending));
    return;
  }
  parts.push(makePart(text, start));
}

function addCompound(parts: Part[], text: string, start: number): void {
  let from = 0;
  for (let hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
    if (!isDivided(text.slice(Math.max(from, hyphen - MAX_PREFIX), hyphen), text.slice(hyphen + 1, hyphen + MAX_PART))) continue;
    addParts(parts, text.slice(from, hyphen), start + from);
    parts.push(makePart('-', start + hyphen));
    from = hyphen + 1;
  }
  const rest = text.slice(from);
  if (rest.endsWith("'s")) {
    parts.push(makePart(rest.slice(0, -2), start + from), makePart("'s", start + text.length - 2));
  } else parts.push(makePart(rest, start + from));
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
const SMALL_Z = 122;
const APOSTROPHE = 39;

function makePart(text: string, start: number): Part {
  const first = text.charCodeAt(0);
  return first <= SMALL_Z
    ? asciiPart(text, start, first)
    : part(text, start, WORD.test(text) ? 'word' : NUMBER.test(text) ? 'number' : 'mark', UPPER.test(text));
}

/** Most parts begin with an ASCII character: no pattern needed to tell what they are. */
function asciiPart(text: string, start: number, first: number): Part {
  const isUpper = first >= 65 && first <= 90;
  if (isUpper || first >= 97) return part(text, start, 'word', isUpper);
  if (first >= 48 && first <= 57) return part(text, start, 'number', false);
  return part(text, start, text.length > 1 && first === APOSTROPHE ? 'word' : 'mark', false);
}

function part(text: string, start: number, kind: Part['kind'], isUpper: boolean): Part {
  return { text, norm: fold(text), start, kind, isCapital: kind === 'word' && isUpper };
}
