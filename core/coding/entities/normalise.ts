import { LANGUAGES } from '../facts/language-data.ts';
import { countryOfCity } from '../lexicon/cities.ts';
import { fold } from '../words/fold.ts';

/**
 * Makes text of any feed comparable: one kind of quotes, dashes and spaces, nothing invisible, no outlet at the end of a title
 * and no dateline at the start of a text. Offsets everywhere in the coder are offsets in what these functions return.
 */

/** All blanks but a plain single one, which stays. */
const SPACES = /[^\S\n ][^\S\n]*| [^\S\n]+/g;
const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** All that `normaliseText` changes; most titles have none of it. */
const UNUSUAL = /[^\n -~]|`|''|--| {2}| 's |&?quot;/;

type Step = { readonly pattern: RegExp; readonly by: string };
/** In this order: what one makes the next may change. Only those are run that a text has a character for. */
const STEPS: readonly Step[] = [
  { pattern: /\r\n?|[\u2028\u2029]/g, by: '\n' },
  {
    pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
    by: '',
  },
  { pattern: /[\u2018\u2019\u201A\u201B\u02BC\u02BB\u2032`\u00B4]/g, by: "'" },
  { pattern: /[\u201C-\u201F\u2033\u00AB\u00BB\u2039\u203A]|''/g, by: '"' },
  { pattern: /([\p{L}\p{N}])[\u2010-\u2013\u2212]([\p{L}\p{N}])/gu, by: '$1-$2' },
  { pattern: / ?(?:[\u2012-\u2015\u2212]|--+) ?/g, by: ' - ' },
  { pattern: /\u2026/g, by: '...' },
];
const [LINE_END, INVISIBLE, APOSTROPHE, QUOTE, HYPHEN, DASH, ELLIPSIS] = [1, 2, 4, 8, 16, 32, 64];
/** Something that Unicode may write in two ways, or half a pair of surrogates. */
const COMPOSABLE = 128;

/** Ranges of code units beyond printable ASCII, from and to inclusive, and the steps that look at them. */
const CLASSES: readonly (readonly [number, number, number])[] = [
  [0x00, 0x08, INVISIBLE],
  [0x0b, 0x0c, INVISIBLE],
  [0x0d, 0x0d, LINE_END],
  [0x0e, 0x1f, INVISIBLE],
  [0x7f, 0x9f, INVISIBLE],
  [0xab, 0xab, QUOTE],
  [0xad, 0xad, INVISIBLE],
  [0xb4, 0xb4, APOSTROPHE],
  [0xbb, 0xbb, QUOTE],
  [0x2bb, 0x2bc, APOSTROPHE],
  [0x300, 0x2001, COMPOSABLE],
  [0x200b, 0x200f, INVISIBLE],
  [0x2010, 0x2011, HYPHEN],
  [0x2012, 0x2013, HYPHEN | DASH],
  [0x2014, 0x2015, DASH],
  [0x2018, 0x201b, APOSTROPHE],
  [0x201c, 0x201f, QUOTE],
  [0x2026, 0x2026, ELLIPSIS],
  [0x2028, 0x2029, LINE_END],
  [0x202a, 0x202e, INVISIBLE],
  [0x2032, 0x2032, APOSTROPHE],
  [0x2033, 0x2033, QUOTE],
  [0x2039, 0x203a, QUOTE],
  [0x2060, 0x2069, INVISIBLE],
  [0x206a, 0x2211, COMPOSABLE],
  [0x2212, 0x2212, HYPHEN | DASH],
  [0x2213, 0xfefe, COMPOSABLE],
  [0xfeff, 0xfeff, INVISIBLE],
  [0xff00, 0xffff, COMPOSABLE],
];
const CLASS_OF = new Uint8Array(0x10000);
for (const [from, to, bits] of CLASSES) CLASS_OF.fill(bits, from, to + 1);
CLASS_OF[0x60] = APOSTROPHE;

function classesIn(text: string): number {
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) seen |= CLASS_OF[text.charCodeAt(at)] ?? 0;
  return seen;
}

/** What some feeds leave of a quotation mark. */
const QUOT = /&?\bquot; ?/g;

/** UTF-8 that somebody read as Latin-1 or Windows-1252, twice at times: "UK\u00e2\u0080\u0099s", "Orb\u00c3\u00a1n". */
const MISREAD = /(?:[\u00c2\u00c3\u00d0\u00d1][\u0080-\u00bf]|[\u00c4-\u00ef][\u0080-\u009f])[\u0080-\u00bf]*/g;
/** The last of the three bytes of a quotation mark, a dash or dots, as Windows-1252 has it, and the mark. */
const LAST_BYTES = '\u02dc\u2122\u0153\u009d\u201c\u201d\u00a6';
const MARKS = '\u2018\u2019\u201c\u201d\u2013\u2014\u2026';
const MISREAD_MARKS = new RegExp(`\u00e2\u20ac([${LAST_BYTES}])`, 'g');
function reread(text: string): string {
  return text
    .replace(MISREAD_MARKS, (_, last: string) => MARKS.charAt(LAST_BYTES.indexOf(last)))
    .replace(MISREAD, (run) => {
      try {
        return decodeURIComponent(Array.from(run, (one) => `%${one.charCodeAt(0).toString(16)}`).join(''));
      } catch {
        return run;
      }
    });
}
const mended = (text: string): string => (text.search(MISREAD) < 0 && text.search(MISREAD_MARKS) < 0 ? text : reread(reread(text)));

