/**
 * What infra and the running code must agree on: the table's keys and the variables of the functions.
 * The one file of the adapters that infra may import, so it imports nothing.
 */

/** Keys of the one table (docs/storage.md). Index keys are generic strings: what they hold is the adapter's business. */
export const TABLE_KEYS = {
  partition: 'pk',
  sort: 'sk',
  /** Epoch seconds; DynamoDB deletes within days after it. */
  expiry: 'expiresAt',
  indexes: {
    /** Newest first, by kind. Keys only: a second copy of each row would cost more to write than the reads cost. */
    gsi1: { partition: 'gsi1pk', sort: 'gsi1sk', projection: 'KEYS_ONLY', attributes: [] },
    /** By parties or feed; `line` is the short form of a row (a feed's schedule) that is read without the row itself. */
    gsi2: { partition: 'gsi2pk', sort: 'gsi2sk', projection: 'INCLUDE', attributes: ['line'] },
    /** Sparse: what is left to do. */
    gsi3: { partition: 'gsi3pk', sort: 'gsi3sk', projection: 'KEYS_ONLY', attributes: [] },
  },
} as const;

/** What partition keys of the table begin with, by what they hold. A role may be bound to some of them. */
export const PARTITIONS = {
  feed: 'FEED#',
  feedHealth: 'HEALTH#',
  liveness: 'LIVENESS',
  item: 'ITEM#',
  parked: 'PARKED#',
  dossier: 'DOSSIER#',
  story: 'STORY#',
  occasion: 'OCCASION#',
  denial: 'DENIAL#',
  development: 'DEV#',
  alert: 'ALERT#',
  subscriptions: 'SUBSCRIPTIONS',
} as const;
export type PartitionName = keyof typeof PARTITIONS;

/** Sort key of development rows: the stream passes inserts of these only. */
export const DEVELOPMENT_SORT_KEY = 'DEV';

/** Variables of the functions, by what they name. A function gets only those of its ports. */
export const VARIABLES = {
  table: 'SUMMITWIRE_TABLE',
  pollQueue: 'SUMMITWIRE_POLL_QUEUE_URL',
  /** What the ARNs of the alert topics begin with; their number follows (adapters/aws/alert-topics.ts). */
  alertTopics: 'SUMMITWIRE_ALERT_TOPIC_PREFIX',
  firehoseTopic: 'SUMMITWIRE_FIREHOSE_TOPIC_ARN',
  operationsTopic: 'SUMMITWIRE_OPERATIONS_TOPIC_ARN',
  /** Path in the parameter store under which secrets lie, such as "/summitwire/". */
  secrets: 'SUMMITWIRE_SECRETS_PATH',
  /** For tests and local stand-ins only: where the AWS services answer. */
  endpoint: 'SUMMITWIRE_AWS_ENDPOINT',
} as const;
export type Variable = keyof typeof VARIABLES;

/** Subscriptions on one topic: SNS allows 200 filter policies a topic. */
export const SUBSCRIPTIONS_PER_TOPIC = 200;
/** SNS allows 10,000 filter policies an account and region: fifty topics of 200. */
export const MOST_ALERT_TOPICS = 50;
/** Name of the alert topics, before their number. */
export const alertTopicName = (stackPrefix: string): string => `${stackPrefix}-alerts-`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the wanted variables, or names every one that is missing. */
export function readVariables<V extends Variable>(environment: Environment, wanted: readonly V[]): Record<V, string> {
  const missing = wanted.filter((name) => !environment[VARIABLES[name]]);
  if (missing.length > 0)
    throw new Error(`missing in the environment: ${missing.map((name) => VARIABLES[name]).join(', ')}; deploy sets them (infra/ports.ts)`);
  const entries = wanted.map((name): [string, string] => [name, environment[VARIABLES[name]] ?? '']);
  return Object.fromEntries(entries) as Record<V, string>;
}

/** Secrets of the read-only API: the key that signs its cursors. `deploy` makes it. */
export const API_SECRETS = ['cursor-key'] as const;
/** The token of the page's viewers. Only its owner's `deploy` reads it; the edge knows its hash. */
export const VIEWER_SECRET = 'viewer-token';
/** Where `deploy` tells synth the hash (SHA-256, hex). */
export const VIEWER_HASH_VARIABLE = 'SUMMITWIRE_VIEWER_HASH';

/** Powertools writes these by the embedded metric format, with the one dimension `service`. */
export const METRIC_NAMESPACE = 'Summitwire';
export const SERVICE = 'summitwire';
/** What is counted, and in what. More than ten would cost in an account that has no other metrics. */
export const METRIC_UNITS = {
  FeedsChecked: 'Count',
  FeedsFailed: 'Count',
  ItemsNew: 'Count',
  AlertsSent: 'Count',
  /** Given up: refused for good, or tried for a day. */
  AlertsParked: 'Count',
  /** Age of the oldest development or alert that should have been told by now. */
  OldestPendingSeconds: 'Seconds',
  SubscriptionsMissing: 'Count',
  /** Counted by CloudWatch from the functions' own logs (infra/pipeline-function.ts), so that it holds what died without a word. */
  FunctionErrors: 'Count',
} as const;
export type MetricName = keyof typeof METRIC_UNITS;
export const METRICS = Object.keys(METRIC_UNITS);

/** Output of the pipeline stack that holds the query API's address. */
export const QUERY_URL_OUTPUT = 'QueryUrl';

export const VIEWER_COOKIE = 'summitwire-viewer';
/** Folder of the page in the query function's bundle. */
export const PAGE_FOLDER = 'page';
