import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CHANNELS, type Subscription } from '../../core/alert/subscription.ts';
import type { Log, SubscriptionStore } from '../../core/ports.ts';

/** One process owns the local store: other commands leave what they want in this folder, and the owner takes it up at its next look. */
const INBOX = 'inbox';

const time = z.string().regex(/^\d\d:\d\d$/);
const rhythm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('immediate') }),
  z.object({ kind: z.literal('hourly') }),
  z.object({ kind: z.literal('daily'), at: time, zone: z.string() }),
]);
const subscription = z.object({
  id: z.string().min(1),
  channel: z.enum(CHANNELS),
  to: z.string(),
  filter: z.string(),
  rhythm,
  quietHours: z.object({ from: time, to: time, zone: z.string() }).nullable(),
  isAtMostOnce: z.boolean(),
  createdAt: z.string(),
  state: z.enum(['pending', 'confirmed', 'deleted']),
});
const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('put'), subscription }),
  z.object({ kind: z.literal('remove'), id: z.string() }),
]);
export type InboxRequest = { readonly kind: 'put'; readonly subscription: Subscription } | { readonly kind: 'remove'; readonly id: string };

/** Leaves a request, whole or not at all. `name` must be new each time and sort by time. */
export function leaveRequest(dataFolder: string, name: string, request: InboxRequest): void {
  const folder = join(dataFolder, INBOX);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `${name}.draft`);
  writeFileSync(draft, JSON.stringify(request), { mode: 0o600 });
  renameSync(draft, join(folder, `${name}.json`));
}

/** Subscriptions as the store has them, after the requests that lie in the inbox. */
export function withInbox(subscriptions: SubscriptionStore, dataFolder: string, log: Pick<Log, 'warn'>): SubscriptionStore {
  return {
    ...subscriptions,
    async list() {
      for (const file of requestsIn(join(dataFolder, INBOX))) {
        await take(file, subscriptions, log);
        rmSync(file, { force: true });
      }
      return subscriptions.list();
    },
  };
}

function requestsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

async function take(file: string, subscriptions: SubscriptionStore, log: Pick<Log, 'warn'>): Promise<void> {
  const parsed = requestSchema.safeParse(readJson(file));
  if (!parsed.success) {
    log.warn('a request in the inbox cannot be read; it is dropped', { file, error: z.prettifyError(parsed.error) });
    return;
  }
  if (parsed.data.kind === 'put') await subscriptions.put(parsed.data.subscription);
  else await subscriptions.remove(parsed.data.id);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
