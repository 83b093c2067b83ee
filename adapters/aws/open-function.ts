import type { Clock, Ids, Log, Store } from '../../core/ports.ts';
import { systemClock } from '../local/clock.ts';
import { systemIds } from '../local/ids.ts';
import { tableClient } from './clients.ts';
import { openDynamoStore } from './dynamo-store.ts';
import { readVariables } from './environment.ts';
import { createLogger } from './logger.ts';
import { createMetrics, type MetricSink } from './metrics.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What every function stands on; opened once, outside its handler. */
export type FunctionParts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly metrics: MetricSink;
  /** The handler: each of its log lines carries the id of the request. */
  handle<Event, Context extends { readonly awsRequestId: string }, Answer>(
    run: (event: Event, context: Context) => Promise<Answer>,
  ): (event: Event, context: Context) => Promise<Answer>;
};

export function openFunction(environment: Environment, { retentionDays }: { readonly retentionDays: number }): FunctionParts {
  const { table } = readVariables(environment, ['table']);
  const { log, powertools } = createLogger();
  return {
    store: openDynamoStore({ client: tableClient(environment), tableName: table, clock: systemClock, retentionDays }),
    clock: systemClock,
    ids: systemIds,
    log,
    metrics: createMetrics(),
    handle: (run) => (event, context) => {
      powertools.appendKeys({ requestId: context.awsRequestId });
      return run(event, context);
    },
  };
}

/** When a function with so much time left should begin nothing more (ISO). */
export const deadlineAfter = (clock: Clock, milliseconds: number): string =>
  new Date(Date.parse(clock.now()) + Math.max(0, milliseconds)).toISOString();
