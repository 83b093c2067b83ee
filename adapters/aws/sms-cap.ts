import type { Alert } from '../../core/alert/alert.ts';
import { CHANNEL_SPEC } from '../../core/alert/channel.ts';
import type { AlertChannel, Archive, Clock, SubscriptionStore } from '../../core/ports.ts';

export type CapPorts = {
  readonly archive: Pick<Archive, 'listAlerts'>;
  readonly subscriptions: Pick<SubscriptionStore, 'list'>;
  readonly clock: Clock;
};

/** A day's text messages in our own hands: AWS's own spend limit is enforced minutes late. What is over the cap is parked, not lost. */
export function capCostly(channel: AlertChannel, dailyCap: number, ports: CapPorts): AlertChannel {
  if (!CHANNEL_SPEC[channel.channel].isCostly) return channel;
  return {
    channel: channel.channel,
    send: async (subscription, alert, message) => {
      const sent = await sentToday(channel.channel, dailyCap, ports);
      if (sent < dailyCap) return channel.send(subscription, alert, message);
      return {
        kind: 'failed',
        isRetryable: false,
        isUnsent: true,
        reason: `the daily cap of ${dailyCap} text messages is reached (aws.sms.dailyCap in config/settings.json)`,
      };
    },
  };
}

/** Counts up to the cap and no further; days are those of UTC. */
async function sentToday(channel: AlertChannel['channel'], cap: number, ports: CapPorts): Promise<number> {
  const costly = new Set((await ports.subscriptions.list()).filter((one) => one.channel === channel).map((one) => one.id));
  const today = ports.clock.now().slice(0, 10);
  const keep = (alert: Alert): boolean =>
    costly.has(alert.subscriptionId) && alert.state === 'sent' && (alert.sentAt ?? '').startsWith(today);
  let count = 0;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Archive['listAlerts']>> = await ports.archive.listAlerts({
      limit: 100,
      cursor,
      from: `${today}T00:00:00.000Z`,
      to: null,
      parties: null,
      feedId: null,
      keep,
    });
    count += page.rows.length;
    cursor = page.cursor;
  } while (cursor !== null && count < cap);
  return count;
}
