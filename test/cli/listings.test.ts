import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startApiServer } from '../../adapters/local/api-server.ts';
import { lockStore } from '../../adapters/local/store-lock.ts';
import { csvLine } from '../../cli/listing/csv.ts';
import { restoreQuotes } from '../../cli/listing/listing-command.ts';
import { cutTo, renderTable, widthOf } from '../../cli/listing/table.ts';
import { when } from '../../cli/listing/when.ts';
import { SAMPLE_FEEDS, SAMPLE_NOW, sampleStore, sampleStoreWithGathering } from '../web/sample-store.ts';
import { runCommand } from './run-command.ts';

describe('the listings of the terminal', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const ports = { ...(await sampleStore()), clock: { now: () => SAMPLE_NOW }, knownFeeds: SAMPLE_FEEDS, codeNow: null };
    server = await startApiServer({ ports, port: 0, webRoot: null, log: { error: () => {} } });
  });
  afterAll(() => server.close());
  const run = (args: readonly string[], terminal = {}) => runCommand([...args, '--url', server.url], terminal);

  it.each(['stories', 'developments', 'denials', 'items', 'alerts'])('%s fits any terminal from 40 to 200 columns', async (name) => {
    for (const columns of [40, 80, 120, 200]) {
      const { stdout, code } = await run([name], { columns, env: { NO_COLOR: '1' } });
      expect(code).toBe(0);
      expect(Math.max(...stdout.split('\n').map(widthOf))).toBeLessThanOrEqual(columns);
      expect(stdout.split('\n').length).toBeGreaterThan(2);
    }
  });

  it('has colours on a terminal, none under NO_COLOR and none in a pipe', async () => {
    expect((await run(['stories'], { columns: 100 })).stdout).toContain('\u001b[');
    expect((await run(['stories'], { columns: 100, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b[');
    expect((await run(['stories'])).stdout).not.toContain('\u001b[');
  });

  it('shows the relative time with the absolute beside it', async () => {
    expect((await run(['stories', 'parties:RU,US'])).stdout).toMatch(/1 d ago, \d+ Mar, \d\d:\d\d/);
  });

  it('tells and explains a summit with the meetings inside it, and a meeting with its summit', async () => {
    const ports = { ...(await sampleStoreWithGathering()), clock: { now: () => SAMPLE_NOW }, knownFeeds: SAMPLE_FEEDS, codeNow: null };
    const lake = await startApiServer({ ports, port: 0, webRoot: null, log: { error: () => {} } });
    try {
      for (const command of ['story', 'explain']) {
        const summit = await runCommand([command, 'lake-summit', '--url', lake.url]);
        expect(summit.stdout).toMatch(
          /on its sidelines Xi-Modi, at the G20 summit: scheduled.*; story at-the-lake, the same summit by name\n/,
        );
        const pair = await runCommand([command, 'at-the-lake', '--url', lake.url]);
        expect(pair.stdout).toMatch(/on the sidelines of G20 summit: scheduled.*Lugano.*; story lake-summit, the same summit by name\n/);
      }
      const { stdout } = await runCommand(['stories', '--url', lake.url], { columns: 200, env: { NO_COLOR: '1' } });
      expect(stdout).toContain('Xi-Modi, at the G20 summit');
    } finally {
      await lake.close();
    }
  });

  it('gives JSON lines and CSV to programs', async () => {
    const json = await run(['developments', 'parties:RU,US', 'severity:major', '--json']);
    expect(
      json.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['budapest-dev-4', 'budapest-dev-3', 'budapest-dev-2', 'budapest-dev-1']);
    const csv = await run(['denials', 'by:IR', '--csv']);
    expect(csv.stdout.split('\n').slice(0, 2)).toEqual([
      'id,firstAt,by,byName,strength,claim,claimBy,aboutContact,storyId,outlets,firstItemId,reversedBy',
      'd2,2026-03-07T09:00:00.000Z,IR,baghaei,denied,that drones were shipped through a third state,Gulf Observer,false,,Example Wire,item-1,',
    ]);
  });

  it('follows cursors until there are as many rows as wanted', async () => {
    expect((await run(['items', '--json', '--limit', '5'])).stdout.trim().split('\n')).toHaveLength(5);
    expect((await run(['items', '--limit', '0'])).code).toBe(2);
  });

  it('looks for parked items in the config that is named, and refuses options that it does not know', async () => {
    expect(await runCommand(['items', '--parked', '--config', 'no-such-folder'])).toMatchObject({ code: 2 });
    expect(await runCommand(['items', '--parked', '--bogus'])).toMatchObject({ code: 2 });
  });

  it('takes negated terms, and words that the shell has unquoted', async () => {
    expect(
      (await run(['stories', '-status:held', '-party:US', '--json'])).stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['refusal', 'ministers']);
    expect((await run(['items', 'text:neutral ground', '--json'])).stdout).toContain('item-refusal-0');
    expect([restoreQuotes('text:hit list'), restoreQuotes('status:held place:x'), restoreQuotes('-text:hit list')]).toEqual([
      'text:"hit list"',
      'status:held place:x',
      '-text:"hit list"',
    ]);
  });

  it('takes the filter as options, too', async () => {
    const ids = async (...args: string[]) =>
      (await run([...args, '--json'])).stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id);
    expect(await ids('developments', '--since', '4d', '--filter', 'parties:RU,US severity:major')).toEqual(
      await ids('developments', 'since:4d', 'parties:RU,US', 'severity:major'),
    );
  });

  it('points at what is wrong in a filter, on stderr, as wrong use', async () => {
    const { code, stdout, stderr } = await run(['stories', 'level:leader', 'statuss:held']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`  level:leader statuss:held\n  ${' '.repeat(13)}^\n  did you mean: status:held`);
  });

  it('tells one story, and says when there is none', async () => {
    const { stdout } = await run(['story', 'budapest']);
    expect(stdout).toContain('[postponed] | denied | cancelled | declined');
    expect(stdout).toContain('(scheduled) > under way');
    expect(stdout).toContain('before: "The leaders will meet in Budapest on 20 March."');
    expect(await run(['story', 'nobody'])).toMatchObject({ code: 1, stderr: expect.stringContaining('there is no story with this id') });
    expect((await runCommand(['story'])).code).toBe(2);
  });

  it('asks the instance that runs here, which its lock file names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'summitwire-'));
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ storage: { path: join(folder, 'data') } }));
    writeFileSync(join(folder, 'feeds.json'), '[]');
    const lock = lockStore(join(folder, 'data'), SAMPLE_NOW);
    lock.announce(server.url);
    const { stdout } = await runCommand(['stories', 'status:declined', '--json', '--config', folder]);
    lock.release();
    expect(JSON.parse(stdout).id).toBe('refusal');
    rmSync(folder, { recursive: true });
  });

  it('opens the store itself where nothing runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'summitwire-'));
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ storage: { path: join(folder, 'data') } }));
    writeFileSync(join(folder, 'feeds.json'), '[]');
    const { code, stdout, stderr } = await runCommand(['stories', '--config', folder], { columns: 80 });
    expect([code, stdout, stderr]).toEqual([0, 'nothing matches\n', '']);
    rmSync(folder, { recursive: true });
  });

  it('has help that names every option', async () => {
    const { stdout, code } = await runCommand(['items', '--help']);
    expect(code).toBe(0);
    for (const option of ['--limit', '--json', '--csv', '--watch', '--aws', '--parked', '--config']) expect(stdout).toContain(option);
  });
});

