import type { FaultName, Faults } from './faults.ts';
import { findWrongs } from './invariants.ts';
import { type Settings, simulate } from './simulate.ts';

export const wrongsOf = async (settings: Settings): Promise<readonly string[]> => findWrongs(await simulate(settings));

/** The smallest run with this seed that still goes wrong: fewer kinds of faults, fewer hours. The same seed plays it again exactly. */
export async function shrink(settings: Settings): Promise<Settings> {
  let smallest = settings;
  const names = Object.keys(settings.faults) as FaultName[];
  for (const name of names) {
    const fewer: Faults = { ...smallest.faults, [name]: 0 };
    if (smallest.faults[name] > 0 && (await wrongsOf({ ...smallest, faults: fewer })).length > 0) smallest = { ...smallest, faults: fewer };
  }
  for (let hours = smallest.hours / 2; hours >= 1; hours /= 2) {
    if ((await wrongsOf({ ...smallest, hours })).length === 0) break;
    smallest = { ...smallest, hours };
  }
  return smallest;
}

/** The command that plays a run again. */
export function commandFor({ seed, hours, faults }: Settings): string {
  const without = Object.entries(faults)
    .filter(([, likelihood]) => likelihood === 0)
    .map(([name]) => name);
  return `npm run simulate -- --seed ${seed} --hours ${hours}${without.length === 0 ? '' : ` --without ${without.join(',')}`}`;
}
