import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Virtual time of every container: what it was set to, and the real time then; it runs on from there. */
export type SharedClock = { readonly times: Float64Array; now(): string; set(at: string): void };

export function sharedClock(at: string): SharedClock {
  const times = new Float64Array(new SharedArrayBuffer(16));
  const clock: SharedClock = {
    times,
    now: () => new Date(Math.floor((times[0] ?? 0) + Date.now() - (times[1] ?? 0))).toISOString(),
    set: (to) => {
      times[0] = Date.parse(to);
      times[1] = Date.now();
    },
  };
  clock.set(at);
  return clock;
}

export type Outcome = { readonly kind: 'answered'; readonly answer: unknown } | { readonly kind: 'died'; readonly why: string };
/** One Lambda container: the built bundle in a thread of its own, warm until it is killed. One invocation at a time. */
export type Container = {
  readonly name: string;
  invoke(event: unknown, remainingMs?: number): Promise<Outcome>;
  /** As a crash does it: nothing is tidied up. The next invocation begins cold. */
  kill(): void;
  /** What its handlers said so far. */
  log(): string;
  close(): Promise<void>;
};
export type ContainerOptions = {
  readonly folder: string;
  readonly functionName: string;
  readonly name: string;
  readonly clock: SharedClock;
  readonly environment: Readonly<Record<string, string>>;
};

/** Waits of 15 to 20 s (alerts wait 20 s for a second story of their item) make the clock jump instead. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const times = workerData.times;
const Real = Date;
const virtual = () => Math.floor(times[0] + Real.now() - times[1]);
globalThis.Date = class extends Real {
  constructor(...args) { super(...(args.length === 0 ? [virtual()] : args)); }
  static now() { return virtual(); }
};
const realTimeout = globalThis.setTimeout;
if (workerData.functionName === 'send-alerts') globalThis.setTimeout = (run, ms, ...rest) => {
  const jumps = ms >= 15_000 && ms <= 20_000;
  if (jumps) times[0] += ms;
  return realTimeout(run, jumps ? 0 : ms, ...rest);
};
const ready = import(workerData.file);
parentPort.on('message', async ({ event, remainingMs }) => {
  try {
    const { handler } = await ready;
    const context = { awsRequestId: 'request', functionName: workerData.functionName, getRemainingTimeInMillis: () => remainingMs };
    parentPort.postMessage({ answer: (await handler(event, context)) ?? null });
  } catch (error) {
    parentPort.postMessage({ error: String(error && error.stack || error).slice(0, 2000) });
  }
});
`;

type Said = { readonly answer?: unknown; readonly error?: string };

export function openContainer({ folder, functionName, name, clock, environment }: ContainerOptions): Container {
  let worker: Worker | null = null;
  let said = '';
  const file = pathToFileURL(join(folder, functionName, 'index.mjs')).href;
  const start = (): Worker => {
    const env = { ...environment, POWERTOOLS_METRICS_NAMESPACE: 'Summitwire', POWERTOOLS_DEV: 'false' };
    const workerData = { file, functionName, times: clock.times };
    const one = new Worker(SCRIPT, { eval: true, env, workerData, stdout: true, stderr: true, execArgv: [] });
    one.stdout.on('data', (text: Buffer) => {
      said += text.toString('utf8');
    });
    one.stderr.on('data', (text: Buffer) => {
      said += text.toString('utf8');
    });
    one.unref();
    return one;
  };
  return {
    name,
    invoke(event, remainingMs = 60_000) {
      worker ??= start();
      const mine = worker;
      return new Promise((resolve) => {
        const settle = (outcome: Outcome): void => {
          mine.off('message', onMessage).off('exit', onExit).off('error', onError);
          mine.unref();
          resolve(outcome);
        };
        const onMessage = (message: Said): void =>
          settle(message.error === undefined ? { kind: 'answered', answer: message.answer } : { kind: 'died', why: message.error });
        const onExit = (): void => settle({ kind: 'died', why: 'killed' });
        const onError = (error: Error): void => settle({ kind: 'died', why: error.message });
        mine.on('message', onMessage).on('exit', onExit).on('error', onError);
        mine.ref();
        mine.postMessage({ event, remainingMs });
      });
    },
    kill() {
      void worker?.terminate();
      worker = null;
    },
    log: () => said,
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}