/** NFC, straight quotes, "-" between words and " - " between clauses, single spaces; line ends stay. */
export function normaliseText(raw: string): string {
  if (!UNUSUAL.test(raw)) return raw;
  let text = mended(raw);
  let seen = classesIn(text);
  if ((seen & COMPOSABLE) !== 0) {
    text = text.replace(LONE_SURROGATES, ' ').normalize('NFC');
    seen = classesIn(text);
  }
  if ((seen & (APOSTROPHE | INVISIBLE)) !== 0 || text.includes("''")) seen |= QUOTE;
  if ((seen & (HYPHEN | INVISIBLE)) !== 0 || text.includes('--')) seen |= DASH;
  STEPS.forEach(({ pattern, by }, k) => {
    if ((seen & (1 << k)) !== 0) text = text.replace(pattern, by);
  });
  return text.replace(SPACES, ' ').replaceAll(" 's ", "'s ").replace(QUOT, '"');
}

const LEADING_TAGS =
  /^(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|BREAKING|JUST IN|ANALYSIS|FACTBOX|TIMELINE)(?: \d{1,2})?[-: ]+)+(?=\S)/i;
/** Without one of these OUTLET_TAIL, which is dear, cannot match. */
const TAIL_MARKS = [' - ', ' | ', ' :: '];
const OUTLET_TAIL = / (?:[-|]|::) (?!\d)([\p{L}][\p{L}\p{N}.&' ]{1,40})$/u;

/** A title without agency tags in front and without the outlet's name at its end ("... - Reuters"). */
export function cleanTitle(raw: string, outlet: string | null, isOutlet: (name: string) => boolean): string {
  const title = normaliseText(raw).replace(/\n+/g, ' ').trim().replace(LEADING_TAGS, '');
  const tail = TAIL_MARKS.some((mark) => title.includes(mark)) ? OUTLET_TAIL.exec(title) : null;
  const name = tail?.[1]?.trim().toLowerCase();
  if (tail === null || name === undefined) return title;
  const own = outlet?.toLowerCase() ?? '';
  const isOwn = own.length > 2 && (own.includes(name) || name.includes(own));
  return isOwn || isOutlet(name) ? title.slice(0, tail.index).trim() : title;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?:${[...MONTHS, ...LANGUAGES.flatMap(({ text }) => text.monthStarts)].join('|')})\\p{L}{0,8}\\.?`;
const DATED = `(?:, ?(?:${MONTH} ?\\d{1,2}|\\d{1,2} ${MONTH})(?:,? \\d{4})?)?`;
const AGENCY = '(?: ?\\([\\p{L}][^()\\n]{1,40}\\)| ?/[\\p{L}][^/\\n]{1,30}/\\.?)?';
const DATELINE = new RegExp(
  `^((\\p{Lu}[\\p{Lu}.' -]{2,30}(?: ?/ ?\\p{Lu}[\\p{Lu}.' -]{2,30})?)(?:, (?!${MONTH} ?\\d)\\p{Lu}[\\p{L}. ]{1,20})?${DATED}(?:\\.(?= /))?${AGENCY}) ?(?:-|[.:]) (?=(.))`,
  'iu',
);
const UPPER_PLACE = /^\p{Lu}[\p{Lu}.'-]{2,}/u;

/** The dateline of a text ("MOSCOW, March 19. /TASS/.", "Tokyo - The"), or null; "U.S. | officials met" has none. */
export function datelineIn(text: string): string | null {
  const [, head = '', name = '', next = ''] = DATELINE.exec(text.slice(0, 160)) ?? [];
  const isMarked = UPPER_PLACE.test(head) || /\(|\/\.?$/.test(head) || (/[\p{Lu}"\d]/u.test(next) && isTown(name.split('/')[0] ?? ''));
  return isMarked && !/^(?:(?:THE|A|AN|IT|HE|SHE|WE|I)\b|(?:\p{L}\.)+\p{L}$)/u.test(head) ? head : null;
}
const isTown = (name: string): boolean => countryOfCity(fold(name.trim())) !== null;

/** A text without its dateline: the place where a text was written is seldom the venue. */
export const stripDateline = (text: string): string =>
  datelineIn(text) === null ? text : text.slice(DATELINE.exec(text.slice(0, 160))?.[0].length ?? 0);
