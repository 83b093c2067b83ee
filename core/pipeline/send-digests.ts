import type { Alert } from '../alert/alert.ts';
import { alertIdOf } from '../alert/alert-id.ts';
import { pendingAlert } from '../alert/decide.ts';
import { digestWhy, renderDigest } from '../alert/digest.ts';
import { matchDevelopment } from '../alert/match.ts';
import { quietUntil } from '../alert/quiet-hours.ts';
import { type DigestSlot, digestSlot } from '../alert/rhythm.ts';
import type { Subscription } from '../alert/subscription.ts';
import type { Clock, Log, Page, Store } from '../ports.ts';
import type { Development } from '../story/development.ts';

export type DigestPorts = {
  readonly store: Pick<Store, 'alerts' | 'subscriptions' | 'archive'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The owner's watch list, from the config. */
  readonly watch: readonly string[];
};

/** Developments that one digest reads at most; the rest is on the page. */
const MOST_READ = 2000;

/**
 * Makes the digests whose slot has ended. Call it often: a digest's id comes from its slot, so a second run finds it made, and a run that
 * was missed is made up for. Answers with the ids of new alerts; the sender sends them when they are due (after quiet hours).
 */
export async function sendDigests(ports: DigestPorts): Promise<readonly string[]> {
  const made: string[] = [];
  for (const subscription of await ports.store.subscriptions.list()) {
    const slot = digestSlot(subscription.rhythm, ports.clock.now());
    if (slot === null || subscription.state !== 'confirmed' || subscription.createdAt > slot.end) continue;
    try {
      const id = await makeDigest(subscription, slot, ports);
      if (id !== null) made.push(id);
    } catch (error) {
      ports.log.error('a digest could not be made; the next run tries again', {
        subscriptionId: subscription.id,
        slot: slot.end,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return made;
}

const digestId = (subscription: Subscription, slotEnd: string): string => alertIdOf(subscription.id, ['digest', slotEnd]);

/** Null when it was made before, or when there is nothing to tell in an hour (a day without news is told, 24 empty hours are not). */
async function makeDigest(subscription: Subscription, slot: DigestSlot, ports: DigestPorts): Promise<string | null> {
  const id = digestId(subscription, slot.end);
  if ((await ports.store.alerts.get(id)) !== null) return null;
  const developments = await newDevelopments(subscription, slot, ports);
  if (developments.length === 0 && subscription.rhythm.kind === 'hourly') return null;
  const now = ports.clock.now();
  const alert: Alert = pendingAlert(subscription, {
    id,
    kind: 'digest',
    developmentIds: developments.map((development) => development.id),
    storyIds: [...new Set(developments.map((development) => development.storyId))],
    createdAt: now,
    dueAt: quietUntil(subscription.quietHours, now) ?? now,
    message: renderDigest({
      ...{ alertId: id, subscriptionId: subscription.id, slot, developments },
      ...{ why: digestWhy(subscription), rhythm: subscription.rhythm, channel: subscription.channel },
    }),
  });
  return (await ports.store.alerts.add(alert)) ? id : null;
}

/**
 * What was decided in the slot, and what the slot before could not see yet: a row may be written minutes after its decision, so the
 * digest looks back one slot more and leaves out what the digest before has told.
 */
async function newDevelopments(subscription: Subscription, slot: DigestSlot, ports: DigestPorts): Promise<readonly Development[]> {
  const before = await ports.store.alerts.get(digestId(subscription, slot.start));
  const earlier = digestSlot(subscription.rhythm, slot.start)?.start ?? slot.start;
  const from = [earlier, subscription.createdAt].toSorted().at(-1) ?? earlier;
  const told = new Set(before?.developmentIds ?? []);
  const context = { watch: ports.watch, now: ports.clock.now() };
  const keep = (development: Development): boolean =>
    !told.has(development.id) && matchDevelopment(subscription, development, context).kind === 'match';
  return (await readAll(from, slot.end, { keep, ports })).toReversed();
}

async function readAll(
  from: string,
  to: string,
  { keep, ports }: { readonly keep: (row: Development) => boolean; readonly ports: DigestPorts },
): Promise<readonly Development[]> {
  const rows: Development[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Development> = await ports.store.archive.listDevelopments({
      limit: 100,
      cursor,
      from,
      to,
      parties: null,
      feedId: null,
      keep,
    });
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== null && rows.length < MOST_READ);
  return rows.slice(0, MOST_READ);
}
