import type { Alert } from '../alert/alert.ts';
import { alertIdsOf } from '../alert/alert-id.ts';
import type { Clock, Store } from '../ports.ts';
import type { Development } from '../story/development.ts';
import { laterThan } from './time.ts';

type TurnPorts = { readonly store: Store; readonly clock: Clock };

/** Development n waits for n-1 of its story so long (milliseconds), no longer. */
const SEQUENCE_WAIT_MS = 5 * 60_000;

/** Alerts that are due together, in order of the news they tell; within a story always in its own order. */
export async function inStoryOrder(alerts: readonly Alert[], ports: TurnPorts): Promise<readonly Alert[]> {
  const found = await Promise.all(alerts.map(async (alert) => ({ alert, first: (await developmentsOf(alert, ports))[0] })));
  const placed = found.map(({ alert, first }) => ({ alert, place: placeOf(alert, first, found) }));
  return placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)).map(({ alert }) => alert);
}

/** The minute in which it is due; the time of its news, not before that of its story's earlier news; its place in the story. */
function placeOf({ dueAt }: Alert, first: Development | undefined, all: readonly { readonly first: Development | undefined }[]): string {
  if (first === undefined) return dueAt.slice(0, 16);
  const before = all.flatMap((one) => (one.first?.storyId === first.storyId && one.first.sequence <= first.sequence ? [one.first] : []));
  const at =
    before
      .map(({ effectiveAt }) => effectiveAt)
      .sort()
      .at(-1) ?? '';
  return `${dueAt.slice(0, 16)} ${at} ${first.storyId} ${String(first.sequence).padStart(6, '0')}`;
}

/** True while something that the same person should hear first is still on its way. */
export async function isOutOfTurn(alert: Alert, ports: TurnPorts): Promise<boolean> {
  if (laterThan(alert.createdAt, SEQUENCE_WAIT_MS) <= ports.clock.now()) return false;
  for (const development of await developmentsOf(alert, ports)) {
    if (development.sequence > 1 && (await isPredecessorOpen(alert, development, ports))) return true;
  }
  return false;
}

/** A digest waits for nobody: it tells what has long been decided. */
async function developmentsOf(alert: Alert, ports: TurnPorts): Promise<readonly Development[]> {
  if (alert.kind === 'digest') return [];
  const found = await Promise.all(alert.developmentIds.map((id) => ports.store.developments.get(id)));
  return found.filter((development) => development !== null);
}

/** The one before has no row yet, is not fanned out, or its alert to the same person is still open. */
async function isPredecessorOpen(alert: Alert, development: Development, ports: TurnPorts): Promise<boolean> {
  const before = await ports.store.developments.readInSequence(development.storyId, development.sequence - 1);
  if (before === null || !before.isFannedOut) return true;
  const ids = alertIdsOf(alert.subscriptionId, before.development);
  const told = (await Promise.all(ids.map((id) => ports.store.alerts.get(id)))).filter((one) => one !== null);
  return told.some(
    (one) =>
      one.id !== alert.id &&
      one.developmentIds.includes(before.development.id) &&
      (one.state === 'pending' || one.state === 'claimed') &&
      one.dueAt <= laterThan(ports.clock.now(), SEQUENCE_WAIT_MS),
  );
}
