import type * as z from 'zod';
import { type AlertConfig, alertSchema, type Config, type FeedConfig, feedSchema, type Settings, settingsSchema } from './config-schema.ts';

/** One thing that is wrong: where it stands, what was found, what is wanted. */
export type ConfigProblem = { readonly file: string; readonly path: string; readonly found: string; readonly wanted: string };
export type ConfigFiles = { readonly settings: unknown; readonly feeds: unknown; readonly overlay: unknown };
export type CheckedConfig = { readonly config: Config; readonly problems: readonly ConfigProblem[] };

export const SETTINGS_FILE = 'settings.json';
export const FEEDS_FILE = 'feeds.json';
export const OVERLAY_FILE = 'leaders.json';

/** Checks all files at once. A bad entry is left out and named; its neighbours stay. A bad setting falls back to its default and is named. */
export function checkConfig(files: ConfigFiles): CheckedConfig {
  const problems: ConfigProblem[] = [];
  const settings = checkSettings(files.settings, problems);
  const feeds = checkFeeds(files.feeds, settings, problems);
  const overlay = checkList(files.overlay ?? [], OVERLAY_FILE, problems);
  return { config: { ...settings, feeds, overlay }, problems };
}

/** One line a person can act on. */
export function describeProblem(problem: ConfigProblem): string {
  return `${problem.file}: ${problem.path || '(the whole file)'}: found ${problem.found}, ${problem.wanted}`;
}

function checkSettings(raw: unknown, problems: ConfigProblem[]): Settings {
  const whole = isRecord(raw) ? { ...raw } : {};
  if (!isRecord(raw)) problems.push({ file: SETTINGS_FILE, path: '', found: show(raw), wanted: 'wanted: an object of settings' });
  const alerts = Array.isArray(whole['alerts'])
    ? checkEntries(whole['alerts'], alertSchema, { file: SETTINGS_FILE, path: 'alerts' }, problems)
    : undefined;
  if (alerts !== undefined) whole['alerts'] = alerts;
  return settleSettings(whole, problems, alerts);
}

/** Takes out what is wrong, level by level, until the rest is right: each round removes at least one path. */
function settleSettings(whole: Record<string, unknown>, problems: ConfigProblem[], alerts: AlertConfig[] | undefined): Settings {
  let current: unknown = structuredClone(whole);
  for (let round = 0; round < 100; round += 1) {
    const parsed = settingsSchema.safeParse(current);
    if (parsed.success) return alerts === undefined ? parsed.data : { ...parsed.data, alerts };
    for (const issue of parsed.error.issues) {
      for (const path of badPaths(issue)) {
        problems.push({ file: SETTINGS_FILE, path: pathText(path), found: foundAt(whole, path, issue), wanted: wantedOf(issue) });
        current = without(current, path);
      }
    }
  }
  return settingsSchema.parse({});
}

function checkFeeds(raw: unknown, settings: Settings, problems: ConfigProblem[]): FeedConfig[] {
  const list = checkEntries(checkList(raw, FEEDS_FILE, problems), feedSchema, { file: FEEDS_FILE, path: '' }, problems);
  const seen = new Map<string, string>();
  return list
    .filter((feed) => {
      const other = seen.get(feed.id);
      if (other !== undefined)
        problems.push({
          file: FEEDS_FILE,
          path: feed.id,
          found: `a second feed "${feed.id}" (${feed.url}; the first is ${other})`,
          wanted: 'wanted: each id once',
        });
      else seen.set(feed.id, feed.url);
      return other === undefined;
    })
    .map((feed) => ({ ...feed, intervalMinutes: feed.intervalMinutes ?? settings.polling.intervalMinutes }));
}

function checkList(raw: unknown, file: string, problems: ConfigProblem[]): readonly unknown[] {
  if (Array.isArray(raw)) return raw;
  problems.push({ file, path: '', found: show(raw), wanted: 'wanted: a list [...]' });
  return [];
}

function checkEntries<T>(
  entries: readonly unknown[],
  schema: z.ZodType<T>,
  place: { file: string; path: string },
  problems: ConfigProblem[],
): T[] {
  const good: T[] = [];
  entries.forEach((entry, index) => {
    const parsed = schema.safeParse(entry);
    if (parsed.success) good.push(parsed.data);
    else
      for (const issue of parsed.error.issues)
        for (const path of badPaths(issue))
          problems.push({
            file: place.file,
            path: `${place.path}${pathText([index, ...path])}`,
            found: foundAt(entry, path, issue),
            wanted: wantedOf(issue),
          });
  });
  return good;
}

/** An unknown key is reported under its own name, not under its parent's. */
function badPaths(issue: z.core.$ZodIssue): PropertyKey[][] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [[...issue.path]];
}

/** The kinds of value of JSON, as an owner calls them. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list [...]',
  object: 'an object {...}',
};

function wantedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'wanted: no such setting (is the name right?)';
  if (issue.message.startsWith('wanted')) return issue.message;
  if (issue.code === 'invalid_type') return `wanted: ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `wanted: ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
  return `wanted: ${issue.message}`;
}

function foundAt(whole: unknown, path: readonly PropertyKey[], issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `"${String(path.at(-1))}"`;
  return show(
    path.reduce<unknown>((at, key) => (isRecord(at) || Array.isArray(at) ? (at as Record<PropertyKey, unknown>)[key] : undefined), whole),
  );
}

function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return {};
  if (Array.isArray(value))
    return rest.length ? value.map((entry, i) => (i === head ? without(entry, rest) : entry)) : value.filter((_, i) => i !== head);
  if (!isRecord(value)) return value;
  const copy: Record<PropertyKey, unknown> = { ...value };
  if (rest.length) copy[head] = without(copy[head], rest);
  else delete copy[head];
  return copy;
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : String(key)))
    .join('.')
    .replaceAll('.[', '[');
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80));
