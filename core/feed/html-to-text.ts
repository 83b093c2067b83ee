import { decodeReferences } from './character-references.ts';
import { type Cursor, findNameEnd, findTagEnd, openCursor, skipDeclaration } from './markup-cursor.ts';

const LONGEST_NAME = 40;
/** No headline, address or name is longer; what is beyond is cut. */
const LONGEST_LINE = 20_000;

const names = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Tags after which a reader sees a new line. */
const BLOCKS = names(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul',
);
/** Elements whose text is not for readers. */
const HIDDEN = names('script style template noscript iframe object svg math head');
const INLINE = names(
  'a abbr acronym b bdi bdo big button center cite code data del dfn em font i img input ins kbd label mark q rp rt ruby s samp small source span strike strong sub sup time tt u var video audio wbr html body title link meta embed param',
);

/** One line of plain text: known markup removed ("Array<Foo>" stays), references resolved, white space collapsed. */
export function htmlToLine(html: string): string {
  if (html.length > LONGEST_LINE) return htmlToLine(html.slice(0, LONGEST_LINE));
  const bare = html.indexOf('<') < 0 ? html : stripTags(html, LINE);
  return collapse(decodeReferences(bare));
}

/** Plain text for a coder or a reader: paragraphs on lines of their own, scripts and styles gone, references resolved. Linear time. */
export function htmlToText(html: string): string {
  const bare = html.indexOf('<') < 0 ? html : stripTags(html.replaceAll('\n', ' '), TEXT);
  return decodeReferences(bare)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** White space of any kind becomes one space. */
export function collapse(text: string): string {
  return /[^\S ]|^ | {2}| $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

function isHtmlName(name: string): boolean {
  return BLOCKS.has(name) || INLINE.has(name) || HIDDEN.has(name);
}

/** What a `<` begins: where it ends, and the tag's name; null when it is only a character. */
type Markup = { readonly end: number; readonly name: string | null; readonly isClosing: boolean; readonly isEmpty: boolean };

function readMarkup(cursor: Cursor, lt: number): Markup | null {
  const { text } = cursor;
  if (text.startsWith('<![CDATA[', lt)) return { end: lt + 9, name: null, isClosing: false, isEmpty: true };
  if (text.startsWith('<!--', lt)) return { end: skipDeclaration(cursor, lt), name: null, isClosing: false, isEmpty: true };
  const isClosing = text.charCodeAt(lt + 1) === 47;
  const start = isClosing ? lt + 2 : lt + 1;
  if (!/[a-z]/i.test(text.charAt(start))) return null;
  const gt = findTagEnd(cursor, start);
  if (gt < 0 || text.charCodeAt(gt) !== 62) return null;
  const end = findNameEnd(text, start);
  const name = text.slice(start, Math.min(end, start + LONGEST_NAME)).toLowerCase();
  return { end: gt + 1, name: name.slice(name.indexOf(':') + 1), isClosing, isEmpty: text.charCodeAt(gt - 1) === 47 };
}

type Style = { readonly isMarkup: (name: string) => boolean; readonly lineBreak: string; readonly hides: boolean };
const LINE: Style = { isMarkup: isHtmlName, lineBreak: ' ', hides: true };
const TEXT: Style = { isMarkup: () => true, lineBreak: '\n', hides: true };

function stripTags(html: string, style: Style): string {
  const cursor = openCursor(html);
  let out = '';
  let from = 0;
  let hidden: string | null = null;
  for (let lt = html.indexOf('<'); lt >= 0; lt = html.indexOf('<', lt)) {
    const markup = readMarkup(cursor, lt);
    if (markup === null || (markup.name !== null && !style.isMarkup(markup.name))) {
      lt++;
      continue;
    }
    if (hidden === null) out += html.slice(from, lt);
    lt = markup.end;
    if (hidden === null || (markup.name === hidden && markup.isClosing)) from = lt;
    const { name } = markup;
    if (name === null) continue;
    if (style.hides && hidden === null && HIDDEN.has(name) && !markup.isClosing && !markup.isEmpty) hidden = name;
    else if (hidden === name && markup.isClosing) hidden = null;
    else if (hidden === null && BLOCKS.has(name)) out += style.lineBreak;
  }
  const rest = html.slice(from);
  // An element that never closes hides nothing.
  return out + (hidden === null ? rest.replaceAll(']]>', '') : stripTags(rest, { ...style, hides: false }));
}
