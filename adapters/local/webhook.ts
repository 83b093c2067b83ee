import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AlertChannel, Clock, SecretStore } from '../../core/ports.ts';
import { postJson } from './post-json.ts';

export type WebhookOptions = { readonly secrets: SecretStore; readonly clock: Clock };

/** Name of the secret that signs webhooks. */
export const WEBHOOK_SECRET = 'webhook';
export const WEBHOOK_HEADERS = {
  id: 'x-summitwire-delivery',
  timestamp: 'x-summitwire-timestamp',
  signature: 'x-summitwire-signature',
} as const;

/**
 * The alert's JSON by POST, signed as `v1=` + hex of HMAC-SHA256 over "<timestamp>.<delivery id>.<body>". The delivery id is the alert's id:
 * a receiver that has seen it may answer 200 and forget it. Without a secret it goes unsigned.
 */
export function createWebhookChannel({ secrets, clock }: WebhookOptions): AlertChannel {
  return {
    channel: 'webhook',
    async send(subscription, alert, message) {
      const body = JSON.stringify({ ...message.json, subject: message.subject, text: message.text });
      const timestamp = String(Math.floor(Date.parse(clock.now()) / 1000));
      const secret = await secrets.read(WEBHOOK_SECRET);
      const signature = secret === null ? {} : { [WEBHOOK_HEADERS.signature]: signWebhook({ secret, timestamp, id: alert.id, body }) };
      return postJson(subscription.to, body, { [WEBHOOK_HEADERS.id]: alert.id, [WEBHOOK_HEADERS.timestamp]: timestamp, ...signature });
    },
  };
}

type Signed = { readonly secret: string; readonly timestamp: string; readonly id: string; readonly body: string };

export const signWebhook = ({ secret, timestamp, id, body }: Signed): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${id}.${body}`).digest('hex')}`;

/** For receivers: is this ours, and not older than five minutes? */
export function verifyWebhook(signature: string, signed: Signed, now: string): boolean {
  const age = Math.abs(Date.parse(now) / 1000 - Number(signed.timestamp));
  const [wanted, found] = [Buffer.from(signWebhook(signed)), Buffer.from(signature)];
  return age <= 300 && wanted.length === found.length && timingSafeEqual(wanted, found);
}
