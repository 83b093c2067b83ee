import { watchEntryOf } from '../alert/watch.ts';
import type { Item } from '../feed/item.ts';
import type { Clock, Store } from '../ports.ts';
import type { Development } from '../story/development.ts';
import { type AbsorbPorts, absorbItems } from './absorb.ts';
import { tickStories } from './tick-stories.ts';
import { isToldElsewhere } from './told-elsewhere.ts';

/** A clock that the items drive. */
export type ReplayPorts = Omit<AbsorbPorts, 'clock' | 'store'> & {
  readonly store: Store;
  readonly clock: Clock & { set(at: string): void };
  readonly watch: readonly string[];
};

/** One line of the replay door: what a person would have been told, when, and why. */
export type ReplayAlert = {
  readonly at: string;
  readonly kind: Development['kind'];
  readonly story: string;
  readonly parties: readonly string[];
  readonly level: Development['level'];
  readonly form: Development['form'];
  readonly from: Development['from'];
  readonly to: Development['to'];
  readonly severity: Development['severity'];
  readonly what: string;
  readonly item: string;
  readonly support: readonly string[];
};

export type Replay = {
  /** What is told because of this item, and because of the time that passed before it. */
  take(item: Item): Promise<readonly ReplayAlert[]>;
};

/** The whole pipeline after fetching, on a virtual clock: absorb, tick, decide what is an alert. */
export function startReplay(ports: ReplayPorts): Replay {
  const decide = async (developments: readonly Development[]): Promise<readonly ReplayAlert[]> => {
    const alerts: ReplayAlert[] = [];
    for (const development of oneForEachItem(developments.filter((one) => isAlert(one, ports.watch))))
      if (!(await isToldElsewhere(development, ports.store.archive))) alerts.push(alertOf(development));
    return alerts;
  };
  return {
    take: async (item) => {
      const ticked = await tickUntil(item.firstSeenAt, ports);
      ports.clock.set(item.firstSeenAt);
      const absorbed = await absorbItems([{ item, isBaseline: false }], ports);
      return [...(await decide(ticked)), ...(await decide(absorbed.developments))];
    },
  };
}

/** Sets the clock to each time at which a dossier asked to be looked at, in order. */
async function tickUntil(until: string, ports: ReplayPorts): Promise<readonly Development[]> {
  const developments: Development[] = [];
  for (;;) {
    const [next] = await ports.store.dossiers.listDue(until, 1);
    const at = next === undefined ? null : ((await ports.store.dossiers.get(next))?.lookAgainAt ?? null);
    if (at === null) return developments;
    ports.clock.set(at);
    developments.push(...(await tickStories(ports)));
  }
}

/** What goes out at once: what the watch list names, above the level of envoys, who meet every day. */
const isAlert = (development: Development, watch: readonly string[]): boolean =>
  (development.level !== 'envoy' || development.kind === 'denial') && watchEntryOf(watch, development) !== null;

/** An item that moves one story twice is told once, by the last of its moves. */
function oneForEachItem(developments: readonly Development[]): readonly Development[] {
  return developments.filter(
    (one, i) =>
      developments.findLastIndex(
        (other) => other.itemId === one.itemId && other.storyId === one.storyId && (other.kind === 'denial') === (one.kind === 'denial'),
      ) === i,
  );
}

const alertOf = (development: Development): ReplayAlert => ({
  at: development.at,
  kind: development.kind,
  story: development.storyId,
  parties: development.parties,
  level: development.level,
  form: development.form,
  from: development.from,
  to: development.to,
  severity: development.severity,
  what: development.what,
  item: development.itemId,
  support: development.support,
});
