/**
 * Request units and calls of every access of the store, counted from the running code on dynalite: `npx tsx bench/units.ts`.
 * dynalite counts what it writes to the table; index entries (one write unit each, keys only) are added here from the rows.
 */
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { LOCAL_TABLE, openDynalite } from '../adapters/local/dynalite-server.ts';
import type { Outbox, Store } from '../core/ports.ts';
import {
  aCodedItem,
  aDenialRecord,
  aDevelopment,
  aDossier,
  aFact,
  aFeedState,
  anAlert,
  anItem,
  anItemRecord,
  aStory,
  aSubscription,
  T0,
} from '../test/builders.ts';

const used = { calls: 0, read: 0, write: 0 };
const database = await openDynalite(null);
const store: Store = openDynamoStore({
  ...{ client: database.client, tableName: LOCAL_TABLE, clock: { now: () => T0 }, retentionDays: 400 },
  meter: ({ readUnits, writeUnits }) => {
    used.calls += 1;
    used.read += readUnits;
    used.write += writeUnits;
  },
});

async function count(name: string, run: () => Promise<unknown>): Promise<void> {
  Object.assign(used, { calls: 0, read: 0, write: 0 });
  await run();
  console.log(`| ${name} | ${used.calls} | ${used.read || ''} | ${used.write || ''} |`);
}

const stories = [1, 2, 3].map((n) => aStory({ id: `s${n}`, facts: Array.from({ length: 10 }, (_, i) => aFact({ id: `${n}-${i}` })) }));
const dossier = aDossier({ stories, denials: [aDenialRecord()], lookAgainAt: T0 });
const outbox: Outbox = { developments: [aDevelopment()], stories: stories.slice(0, 1), denials: [], dueAt: T0 };
const decision = { itemId: 'item-1', storyId: 's1', runnerUp: null, outcome: 'repeat' as const, developmentIds: [], reason: 'said before' };
const text = 'The two presidents agreed to meet in the capital, the spokesman said on Friday. '.repeat(20);
const item = anItemRecord({
  item: anItem({ content: text }),
  coded: aCodedItem(),
  decisions: [{ ...decision, dossierKey: 'leader:RU-US' }],
});
const page = { limit: 50, cursor: null };
const listing = { ...page, from: null, to: null, parties: null, feedId: null, keep: () => true };
const alert = anAlert({ state: 'pending', attempts: 0, sentAt: null });

console.log('| access | calls | read units | write units |\n|--|--|--|--|');
await count('feeds.readState, none yet', () => store.feeds.readState('x'));
await count('feeds.writeState', () => store.feeds.writeState(aFeedState()));
await count('feeds.readState', () => store.feeds.readState('example-wire'));
await count('feeds.writeSeen, 1,000 keys', () => store.feeds.writeSeen('example-wire', 1, new Uint8Array(8_000)));
await count('feeds.readSeen, 1,000 keys', () => store.feeds.readSeen('example-wire'));
await count('feeds.readSchedule, empty', () => store.feeds.readSchedule());
await count('feeds.recordLiveness', () => store.feeds.recordLiveness('w', T0, { checked: 1, changed: 0, failed: 0 }));
await count('items.add, one item of 1.6 kB in one dossier', () => store.items.add([item]));
await count('items.get', () => store.items.get('item-1'));
await count('dossiers.read, none yet', () => store.dossiers.read('leader:RU-US'));
await count('dossiers.commit, 3 stories of 10 facts', () => store.dossiers.commit(dossier, outbox, 't'));
await count('dossiers.read', () => store.dossiers.read('leader:RU-US'));
await count('stories.putStory', () => store.stories.putStory(stories[0] ?? aStory(), 'leader:RU-US', 1));
await count('stories.putDenial', () => store.stories.putDenial(aDenialRecord(), 1));
await count('developments.add', () => store.developments.add(aDevelopment(), T0));
await count('dossiers.clearOutbox', () => store.dossiers.clearOutbox(dossier));
await count('developments.read', () => store.developments.read('development-1'));
await count('developments.readInSequence', () => store.developments.readInSequence('story-1', 1));
await count('developments.markFannedOut', () => store.developments.markFannedOut('development-1'));
await count('subscriptions.put', () => store.subscriptions.put(aSubscription()));
await count('subscriptions.list', () => store.subscriptions.list());
await count('alerts.add', () => store.alerts.add(alert));
await count('alerts.get', () => store.alerts.get('alert-1'));
await count('work.listDue', () => store.work.listDue(T0, 200));
await count('dossiers.listDue', () => store.dossiers.listDue(T0, 200));
await count('alerts.claim', () => store.alerts.claim('alert-1', 'me', T0, T0));
await count('alerts.settle', () => store.alerts.settle('alert-1', 'me', { state: 'sent', at: T0, receipt: null, reason: null }));
await count('archive.listStories, 1 row', () => store.archive.listStories(listing));
await count('archive.listItems, 1 row', () => store.archive.listItems(listing));
await count('archive.getStory', () => store.archive.getStory('s1'));
await database.close();
