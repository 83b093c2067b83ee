/**
 * What the coder costs a cold process: bundled as it is deployed, imported and its lexicon built, beside chrono-node alone, by CPU time.
 * chrono-node is no dependency; name a folder that has it in node_modules:
 *
 *   tsx bench/cold.ts [folder]
 *
 * Asked: at most twice the time of chrono-node alone plus 50 ms; less than 400 kB of the bundle when packed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { packedData } from '../infra/packed-data.ts';

const ROUNDS = 9;
const EXTRA_MS = 50;
const TIMED = (what: string): string =>
  `const a = process.cpuUsage(); await import(${JSON.stringify(what)}); const b = process.cpuUsage(a); console.log((b.user + b.system) / 1000);`;
const CODER = [
  `import { codeItem } from ${JSON.stringify(resolve('core/coding/code-item.ts'))};`,
  `import { buildLexicon } from ${JSON.stringify(resolve('core/coding/lexicon/lexicon.ts'))};`,
  "codeItem({ id: 'x', title: 'Putin to meet Macron', text: null, date: null, outlet: null, lang: 'en' }, buildLexicon());",
].join('\n');

/** CPU milliseconds of one import in a process of its own, the best of some. */
function coldMs(what: string, cwd: string): number {
  const times = Array.from({ length: ROUNDS }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', TIMED(what)], { cwd, encoding: 'utf8' })),
  );
  return Math.min(...times);
}

const folder = mkdtempSync(join(tmpdir(), 'cold-'));
try {
  const built = await build({
    stdin: { contents: CODER, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    charset: 'utf8',
    minify: true,
    write: false,
    plugins: [packedData(process.cwd())],
  });
  const code = built.outputFiles[0]?.contents ?? new Uint8Array();
  const bundle = join(folder, 'coder.mjs');
  writeFileSync(bundle, code);
  console.log(
    `coder, packed      ${Math.round(gzipSync(code, { level: 9 }).length / 1000)} kB of ${Math.round(code.length / 1000)} kB (asked: 400 kB)`,
  );
  const mine = coldMs(bundle, folder);
  const other = resolve(process.argv[2] ?? '.');
  if (!existsSync(join(other, 'node_modules', 'chrono-node')))
    console.log(`coder, cold        ${mine.toFixed(0)} ms; chrono-node is not present: no ratio`);
  else {
    const chrono = coldMs('chrono-node', other);
    console.log(
      `coder, cold        ${mine.toFixed(0)} ms; chrono-node ${chrono.toFixed(0)} ms (asked: ${(2 * chrono + EXTRA_MS).toFixed(0)} ms)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
