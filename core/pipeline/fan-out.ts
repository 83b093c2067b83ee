import type { Alert } from '../alert/alert.ts';
import { alertIdsOf } from '../alert/alert-id.ts';
import { alertFor, type Wanted } from '../alert/decide.ts';
import { matchDevelopment } from '../alert/match.ts';
import type { Subscription } from '../alert/subscription.ts';
import type { Clock, Log, Store } from '../ports.ts';
import type { Development } from '../story/development.ts';
import { isToldElsewhere } from './told-elsewhere.ts';

export type FanOutPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** The owner's watch list, from the config. */
  readonly watch: readonly string[];
};

/**
 * One alert row for each development and subscription that wants it, put if absent; then the development is marked. Two developments
 * of one item meet in one row while nobody has claimed it. Safe to repeat: an alert that tells a development already is left alone.
 * Answers with the ids of the alerts that it made or extended.
 */
export async function fanOut(developments: readonly Development[], ports: FanOutPorts): Promise<readonly string[]> {
  if (developments.length === 0) return [];
  const subscriptions = (await ports.store.subscriptions.list()).filter(
    ({ rhythm, state }) => rhythm.kind === 'immediate' && state !== 'deleted',
  );
  const made: string[] = [];
  for (const development of developments) {
    const isMuted = (await ports.store.archive.getStory(development.storyId))?.story.isMuted ?? false;
    const isKnown = isMuted || (await isToldElsewhere(development, ports.store.archive));
    for (const subscription of isKnown ? [] : subscriptions) {
      const id = await tell(subscription, development, ports);
      if (id !== null) made.push(id);
    }
    await ports.store.developments.markFannedOut(development.id);
  }
  return [...new Set(made)];
}

async function tell(subscription: Subscription, development: Development, ports: FanOutPorts): Promise<string | null> {
  const now = ports.clock.now();
  const match = matchDevelopment(subscription, development, { watch: ports.watch, now });
  if (match.kind === 'bad_filter')
    ports.log.warn('a subscription has a filter that cannot be read; it gets nothing', {
      subscriptionId: subscription.id,
      error: match.message,
    });
  return match.kind === 'match' ? putAlert(subscription, { development, why: match.why }, ports) : null;
}

/**
 * The alert of an item is found by subscription and item. It is open until its first claim, and never again: so whoever finds it
 * closed without this development makes the development's own alert, and nobody can add it to the first one afterwards.
 */
async function putAlert(subscription: Subscription, wanted: Wanted, ports: FanOutPorts): Promise<string | null> {
  const { alerts } = ports.store;
  const now = ports.clock.now();
  const [itemAlertId, ownId] = alertIdsOf(subscription.id, wanted.development);
  const ofItem = alertFor(subscription, [wanted], { id: itemAlertId, now });
  for (let stored = await alerts.get(ofItem.id); ; stored = await alerts.get(ofItem.id)) {
    if (stored === null) {
      if (await alerts.add(ofItem)) return ofItem.id;
      continue;
    }
    if (stored.developmentIds.includes(wanted.development.id)) return null;
    if (!isOpen(stored)) break;
    const longer = await withDevelopment(stored, { subscription, wanted }, ports);
    if ((await alerts.extend(longer, stored.developmentIds.length)) === 'stored') return stored.id;
  }
  const own = alertFor(subscription, [wanted], { id: ownId, now });
  return (await alerts.get(own.id)) === null && (await alerts.add(own)) ? own.id : null;
}

const isOpen = (alert: Alert): boolean => alert.state === 'pending' && alert.attempts === 0;

/** The same alert, telling one development more: made anew from all of them, with the id and the time of the first. */
async function withDevelopment(
  alert: Alert,
  { subscription, wanted }: { subscription: Subscription; wanted: Wanted },
  ports: FanOutPorts,
): Promise<Alert> {
  const told = await Promise.all(alert.developmentIds.map((id) => ports.store.developments.get(id)));
  const all = [...told.flatMap((development) => (development === null ? [] : [{ development, why: wanted.why }])), wanted];
  const [first = wanted, ...others] = all;
  return { ...alertFor(subscription, [first, ...others], { id: alert.id, now: alert.createdAt }), dueAt: alert.dueAt };
}
