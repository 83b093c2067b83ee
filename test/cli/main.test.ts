import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { main } from '../../cli/main.ts';

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await main(args, { stdin: new PassThrough(), stdout, stderr, env: {} });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

/** Files of cli/ that are no command: the door itself, and what several commands share. */
const SHARED_FILES = new Set(['main', 'command', 'commands', 'coding-line', 'configured-lexicon']);

const commandFiles = (): string[] =>
  readdirSync('cli')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replace('.ts', ''));

describe('the terminal door', () => {
  it('lists every command in its help', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const name of Object.keys(COMMANDS)) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it('answers a wrong command with exit 2, its name and what to do', async () => {
    const { code, err } = await run('storys');
    expect(code).toBe(2);
    expect(err).toMatch(/^summitwire: there is no command "storys".*--help/);
  });

  it('answers -h as it answers --help', async () => {
    expect(await run('-h')).toEqual(await run('--help'));
  });

  it('says of a file that is not there what it is, in words', async () => {
    const { code, err } = await run('replay', '--input', 'no-such-file.jsonl');
    expect([code, err]).toEqual([1, 'summitwire: replay: no-such-file.jsonl: there is no such file or folder\n']);
  });

  it('refuses a port that is none and a config folder that is not there, with exit 2', async () => {
    for (const port of ['99999', 'abc', '-1', '']) expect([port, (await run('start', `--port=${port}`)).code]).toEqual([port, 2]);
    const { code, err } = await run('start', '--config', 'no-such-folder');
    expect([code, err]).toEqual([
      2,
      'summitwire: start: --config no-such-folder: there is no such folder; `summitwire start --help` shows how\n',
    ]);
  });

  it('says of a port that is taken how to get another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'summitwire-port-'));
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String(Object(taken.address()).port);
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ storage: { path: join(folder, 'store') } }));
    writeFileSync(join(folder, 'feeds.json'), '[]');
    const { code, err } = await run('start', '--config', folder, '--port', port);
    expect([code, err]).toEqual([1, expect.stringContaining('another program has this port; `--port 0` takes any free one')]);
    taken.close();
    rmSync(folder, { recursive: true });
  });

  it('is in the list, if it is a command', () => {
    const forgotten = commandFiles().filter((name) => !SHARED_FILES.has(name) && !Object.hasOwn(COMMANDS, name));
    expect(forgotten).toEqual([]);
  });

  it('has a row for a command file of that name', () => {
    const files = new Set(commandFiles());
    expect(Object.keys(COMMANDS).filter((name) => !files.has(name))).toEqual([]);
  });

  it('gives each command a help text that names it', async () => {
    for (const name of Object.keys(COMMANDS)) {
      const { code, out } = await run(name, '--help');
      expect([name, code]).toEqual([name, 0]);
      expect(out).toMatch(new RegExp(`(summitwire|npm run) ${name}\\b`));
    }
  });

  it('answers an unknown option with exit 2, without a stack', async () => {
    for (const name of Object.keys(COMMANDS)) {
      const { code, err } = await run(name, '--no-such-option');
      expect([name, code, err.includes('    at ')]).toEqual([name, 2, false]);
    }
  });
});
