import * as z from 'zod';
import { OUT_FORMATS } from './out.ts';
import { PROBLEM_TYPE } from './problem.ts';
import { ROUTES, type Route } from './routes.ts';
import { ANSWERS } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;
const SCHEMAS = '#/components/schemas/';

/** A route for the owner alone, with the token of the lock file. */
export type OwnerRoute = {
  readonly path: string;
  readonly method: 'get' | 'post';
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly answer: string;
};

/** The OpenAPI 3.1 document, made from the same tables and schemas as the handlers; with the owner's routes where they are let in. */
export function openapiDocument(ownerRoutes: readonly OwnerRoute[] = []): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Summitwire query API',
      version: '1',
      description: 'Stories of leader contacts and official denials, read-only. Answers may gain fields; they never lose or change one.',
    },
    paths: Object.fromEntries([
      ...ROUTES.map((route) => [route.path, pathOf(route)]),
      ...outPaths(),
      ...ownerRoutes.map((route) => [route.path, ownerPathOf(route)]),
    ]),
    components: {
      schemas: componentSchemas(),
      ...(ownerRoutes.length === 0 ? {} : { securitySchemes: { owner: { type: 'http', scheme: 'bearer' } } }),
    },
  };
}

function pathOf(route: Route): Json {
  return {
    get: {
      operationId: route.path.replace(/[/{}]+/g, '_').replace(/^_|_$/g, ''),
      summary: route.summary,
      parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
      responses: {
        200: { description: 'what was asked for', content: { 'application/json': { schema: { $ref: SCHEMAS + route.answer } } } },
        304: { description: 'not changed since the ETag given' },
        default: { description: 'a problem (RFC 9457)', content: { [PROBLEM_TYPE]: { schema: { $ref: `${SCHEMAS}Problem` } } } },
      },
    },
  };
}

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

function queryParameters(query: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

function outPaths(): [string, Json][] {
  return OUT_FORMATS.map(({ path, summary, contentType, query }) => [
    path,
    {
      get: {
        operationId: path.replace(/[/.]+/g, '_').replace(/^_/, ''),
        summary,
        parameters: queryParameters(query),
        responses: {
          200: { description: 'the document', content: { [contentType.replace(/;.*/, '')]: {} } },
          default: { $ref: '#/paths/~1health/get/responses/default' },
        },
      },
    },
  ]);
}

function ownerPathOf({ path, method, summary, body, answer }: OwnerRoute): Json {
  return {
    [method]: {
      operationId: `owner_${path.slice(1)}`,
      summary,
      security: [{ owner: [] }],
      ...(body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
      responses: {
        200: { description: 'what became of it', content: { [answer]: {} } },
        default: { $ref: '#/paths/~1health/get/responses/default' },
      },
    },
  };
}

function schemaOf(body: z.ZodType): Json {
  const { $schema, ...schema } = z.toJSONSchema(body, { io: 'input' });
  return schema;
}

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(ANSWERS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => SCHEMAS + id });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, openToMoreFields(schema)]));
}

/** Answers may gain fields: what is sent is exact, what is promised is not. */
function openToMoreFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openToMoreFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'additionalProperties')
      .map(([key, each]) => [key, openToMoreFields(each)]),
  );
}
