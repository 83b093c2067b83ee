import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { CORRECTIONS_PATH, type Corrections } from '../../adapters/api/corrections.ts';
import { readSubscriptions, SUBSCRIPTIONS_PATH } from '../../adapters/api/owner-subscriptions.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import { type Asker, type CorrectionPorts, type CorrectionRequest, correctStory } from '../../core/pipeline/corrections.ts';
import { type FanOutPorts, fanOut } from '../../core/pipeline/fan-out.ts';
import { askInstance, findOwner } from '../owner/ask-owner.ts';
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

/** Asks the instance that owns this data folder; null when none runs (or it serves no API): then the store is free, or says who has it. */
export async function askOwner(path: string, request: CorrectionRequest, asker: Asker): Promise<number | null> {
  const owner = findOwner(path);
  if (owner === null) return null;
  return doneSchema.parse(JSON.parse(await text(await askInstance(owner, CORRECTIONS_PATH, { request, ...asker })))).alerts;
}

/** The subscriptions as the running instance has them; null when none runs that serves an API. */
export async function askSubscriptions(path: string): Promise<readonly Subscription[] | null> {
  const owner = findOwner(path);
  return owner === null ? null : readSubscriptions(JSON.parse(await text(await askInstance(owner, SUBSCRIPTIONS_PATH))));
}
