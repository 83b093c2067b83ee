import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { partiesLabel } from '../../core/alert/party-name.ts';
import type { Development } from '../../core/story/development.ts';

/** One development as a feed entry; all words are plain text. */
export type OutEntry = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The source's own article, else the story on our page. */
  readonly link: string;
  readonly at: string;
  readonly tags: readonly string[];
};

export type OutChannel = {
  readonly title: string;
  readonly address: string;
  readonly home: string;
  readonly updated: Date;
  readonly entries: readonly OutEntry[];
};

export function outEntry(row: Development, home: string): OutEntry {
  const said = (label: string, quote: Development['quote']) =>
    quote === null ? [] : [`${label}"${quote.text}"${quote.outlet === null ? '' : ` (${quote.outlet})`}`];
  const where = [row.summit, row.place].filter((each) => each !== null).join(', ');
  return {
    id: `urn:summitwire:development:${row.id}`,
    title: `${partiesLabel(row.parties, row.leaders)}${where === '' ? '' : `, ${where}`}: ${row.what}`,
    text: [row.what, ...said('', row.quote), ...said('Before: ', row.before)].join('\n'),
    link: row.quote?.link ?? `${home}#/story/${encodeURIComponent(row.storyId)}`,
    at: row.at,
    tags: [row.kind, row.severity, row.level, ...(row.to === null ? [] : [row.to]), ...row.parties],
  };
}

/** RSS readers take a description for HTML: our plain text is escaped once for them, and once more for XML by the writer. */
const asHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');

/** Nobody can say whether an RSS title is HTML: so it holds nothing that could be a tag. */
const withoutTags = (text: string): string => text.replace(/</g, '‹');

export function renderRss({ title, home, address, updated, entries }: OutChannel): string {
  return generateRssFeed({
    title,
    link: home,
    description: 'One entry for each change of a story of leader contacts',
    lastBuildDate: updated,
    atom: { links: [{ href: address, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map((entry) => ({
      title: withoutTags(entry.title),
      link: entry.link,
      description: asHtml(entry.text),
      guid: { value: entry.id, isPermaLink: false },
      pubDate: new Date(entry.at),
      categories: entry.tags.map((name) => ({ name })),
    })),
  });
}

export function renderAtom({ title, home, address, updated, entries }: OutChannel): string {
  return generateAtomFeed({
    id: address,
    title: { value: title, type: 'text' },
    updated,
    links: [
      { href: address, rel: 'self' },
      { href: home, rel: 'alternate' },
    ],
    authors: [{ name: 'Summitwire' }],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title, type: 'text' },
      updated: new Date(entry.at),
      links: [{ href: entry.link, rel: 'alternate' }],
      content: { value: entry.text, type: 'text' },
      categories: entry.tags.map((term) => ({ term })),
    })),
  });
}

export function renderJsonFeed({ title, home, address, entries }: OutChannel): string {
  return JSON.stringify(
    generateJsonFeed({
      title,
      home_page_url: home,
      feed_url: address,
      items: entries.map((entry) => ({
        id: entry.id,
        url: entry.link,
        title: entry.title,
        content_text: entry.text,
        date_published: new Date(entry.at),
        tags: [...entry.tags],
      })),
    }),
  );
}
