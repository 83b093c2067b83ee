import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FeedServer, startFeedServer } from '../../cli/demo/feed-server.ts';

/** A real process, as a person starts it. */
type Running = {
  readonly child: ChildProcess;
  text(): string;
  until(pattern: RegExp): Promise<RegExpExecArray>;
  ended(): Promise<number | null>;
};

function start(folder: string): Running {
  const args = ['--import', 'tsx', 'cli/main.ts', 'start', '--config', folder, '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
  let text = '';
  const waiting: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      text += chunk;
      for (const look of waiting) look();
    });
  const until = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(text);
        if (found !== null) resolve(found);
      };
      waiting.push(look);
      child.once('exit', () => reject(new Error(`it ended before it said ${pattern}:\n${text}`)));
      look();
    });
  return {
    child,
    text: () => text,
    until,
    ended: () =>
      new Promise((resolve) =>
        child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(child.exitCode),
      ),
  };
}

describe('npm start', () => {
  let server: FeedServer;
  let folder: string;
  const running: Running[] = [];
  const begin = (): Running => {
    const one = start(folder);
    running.push(one);
    return one;
  };

  beforeAll(async () => {
    server = await startFeedServer();
    server.publish([
      {
        feedId: 'agency-meridian',
        at: new Date(Date.now() - 3_600_000).toISOString(),
        title: 'Putin and Xi to meet in Beijing on Friday',
        summary: null,
      },
    ]);
    folder = mkdtempSync(join(tmpdir(), 'start-'));
    mkdirSync(join(folder, 'data'));
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ polling: { allowLoopback: true, colour: 1 }, storage: { path: join(folder, 'data') } }),
    );
    const feed = { outlet: 'Meridian', sourceKind: 'agency', lang: 'en' };
    writeFileSync(
      join(folder, 'feeds.json'),
      JSON.stringify([
        { ...feed, id: 'meridian', url: `${server.url}/agency-meridian` },
        { ...feed, id: 'nowhere', url: `${server.url}/nowhere` },
        { id: 'Bad Id' },
      ]),
    );
  });
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('names what is wrong in the config and each feed that cannot be read, and goes on with the rest', async () => {
    const first = begin();
    await first.until(/1 of 2 feeds read, 1 items? taken in/);
    expect(first.text()).toMatch(/config: settings\.json: polling\.colour: found "colour"/);
    expect(first.text()).toMatch(/config: feeds\.json: \[2\]\.id: found "Bad Id"/);
    expect(first.text()).toMatch(/nowhere: .*404/);
    await first.until(/State of play/);
  });

  it('answers the query API while it runs', async () => {
    const url = await address(running[0]);
    const { rows } = (await (await fetch(`${url}/stories`)).json()) as { rows: { parties: string[]; status: string }[] };
    expect(rows.map(({ parties, status }) => [parties, status])).toEqual([[['CN', 'RU'], 'scheduled']]);
  });

  it('tells who is subscribed to the command beside it, and to nobody without the token of its lock file', async () => {
    const beside = spawnSync(process.execPath, ['--import', 'tsx', 'cli/main.ts', 'subscriptions', '--json', '--config', folder], {
      encoding: 'utf8',
    });
    expect(beside.status).toBe(0);
    expect(JSON.parse(beside.stdout)).toMatchObject({ id: 'config-terminal', channel: 'terminal', standing: 'confirmed' });
    expect((await fetch(`${await address(running[0])}/subscriptions`)).status).toBe(403);
  });

  it('refuses a second process on the same store, naming the first and its address', async () => {
    const second = begin();
    expect(await second.ended()).toBe(1);
    expect(second.text()).toContain(`belongs to the running process ${running[0]?.child.pid}`);
    expect(second.text()).toContain(await address(running[0]));
  });

  it('killed and started again it has lost nothing and tells nothing twice', async () => {
    running[0]?.child.kill('SIGKILL');
    await running[0]?.ended();
    const again = begin();
    await again.until(/no feed is due yet/);
    const url = await address(again);
    const { rows } = (await (await fetch(`${url}/stories`)).json()) as { rows: unknown[] };
    expect(rows).toHaveLength(1);
    again.child.kill('SIGINT');
    expect(await again.ended()).toBe(0);
    expect(again.text()).not.toContain('State of play');
  });
});

const address = async (one: Running | undefined): Promise<string> => String((await one?.until(/page and API: (\S+);/))?.[1]);
