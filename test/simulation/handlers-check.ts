import { FIREHOSE } from '../../adapters/aws/firehose-subscription.ts';
import type { SampleRound } from '../../cli/demo/sample.ts';
import type { CloudCall } from './flaky-cloud.ts';
import { type Left, readAll, wrongsInStore } from './invariants.ts';
import { type PlayedOnHandlers, POISON } from './on-handlers.ts';

const SUBSCRIPTIONS = ['reader', FIREHOSE.id];

/** Everything that is wrong with what a run of the handlers left behind; empty when all is well. */
export async function wrongsOnHandlers(played: PlayedOnHandlers): Promise<readonly string[]> {
  const left = await readAll(played.store);
  return [
    ...played.wrongs,
    ...lostItems(left, played.played),
    ...wrongsInStore(left),
    ...SUBSCRIPTIONS.flatMap((id) => untoldOrTwiceTold(left, id)),
    ...publishedTooOften(left, played.cloud.calls),
    ...queueNotDrained(played),
    ...uncounted(played, left),
  ];
}

/** I1. */
function lostItems({ items }: Left, rounds: readonly SampleRound[]): string[] {
  const stored = new Set(items.map(({ item }) => `${item.feedId}: ${item.title}`));
  const published = rounds.flatMap((round) => round.items);
  return published.filter(({ feedId, title }) => !stored.has(`${feedId}: ${title}`)).map(({ title }) => `I1: not stored: ${title}`);
}

/** I1, I2: each development stands in one alert for each subscription that wants it. */
function untoldOrTwiceTold({ developments, alerts }: Left, subscriptionId: string): string[] {
  const told = alerts.filter((alert) => alert.subscriptionId === subscriptionId).flatMap(({ developmentIds }) => developmentIds);
  return developments.flatMap(({ id, what }) => {
    const times = told.filter((one) => one === id).length;
    return times === 1 ? [] : [`I2: ${what} (${id}) stands in ${times} alerts for ${subscriptionId}`];
  });
}

/** I2: published once, and once more for each trouble that its publisher had from then on, before the next publish. */
function publishedTooOften({ alerts }: Left, calls: readonly CloudCall[]): string[] {
  return alerts.flatMap(({ id, state }) => {
    const mine = calls.flatMap(({ alertId }, index) => (alertId === id ? [index] : []));
    if (state === 'sent' && mine.length === 0) return [`I1: alert ${id} is marked as sent and was never published`];
    const unexcused = mine.slice(1).filter((until, n) => {
      const [from, publisher] = [mine[n] ?? 0, calls[mine[n] ?? 0]?.container];
      return !calls.slice(from, until).some(({ container, trouble }) => container === publisher && trouble !== null);
    });
    return unexcused.length === 0 ? [] : [`I2: alert ${id} was published ${mine.length} times, ${unexcused.length} without a trouble`];
  });
}

/** I6: nothing is left on the queue, and nothing was put aside but what nobody can read. */
const queueNotDrained = ({ queue }: PlayedOnHandlers): string[] => [
  ...(queue.size() === 0 ? [] : [`I6: ${queue.size()} messages are left on the queue`]),
  ...POISON.filter((body) => !queue.putAside.some((message) => message.body === body)).map((body) => `I6: not put aside: ${body}`),
  ...queue.putAside.filter(({ body }) => !POISON.includes(body)).map(({ body }) => `I6: put aside: ${body}`),
];

/** I8: the dead feed's failures and what was sent stand in the metrics. */
function uncounted({ log }: PlayedOnHandlers, { alerts }: Left): string[] {
  const total = (metric: string): number =>
    [...log.matchAll(new RegExp(`"${metric}":(\\d+)`, 'g'))].reduce((sum, match) => sum + Number(match[1]), 0);
  return [
    ...(total('FeedsFailed') === 0 ? ['I8: no failure of a feed was counted'] : []),
    ...(total('AlertsSent') === 0 && alerts.length > 0 ? ['I8: no alert was counted'] : []),
  ];
}
