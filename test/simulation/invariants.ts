import type { Alert } from '../../core/alert/alert.ts';
import type { ItemRecord, Page, PageRequest, Store, StoryRow } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';
import type { Outcome } from './simulate.ts';

const SETTLED: readonly Alert['state'][] = ['sent'];
/** A channel that is down for two hours is asked less and less often. */
const MOST_TRIES = 20;
/** Development n may overtake n-1 after five minutes; clocks differ by half a minute either way. */
const MAY_OVERTAKE_MS = 5 * 60_000 - 61_000;

/** Everything that is wrong with what a run left behind; empty when all is well. */
export async function findWrongs(outcome: Outcome): Promise<readonly string[]> {
  const left = await readAll(outcome.store);
  return [
    ...outcome.witness.wrongs,
    ...lostItems(outcome, left),
    ...wrongsInStore(left),
    ...untoldOrTwiceTold(left),
    ...publishedTooOften(outcome, left),
    ...outOfSequence(outcome, left),
  ];
}

/** What a store alone can tell: work that is left, developments without a row, a baseline that was told. */
export const wrongsInStore = (left: Left): readonly string[] => [
  ...unfinishedWork(left),
  ...undecidedItems(left),
  ...missingDevelopments(left),
  ...toldOfBaseline(left),
];

/** All that a run left behind. */
export type Left = {
  readonly items: readonly ItemRecord[];
  readonly developments: readonly Development[];
  readonly alerts: readonly Alert[];
  readonly stories: readonly StoryRow[];
  readonly work: readonly unknown[];
};

export async function readAll(store: Store): Promise<Left> {
  const bounds = { from: null, to: null, parties: null, feedId: null, keep: () => true };
  return {
    items: await allPages((page) => store.archive.listItems({ ...page, ...bounds })),
    developments: await allPages((page) => store.archive.listDevelopments({ ...page, ...bounds })),
    alerts: await allPages((page) => store.archive.listAlerts({ ...page, ...bounds })),
    stories: await storiesOf(store),
    work: await store.work.listDue('9999', 1000),
  };
}

/** As the dossiers have them: their rows may be what a crash left behind. */
async function storiesOf(store: Store): Promise<readonly StoryRow[]> {
  const bounds = { from: null, to: null, parties: null, feedId: null, keep: () => true };
  const rows = await allPages<StoryRow>((page) => store.archive.listStories({ ...page, ...bounds }));
  const keys = [...new Set(rows.map(({ dossierKey }) => dossierKey))];
  const dossiers = await Promise.all(keys.map((key) => store.dossiers.get(key)));
  return dossiers.flatMap((dossier) => (dossier?.stories ?? []).map((story) => ({ story, dossierKey: dossier?.key ?? '' })));
}

async function allPages<T>(read: (page: PageRequest) => Promise<Page<T>>): Promise<readonly T[]> {
  const rows: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read({ limit: 1000, cursor });
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== null);
  return rows;
}

/** I1: every item of every feed that was read is stored. (None is at fault here, so none may be parked.) */
function lostItems({ witness }: Outcome, { items }: Left): string[] {
  const stored = new Set(items.map(({ item }) => `${item.feedId}|${item.link?.split('/').at(-1)}`));
  return [...witness.parsed].filter((key) => !stored.has(key)).map((key) => `I1: item ${key} was read and is not stored`);
}

/** I1, I6, I8: in the end nothing is left to do, every alert came to an end, and the channel came back, so none was given up. */
const unfinishedWork = ({ work, alerts }: Left): string[] => [
  ...work.map((one) => `I6: left over: ${JSON.stringify(one)}`),
  ...alerts.filter(({ state }) => !SETTLED.includes(state)).map(({ id, state, reason }) => `I1: alert ${id} is ${state} (${reason})`),
  ...alerts.filter(({ attempts }) => attempts > MOST_TRIES).map(({ id, attempts }) => `I7: alert ${id} was tried ${attempts} times`),
];

