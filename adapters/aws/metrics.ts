import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, METRIC_UNITS, type MetricName, SERVICE } from './environment.ts';

/**
 * Counts by the embedded metric format: a log line, no call. One dimension for all, because each set of dimensions is billed as a metric.
 * Nothing is not told: a quiet minute writes no line.
 */
export type MetricSink = { count(values: Partial<Record<MetricName, number>>): void };

export function createMetrics(): MetricSink {
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: SERVICE });
  return {
    count(values) {
      const told = (Object.entries(values) as [MetricName, number][]).filter(([, value]) => value > 0);
      for (const [name, value] of told) metrics.addMetric(name, MetricUnit[METRIC_UNITS[name]], value);
      if (told.length > 0) metrics.publishStoredMetrics();
    },
  };
}
