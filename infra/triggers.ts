import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping, FunctionUrl, FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { CfnOutput, Stack } from 'aws-cdk-lib/core';
import { DEVELOPMENT_SORT_KEY, QUERY_URL_OUTPUT, TABLE_KEYS } from '../adapters/aws/environment.ts';
import type { Trigger } from './functions.ts';
import type { PipelineFunction } from './pipeline-function.ts';

/** What the triggers reach. */
export type TriggerContext = {
  readonly table: TableV2;
  readonly pollQueue: IQueue;
  readonly failures: IQueue;
  readonly zone: string;
  readonly maxWorkers: number;
  readonly dispatchMinutes: number;
};

type Connect<K extends Trigger['kind']> = (
  target: PipelineFunction,
  trigger: Extract<Trigger, { kind: K }>,
  context: TriggerContext,
) => void;

/** A kind of trigger without its row does not compile. */
export const TRIGGERS: { readonly [K in Trigger['kind']]: Connect<K> } = {
  minutes: (target, { every }, context) => addSchedule(target, rate(every), context),
  dispatch: (target, _trigger, context) => addSchedule(target, rate(context.dispatchMinutes), context),
  cron: (target, { expression }, context) => addSchedule(target, expression, context),
  queue: addQueue,
  stream: addStream,
  url: addUrl,
};

const rate = (minutes: number): string => (minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`);

/** The scheduler's own role may invoke this one function and write to this one queue: the ready-made target would grant `function:*`. */
function addSchedule(target: PipelineFunction, expression: string, { zone, failures }: TriggerContext): void {
  const role = new Role(target, 'SchedulerRole', { assumedBy: schedulerOf(target), description: `starts ${target.row.name}` });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.lambda.functionArn] }));
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failures.queueArn] }));
  const schedule = new CfnSchedule(target, 'Schedule', {
    description: target.row.summary,
    scheduleExpression: expression,
    ...(expression.startsWith('cron') ? { scheduleExpressionTimezone: zone } : {}),
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: target.lambda.functionArn,
      roleArn: role.roleArn,
      // The minute that this invocation stands for, the same when it is tried again.
      input: JSON.stringify({ scheduledAt: '<aws.scheduler.scheduled-time>' }),
      deadLetterConfig: { arn: failures.queueArn },
      retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 300 },
    },
  });
  schedule.node.addDependency(role);
}

/** Only schedules of this account may use the role (no confused deputy). */
const schedulerOf = (target: PipelineFunction): ServicePrincipal =>
  new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(target).account } } });

/** One message holds up to a batch of feeds, so the batch size is one: a slow feed delays only its own message. */
function addQueue(target: PipelineFunction, _trigger: Trigger, { pollQueue, maxWorkers }: TriggerContext): void {
  target.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], pollQueue.queueArn);
  const mapping = new CfnEventSourceMapping(target, 'Queue', {
    functionName: target.lambda.functionName,
    eventSourceArn: pollQueue.queueArn,
    batchSize: 1,
    functionResponseTypes: ['ReportBatchItemFailures'],
    scalingConfig: { maximumConcurrency: maxWorkers },
  });
  mapping.node.addDependency(target.role);
}

/** Inserts of development rows, nothing else: a write of the sender can never wake the sender. */
export const DEVELOPMENT_INSERTS = { eventName: ['INSERT'], dynamodb: { Keys: { [TABLE_KEYS.sort]: { S: [DEVELOPMENT_SORT_KEY] } } } };

/** A record that cannot be read is tried three times, split from its neighbours, and put aside; the sweep finds what it stood for. */
function addStream(target: PipelineFunction, _trigger: Trigger, { table, failures }: TriggerContext): void {
  const stream = table.tableStreamArn;
  if (stream === undefined) throw new Error('the table has no stream: infra/table.ts must set dynamoStream');
  target.allow(['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams'], stream);
  target.allow(['sqs:SendMessage'], failures.queueArn);
  const mapping = new CfnEventSourceMapping(target, 'Stream', {
    functionName: target.lambda.functionName,
    eventSourceArn: stream,
    startingPosition: 'TRIM_HORIZON',
    batchSize: 25,
    maximumBatchingWindowInSeconds: 1,
    bisectBatchOnFunctionError: true,
    maximumRetryAttempts: 3,
    maximumRecordAgeInSeconds: 3600,
    functionResponseTypes: ['ReportBatchItemFailures'],
    destinationConfig: { onFailure: { destination: failures.queueArn } },
    filterCriteria: { filters: [{ pattern: JSON.stringify(DEVELOPMENT_INSERTS) }] },
  });
  mapping.node.addDependency(target.role);
}

/** Signed requests of this account only; the API itself knows no verb but GET. */
function addUrl(target: PipelineFunction): void {
  const address = new FunctionUrl(target, 'Url', { function: target.lambda, authType: FunctionUrlAuthType.AWS_IAM });
  new CfnOutput(Stack.of(target), QUERY_URL_OUTPUT, { value: address.url });
}
