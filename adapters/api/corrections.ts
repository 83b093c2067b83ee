import type { Hono } from 'hono';
import * as z from 'zod';
import type { Subscription } from '../../core/alert/subscription.ts';
import { STATUSES } from '../../core/coding/codebook/coded-item.ts';
import type { Asker, CorrectionRequest } from '../../core/pipeline/corrections.ts';
import { CorrectionError } from '../../core/story/correct.ts';
import { SUBSCRIPTIONS_PATH } from './owner-subscriptions.ts';
import { isToken, readBody, refuse } from './owner-token.ts';
import { problem } from './problem.ts';

/**
 * What this API lets the owner change (with the work in owner-work.ts), and a role of its own: who corrects shows a token that only the owner's account can
 * read (on AWS there is no such door: corrections go to the table, under IAM).
 */
export type Corrections = {
  readonly token: string;
  /** Does it and tells those who must know; answers with the number of alerts that go out. Throws `CorrectionError`. */
  correct(request: CorrectionRequest, asker: Asker): Promise<number>;
  /** Who gets what: addresses, so for the owner alone. */
  subscriptions(): Promise<readonly Subscription[]>;
};

const id = z.string().min(1).max(200);
const text = z.string().max(500).nullable();
const requestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('merge'), source: id, target: id }),
  z.strictObject({ kind: z.literal('split'), story: id, itemIds: z.array(id).min(1).max(500) }),
  z.strictObject({ kind: z.literal('status'), story: id, status: z.enum(STATUSES), date: text, place: text }),
  z.strictObject({ kind: z.literal('mute'), story: id, isMuted: z.boolean() }),
  z.strictObject({ kind: z.literal('false'), development: id }),
]);
const bodySchema = z.strictObject({ request: requestSchema, by: z.string().min(1).max(100), note: text });
export const CORRECTIONS_PATH = '/corrections';
const MOST_BYTES = 50_000;

export function addCorrections(app: Hono, { token, correct, subscriptions }: Corrections): void {
  app.get(SUBSCRIPTIONS_PATH, async (c) => {
    if (!isToken(c, token)) return refuse(problem('not-allowed'));
    return c.json({ rows: await subscriptions() }, 200, { 'cache-control': 'no-store' });
  });
  app.post(CORRECTIONS_PATH, async (c) => {
    if (!isToken(c, token)) return refuse(problem('not-allowed'));
    const body = await readBody(c, bodySchema, MOST_BYTES);
    if (!body.success) return refuse(problem('bad-body', { detail: body.message }));
    const { request, by, note } = body.data;
    try {
      return c.json({ alerts: await correct(request, { by, note }) });
    } catch (error) {
      if (error instanceof CorrectionError) return refuse(problem('conflict', { detail: error.message }));
      throw error;
    }
  });
}
