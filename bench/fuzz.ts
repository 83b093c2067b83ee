/**
 * Damaged and made-up input for every door that reads what others wrote: `npx tsx bench/fuzz.ts [--seed 1] [--minutes 1] [--only parser,coder]`.
 * The doors take turns of a few seconds; each input is made from pieces and from damaged good examples (fast-check). A finding is printed, shrunk,
 * with the seed and path that make it again; then the exit code is 1. Findings become fixtures of the room's own tests.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { FUZZ_TARGETS, type FuzzTarget } from './fuzz/targets.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, minutes: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
});
/** A turn of one door (milliseconds), longer where there is more to read, and how many inputs it tries at most in it. */
const TURN_MS = 2_000;
const LONG_TURN_MS: Readonly<Record<string, number>> = { parser: 15_000, coder: 15_000 };
const RUNS = 100_000;

const wanted = values.only.split(',').filter((name) => name !== '');
const targets = Object.entries(FUZZ_TARGETS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
if (targets.length === 0) throw new Error(`--only ${values.only}: wanted some of ${Object.keys(FUZZ_TARGETS).join(', ')}`);

const tried = new Map<string, number>(targets.map(([name]) => [name, 0]));
const findings = new Set<string>();
const until = Date.now() + Number(values.minutes) * 60_000;
for (let seed = Number(values.seed); Date.now() < until; seed += 1)
  for (const [name, target] of targets) if (Date.now() < until) await turn(name, target, seed);

for (const [name, count] of tried) console.log(`${name.padEnd(10)} ${count} inputs`);
console.log(`${findings.size} findings`);
process.exitCode = findings.size === 0 ? 0 : 1;

async function turn(name: string, target: FuzzTarget, seed: number): Promise<void> {
  const limits = { interruptAfterTimeLimit: LONG_TURN_MS[name] ?? TURN_MS, markInterruptAsFailure: false };
  const details = await fc.check(target(), { seed, numRuns: RUNS, ...limits });
  tried.set(name, (tried.get(name) ?? 0) + details.numRuns);
  if (!details.failed) return;
  const error = details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : String(details.errorInstance);
  const line = `${name}: ${error.split('\n').slice(0, 4).join(' | ')}`;
  if (findings.has(line)) return;
  findings.add(line);
  console.log(
    `FOUND ${line}\n  seed ${seed}, path ${details.counterexamplePath}\n  ${JSON.stringify(details.counterexample)?.slice(0, 2000)}`,
  );
}
