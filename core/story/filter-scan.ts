/** One term as written: `-status:held,"under way"`. Columns count from 1. */
export type ScannedTerm = {
  readonly column: number;
  readonly isNegated: boolean;
  readonly key: string;
  /** null for a bare word (`denial`). */
  readonly values: readonly { readonly text: string; readonly column: number }[] | null;
};
export type ScanError = { readonly message: string; readonly column: number; readonly suggestion: string | null };

const MAX_FILTER_LENGTH = 1000;
const QUOTES = '"“”„';

/** Cuts a filter into terms: words by spaces, values by commas, quotes hold both together. */
export function scanFilter(text: string): readonly ScannedTerm[] | ScanError {
  if (text.length > MAX_FILTER_LENGTH)
    return {
      message: `the filter has ${text.length} characters; ${MAX_FILTER_LENGTH} at most`,
      column: MAX_FILTER_LENGTH + 1,
      suggestion: null,
    };
  const terms: ScannedTerm[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) at += 1;
    else {
      const found = scanTerm(text, at);
      if ('message' in found) return found;
      terms.push(found.term);
      at = found.end;
    }
  }
  return terms;
}

function scanTerm(text: string, start: number): { readonly term: ScannedTerm; readonly end: number } | ScanError {
  const head = /^(-?)([^\s:,"“”„]*)(:?)/u.exec(text.slice(start));
  const [whole = '', minus = '', key = '', colon = ''] = head ?? [];
  const column = start + 1;
  if (key === '') return strayError(text, start + minus.length);
  const term = { column, isNegated: minus !== '', key: key.toLowerCase() };
  const end = start + whole.length;
  if (colon === '') return { term: { ...term, values: null }, end };
  const list = scanValues(text, end);
  return 'message' in list ? list : { term: { ...term, values: list.values }, end: list.end };
}

function strayError(text: string, at: number): ScanError {
  const quoted = QUOTES.includes(text.charAt(at)) ? readValue(text, at) : null;
  if (quoted !== null && 'message' in quoted) return quoted;
  if (quoted !== null) return { message: 'a quotation needs a key before it', column: at + 1, suggestion: `text:"${quoted.text}"` };
  return { message: `a term is key:value; found "${text.slice(at, at + 10)}"`, column: at + 1, suggestion: null };
}

type Values = { readonly values: readonly { readonly text: string; readonly column: number }[]; readonly end: number };
function scanValues(text: string, start: number): Values | ScanError {
  const values: { text: string; column: number }[] = [];
  let at = start;
  for (;;) {
    const value = readValue(text, at);
    if ('message' in value) return value;
    if (value.text.trim() === '') return { message: 'a value is missing here', column: at + 1, suggestion: null };
    values.push({ text: value.text.trim(), column: at + 1 });
    at = value.end;
    if (text.charAt(at) !== ',') return { values, end: at };
    at += 1;
  }
}

function readValue(text: string, start: number): { readonly text: string; readonly end: number } | ScanError {
  if (!QUOTES.includes(text.charAt(start)) || start >= text.length) {
    const bare = /^[^\s,"“”„]*/u.exec(text.slice(start))?.[0] ?? '';
    return { text: bare, end: start + bare.length };
  }
  for (let at = start + 1, out = ''; ; at += 1) {
    if (at >= text.length) return { message: 'this quotation is not closed', column: start + 1, suggestion: `${text.slice(start)}"` };
    const letter = text.charAt(at);
    if (QUOTES.includes(letter)) return { text: out, end: at + 1 };
    if (letter === '\\' && at + 1 < text.length) {
      at += 1;
      out += text.charAt(at);
    } else out += letter;
  }
}
