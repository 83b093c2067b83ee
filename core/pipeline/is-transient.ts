/** Names that AWS, Node and our own adapters give to failures of the moment. */
const OF_THE_MOMENT =
  /throttl|timeout|timedout|etimedout|econnre|epipe|provisionedthroughput|requestlimit|limitexceeded|internalservererror|serviceunavailable|networkingerror/i;

/** True when the world was to blame, not what it was asked to take: the same again may well succeed. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('isRetryable' in error && typeof error.isRetryable === 'boolean') return error.isRetryable;
  if ('$retryable' in error && error.$retryable !== undefined) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return OF_THE_MOMENT.test(`${error.name} ${code}`) || (error.cause !== undefined && isTransient(error.cause));
}
