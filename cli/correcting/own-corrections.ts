import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { CORRECTIONS_PATH, type Corrections } from '../../adapters/api/corrections.ts';
import { readSubscriptions, SUBSCRIPTIONS_PATH } from '../../adapters/api/owner-subscriptions.ts';
import { findStoreOwner } from '../../adapters/local/store-lock.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import { type Asker, type CorrectionPorts, type CorrectionRequest, correctStory } from '../../core/pipeline/corrections.ts';
import { type FanOutPorts, fanOut } from '../../core/pipeline/fan-out.ts';
import { createTurns, type Turns } from '../owner/turns.ts';

/** Corrections beside a running instance: it does them itself, each in its turn, for whoever can read the token in its lock file. */
export function ownCorrections(ports: CorrectionPorts & FanOutPorts, turns: Turns = createTurns()): Corrections {
  return {
    token: randomBytes(24).toString('base64url'),
    correct: (request, asker) => turns.take(async () => (await fanOut(await correctStory(request, asker, ports), ports)).length),
    subscriptions: () => ports.store.subscriptions.list(),
  };
}

const doneSchema = z.object({ alerts: z.number() });
const problemSchema = z.object({ title: z.string(), detail: z.string().optional() });

/** Asks the instance that owns this data folder; null when none runs (or it serves no API): then the store is free, or says who has it. */
export async function askOwner(path: string, request: CorrectionRequest, asker: Asker): Promise<number | null> {
  const owner = findStoreOwner(path);
  if (owner === null || owner.apiUrl === null || owner.correctionToken === null) return null;
  const response = await fetch(owner.apiUrl + CORRECTIONS_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${owner.correctionToken}` },
    body: JSON.stringify({ request, ...asker }),
  });
  const body: unknown = await response.json();
  if (response.ok) return doneSchema.parse(body).alerts;
  const { title, detail } = problemSchema.parse(body);
  throw new Error(`the running instance (${owner.apiUrl}) refused: ${detail ?? title}`);
}

/** The subscriptions as the running instance has them; null when none runs that serves an API. */
export async function askSubscriptions(path: string): Promise<readonly Subscription[] | null> {
  const owner = findStoreOwner(path);
  if (owner === null || owner.apiUrl === null || owner.correctionToken === null) return null;
  const response = await fetch(owner.apiUrl + SUBSCRIPTIONS_PATH, { headers: { authorization: `Bearer ${owner.correctionToken}` } });
  if (!response.ok) throw new Error(`the running instance (${owner.apiUrl}) refused to list its subscriptions (${response.status})`);
  return readSubscriptions(await response.json());
}
