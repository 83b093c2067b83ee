import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Config } from '../config/config-schema.ts';
import { createTable } from './table.ts';

/** What holds data, people's subscriptions included: it stays when the rest is thrown away. */
export class DataStack extends Stack {
  readonly table: TableV2;
  readonly alertTopics: readonly Topic[];
  readonly firehoseTopic: Topic;
  /** Where SNS puts messages that it could not deliver; each subscription names it (`subscribe` does). */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { config, ...props }: StackProps & { readonly config: Config }) {
    super(scope, id, props);
    this.table = createTable(this, config.aws);
    this.alertTopics = Array.from({ length: config.aws.alertTopics }, (_, index) => this.addTopic(`Alerts${index + 1}`, 'Summitwire'));
    this.firehoseTopic = this.addTopic('Firehose', 'Summitwire everything');
    this.undelivered = this.addUndelivered();
    this.addOutputs();
  }

  /** SNS puts the display name before each text message, and SMS_PREFIX in core/alert counts on it. */
  private addTopic(id: string, displayName: string): Topic {
    const topic = new Topic(this, id, { displayName, enforceSSL: true });
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
        conditions: { ArnEquals: { 'aws:SourceArn': [...this.alertTopics, this.firehoseTopic].map((topic) => topic.topicArn) } },
      }),
    );
    return queue;
  }

  /** What `summitwire --aws` reads to find its way. */
  private addOutputs(): void {
    const outputs = {
      TableName: this.table.tableName,
      AlertTopicArns: this.alertTopics.map((topic) => topic.topicArn).join(','),
      FirehoseTopicArn: this.firehoseTopic.topicArn,
      UndeliveredQueueArn: this.undelivered.queueArn,
      UndeliveredQueueUrl: this.undelivered.queueUrl,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
