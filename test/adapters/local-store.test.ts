import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { virtualClock } from '../../adapters/local/clock.ts';
import { openLocalStore } from '../../adapters/local/local-store.ts';
import { findStoreOwner, LOCK_FILE, lockStore, StoreOwnedError } from '../../adapters/local/store-lock.ts';
import { aFeedState, anAlert, anItem, anItemRecord, T0 } from '../builders.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'summitwire-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const open = (clock = virtualClock(T0)) => openLocalStore({ path: folder, clock, retentionDays: 30 });

describe('the local store', () => {
  test('keeps its data over a restart', async () => {
    const first = await open();
    await first.store.feeds.writeState(aFeedState());
    await first.store.items.add([anItemRecord()]);
    await first.close();
    const second = await open();
    expect(await second.store.feeds.readState('example-wire')).toEqual(aFeedState());
    expect(await second.store.items.get('item-1')).toEqual(anItemRecord());
    await second.close();
    expect(readdirSync(folder)).toEqual(['db']);
  });

  test('does what TTL does: hides what is over at once, deletes it when it cleans up', async () => {
    const clock = virtualClock(T0);
    const opened = await open(clock);
    await opened.store.items.add([
      anItemRecord(),
      anItemRecord({ item: anItem({ id: 'younger', firstSeenAt: '2026-03-25T08:00:00.000Z' }) }),
    ]);
    await opened.store.feeds.writeState(aFeedState());
    expect(await opened.cleanUp()).toBe(0);
    clock.set('2026-04-01T08:00:00.000Z');
    expect(await opened.store.items.get('item-1')).toBeNull();
    expect(await opened.cleanUp()).toBe(1);
    expect(await opened.store.items.get('younger')).not.toBeNull();
    expect(await opened.store.feeds.readState('example-wire')).not.toBeNull();
    await opened.close();
  });

  test('after its owner died, what waits for work is found again, though its entry in the index was lost', async () => {
    const first = await open();
    await first.store.alerts.add(anAlert({ state: 'pending', attempts: 0, sentAt: null }));
    await first.close();
    expect(await loseWorkEntries(join(folder, 'db'))).toBe(1);
    const careless = await open();
    expect(await careless.store.work.listDue('9999', 10)).toEqual([]);
    await careless.close();
    writeFileSync(join(folder, LOCK_FILE), JSON.stringify(deadOwner()));
    const careful = await open();
    expect(await careful.mended).toBe(1);
    expect(await careful.store.work.listDue('9999', 10)).toEqual([{ kind: 'alert', id: 'alert-1', dueAt: expect.any(String) }]);
    await careful.close();
  });
});

/** As a kill leaves it between the index and the row: the entries of gsi3 are gone, the rows stand. */
async function loseWorkEntries(path: string): Promise<number> {
  const require = createRequire(createRequire(import.meta.url).resolve('dynalite'));
  const { Level } = require('level');
  const level = new Level(path, { valueEncoding: 'json' });
  const keys: string[] = [];
  for await (const key of level.keys({ gte: 'index-global~summitwire~gsi3~', lt: 'index-global~summitwire~gsi3~\xff' })) keys.push(key);
  for (const key of keys) await level.del(key);
  await level.close();
  return keys.length;
}

const deadOwner = () => {
  const gone = spawnSync(process.execPath, ['-e', '']);
  return { pid: gone.pid, processStart: null, startedAt: T0, apiUrl: 'http://127.0.0.1:1' };
};

describe('the lock of the local store', () => {
  test('a second process hears who owns the store and where its API answers', async () => {
    const owner = await open();
    owner.announce('http://127.0.0.1:8787');
    const script = `import { lockStore } from './adapters/local/store-lock.ts'; try { lockStore(process.argv[1], '${T0}'); } catch (error) { console.log(error.name + ': ' + error.message); }`;
    const other = await said(['--import', 'tsx', '--input-type=module', '-e', script, folder]);
    expect(other).toContain('StoreOwnedError');
    expect(other).toContain(`process ${process.pid}`);
    expect(other).toContain('http://127.0.0.1:8787');
    expect(findStoreOwner(folder)).toMatchObject({ pid: process.pid, apiUrl: 'http://127.0.0.1:8787' });
    await owner.close();
    expect(findStoreOwner(folder)).toBeNull();
  });

  test('one process cannot take a store twice', () => {
    const lock = lockStore(folder, T0);
    expect(() => lockStore(folder, T0)).toThrow(StoreOwnedError);
    lock.release();
    lockStore(folder, T0).release();
  });

  test('takes over from a process that is gone, and says so', () => {
    writeFileSync(join(folder, LOCK_FILE), JSON.stringify(deadOwner()));
    expect(findStoreOwner(folder)).toBeNull();
    const lock = lockStore(folder, T0);
    expect(lock.wasAbandoned).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, LOCK_FILE), 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  test.runIf(process.platform === 'linux')('a pid that was given to another process is not the owner', () => {
    writeFileSync(join(folder, LOCK_FILE), JSON.stringify({ ...deadOwner(), pid: process.pid, processStart: '1' }));
    expect(findStoreOwner(folder)).toBeNull();
    expect(lockStore(folder, T0).wasAbandoned).toBe(true);
  });

  test('a lock that cannot be read is an abandoned one', () => {
    writeFileSync(join(folder, LOCK_FILE), '{"pid":');
    expect(lockStore(folder, T0).wasAbandoned).toBe(true);
  });
});

function said(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (text += bytes.toString()));
  return new Promise((done) => child.on('exit', () => done(text)));
}
