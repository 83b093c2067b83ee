import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const ITEMS = [
  { id: 'a', date: '2025-03-03', outlet: 'Aurora Post', title: 'Putin offers to meet Trump in Vienna' },
  { id: 'b', date: '2025-03-04T09:00:00Z', outlet: 'Borealis Daily', title: 'Putin and Trump to meet in Vienna on Friday, Kremlin says' },
  { id: 'c', date: '2025-03-04T10:00:00Z', outlet: 'Cirrus', title: 'Trump and Putin will meet in Vienna on Friday' },
  { id: 'd', date: '2025-03-05T10:00:00Z', outlet: 'Aurora Post', title: 'Town council opens new swimming pool' },
];

function aFile(lines: readonly string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'replay-')), 'items.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}
const replay = (lines: readonly string[], ...more: readonly string[]) => runCommand(['replay', '--input', aFile(lines), ...more]);

describe('summitwire replay', () => {
  it('prints one line for each alert, with the keys of the door', async () => {
    const { code, stdout, stderr } = await replay(ITEMS.map((item) => JSON.stringify(item)));
    const alerts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(alerts.map(({ item, to }) => [item, to])).toEqual([
      ['a', 'proposed'],
      ['b', 'scheduled'],
    ]);
    expect(Object.keys(alerts[0])).toEqual([
      'at',
      'kind',
      'story',
      'parties',
      'level',
      'form',
      'from',
      'to',
      'severity',
      'what',
      'item',
      'support',
    ]);
    expect(alerts[0]).toMatchObject({ at: '2025-03-03T00:00:00.000Z', kind: 'status', parties: ['RU', 'US'], level: 'leader', from: null });
  });

  it('tells only what is watched', async () => {
    const lines = ITEMS.map((item) => JSON.stringify(item));
    expect((await replay(lines, '--watch', 'CN-US')).stdout).toBe('');
    expect((await replay(lines, '--watch', 'US-RU')).stdout).not.toBe('');
  });

  it('reports a line that cannot be read, goes on, and exits with 1', async () => {
    const { code, stdout, stderr } = await replay([
      '{"id":"x"}',
      'no json',
      JSON.stringify(ITEMS[0]),
      '{"id":"y","title":"T","date":"soon"}',
    ]);
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toBe(
      'replay: line 1: title or text must be there\nreplay: line 2: not a JSON object\nreplay: line 4: date "soon" is not an ISO date or time\n',
    );
  });

  it('puts undated items before the first date at that date, and later ones right after the item before', async () => {
    const undated = ITEMS.map(({ date, ...item }) => item);
    const { stdout } = await replay([undated[0], ITEMS[1]].map((item) => JSON.stringify(item)));
    const times = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).at);
    expect(times).toEqual(['2025-03-04T09:00:00.000Z', '2025-03-04T09:00:00.000Z']);
    expect((await replay([JSON.stringify(undated[0])])).stdout).not.toContain('1900');
  });

  it('takes wrong arguments for wrong use', async () => {
    expect(await runCommand(['replay'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--input FILE is missing') });
    expect(await replay([], '--watch', 'russia')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"russia" is not party codes'),
    });
  });
});
