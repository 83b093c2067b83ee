import { countingIds } from '../../adapters/local/ids.ts';
import type { Clock, Ids, Log, Random, Store } from '../../core/ports.ts';
import type { Faults } from './faults.ts';
import type { VirtualTime } from './virtual-time.ts';

/** One run of one function: what it sees of the world, and whether it is still alive. */
export type Process = {
  readonly name: string;
  isAlive: boolean;
  /** Calls of it that came to nothing: an error it saw, or its own death. */
  readonly troubles: string[];
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly log: Log;
  /** A call to the world: takes time, may fail, may be the last. */
  call<T>(name: string, effect: () => Promise<T>): Promise<T>;
};

/** What every process of a run shares. `faults` is read at each call: the run ends in calm. */
export type Surroundings = { readonly time: VirtualTime; faults: Faults; started: number; readonly history: string[] };

const LATENCY_MS: readonly [number, number] = [1, 40];

export function startProcess(name: string, around: Surroundings): Process {
  const { time } = around;
  around.started += 1;
  const skew = time.between(-around.faults.skewMs, around.faults.skewMs);
  const label = `${name}-${around.started}`;
  const process: Process = {
    ...{ name: label, isAlive: true, troubles: [] },
    clock: { now: () => new Date(time.now() + skew).toISOString() },
    ids: countingIds(label),
    random: { next: () => time.chance() },
    log: {
      info: () => {},
      warn: () => {},
      error: (message, fields) => void around.history.push(`${label}: ${message} ${JSON.stringify(fields)}`),
    },
    call: (what, effect) => call(process, around, { what, effect }),
  };
  return process;
}

const forever = (): Promise<never> => new Promise(() => {});

async function call<T>(
  process: Process,
  around: Surroundings,
  { what, effect }: { readonly what: string; readonly effect: () => Promise<T> },
): Promise<T> {
  const { time } = around;
  if (!process.isAlive) return forever();
  await time.sleep(time.between(...LATENCY_MS));
  if (!process.isAlive) return forever();
  const { crash, throttle, lostAnswer, timeout } = around.faults;
  const dice = time.chance();
  if (dice < crash / 2) return die(process, around, `before ${what}`);
  if (dice < crash / 2 + throttle) return fail(process, around, `${what} was throttled`);
  let answer = await effect();
  if (dice < crash + throttle && dice >= crash / 2 + throttle) return die(process, around, `after ${what}`);
  if (dice > 1 - timeout) return fail(process, around, `${what} timed out`);
  await time.sleep(time.between(...LATENCY_MS));
  if (dice > 1 - timeout - lostAnswer) {
    process.troubles.push(`${what} was answered too late and called again`);
    answer = await effect();
  }
  return process.isAlive ? answer : forever();
}

function die(process: Process, around: Surroundings, where: string): Promise<never> {
  process.isAlive = false;
  process.troubles.push(where);
  around.history.push(`${process.name} died ${where}`);
  return forever();
}

function fail(process: Process, around: Surroundings, what: string): never {
  process.troubles.push(what);
  around.history.push(`${process.name}: ${what}`);
  throw Object.assign(new Error(what), { name: what.endsWith('throttled') ? 'ThrottlingException' : 'TimeoutError' });
}

/** The store as a process sees it: every call goes over the network. */
export function distantStore(store: Store, process: Process): Store {
  const room = <T extends object>(target: T, name: string): T =>
    new Proxy(target, {
      get: (inner, method, receiver) => {
        const member: unknown = Reflect.get(inner, method, receiver);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => process.call(`${name}.${String(method)}`, () => Reflect.apply(member, inner, args));
      },
    });
  return {
    feeds: room(store.feeds, 'feeds'),
    items: room(store.items, 'items'),
    dossiers: room(store.dossiers, 'dossiers'),
    stories: room(store.stories, 'stories'),
    developments: room(store.developments, 'developments'),
    alerts: room(store.alerts, 'alerts'),
    subscriptions: room(store.subscriptions, 'subscriptions'),
    work: room(store.work, 'work'),
    archive: room(store.archive, 'archive'),
  };
}
