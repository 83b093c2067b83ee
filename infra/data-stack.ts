import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { alertTopicName } from '../adapters/aws/environment.ts';
import type { Config } from '../config/config-schema.ts';
import { createTable } from './table.ts';

/** What holds data, people's subscriptions included: it stays when the rest is thrown away. */
export class DataStack extends Stack {
  readonly table: TableV2;
  /** What the ARNs of the alert topics begin with: `summitwire subscribe` makes one for every 200 people (docs/why/alert-topics-grow.md). */
  readonly alertTopicPrefix: string;
  readonly stackPrefix: string;
  readonly firehoseTopic: Topic;
  /** Where SNS puts messages that it could not deliver; each subscription names it (`subscribe` does). */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { config, ...props }: StackProps & { readonly config: Config }) {
    super(scope, id, props);
    this.table = createTable(this, config.aws);
    this.stackPrefix = config.aws.stackPrefix;
    this.alertTopicPrefix = this.formatArn({ service: 'sns', resource: alertTopicName(config.aws.stackPrefix) });
    this.firehoseTopic = this.addFirehose();
    this.undelivered = this.addUndelivered();
    this.addOutputs();
  }

  private addFirehose(): Topic {
    const topic = new Topic(this, 'Firehose', { displayName: 'Summitwire everything', enforceSSL: true });
    topic.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return topic;
  }

  private addUndelivered(): Queue {
    const queue = new Queue(this, 'Undelivered', { retentionPeriod: Duration.days(14), enforceSSL: true });
    queue.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        conditions: { ArnLike: { 'aws:SourceArn': [`${this.alertTopicPrefix}*`, this.firehoseTopic.topicArn] } },
      }),
    );
    return queue;
  }

  /** What `summitwire --aws` reads to find its way. */
  private addOutputs(): void {
    const outputs = {
      TableName: this.table.tableName,
      AlertTopicPrefix: this.alertTopicPrefix,
      FirehoseTopicArn: this.firehoseTopic.topicArn,
      UndeliveredQueueArn: this.undelivered.queueArn,
      UndeliveredQueueUrl: this.undelivered.queueUrl,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
