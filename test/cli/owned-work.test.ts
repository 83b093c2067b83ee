import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../adapters/api/create-api.ts';
import { openapiDocument } from '../../adapters/api/openapi.ts';
import { WORK_PATHS, WORK_ROUTES } from '../../adapters/api/owner-work.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import { findStoreOwner, lockStore } from '../../adapters/local/store-lock.ts';
import { loadConfig } from '../../cli/local/load-config.ts';
import { type LocalInstance, openLocal } from '../../cli/local/open-local.ts';
import { type ServedInstance, serveInstance } from '../../cli/owner/serve-instance.ts';
import { createTurns } from '../../cli/owner/turns.ts';
import { answer, FEED_BODY, type LoopbackServer, startLoopbackServer } from '../adapters/http/loopback-server.ts';
import { T0 } from '../builders.ts';
import { type Ran, runCommand } from './run-command.ts';

const FIRST_RELEASE = new URL('../fixtures/stores/first-release.jsonl', import.meta.url).pathname;
/** A story that nobody has spoken of for long is not opened. */
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString();
const root = mkdtempSync(join(tmpdir(), 'owned-work-'));
let feeds: LoopbackServer;
afterAll(async () => {
  await feeds.close();
  rmSync(root, { recursive: true, force: true });
});
beforeAll(async () => {
  feeds = await startLoopbackServer();
  feeds.play('/own', answer(200, { etag: '"1"' }, FEED_BODY));
});

/** A folder with a config and an empty store. */
function aFolder(name: string, settings: object = {}): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'data'), { recursive: true });
  const polling = { allowLoopback: true, hostSpacingMs: 0 };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ polling, storage: { path: join(folder, 'data') }, ...settings }));
  const feed = (id: string, path: string) => ({ id, url: `${feeds.url}${path}`, outlet: id, sourceKind: 'press' });
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify([feed('own', '/own'), feed('lost', '/404')]));
  return folder;
}

/** 130 items and three lines that are none: the first, one in the second piece, and the last. */
function itemLines(): string {
  const items = Array.from({ length: 130 }, (_, i) =>
    JSON.stringify({ id: `i${i}`, title: i % 50 === 0 ? 'Macron to meet Xi in Paris' : `The harvest of field ${i}`, date: YESTERDAY }),
  );
  items.splice(0, 0, 'no json');
  items.splice(120, 0, '', '{"id":"empty"}');
  return [...items, '{"id":"cut'].join('\n');
}

