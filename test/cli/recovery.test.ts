import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock } from '../../adapters/local/clock.ts';
import { openLocalStore } from '../../adapters/local/local-store.ts';
import { codeItem } from '../../core/coding/code-item.ts';
import { buildLexicon } from '../../core/coding/lexicon/lexicon.ts';
import { backUp } from '../../core/pipeline/backup.ts';
import { type BackupLine, readBackupLine } from '../../core/pipeline/backup-line.ts';
import { listDossierKeys, recodeDossier } from '../../core/pipeline/recode.ts';
import { restore } from '../../core/pipeline/restore.ts';
import { sendAlerts } from '../../core/pipeline/send-alerts.ts';
import { sweep } from '../../core/pipeline/sweep.ts';
import { runCommand } from './run-command.ts';

/** A store as the first release wrote it, with the news of the demo. It stays as it is: later releases must read it. */
const FIRST_RELEASE = new URL('../fixtures/stores/first-release.jsonl', import.meta.url).pathname;
const LINES = readFileSync(FIRST_RELEASE, 'utf8').trim().split('\n');
/** The day after its last row. */
const NOW = '2022-02-24T00:00:00.000Z';
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const everything = { limit: 1000, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };

async function* linesOf(texts: readonly string[]): AsyncGenerator<BackupLine> {
  for (const text of texts) {
    const read = readBackupLine(text);
    if (read.kind === 'bad') throw new Error(`${read.reason} in ${text.slice(0, 100)}`);
    yield read.line;
  }
}

describe('a store of the first release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-release-'));
  const clock = virtualClock(NOW);
  let local: Awaited<ReturnType<typeof openLocalStore>>;
  const storiesNow = async () =>
    (await local.store.archive.listStories(everything)).rows
      .map(({ story }) => `${story.id} ${story.parties.join('-')} ${story.level} ${story.status} ${story.sequence}`)
      .sort();
  const storiesThen = LINES.map((text) => JSON.parse(text))
    .filter(({ kind }) => kind === 'story')
    .map(({ row: { story } }) => `${story.id} ${story.parties.join('-')} ${story.level} ${story.status} ${story.sequence}`)
    .sort();

  beforeAll(async () => {
    local = await openLocalStore({ path: folder, clock, retentionDays: 3650 });
    await restore(linesOf(LINES), local.store, NOW);
  });
  afterAll(async () => {
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read whole, and written down again with the same rows', async () => {
    const again: string[] = [];
    for await (const line of backUp(local.store, NOW)) again.push(line.kind);
    expect(again.sort()).toEqual(LINES.map((text) => JSON.parse(text).kind).sort());
    expect(await storiesNow()).toEqual(storiesThen);
  });

  it('has nothing to tell that was told', async () => {
    const sent: string[] = [];
    const channels = [
      {
        channel: 'terminal' as const,
        send: async (_: unknown, { id }: { readonly id: string }) => {
          sent.push(id);
          return { kind: 'sent' as const, receipt: null };
        },
      },
    ];
    const ports = { store: local.store, clock, log: silent, watch: [], channels, ids: { next: () => 'sweeper' } };
    await sweep(ports);
    const alerts = (await local.store.archive.listAlerts(everything)).rows;
    await sendAlerts(
      alerts.map(({ id }) => id),
      ports,
    );
    expect(sent).toEqual([]);
    expect(alerts.filter(({ state }) => state !== 'sent')).toEqual([]);
  });

  it('has the same stories when it is read anew under the rules of today', async () => {
    const lexicon = buildLexicon();
    const code = (input: Parameters<typeof codeItem>[0]) => codeItem(input, lexicon);
    const ports = { store: local.store, clock, log: silent, ids: { next: () => 'recoder' }, code };
    const keys = await listDossierKeys(local.store);
    expect(keys).toHaveLength(9);
    for (const key of keys) await recodeDossier(key, ports, { isDryRun: false });
    const names = (lines: readonly string[]) => lines.map((line) => line.split(' ').slice(0, 3).join(' '));
    expect(names(await storiesNow())).toEqual(expect.arrayContaining(names(storiesThen)));
  });
});

describe('the commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recovery-'));
  const run = (...args: string[]) => runCommand([...args, '--config', folder]);
  beforeAll(() => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ storage: { path: join(folder, 'data'), retentionDays: 3650 } }));
    writeFileSync(join(folder, 'feeds.json'), '[]');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('import a backup into an empty store, export it for the owner’s eyes alone, and never mix two stores', async () => {
    const first = await run('import', FIRST_RELEASE);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^restored: \d+ dossiers, \d+ stories, .* 12 feeds\n$/);
    const file = join(folder, 'again.jsonl');
    expect((await run('export', '--all', '--output', file)).code).toBe(0);
    expect(statSync(file).mode & 0o077).toBe(0);
    const written = readFileSync(file, 'utf8').trim().split('\n');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ kind: 'summitwire-backup', form: 1 });
    expect(JSON.parse(written.at(-1) ?? '')).toEqual({ kind: 'end', rows: written.length - 2 });
    const second = await run('import', FIRST_RELEASE);
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('the store is not empty')]);
    expect((await run('import', FIRST_RELEASE, '--again')).code).toBe(0);
  });

  it('refuse a backup that was cut or changed, and name the line', async () => {
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, LINES.slice(0, 40).join('\n'));
    expect((await run('import', file, '--again')).stderr).toContain('the backup is cut: 39 rows');
    writeFileSync(file, LINES.map((text, n) => (n === 3 ? '{"kind":"story"}' : text)).join('\n'));
    expect((await run('import', file, '--again')).stderr).toContain('line 4 of the backup: row');
  });
});
