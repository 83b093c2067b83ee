import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openapiDocument } from '../../../adapters/api/openapi.ts';
import { ROUTES } from '../../../adapters/api/routes.ts';
import { ANSWERS } from '../../../adapters/api/schemas.ts';
import { sampleStore } from '../../web/sample-store.ts';
import { apiOf } from './api-of.ts';

const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({ operationId: z.string(), parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: z.unknown() })) }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

/** Values for each parameter that the document declares: right ones, edges, and wrong ones. */
const TRIES: Readonly<Record<string, readonly string[]>> = {
  filter: ['', 'since:7d', 'parties:RU,US', '-outlet:nobody', 'broken:', '"'],
  limit: ['1', '100', '0', 'x'],
  cursor: ['', 'forged.cursor'],
  text: ['', 'sta', 'status:', 'status:h', 'parties:ger', '-'],
  kind: ['story', 'nothing'],
};
const IDS: Readonly<Record<string, readonly string[]>> = {
  '/stories/{id}': ['budapest', 'nobody', '%00', '../x'],
  '/items/{id}/explanation': ['item-call-0', 'nobody'],
  '/alerts/{id}/explanation': ['alert-1', 'nobody'],
};

describe('the OpenAPI document', () => {
  const document = documentSchema.parse(openapiDocument());
  let api: Hono;
  beforeAll(async () => {
    api = apiOf(await sampleStore()).api;
  });

  it('is served as it is made', async () => {
    const response = await api.request('http://127.0.0.1/openapi.json');
    expect(documentSchema.parse(await response.json())).toEqual(document);
  });

  it('names each route once, and every reference leads to a schema', () => {
    expect(new Set(Object.values(document.paths).map(({ get }) => get.operationId)).size).toBe(Object.keys(document.paths).length);
    const references = [...JSON.stringify(openapiDocument()).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((name) => document.components.schemas[name] === undefined)).toEqual([]);
  });

  it.each(ROUTES.map((route) => [route.path, route] as const))('%s answers every generated request as it promises', async (path, route) => {
    const declared = document.paths[path]?.get.parameters.filter((each) => each.in === 'query').map((each) => each.name) ?? [];
    const queries = declared.flatMap((name) => (TRIES[name] ?? []).map((value) => `?${new URLSearchParams([[name, value]])}`));
    const statuses = new Set<number>();
    for (const query of ['', ...queries]) {
      for (const address of (IDS[path] ?? ['']).map((id) => path.replace('{id}', id))) {
        const response = await api.request(`http://127.0.0.1${address}${query}`);
        const body: unknown = await response.json();
        statuses.add(response.status);
        const schema: z.ZodObject = response.ok ? ANSWERS[route.answer] : ANSWERS.Problem;
        expect([address + query, z.strictObject(schema.shape).safeParse(body).error?.issues ?? []]).toEqual([address + query, []]);
        expect([200, 400, 404]).toContain(response.status);
      }
    }
    expect(statuses).toContain(200);
  });
});
