import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { SampleFormat, SampleItem, SampleOutlet } from './sample.ts';

/** One feed document as its outlet would serve it: bytes and their content type. */
export type RenderedFeed = { readonly bytes: Buffer; readonly contentType: string };
type Render = (outlet: SampleOutlet, items: readonly SampleItem[]) => RenderedFeed;

/** Newest first, as feeds do. */
export const renderFeed: Render = (outlet, items) =>
  RENDER[outlet.format](
    outlet,
    [...items].sort((a, b) => b.at.localeCompare(a.at)),
  );

const site = (outlet: SampleOutlet): string => `https://${outlet.id}.example/`;
const page = (outlet: SampleOutlet, item: SampleItem): string => `${site(outlet)}${item.at.slice(0, 10)}/${slug(item.title)}`;
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
const utf8 = (text: string, contentType: string): RenderedFeed => ({ bytes: Buffer.from(text, 'utf8'), contentType });
const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const RENDER: Record<SampleFormat, Render> = {
  rss: (outlet, items) =>
    utf8(
      generateRssFeed({
        title: outlet.outlet,
        link: site(outlet),
        description: outlet.outlet,
        items: items.map((item) => ({
          title: item.title,
          link: page(outlet, item),
          guid: { value: page(outlet, item), isPermaLink: true },
          pubDate: new Date(item.at),
          ...(item.summary === null ? {} : { description: item.summary }),
        })),
      }),
      'application/rss+xml; charset=utf-8',
    ),
  atom: (outlet, items) =>
    utf8(
      generateAtomFeed({
        id: site(outlet),
        title: { value: outlet.outlet },
        updated: new Date(items[0]?.at ?? 0),
        entries: items.map((item) => ({
          id: page(outlet, item),
          title: { value: item.title },
          links: [{ href: page(outlet, item), rel: 'alternate' }],
          published: new Date(item.at),
          updated: new Date(item.at),
          ...(item.summary === null ? {} : { summary: { value: item.summary } }),
        })),
      }),
      'application/atom+xml; charset=utf-8',
    ),
  json: (outlet, items) =>
    utf8(
      JSON.stringify(
        generateJsonFeed({
          title: outlet.outlet,
          home_page_url: site(outlet),
          items: items.map((item) => ({
            id: page(outlet, item),
            url: page(outlet, item),
            title: item.title,
            content_text: item.summary ?? item.title,
            date_published: new Date(item.at),
          })),
        }),
      ),
      'application/feed+json',
    ),
  rdf: (outlet, items) => utf8(rdfDocument(outlet, items), 'application/rdf+xml'),
  broken: (outlet, items) => ({ bytes: Buffer.from(brokenDocument(outlet, items), 'latin1'), contentType: 'text/xml; charset=utf-8' }),
};

function rdfDocument(outlet: SampleOutlet, items: readonly SampleItem[]): string {
  const entry = (item: SampleItem): string =>
    `<item rdf:about="${page(outlet, item)}"><title>${escapeXml(item.title)}</title><link>${page(outlet, item)}</link><dc:date>${item.at}</dc:date>${item.summary === null ? '' : `<description>${escapeXml(item.summary)}</description>`}</item>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${site(outlet)}"><title>${escapeXml(outlet.outlet)}</title><link>${site(outlet)}</link><description>weekly</description></channel>
${items.map(entry).join('\n')}
</rdf:RDF>`;
}

/** What publishers really do: bare ampersands, stray markup, bytes of another encoding, and an end that never comes. */
function brokenDocument(outlet: SampleOutlet, items: readonly SampleItem[]): string {
  const entry = (item: SampleItem): string =>
    `<item><title>${item.title}</title><link>${page(outlet, item)}</link><pubDate>${new Date(item.at).toUTCString()}</pubDate><description>${item.summary ?? ''} \u0093caf\u00e9\u0094 & more</description></item>`;
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${outlet.outlet} & Sons</title>${items.map(entry).join('')}<item><title>cut off in the mid`;
}
