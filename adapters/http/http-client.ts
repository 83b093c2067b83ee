import type { lookup } from 'node:dns';
import { type Agent, errors, request } from 'undici';
import type { Reach } from './address-guard.ts';
import type { CredentialHeader } from './credentials.ts';
import { guardedAgent } from './guarded-connector.ts';
import { readBody } from './read-body.ts';
import { follow, isRedirect, startTrail, type Trail } from './redirects.ts';
import { headerOf, type ResponseHeaders } from './response-headers.ts';

/** Time to connect, time for everything from the first byte asked to the last one read (all redirects in it), bytes before and after unpacking. */
export const FETCH_LIMITS = { connectMs: 10_000, wholeMs: 20_000, bodyBytes: 10_000_000 };
export type FetchLimits = typeof FETCH_LIMITS;

export type HttpClientOptions = {
  readonly userAgent: string;
  /** Allows addresses of this machine, and any port there, for requests whose own address is one. */
  readonly allowLoopback: boolean;
  readonly limits?: Partial<FetchLimits>;
  /** Name resolution, for tests. */
  readonly resolve?: typeof lookup;
};

export type HttpRequest = {
  readonly url: string;
  readonly accept: string;
  /** Sent to `forUrl` alone. */
  readonly validators: { readonly forUrl: string; readonly etag: string | null; readonly lastModified: string | null } | null;
  /** Dropped when a redirect leads to another host. */
  readonly credential: CredentialHeader | null;
};

/** `bytes`: empty unless the status is 200 to 299. */
export type HttpAnswer = { readonly status: number; readonly headers: ResponseHeaders; readonly bytes: Uint8Array; readonly trail: Trail };

/** A request that was refused here before or on its way. */
export class RefusedRequestError extends Error {
  override readonly name = 'RefusedRequestError';
}

/** Bytes of a refused body that are read to keep its connection open; of a longer one the connection is closed. */
const DUMP_LIMIT = 32_768;

export type HttpClient = { get(request: HttpRequest): Promise<HttpAnswer>; close(): Promise<void> };

/** GET with our limits and guards. No cookies, no referer, no header but those named here. Throws for what is no HTTP answer. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const resolver = options.resolve === undefined ? {} : { resolve: options.resolve };
  const agents = new Map<Reach, Agent>();
  const agentFor = (reach: Reach): Agent => {
    const agent = agents.get(reach) ?? guardedAgent({ reach, connectTimeoutMs: limits.connectMs, ...resolver });
    agents.set(reach, agent);
    return agent;
  };
  return {
    get: (asked) => walk(asked, { agentFor, limits, options, signal: AbortSignal.timeout(limits.wholeMs) }),
    close: async () => {
      for (const agent of agents.values()) await agent.destroy();
    },
  };
}

type Tools = {
  readonly agentFor: (reach: Reach) => Agent;
  readonly limits: FetchLimits;
  readonly options: HttpClientOptions;
  readonly signal: AbortSignal;
};

async function walk(asked: HttpRequest, tools: Tools): Promise<HttpAnswer> {
  let trail = startTrail(new URL(asked.url).href);
  for (;;) {
    const answer = await step(asked, trail, tools);
    if (!isRedirect(answer.status)) return answer;
    const next = follow(trail, answer.status, headerOf(answer.headers, 'location'));
    if ('refused' in next) throw new RefusedRequestError(next.refused);
    trail = next;
  }
}

async function step(asked: HttpRequest, trail: Trail, { agentFor, limits, options, signal }: Tools): Promise<HttpAnswer> {
  const url = new URL(trail.urls.at(-1) ?? asked.url);
  const reach = reachOf(url, asked.url, options.allowLoopback);
  checkAddress(url, reach);
  const { statusCode, headers, body } = await askOnKeptConnection(() =>
    request(url, {
      dispatcher: agentFor(reach),
      headers: headersFor(asked, url, options.userAgent),
      signal,
      headersTimeout: limits.wholeMs,
      bodyTimeout: limits.wholeMs,
    }),
  );
  if (statusCode >= 200 && statusCode < 300)
    return {
      status: statusCode,
      headers,
      bytes: await readBody(body, headerOf(headers, 'content-encoding') ?? '', limits.bodyBytes),
      trail,
    };
  await body.dump({ limit: DUMP_LIMIT, signal });
  return { status: statusCode, headers, bytes: new Uint8Array(), trail };
}

/** A server may close a kept connection just when the next request goes out: then it is asked once more, on a new one. */
async function askOnKeptConnection<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const wasKept = error instanceof errors.SocketError && (error.socket?.bytesRead ?? 0) > 0;
    if (!wasKept) throw error;
    return ask();
  }
}

function headersFor(asked: HttpRequest, url: URL, userAgent: string): Record<string, string> {
  const { validators, credential } = asked;
  const headers: Record<string, string> = { 'user-agent': userAgent, accept: asked.accept, 'accept-encoding': 'gzip, br, deflate' };
  if (validators?.forUrl === url.href) {
    if (validators.etag !== null) headers['if-none-match'] = validators.etag;
    if (validators.lastModified !== null) headers['if-modified-since'] = validators.lastModified;
  }
  if (credential !== null && url.host === new URL(asked.url).host) headers[credential.name] = credential.value;
  return headers;
}

/** Loopback is for those who asked for it by its own address: a public server cannot send us there. */
export function reachOf(url: URL, asked: string, allowLoopback: boolean): Reach {
  return allowLoopback && isLoopbackHost(new URL(asked).hostname) && isLoopbackHost(url.hostname) ? 'loopback' : 'public';
}

export const isLoopbackHost = (hostname: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);

function checkAddress(url: URL, reach: Reach): void {
  if (!/^https?:$/.test(url.protocol)) throw new RefusedRequestError(`${url.protocol} addresses are not fetched`);
  if (url.username !== '' || url.password !== '')
    throw new RefusedRequestError('the address holds a user name or password; name a secret in "credentialRef" instead');
  if (reach === 'public' && url.port !== '')
    throw new RefusedRequestError(`port ${url.port} of ${url.hostname}: only ports 80 and 443 are asked`);
}
