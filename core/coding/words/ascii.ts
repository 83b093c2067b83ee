const [OTHER, LOWER, UPPER, DIGIT, SPACE, DOT, JOINER] = [0, 1, 2, 3, 4, 5, 6];
/** A letter of another script, or a mark beyond ASCII. */
const FOREIGN = 7;
/** Class of each UTF-16 unit. */
const CLASS = Uint8Array.from({ length: 65_536 }, (_, code) => (code < 128 ? classOf(String.fromCharCode(code)) : FOREIGN));
function classOf(char: string): number {
  if (/[a-z]/.test(char)) return LOWER;
  if (/[A-Z]/.test(char)) return UPPER;
  if (/\d/.test(char)) return DIGIT;
  if (/\s/.test(char)) return SPACE;
  return char === '.' ? DOT : /['&-]/.test(char) ? JOINER : OTHER;
}
const COMMA = 44;
const COLON = 58;
const HYPHEN = 45;
const MAX_UNIT = 3;
/** "anti-U.S." stays one word, "China-U.S." are two states. */
const BOUND_BEFORE = /^(?:anti|pro|non|post|pre)$/i;

const isLetter = (kind: number): boolean => kind === LOWER || kind === UPPER;

/**
 * Finds where tokens of plain ASCII end, by the same rules as the pattern in tokens.ts: acronyms with dots, words with inner ' & -,
 * numbers, runs of dots, one mark. What it finds is left in `end`, so that a long text makes no garbage.
 */
export class AsciiScanner {
  /** Where the last token ended. */
  end = 0;
  private readonly units: Uint16Array;
  private readonly length: number;

  /** `units`: those of a text, `length` of them. */
  constructor(units: Uint16Array, length: number) {
    this.units = units;
    this.length = length;
  }

  /** Reads the token at `at`: an empty one for a space. False when a character beyond ASCII has a say, and nothing is found. */
  read(at: number): boolean {
    const kind = this.classAt(at);
    if (kind === FOREIGN) return false;
    if (isLetter(kind)) return this.readWord(at);
    if (kind === DIGIT) return this.readNumber(at);
    this.end = kind === SPACE ? at : at + 1;
    if (kind === DOT) while (this.classAt(this.end) === DOT) this.end += 1;
    return true;
  }

  private readWord(from: number): boolean {
    const { units, length } = this;
    let at = from + 1;
    if (this.classAt(at) === DOT) {
      const end = this.acronymEnd(from);
      if (end === null) return false;
      if (end > from) return this.close(end);
    }
    for (;;) {
      let kind = OTHER;
      for (; at < length; at += 1) {
        kind = CLASS[units[at] ?? 0] ?? OTHER;
        if (kind !== LOWER && kind !== UPPER && kind !== DIGIT) break;
      }
      if (at >= length) return this.close(at);
      if (kind === FOREIGN) return false;
      if (kind !== JOINER) return this.close(at);
      const next = this.classAt(at + 1);
      if (next === FOREIGN) return false;
      if (!isLetter(next) && next !== DIGIT) return this.close(at);
      if (this.classAt(at + 2) === DOT && units[at] === HYPHEN) {
        const end = this.acronymEnd(at + 1);
        if (end === null) return false;
        if (end > at + 1) return this.close(BOUND_BEFORE.test(String.fromCharCode(...units.subarray(from, at))) ? end : at);
      }
      at += 1;
    }
  }

  /** "U.S.": two letters or more, each with its dot; `from` when it is none, null when a letter beyond ASCII may go on. */
  private acronymEnd(from: number): number | null {
    let at = from;
    while (isLetter(this.classAt(at)) && this.classAt(at + 1) === DOT) at += 2;
    if (this.classAt(at) === FOREIGN) return null;
    if (at - from < 4) return from;
    return at;
  }

  /** "1,000", "10:30", "19th". */
  private readNumber(from: number): boolean {
    let at = from;
    for (;;) {
      while (this.classAt(at) === DIGIT) at += 1;
      const kind = this.classAt(at);
      if (kind === FOREIGN) return false;
      const code = this.units[at] ?? 0;
      if (kind !== DOT && code !== COMMA && code !== COLON) break;
      const next = this.classAt(at + 1);
      if (next === FOREIGN) return false;
      if (next !== DIGIT) return this.close(at);
      at += 1;
    }
    const end = at + MAX_UNIT;
    while (at < end && isLetter(this.classAt(at))) at += 1;
    return at < end && this.classAt(at) === FOREIGN ? false : this.close(at);
  }

  private close(at: number): boolean {
    this.end = at;
    return true;
  }

  /** Class of the character at `at`; OTHER behind the end. */
  private classAt(at: number): number {
    return at < this.length ? (CLASS[this.units[at] ?? 0] ?? OTHER) : OTHER;
  }
}
