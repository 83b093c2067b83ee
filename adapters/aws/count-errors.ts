import type { MetricSink } from './metrics.ts';

/** A handler that counts its failures before it passes them on: one number for the alarm over all functions. */
export const countErrors =
  <Event, Context, Answer>(metrics: MetricSink, run: (event: Event, context: Context) => Promise<Answer>) =>
  async (event: Event, context: Context): Promise<Answer> => {
    try {
      return await run(event, context);
    } catch (error) {
      metrics.count({ FunctionErrors: 1 });
      throw error;
    }
  };
