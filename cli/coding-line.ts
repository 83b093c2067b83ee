import * as z from 'zod';
import type { CodingInput } from '../core/coding/codebook/coded-item.ts';

const absent = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value));
const lineSchema = z
  .object({
    id: z.union([z.string().min(1), z.number().transform(String)]),
    title: absent,
    text: absent,
    date: absent,
    outlet: absent,
    lang: absent,
  })
  .refine((item) => item.title !== null || item.text !== null, { error: 'title or text must be there' })
  .transform((item) => ({ ...item, date: item.date === null ? null : isoOf(item.date) }))
  .refine((item) => item.date !== '', { error: 'must be an ISO date or time, like 2025-03-04', path: ['date'] });

/** The coder counts days from the first ten characters: another spelling of a date that can be read is rewritten. '' = it is no date. */
function isoOf(date: string): string {
  const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isoTime(`${text}T00:00:00Z`).startsWith(text);
  return isDay(date.slice(0, 10)) && isoTime(date) !== '' ? date : isoTime(date);
}
function isoTime(text: string): string {
  const time = Date.parse(text);
  const iso = Number.isNaN(time) ? '' : new Date(time).toISOString();
  return /^\d/.test(iso) ? iso : '';
}

export type ParsedLine = { readonly kind: 'read'; readonly input: CodingInput } | { readonly kind: 'refused'; readonly reason: string };

/** One line of the doors `code` and `replay`: what it says, or what is wrong with it and what is wanted. */
export function parseCodingLine(line: string): ParsedLine {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { kind: 'refused', reason: 'this is not JSON; wanted one object a line, like {"id":"1","title":"..."}' };
  }
  const parsed = lineSchema.safeParse(json);
  if (parsed.success) return { kind: 'read', input: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `"${issue.path.join('.')}" `;
  return {
    kind: 'refused',
    reason: `${where}${issue?.message ?? 'is not an item'}; wanted {"id", "title"?, "text"?, "date"?, "outlet"?, "lang"?}`,
  };
}