/** I1, I8: what became of each item that speaks of a contact or denies something stands in its row: nothing is passed over in silence. */
const undecidedItems = ({ items }: Left): string[] =>
  items
    .filter(({ coded, decisions }) => decisions.length === 0 && coded.contacts.some(({ background }) => !background))
    .map(({ item }) => `I1: nothing was decided about item ${item.id} of ${item.feedId} (${item.title})`);

/** I1: a story that says it has told n developments has told each of them. */
function missingDevelopments({ stories, developments }: Left): string[] {
  const known = new Set(developments.map(({ storyId, sequence }) => `${storyId} ${sequence}`));
  return stories.flatMap(({ story }) =>
    Array.from({ length: story.sequence }, (_, n) => n + 1)
      .filter((sequence) => !known.has(`${story.id} ${sequence}`))
      .map((sequence) => `I1: development ${sequence} of story ${story.id} has no row`),
  );
}

/** I1, I2: each development stands in one alert, not in none, not in two. */
function untoldOrTwiceTold({ developments, alerts }: Left): string[] {
  const alertsOf = new Map<string, number>();
  for (const id of alerts.flatMap(({ developmentIds }) => developmentIds)) alertsOf.set(id, (alertsOf.get(id) ?? 0) + 1);
  return developments
    .filter(({ id }) => alertsOf.get(id) !== 1)
    .map(({ id, what, storyId }) => `I2: development ${id} (${what}, story ${storyId}) stands in ${alertsOf.get(id) ?? 0} alerts`);
}

/** I2: an alert is published once, and once more for each trouble that its sender had after publishing. */
function publishedTooOften({ witness }: Outcome, { alerts }: Left): string[] {
  return alerts.flatMap((alert) => {
    const mine = witness.publishes.filter(({ alertId }) => alertId === alert.id);
    const unexcused = mine.filter(({ process, troublesBefore }) => process.troubles.length === troublesBefore);
    if (alert.state === 'sent' && mine.length === 0) return [`I1: alert ${alert.id} is marked as sent and was never published`];
    return unexcused.length > 1
      ? [`I2: alert ${alert.id} was published ${mine.length} times, ${unexcused.length} of them without a trouble`]
      : [];
  });
}

/** I3: what a baseline told is told to nobody. */
function toldOfBaseline({ items, developments }: Left): string[] {
  const untold = new Set(items.flatMap(({ decisions }) => decisions.filter(({ outcome }) => outcome === 'untold').map(keyOfDecision)));
  return developments
    .filter((one) => untold.has(keyOfDecision(one)))
    .map(({ id, what }) => `I3: development ${id} (${what}) comes from a baseline`);
}
const keyOfDecision = ({ itemId, dossierKey }: { readonly itemId: string; readonly dossierKey: string }): string =>
  `${itemId}|${dossierKey}`;

/** A story's developments go out in sequence: n overtakes n-1 only when it waited its time, or when n-1 had to be tried again. */
function outOfSequence({ witness }: Outcome, { developments, alerts }: Left): string[] {
  const alertOf = new Map(alerts.flatMap((alert) => alert.developmentIds.map((id) => [id, alert] as const)));
  const firstAt = (id: string): number | undefined => witness.publishes.find(({ developmentIds }) => developmentIds.includes(id))?.at;
  return developments.flatMap((later) => {
    const before = developments.find(({ storyId, sequence }) => storyId === later.storyId && sequence === later.sequence - 1);
    const [first, second] = [before === undefined ? undefined : firstAt(before.id), firstAt(later.id)];
    const [alertBefore, alert] = [before === undefined ? undefined : alertOf.get(before.id), alertOf.get(later.id)];
    if (first === undefined || second === undefined || first <= second || alert === undefined) return [];
    const hasWaited = second - Date.parse(alert.createdAt) >= MAY_OVERTAKE_MS;
    const wasDelayed = (alertBefore?.attempts ?? 2) > 1;
    return hasWaited || wasDelayed ? [] : [`sequence: ${later.what} (${later.sequence}) was told before ${before?.what}`];
  });
}
