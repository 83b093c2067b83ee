/**
 * How fast, how large: `tsx bench/load.ts [--feeds 100,1000] [--rounds 5] [--without newsboat]`: all readers on the same feeds in one run; compare by ratio.
 * `tsx bench/load.ts --soak 60 --feeds 1000`: `npm start` itself for so many minutes; its memory must not grow.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startFleet } from './load/fleet.ts';
import { type Contender, pollingProcess, type Round } from './load/polling-process.ts';
import { soak } from './load/soak.ts';

const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '100,1000' },
    rounds: { type: 'string', default: '5' },
    without: { type: 'string', default: '' },
    soak: { type: 'string' },
  },
});

for (const size of values.feeds.split(',').map(Number)) {
  if (values.soak === undefined) await compare(size);
  else await soak(Number(values.soak), size);
}

async function compare(size: number): Promise<void> {
  const fleet = await startFleet(size);
  const everybody = [pollingProcess('summitwire', fleet.urls), pollingProcess('rss-parser loop', fleet.urls)];
  const contenders = values.without === 'newsboat' ? everybody : [...everybody, ...newsboat(fleet.urls)];
  const rounds = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  for (let number = 0; number <= Number(values.rounds); number += 1) {
    for (const contender of contenders) rounds.get(contender.name)?.push(await contender.round());
    fleet.advance();
  }
  console.log(`\n${size} feeds: the first round, then the median of ${values.rounds} rounds in which 15 % of the feeds have news`);
  for (const [name, [first, ...later]] of rounds) if (first !== undefined) console.log(line(name, first, later));
  for (const contender of contenders) contender.end();
  await fleet.close();
}

/** Debian's newsboat, where it is installed: C++, its own database, validators; it codes nothing. */
function newsboat(urls: readonly string[]): Contender[] {
  try {
    execFileSync('newsboat', ['--version'], { stdio: 'ignore' });
  } catch {
    console.log('newsboat is not installed: it is left out of the comparison');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'newsboat-'));
  writeFileSync(join(folder, 'urls'), urls.join('\n'));
  writeFileSync(join(folder, 'config'), 'reload-threads 25\n');
  const round = async (): Promise<Round> => {
    const wall = performance.now();
    await new Promise((resolve) =>
      spawn('newsboat', ['-u', join(folder, 'urls'), '-C', join(folder, 'config'), '-c', join(folder, 'cache.db'), '-x', 'reload'], {
        stdio: 'ignore',
        env: { ...process.env, HOME: folder },
      }).on('close', resolve),
    );
    return { feeds: urls.length, items: 0, wallMs: performance.now() - wall, cpuMs: Number.NaN, rssMb: Number.NaN };
  };
  return [{ name: 'newsboat', round, end: () => rmSync(folder, { recursive: true }) }];
}

function line(name: string, first: Round, later: readonly Round[]): string {
  const median = (of: (round: Round) => number): number =>
    [...later].map(of).sort((a, b) => a - b)[Math.floor(later.length / 2)] ?? Number.NaN;
  const rate = median((round) => (1000 * round.feeds) / round.wallMs);
  const figure = (value: number, digits = 0): string => (Number.isNaN(value) ? '-' : value.toFixed(digits)).padStart(8);
  return `${name.padEnd(16)} first ${figure((1000 * first.feeds) / first.wallMs)} feeds/s ${figure(first.items)} items; then ${figure(rate)} feeds/s ${figure(
    median((round) => round.cpuMs / round.feeds),
    2,
  )} ms CPU a feed ${figure(median((round) => round.rssMb))} MB`;
}
