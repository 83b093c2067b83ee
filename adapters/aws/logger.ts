import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../../core/ports.ts';
import { SERVICE } from './environment.ts';

/** One JSON line per call, with the request's id; CloudWatch keeps it for the days that the config says. */
export function createLogger(): { readonly log: Log; readonly powertools: Logger } {
  const powertools = new Logger({ serviceName: SERVICE });
  const log: Log = {
    info: (message, fields) => powertools.info(message, { ...fields }),
    warn: (message, fields) => powertools.warn(message, { ...fields }),
    error: (message, fields) => powertools.error(message, { ...fields }),
  };
  return { log, powertools };
}
