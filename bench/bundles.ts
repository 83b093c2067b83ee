import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { VARIABLES } from '../adapters/aws/environment.ts';
import { buildBundles } from '../infra/bundle.ts';

/** Builds every Lambda and prints its size, its size packed, what weighs most in it, and how long a fresh process takes to import it. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
const environment = {
  ...process.env,
  AWS_REGION: 'eu-central-1',
  ...Object.fromEntries(Object.values(VARIABLES).map((name) => [name, 'http://127.0.0.1:9'])),
};

type Cold = { readonly wall: number; readonly cpu: number; readonly mb: number };

/** A fresh process each time: Node's own start is not in it. The median of wall time, and the least CPU time (a busy machine does not change it much). */
function coldImport(file: string): Cold {
  const script = `const [t, c] = [performance.now(), process.cpuUsage()]; await import(${JSON.stringify(pathToFileURL(file).href)});
    const { user, system } = process.cpuUsage(c);
    console.log('\\nCOLD ' + JSON.stringify({ wall: performance.now() - t, cpu: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024 })); process.exit(0);`;
  const runs = Array.from({ length: 5 }, (): Cold => {
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: environment, encoding: 'utf8' });
    return JSON.parse(out.split('COLD ')[1] ?? '');
  });
  const sorted = (of: (run: Cold) => number): readonly number[] => runs.map(of).sort((a, b) => a - b);
  return {
    wall: sorted(({ wall }) => wall)[2] ?? Number.NaN,
    cpu: sorted(({ cpu }) => cpu)[0] ?? Number.NaN,
    mb: sorted(({ mb }) => mb)[2] ?? Number.NaN,
  };
}

const heaviest = (inputs: Readonly<Record<string, number>>): string => {
  const byPackage = new Map<string, number>();
  for (const [path, bytes] of Object.entries(inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');
    byPackage.set(name, (byPackage.get(name) ?? 0) + bytes);
  }
  return [...byPackage]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([name, bytes]) => `${name} ${Math.round(bytes / 1024)}`)
    .join(', ');
};

console.log('| function | kB | kB packed | import, ms of CPU | ms of wall time | MB | heaviest, kB |\n|--|--|--|--|--|--|--|');
for (const bundle of await buildBundles({ root, out: folder, config: join(root, 'config') })) {
  const file = join(bundle.folder, 'index.mjs');
  const packed = gzipSync(readFileSync(file)).length;
  const cold = coldImport(file);
  console.log(
    `| ${bundle.name} | ${Math.round(bundle.bytes / 1024)} | ${Math.round(packed / 1024)} | ${Math.round(cold.cpu)} | ${Math.round(cold.wall)} | ${Math.round(cold.mb)} | ${heaviest(bundle.inputs)} |`,
  );
}
rmSync(folder, { recursive: true, force: true });
