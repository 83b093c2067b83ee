import { describe, expect, test } from 'vitest';
import { openDynamoStore } from '../../../adapters/aws/dynamo-store.ts';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { LOCAL_TABLE, openDynalite } from '../../../adapters/local/dynalite-server.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { seededRandom } from '../../../adapters/local/random.ts';
import { STATUSES } from '../../../core/coding/codebook/coded-item.ts';
import { type AbsorbInput, absorbItems } from '../../../core/pipeline/absorb.ts';
import { commitDossier, DossierBusyError, OUTBOX_PATIENCE_MS } from '../../../core/pipeline/commit.ts';
import { retryParked } from '../../../core/pipeline/retry-parked.ts';
import { sweep } from '../../../core/pipeline/sweep.ts';
import type { Store } from '../../../core/ports.ts';
import { aDevelopment, aDossier, anItem, aStory, T0 } from '../../builders.ts';
import { codeLine, minutesAfter } from './small-world.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const portsOf = (store: Store) => ({
  ...{ store, clock: virtualClock(T0), ids: countingIds(), log: quiet, code: codeLine, watch: [], channels: [] },
});
const says = (id: string, title: string, part: Parameters<typeof anItem>[0] = {}): AbsorbInput => ({
  item: anItem({ id, title, sourceKind: 'official', ...part }),
  isBaseline: false,
});
const KEY = 'leader:RU-US';

/** Counts the writes of dossiers; everything else goes through. */
function counted(store: Store): { readonly store: Store; commits(): number } {
  let commits = 0;
  const dossiers: Store['dossiers'] = {
    ...store.dossiers,
    commit: (...args) => {
      commits += 1;
      return store.dossiers.commit(...args);
    },
  };
  return { store: { ...store, dossiers }, commits: () => commits };
}

async function openOnDynalite() {
  const database = await openDynalite(null);
  const settings = { client: database.client, tableName: LOCAL_TABLE, clock: virtualClock(T0), retentionDays: 400 };
  return { store: openDynamoStore(settings), close: database.close };
}

