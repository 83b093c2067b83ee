import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../adapters/local/ids.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { backUp } from '../../../core/pipeline/backup.ts';
import { type BackupLine, readBackupLine } from '../../../core/pipeline/backup-line.ts';
import { listDossierKeys, recodeDossier } from '../../../core/pipeline/recode.ts';
import { isEmptyStore, restore } from '../../../core/pipeline/restore.ts';
import type { Store } from '../../../core/ports.ts';
import { T0 } from '../../builders.ts';
import { endingOf } from './ending.ts';
import { live, publish, STEPS } from './saga.ts';
import { aWorld, codeLine, startProcess, subscribeAll, type World } from './small-world.ts';

async function linesOf(store: Store): Promise<readonly BackupLine[]> {
  const lines: BackupLine[] = [];
  for await (const line of backUp(store, T0)) lines.push(line);
  return lines;
}

/** Through text, as a file has it. */
async function* read(lines: readonly BackupLine[]): AsyncGenerator<BackupLine> {
  for (const line of lines) {
    const one = readBackupLine(JSON.stringify(line));
    if (one.kind === 'bad') throw new Error(one.reason);
    yield one.line;
  }
}

async function copyOf(store: Store, now = T0): Promise<Store> {
  const copy = openMemoryStore();
  await restore(read(await linesOf(store)), copy, now);
  return copy;
}

/** The saga from the first step, moved to a restored copy of its store before step `move`. */
async function playAndMove(move: number): Promise<World> {
  let world = aWorld(openMemoryStore());
  await subscribeAll(world);
  let process = startProcess(world);
  for (let step = 0; step < STEPS.length; step += 1) {
    if (step === move) {
      world = { ...world, store: await copyOf(world.store, world.clock.now()) };
      process = startProcess(world);
      await process.poll();
    }
    publish(world, step);
    await live(world, step, process);
  }
  return world;
}

const versionless = (line: BackupLine): BackupLine => {
  if (line.kind === 'dossier') return { ...line, dossier: { ...line.dossier, version: 0 } };
  return line.kind === 'feed' ? { ...line, row: { ...line.row, version: 0 } } : line;
};

describe('a restored store', async () => {
  const calm = await playAndMove(-1);
  const ending = await endingOf(calm);

  it('has the rows that were backed up, each of them', async () => {
    const lines = await linesOf(calm.store);
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(11);
    expect((await linesOf(await copyOf(calm.store))).map(versionless)).toEqual(lines.map(versionless));
  });

  it('has the dossiers whose story rows are gone by now, too', async () => {
    const none = async () => ({ rows: [], cursor: null, examined: 0, readUnits: 0 });
    const aged = { ...calm.store, archive: { ...calm.store.archive, listStories: none } };
    const keys = (lines: readonly BackupLine[]) => lines.flatMap((line) => (line.kind === 'dossier' ? [line.dossier.key] : []));
    expect(keys(await linesOf(aged))).toEqual(keys(await linesOf(calm.store)));
  });

  it('goes on as the first would have, wherever it took over: nothing told again, nothing lost, no feed read as new', async () => {
    for (let move = 1; move < STEPS.length; move += 1) {
      const world = await playAndMove(move);
      expect(world.deliveries, `moved before step ${move}`).toEqual(calm.deliveries);
      expect(await endingOf(world), `moved before step ${move}`).toEqual(ending);
    }
  });

  it('is recoded to the same stories', async () => {
    const recoded = async (store: Store) => {
      const ports = { store, ids: countingIds('recode'), clock: calm.clock, code: codeLine };
      const log = { info: () => {}, warn: () => {}, error: () => {} };
      for (const key of await listDossierKeys(store)) await recodeDossier(key, { ...ports, log }, { isDryRun: false });
      return (await linesOf(store)).filter(({ kind }) => kind === 'story' || kind === 'development' || kind === 'alert');
    };
    const copy = await copyOf(calm.store);
    const before = (await endingOf({ ...calm, store: copy })).stories;
    expect(await recoded(copy)).toEqual(await recoded(await copyOf(calm.store)));
    expect((await endingOf({ ...calm, store: copy })).stories).toEqual(before);
  });
});

describe('a restore', () => {
  it('that was cut may be done again, and says that it was cut', async () => {
    const world = await playAndMove(-1);
    const lines = await linesOf(world.store);
    const copy = openMemoryStore();
    expect(await isEmptyStore(copy)).toBe(true);
    await expect(restore(read(lines.slice(0, lines.length / 2)), copy, T0)).rejects.toThrow('the backup is cut');
    expect(await isEmptyStore(copy)).toBe(false);
    await restore(read(lines), copy, T0);
    expect((await linesOf(copy)).map(versionless)).toEqual(lines.map(versionless));
  });

  it('never mixes two stores: where another dossier stands it stops and says which', async () => {
    const [one, other] = [await playAndMove(-1), await playAndMove(-1)];
    const lines = await linesOf(one.store);
    await expect(restore(read(lines), other.store, T0)).rejects.toThrow('restoring dossier leader:');
  });

  it('names the field of a row that is not whole', () => {
    const row = {
      kind: 'development',
      row: { id: 'd', storyId: 's', dossierKey: 'k', sequence: -1, at: T0, itemId: 'i' },
      isFannedOut: true,
    };
    expect(readBackupLine(JSON.stringify(row))).toEqual({ kind: 'bad', reason: expect.stringContaining('sequence') });
    expect(readBackupLine('{"kind":"gossip"}').kind).toBe('bad');
    expect(readBackupLine('no json')).toEqual({ kind: 'bad', reason: 'this is no JSON' });
  });
});
