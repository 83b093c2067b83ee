import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { METRICS } from '../../adapters/aws/environment.ts';
import { INTERVAL_MINUTES, playHours } from '../../bench/virtual-day.ts';
import { ASSUMED, type Assumptions, MINUTES } from '../../cli/cost/assumptions.ts';
import { countUnits } from '../../cli/cost/count-units.ts';
import { estimate, invocationsOf, stepsOf, WATCHING } from '../../cli/cost/estimate.ts';
import { PRICES } from '../../cli/cost/prices.ts';
import { dispatchMinutes, POLL_BATCH_FEEDS } from '../../config/known-feeds.ts';
import { FUNCTIONS, type FunctionRow } from '../../infra/functions.ts';
import { ofType, synthesise } from '../infra/synth.ts';

const units = await countUnits();
const assume = (feeds: number, intervalMinutes: number, part: Partial<Assumptions> = {}): Assumptions => ({
  ...{ ...ASSUMED, feeds, intervalMinutes, dispatchMinutes: dispatchMinutes(feeds), batchFeeds: POLL_BATCH_FEEDS },
  ...{ emailSubscribers: 1, smsSubscribers: 0, ...part },
});

describe('what the table costs', () => {
  it('is the same, counted step by step and counted over hours of polls', { timeout: 120_000 }, async () => {
    const pollsADay = 1440 / INTERVAL_MINUTES;
    const news = ASSUMED.itemsPerFeedDay / pollsADay / ASSUMED.changedShare;
    const day = await playHours(300, 3, { changed: ASSUMED.changedShare, news, relevant: ASSUMED.relevantShare });
    const ofMonth = (300 * (MINUTES / INTERVAL_MINUTES)) / day.polls;
    const a = assume(300, INTERVAL_MINUTES, {
      developmentsPerDay: day.developments * (24 / 3),
      alertsPerSubscriberDay: day.alerts * (24 / 3),
    });
    const times = Object.entries(stepsOf({ ...a, dispatchMinutes: 1, batchFeeds: 50 })) as [keyof typeof units, number][];
    // The virtual day has one reader and no topic for machines.
    const steps = (unit: 'read' | 'write'): number =>
      times.reduce((sum, [step, count]) => sum + units[step][unit] * (step === 'alert' ? count - day.developments * 8 * 30.4 : count), 0);
    const dollars = (read: number, write: number): number => read * PRICES.readUnit.each + write * PRICES.writeUnit.each;
    const byDay = dollars(day.bill.read * ofMonth, day.bill.write * ofMonth);
    const bySteps = dollars(steps('read'), steps('write'));
    expect(bySteps / byDay).toBeGreaterThan(0.9);
    expect(bySteps / byDay).toBeLessThan(1.1);
  });

  it('is no write for an unchanged feed and none for a minute without work: the rule that the bill stands on', () => {
    expect(units.pollUnchanged).toMatchObject({ read: 0.5, write: 0 });
    expect(units.idleMinute.write + units.idleDispatch.write + units.idleQuarter.write).toBe(0);
    expect(units.pollChangedWithoutNews.write).toBe(1);
    expect(units.development.write).toBeGreaterThan(units.plainItem.write);
  });
});

describe('what is assumed of the stack', () => {
  const { pipeline, folder } = synthesise();
  const withTexts = synthesise({ aws: { sms: { isEnabled: true } } });
  afterAll(() => {
    for (const one of [folder, withTexts.folder]) rmSync(one, { recursive: true, force: true });
  });

  it('is what the stack has: metrics, alarms, one dashboard, the worker’s memory', () => {
    expect(WATCHING.metrics).toBe(METRICS.length);
    expect(WATCHING.alarms).toBe(ofType(pipeline, 'AWS::CloudWatch::Alarm').length);
    expect(WATCHING.alarms + WATCHING.alarmsForTexts).toBe(ofType(withTexts.pipeline, 'AWS::CloudWatch::Alarm').length);
    expect(WATCHING.dashboards).toBe(ofType(pipeline, 'AWS::CloudWatch::Dashboard').length);
    expect(ASSUMED.pollMemoryMb).toBe(FUNCTIONS.find(({ name }) => name === 'poll-feeds')?.memoryMb);
  });

  it('is no more than ten metrics and ten alarms, which every account has free', () => {
    expect(Math.max(WATCHING.metrics, WATCHING.alarms)).toBeLessThanOrEqual(10);
  });

  it('is as many starts by schedule as the schedules make', () => {
    const expressions = ofType(pipeline, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => String(Properties['ScheduleExpression']));
    const starts = expressions.map((text) => MINUTES / Number(/rate\((\d+) minutes?\)|cron\(0\/(\d+) /.exec(text)?.slice(1).find(Boolean)));
    const assumed = Object.values(invocationsOf({ dispatchMinutes: dispatchMinutes(0) }));
    const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);
    expect(total(assumed)).toBeCloseTo(total(starts), 3);
    const small = FUNCTIONS.filter((row: FunctionRow) => ['minutes', 'cron', 'dispatch', 'stream'].includes(row.trigger.kind));
    expect(new Set(small.map(({ memoryMb }) => memoryMb))).toEqual(new Set([256]));
  });
});

describe('what it costs', () => {
  const month = (feeds: number, minutes: number) => estimate(assume(feeds, minutes), units);

  it('keeps the design’s aims for 1,000 and for 100,000 feeds', () => {
    expect(month(1_000, 5).pipeline).toBeLessThan(7);
    expect(month(100_000, 15).pipeline).toBeLessThan(350);
  });

  it('is under a dollar for fifty feeds, and under a quarter after what every account has free', () => {
    expect(month(50, 5).pipeline).toBeLessThan(0.95);
    expect(month(50, 5).afterFree).toBeLessThan(0.25);
  });

  it.each([
    ['docs/deploy.md', 'the guide'],
    ['docs/measurements.md', 'the measurements'],
  ])('is what %s says (%s)', (file) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    for (const [feeds, minutes] of [
      [43, 10],
      [50, 5],
      [1_000, 5],
      [100_000, 15],
    ] as const) {
      const { pipeline, afterFree } = month(feeds, minutes);
      const row = text.split('\n').find((line) => new RegExp(`^\\| ${feeds.toLocaleString('en')} feeds every ${minutes} min`).test(line));
      const [told = 0, toldAfterFree = 0] = [...(row ?? '').matchAll(/\$([\d.]+)/g)].map(([, amount]) => Number(amount));
      expect(Math.abs(told - pipeline), `${feeds} feeds, ${pipeline}: ${row}`).toBeLessThan(0.05 * pipeline + 0.01);
      expect(Math.abs(toldAfterFree - afterFree), `${feeds} feeds, ${afterFree}: ${row}`).toBeLessThan(0.05 * afterFree + 0.02);
    }
  });
});
