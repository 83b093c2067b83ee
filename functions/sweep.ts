import type { Context } from 'aws-lambda';
import { deadlineAfter, openFunction } from '../adapters/aws/open-function.ts';
import { sendingParts } from '../adapters/aws/sending-parts.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { oldestPending } from '../core/pipeline/oldest-pending.ts';
import { type Swept, sweep } from '../core/pipeline/sweep.ts';

const { config } = bundledConfig();
const parts = openFunction(process.env, config.storage);
const sender = sendingParts(parts, { sms: config.aws.sms, watch: config.watch }, { environment: process.env, share: 1 });

/** Room for the last alert and for looking at what is late. */
const ROOM_MS = 10_000;

/** Each minute: what the stream did not do, or not yet; and how late the latest is. A minute without work writes no line. */
export const handler = parts.handle(async (_schedule: unknown, context: Context): Promise<Swept> => {
  const swept = await sweep({ ...sender, deadline: deadlineAfter(parts.clock, context.getRemainingTimeInMillis() - ROOM_MS) });
  if (Object.values(swept).some((count) => count > 0)) parts.log.info('swept', swept);
  const late = Math.round((await oldestPending(parts)) / 1000);
  parts.metrics.count({ AlertsSent: swept.sent, AlertsParked: swept.parked, OldestPendingSeconds: late });
  return swept;
});
