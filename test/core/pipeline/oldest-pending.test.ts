import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { pendingAlert } from '../../../core/alert/decide.ts';
import { oldestPending } from '../../../core/pipeline/oldest-pending.ts';
import { aDevelopment, anAlert, aSubscription, T0 } from '../../builders.ts';

const MINUTE = 60_000;
const later = (minutes: number): string => new Date(Date.parse(T0) + minutes * MINUTE).toISOString();
const quiet = { from: '08:00', to: '10:00', zone: 'UTC' };

async function aWorld() {
  const store = openMemoryStore();
  await store.subscriptions.put(aSubscription({ id: 'sub-1' }));
  await store.subscriptions.put(aSubscription({ id: 'sub-quiet', quietHours: quiet }));
  const addAlert = (id: string, dueAt: string, subscriptionId = 'sub-1') => {
    const facts = { id, kind: 'test' as const, developmentIds: [], storyIds: [], createdAt: T0, dueAt, message: anAlert().message };
    return store.alerts.add(pendingAlert(aSubscription({ id: subscriptionId }), facts));
  };
  /** Tried at a minute of the clock, refused, and put off to another. */
  const failAlert = async (id: string, at: string, until: string) => {
    await store.alerts.claim(id, 'owner', at, later(1_000));
    await store.alerts.release(id, 'owner', until, 'SNS is down');
  };
  const ageAt = (minutes: number) => oldestPending({ store, clock: { now: () => later(minutes) } }).then((age) => age / MINUTE);
  return { store, addAlert, failAlert, ageAt };
}

describe('the age of the oldest pending development or alert', () => {
  it('is nothing when nothing waits, and nothing for what is not due yet', async () => {
    const { addAlert, ageAt } = await aWorld();
    expect(await ageAt(0)).toBe(0);
    await addAlert('al_1', later(30));
    expect(await ageAt(5)).toBe(0);
  });

  it('counts from when a development should have been fanned out', async () => {
    const { store, ageAt } = await aWorld();
    await store.developments.add(aDevelopment(), later(1));
    expect(await ageAt(21)).toBe(20);
  });

  it('is that of the oldest, however many wait', async () => {
    const { addAlert, ageAt } = await aWorld();
    for (const minute of [7, 3, 9]) await addAlert(`al_${minute}`, later(minute));
    expect(await ageAt(10)).toBe(7);
  });

  it('goes on growing while an alert fails and is put off again and again', async () => {
    const { addAlert, failAlert, ageAt } = await aWorld();
    await addAlert('al_1', T0);
    await failAlert('al_1', later(1), later(40));
    expect(await ageAt(20)).toBe(20);
    expect(await ageAt(39)).toBe(39);
  });

  it('does not count the hours in which quiet hours hold an alert, but the time after them', async () => {
    const { addAlert, failAlert, ageAt } = await aWorld();
    await addAlert('al_1', later(120), 'sub-quiet');
    expect(await ageAt(110)).toBe(0);
    await failAlert('al_1', later(121), later(140));
    expect(await ageAt(130)).toBe(10);
  });
});
