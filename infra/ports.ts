import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Stack } from 'aws-cdk-lib/core';
import { API_SECRETS, type TABLE_KEYS, type Variable } from '../adapters/aws/environment.ts';

/** What the ports reach. */
export type Resources = {
  readonly table: TableV2;
  readonly pollQueue: IQueue;
  /** What the ARNs of the alert topics begin with; their number follows. */
  readonly alertTopicPrefix: string;
  readonly firehoseTopic: ITopic;
  /** Path of our secrets in the parameter store, with both slashes. */
  readonly secretsPath: string;
  /** Names that the config's feeds refer to. */
  readonly feedSecrets: readonly string[];
};

/** A port's variables and its rights, given together: a function that may use it also knows where it is. */
export type PortGrant = { readonly variables: Partial<Record<Variable, string>>; readonly statements: readonly PolicyStatement[] };

const allow = (actions: readonly string[], resources: readonly string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] });

const indexArn = (table: TableV2, index: keyof typeof TABLE_KEYS.indexes): string => `${table.tableArn}/index/${index}`;
const onTable = (r: Resources, actions: readonly string[]): PortGrant => ({
  variables: tableVariable(r),
  statements: [allow(actions, [r.table.tableArn])],
});
const tableVariable = ({ table }: Resources): PortGrant['variables'] => ({ table: table.tableName });

/** `subscribe` makes topics as people come, so their number is open; the name before it is ours alone. */
const onAlertTopics = ({ alertTopicPrefix }: Resources, actions: readonly string[]): PortGrant => ({
  variables: { alertTopics: alertTopicPrefix },
  statements: [allow(actions, [`${alertTopicPrefix}*`])],
});

function readSecrets(r: Resources, names: readonly string[]): PortGrant {
  const arns = names.map((name) =>
    Stack.of(r.table).formatArn({ service: 'ssm', resource: 'parameter', resourceName: `${r.secretsPath.slice(1)}${name}` }),
  );
  return { variables: { secrets: r.secretsPath }, statements: arns.length === 0 ? [] : [allow(['ssm:GetParameter'], arns)] };
}

/** Named actions on named resources: never Scan, one wildcard (the alert topics' number), never more than the code calls (test/functions holds this). */
export const PORTS = {
  getRows: (r: Resources) => onTable(r, ['dynamodb:GetItem']),
  queryRows: (r: Resources) => onTable(r, ['dynamodb:Query']),
  getManyRows: (r: Resources) => onTable(r, ['dynamodb:BatchGetItem']),
  putRows: (r: Resources) => onTable(r, ['dynamodb:PutItem']),
  putManyRows: (r: Resources) => onTable(r, ['dynamodb:BatchWriteItem']),
  updateRows: (r: Resources) => onTable(r, ['dynamodb:UpdateItem']),
  /** Listings, newest first: keys from the index, rows from the table. */
  listNewest: (r: Resources) => ({
    variables: tableVariable(r),
    statements: [allow(['dynamodb:Query'], [indexArn(r.table, 'gsi1')]), allow(['dynamodb:BatchGetItem'], [r.table.tableArn])],
  }),
  /** Listings by parties or feed, and the feeds' schedule. */
  listByKey: (r: Resources) => ({ variables: tableVariable(r), statements: [allow(['dynamodb:Query'], [indexArn(r.table, 'gsi2')])] }),
  /** What is left to do. */
  listWork: (r: Resources) => ({ variables: tableVariable(r), statements: [allow(['dynamodb:Query'], [indexArn(r.table, 'gsi3')])] }),
  sendPolls: (r: Resources) => ({
    variables: { pollQueue: r.pollQueue.queueUrl },
    statements: [allow(['sqs:SendMessage'], [r.pollQueue.queueArn])],
  }),
  publishAlerts: (r: Resources) => onAlertTopics(r, ['sns:Publish']),
  publishFirehose: (r: Resources) => ({
    variables: { firehoseTopic: r.firehoseTopic.topicArn },
    statements: [allow(['sns:Publish'], [r.firehoseTopic.topicArn])],
  }),
  readTopics: (r: Resources) => onAlertTopics(r, ['sns:ListSubscriptionsByTopic']),
  readFeedSecrets: (r: Resources) => readSecrets(r, r.feedSecrets),
  readApiSecrets: (r: Resources) => readSecrets(r, API_SECRETS),
} as const satisfies Record<string, (resources: Resources) => PortGrant>;

export type PortName = keyof typeof PORTS;
