import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Config } from '../config/config-schema.ts';
import { dispatchMinutes, silentAfterMinutes } from '../config/known-feeds.ts';
import { type AlarmContext, createAlarms, createOperationsTopic, pascal } from './alarms.ts';
import { createBudget } from './budget.ts';
import { createDashboard } from './dashboard.ts';
import type { DataStack } from './data-stack.ts';
import { FUNCTIONS, type FunctionName, type FunctionRow, type Trigger } from './functions.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { Resources } from './ports.ts';
import { TRIGGERS, type TriggerContext } from './triggers.ts';
import { createWebPage } from './web-page.ts';

export type PipelineStackProps = StackProps & {
  readonly config: Config;
  readonly data: DataStack;
  /** SHA-256 of the viewers' token, or null: then the page lets nobody in. */
  readonly viewerHash: string | null;
  /** Folder of a function's bundle. */
  readonly bundleOf: (name: FunctionName) => string;
};

/** What can be thrown away and built again: queues, functions, schedules, alarms. */
export class PipelineStack extends Stack {
  readonly functions: readonly PipelineFunction[];
  readonly operations: Topic;
  readonly pollQueue: Queue;
  /** Failed schedules, failed asynchronous invocations, stream records that could not be read. */
  readonly failures: Queue;
  readonly pollFailures: Queue;
  /** The page for viewers, where the config wants one. */
  readonly page: Distribution | null;

  constructor(scope: Construct, id: string, { config, data, bundleOf, viewerHash, ...props }: PipelineStackProps) {
    super(scope, id, props);
    this.failures = this.addQueue('Failures', {});
    this.pollFailures = this.addQueue('PollFailures', {});
    const visibilityTimeout = Duration.seconds(6 * secondsOf('poll-feeds'));
    this.pollQueue = this.addQueue('Polls', {
      visibilityTimeout,
      deadLetterQueue: { queue: this.pollFailures, maxReceiveCount: POLL_TRIES },
      // Longer than all tries of a message that dies each time, else it would be forgotten before it reaches the dead-letter queue.
      retentionPeriod: Duration.seconds(visibilityTimeout.toSeconds() * (POLL_TRIES + 2)),
    });
    this.operations = createOperationsTopic(this);
    this.functions = this.addFunctions(config, data, bundleOf);
    this.connectTriggers(config, data);
    this.watchOver(config, data);
    this.page = config.page ? createWebPage(this, this.functions, viewerHash) : null;
    this.addOutputs();
  }

  private addQueue(name: string, props: ConstructorParameters<typeof Queue>[2]): Queue {
    return new Queue(this, name, { retentionPeriod: Duration.days(14), enforceSSL: true, ...props });
  }

  private addFunctions(config: Config, data: DataStack, bundleOf: PipelineStackProps['bundleOf']): PipelineFunction[] {
    const { table, alertTopicPrefix, firehoseTopic } = data;
    const resources: Resources = {
      table,
      alertTopicPrefix,
      firehoseTopic,
      pollQueue: this.pollQueue,
      secretsPath: secretsPathOf(config),
      feedSecrets: feedSecretsOf(config),
    };
    const logDays: RetentionDays = config.aws.logDays;
    return FUNCTIONS.map(
      (row) =>
        new PipelineFunction(this, pascal(row.name), { row, folder: bundleOf(row.name), resources, logDays, failures: this.failures }),
    );
  }

  private connectTriggers(config: Config, { table }: DataStack): void {
    const context: TriggerContext = {
      table,
      pollQueue: this.pollQueue,
      failures: this.failures,
      zone: config.zone,
      maxWorkers: config.aws.maxWorkers,
      dispatchMinutes: dispatchMinutes(config.feeds.length),
    };
    for (const target of this.functions) connect(target, target.row.trigger, context);
  }

  private watchOver(config: Config, data: DataStack): void {
    const { sms, budgetUsd, operationsEmail } = config.aws;
    const context: AlarmContext = {
      functions: this.functions,
      deadQueues: { Failures: this.failures, PollFailures: this.pollFailures, Undelivered: data.undelivered },
      silentMinutes: silentAfterMinutes(config),
      isSmsEnabled: sms.isEnabled,
      smsDailyCap: sms.dailyCap,
      smsMaxPriceUsd: sms.maxPriceUsd,
    };
    createAlarms(this, this.operations, context);
    createDashboard(this, context);
    if (budgetUsd !== null && operationsEmail !== null) createBudget(this, { usd: budgetUsd, email: operationsEmail });
  }

  private addOutputs(): void {
    new CfnOutput(this, 'OperationsTopicArn', { value: this.operations.topicArn });
    new CfnOutput(this, 'PollQueueUrl', { value: this.pollQueue.queueUrl });
    new CfnOutput(this, 'FailuresQueueUrl', { value: this.failures.queueUrl });
    new CfnOutput(this, 'PollFailuresQueueUrl', { value: this.pollFailures.queueUrl });
    for (const one of this.functions) new CfnOutput(this, `${pascal(one.row.name)}FunctionName`, { value: one.lambda.functionName });
  }
}

/** Times that a poll message is tried before it is put aside. */
const POLL_TRIES = 5;

/** Path of our secrets in the parameter store. */
export const secretsPathOf = (config: Config): string => `/${config.aws.stackPrefix}/`;
const feedSecretsOf = (config: Config): readonly string[] => [...new Set(config.feeds.flatMap(({ credentialRef }) => credentialRef ?? []))];
const rowOf = (name: FunctionName): FunctionRow | undefined => FUNCTIONS.find((row) => row.name === name);
const secondsOf = (name: FunctionName): number => rowOf(name)?.timeoutSeconds ?? 60;

function connect<K extends Trigger['kind']>(
  target: PipelineFunction,
  trigger: Extract<Trigger, { kind: K }>,
  context: TriggerContext,
): void {
  TRIGGERS[trigger.kind as K](target, trigger, context);
}
