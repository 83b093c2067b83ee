import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type * as z from 'zod';
import { PROBLEM_TYPE, type Problem } from './problem.ts';

/** Whether the asker shows the token that stands in the store's lock file, which only the owner's account can read. */
export function isToken(c: Context, token: string): boolean {
  const given = Buffer.from(c.req.header('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export type ReadBody<T> = { readonly success: true; readonly data: T } | { readonly success: false; readonly message: string };

/** The body as the schema wants it, or what is wrong with it. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>, mostBytes: number): Promise<ReadBody<T>> {
  const tooLong = { success: false, message: `the body is longer than ${mostBytes} bytes` } as const;
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) return tooLong;
  const raw = await c.req.text();
  if (raw.length > mostBytes) return tooLong;
  const json: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(json);
  if (parsed.success) return { success: true, data: parsed.data };
  const [issue] = parsed.error.issues;
  return { success: false, message: `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is wrong'}` };
}

export const refuse = (why: Problem): Response =>
  new Response(JSON.stringify(why), { status: why.status, headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' } });
