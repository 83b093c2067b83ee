import { expect, test } from 'vitest';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { sendAlerts } from '../../../core/pipeline/send-alerts.ts';
import { tellStateOfPlay } from '../../../core/pipeline/state-of-play.ts';
import { aStory, aSubscription, T0 } from '../../builders.ts';

test('tells each subscription once what runs now, and nothing of what is over', async () => {
  const store = openMemoryStore();
  const clock = virtualClock(T0);
  await store.subscriptions.put(aSubscription());
  await store.subscriptions.put(aSubscription({ id: 'unconfirmed', state: 'pending' }));
  await store.stories.putStory(aStory(), 'leader:RU-US', 1);
  await store.stories.putStory(aStory({ id: 'over', closedAt: T0, parties: ['JP', 'KR'] }), 'leader:JP-KR', 1);
  const ids = await tellStateOfPlay({ store, clock });
  expect(ids).toHaveLength(1);
  expect(await tellStateOfPlay({ store, clock })).toEqual([]);
  const texts: string[] = [];
  const channel = {
    channel: 'terminal' as const,
    send: async (_: unknown, __: unknown, message: { readonly text: string }) => {
      texts.push(message.text);
      return { kind: 'sent' as const, receipt: null };
    },
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  await sendAlerts(ids, { store, clock, ids: countingIds(), log, channels: [channel] });
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('Budapest');
  expect(texts[0]).not.toContain('Japan');
  await store.subscriptions.put(aSubscription({ id: 'unconfirmed' }));
  expect(await tellStateOfPlay({ store, clock })).toHaveLength(1);
});
