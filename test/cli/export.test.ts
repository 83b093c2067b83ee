import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startApiServer } from '../../adapters/local/api-server.ts';
import { completeLine } from '../../cli/completion.ts';
import { SAMPLE_FEEDS, SAMPLE_NOW, sampleStore } from '../web/sample-store.ts';
import { runCommand } from './run-command.ts';

describe('the export', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const ports = { ...(await sampleStore()), clock: { now: () => SAMPLE_NOW }, knownFeeds: SAMPLE_FEEDS, codeNow: null };
    server = await startApiServer({ ports, port: 0, webRoot: null, log: { error: () => {} } });
  });
  afterAll(() => server.close());
  const lines = async (...args: string[]): Promise<string[]> =>
    (await runCommand(['export', ...args, '--url', server.url])).stdout.trimEnd().split('\n');

  it('has every row of a listing, as JSON lines or CSV', async () => {
    expect((await lines('items')).map((line) => JSON.parse(line).id)).toHaveLength(13);
    expect(await lines('developments', 'parties:RU,US', '--format', 'csv')).toHaveLength(6);
    expect((await lines('stories', '-status:held')).length).toBe(4);
  });

  it('has event data as TSV, each line as wide as its head', async () => {
    const [head = '', ...rows] = await lines('events', 'parties:IN,PK');
    expect(rows).toHaveLength(2);
    expect(new Set([head, ...rows].map((line) => line.split('\t').length))).toEqual(new Set([head.split('\t').length]));
    expect(rows[0]).toContain('IN\tIND\tPK\tPAK');
  });

  it('has ladders per pair, and denials as claims', async () => {
    expect((await lines('ladders'))[0]).toMatch(/^parties,level,stories,held/);
    expect((await lines('claims')).map((line) => JSON.parse(line)['@type'])).toEqual(['Claim', 'Claim']);
  });

  it('writes to a file when asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'summitwire-'));
    const ran = await runCommand(['export', 'denials', '--output', join(folder, 'out.jsonl'), '--url', server.url]);
    expect([ran.code, ran.stdout]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'out.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
    rmSync(folder, { recursive: true });
  });

  it('says what is wrong with a file that it cannot make', async () => {
    const ran = await runCommand(['export', 'denials', '--output', join(tmpdir(), 'no-such-folder', 'out.jsonl'), '--url', server.url]);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('no-such-folder')]);
  });

  it('says what can be exported, and how', async () => {
    expect(await runCommand(['export', 'story'])).toMatchObject({ code: 2, stderr: expect.stringContaining('stories, developments') });
    expect(await runCommand(['export', 'events', '--format', 'xml'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('events comes as tsv'),
    });
  });
});

describe('the import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summitwire-'));
  const file = join(folder, 'items.jsonl');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes items in once, in silence, and names the lines that it cannot read', async () => {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ storage: { path: join(folder, 'data') } }));
    writeFileSync(join(folder, 'feeds.json'), '[]');
    writeFileSync(
      file,
      [
        '{"id":"a","title":"Putin and Trump to meet in Budapest","date":"2026-03-01"}',
        '{"id":"b","title":"Xi and Trump held talks in Geneva","date":"2026-03-02"}',
        'no json',
        '{"id":"a","title":"Putin and Trump to meet in Budapest"}',
      ].join('\n'),
    );
    const first = await runCommand(['import', file, '--config', folder]);
    expect([first.code, first.stdout]).toEqual([1, '2 items taken in, 1 known already, 1 lines that cannot be read\n']);
    expect(first.stderr).toContain('line 3:');
    const second = await runCommand(['import', file, '--config', folder]);
    expect(second.stdout).toBe('0 items taken in, 3 known already, 1 lines that cannot be read\n');
    const items = await runCommand(['items', '--json', '--config', folder]);
    expect(
      items.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['b', 'a']);
    const developments = await runCommand(['developments', '--json', '--config', folder]);
    expect(developments.stdout).toBe('');
  });
});

describe('shell completion', () => {
  const commands = { stories: { summary: 'the stories' }, story: { summary: 'one story' } };
  const words = (line: string): (string | undefined)[] => completeLine(line, commands).map((each) => each.split('\t')[0]);

  it('completes commands, keys, values, names of states and options', () => {
    expect(words('stor')).toEqual(['stories', 'story']);
    expect(words('stories sta')).toEqual(['status:']);
    expect(words('stories status:held,post')).toEqual(['status:held,postponed']);
    expect(words('stories parties:germ')).toEqual(['parties:DE']);
    expect(words('stories -den')).toEqual(['-denial']);
    expect(words('stories sev')).toEqual([]);
    expect(words('stories --j')).toEqual(['--json']);
  });

  it('prints a script for each shell', async () => {
    for (const shell of ['bash', 'zsh', 'fish'])
      expect((await runCommand(['completion', shell])).stdout).toContain('summitwire completion --words');
    expect((await runCommand(['completion', 'dos'])).code).toBe(2);
  });
});
