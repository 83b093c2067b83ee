/**
 * How each part grows from 1x to 100x: `npx tsx bench/growth.ts [--only parser,poll] [--plot docs/pictures/growth.svg]`. Every size is measured in a process of
 * its own (CPU time, peak memory). Prints the table of docs/measurements.md; with --plot it draws the picture there. Exit 1 when a part grows faster than its row allows.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Line, plotOf } from './growth/plot.ts';
import { type Cost, GROWTH_ROWS, type GrowthRow } from './growth/rows.ts';

type Measured = Cost & { readonly mb: number };
const STEPS = [1, 3, 10, 30, 100];

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, plot: { type: 'string' }, row: { type: 'string' }, size: { type: 'string' } },
});
if (values.row === undefined) compareSizes();
else await measureOne(values.row, Number(values.size));

/** In a process of its own: one row at one size. */
async function measureOne(name: string, size: number): Promise<void> {
  const row = GROWTH_ROWS.find((one) => one.name === name);
  if (row === undefined) throw new Error(`--row ${name}: there is no such row`);
  const cost = await row.run(size);
  process.stdout.write(`\n${JSON.stringify({ ...cost, mb: process.resourceUsage().maxRSS / 1024 })}\n`);
  process.exit(0);
}

function compareSizes(): void {
  const wanted = values.only.split(',').filter((part) => part !== '');
  const rows = GROWTH_ROWS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  console.log(
    `| part | ${STEPS.map((step) => `${step}x`).join(' | ')} | exponent | memory, MB | read units |\n|--|${'--|'.repeat(STEPS.length + 3)}`,
  );
  const lines: Line[] = [];
  for (const row of rows) {
    const measured = STEPS.map((step) => measureInChild(row, row.base * step));
    const exponent = exponentOf(
      STEPS,
      measured.map(({ ms }) => ms),
    );
    lines.push({ name: row.name, exponent, times: measured.map(({ ms }) => ms / (measured[0]?.ms ?? 1)) });
    console.log(lineOf(row, measured, exponent));
    if (exponent > row.most) {
      console.error(`${row.name} grows with exponent ${exponent.toFixed(2)}, more than ${row.most}`);
      process.exitCode = 1;
    }
  }
  if (values.plot !== undefined) writeFileSync(values.plot, plotOf(STEPS, lines));
}

function measureInChild({ name }: GrowthRow, size: number): Measured {
  const script = [fileURLToPath(import.meta.url), '--row', name, '--size', String(size)];
  const out = execFileSync(process.execPath, ['--import', 'tsx', ...script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '');
}

function lineOf({ name, base, unit }: GrowthRow, measured: readonly Measured[], exponent: number): string {
  const times = measured.map(({ ms }) => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`);
  const [first, last] = [measured[0], measured.at(-1)];
  const units = first?.units === undefined ? '-' : `${first.units.toFixed(1)} to ${last?.units?.toFixed(1)}`;
  const memory = `${first?.mb.toFixed(0)} to ${last?.mb.toFixed(0)}`;
  return `| ${name} (1x = ${base.toLocaleString('en')} ${unit}) | ${times.join(' | ')} | ${exponent.toFixed(2)} | ${memory} | ${units} |`;
}

/** Slope of a straight line through the logarithms. */
function exponentOf(sizes: readonly number[], times: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = times.map(Math.log);
  const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [x, y] = [mean(xs), mean(ys)];
  const up = xs.reduce((sum, one, n) => sum + (one - x) * ((ys[n] ?? 0) - y), 0);
  return up / xs.reduce((sum, one) => sum + (one - x) ** 2, 0);
}
