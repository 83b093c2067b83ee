import { createHash } from 'node:crypto';
import type { Feed, FeedSchedule } from '../feed/feed.ts';

/** Feeds for one worker: those of a host stay together, so that one worker keeps the spacing. */
export type PollBatch = { readonly feedIds: readonly string[] };

/** `since`: the tick before, null at the first start (all feeds are due). Both ISO. */
export type Tick = { readonly since: string | null; readonly now: string; readonly batchSize?: number };

const BATCH_SIZE = 50;
const MINUTE_MS = 60_000;

/**
 * Which feeds are due at a tick: arithmetic alone, no memory. Each feed has a slot in its interval; it is due when its slot, or the end of its hold,
 * lies after the tick before. So a tick that comes twice dispatches nothing the second time, and slots that were missed are caught up once.
 */
export function dispatchPolls(feeds: readonly Feed[], schedule: ReadonlyMap<string, FeedSchedule>, tick: Tick): readonly PollBatch[] {
  const due: string[][] = [];
  for (const [host, mine] of byHost(feeds.filter(({ isEnabled }) => isEnabled))) {
    const hold = hostHold(mine, schedule);
    const ids = mine
      .filter((feed, rank) => isDue(feed, { host, place: rank / mine.length, hold, schedule: schedule.get(feed.id) }, tick))
      .map(({ id }) => id);
    if (ids.length > 0) due.push(ids);
  }
  return pack(due, tick.batchSize ?? BATCH_SIZE);
}

/** Host and port of a feed's address: what is spaced and held together. */
const hostOf = (feed: Pick<Feed, 'url'>): string => (URL.canParse(feed.url) ? new URL(feed.url).host : feed.url);

type Slot = { readonly host: string; readonly place: number; readonly hold: string | null; readonly schedule: FeedSchedule | undefined };

function isDue(feed: Feed, { host, place, hold, schedule }: Slot, { since, now }: Tick): boolean {
  if (schedule?.isStopped === true && schedule.configuredUrl === feed.url) return false;
  const until =
    [schedule?.holdUntil ?? null, hold]
      .filter((one) => one !== null)
      .sort()
      .at(-1) ?? null;
  if (until !== null && until > now) return false;
  if (since === null) return true;
  const interval = (schedule?.intervalMinutes ?? feed.intervalMinutes) * MINUTE_MS;
  const offset = Math.floor(((phase(host) + place) % 1) * interval);
  const slot = Math.floor((Date.parse(now) - offset) / interval) * interval + offset;
  return slot > Date.parse(since) || (until !== null && until > since);
}

/** A 429 of one feed holds its whole host. */
function hostHold(feeds: readonly Feed[], schedule: ReadonlyMap<string, FeedSchedule>): string | null {
  const holds = feeds.flatMap(({ id }) => {
    const line = schedule.get(id);
    return line?.holdScope === 'host' && line.holdUntil !== null ? [line.holdUntil] : [];
  });
  return holds.sort().at(-1) ?? null;
}

/** Feeds by host, each host's in order of id. */
export function byHost(feeds: readonly Feed[]): ReadonlyMap<string, readonly Feed[]> {
  const hosts = new Map<string, Feed[]>();
  for (const feed of [...feeds].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const mine = hosts.get(hostOf(feed));
    if (mine === undefined) hosts.set(hostOf(feed), [feed]);
    else mine.push(feed);
  }
  return hosts;
}

/** Where in the interval a host's first feed stands, 0 <= phase < 1; its others follow at equal distances. */
const phase = (host: string): number => createHash('sha256').update(host).digest().readUInt32BE(0) / 2 ** 32;

/** A host with more due feeds than a batch holds gets a batch of its own, however long. */
function pack(hosts: readonly (readonly string[])[], size: number): readonly PollBatch[] {
  const batches: string[][] = [];
  for (const ids of hosts) {
    const last = batches.at(-1);
    if (last !== undefined && last.length + ids.length <= size) last.push(...ids);
    else batches.push([...ids]);
  }
  return batches.map((feedIds) => ({ feedIds }));
}
