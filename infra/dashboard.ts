import { Dashboard, GraphWidget, type IMetric, type IWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { AlarmContext } from './alarms.ts';
import { ownMetric } from './metrics.ts';

const HOUR = Duration.hours(1);

/** Four questions, one row each: does it read, does it tell, does it fail, what does it use. */
export function createDashboard(scope: Construct, context: AlarmContext): void {
  const dashboard = new Dashboard(scope, 'Dashboard', { defaultInterval: Duration.days(7) });
  dashboard.addWidgets(heading('Does it read?'));
  dashboard.addWidgets(
    graph('Feeds checked and failed, an hour', [ownMetric('FeedsChecked', 'Sum', HOUR), ownMetric('FeedsFailed', 'Sum', HOUR)]),
    graph('New items, an hour', [ownMetric('ItemsNew', 'Sum', HOUR)]),
  );
  dashboard.addWidgets(heading('Does it tell?'));
  dashboard.addWidgets(
    graph('Alerts sent and given up, an hour', [ownMetric('AlertsSent', 'Sum', HOUR), ownMetric('AlertsParked', 'Sum', HOUR)]),
    graph('How late the latest alert is (seconds)', [ownMetric('OldestPendingSeconds', 'Maximum', Duration.minutes(5))]),
  );
  dashboard.addWidgets(heading('Does it fail?'));
  dashboard.addWidgets(
    graph(
      'Errors by function',
      context.functions.map((one) => one.lambda.metricErrors({ period: HOUR, label: one.row.name })),
    ),
    graph(
      'Messages put aside',
      Object.entries(context.deadQueues).map(([label, queue]) => queue.metricApproximateNumberOfMessagesVisible({ period: HOUR, label })),
    ),
  );
  dashboard.addWidgets(heading('What does it use?'));
  dashboard.addWidgets(
    graph(
      'Invocations by function',
      context.functions.map((one) => one.lambda.metricInvocations({ period: HOUR, label: one.row.name })),
    ),
    graph(
      'Duration, 99 of 100 under (ms)',
      context.functions.map((one) => one.lambda.metricDuration({ period: HOUR, statistic: 'p99', label: one.row.name })),
    ),
  );
  new CfnOutput(scope, 'DashboardName', { value: dashboard.dashboardName });
}

const heading = (markdown: string): IWidget => new TextWidget({ markdown: `## ${markdown}`, width: 24, height: 1 });
const graph = (title: string, left: IMetric[]): IWidget => new GraphWidget({ title, left, width: 12, height: 6 });
