import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { ownMetric } from './metrics.ts';
import type { PipelineFunction } from './pipeline-function.ts';

export type AlarmContext = {
  readonly functions: readonly PipelineFunction[];
  /** Nothing should ever lie in these. */
  readonly deadQueues: Readonly<Record<string, IQueue>>;
  /** No feed checked for so long is a failure. */
  readonly silentMinutes: number;
  readonly isSmsEnabled: boolean;
  readonly smsDailyCap: number;
  readonly smsMaxPriceUsd: number;
};

/** One alarm: what is measured, from when it is too much, and what to do. The description is what the owner reads at night. */
export type AlarmRow = {
  readonly id: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly operator?: ComparisonOperator;
  readonly periods?: number;
  /** So many of the periods must breach; all of them unless it is said. */
  readonly breaching?: number;
  readonly missing?: TreatMissingData;
  readonly description: string;
};

/** The topic for the person who runs it. `enforceSSL` alone would replace SNS's own policy and shut CloudWatch out, so its right is written down. */
export function createOperationsTopic(scope: Construct): Topic {
  const topic = new Topic(scope, 'Operations', { displayName: 'Summitwire operations', enforceSSL: true });
  const stack = Stack.of(scope);
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsMayPublish',
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: {
          'aws:SourceArn': stack.formatArn({
            service: 'cloudwatch',
            resource: 'alarm',
            resourceName: '*',
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    }),
  );
  return topic;
}

export function createAlarms(scope: Construct, topic: Topic, context: AlarmContext): readonly Alarm[] {
  return alarmRows(context).map((row) => {
    const alarm = new Alarm(scope, `${row.id}Alarm`, {
      metric: row.metric,
      threshold: row.threshold,
      evaluationPeriods: row.periods ?? 1,
      datapointsToAlarm: row.breaching ?? row.periods ?? 1,
      comparisonOperator: row.operator ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: row.missing ?? TreatMissingData.NOT_BREACHING,
      alarmDescription: row.description,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
    return alarm;
  });
}

const FIVE_MINUTES = Duration.minutes(5);
/** A development that nobody hears of for so long is late. */
const LATE_SECONDS = 900;

/** Every alarm, in the order in which one would look. */
export function alarmRows(context: AlarmContext): readonly AlarmRow[] {
  return [...silenceRows(context), ...queueRows(context), ...functionRows(context), ...deliveryRows(), ...smsRows(context)];
}

/** Silence is the failure that nobody reports: no data is a breach. */
const silenceRows = ({ silentMinutes }: AlarmContext): AlarmRow[] => [
  {
    id: 'NoFeedChecked',
    metric: ownMetric('FeedsChecked', 'Sum', FIVE_MINUTES),
    threshold: 1,
    operator: ComparisonOperator.LESS_THAN_THRESHOLD,
    periods: silentMinutes / FIVE_MINUTES.toMinutes(),
    missing: TreatMissingData.BREACHING,
    description: `No feed was checked for ${silentMinutes} minutes. Look at dispatch-polls and poll-feeds, then run: summitwire doctor --aws`,
  },
];

const queueRows = ({ deadQueues }: AlarmContext): AlarmRow[] =>
  Object.entries(deadQueues).map(([id, queue]) => ({
    id,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: 'Maximum' }),
    threshold: 1,
    description: `Something could not be done and lies in a dead-letter queue (${id}). Read the message, mend the cause, then redrive it. Run: summitwire doctor --aws`,
  }));

/** Failures of all functions in one number: each log group counts its own into one metric (infra/pipeline-function.ts), deaths by time or memory too. */
function functionRows({ functions }: AlarmContext): AlarmRow[] {
  const errors: AlarmRow = {
    id: 'FunctionErrors',
    metric: ownMetric('FunctionErrors', 'Sum', FIVE_MINUTES),
    threshold: 3,
    description:
      'Functions failed three times within five minutes: an error, out of time or out of memory. The dashboard shows which; its log says why.',
  };
  const stream = functions
    .filter((one) => one.row.trigger.kind === 'stream')
    .map((one) => ({
      id: 'IteratorAge',
      metric: one.lambda.metric('IteratorAge', { period: FIVE_MINUTES, statistic: 'Maximum' }),
      threshold: 60_000,
      periods: 2,
      description: `${one.row.name} is more than a minute behind the table's stream. The sweep still sends; alerts come late.`,
    }));
  return [errors, throttleRow(), ...stream];
}

/** Throttling is a matter of the account (new ones allow ten at a time), so it is measured there. */
const throttleRow = (): AlarmRow => ({
  id: 'Throttles',
  metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', period: FIVE_MINUTES, statistic: 'Sum' }),
  threshold: 10,
  periods: 3,
  description:
    'Lambda turned invocations away for 15 minutes: the account runs at its limit of concurrent executions. Ask for more in Service Quotas.',
});

const deliveryRows = (): AlarmRow[] => [
  {
    // An alert that fails is tried again within an hour at the latest: the alarm stays on until an hour without lateness has passed.
    id: 'OldestPending',
    metric: ownMetric('OldestPendingSeconds', 'Maximum', FIVE_MINUTES),
    threshold: LATE_SECONDS,
    periods: 13,
    breaching: 1,
    description: 'A development or an alert waits for more than 15 minutes beyond its time. Look at the logs of sweep and send-alerts.',
  },
  {
    id: 'AlertsParked',
    metric: ownMetric('AlertsParked', 'Sum', FIVE_MINUTES),
    threshold: 1,
    description:
      'An alert was given up: refused for good, tried for a day, or over the daily cap of text messages. The page and `summitwire alerts --aws` say which and why.',
  },
  {
    id: 'SubscriptionsMissing',
    metric: ownMetric('SubscriptionsMissing', 'Maximum', Duration.hours(1)),
    threshold: 1,
    description: 'A subscription vanished at SNS or was never confirmed. Run: summitwire subscriptions --aws',
  },
];

/** Costs of text messages are an account's metric in dollars, the month so far. */
function smsRows({ isSmsEnabled, smsDailyCap, smsMaxPriceUsd }: AlarmContext): AlarmRow[] {
  if (!isSmsEnabled) return [];
  return [
    {
      id: 'SmsSpend',
      metric: new Metric({ namespace: 'AWS/SNS', metricName: 'SMSMonthToDateSpentUSD', period: Duration.hours(1), statistic: 'Maximum' }),
      threshold: Math.max(1, Math.round(smsDailyCap * 31 * smsMaxPriceUsd * 0.8)),
      description: 'Text messages of this month cost 80 % of what the daily cap and the highest price allow.',
    },
  ];
}

export const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