describe('a table', () => {
  const columns = [
    { title: 'A', cell: (row: string) => row, dropRank: 0 },
    { title: 'TEXT', cell: (row: string) => row.repeat(10), isFlexible: true, dropRank: 0 },
    { title: 'ID', cell: () => '0123456789abcdef', dropRank: 1 },
  ];

  it('drops columns by rank, then cuts the flexible one; a pipe gets all of it', () => {
    expect(renderTable(['abc'], columns, { hasColour: false, columns: null })).toContain(`${'abc'.repeat(10)}  0123456789abcdef`);
    expect(renderTable(['abc'], columns, { hasColour: false, columns: 30 })).toBe(`A    TEXT\nabc  abcabcabcabcabcabcabcabc…\n`);
  });

  it('counts cells, not letters, and cleans what a terminal would obey', () => {
    expect([widthOf('日本'), widthOf('e\u0301'), cutTo('日本語', 5)]).toEqual([4, 1, '日本…']);
    const bad = renderTable(['\u001b[31mred\u202e\n'], columns.slice(0, 1), { hasColour: false, columns: 80 });
    expect(bad).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('a CSV line', () => {
  it('is quoted as RFC 4180 says, and never a formula', () => {
    expect(csvLine(['a,b', 'say "x"', '=1+1', '-5', '@x', '+1', 3, null, true])).toBe(`"a,b","say ""x""",'=1+1,'-5,'@x,'+1,3,,true\n`);
  });
});

describe('a time', () => {
  it('is told by its largest unit, before and after now', () => {
    const now = '2026-03-09T12:00:00.000Z';
    expect(
      ['2026-03-09T11:59:40.000Z', '2026-03-09T10:00:00.000Z', '2026-03-10T14:00:00.000Z', '2024-03-09T12:00:00.000Z'].map(
        (at) => when(at, now).split(',')[0],
      ),
    ).toEqual(['now', '2 h ago', 'in 1 d', '2 y ago']);
    expect(when(null, now)).toBe('');
  });
});

describe('the explanation', () => {
  it('tells of a stored item what was read, what became of it, and of a sentence how it is read', async () => {
    const ports = { ...(await sampleStore()), clock: { now: () => SAMPLE_NOW }, knownFeeds: [], codeNow: null };
    const server = await startApiServer({ ports, port: 0, webRoot: null, log: { error: () => {} } });
    const { stdout } = await runCommand(['explain', 'item-refusal-1', '--url', server.url]);
    expect(stdout).toContain('made a development (leader:IN-PK, story refusal): a new status of the story');
    expect(stdout).toContain('"ruled out" refuse (ruled-out)');
    expect(await runCommand(['explain', 'nobody', '--url', server.url])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no item, story or alert with the id nobody'),
    });
    expect((await runCommand(['explain', 'refusal', '--url', server.url])).stdout).toContain('item item-refusal-1;');
    await server.close();
    expect((await runCommand(['explain', 'Putin and Trump to meet in Budapest'])).stdout).toMatch(/scheduled: Russia, (US|United States)/);
    expect((await runCommand(['explain'])).code).toBe(2);
  });
});
