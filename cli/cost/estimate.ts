import { type Assumptions, DAYS, MINUTES, pollsOf } from './assumptions.ts';
import type { StepUnits, Units } from './count-units.ts';
import { PRICES, type Priced } from './prices.ts';

/** `isWatching`: metrics, alarms and the dashboard, which watch over the pipeline and are no part of it. */
export type Line = {
  readonly part: string;
  readonly unit: Priced;
  readonly amount: number;
  readonly note: string;
  readonly isWatching?: boolean;
};
export type CostLine = Line & { readonly list: number };
export type Estimate = {
  readonly lines: readonly CostLine[];
  readonly list: number;
  /** The pipeline alone, at list prices. */
  readonly pipeline: number;
  readonly afterFree: number;
};

/** A month at list prices, each part named: counted units of the table, and arithmetic on the assumptions for the rest. */
export function estimate(a: Assumptions, units: StepUnits): Estimate {
  const lines = [...pollLines(a), ...minuteLines(a), ...tableLines(a, units), ...alertLines(a), ...watchLines(a)].map((line) => ({
    ...line,
    list: line.amount * PRICES[line.unit].each,
  }));
  const pipeline = sum(lines.filter(({ isWatching }) => isWatching !== true).map(({ list }) => list));
  return { lines, list: sum(lines.map(({ list }) => list)), pipeline, afterFree: afterFree(lines) };
}

function pollLines(a: Assumptions): Line[] {
  const { polls, batches, batchSeconds } = pollsOf(a);
  return [
    {
      part: 'reading feeds: Lambda time',
      unit: 'lambdaGbSecond',
      amount: (batches * batchSeconds * a.pollMemoryMb) / 1024,
      note: `${count(polls)} polls in ${count(batches)} batches of ${batchSeconds.toFixed(1)} s`,
    },
    { part: 'reading feeds: invocations', unit: 'lambdaRequest', amount: batches, note: '' },
    { part: 'reading feeds: queue', unit: 'queueRequest', amount: batches * 3, note: 'send, receive, delete' },
    {
      part: 'reading feeds: egress',
      unit: 'egressGb',
      amount: (polls * a.egressKbPerPoll) / 1e6,
      note: `${a.egressKbPerPoll} kB a request`,
    },
    { part: 'reading feeds: logs', unit: 'logGb', amount: (batches * 1.5) / 1e6, note: 'one line a batch' },
  ];
}

/** Times that schedules start something in a month, by what they start. */
export const invocationsOf = ({ dispatchMinutes }: Pick<Assumptions, 'dispatchMinutes'>) => ({
  dispatch: MINUTES / dispatchMinutes,
  minute: MINUTES * 2,
  quarter: (MINUTES / 15) * 2,
});

/** Lambda keeps five requests waiting at a queue, 20 s each, also while nothing comes. */
const IDLE_RECEIVES = (MINUTES * 60 * 5) / 20;

/** What runs whether anything happens or not. */
function minuteLines(a: Assumptions): Line[] {
  const { dispatch, minute, quarter } = invocationsOf(a);
  const invocations = dispatch + minute + quarter;
  return [
    {
      part: 'each minute: schedules',
      unit: 'schedule',
      amount: invocations,
      note: 'sweep, tick; dispatch, digests and subscriptions less often',
    },
    { part: 'each minute: invocations', unit: 'lambdaRequest', amount: invocations, note: '' },
    { part: 'each minute: Lambda time', unit: 'lambdaGbSecond', amount: invocations * 0.06 * 0.25, note: '60 ms at 256 MB' },
    { part: 'each minute: Lambda asks the queue', unit: 'queueRequest', amount: IDLE_RECEIVES, note: 'five at a time, 20 s each' },
    { part: 'each minute: logs', unit: 'logGb', amount: (dispatch * 0.4) / 1e6, note: 'a quiet minute writes none' },
  ];
}

/** Times that each counted step runs in a month. */
export function stepsOf(a: Assumptions): Record<keyof StepUnits, number> {
  const { polls, batches } = pollsOf(a);
  const items = a.feeds * a.itemsPerFeedDay * DAYS;
  const developments = a.developmentsPerDay * DAYS;
  const people = (a.emailSubscribers + a.smsSubscribers) * a.alertsPerSubscriberDay * DAYS;
  return {
    idleMinute: MINUTES,
    idleDispatch: MINUTES / a.dispatchMinutes,
    idleQuarter: MINUTES / 15,
    batch: batches,
    pollUnchanged: polls * (1 - a.changedShare),
    pollChangedWithoutNews: polls * a.changedShare,
    plainItem: items * (1 - a.relevantShare),
    relevantRepeat: items * a.relevantShare,
    development: developments,
    alert: developments + people,
  };
}

