import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem, FEEDS_FILE } from '../../config/check-config.ts';
import { feedSchema } from '../../config/config-schema.ts';
import { canonicalGuid } from '../../core/feed/canonical-url.ts';
import type { SourceKind } from '../../core/feed/item.ts';

/** An entry of feeds.json as a person writes it: what stands at its default is left out. */
export type FeedEntry = {
  readonly id: string;
  readonly url: string;
  readonly outlet: string;
  readonly sourceKind: SourceKind;
  readonly lang?: string;
  readonly intervalMinutes?: number;
  readonly isEnabled?: boolean;
};

/** feeds.json as it stands: entries that are not ours to judge are kept as they are. */
export type FeedsFile = { readonly path: string; readonly entries: readonly unknown[] };

export function readFeedsFile(folder: string): FeedsFile {
  const path = join(folder, FEEDS_FILE);
  const text = readFileSync(path, 'utf8');
  const entries: unknown = JSON.parse(text);
  if (!Array.isArray(entries)) throw new Error(`${path} is no list; nothing was changed`);
  return { path, entries };
}

/** One line a feed, so that a change is one line in a comparison. Written beside and moved into place: never half a file. */
export function writeFeedsFile({ path }: FeedsFile, entries: readonly unknown[]): void {
  const lines = entries.map((entry) => `  ${onOneLine(entry)}`);
  const draft = `${path}.draft`;
  writeFileSync(draft, lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
  renameSync(draft, path);
}

/** Throws with what the config would complain of. */
export function checkEntry(entry: FeedEntry): FeedEntry {
  const parsed = feedSchema.safeParse(entry);
  if (parsed.success) return entry;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  const found = JSON.stringify(Object.entries(entry).find(([name]) => name === path)?.[1] ?? null);
  throw new Error(
    describeProblem({ file: FEEDS_FILE, path: `${entry.id}.${path}`, found, wanted: issue?.message ?? 'wanted: another value' }),
  );
}

/** The entry that has this address already, whatever its scheme or tracking parameters; null when there is none. */
export function findByUrl(entries: readonly unknown[], url: string): { readonly id: string } | null {
  const wanted = canonicalGuid(url);
  for (const entry of entries) {
    const id = textOf(entry, 'id');
    const own = textOf(entry, 'url');
    if (id !== null && own !== null && canonicalGuid(own) === wanted) return { id };
  }
  return null;
}

export const hasId = (entry: unknown, id: string): boolean => textOf(entry, 'id') === id;

/** "The Example Times – World" becomes `the-example-times-world`, or `the-example-times-world-2` when that is taken. */
export function freeId(entries: readonly unknown[], names: readonly (string | null)[]): string {
  const stem = names.map((name) => kebab(name ?? '')).find((name) => name !== '') ?? 'feed';
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!entries.some((entry) => hasId(entry, id))) return id;
  }
}

const LONGEST_ID = 40;
const kebab = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');

function textOf(entry: unknown, name: string): string | null {
  const value = typeof entry === 'object' && entry !== null ? Object.entries(entry).find(([key]) => key === name)?.[1] : undefined;
  return typeof value === 'string' ? value : null;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${onOneLine(each)}`)
    .join(', ')}}`;
}
