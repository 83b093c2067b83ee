import { virtualClock } from '../../../adapters/local/clock.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { seededRandom } from '../../../adapters/local/random.ts';
import { createLocalPipeline, type LocalPipeline } from '../../../cli/local/local-pipeline.ts';
import { settingsSchema } from '../../../config/config-schema.ts';
import type { CodedItem, CodingInput, Contact } from '../../../core/coding/codebook/coded-item.ts';
import { STATUSES } from '../../../core/coding/codebook/coded-item.ts';
import type { Feed } from '../../../core/feed/feed.ts';
import type { ParsedFeed, ParsedItem } from '../../../core/feed/parsed-feed.ts';
import type { AlertChannel, Clock, Ids, Store } from '../../../core/ports.ts';
import { aContact, anEvidence, aSubscription, T0 } from '../../builders.ts';

/** Feeds whose documents a test writes as lines: "id | RU-US scheduled Budapest 2026-03-06 | CN-US willing". */
export type Documents = Map<string, string[]>;
export type Delivery = { readonly alertId: string; readonly developmentIds: readonly string[] };
export type World = {
  readonly store: Store;
  readonly clock: Clock & { set(at: string): void };
  readonly documents: Documents;
  readonly deliveries: Delivery[];
};

export const minutesAfter = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();

export const FEED_IDS = ['wire-a', 'wire-b'];
export const FEEDS: readonly Feed[] = FEED_IDS.map((id) => ({
  ...{ id, url: `http://127.0.0.1/${id}`, outlet: id, sourceKind: 'official' as const, lang: 'en' },
  ...{ intervalMinutes: 5, credentialRef: null, isEnabled: true },
}));

export const aWorld = (store: Store): World => ({
  store,
  clock: virtualClock(T0),
  documents: new Map(FEED_IDS.map((id) => [id, []])),
  deliveries: [],
});

/** The local pipeline over documents instead of addresses, with a coder that reads the lines above. One call is one process. */
export function startProcess(
  world: World,
  over: { store?: Store; channel?: AlertChannel; ids?: Ids; feeds?: readonly Feed[]; code?: (input: CodingInput) => CodedItem } = {},
): LocalPipeline {
  const settings = settingsSchema.parse({ polling: { intervalMinutes: 5, hostSpacingMs: 0 } });
  return createLocalPipeline({
    store: over.store ?? world.store,
    clock: world.clock,
    random: seededRandom(1),
    ids: over.ids ?? countingIds(`process-${Math.random()}`),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    fetcher: {
      fetch: async (feed) => {
        const bytes = new TextEncoder().encode(JSON.stringify(world.documents.get(feed.id) ?? []));
        const none = { etag: null, lastModified: null, freshUntil: null, permanentUrl: null };
        return { kind: 'fetched', bytes, contentType: null, url: feed.url, bodyHash: new TextDecoder().decode(bytes), ...none };
      },
    },
    parser: { parse: async (bytes) => feedOf(JSON.parse(new TextDecoder().decode(bytes))) },
    code: over.code ?? codeLine,
    channels: [over.channel ?? recordingChannel(world)],
    feeds: over.feeds ?? FEEDS,
    config: settings,
    pause: async () => {},
  });
}

export const recordingChannel = (world: World): AlertChannel => ({
  channel: 'terminal',
  send: async (_subscription, alert) => {
    world.deliveries.push({ alertId: alert.id, developmentIds: alert.developmentIds });
    return { kind: 'sent', receipt: null };
  },
});

export const subscribeAll = (world: World): Promise<void> =>
  world.store.subscriptions.put(aSubscription({ filter: 'severity:major,minor' }));

const feedOf = (lines: readonly string[]): ParsedFeed => parsedFeedOf(lines.map(entryOf));

/** `id @ published | what it says`. */
function entryOf(line: string) {
  const [head = '', ...says] = line.split(' | ');
  const [guid = '', published = null] = head.split(' @ ');
  return { guid, published, title: says.join(' | '), link: `http://127.0.0.1/${guid}` };
}

type Entry = Pick<ParsedItem, 'guid' | 'published' | 'title' | 'link'>;

/** A feed as the parser gives it, of items that have only what a test cares for. */
export const parsedFeedOf = (entries: readonly Entry[]): ParsedFeed => ({
  ...{ format: 'rss', title: 'Wire', link: null, self: null, description: null, language: 'en', updated: null },
  hints: { ttlMinutes: null, updatePeriodMinutes: null, skipHours: [], skipDays: [], hubs: [] },
  items: entries.map((entry) => ({ ...NOTHING, ...entry })),
  dropped: { count: 0, reasons: [] },
  ...{ charset: 'utf-8', repairs: [] },
});
const NOTHING: Omit<ParsedItem, keyof Entry> = {
  ...{ isPermaLink: false, updated: null, unreadableDate: null, summary: null, content: null },
  ...{ authors: [], categories: [], language: null },
};

/** "RU-US scheduled Budapest 2026-03-06" -> a contact; other words say nothing. */
export function codeLine(input: CodingInput): CodedItem {
  const contacts = (input.title ?? '').split(' | ').flatMap(contactOf);
  return { id: input.id, relevance: contacts.length === 0 ? 0 : 1, readAs: 'en', contacts, denials: [], gaps: [] };
}

function contactOf(text: string): Contact[] {
  const [pair = '', word = '', place = null, date = null] = text.split(' ');
  const status = STATUSES.find((one) => one === word);
  if (status === undefined) return [];
  return [aContact({ parties: pair.split('-'), leaders: [], status, place, date, side: null, evidence: anEvidence({ sentence: text }) })];
}
