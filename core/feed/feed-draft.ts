import type { FeedSlot, ItemSlot } from './feed-vocabulary.ts';
import type { FeedFormat } from './parsed-feed.ts';

/** A link as an element gives it, already absolute where a base is known. */
export type DraftLink = { readonly href: string; readonly rel: string; readonly type: string };

/** What the tolerant reader found of one item, before any choice between candidates. All texts are HTML. */
export type ItemDraft = {
  readonly texts: Partial<Record<ItemSlot, string>>;
  readonly links: DraftLink[];
  readonly authors: string[];
  readonly categories: string[];
  about: string | null;
  isPermaLink: boolean;
  language: string | null;
  base: string | null;
};

export type FeedDraft = {
  format: FeedFormat;
  readonly texts: Partial<Record<FeedSlot, string>>;
  readonly links: DraftLink[];
  base: string | null;
  language: string | null;
  readonly items: ItemDraft[];
  itemsOverLimit: number;
  itemsCut: number;
  readonly repairs: Set<string>;
};

export function newItemDraft(base: string | null, language: string | null): ItemDraft {
  return { texts: Object.create(null), links: [], authors: [], categories: [], about: null, isPermaLink: true, language, base };
}

export function newFeedDraft(base: string | null): FeedDraft {
  return {
    format: 'rss',
    texts: Object.create(null),
    links: [],
    base,
    language: null,
    items: [],
    itemsOverLimit: 0,
    itemsCut: 0,
    repairs: new Set(),
  };
}
