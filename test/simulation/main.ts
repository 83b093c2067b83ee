import { parseArgs } from 'node:util';
import { FAULTS, STORM } from './faults.ts';
import { wrongsOnHandlers } from './handlers-check.ts';
import { playOnDynalite, wrongsOnDynalite } from './on-dynalite.ts';
import { openWorkshop, playOnHandlers, type Workshop } from './on-handlers.ts';
import { PLANTS } from './plants.ts';
import { commandFor, shrink, wrongsOf } from './shrink.ts';
import { SETTINGS, type Settings } from './simulate.ts';

/**
 * `npm run simulate -- --seed 1 --runs 100 --hours 24 --storm --without crash,outage --plant lost-lease`: plays so many runs from a seed on, prints
 * what goes wrong, shrinks the first that does, and says how to play it again. `--tier 2`: the built handlers against stand-ins for DynamoDB, SNS, SQS
 * and the stream; `--tier adapters`: the pipeline in this process on the same adapters.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '1' },
    hours: { type: 'string', default: String(SETTINGS.hours) },
    without: { type: 'string', default: '' },
    storm: { type: 'boolean', default: false },
    plant: { type: 'string' },
    tier: { type: 'string', default: '1' },
  },
});
const without = Object.fromEntries(
  values.without
    .split(',')
    .filter((name) => name !== '')
    .map((name) => [name, 0]),
);
const spoil = values.plant === undefined ? undefined : PLANTS[values.plant]?.spoil;
if (values.plant !== undefined && spoil === undefined) throw new Error(`no such plant; there are ${Object.keys(PLANTS).join(', ')}`);

type Tier = { readonly where: string; play(settings: Settings): Promise<readonly string[]> };
const TIERS: Readonly<Record<string, Tier>> = {
  '1': { where: `of ${values.hours} virtual hours`, play: wrongsOf },
  '2': { where: 'of the built handlers', play: ({ seed }) => wrongsOfHandlers(seed) },
  adapters: { where: 'on the adapters', play: ({ seed }) => wrongsOfAdapters(seed) },
};
const tier = TIERS[values.tier];
if (tier === undefined) throw new Error(`--tier ${values.tier}: there are ${Object.keys(TIERS).join(', ')}`);

let workshop: Workshop | null = null;
const from = Number(values.seed);
let failed = 0;
for (let seed = from; seed < from + Number(values.runs); seed += 1) {
  const settings: Settings = {
    ...{ ...SETTINGS, seed, hours: Number(values.hours), faults: { ...(values.storm ? STORM : FAULTS), ...without } },
    ...(spoil === undefined ? {} : { plant: spoil }),
  };
  const wrongs = await tier.play(settings);
  if (wrongs.length === 0) continue;
  failed += 1;
  console.log(`seed ${seed}: ${wrongs.length} wrong\n  ${wrongs.slice(0, 5).join('\n  ')}`);
  if (failed === 1 && values.tier === '1')
    console.log(`  smallest: ${commandFor(await shrink(settings))}${values.storm ? ' --storm' : ''}`);
}
console.log(`${values.runs} runs ${tier.where} from seed ${from}: ${failed === 0 ? 'nothing wrong' : `${failed} went wrong`}`);
process.exitCode = failed === 0 ? 0 : 1;
await (workshop as Workshop | null)?.close();

async function wrongsOfAdapters(seed: number): Promise<readonly string[]> {
  const played = await playOnDynalite(seed);
  const wrongs = await wrongsOnDynalite(played);
  await played.close();
  return wrongs;
}

async function wrongsOfHandlers(seed: number): Promise<readonly string[]> {
  workshop ??= await openWorkshop();
  const played = await playOnHandlers(seed, workshop);
  const wrongs = await wrongsOnHandlers(played);
  await played.close();
  return wrongs;
}