/** The table's lines: which steps each holds. */
const TABLE_PARTS = {
  'reading feeds: table': ['batch', 'pollUnchanged', 'pollChangedWithoutNews'],
  'new items: table': ['plainItem', 'relevantRepeat'],
  'developments and alerts: table': ['development', 'alert'],
  'each minute: table': ['idleMinute', 'idleDispatch', 'idleQuarter'],
} as const satisfies Record<string, readonly (keyof StepUnits)[]>;

function tableLines(a: Assumptions, units: StepUnits): Line[] {
  const times = stepsOf(a);
  const total = (steps: readonly (keyof StepUnits)[], unit: keyof Units): number =>
    sum(steps.map((step) => times[step] * units[step][unit]));
  const lines = Object.entries(TABLE_PARTS).flatMap(([part, steps]): Line[] => [
    { part: `${part}, writes`, unit: 'writeUnit', amount: total(steps, 'write'), note: noteOf(steps, units, 'write') },
    { part: `${part}, reads`, unit: 'readUnit', amount: total(steps, 'read'), note: noteOf(steps, units, 'read') },
  ]);
  const kept = total(Object.keys(times) as (keyof StepUnits)[], 'bytes') / 1e9;
  return [
    ...lines,
    { part: 'storage', unit: 'storedGb', amount: kept, note: 'what one month adds; rows expire after storage.retentionDays' },
    { part: 'backup', unit: 'backupGb', amount: kept, note: 'the same' },
  ];
}

const STEP_NAMES: Record<keyof StepUnits, string> = {
  idleMinute: 'a minute',
  idleDispatch: 'a dispatch',
  idleQuarter: 'a quarter of an hour',
  batch: 'a batch',
  pollUnchanged: 'an unchanged feed',
  pollChangedWithoutNews: 'a changed one',
  plainItem: 'a new item',
  relevantRepeat: 'one about a contact',
  development: 'a development',
  alert: 'an alert',
};
const noteOf = (steps: readonly (keyof StepUnits)[], units: StepUnits, unit: 'read' | 'write'): string =>
  `units: ${steps.map((step) => `${STEP_NAMES[step]} ${round(units[step][unit])}`).join(', ')}`;

function alertLines(a: Assumptions): Line[] {
  const { development: developments, alert: alerts } = stepsOf(a);
  const emails = a.emailSubscribers * a.alertsPerSubscriberDay * DAYS;
  const texts = a.smsSubscribers * a.alertsPerSubscriberDay * DAYS;
  return [
    { part: 'alerts: Lambda time', unit: 'lambdaGbSecond', amount: developments * 21 * 0.25, note: '20 s of waiting for a second story' },
    { part: 'alerts: SNS', unit: 'publish', amount: alerts, note: 'one for each subscription, one for machines' },
    { part: 'alerts: email', unit: 'email', amount: emails, note: `${count(emails)} mails` },
    { part: 'alerts: text messages', unit: 'sms', amount: texts, note: 'one part each; the price depends on the country' },
  ];
}

/** As in infra/ (a test compares them); one alarm more where there are text messages. */
export const WATCHING = { metrics: 8, alarms: 10, alarmsForTexts: 1, dashboards: 1 } as const;

const watchLines = ({ smsSubscribers }: Assumptions): Line[] => [
  { part: 'watching over it: metrics', unit: 'metric', amount: WATCHING.metrics, note: '', isWatching: true },
  {
    part: 'watching over it: alarms',
    unit: 'alarm',
    amount: WATCHING.alarms + (smsSubscribers > 0 ? WATCHING.alarmsForTexts : 0),
    note: '',
    isWatching: true,
  },
  { part: 'watching over it: dashboard', unit: 'dashboard', amount: WATCHING.dashboards, note: '', isWatching: true },
];

/** What every account has free is taken off once over all lines of a unit. */
function afterFree(lines: readonly CostLine[]): number {
  const amounts = new Map<Priced, number>();
  for (const { unit, amount } of lines) amounts.set(unit, (amounts.get(unit) ?? 0) + amount);
  return sum([...amounts].map(([unit, amount]) => Math.max(0, amount - PRICES[unit].free) * PRICES[unit].each));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const count = (number: number): string => Math.round(number).toLocaleString('en');
const round = (number: number): number => Math.round(number * 10) / 10;
