import { describe, expect, test } from 'vitest';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import type { Subscription } from '../../../core/alert/subscription.ts';
import { fanOut } from '../../../core/pipeline/fan-out.ts';
import { LEASE_MS, MOST_ATTEMPTS, sendAlerts } from '../../../core/pipeline/send-alerts.ts';
import { sweep } from '../../../core/pipeline/sweep.ts';
import type { SendResult } from '../../../core/ports.ts';
import type { Development } from '../../../core/story/development.ts';
import { aDevelopment, aStory, aSubscription, T0 } from '../../builders.ts';
import { minutesAfter } from './small-world.ts';

type Answer = (alertId: string) => Promise<SendResult>;
const delivered: Answer = async () => ({ kind: 'sent', receipt: 'r-1' });

/** A sender whose channel answers as told, and remembers what it was given. */
async function aSender(answer: Answer = delivered, subscription: Partial<Subscription> = {}) {
  const store = openMemoryStore();
  const clock = virtualClock(T0);
  const given: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const channel = {
    channel: 'terminal' as const,
    send: async (_: Subscription, alert: { readonly id: string; readonly developmentIds: readonly string[] }) => {
      given.push(alert.developmentIds.join('+'));
      return answer(alert.id);
    },
  };
  await store.subscriptions.put(aSubscription(subscription));
  const ports = { store, clock, ids: countingIds(), log, channels: [channel], watch: [] };
  const tell = async (...developments: readonly Development[]) => {
    for (const development of developments) await store.developments.add(development, clock.now());
    return fanOut(developments, ports);
  };
  return { ...ports, given, tell };
}
const move = (sequence: number, part: Partial<Development> = {}) =>
  aDevelopment({ id: `d${sequence}`, itemId: `item-${sequence}`, sequence, ...part });

describe('fan-out', () => {
  test('two developments of one item make one message for one person', async () => {
    const sender = await aSender();
    await sender.tell(move(1, { itemId: 'one' }), move(1, { id: 'other', storyId: 'story-2', itemId: 'one' }));
    sender.clock.set(minutesAfter(T0, 1));
    await sweep(sender);
    expect(sender.given).toEqual(['d1+other']);
  });

  test('a development that comes after the message was claimed makes its own, once', async () => {
    const sender = await aSender();
    const [first = ''] = await sender.tell(move(1, { itemId: 'one' }));
    await sender.store.alerts.claim(first, 'somebody', T0, minutesAfter(T0, 1));
    const late = move(1, { id: 'late', storyId: 'story-2', itemId: 'one' });
    expect(await sender.tell(late)).toHaveLength(1);
    expect(await sender.tell(late)).toHaveLength(0);
    expect((await sender.store.alerts.get(first))?.developmentIds).toEqual(['d1']);
  });

  test('done twice it makes nothing new', async () => {
    const sender = await aSender();
    expect(await sender.tell(move(1))).toHaveLength(1);
    expect(await sender.tell(move(1))).toHaveLength(0);
  });

  test('a muted story is told to nobody, and a minor development not to the watch list', async () => {
    const sender = await aSender();
    await sender.store.stories.putStory(aStory({ isMuted: true }), 'leader:RU-US', 1);
    expect(await sender.tell(move(1))).toEqual([]);
    expect(await sender.tell(move(1, { id: 'minor', storyId: 'story-2', severity: 'minor' }))).toEqual([]);
    expect(await sender.store.work.listDue('9999', 10)).toEqual([]);
  });

  test('a digest is not made here', async () => {
    const sender = await aSender(delivered, { rhythm: { kind: 'hourly' } });
    expect(await sender.tell(move(1))).toEqual([]);
  });
});

