import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/local/clock.ts';
import type { Config } from '../config/config-schema.ts';
import type { Message } from '../core/alert/alert.ts';
import { alertJsonSchema } from '../core/alert/alert-json.ts';
import { CHANNEL_SPEC } from '../core/alert/channel.ts';
import type { Subscription } from '../core/alert/subscription.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { openSource } from './listing/listing-source.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { DRY_RUN_DAYS, whatItWouldHaveSent } from './subscribing/dry-run.ts';
import { newSubscription } from './subscribing/new-subscription.ts';
import { openHome } from './subscribing/subscription-home.ts';

const help = `usage: summitwire subscribe <address> [filter] [options]

Sends alerts to an address. Without a filter: the major developments of the watch list. The filter is the one of all listings
(docs/filter.md). On this machine: a mail address (needs "smtp" in config/settings.json), a webhook, or "terminal"; with --aws: a
mail address, a phone number, an https address, the ARN of a queue or function.

  --dry-run          send nothing; show what it would have sent in the last ${DRY_RUN_DAYS} days
  --digest RHYTHM    gather: "hourly", or a local time such as 07:30 for once a day
  --quiet FROM-TO    hold alerts in these local hours, such as 22:00-07:00
  --zone ZONE        time zone of the two, such as Europe/Vienna (that of the config)
  --channel slack    the address speaks Slack's format (found by itself for hooks.slack.com)
  --at-least-once    text messages: rather twice than never (they are rather never than twice)
  --aws              the deployed stack, with the credentials of your AWS profile
  --config FOLDER    where settings.json stands (config)

Text messages cost money and need preparation (docs/sms.md); they are off until aws.sms.isEnabled is true.

example: summitwire subscribe you@example.org "pair:RU-US status:scheduled,postponed" --aws
`;

export const command: Command = { help, run };

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  digest: { type: 'string' },
  quiet: { type: 'string' },
  zone: { type: 'string' },
  channel: { type: 'string' },
  'at-least-once': { type: 'boolean', default: false },
  aws: { type: 'boolean', default: false },
  config: { type: 'string', default: CONFIG_FOLDER },
} as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [address, ...filter] = positionals;
  if (address === undefined) throw new UsageError('wanted: an address');
  const config = loadConfig(values.config, io);
  const wanted = { address, filter: filter.join(' '), digest: values.digest, quiet: values.quiet, channel: values.channel };
  const runsOn = values.aws ? 'aws' : 'machine';
  const subscription = newSubscription(
    { ...wanted, zone: values.zone ?? config.zone, isAtLeastOnce: values['at-least-once'] },
    runsOn,
    systemClock.now(),
  );
  if (values['dry-run']) return dryRun(subscription, { config, io, aws: values.aws });
  refuseWhatCannotGo(subscription, config);
  const home = await openHome(config, io, values.aws);
  const added = await home.add(subscription);
  io.stdout.write(
    `${added.subscription.id}: ${CHANNEL_SPEC[subscription.channel].label} to ${subscription.to || 'this terminal'}, ${describe(subscription)}\n${added.note}\n`,
  );
  return EXIT.ok;
}

/** What would be stored and never delivered is refused here, with the setting that is missing. */
function refuseWhatCannotGo({ channel }: Subscription, config: Config): void {
  if (channel === 'smtp' && config.smtp === null)
    throw new Error('mail from this machine needs a server: set "smtp" in config/settings.json ({"host": ..., "port": 587, "from": ...})');
  if (CHANNEL_SPEC[channel].isCostly && !config.aws.sms.isEnabled)
    throw new Error(
      'text messages are off: read docs/sms.md (sandbox, sender number, spend limit), set aws.sms.isEnabled to true in config/settings.json, and deploy',
    );
}

export function describe({ filter, rhythm, quietHours }: Subscription): string {
  const what = filter === '' ? 'major developments of the watch list' : `filter "${filter}"`;
  const when = {
    immediate: 'at once',
    hourly: 'gathered each hour',
    daily: rhythm.kind === 'daily' ? `gathered daily at ${rhythm.at} ${rhythm.zone}` : '',
  }[rhythm.kind];
  const quiet = quietHours === null ? '' : `, held from ${quietHours.from} to ${quietHours.to} ${quietHours.zone}`;
  return `${what}, ${when}${quiet}`;
}

/** What a digest gathers, line by line; an alert's subject says it all. */
function movesOf({ json }: Message): string[] {
  const parsed = alertJsonSchema.safeParse(json);
  const isDigest = parsed.success && parsed.data.kind === 'digest';
  return isDigest ? parsed.data.developments.map(({ label, change }) => `${' '.repeat(20)}${label}: ${change}`) : [];
}

type DryRun = { readonly config: Config; readonly io: Io; readonly aws: boolean };

async function dryRun(subscription: Subscription, { config, io, aws }: DryRun): Promise<number> {
  const source = await openSource({ config, aws }, io);
  try {
    const sent = await whatItWouldHaveSent(subscription, source, { watch: config.watch, now: systemClock.now() });
    for (const { at, message } of sent)
      io.stdout.write(`${[`${at.slice(0, 16).replace('T', ' ')}  ${message.subject}`, ...movesOf(message)].join('\n')}\n`);
    const noun = subscription.rhythm.kind === 'immediate' ? 'message' : 'digest';
    const count = sent.length === 1 ? `1 ${noun}` : `${sent.length} ${noun}s`;
    io.stdout.write(
      `${count} in the last ${DRY_RUN_DAYS} days to ${subscription.to || 'this terminal'} (${describe(subscription)}); nothing was sent\n`,
    );
  } finally {
    await source.close();
  }
  return EXIT.ok;
}
