/** The next token holds other letters than ASCII, or may: only the pattern can tell where it ends. */
export const NOT_PLAIN = -1;

const [OTHER, LETTER, DIGIT, SPACE, DOT, JOINER] = [0, 1, 2, 3, 4, 5];
/** Class of each ASCII character. Inside a number `,` and `:` join as `.` does. */
const CLASS = Uint8Array.from({ length: 128 }, (_, code) => classOf(String.fromCharCode(code)));
function classOf(char: string): number {
  if (/[a-z]/i.test(char)) return LETTER;
  if (/\d/.test(char)) return DIGIT;
  if (/\s/.test(char)) return SPACE;
  return char === '.' ? DOT : /['&-]/.test(char) ? JOINER : OTHER;
}
const COMMA = 44;
const COLON = 58;
const MAX_UNIT = 3;

/** Class of the character at `at`; OTHER behind the end. */
const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 128 ? (CLASS[code] ?? OTHER) : code >= 128 ? NOT_PLAIN : OTHER;
};

/**
 * Where the token at `at` ends, by the same rules as the pattern in tokens.ts: acronyms with dots, words with inner ' & -,
 * numbers, runs of dots, one mark. `at` itself for a space, NOT_PLAIN when a character beyond ASCII has a say.
 */
export function asciiEnd(text: string, at: number): number {
  switch (classAt(text, at)) {
    case LETTER:
      return wordEnd(text, at);
    case DIGIT:
      return numberEnd(text, at);
    case DOT:
      return dotsEnd(text, at);
    case SPACE:
      return at;
    case NOT_PLAIN:
      return NOT_PLAIN;
    default:
      return at + 1;
  }
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  if (classAt(text, at) === DOT) {
    const end = acronymEnd(text, from);
    if (end !== from) return end;
  }
  for (;;) {
    let kind = classAt(text, at);
    while (kind === LETTER || kind === DIGIT) kind = classAt(text, ++at);
    if (kind === NOT_PLAIN) return NOT_PLAIN;
    if (kind !== JOINER) return at;
    const next = classAt(text, at + 1);
    if (next === NOT_PLAIN) return NOT_PLAIN;
    if (next !== LETTER && next !== DIGIT) return at;
    at += 2;
  }
}

/** "U.S.": two letters or more, each with its dot; `from` when it is none. */
function acronymEnd(text: string, from: number): number {
  let at = from;
  while (classAt(text, at) === LETTER && classAt(text, at + 1) === DOT) at += 2;
  if (classAt(text, at) === NOT_PLAIN) return NOT_PLAIN;
  return at - from >= 4 ? at : from;
}

/** "1,000", "10:30", "19th". */
function numberEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (classAt(text, at) === DIGIT) at += 1;
    const code = text.charCodeAt(at);
    if (code >= 128) return NOT_PLAIN;
    if (code !== COMMA && code !== COLON && classAt(text, at) !== DOT) break;
    const next = classAt(text, at + 1);
    if (next === NOT_PLAIN) return NOT_PLAIN;
    if (next !== DIGIT) return at;
    at += 1;
  }
  const end = at + MAX_UNIT;
  while (at < end && classAt(text, at) === LETTER) at += 1;
  return at < end && classAt(text, at) === NOT_PLAIN ? NOT_PLAIN : at;
}

function dotsEnd(text: string, from: number): number {
  let at = from + 1;
  while (classAt(text, at) === DOT) at += 1;
  return at;
}
