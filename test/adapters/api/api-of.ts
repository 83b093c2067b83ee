import type { Hono } from 'hono';
import type * as z from 'zod';
import { createApi } from '../../../adapters/api/create-api.ts';
import type { QueryPorts } from '../../../core/pipeline/query.ts';
import type { Store } from '../../../core/ports.ts';
import { SAMPLE_FEEDS, SAMPLE_NOW } from '../../web/sample-store.ts';

/** The API over a store, at the sample's time; `logged` gathers what went to the log. */
export function apiOf(store: Store, part: Partial<QueryPorts> = {}): { readonly api: Hono; readonly logged: unknown[] } {
  const logged: unknown[] = [];
  const ports: QueryPorts = { ...store, clock: { now: () => SAMPLE_NOW }, knownFeeds: SAMPLE_FEEDS, codeNow: null, ...part };
  const log = { error: (message: string, fields?: unknown) => void logged.push([message, fields]) };
  return { api: createApi(ports, { secret: 'test secret', refreshSeconds: 2, log }), logged };
}

/** The answer of a GET, held to the schema that the OpenAPI document promises; throws when it is no success. */
export async function get<T>(api: Hono, schema: z.ZodType<T>, path: string): Promise<T> {
  const response = await api.request(`http://127.0.0.1${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return schema.parse(await response.json());
}
