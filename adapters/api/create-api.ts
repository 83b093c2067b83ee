import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import type { QueryPorts } from '../../core/pipeline/query.ts';
import type { Log } from '../../core/ports.ts';
import { addCorrections, type Corrections } from './corrections.ts';
import { openapiDocument } from './openapi.ts';
import { OUT_FORMATS, type OutFormat } from './out.ts';
import { addOwnerWork, type OwnerWork, WORK_ROUTES } from './owner-work.ts';
import { PROBLEM_TYPE, type Problem, problem } from './problem.ts';
import { ROUTES, type Route, type RouteContext } from './routes.ts';

export type ApiOptions = {
  /** Signs cursors; the same for all instances that answer one address. */
  readonly secret: string;
  /** How often a page that stays open may ask again, in seconds: short on one machine, long where each request costs. */
  readonly refreshSeconds: number;
  readonly log: Pick<Log, 'error'>;
  /** Left out, there is no such door. */
  readonly corrections?: Corrections;
  /** What the owner's other commands ask of the instance that has the store; on AWS there is no such door. */
  readonly work?: OwnerWork;
};

/** Nothing here is a page: an answer opened in a browser may load and run nothing. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** The query API as a hono app: the same on one machine (adapters/local/api-server.ts) and on Lambda (functions/query.ts). Read-only, but for corrections and the owner's work where they are let in. */
export function createApi(ports: QueryPorts, options: ApiOptions): Hono {
  const app = new Hono();
  const context: RouteContext = { ports, secret: options.secret, refreshSeconds: options.refreshSeconds };
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  for (const route of ROUTES) app.get(route.path.replace(/\{(\w+)\}/g, ':$1'), (c) => answerRoute(c, route, context));
  for (const format of OUT_FORMATS) app.get(format.path, (c) => answerOut(c, format, context));
  if (options.corrections !== undefined) addCorrections(app, options.corrections);
  if (options.work !== undefined) addOwnerWork(app, options.work);
  const document = JSON.stringify(openapiDocument(options.work === undefined ? [] : WORK_ROUTES));
  app.get('/openapi.json', (c) => send(c, document, { type: 'application/json', cacheControl: 'public, max-age=3600' }));
  app.notFound((c) => refuse(isRead(c) ? problem('not-found') : problem('wrong-method')));
  app.onError((error, c) => {
    options.log.error('a request failed', { path: c.req.path, error: error.stack ?? String(error) });
    return refuse(problem('failed'));
  });
  return app;
}

const isRead = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD';

async function answerRoute(c: Context, route: Route, context: RouteContext): Promise<Response> {
  const query = readQuery(c, route.query);
  if ('problem' in query) return refuse(query.problem);
  const answer = await route.handle(c.req.param(), query.values, context);
  if (answer.kind === 'problem') return refuse(answer.problem);
  c.header('x-read-units', String(answer.readUnits));
  return send(c, JSON.stringify(answer.body), { type: 'application/json', cacheControl: route.cacheControl });
}

async function answerOut(c: Context, format: OutFormat, context: RouteContext): Promise<Response> {
  const query = readQuery(c, format.query);
  if ('problem' in query) return refuse(query.problem);
  const answer = await format.render(query.values, { ...context, address: c.req.url });
  if (answer.kind === 'problem') return refuse(answer.problem);
  return send(c, answer.text, { type: format.contentType, cacheControl: 'private, max-age=60' });
}

type ReadQuery = { readonly values: Readonly<Record<string, unknown>> } | { readonly problem: Problem };
function readQuery(c: Context, schema: z.ZodObject): ReadQuery {
  const parsed = schema.safeParse(c.req.query());
  if (parsed.success) return { values: parsed.data };
  const [issue] = parsed.error.issues;
  const parameter = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  const detail =
    issue?.code === 'unrecognized_keys' ? `there is no such parameter; there are: ${Object.keys(schema.shape).join(', ')}` : issue?.message;
  return { problem: problem('bad-parameter', { ...(parameter ? { parameter } : {}), ...(detail ? { detail } : {}) }) };
}

/** With an ETag of the body: who has it already gets 304 and no body. */
function send(c: Context, body: string, { type, cacheControl }: { readonly type: string; readonly cacheControl: string }): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  c.header('cache-control', cacheControl);
  c.header('etag', etag);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (cacheControl !== 'no-store' && known.includes(etag)) return c.body(null, 304);
  return c.body(body, 200, { 'content-type': type });
}

function refuse(why: Problem): Response {
  const headers = { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...(why.status === 405 ? { allow: 'GET, HEAD' } : {}) };
  return new Response(JSON.stringify(why), { status: why.status, headers });
}
