import type { AlertChannel, Store } from '../../../core/ports.ts';

/** The process is dead: nothing that it still calls has any effect. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Counts every awaited call of a process to the world and lets it die before or after one of them. */
export type Fate = {
  calls: number;
  readonly diesAt: number;
  readonly when: 'before' | 'after';
  isDead: boolean;
  readonly trace: string[];
  /** A real death instead of an error; `isDuring`: just after the call was begun. */
  readonly onDeath?: () => void;
  readonly isDuring?: boolean;
};
export const fate = (diesAt: number, when: 'before' | 'after'): Fate => ({ calls: 0, diesAt, when, isDead: false, trace: [] });

async function step<T>(mine: Fate, name: string, run: () => Promise<T>): Promise<T> {
  if (mine.isDead) throw new Crash(name);
  mine.calls += 1;
  mine.trace.push(name);
  if (mine.calls !== mine.diesAt) return run();
  mine.isDead = true;
  if (mine.when === 'before') return die(mine, name);
  const answer = run();
  if (mine.isDuring === true) setTimeout(() => mine.onDeath?.(), 1);
  await answer;
  return die(mine, name);
}

function die(mine: Fate, name: string): never {
  mine.onDeath?.();
  throw new Crash(name);
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
