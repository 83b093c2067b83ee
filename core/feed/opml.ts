import { generateOpml, parseOpml } from 'feedsmith';
import { SOURCE_KINDS, type SourceKind } from './item.ts';

/** A feed as a list of feeds names it: only the address is certain. */
export type ListedFeed = {
  readonly url: string;
  readonly title: string | null;
  readonly lang: string | null;
  /** Ours alone; other programs neither write nor read them. */
  readonly id: string | null;
  readonly sourceKind: SourceKind | null;
  readonly intervalMinutes: number | null;
  readonly isEnabled: boolean;
};

const OWN = ['summitwireId', 'summitwireKind', 'summitwireMinutes', 'summitwireEnabled'] as const;

/** All feeds of an OPML document, whatever its folders. Throws when it is no OPML. */
export function readOpml(text: string): readonly ListedFeed[] {
  const document = parse(text);
  const found: ListedFeed[] = [];
  const waiting = [...(document.body?.outlines ?? [])];
  for (let outline = waiting.shift(); outline !== undefined; outline = waiting.shift()) {
    waiting.unshift(...(outline.outlines ?? []));
    if (outline.xmlUrl === undefined || outline.xmlUrl.trim() === '') continue;
    found.push({
      url: outline.xmlUrl.trim(),
      title: outline.text?.trim() || outline.title?.trim() || null,
      lang: /^[a-z]{2,3}(?=-|$)/.exec(outline.language?.toLowerCase() ?? '')?.[0] ?? null,
      id: textOf(outline.summitwireId),
      sourceKind: SOURCE_KINDS.find((kind) => kind === outline.summitwireKind) ?? null,
      intervalMinutes: /^\d{1,4}$/.test(textOf(outline.summitwireMinutes) ?? '') ? Number(outline.summitwireMinutes) : null,
      isEnabled: outline.summitwireEnabled !== 'false',
    });
  }
  return found;
}

/** An OPML 2.0 document that other programs read, with our own attributes beside theirs, so that it can be read back whole. */
export function writeOpml(feeds: readonly (ListedFeed & { readonly id: string; readonly title: string })[]): string {
  const outlines = feeds.map(({ url, title, lang, id, sourceKind, intervalMinutes, isEnabled }) => ({
    type: 'rss',
    text: title,
    title,
    xmlUrl: url,
    ...(lang === null ? {} : { language: lang }),
    summitwireId: id,
    ...(sourceKind === null ? {} : { summitwireKind: sourceKind }),
    ...(intervalMinutes === null ? {} : { summitwireMinutes: String(intervalMinutes) }),
    ...(isEnabled ? {} : { summitwireEnabled: 'false' }),
  }));
  if (outlines.length === 0) return EMPTY;
  return generateOpml({ head: { title: 'Feeds of Summitwire' }, body: { outlines } }, { extraOutlineAttributes: OWN });
}

/** The generator refuses a list of nothing. */
const EMPTY =
  '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head><title>Feeds of Summitwire</title></head><body></body></opml>\n';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function parse(text: string) {
  try {
    return parseOpml(text, { extraOutlineAttributes: OWN });
  } catch (error) {
    throw new Error('the file is no OPML: wanted an XML document with <opml><body><outline xmlUrl="..."/>', { cause: error });
  }
}