describe('beside a running instance', { timeout: 120_000 }, () => {
  let folder = '';
  let alone = '';
  let instance: LocalInstance;
  let served: ServedInstance;
  const heard = { out: new PassThrough(), err: new PassThrough() };
  const beside = (...args: string[]): Promise<Ran> => runCommand([...args, '--config', folder]);
  const byItself = (...args: string[]): Promise<Ran> => runCommand([...args, '--config', alone]);

  beforeAll(async () => {
    folder = aFolder('beside');
    alone = aFolder('alone');
    const io = { stdin: Readable.from([]), stdout: heard.out, stderr: heard.err, env: {} };
    const config = loadConfig(folder, io);
    instance = await openLocal(config, io);
    served = await serveInstance(instance, config, 0);
  });
  const end = async (): Promise<void> => {
    await served.server.close();
    await instance.close();
  };
  const numbers = ({ stderr }: Ran): (string | undefined)[] => [...stderr.matchAll(/line (\d+):/g)].map(([, number]) => number);

  it('poll --once polls now, and says what it says alone', async () => {
    const [there, here] = [await beside('poll', '--once'), await byItself('poll', '--once')];
    // alone, the alerts come out here too; beside the instance they are its own affair
    expect(here.stdout.startsWith(there.stdout)).toBe(true);
    expect([there.code, there.stderr]).toEqual([here.code, here.stderr]);
    expect(there.stdout).toMatch(/own: first read: 2 items/);
    expect(there.stdout).toMatch(/lost: FAILED: .*404/);
    const again = await beside('poll', '--once', '--json');
    expect(
      again.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).feedId),
    ).toContain('own');
    expect((await instance.parts.store.feeds.readState('own'))?.baselineAt).not.toBeNull();
  });

  it('poll --once says when the config names other feeds than the instance knows', async () => {
    const before = readFileSync(join(folder, 'feeds.json'), 'utf8');
    writeFileSync(join(folder, 'feeds.json'), '[]');
    expect((await beside('poll', '--once')).stderr).toContain('the feeds of the config have changed');
    writeFileSync(join(folder, 'feeds.json'), before);
  });

  it('import hands the items over, in pieces, and names each line that cannot be read by its number in the file', async () => {
    const file = join(root, 'items.jsonl');
    writeFileSync(file, itemLines());
    const [there, here] = [await beside('import', file), await byItself('import', file)];
    expect(there).toEqual(here);
    expect([there.code, there.stdout]).toEqual([1, '130 items taken in, 0 known already, 3 lines that cannot be read\n']);
    expect(numbers(there)).toEqual(['1', '122', '134']);
    expect((await beside('import', file)).stdout).toContain('0 items taken in, 130 known already');
    expect((await beside('items', '--json', '--limit', '1000')).stdout.trim().split('\n')).toHaveLength(132);
  });

  it('import takes from standard input, and a line of a million letters', async () => {
    const long = JSON.stringify({ id: 'long', title: 'Long', text: 'word '.repeat(400_000), date: '2026-03-01' });
    const ran = await runCommand(['import', '-', '--config', folder], { stdin: `${long}\n{"id":"short","title":"Short"}\n` });
    expect([ran.code, ran.stderr, ran.stdout]).toEqual([0, '', '2 items taken in, 0 known already, 0 lines that cannot be read\n']);
  });

  it('import leaves out a line that is too long for anything, as it does alone, and takes its neighbours', async () => {
    const long = `{"id":"endless","title":"Endless","text":"${'\u0001'.repeat(5_000_000)}"}`;
    const stdin = `{"id":"before","title":"Before"}\n${long}\n{"id":"after","title":"After"}\n`;
    const [there, here] = await Promise.all([folder, alone].map((each) => runCommand(['import', '-', '--config', each], { stdin })));
    expect([there?.code, there?.stderr, there?.stdout]).toEqual([
      1,
      'import: line 2: longer than 5000000 characters\n',
      '2 items taken in, 0 known already, 1 lines that cannot be read\n',
    ]);
    expect(there).toEqual(here);
  });

  it('nobody is told of what was imported', async () => {
    await served.pipeline.settle();
    expect((await beside('developments', '--json')).stdout).toBe('');
  });

  it('recode says what it says alone, and leaves what was told', async () => {
    const [there, here] = [await beside('recode'), await byItself('recode')];
    expect(there).toEqual(here);
    expect([there.code, there.stdout]).toEqual([0, expect.stringMatching(/^leader:CN-FR: \d+ items, /)]);
    expect(JSON.parse((await beside('recode', 'leader:CN-FR', '--dry-run', '--json')).stdout)).toMatchObject({
      key: 'leader:CN-FR',
      isWritten: false,
    });
    expect(await beside('recode', 'leader:AA-BB')).toEqual(await byItself('recode', 'leader:AA-BB'));
  });

  it('recode is refused when the rules on disk are not those of the instance', async () => {
    const before = readFileSync(join(folder, 'settings.json'), 'utf8');
    writeFileSync(
      join(folder, 'leaders.json'),
      JSON.stringify([{ kind: 'leader', name: 'Examplo Sample', terms: ['FR head_of_state 2026-01-01/'] }]),
    );
    const ran = await beside('recode');
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toContain('the rules have changed since the running instance was started');
    rmSync(join(folder, 'leaders.json'));
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(before);
  });

  it('a backup is not restored under its feet', async () => {
    const ran = await beside('import', FIRST_RELEASE);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`process ${process.pid}`);
    expect(ran.stderr).toContain('stop it first');
  });

  it('work waits for the turn under way, and the turns of the instance wait for the work', async () => {
    const order: string[] = [];
    let open = (): void => {};
    const turn = served.turns.take(() => new Promise<void>((resolve) => (open = resolve))).then(() => order.push('turn'));
    const file = join(root, 'waiting.jsonl');
    const asked = [
      ['export', '--all', '--output', file],
      ['recode'],
      ['poll', '--once'],
      ['import', join(root, 'items.jsonl')],
      ['mute', 'nobody'],
    ];
    const work = asked.map((args) => beside(...args).then(() => order.push(args[0] ?? '')));
    // questions are answered meanwhile, and long enough for the work to be done if it did not wait
    for (let i = 0; i < 12; i += 1) await beside('stories', '--json');
    order.push('questions');
    open();
    await Promise.all([turn, ...work]);
    expect(order.slice(0, 2)).toEqual(['questions', 'turn']);
    expect(order).toHaveLength(7);
  });

  it('needs the token, this machine’s own name, and the right form', async () => {
    const { apiUrl, correctionToken } = findStoreOwner(join(folder, 'data')) ?? {};
    const ask = async (path: string, method: string, headers: Readonly<Record<string, string>>): Promise<number> =>
      new Promise((resolve, reject) => {
        const asked = request(new URL(path, apiUrl ?? ''), { method, headers }, (response) => resolve(response.resume().statusCode ?? 0));
        asked.once('error', reject).end(method === 'POST' ? '{}' : undefined);
      });
    const token = { authorization: `Bearer ${correctionToken}` };
    for (const { path, method } of WORK_ROUTES) {
      expect([path, await ask(path, method.toUpperCase(), {})]).toEqual([path, 403]);
      expect([path, await ask(path, method.toUpperCase(), { authorization: 'Bearer guess' })]).toEqual([path, 403]);
      expect([path, await ask(path, method.toUpperCase(), { ...token, host: 'evil.example' })]).toEqual([path, 421]);
      expect([path, await ask(path, method.toUpperCase(), token)]).toEqual([path, method === 'post' ? 400 : 200]);
    }
  });

  it('a head alone is asked for without the work: nothing waits for a reader who takes no lines', async () => {
    const { apiUrl, correctionToken } = findStoreOwner(join(folder, 'data')) ?? {};
    const head = await fetch(`${apiUrl}${WORK_PATHS.backup}`, { method: 'HEAD', headers: { authorization: `Bearer ${correctionToken}` } });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    await served.turns.take(async () => {});
  }, 10_000);

  it('the instance’s own OpenAPI document names its work, with the token', async () => {
    const document = await (await fetch(`${served.server.url}/openapi.json`)).json();
    expect(document).toEqual(JSON.parse(JSON.stringify(openapiDocument(WORK_ROUTES))));
    for (const { path, method } of WORK_ROUTES) expect(document).toHaveProperty(['paths', path, method, 'security'], [{ owner: [] }]);
  });

  it('export --all is, row by row, what it is alone', async () => {
    const streamed = await beside('export', '--all');
    const file = join(root, 'beside.jsonl');
    expect((await beside('export', '--all', '--output', file)).code).toBe(0);
    await end();
    const here = await beside('export', '--all');
    const rows = (backup: string): string[] => backup.trimEnd().split('\n').slice(1);
    expect(rows(streamed.stdout)).toEqual(rows(here.stdout));
    expect(rows(readFileSync(file, 'utf8'))).toEqual(rows(here.stdout));
    expect(rows(here.stdout).length).toBeGreaterThan(130);
    expect([streamed.code, streamed.stderr]).toEqual([0, '']);
  });
});

