import * as z from 'zod';

/** What our schedules send (infra/triggers.ts): the minute they stand for, the same in a retry. */
const eventSchema = z.object({ scheduledAt: z.iso.datetime({ offset: true }) });

/** The minute that an invocation stands for (ISO): the schedule's own, or the clock's when it was invoked by hand. */
export function scheduledMinute(event: unknown, now: string): string {
  const parsed = eventSchema.safeParse(event);
  const at = Date.parse(parsed.success ? parsed.data.scheduledAt : now);
  return new Date(Math.floor(at / 60_000) * 60_000).toISOString();
}
