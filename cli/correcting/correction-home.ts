import { userInfo } from 'node:os';
import { tableClient } from '../../adapters/aws/clients.ts';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { outputOf, ownerSettings, readStackOutputs } from '../../adapters/aws/stack-outputs.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { systemIds } from '../../adapters/local/ids.ts';
import { openLocalStore } from '../../adapters/local/local-store.ts';
import type { Config } from '../../config/config-schema.ts';
import type { RecodePorts } from '../../core/pipeline/recode.ts';
import type { Store } from '../../core/ports.ts';
import type { Io } from '../command.ts';
import { openCoder } from '../local/open-local.ts';
import { terminalLog } from '../local/terminal-log.ts';

/** Where corrections are made: this machine's store, which no other process may own meanwhile, or the deployed table. */
export type CorrectionHome = { readonly ports: RecodePorts; readonly config: Config; close(): Promise<void> };
export type HomeOptions = { readonly config: Config; readonly aws: boolean };

export async function openCorrectionHome({ config, aws }: HomeOptions, io: Io): Promise<CorrectionHome> {
  const opened = aws ? await openDeployed(config, io) : await openOwn(config);
  const log = terminalLog((text) => void io.stderr.write(text));
  return {
    config,
    close: opened.close,
    ports: { store: opened.store, clock: systemClock, ids: systemIds, log, code: openCoder(config, io) },
  };
}

type Opened = { readonly store: Store; close(): Promise<void> };

const openOwn = async ({ storage }: Config): Promise<Opened> =>
  openLocalStore({ path: storage.path, clock: systemClock, retentionDays: storage.retentionDays });

async function openDeployed(config: Config, { env }: Io): Promise<Opened> {
  const outputs = await readStackOutputs(config.aws.stackPrefix, env);
  const settings = ownerSettings(env);
  const client = tableClient({ ...env, ...('region' in settings ? { AWS_REGION: settings.region } : {}) });
  const tableName = outputOf(outputs, 'TableName');
  const store = openDynamoStore({ client, tableName, clock: systemClock, retentionDays: config.storage.retentionDays });
  return { store, close: async () => client.destroy() };
}

/** Who corrects: the name given, or that of the account on this machine. */
export const correctorName = (given: string | undefined): string => given ?? userInfo().username;
