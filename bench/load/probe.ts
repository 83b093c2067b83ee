/**
 * Loaded before a program (`node --import tsx --import ./bench/load/probe.ts ...`): writes a line of JSON to the file of SOAK_LOG every ten seconds with
 * what the process uses. Every fifth minute the garbage is collected first (with --expose-gc), so that those lines tell what is really kept.
 */
import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const EVERY_MS = 10_000;
const COLLECT_EVERY = 30;
const MB = 2 ** 20;

const log = process.env['SOAK_LOG'];
if (isMainThread && log !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const beganAt = performance.now();
  let number = 0;
  const sample = (): void => {
    const isCollected = number % COLLECT_EVERY === 0 && globalThis.gc !== undefined;
    if (isCollected) globalThis.gc?.();
    number += 1;
    const { rss, heapUsed, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const memory = { rssMb: rss / MB, heapMb: heapUsed / MB, externalMb: external / MB, isCollected };
    const lag = { delayMs: delay.mean / 1e6, delay99Ms: delay.percentile(99) / 1e6, delayMaxMs: delay.max / 1e6 };
    const line = { minute: (performance.now() - beganAt) / 60_000, ...memory, ...lag, cpuMs: (user + system) / 1000 };
    appendFileSync(log, `${JSON.stringify(line)}\n`);
    delay.reset();
  };
  setInterval(sample, EVERY_MS).unref();
}
