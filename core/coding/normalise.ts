/**
 * Makes text of any feed comparable: one kind of quotes, dashes and spaces, nothing invisible, no outlet at the end of a title
 * and no dateline at the start of a text. Offsets everywhere in the coder are offsets in what these functions return.
 */

const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const SPACES = /[^\S\n]+/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;
const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** All that `normaliseText` changes; most titles have none of it. */
const UNUSUAL = /[^\n -~]|`|''|--| {2}/;

/** NFC, straight quotes, "-" between words and " - " between clauses, single spaces; line ends stay. */
export function normaliseText(raw: string): string {
  if (!UNUSUAL.test(raw)) return raw;
  return raw
    .replace(LONE_SURROGATES, ' ')
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE, '')
    .replace(/[\u2018\u2019\u201A\u201B\u02BC\u02BB\u2032`\u00B4]/g, "'")
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB\u2039\u203A]|''/g, '"')
    .replace(/([\p{L}\p{N}])[\u2010-\u2013\u2212]([\p{L}\p{N}])/gu, '$1-$2')
    .replace(/ ?(?:[\u2012-\u2015\u2212]|--+) ?/g, ' - ')
    .replace(/\u2026/g, '...')
    .replace(SPACES, ' ');
}

const LEADING_TAGS =
  /^(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|BREAKING|JUST IN|ANALYSIS|FACTBOX|TIMELINE)(?: \d{1,2})?[-: ]+)+(?=\S)/i;
const OUTLET_TAIL = / (?:[-|]|::) (?!\d)([\p{L}][\p{L}\p{N}.&' ]{1,40})$/u;

/** A title without agency tags in front and without the outlet's name at its end ("... - Reuters"). */
export function cleanTitle(raw: string, outlet: string | null, isOutlet: (name: string) => boolean): string {
  const title = normaliseText(raw).replace(/\n+/g, ' ').trim().replace(LEADING_TAGS, '');
  const tail = OUTLET_TAIL.exec(title);
  const name = tail?.[1]?.trim().toLowerCase();
  if (tail === null || name === undefined) return title;
  const own = outlet?.toLowerCase() ?? '';
  const isOwn = own.length > 2 && (own.includes(name) || name.includes(own));
  return isOwn || isOutlet(name) ? title.slice(0, tail.index).trim() : title;
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек)\\p{L}{0,8}\\.?';
const DATED = `(?:, ?(?:${MONTH} ?\\d{1,2}|\\d{1,2} ${MONTH}))?`;
const AGENCY = '(?: ?\\([\\p{L}][^()\\n]{1,40}\\)| ?/[\\p{L}][^/\\n]{1,30}/\\.?)?';
const DATELINE = new RegExp(
  `^((?:\\p{Lu}[\\p{Lu}.' -]{2,30})(?:, (?!${MONTH} ?\\d)\\p{Lu}[\\p{L}. ]{1,20})?${DATED}(?:\\.(?= /))?${AGENCY}) ?(?:-|[.:]) `,
  'iu',
);
const UPPER_PLACE = /^\p{Lu}[\p{Lu}.'-]{2,}/u;

/** The dateline of a text ("MOSCOW, March 19. /TASS/."), or null. */
export function datelineIn(text: string): string | null {
  const head = DATELINE.exec(text.slice(0, 160))?.[1] ?? '';
  const isMarked = UPPER_PLACE.test(head) || /[(/]/.test(head);
  return isMarked && !/^(?:THE|A|AN|IT|HE|SHE|WE|I)\b/.test(head) ? head : null;
}

/** A text without its dateline: the place where a text was written is seldom the venue. */
export const stripDateline = (text: string): string =>
  datelineIn(text) === null ? text : text.slice(DATELINE.exec(text.slice(0, 160))?.[0].length ?? 0);
