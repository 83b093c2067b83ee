import { createHash } from 'node:crypto';
import { canonicalGuid, canonicalUrl } from './canonical-url.ts';
import type { SourceKind } from './item.ts';
import type { ItemText } from './item-text.ts';
import type { ParsedItem } from './parsed-feed.ts';

/** Ways to know an item again, strongest first. */
const KEY_KINDS = ['guid', 'url', 'text'] as const;
type KeyKind = (typeof KEY_KINDS)[number];

/** An item of a document, before it is known whether it is new. `keys`: 16 hex digits each, strongest first, at least one. */
export type Candidate = {
  readonly parsed: ParsedItem;
  readonly text: ItemText;
  readonly keys: readonly string[];
  /** 8 hex digits over what a revision would change. */
  readonly fingerprint: string;
};

/** What makes an edited item a revision. An aggregator's body lists other headlines and changes with them: only its title counts. */
const WATCHED: Record<SourceKind, readonly (keyof ItemText)[]> = {
  official: ['title', 'summary', 'content'],
  agency: ['title', 'summary', 'content'],
  press: ['title', 'summary', 'content'],
  aggregator: ['title'],
};

/** Counters and ages in a body, folded: they change at each poll and say nothing. Other numbers (dates, sums), and all of a title, do. */
const VOLATILE =
  /\b(?:no|\d[\d ]{0,12}[km]?) comments?\b|\b\d[\d ]{0,12}[km]? (?:views?|likes?|replies|reactions?|retweets?)\b|\b(?:an?|\d+) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?) ago\b|\b\d+ min(?:utes?)? read\b/g;

/** Shorter texts ("Weather") name no item. */
const MIN_TEXT_LENGTH = 16;

type Draft = Omit<Candidate, 'keys'> & { readonly named: readonly (readonly [KeyKind, string])[] };

/**
 * The items of one document with their identities. An identity that two different items of the document share (a guid for all, one page for many)
 * identifies neither; what is left with none is known by its text and place among its likes. Exact repeats are one item.
 */
export function identify(
  items: readonly { readonly parsed: ParsedItem; readonly text: ItemText }[],
  sourceKind: SourceKind,
): readonly Candidate[] {
  const drafts = items.map((item) => draftOf(item, sourceKind));
  const owners = new Map<string, Set<string>>();
  for (const draft of drafts) for (const [, key] of draft.named) addOwner(owners, key, whatItSays(draft));
  const unique = new Map<string, Candidate>();
  for (const draft of drafts) {
    const keys = draft.named.map(([, key]) => key).filter((key) => owners.get(key)?.size === 1);
    const { named: _named, ...rest } = draft;
    const candidate = { ...rest, keys: keys.length > 0 ? keys : [hash('whole', whatItSays(draft))] };
    const first = candidate.keys[0] ?? '';
    if (!unique.has(first)) unique.set(first, candidate);
  }
  return [...unique.values()];
}

/** 16 hex digits: the id of a new item. Its text is part of it, so that a guid used again after years is not taken for the old item. */
export const itemIdOf = (feedId: string, candidate: Candidate): string =>
  hash('item', feedId, candidate.keys[0] ?? '', candidate.fingerprint);

/** The id of a revision: the same text of the same item has the same id, however often it comes and goes. */
export const revisionIdOf = (firstId: string, fingerprint: string): string => hash('revision', firstId, fingerprint);

function draftOf({ parsed, text }: { parsed: ParsedItem; text: ItemText }, sourceKind: SourceKind): Draft {
  const guid = parsed.guid === null ? null : canonicalGuid(parsed.guid);
  const url = parsed.link === null ? null : canonicalUrl(parsed.link);
  const words = fold([text.title, text.summary, text.content]);
  const day = (parsed.published ?? '').slice(0, 10);
  const named: [KeyKind, string][] = [];
  if (guid !== null) named.push(['guid', hash('guid', guid)]);
  if (url !== null) named.push(['url', hash('url', url)]);
  if (words.length >= MIN_TEXT_LENGTH) named.push(['text', hash('text', words, day)]);
  const watched = WATCHED[sourceKind].map((field) => (field === 'title' ? fold([text.title]) : fold([text[field]]).replace(VOLATILE, '')));
  const fingerprint = hash('fingerprint', watched.join('\n').trim()).slice(0, 8);
  return { parsed, text, named, fingerprint };
}

/** Two drafts are the same item said twice when all of this is equal. */
const whatItSays = (draft: Draft): string => [...draft.named.map(([kind, key]) => `${kind}:${key}`), draft.fingerprint].join(' ');

function addOwner(owners: Map<string, Set<string>>, key: string, owner: string): void {
  const known = owners.get(key);
  if (known === undefined) owners.set(key, new Set([owner]));
  else known.add(owner);
}

/** Letters, digits and question marks alone, in one case: spaces, quotes and dashes change without a change of meaning. */
const fold = (texts: readonly (string | null)[]): string =>
  texts
    .map((text) =>
      (text ?? '')
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}?]+/gu, ' ')
        .trim(),
    )
    .join('\n')
    .trim();

const hash = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16);
