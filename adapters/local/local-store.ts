import { join } from 'node:path';
import type { Clock, Store } from '../../core/ports.ts';
import { openDynamoStore } from '../aws/dynamo-store.ts';
import type { Meter } from '../aws/table-client.ts';
import { LOCAL_TABLE, openDynalite } from './dynalite-server.ts';
import { deleteExpired, mendWorkIndex } from './janitor.ts';
import { lockStore } from './store-lock.ts';

export type LocalStoreOptions = {
  readonly path: string;
  readonly clock: Clock;
  readonly retentionDays: number;
  readonly meter?: Meter;
};
export type LocalStore = {
  readonly store: Store;
  /** Tells other commands where this process serves its query API. */
  announce(apiUrl: string, correctionToken?: string): void;
  /** After an owner died: resolves when the work index is whole again (it is mended while the store is in use), with the rows that wait. */
  readonly mended: Promise<number>;
  /** Does what TTL does on AWS; call it once a day. Answers how many rows went. */
  cleanUp(): Promise<number>;
  close(): Promise<void>;
};

/**
 * The store of one machine: dynalite on disk, owned by this process alone. Throws `StoreOwnedError` (who owns it, where its API
 * answers) when another process has it.
 */
export async function openLocalStore({ path, clock, retentionDays, meter }: LocalStoreOptions): Promise<LocalStore> {
  const lock = lockStore(path, clock.now());
  const database = await orRelease(() => openDynalite(join(path, 'db')), path, lock);
  const ending = new AbortController();
  const mended = lock.wasAbandoned ? mendWorkIndex(database.client, ending.signal).catch(() => 0) : Promise.resolve(0);
  const settings = { client: database.client, tableName: LOCAL_TABLE, clock, retentionDays };
  return {
    store: openDynamoStore(meter === undefined ? settings : { ...settings, meter }),
    mended,
    announce: lock.announce,
    cleanUp: () => deleteExpired(database.client, clock.now()),
    close: async () => {
      ending.abort();
      await mended;
      await database.close();
      lock.release();
    },
  };
}

async function orRelease<T>(step: () => Promise<T>, path: string, held: { release(): void }): Promise<T> {
  try {
    return await step();
  } catch (error) {
    held.release();
    throw new Error(`opening the local store in ${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
