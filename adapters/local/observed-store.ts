import type { ItemRecord, Store } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';

/** What the local runner hears of, as AWS's stream tells a function: rows that were just inserted. */
export type StoreObserver = {
  readonly onDevelopment: (development: Development) => void;
  readonly onItems: (records: readonly ItemRecord[]) => void;
};

/** The same store; whoever inserts a development or items is heard. Speed only: what is missed here, the sweep finds. */
export function observedStore(store: Store, observer: StoreObserver): Store {
  return {
    ...store,
    developments: {
      ...store.developments,
      async add(development, dueAt) {
        const isNew = await store.developments.add(development, dueAt);
        if (isNew) observer.onDevelopment(development);
        return isNew;
      },
    },
    items: {
      ...store.items,
      async add(records) {
        await store.items.add(records);
        observer.onItems(records);
      },
    },
  };
}
