/**
 * Listings on a large local store: `npx tsx bench/store.ts [items] [stories]` (100,000 and 2,000 by default) fills a store on disk in
 * a temporary folder, then measures each listing of the query API at the store.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemRow, linesOf } from '../adapters/aws/dynamo-items.ts';
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { openTable } from '../adapters/aws/table-client.ts';
import { LOCAL_TABLE, openDynalite } from '../adapters/local/dynalite-server.ts';
import { seededRandom } from '../adapters/local/random.ts';
import type { Listing, Page, Store } from '../core/ports.ts';
import { aCodedItem, aContact, aDevelopment, aFact, anItem, anItemRecord, aStory, T0 } from '../test/builders.ts';

const [items = 100_000, stories = 2_000] = process.argv.slice(2).map(Number);
const CODES = ['RU', 'US', 'CN', 'JP', 'KR', 'FR', 'DE', 'GB', 'IN', 'TR', 'IR', 'IL', 'UA', 'BR', 'SA', 'EG', 'PL', 'IT', 'CA', 'AU'];
const random = seededRandom(7);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random.next() * from.length)] as T;
const at = (minute: number): string => new Date(Date.parse(T0) + minute * 60_000).toISOString();
const clock = { now: () => at(items) };
const folder = mkdtempSync(join(tmpdir(), 'summitwire-bench-'));
const database = await openDynalite(join(folder, 'db'));
const context = { table: openTable({ client: database.client, tableName: LOCAL_TABLE }), clock, shards: 1, retentionDays: 4000 };
const store: Store = openDynamoStore({ client: database.client, tableName: LOCAL_TABLE, clock, retentionDays: 4000 });

const pairOf = (): string[] => {
  const one = pick(CODES);
  return [one, pick(CODES.filter((code) => code !== one))].sort();
};
/** About 1 kB of text, never the same: words of a made-up tongue. */
const prose = (): string => Array.from({ length: 150 }, () => Math.floor(random.next() * 36 ** 5).toString(36)).join(' ');

async function fill(): Promise<void> {
  for (let from = 0; from < items; from += 200) {
    const records = Array.from({ length: Math.min(200, items - from) }, (_, i) => {
      const pair = pairOf();
      const id = `item-${from + i}`;
      const isRelevant = random.next() < 0.3;
      const decision = { itemId: id, dossierKey: `leader:${pair.join('-')}`, storyId: null, runnerUp: null, outcome: 'repeat' as const };
      return anItemRecord({
        item: anItem({ id, feedId: `feed-${(from + i) % 50}`, content: prose(), firstSeenAt: at(from + i), effectiveAt: at(from + i) }),
        coded: aCodedItem({ id, contacts: isRelevant ? [aContact({ parties: pair })] : [] }),
        decisions: isRelevant ? [{ ...decision, developmentIds: [], reason: 'said before' }] : [],
      });
    });
    await context.table.putMany(records.flatMap((record) => [itemRow(context, record), ...linesOf(context, record)]));
    if (from % 20_000 === 0) console.error(`${from} items`);
  }
  for (let n = 0; n < stories; n += 1) {
    const parties = pairOf();
    const story = aStory({
      id: `story-${n}`,
      parties,
      lastMovedAt: at(n * 40),
      facts: Array.from({ length: 10 }, (_, i) => aFact({ id: `${n}-${i}` })),
    });
    await store.stories.putStory(story, `leader:${parties.join('-')}`, 1);
    for (let sequence = 1; sequence <= 3; sequence += 1) {
      const development = aDevelopment({ id: `dev-${n}-${sequence}`, storyId: story.id, sequence, parties, at: at(n * 40 + sequence) });
      await store.developments.add(development, at(0));
      await store.developments.markFannedOut(development.id);
    }
  }
}

const listing = <T>(part: Partial<Listing<T>> = {}): Listing<T> => ({
  ...{ limit: 50, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true },
  ...part,
});

type Measured = Pick<Page<unknown>, 'examined' | 'readUnits' | 'rows'>;
async function measure(name: string, run: () => Promise<Measured>): Promise<void> {
  const times: number[] = [];
  let last: Measured = { examined: 0, readUnits: 0, rows: [] };
  for (let round = 0; round < 21; round += 1) {
    const start = performance.now();
    last = await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [median = 0, worst = 0] = [times[10], times[19]];
  console.log(
    `${name.padEnd(44)} median ${median.toFixed(1).padStart(6)} ms   p95 ${worst.toFixed(1).padStart(6)} ms   rows ${String(last.rows.length).padStart(3)}   examined ${String(last.examined).padStart(4)}   read units ${last.readUnits.toFixed(1)}`,
  );
}

const started = performance.now();
await fill();
console.log(
  `filled ${items} items, ${stories} stories, ${stories * 3} developments in ${((performance.now() - started) / 1000).toFixed(0)} s`,
);
const middle = at(Math.floor(items / 2));
const pair = ['RU', 'US'];
const { archive } = store;
await measure('items, newest 50', () => archive.listItems(listing()));
await measure('items, 50 before the middle of the time', () => archive.listItems(listing({ to: middle })));
await measure('items of one feed', () => archive.listItems(listing({ feedId: 'feed-7' })));
await measure('items of one pair', () => archive.listItems(listing({ parties: pair })));
await measure('items, a filter that keeps one in ten', () => archive.listItems(listing({ keep: ({ item }) => item.id.endsWith('7') })));
await measure('items, a filter that keeps nothing', () => archive.listItems(listing({ keep: () => false })));
await measure('stories, newest 50', () => archive.listStories(listing()));
await measure('stories of one pair', () => archive.listStories(listing({ parties: pair })));
await measure('developments, newest 50', () => archive.listDevelopments(listing()));
await measure('developments of one pair', () => archive.listDevelopments(listing({ parties: pair })));
await measure('developments of one story', () => archive.listDevelopmentsOfStory('story-7', { limit: 50, cursor: null }));
await measure('one item', async () => ({ rows: [await store.items.get('item-77')], examined: 1, readUnits: 0 }));
await database.close();
rmSync(folder, { recursive: true, force: true });
