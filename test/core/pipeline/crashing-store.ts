import type { AlertChannel, Store } from '../../../core/ports.ts';

/** The process is dead: nothing that it still calls has any effect. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Counts every awaited call of a process to the world and lets it die before or after one of them. */
export type Fate = { calls: number; readonly diesAt: number; readonly when: 'before' | 'after'; isDead: boolean; readonly trace: string[] };
export const fate = (diesAt: number, when: 'before' | 'after'): Fate => ({ calls: 0, diesAt, when, isDead: false, trace: [] });

async function step<T>(mine: Fate, name: string, run: () => Promise<T>): Promise<T> {
  if (mine.isDead) throw new Crash(name);
  mine.calls += 1;
  mine.trace.push(name);
  const isLast = mine.calls === mine.diesAt;
  if (isLast) mine.isDead = true;
  if (isLast && mine.when === 'before') throw new Crash(name);
  const answer = await run();
  if (isLast) throw new Crash(name);
  return answer;
}

/** The same object, each of whose asynchronous methods is a step at which the process may die. */
function mortal<T extends object>(room: T, name: string, mine: Fate): T {
  return new Proxy(room, {
    get: (target, method, receiver) => {
      const member: unknown = Reflect.get(target, method, receiver);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => step(mine, `${name}.${String(method)}`, () => Reflect.apply(member, target, args));
    },
  });
}

export function mortalStore(store: Store, mine: Fate): Store {
  return {
    feeds: mortal(store.feeds, 'feeds', mine),
    items: mortal(store.items, 'items', mine),
    dossiers: mortal(store.dossiers, 'dossiers', mine),
    stories: mortal(store.stories, 'stories', mine),
    developments: mortal(store.developments, 'developments', mine),
    alerts: mortal(store.alerts, 'alerts', mine),
    subscriptions: mortal(store.subscriptions, 'subscriptions', mine),
    work: mortal(store.work, 'work', mine),
    archive: mortal(store.archive, 'archive', mine),
  };
}

export const mortalChannel = (channel: AlertChannel, mine: Fate): AlertChannel => ({
  channel: channel.channel,
  send: (...args) => step(mine, 'channel.send', () => channel.send(...args)),
});
