import { createSlackChannel } from '../../adapters/local/slack.ts';
import { createSmtpChannel } from '../../adapters/local/smtp.ts';
import { createTerminalChannel, terminalStyle } from '../../adapters/local/terminal.ts';
import { createWebhookChannel } from '../../adapters/local/webhook.ts';
import type { Config } from '../../config/config-schema.ts';
import type { AlertChannel, Clock, SecretStore } from '../../core/ports.ts';
import type { Io } from '../command.ts';

/** The ways out of one machine. Mail needs a server in the config; without one it is no way out, and an alert for it says so. */
export function localChannels(
  config: Pick<Config, 'smtp'>,
  io: Pick<Io, 'stdout' | 'env'>,
  { secrets, clock }: { readonly secrets: SecretStore; readonly clock: Clock },
): readonly AlertChannel[] {
  const terminal = createTerminalChannel({ ...terminalStyle(io.stdout, io.env), write: (text) => void io.stdout.write(text) });
  const mail = config.smtp === null ? [] : [createSmtpChannel({ settings: config.smtp, secrets })];
  return [terminal, ...mail, createWebhookChannel({ secrets, clock }), createSlackChannel()];
}
