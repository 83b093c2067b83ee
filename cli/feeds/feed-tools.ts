import { createFeedFetcher } from '../../adapters/http/feed-fetcher.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { environmentSecrets } from '../../adapters/local/environment-secrets.ts';
import { createWorkerParser } from '../../adapters/local/worker-parser.ts';
import type { Config } from '../../config/config-schema.ts';
import type { CheckPorts } from '../../core/pipeline/check-feed.ts';
import type { Io } from '../command.ts';
import { loadConfig } from '../local/load-config.ts';

/** What the `feeds` commands work with. `arguments`: what stands after the subcommand and its options. */
export type FeedsTurn = {
  readonly folder: string;
  readonly config: Config;
  readonly io: Io;
  readonly arguments: readonly string[];
  readonly options: FeedsOptions;
};
export type FeedsOptions = { readonly [name in 'id' | 'outlet' | 'kind' | 'lang' | 'config']?: string | undefined } & {
  readonly [name in 'json' | 'csv' | 'unchecked' | 'aws']?: boolean | undefined;
};

export type FeedTools = CheckPorts & { close(): Promise<void> };

/** A fetcher and a parser, without a store. */
export function openFeedTools({ config, io }: Pick<FeedsTurn, 'config' | 'io'>): FeedTools {
  const fetcher = createFeedFetcher({
    clock: systemClock,
    secrets: environmentSecrets(io.env),
    contactUrl: config.contactUrl,
    allowLoopback: config.polling.allowLoopback,
  });
  const parser = createWorkerParser();
  return {
    fetcher,
    clock: systemClock,
    parser,
    close: async () => {
      await Promise.all([fetcher.close(), parser.close()]);
    },
  };
}

export const turnOf = (options: FeedsOptions, positionals: readonly string[], io: Io): FeedsTurn => {
  const folder = options.config ?? 'config';
  return { folder, config: loadConfig(folder, io), io, arguments: positionals, options };
};
