import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startApiServer } from '../../adapters/local/api-server.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { countingIds } from '../../adapters/local/ids.ts';
import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import { lockStore } from '../../adapters/local/store-lock.ts';
import { ownCorrections } from '../../cli/correcting/own-corrections.ts';
import { absorbItems } from '../../core/pipeline/absorb.ts';
import type { Store } from '../../core/ports.ts';
import { aCodedItem, aContact, anItem, T0 } from '../builders.ts';
import { runCommand } from './run-command.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

describe('corrections beside a running instance', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summitwire-'));
  let store: Store;
  let server: RunningServer;
  let storyId = '';
  let token = '';
  let release = () => {};
  beforeAll(async () => {
    store = openMemoryStore();
    const ports = { store, clock: virtualClock(T0), ids: countingIds('t'), log, watch: [] };
    await absorbItems([{ item: anItem(), isBaseline: false }], { ...ports, code: () => aCodedItem({ contacts: [aContact()] }) });
    const listing = { limit: 1, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };
    storyId = (await store.archive.listStories(listing)).rows[0]?.story.id ?? '';
    const corrections = ownCorrections(ports);
    token = corrections.token;
    server = await startApiServer({
      ports: { ...store, clock: ports.clock, knownFeeds: [], codeNow: null },
      port: 0,
      webRoot: null,
      log,
      corrections,
    });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ storage: { path: join(folder, 'data') } }));
    writeFileSync(join(folder, 'feeds.json'), '[]');
    const lock = lockStore(join(folder, 'data'), T0);
    lock.announce(server.url, corrections.token);
    release = lock.release;
  });
  afterAll(async () => {
    release();
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/corrections`, { method: 'POST', body: JSON.stringify(body), headers });

  it('are done by that instance, at the word of the same command', async () => {
    const { code, stderr } = await runCommand(['mute', storyId, '--config', folder]);
    expect([code, stderr]).toEqual([0, '']);
    expect((await store.archive.getStory(storyId))?.story.isMuted).toBe(true);
  });

  it('say in words why not', async () => {
    const { code, stderr } = await runCommand(['mute', 'nobody', '--config', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('there is no story nobody');
  });

  it('need the token, which only the owner of the store can read', async () => {
    const body = { request: { kind: 'mute', story: storyId, isMuted: false }, by: 'a page', note: null };
    expect((await post(body)).status).toBe(403);
    expect((await post(body, { authorization: 'Bearer guess' })).status).toBe(403);
    expect((await store.archive.getStory(storyId))?.story.isMuted).toBe(true);
    expect(statSync(join(folder, 'data', 'owner.json')).mode & 0o077).toBe(0);
  });

  it('refuse a body that is wrong, and name what is', async () => {
    const response = await post(
      { request: { kind: 'status', story: storyId, status: 'maybe', date: null, place: null }, by: 'me', note: null },
      { authorization: `Bearer ${token}` },
    );
    expect([response.status, JSON.parse(await response.text()).detail]).toEqual([400, expect.stringContaining('request.status')]);
    expect((await post('x'.repeat(60_000), { authorization: `Bearer ${token}` })).status).toBe(400);
  });

  it('are not there where nobody lets them in', async () => {
    const closed = await startApiServer({
      ports: { ...store, clock: virtualClock(T0), knownFeeds: [], codeNow: null },
      port: 0,
      webRoot: null,
      log,
    });
    expect((await fetch(`${closed.url}/corrections`, { method: 'POST' })).status).toBe(405);
    await closed.close();
  });
});
