import { setTimeout as wait } from 'node:timers/promises';
import { createFeedFetcher } from '../../adapters/http/feed-fetcher.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { systemIds } from '../../adapters/local/ids.ts';
import { type LocalStore, openLocalStore } from '../../adapters/local/local-store.ts';
import { systemRandom } from '../../adapters/local/random.ts';
import { createTerminalChannel, terminalStyle } from '../../adapters/local/terminal.ts';
import type { Config } from '../../config/config-schema.ts';
import { codeItem } from '../../core/coding/code-item.ts';
import type { CodedItem, CodingInput } from '../../core/coding/coded-item.ts';
import { buildLexicon } from '../../core/coding/lexicon.ts';
import { parseFeed } from '../../core/feed/parse.ts';
import type { SecretStore } from '../../core/ports.ts';
import type { Io } from '../command.ts';
import { feedsOf } from './load-config.ts';
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
  const style = terminalStyle(io.stdout, io.env);
  await settleOwnerSubscriptions(config.alerts, local.store.subscriptions, systemClock);
  const parts: LocalParts = {
    ...{ store: local.store, clock: systemClock, random: systemRandom, ids: systemIds, log, fetcher, config },
    feeds: feedsOf(config),
    parser: { parse: (bytes, { contentType, url }) => parseFeed(bytes, { url, ...(contentType === null ? {} : { contentType }) }) },
    code: openCoder(),
    channels: [createTerminalChannel({ ...style, write: (text) => void io.stdout.write(text) })],
    pause: async (milliseconds) => void (await wait(milliseconds)),
  };
  return { parts, local, close: async () => void (await Promise.all([fetcher.close(), local.close()])) };
}

/** The event coder with its lexicon, built once. */
export function openCoder(): (input: CodingInput) => CodedItem {
  const lexicon = buildLexicon();
  return (input) => codeItem(input, lexicon);
}

/** On one machine a secret is an environment variable: `credentialRef: "tass"` reads SUMMITWIRE_SECRET_TASS. */
export const environmentSecrets = (env: Io['env']): SecretStore => ({
  read: async (ref) => env[`SUMMITWIRE_SECRET_${ref.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`] ?? null,
});
