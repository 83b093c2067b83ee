import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { QueryPorts } from '../../core/pipeline/query.ts';
import { type ApiOptions, createApi } from '../api/create-api.ts';
import { PROBLEM_TYPE, problem } from '../api/problem.ts';

export type ApiServerOptions = {
  readonly ports: QueryPorts;
  /** 0 = any free port. */
  readonly port: number;
  /** Folder of the built page (web/dist); null = the API alone. */
  readonly webRoot: string | null;
  readonly secret?: string;
  readonly refreshSeconds?: number;
  readonly log: ApiOptions['log'];
};
export type RunningServer = { readonly url: string; close(): Promise<void> };

/** A page that stays open asks this often for what is new, in seconds. */
const LOCAL_REFRESH_SECONDS = 2;
const LOOPBACK = '127.0.0.1';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
/** The page runs only its own files and talks only to this server; feed text can bring in nothing. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The query API and the page on 127.0.0.1, for this machine only. */
export async function startApiServer(options: ApiServerOptions): Promise<RunningServer> {
  const app = new Hono();
  app.use(async (c, next) => (isOwnHost(c.req.header('host')) ? next() : refuseHost()));
  if (options.webRoot !== null) servePage(app, options.webRoot);
  const secret = options.secret ?? randomBytes(32).toString('hex');
  const api = createApi(options.ports, { secret, refreshSeconds: options.refreshSeconds ?? LOCAL_REFRESH_SECONDS, log: options.log });
  app.mount('/', api.fetch);
  return listen(app, options.port);
}

function listen(app: Hono, port: number): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: LOOPBACK }, (info) => {
      server.off('error', reject);
      resolve({ url: `http://${LOOPBACK}:${info.port}`, close: () => new Promise((done) => closeServer(server, done)) });
    });
    server.once('error', reject);
  });
}

/** Open keep-alive connections (a page that polls) must not hold the process. */
function closeServer(server: ReturnType<typeof serve>, done: () => void): void {
  server.close(() => done());
  if ('closeAllConnections' in server) server.closeAllConnections();
}

/** A name that points to 127.0.0.1 by somebody else's DNS must not read the owner's store through a browser. */
const isOwnHost = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');

const refuseHost = (): Response =>
  new Response(JSON.stringify(problem('wrong-host')), { status: 421, headers: { 'content-type': PROBLEM_TYPE } });

function servePage(app: Hono, root: string): void {
  app.get('/', (c) => sendFile(c, root, 'index.html'));
  app.get('/assets/*', (c) => sendFile(c, root, c.req.path.slice(1)));
  for (const name of ['favicon.svg']) app.get(`/${name}`, (c) => sendFile(c, root, name));
}

/** Files under assets/ carry a hash in their names and never change; index.html is asked for each time. */
function sendFile(c: Context, root: string, path: string): Response {
  const file = join(root, normalize(`/${path}`));
  const type = TYPES[extname(file)];
  if (type === undefined || !existsSync(file))
    return new Response(JSON.stringify(problem('not-found')), { status: 404, headers: { 'content-type': PROBLEM_TYPE } });
  return c.body(new Uint8Array(readFileSync(file)), 200, {
    'content-type': type,
    'cache-control': path.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
}
