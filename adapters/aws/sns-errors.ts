import type { SendResult } from '../../core/ports.ts';

/** Errors after which the message certainly did not go out and a later try can help. */
const REFUSED_FOR_NOW = new Set([
  'ThrottledException',
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'KMSThrottlingException',
  'KMSThrottling',
  'ServiceUnavailable',
  'RequestLimitExceeded',
]);
/** Errors that the same message will meet again: it is parked and the owner hears of it. */
const REFUSED_FOR_GOOD = new Set([
  'AuthorizationErrorException',
  'AuthorizationError',
  'AccessDenied',
  'AccessDeniedException',
  'EndpointDisabledException',
  'InvalidParameterException',
  'InvalidParameter',
  'InvalidParameterValueException',
  'InvalidSecurityException',
  'KMSAccessDeniedException',
  'KMSDisabledException',
  'KMSInvalidStateException',
  'KMSNotFoundException',
  'NotFoundException',
  'NotFound',
  'PlatformApplicationDisabledException',
  'ValidationException',
]);

/** What an error of SNS means for the message. Anything unknown (a timeout, a reset) may have been delivered and is tried again. */
export function sendFailure(error: unknown): Extract<SendResult, { kind: 'failed' }> {
  const name = error instanceof Error ? error.name : 'unknown';
  const reason = `${name}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500);
  if (REFUSED_FOR_GOOD.has(name)) return { kind: 'failed', isRetryable: false, isUnsent: true, reason };
  return REFUSED_FOR_NOW.has(name)
    ? { kind: 'failed', isRetryable: true, isUnsent: true, reason }
    : { kind: 'failed', isRetryable: true, reason };
}
