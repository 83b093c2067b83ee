/** Bodies that are made to cost more than they weigh, each of about `size` characters. One row an input; tests run every row. */
type Hostile = { readonly name: string; readonly make: (size: number) => string };

const rss = (inside: string, attributes = ''): string =>
  `<rss version="2.0"${attributes}><channel><title>T</title>${inside}</channel></rss>`;
const item = (inside: string): string => rss(`<item><title>One</title><link>https://example.org/1</link>${inside}</item>`);
const fill = (part: string, size: number): string => part.repeat(Math.ceil(size / part.length));
const numbered = (part: (at: number) => string, size: number): string => {
  const parts: string[] = [];
  for (let length = 0, at = 0; length < size; at++) {
    const one = part(at);
    parts.push(one);
    length += one.length;
  }
  return parts.join('');
};

export const HOSTILE_INPUTS: readonly Hostile[] = [
  { name: 'half tags in a description', make: (size) => item(`<description>${fill('x<p', size)}</description>`) },
  { name: 'escaped half tags in a description', make: (size) => item(`<description>${fill('x&lt;p', size)}</description>`) },
  { name: 'half tags in a title', make: (size) => item(`<title>${fill('x&lt;p', size)}</title>`) },
  { name: 'an endless tag name', make: (size) => item(`<description><${fill('a', size)}</description>`) },
  { name: 'an endless escaped tag name in a title', make: (size) => rss(`<item><title>&lt;${fill('a', size)}</title></item>`) },
  { name: 'ampersands in a title', make: (size) => rss(`<item><title>${fill('&', size)}</title></item>`) },
  { name: 'less-than signs in a title', make: (size) => rss(`<item><title>${fill('<', size)}</title></item>`) },
  { name: 'numeric references', make: (size) => item(`<description>${fill('&#x26;', size)}</description>`) },
  { name: 'unknown references', make: (size) => item(`<description>${numbered((at) => `&e${at};`, size)}</description>`) },
  { name: 'nested unknown elements', make: (size) => item(fill('<a>', size)) },
  { name: 'nested unknown elements that close', make: (size) => item(`${fill('<a>', size * 0.4)}${fill('</a>', size * 0.6)}`) },
  { name: 'nested elements of many names', make: (size) => item(numbered((at) => `<n${at}>`, size)) },
  { name: 'nested tags in a description', make: (size) => item(`<description>${fill('<b>', size)}</description>`) },
  { name: 'nested descriptions', make: (size) => item(fill('<description>', size)) },
  { name: 'nested vocabularies', make: (size) => item(numbered((at) => `<a xmlns:p${at}="urn:${at}">`, size)) },
  { name: 'stray end tags', make: (size) => item(`${fill('<a>', 300)}${fill('</channel2></z></a1>', size)}`) },
  { name: 'one element with many attributes', make: (size) => item(`<enclosure ${numbered((at) => `a${at}="x" `, size)}/>`) },
  { name: 'a link with many attributes', make: (size) => item(`<link ${numbered((at) => `a${at}="x" `, size)} href="/2"/>`) },
  { name: 'an item with many attributes', make: (size) => rss(`<item ${numbered((at) => `a${at}='x' `, size)}><title>One</title></item>`) },
  { name: 'unclosed items', make: (size) => rss(fill('<item><title>One</title>', size)) },
  { name: 'unclosed elements between unclosed items', make: (size) => rss(numbered((at) => `<item><x${at}>`, size)) },
  { name: 'items in items', make: (size) => rss(fill('<item><x>', size)) },
  { name: 'empty items', make: (size) => rss(fill('<item/>', size)) },
  { name: 'small items', make: (size) => rss(numbered((at) => `<item><title>${at}</title><guid>${at}</guid></item>`, size)) },
  { name: 'unclosed comments', make: (size) => rss(fill('<!-- ', size)) },
  { name: 'unclosed comments in a description', make: (size) => item(`<description>${fill('<!--', size)}</description>`) },
  { name: 'escaped unclosed comments in a title', make: (size) => rss(`<item><title>${fill('&lt;!--', size)}</title></item>`) },
  { name: 'one unclosed CDATA section', make: (size) => item(`<description><![CDATA[${fill('word ', size)}`) },
  { name: 'many unclosed CDATA sections', make: (size) => item(`<description>${fill('<![CDATA[', size)}`) },
  { name: 'CDATA sections that swallow items', make: (size) => rss(fill('<item><title><![CDATA[One</title></item>', size)) },
  { name: 'one unclosed quote', make: (size) => item(`<enclosure url="${fill('word ', size)}`) },
  { name: 'many unclosed quotes', make: (size) => item(fill(`<a b="<c d='`, size)) },
  { name: 'quotes that would swallow items', make: (size) => rss(fill(`<item a="><item b='>`, size)) },
  { name: 'tags that never end', make: (size) => item(fill('<a ', size)) },
  { name: 'processing instructions that never end', make: (size) => rss(fill('<?a ', size)) },
  {
    name: 'a doctype with many entities',
    make: (size) => `<!DOCTYPE rss [${numbered((at) => `<!ENTITY e${at} "x">`, size)}]>${item('<description>&e1;</description>')}`,
  },
  {
    name: 'one long entity used often',
    make: (size) => `<!DOCTYPE rss [<!ENTITY e "${'x'.repeat(1900)}">]>${item(`<description>${fill('&e;', size)}</description>`)}`,
  },
  { name: 'doctypes that never end', make: (size) => `${fill('<!DOCTYPE a [', size)}${rss('')}` },
  { name: 'links without an end', make: (size) => rss(`<item>${fill('<link>https://example.org/', size)}</item>`) },
  { name: 'authors without an end', make: (size) => rss(`<item><author>${fill('<name ', size)}</author></item>`) },
  { name: 'many categories', make: (size) => item(fill('<category>a</category>', size)) },
  { name: 'spaces in a title', make: (size) => rss(`<item><title>a${fill(' ', size)}b</title></item>`) },
  { name: 'spaces in a link', make: (size) => rss(`<item><link>a${fill(' \n', size)}b</link></item>`) },
  { name: 'a date of many digits', make: (size) => item(`<pubDate>${fill('1', size)}</pubDate>`) },
  {
    name: 'an element before the root that never ends',
    make: (size) => `${fill('<br ', Math.min(size, 60_000))}${rss(fill('<item/>', size))}`,
  },
  { name: 'a JSON Feed nested deep', make: (size) => `{"version":"https://jsonfeed.org/version/1","items":[${fill('[', size)}` },
  { name: 'a JSON Feed cut in many items', make: (size) => `{"title":"T","items":[${fill('{"id":"1","title":"One"},', size)}` },
  { name: 'a JSON Feed of null items', make: (size) => `{"title":"T","items":[${fill('null,', size)}null]}` },
  { name: 'words after the root of an HTML page', make: (size) => `<html><feed ${fill('<p>word', size)}` },
];
