import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { virtualClock } from '../../adapters/local/clock.ts';
import { openLocalStore } from '../../adapters/local/local-store.ts';
import { T0 } from '../builders.ts';
import { fate, mortalChannel, mortalStore } from '../core/pipeline/crashing-store.ts';
import { live, publish, STEPS } from '../core/pipeline/saga.ts';
import { aWorld, recordingChannel, startProcess, subscribeAll } from '../core/pipeline/small-world.ts';

/**
 * A process of its own that plays the saga on a store on disk and dies by SIGKILL at its n-th call: before it, after it was
 * answered, or while it is under way. What left the house and how far it came is written to files at once.
 */
const [, , folder = '', diesAt = '0', when = 'after'] = process.argv;
const kill = (): void => {
  process.kill(process.pid, 'SIGKILL');
};
const mine = { ...fate(Number(diesAt), when === 'before' ? 'before' : 'after'), onDeath: kill, isDuring: when === 'during' };
const { store } = await openLocalStore({ path: folder, clock: virtualClock(T0), retentionDays: 400 });
const world = aWorld(store);
await subscribeAll(world);
const channel = recordingChannel(world);
const local = startProcess(world, {
  store: mortalStore(store, mine),
  channel: mortalChannel(
    {
      ...channel,
      send: async (subscription, alert, message) => {
        appendFileSync(
          join(folder, 'deliveries.jsonl'),
          `${JSON.stringify({ alertId: alert.id, developmentIds: alert.developmentIds })}\n`,
        );
        return channel.send(subscription, alert, message);
      },
    },
    mine,
  ),
});
for (let step = 0; step < STEPS.length; step += 1) {
  writeFileSync(join(folder, 'step'), String(step));
  publish(world, step);
  await live(world, step, local);
}
throw new Error(`still alive after ${mine.calls} calls`);