describe('two writers of one dossier', () => {
  test.each([
    ['the memory twin', async () => ({ store: openMemoryStore(), close: async () => {} })],
    ['dynalite', openOnDynalite],
  ])('end with the facts of both and one story, though both began from the same version (%s)', async (_, open) => {
    const { store: inner, close } = await open();
    let waiting: (() => void)[] = [];
    let reads = 0;
    const together: Store['dossiers'] = {
      ...inner.dossiers,
      read: async (key) => {
        const record = await inner.dossiers.read(key);
        reads += 1;
        if (reads > 2) return record;
        await new Promise<void>((go) => {
          waiting.push(go);
          if (reads === 2) {
            for (const each of waiting) each();
            waiting = [];
          }
        });
        return record;
      },
    };
    const ports = portsOf({ ...inner, dossiers: together });
    await Promise.all([
      absorbItems([says('i1', 'RU-US proposed')], ports),
      absorbItems([says('i2', 'RU-US scheduled Budapest 2026-03-20', { effectiveAt: minutesAfter(T0, 1) })], ports),
    ]);
    const dossier = await inner.dossiers.get(KEY);
    expect(dossier?.version).toBe(2);
    expect(dossier?.stories).toHaveLength(1);
    expect(dossier?.stories[0]?.facts.map(({ status }) => status).sort()).toEqual(['proposed', 'scheduled']);
    expect(reads).toBe(3);
    await close();
  });

  test('a writer that always loses gives up with an error that says a retry can help', async () => {
    const inner = openMemoryStore();
    const ports = portsOf({ ...inner, dossiers: { ...inner.dossiers, commit: async () => 'conflict' } });
    const change = () => ({ dossier: aDossier({ stories: [aStory()] }), developments: [], decisions: [] });
    await expect(commitDossier(KEY, change, ports)).rejects.toThrow(DossierBusyError);
    await expect(commitDossier(KEY, change, ports)).rejects.toMatchObject({ isRetryable: true });
    await expect(commitDossier(KEY, change, ports)).rejects.toThrow('may be absorbed again');
  });

  test('a writer takes over what a dead one owed, and pays it', async () => {
    const store = openMemoryStore();
    const owed = aDevelopment({ id: 'owed', storyId: 'story-1' });
    await store.dossiers.commit(
      aDossier({ stories: [aStory()] }),
      { developments: [owed], stories: [aStory()], denials: [], dueAt: minutesAfter(T0, 1) },
      'dead',
    );
    const change = (dossier: ReturnType<typeof aDossier> | null) => ({
      dossier: { ...aDossier(dossier ?? {}), episodes: 7 },
      developments: [aDevelopment({ id: 'new', storyId: 'story-1', sequence: 2 })],
      decisions: [],
    });
    await commitDossier(KEY, change, portsOf(store));
    expect(await store.developments.get('owed')).toEqual(owed);
    expect((await store.developments.get('new'))?.sequence).toBe(2);
    expect((await store.archive.getStory('story-1'))?.dossierKey).toBe(KEY);
    expect((await store.dossiers.read(KEY))?.outbox).toBeNull();
  });

  test('the sweep pays an outbox whose writer died, and leaves a living writer its time', async () => {
    const store = openMemoryStore();
    const ports = portsOf(store);
    const dueAt = new Date(Date.parse(T0) + OUTBOX_PATIENCE_MS).toISOString();
    await store.dossiers.commit(aDossier(), { developments: [aDevelopment({ id: 'owed' })], stories: [], denials: [], dueAt }, 'dead');
    expect((await sweep(ports)).outboxes).toBe(0);
    ports.clock.set(dueAt);
    expect((await sweep(ports)).outboxes).toBe(1);
    expect(await store.developments.read('owed')).toMatchObject({ isFannedOut: true });
  });

  test('reports about a merged dossier go to the one it was merged into', async () => {
    const store = openMemoryStore();
    await store.dossiers.commit(aDossier({ key: KEY, mergedInto: 'leader:EU-RU-US' }), null, 'merge');
    await store.dossiers.commit(aDossier({ key: 'leader:EU-RU-US', parties: ['EU', 'RU', 'US'] }), null, 'target');
    const absorbed = await absorbItems([says('i1', 'RU-US proposed')], portsOf(store));
    expect(absorbed.records[0]?.decisions[0]?.dossierKey).toBe('leader:EU-RU-US');
    expect((await store.dossiers.get('leader:EU-RU-US'))?.stories).toHaveLength(1);
    expect((await store.dossiers.get(KEY))?.version).toBe(1);
  });
});

describe('repeats', () => {
  test('a known fact writes no dossier, however many items repeat it, and the dossier stays as small', { timeout: 120_000 }, async () => {
    const inner = openMemoryStore();
    const { store, commits } = counted(inner);
    const ports = portsOf(store);
    const report = (n: number): AbsorbInput =>
      says(`i${n}`, 'RU-US scheduled Budapest 2026-03-20', {
        ...{ outlet: `Outlet ${n}`, feedId: `feed-${n % 50}`, link: `https://news.example/${n}` },
        effectiveAt: new Date(Date.parse(T0) + n * 1000).toISOString(),
      });
    for (let n = 0; n < 20; n += 1) await absorbItems([report(n)], ports);
    const after20 = { commits: commits(), bytes: JSON.stringify(await inner.dossiers.get(KEY)).length };
    for (let n = 20; n < 10_000; n += 1) await absorbItems([report(n)], ports);
    expect(commits() - after20.commits).toBe(0);
    expect(JSON.stringify(await inner.dossiers.get(KEY)).length).toBe(after20.bytes);
    expect(after20.bytes).toBeLessThan(20_000);
    expect(after20.commits).toBeLessThanOrEqual(9);
  });

  test('a dossier stays under 100 kB also when every item says something else', { timeout: 120_000 }, async () => {
    const store = openMemoryStore();
    const ports = portsOf(store);
    const random = seededRandom(3);
    let largest = 0;
    for (let n = 0; n < 1_500; n += 1) {
      const status = STATUSES[Math.floor(random.next() * STATUSES.length)];
      const day = 10 + Math.floor(random.next() * 20);
      const title = `RU-US ${status} Place${n} 2026-0${1 + Math.floor(random.next() * 9)}-${day}`;
      const effectiveAt = minutesAfter(T0, n * 60 * random.next());
      ports.clock.set(effectiveAt);
      await absorbItems(
        [says(`i${n}`, title, { outlet: `The ${n}th Outlet of a Long Name`, effectiveAt, firstSeenAt: effectiveAt })],
        ports,
      );
      if (n % 100 === 99) largest = Math.max(largest, Buffer.byteLength(JSON.stringify(await store.dossiers.get(KEY))));
    }
    expect(largest).toBeGreaterThan(5_000);
    expect(largest).toBeLessThan(100_000);
  });

  test('an item that says nothing makes no dossier', async () => {
    const { store, commits } = counted(openMemoryStore());
    await absorbItems([says('i1', 'the weather stays fine')], portsOf(store));
    expect(commits()).toBe(0);
    expect(await store.items.get('i1')).not.toBeNull();
  });

  test('all new items of one poll that touch a dossier are one write', async () => {
    const { store, commits } = counted(openMemoryStore());
    await absorbItems(
      [says('i1', 'RU-US proposed'), says('i2', 'RU-US agreed'), says('i3', 'RU-US scheduled Budapest 2026-03-20')],
      portsOf(store),
    );
    expect(commits()).toBe(1);
  });
});

