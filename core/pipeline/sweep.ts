import type { Work } from '../ports.ts';
import type { Development } from '../story/development.ts';
import { type CommitPorts, payOutbox } from './commit.ts';
import { type FanOutPorts, fanOut } from './fan-out.ts';
import { type SendPorts, type Sent, sendAlerts } from './send-alerts.ts';
import { tellFeedHealth } from './tell-feed-health.ts';

export type SweepPorts = CommitPorts & FanOutPorts & SendPorts;
export type Swept = Sent & { readonly outboxes: number; readonly fannedOut: number };

/** Work taken at one sweep. What is left over waits for the next one. */
const MOST_WORK = 200;

/**
 * The certainty behind the stream's speed: pays outboxes that a dead writer left, fans out developments that nobody fanned out, tells of feeds
 * in trouble, sends the alerts that are due. One piece of work that fails is logged and stays due; the others go on.
 */
export async function sweep(ports: SweepPorts): Promise<Swept> {
  const due = await ports.store.work.listDue(ports.clock.now(), MOST_WORK);
  let outboxes = 0;
  let fannedOut = 0;
  const alertIds = due.flatMap((work) => (work.kind === 'alert' ? [work.id] : []));
  for (const work of due) {
    const owed = await attempt(work, () => developmentsOwed(work, ports), ports);
    if (owed === null) continue;
    outboxes += work.kind === 'outbox' ? 1 : 0;
    fannedOut += owed.length;
    await attempt(work, () => fanOut(owed, ports), ports);
  }
  const sent = await sendAlerts(alertIds, ports);
  return { ...sent, outboxes, fannedOut };
}

/** Developments that this piece of work leaves to be fanned out. */
async function developmentsOwed(work: Work, ports: SweepPorts): Promise<readonly Development[]> {
  switch (work.kind) {
    case 'outbox': {
      const record = await ports.store.dossiers.read(work.key);
      if (record !== null) await payOutbox(record, ports);
      return record?.outbox?.developments ?? [];
    }
    case 'fan_out': {
      const record = await ports.store.developments.read(work.id);
      return record === null || record.isFannedOut ? [] : [record.development];
    }
    case 'feed_health': {
      const event = await ports.store.feeds.readHealthEvent(work.id);
      if (event !== null) await tellFeedHealth(event, ports);
      await ports.store.feeds.settleHealthEvent(work.id);
      return [];
    }
    case 'alert':
      return [];
  }
}

async function attempt<T>(work: Work, step: () => Promise<T>, ports: SweepPorts): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    ports.log.error('a piece of left-over work failed; it is tried again at the next sweep', {
      ...work,
      error: error instanceof Error ? error.message : String(error),
    });
    return null;
  }
}
