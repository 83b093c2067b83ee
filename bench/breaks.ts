/**
 * Are the tests of docs/faults.md able to fail? `npx tsx bench/breaks.ts [--only 4,29]`: in a copy of the last commit each bug of bench/breaks/table.ts
 * is put in, one at a time, and the tests that must see it are run. Exit 1 when one does not. With --dry nothing is run: it only says which bugs can no longer be put in.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BREAKS, type Break } from './breaks/table.ts';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, dry: { type: 'boolean', default: false } } });
const wanted = new Set(
  values.only
    .split(',')
    .filter((part) => part !== '')
    .map(Number),
);
const root = fileURLToPath(new URL('..', import.meta.url));
const copy = join(mkdtempSync(join(tmpdir(), 'summitwire-breaks-')), 'copy');
execFileSync('git', ['worktree', 'add', '--quiet', '--detach', copy, 'HEAD'], { cwd: root });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
let unseen = 0;
try {
  for (const one of BREAKS) if (wanted.size === 0 || one.faults.some((fault) => wanted.has(fault))) tryOne(one);
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', copy], { cwd: root });
  rmSync(join(copy, '..'), { recursive: true, force: true });
}
const all = values.dry ? 'every bug can be put in' : 'every bug was seen by every test that should see it';
console.log(unseen === 0 ? all : `${unseen} went unseen`);
process.exitCode = unseen === 0 ? 0 : 1;

function tryOne({ faults, what, changes, tests }: Break): void {
  const before = new Map(changes.map(({ file }) => [file, readFileSync(join(copy, file), 'utf8')]));
  try {
    for (const { file, find, put } of changes) {
      const text = readFileSync(join(copy, file), 'utf8');
      if (text.split(find).length !== 2)
        throw new Error(`${file}: ${JSON.stringify(find)} stands there ${text.split(find).length - 1} times`);
      writeFileSync(
        join(copy, file),
        text.replace(find, () => put),
      );
    }
    for (const test of values.dry ? [] : tests) {
      const seen = failsFor(test);
      if (!seen) unseen += 1;
      console.log(`${faults.join(', ').padEnd(6)} ${seen ? 'seen  ' : 'UNSEEN'} ${what}: ${test.file} "${test.name}"`);
    }
  } catch (error) {
    unseen += 1;
    console.log(`${faults.join(', ').padEnd(6)} UNSEEN ${what}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    for (const [file, text] of before) writeFileSync(join(copy, file), text);
  }
}

type Result = { readonly title: string; readonly status: string; readonly failureMessages: readonly string[] };
type Report = { readonly testResults: readonly { readonly assertionResults: readonly Result[] }[] };
/** A test that ran out of time on a busy machine has seen nothing. */
function saysSomething({ failureMessages }: Result): boolean {
  return failureMessages.some((message) => !message.includes('Test timed out'));
}

/** True when a test of this name (placeholders stand for anything) ran and failed. */
function failsFor({ file, name }: { readonly file: string; readonly name: string }): boolean {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\$\w+|%s/g, '.+');
  const out = join(copy, '..', 'report.json');
  rmSync(out, { force: true });
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', file, '-t', pattern, '--reporter=json', `--outputFile=${out}`], {
    cwd: copy,
    timeout: 600_000,
    stdio: 'ignore',
  });
  const report: Report = JSON.parse(readFileSync(out, 'utf8'));
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return results.some((one) => one.status === 'failed' && new RegExp(`^${pattern}$`).test(one.title) && saysSomething(one));
}
