import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { virtualClock } from '../../adapters/local/clock.ts';
import { openLocalStore } from '../../adapters/local/local-store.ts';
import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import { T0 } from '../builders.ts';
import { fate, mortalChannel, mortalStore } from '../core/pipeline/crashing-store.ts';
import { endingOf, repeats, timesTold } from '../core/pipeline/ending.ts';
import { live, publish, STEPS } from '../core/pipeline/saga.ts';
import { aWorld, type Delivery, recordingChannel, startProcess, subscribeAll } from '../core/pipeline/small-world.ts';

/** The saga without a death, on the memory twin: what must come out, and which call is the how-manieth. */
const whole = fate(Number.POSITIVE_INFINITY, 'before');
const calm = aWorld(openMemoryStore());
await subscribeAll(calm);
const calmProcess = startProcess(calm, { store: mortalStore(calm.store, whole), channel: mortalChannel(recordingChannel(calm), whole) });
for (let step = 0; step < STEPS.length; step += 1) {
  publish(calm, step);
  await live(calm, step, calmProcess);
}
const ending = await endingOf(calm);

/** Every step of absorb, commit, fan-out and send that writes, each killed where the saga is in full swing. */
const STEPS_THAT_WRITE = [
  ...['dossiers.commit', 'stories.putStory', 'developments.add', 'dossiers.clearOutbox', 'items.add', 'feeds.writeSeen'],
  ...['feeds.writeState', 'alerts.add', 'alerts.extend', 'developments.markFannedOut', 'alerts.claim', 'channel.send', 'alerts.settle'],
];
const KILLS = [
  ...STEPS_THAT_WRITE.map((name) => ({ name, when: 'after' })),
  ...['dossiers.commit', 'alerts.claim', 'alerts.settle'].map((name) => ({ name, when: 'during' })),
];

/** The second of its kind (the first may belong to the baseline), else the first. */
function callNumber(name: string): number {
  const numbers = whole.trace.flatMap((traced, i) => (traced === name ? [i + 1] : []));
  return numbers[1] ?? numbers[0] ?? 0;
}

/** The child in one file, so that sixteen of them start quickly. */
const bundle = mkdtempSync(join(tmpdir(), 'summitwire-kill-child-'));
beforeAll(async () => {
  symlinkSync(join(process.cwd(), 'node_modules'), join(bundle, 'node_modules'));
  const settings = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const;
  await build({ ...settings, entryPoints: ['test/adapters/kill-child.ts'], outfile: join(bundle, 'child.mjs') });
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

describe('kill -9 on a store on disk, then a restart', () => {
  test.each(KILLS)('$when $name: nothing is lost, nothing is told twice', { timeout: 120_000 }, async ({ name, when }) => {
    const folder = mkdtempSync(join(tmpdir(), 'summitwire-kill-'));
    try {
      const signal = await runUntilKilled([folder, String(callNumber(name)), when]);
      expect(signal).toBe('SIGKILL');
      const world = await restart(folder);
      expect(await endingOf(world)).toEqual(ending);
      const isInGap = name === 'channel.send' || (name === 'alerts.settle' && when === 'during');
      expect(repeats(world)).toBeLessThanOrEqual(isInGap ? 1 : 0);
      expect(timesTold(world)).toBeLessThanOrEqual(isInGap ? 2 : 1);
      await world.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function runUntilKilled(args: readonly string[]): Promise<string | null> {
  const child = spawn(process.execPath, [join(bundle, 'child.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  return new Promise((done) => child.on('exit', (code, signal) => done(signal ?? `exit ${code}: ${said}`)));
}

/** Takes the dead process's store over and plays the rest of the saga, from the step at which it died. */
async function restart(folder: string) {
  const opened = await openLocalStore({ path: folder, clock: virtualClock(T0), retentionDays: 400 });
  await opened.mended;
  const world = { ...aWorld(opened.store), close: opened.close };
  const ledger = join(folder, 'deliveries.jsonl');
  const lines = existsSync(ledger) ? readFileSync(ledger, 'utf8').trim().split('\n') : [];
  world.deliveries.push(...lines.map((line): Delivery => JSON.parse(line)));
  const diedAt = Number(readFileSync(join(folder, 'step'), 'utf8'));
  const process = startProcess(world);
  for (let step = 0; step < STEPS.length; step += 1) {
    publish(world, step);
    if (step >= diedAt) await live(world, step, process);
  }
  return world;
}
