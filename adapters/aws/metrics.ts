import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, type MetricName, SERVICE } from './environment.ts';

/** Counts by the embedded metric format: a log line, no call. One dimension for all, because each set of dimensions is billed as a metric. */
export type MetricSink = { count(values: Partial<Record<MetricName, number>>): void };

export function createMetrics(): MetricSink {
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: SERVICE });
  return {
    count(values) {
      for (const [name, value] of Object.entries(values)) metrics.addMetric(name, MetricUnit.Count, value);
      metrics.publishStoredMetrics();
    },
  };
}
