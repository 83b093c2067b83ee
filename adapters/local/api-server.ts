import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { QueryPorts } from '../../core/pipeline/query.ts';
import type { Corrections } from '../api/corrections.ts';
import { type ApiOptions, createApi } from '../api/create-api.ts';
import type { OwnerWork } from '../api/owner-work.ts';
import { PROBLEM_TYPE, problem } from '../api/problem.ts';
import { servePage } from './page-files.ts';

export type ApiServerOptions = {
  readonly ports: QueryPorts;
  /** 0 = any free port. */
  readonly port: number;
  /** Folder of the built page (web/dist); null = the API alone. */
  readonly webRoot: string | null;
  readonly secret?: string;
  readonly refreshSeconds?: number;
  readonly log: ApiOptions['log'];
  readonly corrections?: Corrections;
  readonly work?: OwnerWork;
};
export type RunningServer = { readonly url: string; close(): Promise<void> };

/** A page that stays open asks this often for what is new, in seconds. */
const LOCAL_REFRESH_SECONDS = 2;
const LOOPBACK = '127.0.0.1';
/** The query API and the page on 127.0.0.1, for this machine only. */
export async function startApiServer(options: ApiServerOptions): Promise<RunningServer> {
  const app = new Hono();
  app.use(async (c, next) => (isOwnHost(c.req.header('host')) ? next() : refuseHost()));
  if (options.webRoot !== null) servePage(app, options.webRoot);
  const secret = options.secret ?? randomBytes(32).toString('hex');
  const api = createApi(options.ports, {
    secret,
    refreshSeconds: options.refreshSeconds ?? LOCAL_REFRESH_SECONDS,
    log: options.log,
    ...(options.corrections === undefined ? {} : { corrections: options.corrections }),
    ...(options.work === undefined ? {} : { work: options.work }),
  });
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
