import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Duration } from 'aws-cdk-lib/core';
import { METRIC_NAMESPACE, type MetricName, SERVICE } from '../adapters/aws/environment.ts';

/** Counted from log lines by a metric filter, which gives no dimension. */
const FROM_LOGS: readonly MetricName[] = ['FunctionErrors'];

/** Our own metrics carry one dimension, the service: one per feed would cost more than all the rest. */
export const ownMetric = (metricName: MetricName, statistic: 'Sum' | 'Maximum', period: Duration): Metric =>
  new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    ...(FROM_LOGS.includes(metricName) ? {} : { dimensionsMap: { service: SERVICE } }),
    statistic: statistic === 'Sum' ? Stats.SUM : Stats.MAXIMUM,
    period,
  });
