import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Duration } from 'aws-cdk-lib/core';
import { METRIC_NAMESPACE, type MetricName, SERVICE } from '../adapters/aws/environment.ts';

/** Our own metrics carry one dimension, the service: one per feed would cost more than all the rest. */
export const ownMetric = (metricName: MetricName, statistic: 'Sum' | 'Maximum', period: Duration): Metric =>
  new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { service: SERVICE },
    statistic: statistic === 'Sum' ? Stats.SUM : Stats.MAXIMUM,
    period,
  });
