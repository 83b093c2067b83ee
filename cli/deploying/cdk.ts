import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Io } from '../command.ts';

/** Runs the CDK command line of this repository (its version is pinned: newer ones cannot read the library's output), with the owner's config. */
export function runCdk(args: readonly string[], configFolder: string, io: Io): Promise<number> {
  const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
  const env = { ...io.env, SUMMITWIRE_CONFIG: resolve(configFolder) };
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cdk, ...args], { env, stdio: 'inherit' });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Asks on the terminal; without one the answer is no, and `--yes` says so beforehand. */
export async function confirmWith(question: string, io: Io): Promise<boolean> {
  const isTerminal = 'isTTY' in io.stdin && io.stdin.isTTY === true;
  if (!isTerminal) {
    io.stderr.write(`${question}\nthere is no terminal to ask on; --yes answers beforehand\n`);
    return false;
  }
  const reader = createInterface({ input: io.stdin, output: io.stderr });
  try {
    return /^y(es)?$/i.test((await reader.question(`${question} [y/N] `)).trim());
  } finally {
    reader.close();
  }
}
