import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildBundles } from '../../infra/bundle.ts';

const run = promisify(execFile);
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles of every function, built with a config of the test's own. */
export async function buildForTest(files: { readonly settings: object; readonly feeds: readonly object[] }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'summitwire-bundles-'));
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(files.settings));
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify(files.feeds));
  writeFileSync(join(folder, 'leaders.json'), '[]');
  await buildBundles({ root: ROOT, out: folder, config: folder });
  return folder;
}

export type Invocation = {
  readonly name: string;
  readonly event: unknown;
  readonly now: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly remainingMs?: number;
  /** Seconds of the handler's clock for each real one; long waits of its own are shortened by it. */
  readonly speed?: number;
};
export type Invoked = { readonly answer: unknown; readonly log: string };

/** The bundle in a process of its own, as Lambda runs it: its variables, one event, a clock that the test sets. */
export async function invoke(
  folder: string,
  { name, event, now, environment, remainingMs = 60_000, speed = 1 }: Invocation,
): Promise<Invoked> {
  const script = `
    const Real = Date;
    const began = Real.now();
    const virtual = () => Math.floor(Real.parse(${JSON.stringify(now)}) + (Real.now() - began) * ${speed});
    globalThis.Date = class extends Real {
      constructor(...args) { super(...(args.length === 0 ? [virtual()] : args)); }
      static now() { return virtual(); }
    };
    const realTimeout = globalThis.setTimeout;
    globalThis.setTimeout = (run, ms, ...rest) => realTimeout(run, ms >= 15_000 ? ms / ${speed} : ms, ...rest);
    const { handler } = await import(${JSON.stringify(pathToFileURL(join(folder, name, 'index.mjs')).href)});
    const context = { awsRequestId: 'request-1', functionName: ${JSON.stringify(name)}, getRemainingTimeInMillis: () => ${remainingMs} };
    const answer = await handler(${JSON.stringify(event)}, context);
    process.stdout.write('\\nANSWER ' + JSON.stringify(answer ?? null) + '\\n', () => process.exit(0));
  `;
  const env = { PATH: process.env['PATH'] ?? '', ...environment, POWERTOOLS_METRICS_NAMESPACE: 'Summitwire' };
  const { stdout, stderr } = await runQuietly(process.execPath, ['--input-type=module', '-e', script], { env, maxBuffer: 10_000_000 });
  const [log = '', answer = 'null'] = stdout.split('\nANSWER ');
  return { answer: JSON.parse(answer), log: `${log}${stderr}` };
}

/** A bundle's line is very long: of a crash only the message is kept. */
async function runQuietly(...args: Parameters<typeof run>): Promise<{ stdout: string; stderr: string }> {
  try {
    const { stdout, stderr } = await run(...args);
    return { stdout: String(stdout), stderr: String(stderr) };
  } catch (error) {
    const lines = String(error instanceof Error && 'stderr' in error ? error.stderr : error)
      .split('\n')
      .filter((line) => line.length < 400);
    throw new Error(`the handler failed:\n${lines.join('\n')}`);
  }
}
