import * as z from 'zod';
import { CHANNELS, type Subscription } from '../../core/alert/subscription.ts';

/** Who gets what, for the owner alone: asked with the token of the lock file, never shown to the page. */
export const SUBSCRIPTIONS_PATH = '/subscriptions';

const rhythmSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('immediate') }),
  z.object({ kind: z.literal('hourly') }),
  z.object({ kind: z.literal('daily'), at: z.string(), zone: z.string() }),
]);
const subscriptionSchema = z.object({
  id: z.string(),
  channel: z.enum(CHANNELS),
  to: z.string(),
  filter: z.string(),
  rhythm: rhythmSchema,
  quietHours: z.object({ from: z.string(), to: z.string(), zone: z.string() }).nullable(),
  isAtMostOnce: z.boolean(),
  createdAt: z.string(),
  state: z.enum(['pending', 'confirmed', 'deleted']),
});
const answerSchema = z.object({ rows: z.array(subscriptionSchema) });

/** What a running instance answered; throws where it is no list of subscriptions. */
export const readSubscriptions = (body: unknown): readonly Subscription[] => answerSchema.parse(body).rows;
