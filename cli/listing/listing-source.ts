import { createApi } from '../../adapters/api/create-api.ts';
import { createSignedFetch, findQueryUrl } from '../../adapters/aws/signed-fetch.ts';
import { findStoreOwner } from '../../adapters/local/store-lock.ts';
import type { Config } from '../../config/config-schema.ts';
import { codingInputOf } from '../../core/pipeline/coding-input.ts';
import { type Io, UsageError } from '../command.ts';
import { CONFIG_FOLDER, feedsOf, loadConfig } from '../local/load-config.ts';

/** Where listings come from: always the query API, so that terminal, page and scripts see the same answers. */
export type ListingSource = {
  /** GET of a path; the parsed body, or an error in the server's own words. */
  ask(path: string, query?: Readonly<Record<string, string>>): Promise<unknown>;
  close(): Promise<void>;
};
/** `config`: the folder, or the config that was read from it: what is wrong in it is said once. */
export type SourceOptions = {
  readonly config?: string | Config | undefined;
  readonly aws?: boolean | undefined;
  readonly url?: string | undefined;
};

type Fetch = (address: string) => Promise<Response>;

/** A deployed stack with `--aws`; else the instance that runs here, by its lock file; else the store on disk, opened for this command alone. */
export async function openSource(options: SourceOptions, io: Io): Promise<ListingSource> {
  const { config: given = CONFIG_FOLDER } = options;
  const config = typeof given === 'string' ? loadConfig(given, io) : given;
  if (options.aws === true) {
    const url = options.url ?? io.env['SUMMITWIRE_URL'] ?? (await findQueryUrl(config.aws.stackPrefix, io.env));
    return remote(url, createSignedFetch(url, io.env), 'the deployed query API');
  }
  if (options.url !== undefined) return remote(options.url, (address) => fetch(address), options.url);
  const owner = findStoreOwner(config.storage.path);
  if (owner === null) return openOwnStore(config, io);
  if (owner.apiUrl === null)
    throw new Error(
      `process ${owner.pid} owns the store in ${config.storage.path} and serves no API yet; try again in a moment, or stop it`,
    );
  return remote(owner.apiUrl, (address) => fetch(address), `the running instance (${owner.apiUrl})`);
}

/** Nothing runs: the same API, asked without a socket. */
async function openOwnStore(config: Config, io: Io): Promise<ListingSource> {
  const { openLocalStore } = await import('../../adapters/local/local-store.ts');
  const { systemClock } = await import('../../adapters/local/clock.ts');
  const { openCoder } = await import('../local/open-local.ts');
  const local = await openLocalStore({ path: config.storage.path, clock: systemClock, retentionDays: config.storage.retentionDays });
  const code = openCoder(config, io);
  const ports = {
    ...local.store,
    clock: systemClock,
    knownFeeds: feedsOf(config),
    codeNow: (item: Parameters<typeof codingInputOf>[0]) => code(codingInputOf(item)),
  };
  const log = {
    error: (message: string, fields?: Readonly<Record<string, unknown>>) => void io.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
  };
  const api = createApi(ports, { secret: 'one command, one process', refreshSeconds: 2, log });
  const source = remote('http://127.0.0.1', async (address) => api.request(address), `the store in ${config.storage.path}`);
  return { ...source, close: local.close };
}

export function remote(base: string, get: Fetch, name: string): ListingSource {
  const ask = async (path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const address = new URL(path, base);
    for (const [key, value] of Object.entries(query)) if (value !== '') address.searchParams.set(key, value);
    const response = await get(address.href).catch((error: unknown) => {
      throw new Error(`${name} does not answer: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok) throw failure(response.status, problemText(body, query['filter']) ?? `${name} answered ${response.status}`);
    return body;
  };
  return { ask, close: async () => {} };
}

/** There is nothing of that name. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}

/** A question that cannot be read is wrong use (exit 2); all else failed. */
function failure(status: number, message: string): Error {
  if (status === 400) return new UsageError(message);
  return status === 404 ? new NotFoundError(message) : new Error(message);
}

/** The server's problem, with a mark under the column of the filter that it means. */
function problemText(body: unknown, filter: string | undefined): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { title, detail, column, suggestion } = Object.fromEntries(Object.entries(body));
  const words = [typeof detail === 'string' ? detail : title].filter((each) => typeof each === 'string').join('');
  if (words === '') return null;
  const mark = typeof column === 'number' && filter !== undefined ? `\n  ${filter}\n  ${' '.repeat(column - 1)}^` : '';
  const hint = typeof suggestion === 'string' ? `\n  did you mean: ${suggestion}` : '';
  return words + mark + hint;
}