test('an item that cannot be coded is parked with its error, and its neighbours go on', async () => {
  const store = openMemoryStore();
  const code = (input: Parameters<typeof codeLine>[0]) => {
    if (input.id === 'bad') throw new Error('too deep');
    return codeLine(input);
  };
  const absorbed = await absorbItems([says('bad', 'RU-US agreed'), says('good', 'RU-US proposed')], { ...portsOf(store), code });
  expect(absorbed.parked.map(({ itemId, error }) => `${itemId}: ${error}`)).toEqual(['bad: coding: too deep']);
  expect((await store.archive.listParkedItems({ limit: 9, cursor: null })).rows).toHaveLength(1);
  expect(await store.items.get('good')).not.toBeNull();
  expect(await store.dossiers.get(KEY)).not.toBeNull();
});

test('what an older version could not read is taken in by a later one, once and in silence', async () => {
  const store = openMemoryStore();
  const broken = { ...portsOf(store), code: () => raise('too deep') };
  await absorbItems([says('bad', 'RU-US agreed'), says('worse', 'CN-US agreed')], broken);
  const mended = {
    ...portsOf(store),
    code: (input: Parameters<typeof codeLine>[0]) => (input.id === 'worse' ? raise('still') : codeLine(input)),
  };
  expect(await retryParked(mended, { isDryRun: true })).toEqual({ takenIn: 1, left: 1 });
  expect(await store.items.get('bad')).toBeNull();
  expect(await retryParked(mended, { isDryRun: false })).toEqual({ takenIn: 1, left: 1 });
  expect((await store.archive.listParkedItems({ limit: 9, cursor: null })).rows.map(({ itemId }) => itemId)).toEqual(['worse']);
  expect((await store.items.get('bad'))?.decisions).toMatchObject([{ outcome: 'untold' }]);
  expect((await store.dossiers.get(KEY))?.stories).toMatchObject([{ status: 'agreed', sequence: 0 }]);
});

test('a dossier that older rules made is rebuilt from its items before it hears anything new, and nothing is told again', async () => {
  const store = openMemoryStore();
  const ports = portsOf(store);
  await absorbItems([says('i1', 'RU-US proposed')], ports);
  const before = await store.dossiers.get(KEY);
  if (before === null) throw new Error('no dossier');
  await store.dossiers.commit({ ...before, rulesVersion: 0, version: before.version + 1 }, null, 'older rules');
  const told = await absorbItems([says('i2', 'RU-US agreed', { effectiveAt: minutesAfter(T0, 1) })], ports);
  const after = await store.dossiers.get(KEY);
  expect(after?.rulesVersion).toBe(before.rulesVersion);
  expect(after?.stories.map(({ id }) => id)).toEqual(before.stories.map(({ id }) => id));
  expect(after?.stories[0]?.facts.map(({ firstItemId }) => firstItemId)).toEqual(['i1', 'i2']);
  expect(told.developments.every(({ itemId }) => itemId === 'i2')).toBe(true);
});

function raise(message: string): never {
  throw new Error(message);
}
