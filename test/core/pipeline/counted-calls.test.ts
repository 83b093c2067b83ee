import { expect, test } from 'vitest';
import { storeOn } from '../../../adapters/aws/dynamo-store.ts';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { playHours } from '../../../bench/virtual-day.ts';
import { type Bill, countedTable } from '../../../cli/cost/counted-table.ts';
import { fanOut } from '../../../core/pipeline/fan-out.ts';
import { sendAlerts } from '../../../core/pipeline/send-alerts.ts';
import { aDevelopment, aSubscription, T0 } from '../../builders.ts';
import { minutesAfter } from './small-world.ts';

/** What a poll costs on average, where 15 of 100 bring one new item: as docs/measurements.md has it, with a tenth of room. */
const MOST = { calls: 2.5, read: 1.05, write: 1.15, writePerItem: 7.4 };

test('a poll costs the same among 100, 300 and 1,000 feeds, and no more than was measured', { timeout: 180_000 }, async () => {
  const costs = [];
  for (const feeds of [100, 300, 1000]) {
    const { polls, items, developments, alerts, bill } = await playHours(feeds, 0.5);
    expect([polls, developments > 0, alerts > 0]).toEqual([feeds * 6, true, true]);
    costs.push({ calls: bill.calls / polls, read: bill.read / polls, write: bill.write / polls, writePerItem: bill.write / items });
  }
  for (const cost of costs)
    for (const [part, most] of Object.entries(MOST)) expect(cost[part as keyof typeof MOST], part).toBeLessThan(most);
  const [small, , large] = costs;
  expect((large?.calls ?? 9) / (small?.calls ?? 1)).toBeLessThan(1.15);
  expect((large?.write ?? 9) / (small?.write ?? 1)).toBeLessThan(1.15);
});

test('an alert costs its row, its claim and its mark, and a development that nobody wants its mark', async () => {
  const bill: Bill = { calls: 0, read: 0, write: 0, byOperation: new Map() };
  const clock = virtualClock(T0);
  const store = storeOn({ table: countedTable(bill), clock, shards: 1, retentionDays: 400 });
  const channels = [{ channel: 'terminal' as const, send: async () => ({ kind: 'sent' as const, receipt: null }) }];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const ports = { store, clock, channels, log, ids: countingIds(), watch: [] };
  await store.subscriptions.put(aSubscription({ filter: 'severity:major' }));
  const costOf = async (severity: 'major' | 'minor') => {
    const development = aDevelopment({ id: severity, severity, itemId: severity, sequence: 1 });
    await store.developments.add(development, T0);
    Object.assign(bill, { calls: 0, read: 0, write: 0 });
    const ids = await fanOut([development], ports);
    clock.set(minutesAfter(clock.now(), 1));
    const { sent } = await sendAlerts(ids, ports);
    return { sent, calls: bill.calls, write: bill.write };
  };
  expect(await costOf('major')).toEqual({ sent: 1, calls: 11, write: 10 });
  expect(await costOf('minor')).toEqual({ sent: 0, calls: 3, write: 2 });
});
