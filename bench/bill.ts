/**
 * The bill, from calls that were counted: `npx tsx bench/bill.ts [hours]` (24 by default). The real pipeline polls 100, 300 and 1,000 feeds for a virtual
 * day on the real adapter over a table that bills like DynamoDB. Then the same month as `summitwire cost` prints, its table's part counted
 * twice: step by step, and by the day. (test/cli/cost.test.ts holds both to each other.)
 */
import { ASSUMED, type Assumptions } from '../cli/cost/assumptions.ts';
import { countUnits } from '../cli/cost/count-units.ts';
import { estimate, stepsOf } from '../cli/cost/estimate.ts';
import { PRICES } from '../cli/cost/prices.ts';
import { dispatchMinutes, POLL_BATCH_FEEDS } from '../config/known-feeds.ts';
import { INTERVAL_MINUTES, playHours } from './virtual-day.ts';

const HOURS = Number(process.argv[2] ?? 24);
const POLLS_A_DAY = 1440 / INTERVAL_MINUTES;
const TRAFFIC = {
  changed: ASSUMED.changedShare,
  news: ASSUMED.itemsPerFeedDay / POLLS_A_DAY / ASSUMED.changedShare,
  relevant: ASSUMED.relevantShare,
};

const cell = (value: number, digits = 2): string => value.toFixed(digits);
console.log(
  '| feeds | polls | new items | developments | calls a poll | RU a poll | WU a poll | WU a new item |\n|--|--|--|--|--|--|--|--|',
);
let perPoll = { read: 0, write: 0 };
for (const feedCount of [100, 300, 1000]) {
  const { polls, items, developments, bill } = await playHours(feedCount, HOURS, TRAFFIC);
  perPoll = { read: bill.read / polls, write: bill.write / polls };
  console.log(
    `| ${feedCount} | ${polls} | ${items} | ${developments} | ${cell(bill.calls / polls)} | ${cell(perPoll.read)} | ${cell(perPoll.write)} | ${cell(bill.write / items)} |`,
  );
}

const units = await countUnits();
const SERVICES = { DynamoDB: ['table', 'storage', 'backup'], Lambda: ['Lambda time', 'invocations'], SQS: ['queue'], egress: ['egress'] };
console.log('\n| feeds | every | DynamoDB | (by the day) | Lambda | SQS | egress | other | pipeline |\n|--|--|--|--|--|--|--|--|--|');
for (const [feeds, intervalMinutes] of [
  [50, 5],
  [1_000, 5],
  [100_000, 15],
] as const) {
  const a: Assumptions = {
    ...{ ...ASSUMED, feeds, intervalMinutes, dispatchMinutes: dispatchMinutes(feeds), batchFeeds: POLL_BATCH_FEEDS },
    ...{ emailSubscribers: 1, smsSubscribers: 0 },
  };
  const { lines, pipeline } = estimate(a, units);
  const parts = Object.values(SERVICES).map((words) =>
    lines
      .filter(({ part, isWatching }) => isWatching !== true && words.some((word) => part.includes(word)))
      .reduce((sum, { list }) => sum + list, 0),
  );
  const polls = stepsOf(a).pollUnchanged + stepsOf(a).pollChangedWithoutNews;
  const byDay =
    intervalMinutes === INTERVAL_MINUTES
      ? `$${cell(polls * (perPoll.read * PRICES.readUnit.each + perPoll.write * PRICES.writeUnit.each))}`
      : '-';
  const other = pipeline - parts.reduce((sum, part) => sum + part, 0);
  const [dynamo = 0, ...rest] = parts;
  console.log(
    `| ${feeds} | ${intervalMinutes} min | $${cell(dynamo)} | ${byDay} | ${[...rest, other, pipeline].map((part) => `$${cell(part)}`).join(' | ')} |`,
  );
}