describe('sending', () => {
  test('tells the news of one moment in its own order, whichever story it belongs to', async () => {
    const sender = await aSender();
    const at = (minutes: number) => ({ effectiveAt: minutesAfter(T0, minutes) });
    const ids = await sender.tell(
      move(1, { id: 'late', storyId: 'a', ...at(9) }),
      move(1, { id: 'early', storyId: 'z', itemId: 'item-8', ...at(1) }),
      move(2, { id: 'after', storyId: 'z', itemId: 'item-9', ...at(0) }),
    );
    sender.clock.set(minutesAfter(T0, 1));
    await sendAlerts(ids, sender);
    expect(sender.given).toEqual(['early', 'after', 'late']);
  });

  test('waits until an alert is due, and settles it with the receipt', async () => {
    const sender = await aSender();
    const [id = ''] = await sender.tell(move(1));
    expect((await sendAlerts([id], sender)).sent).toBe(0);
    sender.clock.set(minutesAfter(T0, 1));
    expect((await sendAlerts([id], sender)).sent).toBe(1);
    expect(await sender.store.alerts.get(id)).toMatchObject({ state: 'sent', receipt: 'r-1', sentAt: minutesAfter(T0, 1) });
    expect((await sendAlerts([id], sender)).sent).toBe(0);
    expect(sender.given).toHaveLength(1);
  });

  test('two senders of one alert publish it once', async () => {
    const sender = await aSender();
    const [id = ''] = await sender.tell(move(1));
    sender.clock.set(minutesAfter(T0, 1));
    await Promise.all([sendAlerts([id], sender), sendAlerts([id], sender)]);
    expect(sender.given).toHaveLength(1);
  });

  test('tells the developments of a story in sequence, whatever the order of work', async () => {
    const sender = await aSender();
    const ids = await sender.tell(move(2), move(1), move(3));
    sender.clock.set(minutesAfter(T0, 1));
    await sendAlerts([...ids].reverse(), sender);
    expect(sender.given).toEqual(['d1', 'd2', 'd3']);
  });

  test('development 2 waits for 1 that is not fanned out yet, for five minutes and no longer', async () => {
    const sender = await aSender();
    await sender.store.developments.add(move(1), T0);
    const [second = ''] = await sender.tell(move(2));
    sender.clock.set(minutesAfter(T0, 4));
    await sendAlerts([second], sender);
    expect(sender.given).toEqual([]);
    sender.clock.set(minutesAfter(T0, 5));
    await sendAlerts([second], sender);
    expect(sender.given).toEqual(['d2']);
  });

  test('one that the person was never to hear of is not waited for', async () => {
    const sender = await aSender();
    await sender.tell(move(1, { severity: 'minor' }));
    const [second = ''] = await sender.tell(move(2));
    sender.clock.set(minutesAfter(T0, 1));
    await sendAlerts([second], sender);
    expect(sender.given).toEqual(['d2']);
  });

  test('tries a failure again, later each time, and parks it in the end', async () => {
    const sender = await aSender(async () => ({ kind: 'failed', isRetryable: true, reason: 'throttled' }));
    const [id = ''] = await sender.tell(move(1));
    const waits: number[] = [];
    for (let hour = 0; hour < 40; hour += 1) {
      const before = await sender.store.alerts.get(id);
      if (before?.state !== 'pending') break;
      sender.clock.set(before.dueAt);
      await sweep(sender);
      const after = await sender.store.alerts.get(id);
      waits.push((Date.parse(after?.dueAt ?? '') - Date.parse(before.dueAt)) / 1000);
    }
    expect(waits.slice(0, 4)).toEqual([10, 20, 40, 80]);
    expect(Math.max(...waits.slice(0, -1))).toBe(3600);
    expect(await sender.store.alerts.get(id)).toMatchObject({ state: 'parked', attempts: MOST_ATTEMPTS, reason: 'throttled' });
    expect(sender.given).toHaveLength(MOST_ATTEMPTS);
  });

  test('parks at once what no retry can help, and goes on with the others', async () => {
    const sender = await aSender(async (id) =>
      id === firstId ? { kind: 'failed', isRetryable: false, reason: 'no such address' } : { kind: 'sent', receipt: null },
    );
    let firstId = '';
    const [first = '', second = ''] = await sender.tell(move(1), move(1, { id: 'other', storyId: 'story-2', itemId: 'other' }));
    firstId = first;
    sender.clock.set(minutesAfter(T0, 1));
    expect(await sendAlerts([first, second], sender)).toMatchObject({ sent: 1, parked: 1 });
    expect((await sender.store.alerts.get(first))?.reason).toBe('no such address');
  });

  test('a channel that throws is a failure like others', async () => {
    const sender = await aSender(() => Promise.reject(new Error('socket closed')));
    const [id = ''] = await sender.tell(move(1));
    sender.clock.set(minutesAfter(T0, 1));
    expect((await sendAlerts([id], sender)).failed).toBe(1);
    expect(await sender.store.alerts.get(id)).toMatchObject({ state: 'pending', reason: 'socket closed' });
  });

  test('another sender takes over when the lease of a dead one has ended', async () => {
    const sender = await aSender();
    const [id = ''] = await sender.tell(move(1));
    sender.clock.set(minutesAfter(T0, 1));
    await sender.store.alerts.claim(id, 'dead', sender.clock.now(), new Date(Date.parse(sender.clock.now()) + LEASE_MS).toISOString());
    expect((await sweep(sender)).sent).toBe(0);
    sender.clock.set(minutesAfter(T0, 3));
    expect((await sweep(sender)).sent).toBe(1);
  });

  test('an at-most-once message whose sender dies while it publishes is never published again', async () => {
    const sender = await aSender(delivered, { isAtMostOnce: true });
    const dying = { ...sender, channels: [{ channel: 'terminal' as const, send: () => new Promise<SendResult>(() => {}) }] };
    const [id = ''] = await sender.tell(move(1));
    sender.clock.set(minutesAfter(T0, 1));
    void sendAlerts([id], dying);
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    expect((await sender.store.alerts.get(id))?.state).toBe('claimed');
    sender.clock.set(minutesAfter(T0, 60 * 24 * 30));
    await sweep(sender);
    expect(sender.given).toEqual([]);
  });

  test.each([
    { isUnsent: true, state: 'pending' },
    { isUnsent: false, state: 'parked' },
  ])('an at-most-once message is tried again only when it surely did not go out ($isUnsent)', async ({ isUnsent, state }) => {
    const sender = await aSender(async () => ({ kind: 'failed', isRetryable: true, isUnsent, reason: 'timeout' }), { isAtMostOnce: true });
    const [id = ''] = await sender.tell(move(1));
    sender.clock.set(minutesAfter(T0, 1));
    await sendAlerts([id], sender);
    expect((await sender.store.alerts.get(id))?.state).toBe(state);
  });

  test('says why an alert went nowhere: removed, not confirmed, no such way out', async () => {
    const reasons: (string | null | undefined)[] = [];
    for (const change of [null, { state: 'pending' as const }, { channel: 'sms' as const }]) {
      const sender = await aSender();
      const [id = ''] = await sender.tell(move(1));
      await (change === null ? sender.store.subscriptions.remove('terminal') : sender.store.subscriptions.put(aSubscription(change)));
      sender.clock.set(minutesAfter(T0, 1));
      expect((await sendAlerts([id], sender)).suppressed).toBe(1);
      reasons.push((await sender.store.alerts.get(id))?.reason);
    }
    expect(reasons).toEqual(['the subscription was removed', 'the subscription was not confirmed yet', 'there is no way out by sms here']);
  });
});
