import { itemRow, linesOf } from '../adapters/aws/dynamo-items.ts';
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { openTable } from '../adapters/aws/table-client.ts';
import { LOCAL_TABLE, openDynalite } from '../adapters/local/dynalite-server.ts';
import { seededRandom } from '../adapters/local/random.ts';
import type { Store } from '../core/ports.ts';
import { aCodedItem, aContact, aDenialRecord, aDevelopment, aFact, anItem, anItemRecord, aQuote, aStory, T0 } from '../test/builders.ts';

/** A large store for measurements: `items` items of about 2 kB, one a minute, three in ten relevant; stories of ten facts, three developments each. */
export type LargeStore = { readonly store: Store; readonly now: string; readonly items: number; close(): Promise<void> };
export type LargeStoreOptions = {
  readonly items: number;
  readonly stories: number;
  /** null = in memory. */
  readonly folder: string | null;
  readonly onProgress?: (items: number) => void;
};

const CODES = ['RU', 'US', 'CN', 'JP', 'KR', 'FR', 'DE', 'GB', 'IN', 'TR', 'IR', 'IL', 'UA', 'BR', 'SA', 'EG', 'PL', 'IT', 'CA', 'AU'];
const STATUSES = ['possible', 'proposed', 'scheduled', 'held', 'postponed'] as const;
const BATCH = 500;
const minute = (n: number): string => new Date(Date.parse(T0) + n * 60_000).toISOString();

export async function openLargeStore({ items, stories, folder, onProgress }: LargeStoreOptions): Promise<LargeStore> {
  const random = seededRandom(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random.next() * from.length)] as T;
  const pairOf = (): string[] => {
    const one = pick(CODES);
    return [one, pick(CODES.filter((code) => code !== one))].sort();
  };
  /** About 1 kB of text, never the same: words of a made-up tongue. */
  const prose = (): string => Array.from({ length: 150 }, () => Math.floor(random.next() * 36 ** 5).toString(36)).join(' ');
  const clock = { now: () => minute(items) };
  const database = await openDynalite(folder);
  const options = { client: database.client, tableName: LOCAL_TABLE, clock, retentionDays: 4000 };
  const context = { table: openTable(options), clock, shards: 1, retentionDays: 4000 };
  const store = openDynamoStore(options);

  const itemOf = (n: number) => {
    const pair = pairOf();
    const id = `item-${n}`;
    const isRelevant = random.next() < 0.3;
    const decision = { itemId: id, dossierKey: `leader:${pair.join('-')}`, storyId: null, runnerUp: null, outcome: 'repeat' as const };
    return anItemRecord({
      item: anItem({
        id,
        feedId: `feed-${n % 50}`,
        outlet: `Outlet ${n % 50}`,
        content: prose(),
        firstSeenAt: minute(n),
        effectiveAt: minute(n),
      }),
      coded: aCodedItem({ id, contacts: isRelevant ? [aContact({ parties: pair, status: pick(STATUSES) })] : [] }),
      decisions: isRelevant ? [{ ...decision, developmentIds: [], reason: 'said before' }] : [],
    });
  };
  const addStory = async (n: number): Promise<void> => {
    const parties = pairOf();
    const at = minute(Math.floor((n * items) / stories));
    const facts = Array.from({ length: 10 }, (_, i) =>
      aFact({ id: `${n}-${i}`, status: pick(STATUSES), quote: aQuote({ text: prose().slice(0, 200) }) }),
    );
    const story = aStory({ id: `story-${n}`, parties, status: pick(STATUSES), lastMovedAt: at, facts });
    const dossierKey = `leader:${parties.join('-')}`;
    await store.stories.putStory(story, dossierKey, 1);
    if (n % 2 === 0)
      await store.stories.putDenial(aDenialRecord({ id: `denial-${n}`, dossierKey, storyId: story.id, firstAt: at, lastAt: at }), 1);
    for (let sequence = 1; sequence <= 3; sequence += 1) {
      const development = aDevelopment({
        id: `dev-${n}-${sequence}`,
        storyId: story.id,
        sequence,
        parties,
        at,
        severity: sequence === 1 ? 'major' : 'minor',
      });
      await store.developments.add(development, minute(0));
      await store.developments.markFannedOut(development.id);
    }
  };

  for (let from = 0; from < items; from += BATCH) {
    const records = Array.from({ length: Math.min(BATCH, items - from) }, (_, i) => itemOf(from + i));
    await context.table.putMany(records.flatMap((record) => [itemRow(context, record), ...linesOf(context, record)]));
    onProgress?.(from);
  }
  for (let n = 0; n < stories; n += 1) await addStory(n);
  return { store, now: clock.now(), items, close: () => database.close() };
}
