import type { FetchResult } from '../../core/ports.ts';
import { BlockedAddressError } from './address-guard.ts';
import { RefusedRequestError } from './http-client.ts';
import { BodyTooLargeError } from './read-body.ts';

type Failure = Extract<FetchResult, { kind: 'failed' }>;
type Row = { readonly text: string; readonly isRetryable: boolean; readonly scope: Failure['scope'] };

const row = (text: string, scope: Failure['scope'] = 'feed', isRetryable = true): Row => ({ text, isRetryable, scope });

/** Codes of Node and undici in words. */
const BY_CODE: Readonly<Record<string, Row>> = {
  EAI_AGAIN: row('names cannot be resolved: is this machine connected to a network?', 'machine'),
  ENETUNREACH: row('the network cannot be reached: is this machine connected?', 'machine'),
  ENETDOWN: row('the network is down', 'machine'),
  ENOTFOUND: row('no such host: is the address right, and this machine connected to a network?', 'machine'),
  ECONNREFUSED: row('the server refuses connections'),
  ECONNRESET: row('the server broke the connection off'),
  EHOSTUNREACH: row('the server cannot be reached'),
  ETIMEDOUT: row('the server did not take the connection in time'),
  EPIPE: row('the server broke the connection off'),
  UND_ERR_CONNECT_TIMEOUT: row('the server did not take the connection in time'),
  UND_ERR_HEADERS_TIMEOUT: row('the server did not answer in time'),
  UND_ERR_BODY_TIMEOUT: row('the server did not send its answer in time'),
  UND_ERR_HEADERS_OVERFLOW: row('the answer has too many headers', 'feed', false),
  UND_ERR_SOCKET: row('the server broke the connection off'),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: row('the answer was cut short'),
  CERT_HAS_EXPIRED: row('the certificate has expired'),
  ERR_TLS_CERT_ALTNAME_INVALID: row('the certificate is for another host'),
  DEPTH_ZERO_SELF_SIGNED_CERT: row('the certificate is signed by nobody we trust'),
  SELF_SIGNED_CERT_IN_CHAIN: row('the certificate is signed by nobody we trust'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: row('the certificate is signed by nobody we trust'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: row('the certificate is signed by nobody we trust'),
};

/** What stopped a request, for a person, and whether a later one can help. `isOnline`: another server answered lately, so the machine has a network. */
export function describeFailure(error: unknown, { isOnline }: { readonly isOnline: boolean }): Failure {
  const known = knownFailure(error);
  const scope = known.scope === 'machine' && isOnline ? 'feed' : known.scope;
  return { kind: 'failed', reason: known.text, isRetryable: known.isRetryable, retryAfter: null, scope };
}

function knownFailure(error: unknown): Row {
  if (!(error instanceof Error)) return row(String(error));
  if (error instanceof BlockedAddressError || error instanceof RefusedRequestError || error instanceof BodyTooLargeError)
    return row(error.message, 'feed', false);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return row('no whole answer came in the time that a feed has');
  const code = codeOf(error);
  const known = code === null || !Object.hasOwn(BY_CODE, code) ? undefined : BY_CODE[code];
  return known ?? row(error.message);
}

/** The error's own code, or that of what caused it; several addresses that all failed come as an AggregateError. */
function codeOf(error: Error): string | null {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : null;
}
