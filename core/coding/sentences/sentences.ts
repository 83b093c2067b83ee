import { LANGUAGES } from '../facts/language-data.ts';

/** A stretch of normalised text that is one sentence, and whether it opens inside a quotation. */
export type Stretch = { readonly text: string; readonly isHeading: boolean; readonly startsInQuote: boolean };

const ABBREVIATIONS = new Set([
  ...(
    'mr mrs ms dr prof st gen lt col maj capt cpl sgt adm cmdr brig rev hon pres gov sen rep amb sec min dep asst jr sr esq messrs mt ft no nos vs etc inc ltd co corp dept est ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx fig vol ed al op cit art ca cf eg ie viz ave blvd rd n s e w u.s u.n u.k e.u d.c'
  ).split(' '),
  ...LANGUAGES.flatMap((language) => language.text.abbreviations),
]);
/** Words that begin a sentence even after "U.S." or an initial. */
const OPENERS = new Set(
  'the a an he she it they we i in on at but and however this that these those his her their its there as after before when while if for with by asked earlier meanwhile'.split(
    ' ',
  ),
);
/** An end mark before a space, or one that lost its space ("... the summit.The meeting ..."). */
const END_MARKS = /[.!?]+["')\]]*(?=\s|$)|(?<=\p{Ll}{3})[.!?]["')\]]*(?=["']?\p{Lu}\p{Ll})/uy;
const MAX_HEADING_WORDS = 14;
/** Characters; what is longer is no sentence and is cut, so that all that follows stays linear in the length of a text. */
const MAX_SENTENCE = 1500;

/** Sentences of a normalised text, line by line: a line without an end mark is a heading. Linear in length. */
export function splitSentences(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    addLine(found, text.slice(from, to).trim());
    from = to + 1;
  }
  return found;
}

function addLine(found: Stretch[], line: string): void {
  if (line === '') return;
  let from = 0;
  let isQuoted = false;
  const parts: string[] = [];
  for (const to of boundaries(line)) {
    for (const text of cutLong(line.slice(from, to).trim())) parts.push(text);
    from = to;
  }
  const isHeader = parts.length === 1 && isHeading(parts[0] ?? '');
  for (const text of parts) {
    found.push({ text, isHeading: isHeader, startsInQuote: isQuoted });
    if (countOf(text, '"') % 2 === 1) isQuoted = !isQuoted;
  }
}

/** One of . ! and ? */
const isEndMark = (code: number): boolean => code === 46 || code === 33 || code === 63;

/** Where sentences end, the end of the line last. */
function boundaries(line: string): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < line.length; at += 1) {
    if (!isEndMark(line.charCodeAt(at))) continue;
    END_MARKS.lastIndex = at;
    if (!END_MARKS.test(line)) continue;
    const to = END_MARKS.lastIndex;
    if (isBoundary(line, at, to)) found.push(to);
    at = to - 1;
  }
  found.push(line.length);
  return found;
}

function cutLong(text: string): string[] {
  if (text.length <= MAX_SENTENCE) return text === '' ? [] : [text];
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.lastIndexOf(' ', from + MAX_SENTENCE);
    const to = from + MAX_SENTENCE >= text.length ? text.length : space > from ? space + 1 : from + MAX_SENTENCE;
    const part = text.slice(from, to).trim();
    if (part !== '') parts.push(part);
    from = to;
  }
  return parts;
}

const isHeading = (text: string): boolean => countOf(text, ' ') < MAX_HEADING_WORDS && !/[.!?:,;]["')\]]*$/.test(text);

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

function isBoundary(line: string, at: number, to: number): boolean {
  const next = /^\s+["'([]*(\S+)/.exec(line.slice(to, to + 40))?.[1];
  if (next === undefined) return true;
  const startsLow = /^\p{Ll}/u.test(next);
  if (line[at] !== '.') return !startsLow;
  if (startsLow) return false;
  const word = wordBefore(line, at).toLowerCase();
  const isAcronym = (word.length < 3 || word.includes('.')) && /^(?:\p{L}\.)*\p{L}$/u.test(word);
  if (to - at > 1) return !(isAcronym && word.length > 1 && line.slice(at + 1, to) === "'");
  if (!isAcronym && !ABBREVIATIONS.has(word)) return true;
  const opener = next.toLowerCase().replace(/[^\p{L}]+$/u, '');
  return isAcronym && OPENERS.has(opener);
}

/** The word, or what of it stands within reach, up to `to`; a pattern that ends there would try each place before it. */
function wordBefore(line: string, to: number): string {
  let from = to;
  while (from > 0 && to - from < LONGEST_WORD && !BEFORE_WORD.includes(line.charAt(from - 1))) from -= 1;
  return line.slice(from, to);
}
const LONGEST_WORD = 30;
const BEFORE_WORD = ' \t"\'([';
