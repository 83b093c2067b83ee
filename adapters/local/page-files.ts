import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Context, Hono } from 'hono';
import { PROBLEM_TYPE, problem } from '../api/problem.ts';

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

/** The built page (web/dist) in front of the API: on this machine, and on Lambda from its bundle. */
export function servePage(app: Hono, root: string): void {
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
