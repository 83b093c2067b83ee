import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listing, OccasionListing, Outbox, Store, StoryRow } from '../../core/ports.ts';
import {
  aDenialRecord,
  aDevelopment,
  aDossier,
  aFeedState,
  anAlert,
  anItem,
  anItemRecord,
  aStory,
  aSubscription,
  T0,
} from '../builders.ts';

export type OpenedStore = { readonly store: Store; close(): Promise<void> };

const at = (minutes: number): string => new Date(Date.parse(T0) + minutes * 60_000).toISOString();
const everything = <T>(part: Partial<Listing<T>> = {}): Listing<T> => ({
  ...{ limit: 10, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true },
  ...part,
});
const outboxOf = (part: Partial<Outbox> = {}): Outbox => ({ developments: [], stories: [], denials: [], dueAt: at(1), ...part });
const decisionIn = (dossierKey: string, itemId: string) => ({
  ...{ itemId, dossierKey, storyId: null, runnerUp: null, outcome: 'repeat' as const, developmentIds: [], reason: 'said before' },
});

/** What every store must do, whatever it is made of. Each test uses ids of its own, so that they share one store. */
export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the store contract: ${name}`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    describeFeeds(() => store);
    describeItems(() => store);
    describeDossiers(() => store);
    describeDevelopments(() => store);
    describeAlerts(() => store);
    describeListings(() => store);
  });
}

function describeFeeds(the: () => Store): void {
  test('knows nothing of a feed that was never polled', async () => {
    expect(await the().feeds.readState('nobody')).toBeNull();
    expect(await the().feeds.readSeen('nobody')).toBeNull();
  });

  test('keeps a feed state and refuses a write on an older version', async () => {
    const first = aFeedState({ feedId: 'f1', etag: '"a"' });
    expect(await the().feeds.writeState(first)).toBe('stored');
    expect(await the().feeds.writeState({ ...first, etag: '"other"' })).toBe('conflict');
    expect(await the().feeds.writeState({ ...first, version: 3 })).toBe('conflict');
    expect(await the().feeds.writeState({ ...first, version: 2, etag: '"b"' })).toBe('stored');
    expect(await the().feeds.readState('f1')).toEqual({ ...first, version: 2, etag: '"b"' });
  });

  test('keeps what it does not know of a row', async () => {
    const fromLater = { ...aFeedState({ feedId: 'f-later' }), newField: { deep: [1, 2] } };
    await the().feeds.writeState(fromLater);
    expect(await the().feeds.readState('f-later')).toEqual(fromLater);
  });

  test('keeps seen keys byte for byte, by version', async () => {
    const keys = Uint8Array.from({ length: 32_000 }, (_, i) => i % 256);
    expect(await the().feeds.writeSeen('f2', 1, keys)).toBe('stored');
    expect(await the().feeds.writeSeen('f2', 1, keys.slice(8))).toBe('conflict');
    const seen = await the().feeds.readSeen('f2');
    expect(seen?.version).toBe(1);
    expect(Buffer.from(seen?.keys ?? []).equals(Buffer.from(keys))).toBe(true);
  });

  test('puts only feeds into the schedule that differ from their default, and takes them out again', async () => {
    const held = aFeedState({ feedId: 'f3', holdUntil: at(60) });
    await the().feeds.writeState(held);
    await the().feeds.writeState(aFeedState({ feedId: 'f4' }));
    expect((await the().feeds.readSchedule()).get('f3')).toMatchObject({ holdUntil: at(60), isStopped: false });
    expect((await the().feeds.readSchedule()).has('f4')).toBe(false);
    await the().feeds.writeState({ ...held, version: 2, holdUntil: null });
    expect((await the().feeds.readSchedule()).has('f3')).toBe(false);
  });

  test('lists feed states by id, page by page', async () => {
    for (const feedId of ['list-a', 'list-b', 'list-c']) await the().feeds.writeState(aFeedState({ feedId }));
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Store['archive']['listFeedStates']>> = await the().archive.listFeedStates({ limit: 2, cursor });
      ids.push(...page.rows.map(({ feedId }) => feedId));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(ids.filter((id) => id.startsWith('list-'))).toEqual(['list-a', 'list-b', 'list-c']);
  });

  test('remembers the last sign of life of each worker', async () => {
    await the().feeds.recordLiveness('w1', at(0), { checked: 5, changed: 1, failed: 0 });
    await the().feeds.recordLiveness('w1', at(1), { checked: 6, changed: 0, failed: 2 });
    const mine = (await the().archive.readLiveness()).filter(({ worker }) => worker === 'w1');
    expect(mine).toEqual([{ worker: 'w1', at: at(1), checked: 6, changed: 0, failed: 2 }]);
  });

  test('a feed’s trouble is work until it was told, and is left once', async () => {
    const event = { id: 'trouble-1', feedId: 'f', outlet: 'F', kind: 'dead' as const, since: at(1), at: at(2), what: 'It is gone.' };
    const work = { kind: 'feed_health', id: 'trouble-1', dueAt: at(2) };
    await the().feeds.leaveHealthEvent(event);
    expect(await the().work.listDue(at(1), 50)).not.toContainEqual(work);
    expect(await the().work.listDue(at(2), 50)).toContainEqual(work);
    expect(await the().feeds.readHealthEvent('trouble-1')).toEqual(event);
    await the().feeds.settleHealthEvent('trouble-1');
    await the().feeds.leaveHealthEvent({ ...event, what: 'again' });
    await the().feeds.settleHealthEvent('never-left');
    expect(await the().work.listDue(at(9), 50)).not.toContainEqual(work);
    expect(await the().feeds.readHealthEvent('never-left')).toBeNull();
    expect(await the().feeds.readHealthEvent('trouble-1')).toEqual(event);
  });
}

function describeItems(the: () => Store): void {
  test('keeps the first copy of an item and ignores the second', async () => {
    const first = anItemRecord({ item: anItem({ id: 'i1', title: 'first' }) });
    await the().items.add([first]);
    await the().items.add([anItemRecord({ item: anItem({ id: 'i1', title: 'second' }) })]);
    expect(await the().items.get('i1')).toEqual(first);
    expect(await the().items.get('i-none')).toBeNull();
  });

  test('keeps a long item whole', async () => {
    const record = anItemRecord({ item: anItem({ id: 'i-long', content: 'ÄΩ中 '.repeat(8_000) }) });
    await the().items.add([record]);
    expect(await the().items.get('i-long')).toEqual(record);
  });

  test('lists the items of a dossier, newest first, each once', async () => {
    const records = [1, 2, 3].map((n) =>
      anItemRecord({
        item: anItem({ id: `d-item-${n}`, firstSeenAt: at(n) }),
        decisions: [decisionIn('leader:AA-BB', `d-item-${n}`), decisionIn('minister:AA-BB', `d-item-${n}`)],
      }),
    );
    await the().items.add(records);
    await the().items.add(records);
    const page = await the().items.listByDossier('leader:AA-BB', { limit: 2, cursor: null });
    expect(page.rows.map(({ item }) => item.id)).toEqual(['d-item-3', 'd-item-2']);
    const rest = await the().items.listByDossier('leader:AA-BB', { limit: 2, cursor: page.cursor });
    expect(rest.rows.map(({ item }) => item.id)).toEqual(['d-item-1']);
    expect(rest.cursor).toBeNull();
    const byPair = await the().archive.listItems(everything({ parties: ['AA', 'BB'] }));
    expect(byPair.rows.map(({ item }) => item.id)).toEqual(['d-item-3', 'd-item-2', 'd-item-1']);
  });

  test('keeps a parked item with its error until it is taken in after all', async () => {
    const parked = { feedId: 'f1', itemId: 'p1', title: 'broken', error: 'coding: too deep', attempts: 3, at: at(5) };
    await the().items.park(parked);
    expect((await the().archive.listParkedItems({ limit: 10, cursor: null })).rows).toEqual([parked]);
    await the().items.unpark({ feedId: 'f1', itemId: 'another' });
    expect((await the().archive.listParkedItems({ limit: 10, cursor: null })).rows).toHaveLength(1);
    await the().items.unpark(parked);
    expect((await the().archive.listParkedItems({ limit: 10, cursor: null })).rows).toEqual([]);
  });
}

function describeDossiers(the: () => Store): void {
  test('commits a dossier once per version; a second writer is refused', async () => {
    const dossier = aDossier({ key: 'leader:D1', version: 1, stories: [aStory()] });
    expect(await the().dossiers.commit(dossier, null, 'token-a')).toBe('stored');
    expect(await the().dossiers.commit({ ...dossier, level: 'envoy' }, null, 'token-b')).toBe('conflict');
    expect(await the().dossiers.commit({ ...dossier, version: 3 }, null, 'token-c')).toBe('conflict');
    expect(await the().dossiers.get('leader:D1')).toEqual(dossier);
  });

  test('takes a conflict that finds our own token for our success', async () => {
    const dossier = aDossier({ key: 'leader:D2', version: 1 });
    await the().dossiers.commit(dossier, null, 'token-a');
    expect(await the().dossiers.commit(dossier, null, 'token-a')).toBe('stored');
  });

  test('of racing writers of one version just one wins', async () => {
    const tries = Array.from({ length: 20 }, (_, n) =>
      the().dossiers.commit(aDossier({ key: 'leader:D3', version: 1, episodes: n }), null, `token-${n}`),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === 'stored')).toHaveLength(1);
    expect((await the().dossiers.get('leader:D3'))?.episodes).toBe(answers.indexOf('stored'));
  });

  test('keeps the outbox beside the dossier until the writer of that version clears it', async () => {
    const dossier = aDossier({ key: 'leader:D4', version: 1 });
    const outbox = outboxOf({ developments: [aDevelopment({ id: 'out-1' })], stories: [aStory()], denials: [aDenialRecord()] });
    await the().dossiers.commit(dossier, outbox, 'a');
    expect(await the().dossiers.read('leader:D4')).toEqual({ dossier, outbox });
    const later = { ...dossier, version: 2 };
    await the().dossiers.commit(later, outbox, 'b');
    await the().dossiers.clearOutbox(dossier);
    expect((await the().dossiers.read('leader:D4'))?.outbox).toEqual(outbox);
    await the().dossiers.clearOutbox(later);
    expect((await the().dossiers.read('leader:D4'))?.outbox).toBeNull();
  });

  test('an outbox is work once its time has come; a dossier without one is looked at again when it asked for it', async () => {
    const dossier = aDossier({ key: 'leader:D5', version: 1, lookAgainAt: at(3) });
    await the().dossiers.commit(dossier, outboxOf({ dueAt: at(2) }), 'a');
    expect(await the().work.listDue(at(1), 50)).not.toContainEqual({ kind: 'outbox', key: 'leader:D5', dueAt: at(2) });
    expect(await the().work.listDue(at(2), 50)).toContainEqual({ kind: 'outbox', key: 'leader:D5', dueAt: at(2) });
    expect(await the().dossiers.listDue(at(9), 50)).not.toContain('leader:D5');
    await the().dossiers.clearOutbox(dossier);
    expect(await the().work.listDue(at(9), 50)).not.toContainEqual({ kind: 'outbox', key: 'leader:D5', dueAt: at(2) });
    expect(await the().dossiers.listDue(at(2), 50)).not.toContain('leader:D5');
    expect(await the().dossiers.listDue(at(3), 50)).toContain('leader:D5');
    await the().dossiers.commit({ ...dossier, version: 2, lookAgainAt: null }, null, 'b');
    expect(await the().dossiers.listDue(at(9), 50)).not.toContain('leader:D5');
  });

  test('an older copy of a story or a denial never replaces a newer one', async () => {
    await the().stories.putStory(aStory({ id: 's-copy', place: 'new' }), 'leader:RU-US', 5);
    await the().stories.putStory(aStory({ id: 's-copy', place: 'old' }), 'leader:RU-US', 4);
    expect(await the().archive.getStory('s-copy')).toEqual({ story: aStory({ id: 's-copy', place: 'new' }), dossierKey: 'leader:RU-US' });
    await the().stories.putDenial(aDenialRecord({ id: 'den-copy', dossierKey: 'denier:QQ', claim: 'new' }), 5);
    await the().stories.putDenial(aDenialRecord({ id: 'den-copy', dossierKey: 'denier:QQ', claim: 'old' }), 4);
    const page = await the().archive.listDenials(everything({ parties: ['QQ'] }));
    expect(page.rows.map(({ claim }) => claim)).toEqual(['new']);
    expect(await the().archive.getStory('s-none')).toBeNull();
  });
}

function describeDevelopments(the: () => Store): void {
  test('puts a development once; it is work until it is fanned out', async () => {
    const development = aDevelopment({ id: 'dev-1', storyId: 's-dev', sequence: 1 });
    expect(await the().developments.add(development, at(2))).toBe(true);
    expect(await the().developments.add({ ...development, what: 'changed' }, at(2))).toBe(false);
    expect(await the().developments.get('dev-1')).toEqual(development);
    expect(await the().work.listDue(at(1), 50)).not.toContainEqual({ kind: 'fan_out', id: 'dev-1', dueAt: at(2) });
    expect(await the().work.listDue(at(2), 50)).toContainEqual({ kind: 'fan_out', id: 'dev-1', dueAt: at(2) });
    expect(await the().developments.read('dev-1')).toEqual({ development, isFannedOut: false });
    await the().developments.markFannedOut('dev-1');
    expect(await the().work.listDue(at(9), 50)).not.toContainEqual({ kind: 'fan_out', id: 'dev-1', dueAt: at(2) });
    expect(await the().developments.read('dev-1')).toEqual({ development, isFannedOut: true });
  });

  test('finds a story’s development by its sequence, and lists them in order', async () => {
    for (const sequence of [2, 1, 12])
      await the().developments.add(aDevelopment({ id: `seq-${sequence}`, storyId: 's-seq', sequence }), at(0));
    expect((await the().developments.readInSequence('s-seq', 2))?.development.id).toBe('seq-2');
    expect(await the().developments.readInSequence('s-seq', 3)).toBeNull();
    const page = await the().archive.listDevelopmentsOfStory('s-seq', { limit: 2, cursor: null });
    expect(page.rows.map(({ id }) => id)).toEqual(['seq-1', 'seq-2']);
    const rest = await the().archive.listDevelopmentsOfStory('s-seq', { limit: 2, cursor: page.cursor });
    expect(rest.rows.map(({ id }) => id)).toEqual(['seq-12']);
  });

  test('marking what is not there makes nothing', async () => {
    await the().developments.markFannedOut('dev-none');
    expect(await the().developments.get('dev-none')).toBeNull();
  });
}

const pending = (id: string) =>
  anAlert({ id, state: 'pending', attempts: 0, sentAt: null, dueAt: at(1), lease: null, developmentIds: ['d1'], storyIds: ['s1'] });

function describeAlerts(the: () => Store): void {
  test('puts an alert once and gives it to one owner at a time', async () => {
    expect(await the().alerts.add(pending('al-1'))).toBe(true);
    expect(await the().alerts.add({ ...pending('al-1'), subscriptionId: 'other' })).toBe(false);
    const claims = await Promise.all(['a', 'b', 'c'].map((owner) => the().alerts.claim('al-1', owner, at(1), at(3))));
    expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
    const [mine] = claims.filter((claimed) => claimed !== null);
    expect(mine).toMatchObject({ state: 'claimed', attempts: 1, dueAt: at(3), lease: { until: at(3) } });
  });

  test('gives an alert to another owner when the lease has ended', async () => {
    await the().alerts.add(pending('al-2'));
    await the().alerts.claim('al-2', 'a', at(1), at(3));
    expect(await the().alerts.claim('al-2', 'b', at(2), at(5))).toBeNull();
    expect((await the().alerts.claim('al-2', 'b', at(3), at(5)))?.lease).toEqual({ owner: 'b', until: at(5) });
    const outcome = { state: 'sent' as const, at: at(4), receipt: 'r', reason: null };
    expect(await the().alerts.settle('al-2', 'a', outcome)).toBe('lost_lease');
    expect(await the().alerts.settle('al-2', 'b', outcome)).toBe('stored');
    expect(await the().alerts.get('al-2')).toMatchObject({ state: 'sent', sentAt: at(4), receipt: 'r', lease: null });
    expect(await the().alerts.claim('al-2', 'c', at(99), at(100))).toBeNull();
  });

  test('an own claim that was answered too late is still ours', async () => {
    await the().alerts.add(pending('al-own'));
    await the().alerts.claim('al-own', 'me', at(1), at(3));
    const again = await the().alerts.claim('al-own', 'me', at(1), at(3));
    expect(again?.lease?.owner).toBe('me');
    expect(again?.attempts).toBe(1);
  });

  test('stands in the work index while it is open: under its due time, its lease, its next try', async () => {
    const isDue = async (now: string) => (await the().work.listDue(now, 50)).some((work) => work.kind === 'alert' && work.id === 'al-3');
    await the().alerts.add(pending('al-3'));
    expect([await isDue(at(0)), await isDue(at(1))]).toEqual([false, true]);
    await the().alerts.claim('al-3', 'a', at(1), at(3));
    expect([await isDue(at(2)), await isDue(at(3))]).toEqual([false, true]);
    expect(await the().alerts.release('al-3', 'x', at(7), 'not mine')).toBe('lost_lease');
    expect(await the().alerts.release('al-3', 'a', at(7), 'throttled')).toBe('stored');
    expect([await isDue(at(6)), await isDue(at(7))]).toEqual([false, true]);
    expect(await the().alerts.get('al-3')).toMatchObject({ state: 'pending', reason: 'throttled', attempts: 1, lease: null });
    await the().alerts.claim('al-3', 'a', at(7), at(9));
    await the().alerts.settle('al-3', 'a', { state: 'suppressed', at: at(8), receipt: null, reason: 'removed' });
    expect(await isDue(at(99))).toBe(false);
  });

  test('lets an alert tell more until its first claim, never after', async () => {
    await the().alerts.add(pending('al-4'));
    const longer = { ...pending('al-4'), developmentIds: ['d1', 'd2'] };
    expect(await the().alerts.extend(longer, 2)).toBe('conflict');
    expect(await the().alerts.extend(longer, 1)).toBe('stored');
    expect((await the().alerts.get('al-4'))?.developmentIds).toEqual(['d1', 'd2']);
    await the().alerts.claim('al-4', 'a', at(1), at(3));
    await the().alerts.release('al-4', 'a', at(4), 'later');
    expect(await the().alerts.extend({ ...longer, developmentIds: ['d1', 'd2', 'd3'] }, 2)).toBe('conflict');
  });

  test('keeps subscriptions until they are removed', async () => {
    await the().subscriptions.put(aSubscription({ id: 'sub-1' }));
    await the().subscriptions.put(aSubscription({ id: 'sub-1', filter: 'parties:RU,US' }));
    const mine = (await the().subscriptions.list()).filter(({ id }) => id === 'sub-1');
    expect(mine).toEqual([aSubscription({ id: 'sub-1', filter: 'parties:RU,US' })]);
    expect(await the().subscriptions.remove('sub-1')).toBe(true);
    expect(await the().subscriptions.remove('sub-1')).toBe(false);
  });
}

function describeListings(the: () => Store): void {
  const idsOf = (page: { readonly rows: readonly { readonly id: string }[] }) => page.rows.map(({ id }) => id);

  test('lists developments newest first, within bounds, by parties, by a filter, page by page', async () => {
    for (let n = 1; n <= 7; n += 1)
      await the().developments.add(
        aDevelopment({
          id: `list-${n}`,
          storyId: 's-list',
          sequence: n,
          at: at(10_000 + n),
          parties: n % 2 === 0 ? ['LL', 'MM'] : ['LL', 'NN'],
        }),
        at(0),
      );
    const bounds = { from: at(10_002), to: at(10_006) };
    const first = await the().archive.listDevelopments(everything({ ...bounds, limit: 3 }));
    expect(idsOf(first)).toEqual(['list-6', 'list-5', 'list-4']);
    const second = await the().archive.listDevelopments(everything({ ...bounds, limit: 3, cursor: first.cursor }));
    expect(idsOf(second)).toEqual(['list-3', 'list-2']);
    expect(second.cursor).toBeNull();
    expect(idsOf(await the().archive.listDevelopments(everything({ parties: ['LL', 'MM'] })))).toEqual(['list-6', 'list-4', 'list-2']);
    const kept = await the().archive.listDevelopments(everything({ ...bounds, keep: ({ sequence }) => sequence === 3 }));
    expect(idsOf(kept)).toEqual(['list-3']);
    expect(kept.examined).toBe(5);
  });

  test('moves a story to the front when it moves', async () => {
    await the().stories.putStory(aStory({ id: 'm1', parties: ['VV', 'WW'], lastMovedAt: at(1) }), 'leader:VV-WW', 1);
    await the().stories.putStory(aStory({ id: 'm2', parties: ['VV', 'WW'], lastMovedAt: at(2) }), 'leader:VV-WW', 2);
    await the().stories.putStory(aStory({ id: 'm1', parties: ['VV', 'WW'], lastMovedAt: at(3) }), 'leader:VV-WW', 3);
    const page = await the().archive.listStories(everything({ parties: ['VV', 'WW'] }));
    expect(page.rows.map(({ story }) => story.id)).toEqual(['m1', 'm2']);
  });

  test('finds the stories of wider circles where two of their parties are asked for', async () => {
    const wanted = ['RA', 'RC'];
    const put = (id: string, parties: string[], n: number) =>
      the().stories.putStory(aStory({ id, parties, lastMovedAt: at(n) }), `leader:${parties.join('-')}`, 1);
    await put('two', ['RA', 'RC'], 1);
    await put('three', ['RA', 'RB', 'RC'], 2);
    await put('other', ['RA', 'RB'], 3);
    await put('wide', ['RB', 'RC', 'RD'], 4);
    const keep = ({ story }: StoryRow): boolean => wanted.every((party) => story.parties.includes(party));
    const page = await the().archive.listStories(everything({ allOf: wanted, keep }));
    expect(page.rows.map(({ story }) => story.id)).toEqual(['three', 'two']);
  });

  test('finds the summits and the meetings of one occasion, by role, the last opened first, within bounds', async () => {
    const summit = aStory({ id: 'oc-summit', parties: ['OA', 'OB', 'OC', 'OD', 'OE'], summit: 'OLYM summit', openedAt: at(1) });
    const pairs = [2, 3, 4].map((n) => aStory({ id: `oc-pair-${n}`, parties: ['OA', 'OB'], summit: 'OLYM summit', openedAt: at(n) }));
    const elsewhere = aStory({ id: 'oc-other', parties: ['OA', 'OC'], place: 'Olympia', date: '2026-04-01', openedAt: at(5) });
    for (const story of [summit, ...pairs, elsewhere]) await the().stories.putStory(story, `leader:${story.parties.join('-')}`, 1);
    const page = { limit: 10, cursor: null, from: null, to: null, keep: () => true };
    const find = async (role: 'summit' | 'pair', part: Partial<OccasionListing>) =>
      (await the().archive.listByOccasion({ ...page, role, occasions: ['name olym'], ...part })).rows.map(({ story }) => story.id);
    expect(await find('summit', {})).toEqual(['oc-summit']);
    expect(await find('pair', {})).toEqual(['oc-pair-4', 'oc-pair-3', 'oc-pair-2']);
    expect(await find('pair', { from: at(3), to: at(3) })).toEqual(['oc-pair-3']);
    expect(await find('pair', { keep: ({ story }) => story.id !== 'oc-pair-4', limit: 1 })).toEqual(['oc-pair-3']);
    expect(await find('pair', { occasions: ['name olym', 'day 2026-04-01 olympia'] })).toEqual([
      'oc-other',
      ...['oc-pair-4', 'oc-pair-3', 'oc-pair-2'],
    ]);
    expect([await find('pair', { occasions: [] }), await find('summit', { occasions: ['day 2026-04-01 olympia'] })]).toEqual([[], []]);
  });

  test('finds a story under the occasion it has now, as its newest copy tells it', async () => {
    const planned = aStory({ id: 'oc-moved', parties: ['OX', 'OY'], place: 'Olympos', date: '2026-05-01' });
    await the().stories.putStory(planned, 'leader:OX-OY', 1);
    await the().stories.putStory({ ...planned, place: 'Delphi', date: '2026-05-03' }, 'leader:OX-OY', 2);
    await the().stories.putStory({ ...planned, place: 'Nowhere' }, 'leader:OX-OY', 1);
    const page = { limit: 10, cursor: null, from: null, to: null, role: 'pair' as const, keep: () => true };
    const { rows } = await the().archive.listByOccasion({ ...page, occasions: ['day 2026-05-03 delphi'] });
    expect(rows.map(({ story }) => [story.id, story.place])).toEqual([['oc-moved', 'Delphi']]);
  });

  test('lists the items of one feed', async () => {
    const records = [1, 2].map((n) => anItemRecord({ item: anItem({ id: `ff-${n}`, feedId: 'feed-x', firstSeenAt: at(n) }) }));
    await the().items.add(records);
    const page = await the().archive.listItems(everything({ feedId: 'feed-x' }));
    expect(page.rows.map(({ item }) => item.id)).toEqual(['ff-2', 'ff-1']);
  });

  test('lists alerts newest first', async () => {
    await the().alerts.add({ ...pending('list-al-1'), createdAt: at(20_001) });
    await the().alerts.add({ ...pending('list-al-2'), createdAt: at(20_002) });
    expect(idsOf(await the().archive.listAlerts(everything({ from: at(20_000) })))).toEqual(['list-al-2', 'list-al-1']);
  });

  test('a filter that keeps nothing ends with a short page and a cursor instead of reading everything', async () => {
    const records = Array.from({ length: 1100 }, (_, n) =>
      anItemRecord({ item: anItem({ id: `many-${n}`, feedId: 'feed-many', firstSeenAt: at(n) }) }),
    );
    await the().items.add(records);
    const nothing = everything<(typeof records)[0]>({ feedId: 'feed-many', keep: () => false });
    const page = await the().archive.listItems(nothing);
    expect(page).toMatchObject({ rows: [], examined: 1000 });
    const rest = await the().archive.listItems({ ...nothing, cursor: page.cursor });
    expect(rest).toMatchObject({ rows: [], examined: 100, cursor: null });
  });
}
