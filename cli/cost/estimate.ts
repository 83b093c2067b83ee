import type { StepUnits, Units } from './count-units.ts';
import { PRICES, type Priced } from './prices.ts';

/** What cannot be counted on a desk. Printed with every estimate, each can be given on the command line. */
export type Assumptions = {
  readonly feeds: number;
  readonly intervalMinutes: number;
  /** Share of polls that bring a changed body, and new items in each of those. */
  readonly changedShare: number;
  readonly itemsPerChange: number;
  /** Share of items about contacts or denials (stored in full either way). */
  readonly relevantShare: number;
  readonly developmentsPerDay: number;
  readonly emailSubscribers: number;
  readonly smsSubscribers: number;
  readonly alertsPerSubscriberDay: number;
  /** Seconds for one batch of feeds, and feeds in a batch. */
  readonly batchSeconds: number;
  readonly batchFeeds: number;
  /** Feeds are handed out so often. */
  readonly dispatchMinutes: number;
  readonly pollMemoryGb: number;
};

export type Line = { readonly part: string; readonly unit: Priced; readonly amount: number; readonly note: string };
export type CostLine = Line & { readonly list: number };
export type Estimate = { readonly lines: readonly CostLine[]; readonly list: number; readonly afterFree: number };

const MINUTES = 43_800;
const DAYS = 30.4;

export function estimate(a: Assumptions, units: StepUnits): Estimate {
  const lines = [...pollLines(a, units), ...minuteLines(a, units), ...newsLines(a, units), ...watchLines()].map((line) => ({
    ...line,
    list: line.amount * PRICES[line.unit].each,
  }));
  return { lines, list: sum(lines.map(({ list }) => list)), afterFree: afterFree(lines) };
}

function pollLines(a: Assumptions, units: StepUnits): Line[] {
  const polls = (a.feeds * MINUTES) / a.intervalMinutes;
  const batches = Math.max(polls / a.batchFeeds, Math.min(polls, MINUTES / a.dispatchMinutes));
  const changed = polls * a.changedShare;
  const items = changed * a.itemsPerChange;
  const seconds = batches * Math.max(2, a.batchSeconds * Math.min(1, polls / batches / a.batchFeeds));
  const write = polls * (1 - a.changedShare) * units.pollUnchanged.write + changed * units.pollChangedWithoutNews.write;
  const read = polls * (1 - a.changedShare) * units.pollUnchanged.read + changed * units.pollChangedWithoutNews.read;
  return [
    {
      part: 'reading feeds: Lambda time',
      unit: 'lambdaGbSecond',
      amount: seconds * a.pollMemoryGb,
      note: `${count(polls)} polls in ${count(batches)} batches`,
    },
    { part: 'reading feeds: invocations', unit: 'lambdaRequest', amount: batches, note: '' },
    { part: 'reading feeds: queue', unit: 'queueRequest', amount: batches * 3, note: 'send, receive, delete' },
    {
      part: 'reading feeds: table, writes',
      unit: 'writeUnit',
      amount: write + batches,
      note: `${units.pollChangedWithoutNews.write} units where the body changed, ${units.pollUnchanged.write} where not`,
    },
    {
      part: 'reading feeds: table, reads',
      unit: 'readUnit',
      amount: read,
      note: `${units.pollChangedWithoutNews.read} and ${units.pollUnchanged.read} units`,
    },
    {
      part: 'new items: table',
      unit: 'writeUnit',
      amount: items * ((1 - a.relevantShare) * units.plainItem.write + a.relevantShare * units.relevantRepeat.write),
      note: `${count(items)} items, ${units.plainItem.write} units each, ${units.relevantRepeat.write} where they report a contact`,
    },
    { part: 'reading feeds: egress', unit: 'egressGb', amount: (polls * 1.5) / 1e6, note: '1.5 kB a request' },
    { part: 'reading feeds: logs', unit: 'logGb', amount: (batches * 1.5) / 1e6, note: 'one line a batch' },
  ];
}

/** What runs whether anything happens or not. */
function minuteLines({ dispatchMinutes }: Assumptions, { idleMinute }: StepUnits): Line[] {
  const invocations = MINUTES * (2 + 1 / dispatchMinutes + 2 / 15);
  return [
    {
      part: 'each minute: schedules',
      unit: 'schedule',
      amount: invocations,
      note: 'dispatch, sweep, tick; digests and subscriptions each quarter of an hour',
    },
    { part: 'each minute: invocations', unit: 'lambdaRequest', amount: invocations, note: '' },
    { part: 'each minute: Lambda time', unit: 'lambdaGbSecond', amount: invocations * 0.06 * 0.25, note: '60 ms at 256 MB' },
    { part: 'each minute: table', unit: 'readUnit', amount: MINUTES * idleMinute.read, note: `${idleMinute.read} units` },
    { part: 'each minute: Lambda asks the queue', unit: 'queueRequest', amount: (MINUTES * 60 * 5) / 20, note: 'five pollers, 20 s each' },
    { part: 'each minute: logs', unit: 'logGb', amount: (invocations * 0.6) / 1e6, note: 'two lines' },
  ];
}

function newsLines(a: Assumptions, units: StepUnits): Line[] {
  const developments = a.developmentsPerDay * DAYS;
  const emails = a.emailSubscribers * a.alertsPerSubscriberDay * DAYS;
  const texts = a.smsSubscribers * a.alertsPerSubscriberDay * DAYS;
  const alerts = emails + texts + developments;
  return [
    {
      part: 'developments: table',
      unit: 'writeUnit',
      amount: developments * units.development.write + alerts * units.alert.write,
      note: `${units.development.write} units a development, ${units.alert.write} an alert`,
    },
    {
      part: 'developments: table, reads',
      unit: 'readUnit',
      amount: developments * units.development.read + alerts * units.alert.read,
      note: '',
    },
    { part: 'alerts: Lambda time', unit: 'lambdaGbSecond', amount: developments * 21 * 0.5, note: '20 s of waiting for a second story' },
    { part: 'alerts: SNS', unit: 'publish', amount: alerts, note: 'one for each subscription, one for machines' },
    { part: 'alerts: email', unit: 'email', amount: emails, note: `${count(emails)} mails` },
    { part: 'alerts: text messages', unit: 'sms', amount: texts, note: 'one part each; the price depends on the country' },
  ];
}

const watchLines = (): Line[] => [
  { part: 'watching over it: metrics', unit: 'metric', amount: 9, note: '' },
  { part: 'watching over it: alarms', unit: 'alarm', amount: 10, note: '' },
  { part: 'watching over it: dashboard', unit: 'dashboard', amount: 1, note: '' },
  { part: 'storage and backup', unit: 'backupGb', amount: 0.1, note: '100 MB; grows with what is kept' },
];

/** What every account has free is taken off once over all lines of a unit. */
function afterFree(lines: readonly CostLine[]): number {
  const amounts = new Map<Priced, number>();
  for (const { unit, amount } of lines) amounts.set(unit, (amounts.get(unit) ?? 0) + amount);
  return sum([...amounts].map(([unit, amount]) => Math.max(0, amount - PRICES[unit].free) * PRICES[unit].each));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const count = (number: number): string => Math.round(number).toLocaleString('en');

export type { Units };
