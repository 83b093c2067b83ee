/**
 * Reads markup that may be broken, left to right, in linear time: every search that can fail remembers that it failed,
 * so that a million unclosed quotes or comments cost one pass and not a million.
 */
export type Cursor = {
  readonly text: string;
  pos: number;
  readonly nextDouble: (from: number) => number;
  readonly nextSingle: (from: number) => number;
  readonly nextCdata: (from: number) => number;
  readonly nextCdataEnd: (from: number) => number;
  readonly nextCommentEnd: (from: number) => number;
  readonly nextGreater: (from: number) => number;
  /** Set by `findTagEnd`: the tag has attributes whose name begins with "xml". */
  hasXmlAttribute: boolean;
};

export function openCursor(text: string): Cursor {
  return {
    text,
    pos: 0,
    nextDouble: lookAhead(text, '"'),
    nextSingle: lookAhead(text, "'"),
    nextCdata: lookAhead(text, '<![CDATA['),
    nextCdataEnd: lookAhead(text, ']]>'),
    nextCommentEnd: lookAhead(text, '-->'),
    nextGreater: lookAhead(text, '>'),
    hasXmlAttribute: false,
  };
}

/** `indexOf` that never scans the same stretch twice while positions grow. */
function lookAhead(text: string, needle: string): (from: number) => number {
  let asked = 0;
  let found = -2;
  return (from) => {
    const isKnown = from >= asked && (found === -1 || found >= from);
    if (isKnown) return found;
    asked = from;
    found = text.indexOf(needle, from);
    return found;
  };
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

/** A letter, underscore, colon or anything beyond ASCII can begin a tag's name. */
export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code >= 192;
}

export function findNameEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 62 || code === 47 || code === 60 || isSpace(code)) return at;
  }
  return at;
}

/**
 * Index of the `>` that ends the tag, or of the `<` that interrupts it; -1 when the text ends first.
 * A quoted value may hold `>` and `<`, unless it would swallow an item.
 */
export function findTagEnd(cursor: Cursor, from: number): number {
  const { text } = cursor;
  cursor.hasXmlAttribute = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 62 || code === 60) return at;
    if (code === 61) at = skipValue(cursor, at + 1);
    else if (code === 120 && text.charCodeAt(at + 1) === 109 && text.charCodeAt(at + 2) === 108) cursor.hasXmlAttribute = true;
  }
  return -1;
}

const ITEM_TAG = /<\/?(?:\w+:)?(?:item|entry)\b/i;

/** Last index of a quoted value that begins at or after `from`; `from - 1` when there is none that closes. */
function skipValue(cursor: Cursor, from: number): number {
  const { text } = cursor;
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  const quote = text.charCodeAt(at);
  if (quote !== 34 && quote !== 39) return from - 1;
  const close = quote === 34 ? cursor.nextDouble(at + 1) : cursor.nextSingle(at + 1);
  if (close < 0 || (close - at > 40 && ITEM_TAG.test(text.slice(at, close)))) return from - 1;
  return close;
}

const ATTRIBUTE = /([^\s=/>"'<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g;
const MOST_ATTRIBUTES = 100;

/** Attributes of one tag, names in lower case as written (with prefix), values undecoded. The first of a name wins. */
export function readAttributes(text: string, from: number, to: number): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of text.slice(from, to).matchAll(ATTRIBUTE)) {
    const name = (match[1] ?? '').toLowerCase();
    if (found.size >= MOST_ATTRIBUTES) break;
    if (!found.has(name)) found.set(name, match[2] ?? match[3] ?? unquote(match[4] ?? ''));
  }
  return found;
}

/** An unquoted value in a self-closing tag carries the slash; a value whose quote never closes carries the quote. */
function unquote(value: string): string {
  return value.replace(/^["']|\/$/g, '');
}

/** Position after a comment, processing instruction or declaration that begins at `at`. */
export function skipDeclaration(cursor: Cursor, at: number): number {
  const { text } = cursor;
  if (text.startsWith('<!--', at)) {
    const end = cursor.nextCommentEnd(at + 4);
    if (end >= 0) return end + 3;
  }
  const end = cursor.nextGreater(at + 2);
  return end < 0 ? text.length : end + 1;
}
