import * as z from 'zod';
import type { Item } from '../feed/item.ts';

/** One line of the replay door: as for `code`; unknown keys are ignored. */
const lineSchema = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  title: z.string().nullish(),
  text: z.string().nullish(),
  date: z.string().nullish(),
  outlet: z.string().nullish(),
  lang: z.string().nullish(),
});

export type ReplayLine = { readonly kind: 'item'; readonly item: Item } | { readonly kind: 'bad'; readonly reason: string };

/** Reads one line of input. `lastAt` is the time of the item before it: an item without a date comes right after that one. */
export function readReplayLine(line: string, lastAt: string): ReplayLine {
  const read = lineSchema.safeParse(parseJson(line));
  if (!read.success) return { kind: 'bad', reason: reasonOf(read.error) };
  const { id, title, text, date, outlet, lang } = read.data;
  if (!hasWords(title) && !hasWords(text)) return { kind: 'bad', reason: 'title or text must be there' };
  const seenAt = date == null ? lastAt : readDate(date);
  if (seenAt === null) return { kind: 'bad', reason: `date "${date}" is not an ISO date or time` };
  return {
    kind: 'item',
    item: {
      id,
      feedId: 'replay',
      revisionOf: null,
      title: title ?? null,
      summary: text ?? null,
      content: null,
      link: null,
      outlet: outlet ?? 'unknown',
      sourceKind: sourceKindOf(outlet ?? ''),
      lang: lang ?? null,
      publishedAt: date == null ? null : seenAt,
      firstSeenAt: seenAt,
      effectiveAt: seenAt,
      effectiveReason: date == null ? 'undated' : 'published',
    },
  };
}

const hasWords = (text: string | null | undefined): boolean => text != null && text.trim() !== '';

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.join('.') ?? '';
  return where === '' ? 'not a JSON object' : `${where}: ${issue?.message ?? 'not readable'}`;
}

/** An ISO time in UTC; a day alone means its start. Null when it is no date. */
function readDate(date: string): string | null {
  const time = /^\d{4}-\d{2}-\d{2}/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** In a file of items the outlet's name is all there is: governments publish under their own addresses. */
const sourceKindOf = (outlet: string): Item['sourceKind'] =>
  /\(\.?gov\)|\.gov\b|kremlin\.ru|europa\.eu/i.test(outlet) ? 'official' : 'press';