describe('an instance that cannot do it', () => {
  const withOwner = async (behave: (path: string) => string | number, run: (folder: string) => Promise<void>): Promise<void> => {
    const folder = aFolder(`owner-${Math.random()}`);
    const server = createServer(async (asked, response) => {
      await text(asked);
      const answered = behave(asked.url ?? '');
      if (typeof answered === 'number') response.writeHead(answered).end('{}');
      else response.write(answered, () => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const lock = lockStore(join(folder, 'data'), T0);
    lock.announce(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'token');
    try {
      await run(folder);
    } finally {
      lock.release();
      await new Promise((resolve) => server.close(resolve));
    }
  };

  it('because it ends meanwhile makes a failure, never half a success', async () => {
    await withOwner(
      (path) => (path === WORK_PATHS.backup ? '{"kind":"summitwire-backup"}\n{"kind":"sto' : '{"out":"leader:A-B: 1 items"}\n'),
      async (folder) => {
        for (const args of [['export', '--all'], ['recode'], ['poll', '--once']]) {
          const ran = await runCommand([...args, '--config', folder]);
          expect([args, ran.code, ran.stderr]).toEqual([args, 1, expect.stringContaining('ended before it was done')]);
          expect(ran.stdout).not.toContain('sto');
        }
        const file = join(folder, 'backup.jsonl');
        writeFileSync(file, 'the backup of yesterday');
        expect((await runCommand(['export', '--all', '--output', file, '--config', folder])).code).toBe(1);
        expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual(['backup.jsonl']);
        expect(readFileSync(file, 'utf8')).toBe('the backup of yesterday');
      },
    );
  });

  it('because it is of an older version says so', async () => {
    await withOwner(
      (path) => (path === WORK_PATHS.backup ? 404 : 405),
      async (folder) => {
        for (const args of [['export', '--all'], ['recode'], ['poll', '--once'], ['mute', 'nobody']])
          expect((await runCommand([...args, '--config', folder])).stderr).toContain('it is of an older version');
        const ran = await runCommand(['import', '-', '--config', folder], { stdin: '\n{"id":"a","title":"A"}\n' });
        expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('line 2 and those behind it were not taken in')]);
      },
    );
  });
});

it('the API without that work has no such doors: the deployed one', async () => {
  const ports = { ...openMemoryStore(), clock: virtualClock(T0), knownFeeds: [], codeNow: null };
  const api = createApi(ports, { secret: 's', refreshSeconds: 60, log: { error: () => {} } });
  for (const { path, method } of WORK_ROUTES)
    expect([path, (await api.request(`http://127.0.0.1${path}`, { method: method.toUpperCase() })).status]).toEqual([
      path,
      method === 'post' ? 405 : 404,
    ]);
  expect(await (await api.request('http://127.0.0.1/openapi.json')).text()).not.toMatch(/"post"|recodings|intake|backup/);
});

describe('turns', () => {
  it('come one at a time in order of arrival, and one that fails lets the next one come', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const step = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
      if (name === 'a') throw new Error('a fails');
    };
    await Promise.allSettled(['a', 'b', 'c'].map((name) => turns.take(step(name))));
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});

describe('what is wrong in the config', () => {
  it.each([[['feeds', 'list']], [['subscribe', 'terminal', '--dry-run']], [['mute', 'nobody']], [['stories']], [['recode']]])(
    'is said once by %j',
    async (args) => {
      const folder = aFolder(`config-${args.join('-')}`, { colour: 1 });
      const { stderr } = await runCommand([...args, '--config', folder]);
      expect(stderr.match(/config: settings\.json: colour/g)).toHaveLength(1);
    },
  );
});
