/**
 * The bill, from calls that were counted: `npx tsx bench/bill.ts [hours]` (24 by default). The real pipeline functions poll 100, 300 and 1,000 feeds
 * for a virtual day on the real adapter over a table that bills like DynamoDB; then the parts are multiplied to a month and to other sizes.
 */
import { playHours } from './virtual-day.ts';

const HOURS = Number(process.argv[2] ?? 24);
/** List prices, us-east-1. */
const PRICE = { read: 0.125e-6, write: 0.625e-6, sqs: 0.4e-6, invocation: 0.2e-6, gbSecond: 1.33334e-5, egressGb: 0.09, logGb: 0.5 };
/** What is not counted here but assumed: a batch of 50 feeds takes 4 s at 512 MB on arm64; a minute's other functions 0.3 s; a request 0.8 kB. */
const ASSUMED = { batch: 50, batchSeconds: 4, memoryGb: 0.5, minuteSeconds: 0.3, requestKb: 0.8, logKbBatch: 1.5 };

const cell = (value: number, digits = 2): string => value.toFixed(digits);
console.log(
  `| feeds | polls | new items | developments | calls a poll | RU a poll | WU a poll | WU a new item |\n|--|--|--|--|--|--|--|--|`,
);
let perPoll = { read: 0, write: 0 };
for (const feedCount of [100, 300, 1000]) {
  const { polls, items, developments, bill } = await playHours(feedCount, HOURS);
  perPoll = { read: bill.read / polls, write: bill.write / polls };
  console.log(
    `| ${feedCount} | ${polls} | ${items} | ${developments} | ${cell(bill.calls / polls)} | ${cell(perPoll.read)} | ${cell(perPoll.write)} | ${cell(bill.write / items)} |`,
  );
}

console.log('\n| feeds | every | polls a month | DynamoDB | Lambda | SQS | egress | logs | total |\n|--|--|--|--|--|--|--|--|--|');
for (const [feedCount, minutes] of [
  [50, 5],
  [1_000, 5],
  [100_000, 15],
] as const) {
  const polls = (feedCount * 43_800) / minutes;
  const batches = Math.max(polls / ASSUMED.batch, 43_800 / minutes);
  const dynamo = polls * (perPoll.read * PRICE.read + perPoll.write * PRICE.write);
  const seconds = batches * ASSUMED.batchSeconds * Math.min(1, feedCount / ASSUMED.batch) + 43_800 * ASSUMED.minuteSeconds;
  const lambda = seconds * ASSUMED.memoryGb * PRICE.gbSecond + (batches + 3 * 43_800) * PRICE.invocation;
  const sqs = batches * 3 * PRICE.sqs;
  const egress = ((polls * ASSUMED.requestKb) / 1e6) * PRICE.egressGb;
  const logs = ((batches * ASSUMED.logKbBatch) / 1e6) * PRICE.logGb;
  const parts = [dynamo, lambda, sqs, egress, logs];
  const total = parts.reduce((sum, part) => sum + part, 0);
  console.log(
    `| ${feedCount} | ${minutes} min | ${Math.round(polls)} | ${[...parts, total].map((part) => `$${cell(part)}`).join(' | ')} |`,
  );
}
