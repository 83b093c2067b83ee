import { readFileSync } from 'node:fs';
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { createFeedFetcher } from '../../adapters/http/feed-fetcher.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { LOCAL_TABLE, openDynalite } from '../../adapters/local/dynalite-server.ts';
import { countingIds } from '../../adapters/local/ids.ts';
import { plainParser } from '../../adapters/local/plain-parser.ts';
import { seededRandom } from '../../adapters/local/random.ts';
import { startFeedServer } from '../../cli/demo/feed-server.ts';
import { SAMPLE_OUTLETS, SAMPLE_ROUNDS } from '../../cli/demo/sample.ts';
import { createLocalPipeline } from '../../cli/local/local-pipeline.ts';
import { codeItem } from '../../core/coding/code-item.ts';
import { buildLexicon } from '../../core/coding/lexicon/lexicon.ts';
import { explainItem } from '../../core/pipeline/query-explanation.ts';
import type { Store } from '../../core/ports.ts';

/**
 * The rows of the table as the walking skeleton left them (commit 014c455, the first whole one that could `start` on a disk), byte for byte, after the first nine
 * rounds of the sample news. Binary attributes are base64. It stays as it is: later releases must go on from it.
 */
const ROWS = readFileSync(new URL('../fixtures/stores/walking-skeleton.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const PLAYED = 9;
const everything = { limit: 1000, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };
const silent = { info: () => {}, warn: () => {}, error: () => {} };

type Attribute = { readonly S?: string; readonly N?: string; readonly B?: string };
const rowOf = (text: string) =>
  Object.fromEntries(
    Object.entries(JSON.parse(text) as Record<string, Attribute>).map(([name, value]) => [
      name,
      value.B === undefined ? value : { B: Buffer.from(value.B, 'base64') },
    ]),
  );

describe('a store on which the walking skeleton ran', () => {
  let database: Awaited<ReturnType<typeof openDynalite>>;
  let server: Awaited<ReturnType<typeof startFeedServer>>;
  let fetcher: ReturnType<typeof createFeedFetcher>;
  let store: Store;
  const clock = virtualClock(SAMPLE_ROUNDS[PLAYED - 1]?.at ?? '');
  const sent: { readonly id: string; readonly developmentIds: readonly string[] }[] = [];
  const later = (minutes: number): void => clock.set(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString());

  beforeAll(async () => {
    database = await openDynalite(null);
    for (let from = 0; from < ROWS.length; from += 25) {
      const puts = ROWS.slice(from, from + 25).map((text) => ({ PutRequest: { Item: rowOf(text) } }));
      await database.client.send(new BatchWriteItemCommand({ RequestItems: { [LOCAL_TABLE]: puts as never } }) as never);
    }
    store = openDynamoStore({ client: database.client, tableName: LOCAL_TABLE, clock, retentionDays: 3650 });
    server = await startFeedServer();
    for (const { items } of SAMPLE_ROUNDS.slice(0, PLAYED)) server.publish(items);
    fetcher = createFeedFetcher({ clock, allowLoopback: true, secrets: { read: async () => null }, contactUrl: 'https://example.org/' });
  });
  afterAll(() => Promise.all([database.close(), server.close(), fetcher.close()]));

  /** As `start` after the update: another process, today's code and rules. */
  async function turn(): Promise<Awaited<ReturnType<ReturnType<typeof createLocalPipeline>['poll']>>> {
    const lexicon = buildLexicon();
    const feeds = SAMPLE_OUTLETS.map(({ id, outlet, sourceKind }) => ({
      ...{ id, outlet, sourceKind, url: `${server.url}/${id}`, lang: 'en', intervalMinutes: 10, credentialRef: null, isEnabled: true },
    }));
    const channel = {
      channel: 'terminal' as const,
      send: async (_: unknown, { id, developmentIds }: (typeof sent)[number]) => {
        sent.push({ id, developmentIds });
        return { kind: 'sent' as const, receipt: null };
      },
    };
    const polling = { intervalMinutes: 10, minMinutes: 5, maxMinutes: 10, hostSpacingMs: 0, allowLoopback: true };
    const pipeline = createLocalPipeline({
      ...{
        store,
        clock,
        feeds,
        fetcher,
        log: silent,
        parser: plainParser,
        channels: [channel],
        ids: countingIds('after'),
        random: seededRandom(1),
      },
      ...{
        code: (input: Parameters<typeof codeItem>[0]) => codeItem(input, lexicon),
        config: { watch: [], polling },
        pause: async () => {},
      },
    });
    const polled = await pipeline.poll();
    later(1);
    await pipeline.settle();
    return polled;
  }

  it('is read whole: its stories, developments, denials, alerts, feeds, and why an item was told', async () => {
    const { archive } = store;
    const counts = {
      stories: (await archive.listStories(everything)).rows.length,
      developments: (await archive.listDevelopments(everything)).rows.length,
      alerts: (await archive.listAlerts(everything)).rows.length,
      items: (await archive.listItems(everything)).rows.length,
      feeds: (await archive.listFeedStates({ limit: 100, cursor: null })).rows.length,
    };
    expect(counts).toEqual({ stories: 13, developments: 11, alerts: 12, items: 49, feeds: 12 });
    const item = (await archive.listDevelopments(everything)).rows[0]?.itemId ?? '';
    expect(await explainItem(item, { ...store, clock, knownFeeds: [], codeNow: null })).not.toBeNull();
  });

  it('takes no known item for a new one, and tells nothing again', async () => {
    later(10);
    const { reports, records } = await turn();
    expect(reports.map(({ outcome }) => outcome).filter((outcome) => outcome === 'baseline' || outcome === 'failed')).toEqual([]);
    expect(records.filter(({ item }) => item.revisionOf === null).map(({ item }) => item.title)).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('goes on: what comes after the update is told once, and nothing of before', async () => {
    const before = new Set((await store.archive.listDevelopments(everything)).rows.map(({ id }) => id));
    for (const { at, items } of SAMPLE_ROUNDS.slice(PLAYED)) {
      clock.set(at);
      server.publish(items);
      await turn();
      later(30);
      await turn();
    }
    const told = sent.flatMap(({ developmentIds }) => developmentIds);
    expect(told.length).toBeGreaterThan(3);
    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((id) => before.has(id))).toEqual([]);
    expect(await store.work.listDue('9999', 100)).toEqual([]);
  });
});
