import { setTimeout as wait } from 'node:timers/promises';
import { createFeedFetcher } from '../../adapters/http/feed-fetcher.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { environmentSecrets } from '../../adapters/local/environment-secrets.ts';
import { systemIds } from '../../adapters/local/ids.ts';
import { type LocalStore, openLocalStore } from '../../adapters/local/local-store.ts';
import { systemRandom } from '../../adapters/local/random.ts';
import { withInbox } from '../../adapters/local/subscription-inbox.ts';
import { createWorkerParser } from '../../adapters/local/worker-parser.ts';
import type { Config } from '../../config/config-schema.ts';
import { codeItem } from '../../core/coding/code-item.ts';
import type { CodedItem, CodingInput } from '../../core/coding/codebook/coded-item.ts';
import type { Io } from '../command.ts';
import { lexiconOf } from '../configured-lexicon.ts';
import { feedsOf } from './load-config.ts';
import { localChannels } from './local-channels.ts';
import type { LocalParts } from './local-pipeline.ts';
import { settleOwnerSubscriptions } from './owner-subscriptions.ts';
import { terminalLog } from './terminal-log.ts';

export type LocalInstance = { readonly parts: LocalParts; readonly local: LocalStore; close(): Promise<void> };

/** Everything that one machine's pipeline is made of: the store on disk, the fetcher, the coder, the ways out of the config. */
export async function openLocal(config: Config, io: Io): Promise<LocalInstance> {
  const log = terminalLog((text) => void io.stderr.write(text));
  const local = await openLocalStore({ path: config.storage.path, clock: systemClock, retentionDays: config.storage.retentionDays });
  const secrets = environmentSecrets(io.env);
  const fetcher = createFeedFetcher({
    clock: systemClock,
    secrets,
    allowLoopback: config.polling.allowLoopback,
    contactUrl: config.contactUrl,
  });
  const store = { ...local.store, subscriptions: withInbox(local.store.subscriptions, config.storage.path, log) };
  await settleOwnerSubscriptions(config.alerts, local.store.subscriptions, systemClock);
  const parser = createWorkerParser();
  const parts: LocalParts = {
    ...{ store, clock: systemClock, random: systemRandom, ids: systemIds, log, fetcher, config },
    feeds: feedsOf(config),
    parser,
    code: openCoder(config, io),
    channels: localChannels(config, io, { secrets, clock: systemClock }),
    pause: async (milliseconds) => void (await wait(milliseconds)),
  };
  return { parts, local, close: async () => void (await Promise.all([fetcher.close(), parser.close(), local.close()])) };
}

/** The event coder with its lexicon and the owner's rows, built once. */
export function openCoder(
  config: Pick<Config, 'overlay'> = { overlay: [] },
  io: Pick<Io, 'stderr'> = process,
): (input: CodingInput) => CodedItem {
  const lexicon = lexiconOf(config.overlay, io);
  return (input) => codeItem(input, lexicon);
}
