import type { Store } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';
import type { Process } from './process.ts';

export type Publish = {
  readonly alertId: string;
  readonly developmentIds: readonly string[];
  readonly at: number;
  readonly process: Process;
  /** How many troubles its process had had by then: any later one excuses a second publish. */
  readonly troublesBefore: number;
};

/** What really happened, seen from inside the store and the outside world, whatever the processes believe. */
export type Witness = {
  /** Items that were in a feed that was read to the end: `feed|guid`. */
  readonly parsed: Set<string>;
  readonly publishes: Publish[];
  readonly versions: Map<string, number>;
  /** What should never happen, as it happened. */
  readonly wrongs: string[];
  readonly polls: Map<string, number[]>;
};
export const aWitness = (): Witness => ({ parsed: new Set(), publishes: [], versions: new Map(), wrongs: [], polls: new Map() });

/** The same store; every version that it takes must follow the one before, and the stream hears of new developments. */
export function witnessedStore(store: Store, witness: Witness, onDevelopment: (development: Development) => void): Store {
  const step = (what: string, version: number): void => {
    const before = witness.versions.get(what) ?? 0;
    if (version !== before + 1) witness.wrongs.push(`I4: ${what} went from version ${before} to ${version}`);
    witness.versions.set(what, version);
  };
  return {
    ...store,
    feeds: {
      ...store.feeds,
      writeState: async (state) => {
        const isSame = (await store.feeds.readState(state.feedId))?.version === state.version;
        const answer = await store.feeds.writeState(state);
        if (answer === 'stored' && !isSame) step(`the state of ${state.feedId}`, state.version);
        return answer;
      },
    },
    dossiers: {
      ...store.dossiers,
      commit: async (dossier, outbox, token) => {
        const isSame = (await store.dossiers.get(dossier.key))?.version === dossier.version;
        const answer = await store.dossiers.commit(dossier, outbox, token);
        if (answer === 'stored' && !isSame) step(`dossier ${dossier.key}`, dossier.version);
        return answer;
      },
    },
    developments: {
      ...store.developments,
      add: async (development, dueAt) => {
        const isNew = await store.developments.add(development, dueAt);
        if (isNew) onDevelopment(development);
        return isNew;
      },
    },
  };
}
