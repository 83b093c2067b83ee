import { createTransport } from 'nodemailer';
import type { AlertChannel, SecretStore, SendResult } from '../../core/ports.ts';

export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** True: TLS from the first byte (465) or STARTTLS demanded (587); false: plain, for a server on this machine. */
  readonly isSecure: boolean;
  readonly from: string;
  /** Name of the secret "user:password", or null. */
  readonly credentialRef: string | null;
};
export type SmtpOptions = { readonly settings: SmtpSettings; readonly secrets: SecretStore };

const IMPLICIT_TLS_PORT = 465;
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Mail by the owner's own server. The alert's id is the Message-ID too, so that a repeat is the same message to many readers. */
export function createSmtpChannel({ settings, secrets }: SmtpOptions): AlertChannel {
  return {
    channel: 'smtp',
    async send(subscription, alert, message) {
      const auth = await credentialsOf(settings, secrets);
      const transport = createTransport({
        host: settings.host,
        port: settings.port,
        secure: settings.isSecure && settings.port === IMPLICIT_TLS_PORT,
        requireTLS: settings.isSecure,
        ...TIMES,
        ...(auth === null ? {} : { auth }),
      });
      try {
        const sent = await transport.sendMail({
          from: settings.from,
          to: { name: '', address: subscription.to },
          subject: message.subject,
          text: message.text,
          messageId: `<${alert.id}@summitwire.local>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Summitwire-Alert': alert.id },
        });
        return { kind: 'sent', receipt: sent.messageId };
      } catch (error) {
        return failureOf(error);
      } finally {
        transport.close();
      }
    },
  };
}

async function credentialsOf({ credentialRef }: SmtpSettings, secrets: SecretStore): Promise<{ user: string; pass: string } | null> {
  if (credentialRef === null) return null;
  const secret = await secrets.read(credentialRef);
  if (secret === null)
    throw new Error(`the mail server's secret "${credentialRef}" is not set (smtp.credentialRef in config/settings.json)`);
  const at = secret.indexOf(':');
  return { user: secret.slice(0, at), pass: secret.slice(at + 1) };
}

/** 4xx of SMTP and broken connections pass; 5xx (no such address, refused login) does not. */
function failureOf(error: unknown): SendResult {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : null;
  return { kind: 'failed', isRetryable: code === null || code < 500, isUnsent: code !== null, reason: reason.slice(0, 500) };
}
