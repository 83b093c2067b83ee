import { CHANNELS, type Channel } from './subscription.ts';

/** What is true of a way out, so that nobody asks for its name. A channel without its row does not compile. */
export type ChannelRow = {
  readonly label: string;
  /** Where it goes from: SNS on AWS, or this machine. */
  readonly runsOn: 'aws' | 'machine';
  /** Recognises an address of this channel ("subscribe" goes down the rows in order), or null: only chosen by name. */
  readonly reads: ((address: string) => boolean) | null;
  readonly wanted: string;
  readonly example: string;
  /** The owner of the address must confirm before anything is delivered. */
  readonly needsConfirmation: boolean;
  /** Marked before it is published: a crash may lose one, never double it. */
  readonly isAtMostOnce: boolean;
  /** Messages a second to one address; SNS suspends an address at ten mails a second. */
  readonly perSecond: number;
  /** Every message costs real money: counted against a daily cap. */
  readonly isCostly: boolean;
};

const MAIL = /^[^\s@<>"',;:()[\]\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const isMail = (address: string): boolean => address.length <= 254 && MAIL.test(address);
const isPhone = (address: string): boolean => /^\+[1-9]\d{6,14}$/.test(address);
const isArnOf =
  (service: string) =>
  (address: string): boolean =>
    new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:\\S+$`).test(address);
const isWeb =
  (protocols: readonly string[]) =>
  (address: string): boolean =>
    URL.canParse(address) && protocols.includes(new URL(address).protocol);

const isSlack = (address: string): boolean => isWeb(['https:'])(address) && /(^|\.)slack\.com$/.test(new URL(address).hostname);

export const CHANNEL_SPEC: Record<Channel, ChannelRow> = {
  email: {
    label: 'email by SNS',
    runsOn: 'aws',
    reads: isMail,
    wanted: 'a mail address',
    example: 'you@example.org',
    needsConfirmation: true,
    isAtMostOnce: false,
    perSecond: 4,
    isCostly: false,
  },
  sms: {
    label: 'text message by SNS',
    runsOn: 'aws',
    reads: isPhone,
    wanted: 'a phone number in E.164',
    example: '+4366012345678',
    needsConfirmation: false,
    isAtMostOnce: true,
    perSecond: 1,
    isCostly: true,
  },
  https: {
    label: 'HTTPS endpoint by SNS',
    runsOn: 'aws',
    reads: isWeb(['https:']),
    wanted: 'an https address',
    example: 'https://example.org/hook',
    needsConfirmation: true,
    isAtMostOnce: false,
    perSecond: 50,
    isCostly: false,
  },
  sqs: {
    label: 'SQS queue',
    runsOn: 'aws',
    reads: isArnOf('sqs'),
    wanted: 'the ARN of a queue',
    example: 'arn:aws:sqs:eu-central-1:111122223333:alerts',
    needsConfirmation: false,
    isAtMostOnce: false,
    perSecond: 100,
    isCostly: false,
  },
  lambda: {
    label: 'Lambda function',
    runsOn: 'aws',
    reads: isArnOf('lambda'),
    wanted: 'the ARN of a function',
    example: 'arn:aws:lambda:eu-central-1:111122223333:function:alerts',
    needsConfirmation: false,
    isAtMostOnce: false,
    perSecond: 100,
    isCostly: false,
  },
  firehose: {
    label: 'topic for machines',
    runsOn: 'aws',
    reads: null,
    wanted: 'nothing',
    example: '',
    needsConfirmation: false,
    isAtMostOnce: false,
    perSecond: 100,
    isCostly: false,
  },
  smtp: {
    label: 'email by SMTP',
    runsOn: 'machine',
    reads: isMail,
    wanted: 'a mail address',
    example: 'you@example.org',
    needsConfirmation: false,
    isAtMostOnce: false,
    perSecond: 4,
    isCostly: false,
  },
  slack: {
    label: 'Slack-compatible webhook',
    runsOn: 'machine',
    reads: isSlack,
    wanted: 'the address of an incoming webhook',
    example: 'https://hooks.slack.com/services/...',
    needsConfirmation: false,
    isAtMostOnce: false,
    perSecond: 1,
    isCostly: false,
  },
  webhook: {
    label: 'signed webhook',
    runsOn: 'machine',
    reads: (address) => isWeb(['https:', 'http:'])(address) && !isSlack(address),
    wanted: 'an http or https address',
    example: 'https://example.org/hook',
    needsConfirmation: false,
    isAtMostOnce: false,
    perSecond: 10,
    isCostly: false,
  },
  terminal: {
    label: 'this terminal',
    runsOn: 'machine',
    reads: null,
    wanted: 'nothing',
    example: '',
    needsConfirmation: false,
    isAtMostOnce: false,
    perSecond: 1000,
    isCostly: false,
  },
};

/** What the commands that a message names need besides: whose subscription lives on AWS is found there only. */
export const commandFlag = (channel: Channel | undefined): string =>
  channel !== undefined && CHANNEL_SPEC[channel].runsOn === 'aws' ? ' --aws' : '';

const ROWS = CHANNELS.map((channel) => ({ channel, ...CHANNEL_SPEC[channel] }));

/** The channel that reads an address, on AWS or on this machine; null when none does. */
export function channelOf(address: string, runsOn: ChannelRow['runsOn']): Channel | null {
  return ROWS.find((row) => row.runsOn === runsOn && row.reads?.(address) === true)?.channel ?? null;
}

/** What addresses are understood, for an error that helps. */
export const addressForms = (runsOn: ChannelRow['runsOn']): string =>
  ROWS.filter((row) => row.runsOn === runsOn && row.reads !== null)
    .map((row) => `${row.wanted} (${row.example})`)
    .join(', ');
