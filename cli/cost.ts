import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/local/clock.ts';
import type { Config } from '../config/config-schema.ts';
import { dispatchMinutes, POLL_BATCH_FEEDS } from '../config/known-feeds.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { ASSUMED, type Assumptions } from './cost/assumptions.ts';
import { countUnits } from './cost/count-units.ts';
import { type Estimate, estimate } from './cost/estimate.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';

const help = `usage: summitwire cost [options]

Estimates a month on AWS for your config: the table's request units are counted by running the pipeline here, the rest is arithmetic on
the assumptions that are printed with it. List prices of us-east-1; it is no bill.

  --feeds N --interval MINUTES   instead of the config's feeds
  --emails N --texts N           people who get each (1 and 0)
  --alerts N                     alerts a day to each of them (3)
  --developments N               developments a day (10)
  --items N                      new items of a feed a day (13)
  --json                         for programs
  --config FOLDER                where settings.json stands (config)

example: summitwire cost --feeds 1000 --interval 5 --emails 20
`;

export const command: Command = { help, run };

const OPTIONS = {
  feeds: { type: 'string' },
  interval: { type: 'string' },
  emails: { type: 'string', default: '1' },
  texts: { type: 'string', default: '0' },
  alerts: { type: 'string', default: '3' },
  developments: { type: 'string', default: '10' },
  items: { type: 'string', default: String(ASSUMED.itemsPerFeedDay) },
  json: { type: 'boolean', default: false },
  config: { type: 'string', default: CONFIG_FOLDER },
} as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const config = loadConfig(values.config, io);
  const assumptions = assumptionsFor(config, values);
  const month = estimate(assumptions, await countUnits());
  io.stdout.write(values.json ? `${JSON.stringify({ at: systemClock.now(), assumptions, ...month })}\n` : format(month, assumptions));
  return EXIT.ok;
}

type Given = { readonly feeds?: string; readonly interval?: string } & Record<
  'emails' | 'texts' | 'alerts' | 'developments' | 'items',
  string
>;

/** The owner's feeds and intervals, unless the command line says otherwise. */
function assumptionsFor(config: Config, given: Given): Assumptions {
  const enabled = config.feeds.filter(({ isEnabled }) => isEnabled);
  const mean =
    enabled.reduce((sum, feed) => sum + (feed.intervalMinutes ?? config.polling.intervalMinutes), 0) / Math.max(1, enabled.length);
  const feeds = given.feeds === undefined ? enabled.length : number('feeds', given.feeds);
  return {
    ...ASSUMED,
    feeds,
    intervalMinutes: given.interval === undefined ? mean || config.polling.intervalMinutes : number('interval', given.interval),
    dispatchMinutes: dispatchMinutes(feeds),
    batchFeeds: POLL_BATCH_FEEDS,
    itemsPerFeedDay: number('items', given.items),
    developmentsPerDay: number('developments', given.developments),
    emailSubscribers: number('emails', given.emails),
    smsSubscribers: number('texts', given.texts),
    alertsPerSubscriberDay: number('alerts', given.alerts),
  };
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0 || text.trim() === '') throw new UsageError(`--${name} ${text}: wanted a number`);
  return value;
}

function format({ lines, list, pipeline, afterFree }: Estimate, a: Assumptions): string {
  const shown = lines.filter((line) => line.list >= 0.005).toSorted((x, y) => y.list - x.list);
  const width = Math.max(...shown.map(({ part }) => part.length));
  const rows = shown.map((line) => `${usd(line.list)}  ${line.part.padEnd(width)}  ${line.note}`.trimEnd());
  const small = lines.length - shown.length;
  return [
    `A month on AWS: ${a.feeds} feeds every ${Math.round(a.intervalMinutes * 10) / 10} minutes`,
    '',
    ...rows,
    ...(small > 0 ? [`         ${small} more parts under half a cent each`] : []),
    '',
    `${usd(list)}  at list prices, of which ${usd(pipeline).trim()} for the pipeline itself`,
    `${usd(afterFree)}  after what AWS gives every account free each month (if nothing else in the account uses it)`,
    '',
    `Counted: request units of the table, by running the pipeline here. Assumed: ${a.changedShare * 100} % of polls bring a changed body, ${a.itemsPerFeedDay} new items of a feed a day,`,
    `${a.relevantShare * 100} % of them about contacts or denials, ${a.developmentsPerDay} developments a day, ${a.alertsPerSubscriberDay} alerts a day to ${a.emailSubscribers} by mail and ${a.smsSubscribers} by text message;`,
    `a batch waits ${a.waitSeconds} s for its slowest publisher, a poll takes ${a.cpuMsPerPoll} ms of a processor. List prices of us-east-1, November 2026; it is no bill.`,
    '',
  ].join('\n');
}

const usd = (amount: number): string => `$${amount < 100 ? amount.toFixed(2) : Math.round(amount)}`.padStart(7);
