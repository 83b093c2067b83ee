import type { PartitionName } from '../adapters/aws/environment.ts';
import type { PortName } from './ports.ts';

/** What starts a function. Times of `cron` are local times in the config's zone. */
export type Trigger =
  | { readonly kind: 'minutes'; readonly every: number }
  | { readonly kind: 'cron'; readonly expression: string }
  /** As often as the number of feeds asks for (config/known-feeds.ts). */
  | { readonly kind: 'dispatch' }
  | { readonly kind: 'queue' }
  | { readonly kind: 'stream' }
  | { readonly kind: 'url' };

/** One Lambda: its file in functions/, what starts it, and the ports it may use. It gets the variables and the rights of these, nothing else. */
export type FunctionRow = {
  readonly name: string;
  readonly summary: string;
  readonly trigger: Trigger;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly ports: readonly PortName[];
  /** Partitions of the table that it may touch; all unless it is said. */
  readonly partitions?: readonly PartitionName[];
};

export const FUNCTIONS = [
  {
    name: 'dispatch-polls',
    summary: 'asks which feeds are due and puts them on the queue',
    trigger: { kind: 'dispatch' },
    memoryMb: 256,
    timeoutSeconds: 30,
    ports: ['listByKey', 'sendPolls'],
  },
  {
    name: 'poll-feeds',
    summary: 'fetches feeds, reads their items, commits what moved; may not publish, write alerts or see who gets them',
    trigger: { kind: 'queue' },
    memoryMb: 512,
    timeoutSeconds: 120,
    ports: ['getRows', 'getManyRows', 'queryRows', 'putRows', 'putManyRows', 'updateRows', 'sendPolls', 'readFeedSecrets'],
    partitions: ['feed', 'feedHealth', 'liveness', 'item', 'parked', 'dossier', 'story', 'occasion', 'denial', 'development'],
  },
  {
    name: 'send-alerts',
    summary: 'turns new developments into alerts and sends what is due',
    trigger: { kind: 'stream' },
    memoryMb: 256,
    timeoutSeconds: 60,
    ports: ['getRows', 'queryRows', 'listNewest', 'listByKey', 'putRows', 'updateRows', 'publishAlerts', 'publishFirehose'],
  },
  {
    name: 'sweep',
    summary: 'finds what was left over: outboxes, developments not fanned out, alerts due',
    trigger: { kind: 'minutes', every: 1 },
    memoryMb: 256,
    timeoutSeconds: 50,
    ports: [
      'getRows',
      'queryRows',
      'listNewest',
      'listByKey',
      'listWork',
      'putRows',
      'putManyRows',
      'updateRows',
      'publishAlerts',
      'publishFirehose',
    ],
  },
  {
    name: 'tick-stories',
    summary: 'dates that passed, silences, episodes that end',
    trigger: { kind: 'minutes', every: 1 },
    memoryMb: 256,
    timeoutSeconds: 50,
    ports: ['getRows', 'getManyRows', 'queryRows', 'listWork', 'putRows', 'putManyRows', 'updateRows'],
  },
  {
    name: 'send-digests',
    summary: 'makes the digests whose hour has come',
    trigger: { kind: 'cron', expression: 'cron(0/15 * * * ? *)' },
    memoryMb: 256,
    timeoutSeconds: 120,
    ports: ['getRows', 'queryRows', 'listNewest', 'putRows'],
  },
  {
    name: 'check-subscriptions',
    summary: 'looks whether every subscription stands at SNS: confirmed by a click, vanished, suspended',
    trigger: { kind: 'minutes', every: 15 },
    memoryMb: 256,
    timeoutSeconds: 60,
    ports: ['queryRows', 'updateRows', 'readTopics'],
  },
  {
    name: 'query',
    summary: 'the read-only API, signed requests only',
    trigger: { kind: 'url' },
    memoryMb: 512,
    timeoutSeconds: 25,
    ports: ['getRows', 'queryRows', 'listNewest', 'listByKey', 'readApiSecrets'],
  },
] as const satisfies readonly FunctionRow[];

export type FunctionName = (typeof FUNCTIONS)[number]['name'];
